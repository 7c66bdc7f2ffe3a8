"""Starting a document: a new content file that explains every field, and the part files of its edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange, write_changes
from esa_docs.model.content_version import FIRST_WITH_MARKS
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind
from esa_docs.model.project import Project
from esa_docs.model.scaffold_examples import DATE
from esa_docs.refused_signs import first_refusal
from esa_docs.source.assets.schemes import SCHEMES_FOLDER, load_schemes
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import find_content, find_years, name_fault, output_key, path_label
from esa_docs.source.folders.named_files import folder_place
from esa_docs.source.scaffolds.part_scaffolds import part_scaffolds
from esa_docs.source.scaffolds.scaffold import scaffold_text

_ENDING = ".yaml"


def start_document(
    project: Project, kind: Kind[Any], name: str, year: int | None = None, scheme: str | None = None
) -> tuple[Path, ...]:
    """Write a new content file and the files of its parts, all or none.

    Args:
        project: where the document goes. It must be held.
        kind: kind of document.
        name: path below the year's folder without the ending, with forward slashes.
        year: fiscal year in the Buddhist era; None for the newest that has a folder.
        scheme: id of the edition, for kinds that have one; None for that of the newest report of the kind.

    Returns:
        The paths of the files, that of the content file first.

    Raises:
        ContentError: a name cannot be a file name (E403) or is that of another document (E415), the project
            has no year yet and none is said (E407), there is no such edition of the kind (E660), or somebody
            made a file of this name meanwhile (E431).
        MachineError: a file cannot be written (E401, E405).
    """
    name = thai.clean_text(name)
    _refuse_unseen_characters(name, path_label(project.root))
    edition = _chosen_edition(project, kind, scheme)
    person_id = _example_person_id(project)
    depth = name.count("/") + 1
    examples = _examples_of_project(project, kind)
    if edition is not None:
        # An example is named by the model that declares its field: any base of the content's model may do so.
        for model in kind.content.__mro__:
            examples[f"{model.__name__}.scheme"] = edition.id
    has_marks = project.office is not None and project.office.content >= FIRST_WITH_MARKS
    text_of_document = scaffold_text(
        kind, person=person_id, depth=depth, of_project=examples, has_marks=has_marks
    )
    texts = {name: text_of_document}
    if edition is not None:
        texts |= part_scaffolds(kind, edition, name, person=person_id, depth=depth + 1, has_marks=has_marks)
    paths = _paths_of(project, texts, year)
    changes: list[FileChange] = []
    for file_name, path in paths.items():
        text = _dated_within(texts[file_name], path, project.root)
        changes.append(FileChange(path, None, text.encode()))
    write_changes(project.root, changes)
    return tuple(paths.values())


def _refuse_unseen_characters(name: str, label: str) -> None:
    """Refuse a name with a character that content may not hold: nothing could refer to the document.

    Raises:
        ContentError: there is one (E403).
    """
    refusal = first_refusal(name)
    if refusal:
        raise ContentError([Diagnostic("E403", refusal.message, Location(label), refusal.hint)])


def _dated_within(text: str, path: Path, root: Path) -> str:
    """Return the text of a new file with its example of a date in the year of its folder (else W508)."""
    folder, *_names = path.relative_to(root).parts
    year = thai.to_arabic_digits(folder)
    return text.replace(DATE, f"{DATE[: -len(year)]}{year}")


def _paths_of(project: Project, names: Iterable[str], year: int | None) -> dict[str, Path]:
    """Return the path of each new file, by its name below the year's folder.

    Raises:
        ContentError: the project has no year yet and none is said (E407), or files must not be written
            (E403, E415).
    """
    year_folders, _diagnostics = find_years(project.root)
    if year is None:
        year = max(year_folders, default=None)
    if year is None:
        message = _("the project has no folder of a year yet")
        hint = _("Say the year, such as --year {year}.").format(year=thai.fiscal_year(project.today))
        raise ContentError([Diagnostic("E407", message, folder_place(project.root), hint)])
    folder = year_folders.get(year, project.root / str(year))
    paths = {name: folder / f"{name}{_ENDING}" for name in names}
    present_paths = {
        output_key(thai.clean_text(file.key)): file.path
        for file in find_content(project.root, year_folders).files
    }
    problems = list(_path_problems(paths, year, present_paths))
    if problems:
        raise ContentError(problems)
    return paths


def _path_problems(
    paths: Mapping[str, Path], year: int, present_paths: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each file that must not be written.

    Args:
        paths: path of each file by its name; that of the content file comes first.
        year: fiscal year of its folder.
        present_paths: the content files that are there, by the key of their output file.
    """
    for name, path in paths.items():
        fault = name_fault(name, path_label(path))
        if fault is not None:
            yield fault
            return  # the names of its parts have the same fault
        present_path = present_paths.get(output_key(f"{year}/{name}"))
        # Something may stand there that the search for content could not see.
        if present_path is None and is_there(path):
            present_path = path
        if present_path is not None:
            message = _("there is already a file of this name, and it was not overwritten")
            hint = _("Choose another name, or edit this file.")
            yield Diagnostic("E415", message, Location(path_label(present_path)), hint)


def _chosen_edition(project: Project, kind: Kind[Any], name: str | None) -> Edition | None:
    """Return the edition of a new report; None for kinds without editions.

    Args:
        project: the project of the report.
        kind: its kind.
        name: id of the edition; None for the usual one.

    Raises:
        ContentError: there is no such edition of the kind (E660).
    """
    if kind.scheme is None and name is None:
        return None
    if not name:
        name = _usual_edition(project, kind)
    editions = {edition.id: edition for edition in _editions(project, kind)}
    if name in editions:
        return editions[name]
    message = _("an edition of the scheme is expected, found '{text}'").format(text=name)
    place = Location(path_label(project.root / SCHEMES_FOLDER))
    hint = nearest_hint(name, sorted(editions))
    raise ContentError([Diagnostic("E660", message, place, hint)])


def _editions(project: Project, kind: Kind[Any]) -> Iterator[Edition]:
    """Generate the editions that reports of a kind may use; none for a kind without editions."""
    if kind.scheme is None:
        return
    for edition in load_schemes(project.root, project.kinds).by_id.values():
        if isinstance(edition, kind.scheme.model):
            yield edition


def _usual_edition(project: Project, kind: Kind[Any]) -> str:
    """Return the id of the edition of the newest report of a kind, else that of a first report.

    Empty for a kind without editions.
    """
    if kind.scheme is None:
        return ""
    reports = [document for document in project.documents if document.kind == kind.name]
    if not reports:
        return kind.scheme.usual
    newest_report = reports[-1]
    return kind.scheme.of(newest_report.content).id


def _examples_of_project(project: Project, kind: Kind[Any]) -> dict[str, str]:
    """Return examples that are true of this project, by ``Model.field``."""
    newest_year = max(project.years, default=0)
    documents = [document for document in project.documents if document.year == newest_year]
    return dict(kind.examples.of_project(project.office, documents))


def _example_person_id(project: Project) -> str:
    """Return the id of a person who stands as example: the director, else the first person of the roster."""
    if project.office is not None and project.office.director is not None:
        return project.office.director.id
    if project.people:
        return project.people[0].id
    return "id"
