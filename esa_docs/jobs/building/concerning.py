"""Which findings of a project a build tells: those of what it builds, and those of the project itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, Job, is_wanted, is_wanted_by_name
from esa_docs.jobs.kept.frozen import made_copies
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import ISSUED_FOLDER
from esa_docs.model.project import Project
from esa_docs.rules.emblem import check_emblem
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_files import folder_place


def findings_of_build(
    project: Project, choice: Choice, year: int | None, jobs: Sequence[Job]
) -> Iterator[Diagnostic]:
    """Generate the findings of a project that concern a build.

    These are all but those in folders of other years, and those in files of documents that a choice of names
    or kinds passes by: their content, and their tables, such as lists of recipients.

    Args:
        project: the project.
        choice: what is built.
        year: fiscal year that is built; None where the project has no year.
        jobs: the documents that are made.
    """
    kinds = {document.name: document.kind for document in project.documents if document.year == year}
    files_of_others = _files_of_others(project, choice, year)
    for diagnostic in project.diagnostics:
        if diagnostic.location.file in files_of_others:
            continue
        path = path_below_root(project, diagnostic.location)
        if concerns(project, year, path) and not _is_of_another(path, kinds, choice):
            yield diagnostic
    yield from _no_year(project)
    made_anew = [job.document for job in jobs if job.kept_file is None]
    yield from check_emblem(made_anew, project.kinds)


def _files_of_others(project: Project, choice: Choice, year: int | None) -> frozenset[str]:
    """Return the files that only documents are made from which a build passes by, as diagnostics name them.

    None while a document that was to be built has errors: nobody knows which files it names.
    """
    if unbuilt_keys(project, choice, year):
        return frozenset()
    built_files: set[str] = set()
    other_files: set[str] = set()
    for document in project.documents:
        labels = map(path_label, document.sources)
        if document.year == year and is_wanted(document.name, document.kind, choice):
            built_files.update(labels)
        else:
            other_files.update(labels)
    return frozenset(other_files - built_files)


def findings_of_whole(project: Project) -> Iterator[Diagnostic]:
    """Generate what building all of a project would tell, and its content does not show.

    E462 (an information): it has no folder of a year yet · E501 the office names no emblem for its papers.
    Those that were sent are placed as they were kept, and draw no emblem.
    """
    yield from _no_year(project)
    yield from check_emblem(_made_documents(project), project.kinds)


def _made_documents(project: Project) -> Iterator[Document[Content]]:
    """Generate the documents of which a build makes anything anew."""
    for document in project.documents:
        if next(made_copies(project, document), None) is not None:
            yield document


def _no_year(project: Project) -> Iterator[Diagnostic]:
    """Generate the information that there is no document yet; errors are told alone."""
    if not project.years and not has_errors(project.diagnostics):
        message = _("the project has no folder of a year yet: there is no document")
        hint = _("Make the first one, such as 'esa-docs new order orders/first --year {year}'.")
        text = hint.format(year=thai.fiscal_year(project.today))
        yield Diagnostic("E462", message, folder_place(project.root), text, Severity.INFO)


def unbuilt_keys(project: Project, choice: Choice, year: int | None) -> tuple[str, ...]:
    """Return ``year/name`` of the documents that a build was to make and that have errors.

    A choice of kinds passes by none of them: nobody knows the kind of a file that cannot be read.
    """
    keys: list[str] = []
    for key in project.faulty:
        key_year, _slash, name = key.partition("/")
        if key_year == str(year) and is_wanted_by_name(name, choice):
            keys.append(key)
    return tuple(keys)


def concerns(project: Project, year: int | None, path: str) -> bool:
    """Return whether a finding concerns the build of a year: it does unless it is in another year's folder.

    Args:
        project: the project of the finding.
        year: fiscal year that is built; None where the project has no year.
        path: where the finding is, as `path_below_root` has it.
    """
    first_folder, _slash, _below = path.partition("/")
    # The folder of a year may be named in Thai digits.
    folder = thai.to_arabic_digits(first_folder)
    if folder == str(year):
        return True
    return folder not in [str(project_year) for project_year in project.years]


def path_below_root(project: Project, place: Location) -> str:
    """Return the path of the file of a finding from the project folder; of a kept version, of its content."""
    root = path_label(project.root)
    path = place.file if root == "." else place.file.removeprefix(f"{root}/")
    return path.removeprefix(f"{ISSUED_FOLDER}/")


def _is_of_another(path: str, kinds: Mapping[str, str], choice: Choice) -> bool:
    """Return whether a file is that of a sound document that a choice passes by, or of a part of it.

    A document with errors is passed by nowhere: what is built may refer to it.

    Args:
        path: path of the file from the project folder, with forward slashes.
        kinds: the kind of each sound document of the year that is built, by its name.
        choice: what is built.
    """
    _year, _slash, path_below_year = path.partition("/")
    name = path_below_year.rpartition(".")[0]
    # The parts of a document lie in the folder of its name.
    while name and name not in kinds:
        name = name.rpartition("/")[0]
    return name in kinds and not is_wanted(name, kinds[name], choice)
