"""Starting a document: a new content file with every field explained, and the part files of its edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from esa_docs.diagnostics import ContentError, Diagnostic, EsaDocsError, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import write_files
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind
from esa_docs.model.project import Project
from esa_docs.source.files import find_content, find_years, name_fault, output_key, path_label
from esa_docs.source.part_scaffolds import part_scaffolds
from esa_docs.source.scaffold import scaffold_text
from esa_docs.source.schemes import SCHEMES_FOLDER, load_schemes

_ENDING = ".yaml"


def start_document(
    project: Project, kind: Kind[Any], name: str, year: int | None = None, scheme: str | None = None
) -> tuple[Path, ...]:
    """Write a new content file and the files of its parts, all or none; give their paths, its own first.

    Args:
        project: where it goes.
        kind: kind of document.
        name: path below the year's folder without the ending, with forward slashes.
        year: fiscal year in the Buddhist era; by default the newest that has a folder.
        scheme: id of the edition, for kinds that have one; by default that of the newest report of the kind.

    Raises:
        ContentError: a name cannot be a file name (E403) or is that of another document (E415), the project
            has no year yet and none is said (E407), or there is no such edition of the kind (E660).
        MachineError: a file cannot be written (E401, E405).
    """
    edition = _chosen_edition(project, kind, scheme)
    depth, person = name.count("/") + 1, _example_person(project)
    of_project = _examples_of_project(project, kind)
    if edition:
        of_project |= {f"{model.__name__}.scheme": edition.id for model in kind.content.__mro__}
    texts = {name: scaffold_text(kind, person=person, depth=depth, of_project=of_project)}
    if edition:
        texts |= part_scaffolds(kind, edition, name, person=person, depth=depth + 1)
    places = _places(project, texts, year)
    return _write_all({place: texts[one].encode() for one, place in places.items()})


def _places(project: Project, names: Iterable[str], year: int | None) -> dict[str, Path]:
    """Give the place of each file, or tell every one that may not be written."""
    years, _found = find_years(project.root)
    wanted = year if year is not None else max(years, default=None)
    if wanted is None:
        message = _("the project has no folder of a year yet")
        hint = _("Say the year, such as --year 2569.")
        raise ContentError([Diagnostic("E407", message, Location(path_label(project.root)), hint)])
    folder = years.get(wanted, project.root / str(wanted))
    places = {name: folder / f"{name}{_ENDING}" for name in names}
    there = {output_key(file.key): file.path for file in find_content(project.root, years)}
    faults = list(_faults(places, wanted, there))
    if faults:
        raise ContentError(faults)
    return places


def _faults(places: Mapping[str, Path], year: int, there: Mapping[str, Path]) -> Iterator[Diagnostic]:
    for name, path in places.items():
        fault = name_fault(name, path_label(path))
        same = there.get(output_key(f"{year}/{name}"))
        if fault:
            yield fault
            return  # the names of its parts have the same fault
        if same:
            message = _("there is already a file of this name, and it was not overwritten")
            hint = _("Choose another name, or edit this file.")
            yield Diagnostic("E415", message, Location(path_label(same)), hint)


def _write_all(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write every file; where one cannot be written, those before it are taken away again."""
    written: list[Path] = []
    try:
        for path in write_files(files):
            written.append(path)  # noqa: PERF402 what is written is known also where the next one fails
    except EsaDocsError:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(written)


def _chosen_edition(project: Project, kind: Kind[Any], name: str | None) -> Edition | None:
    """Return the edition of a new report; None for kinds without editions."""
    if kind.scheme is None and name is None:
        return None
    editions = {edition.id: edition for edition in _editions(project, kind)}
    wanted = name or _usual_edition(project, kind)
    if wanted in editions:
        return editions[wanted]
    message = _("an edition of the scheme is expected, found '{text}'").format(text=wanted)
    place = Location(path_label(project.root / SCHEMES_FOLDER))
    raise ContentError([Diagnostic("E660", message, place, nearest_hint(wanted, sorted(editions)))])


def _editions(project: Project, kind: Kind[Any]) -> Iterator[Edition]:
    """Give the editions that reports of a kind may use."""
    if kind.scheme is None:
        return
    for edition in load_schemes(project.root, project.kinds).by_id.values():
        if isinstance(edition, kind.scheme.model):
            yield edition


def _usual_edition(project: Project, kind: Kind[Any]) -> str:
    """Return the edition of the newest report of a kind, else that of a first one."""
    if kind.scheme is None:
        return ""
    before = [document for document in project.documents if document.kind == kind.name]
    return kind.scheme.of(before[-1].content).id if before else kind.scheme.usual


def _examples_of_project(project: Project, kind: Kind[Any]) -> dict[str, str]:
    """Return examples that are true of this project, by ``Model.field``."""
    newest = max(project.years, default=0)
    documents = [document for document in project.documents if document.year == newest]
    return dict(kind.examples.of_project(project.office, documents))


def _example_person(project: Project) -> str:
    director = project.office.director if project.office else None
    chosen = director or next(iter(project.people), None)
    return chosen.id if chosen else "id"
