"""Workbooks of self-assessments: written for those who do not edit YAML, and read back into content files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location, MachineError, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.changes.files import write_file
from esa_docs.jobs.changes.project_changes import FileChange, write_changes
from esa_docs.jobs.program_documents import another_file
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import path_label
from esa_docs.source.loading.project import load_project
from esa_docs.source.tables.workbook_file import load_openpyxl
from esa_docs.timing import Phase, measure
from esa_docs.workbook.applying import Applied, apply_changes, at_cells
from esa_docs.workbook.changes import find_changes
from esa_docs.workbook.layout import Layout, lay_out_workbook
from esa_docs.workbook.reading import read_filled
from esa_docs.workbook.written_parts import hash_of_content

_NO_PACKAGE: Final = "E911"
"""Code of the diagnostic that this machine lacks openpyxl."""


@dataclass(frozen=True, slots=True)
class WorkbookImport:
    """The changes that the import of a workbook made.

    Attributes:
        paths: the content files that were changed.
        cells: how many cells of the workbook changed them.
        diagnostics: warnings.
    """

    paths: tuple[Path, ...]
    cells: int
    diagnostics: tuple[Diagnostic, ...] = ()


def export_workbook(
    project: Project, name: str, output: Path, *, year: int | None = None, force: bool = False
) -> Checked[Path]:
    """Write the workbook of a self-assessment.

    Args:
        project: where the document is.
        name: name of the document.
        output: where the workbook goes, .xlsx.
        year: fiscal year in the Buddhist era; None for the newest that has a folder.
        force: overwrite a workbook that is there. What was filled in there is lost.

    Raises:
        ContentError: there is no such document (E407, E408), it has errors, its kind has no workbook (E679),
            a text is too long for a cell (E688), or a file is there already (E418).
        MachineError: openpyxl is not on this machine (E911), or the file cannot be written (E401, E405).
    """
    load_openpyxl(path_label(output))
    layout = _lay_out(project, name, year)
    if layout.value is None or has_errors(layout):
        raise ContentError(layout)
    if is_there(output) and not force:
        raise ContentError([another_file(output)])
    from esa_docs.workbook.excel import make_workbook  # noqa: PLC0415 needs openpyxl

    digests: dict[Path, str] = {}
    for path in layout.value.files:
        digests[path] = hash_of_content(path)
    person_ids = [person.id for person in project.people]
    write_file(output, make_workbook(layout.value, person_ids, digests))
    return Checked(output, layout.diagnostics)


def import_workbook(
    project: Project, name: str, workbook: Path, *, year: int | None = None
) -> WorkbookImport:
    """Write the changes of a filled-in workbook into the content files. With any fault nothing is written.

    Args:
        project: where the document is. It must be held.
        name: name of the document.
        workbook: the workbook, as it came back.
        year: fiscal year in the Buddhist era; None for the newest that has a folder.

    Raises:
        ContentError: as for the export; or the workbook cannot be read (E621), is no exported one (E680),
            is of something else (E681), or has faults (E625, E682 to E687, and those of the content's check);
            or a content file has changed meanwhile (E431).
        MachineError: openpyxl is not on this machine (E911), or a file cannot be written (E401, E405).
    """
    layout = _lay_out(project, name, year)
    filled_workbook = read_filled(workbook, path_label(workbook))
    if layout.value is None or filled_workbook.value is None:
        raise _unreadable_workbook(filled_workbook.diagnostics)
    checked_changes = find_changes(layout.value, filled_workbook.value)
    changes = checked_changes.value or ()
    applied = apply_changes(changes, layout.value.form.key_order)
    diagnostics = (*filled_workbook, *checked_changes, *applied)
    if applied.value is not None:
        diagnostics += _new_diagnostics(project, applied.value)
    if has_errors(diagnostics) or applied.value is None:
        raise ContentError(diagnostics)
    file_changes: list[FileChange] = []
    for path, data in applied.value.files.items():
        file_changes.append(FileChange(path, applied.value.earlier_files[path], data))
    write_changes(project.root, file_changes)
    return WorkbookImport(tuple(applied.value.files), len(changes), diagnostics)


def _new_diagnostics(project: Project, applied: Applied) -> tuple[Diagnostic, ...]:
    """Return the findings that the changed files would add to the project, each at its cell."""
    if not applied.files:
        return ()
    with measure(Phase.LOAD):
        project_after = load_project(project.root, project.kinds, applied.files, today=project.today)
    new_diagnostics: list[Diagnostic] = []
    for diagnostic in project_after.diagnostics:
        if diagnostic not in project.diagnostics:
            new_diagnostics.append(diagnostic)
    return tuple(at_cells(new_diagnostics, applied.places))


def _lay_out(project: Project, name: str, year: int | None) -> Checked[Layout]:
    document = find_document(project, name, year)
    kind = project.kinds.of(document)
    if kind.workbook:
        return lay_out_workbook(document, kind)
    kind_names = [each_kind.name for each_kind in project.kinds if each_kind.workbook]
    message = _("a document of one of the kinds {kinds} is expected, '{name}' is of the kind {kind}")
    text = message.format(kinds=", ".join(kind_names), name=name, kind=document.kind)
    hint = _("Name a self-assessment; 'esa-docs list' shows all documents with their kinds.")
    raise ContentError([Diagnostic("E679", text, Location(path_label(document.sources[0])), hint)])


def _unreadable_workbook(diagnostics: tuple[Diagnostic, ...]) -> ContentError | MachineError:
    """Return the fault of a workbook that cannot be read. A missing package is a fault of the machine."""
    lacks_package = any(diagnostic.code == _NO_PACKAGE for diagnostic in diagnostics)
    return MachineError(diagnostics) if lacks_package else ContentError(diagnostics)
