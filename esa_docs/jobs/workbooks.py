"""Workbooks of self-assessments: out to those who will not edit YAML, and back into the content files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location, MachineError, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import write_files
from esa_docs.jobs.plan import find_document
from esa_docs.jobs.program_documents import another_file
from esa_docs.model.project import Project
from esa_docs.source.files import path_label
from esa_docs.source.project import load_project
from esa_docs.source.table_file import load_openpyxl
from esa_docs.timing import Phase, measure
from esa_docs.workbook.applying import apply_changes, at_cells
from esa_docs.workbook.changes import find_changes
from esa_docs.workbook.layout import Layout, lay_out_workbook
from esa_docs.workbook.reading import read_filled

_NO_PACKAGE: Final = "E911"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back from a workbook.

    Attributes:
        paths: content files that were changed.
        cells: how many cells changed them.
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
        project: whose document it is.
        name: name of the document.
        output: the workbook, .xlsx.
        year: fiscal year; by default the newest.
        force: overwrite a workbook that is there; what was filled in there is lost.

    Raises:
        ContentError: there is no such document (E407, E408), it has errors, its kind has no workbook (E679),
            a text is too long for a cell (E688), or a file is there already (E418).
        MachineError: openpyxl is not on this machine (E911), or the file cannot be written (E401, E405).
    """
    load_openpyxl(path_label(output))
    layout = _layout(project, name, year)
    if layout.value is None or has_errors(layout):
        raise ContentError(layout)
    if output.exists() and not force:
        raise ContentError([another_file(output)])
    from esa_docs.workbook.excel import make_workbook  # noqa: PLC0415 needs openpyxl

    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in layout.value.files}
    data = make_workbook(layout.value, [person.id for person in project.people], digests)
    for _path in write_files({output: data}):
        pass
    return Checked(output, layout.diagnostics)


def import_workbook(project: Project, name: str, workbook: Path, *, year: int | None = None) -> Imported:
    """Take a filled-in workbook back into the content files; all of it or, with any fault, nothing.

    Args:
        project: whose document it is.
        name: name of the document.
        workbook: the workbook, as it came back.
        year: fiscal year; by default the newest.

    Raises:
        ContentError: as for the export; or the workbook cannot be read (E621), is no exported one (E680),
            is of something else (E681), or has faults (E625, E682 to E687, and those of the content's check).
        MachineError: openpyxl is not on this machine (E911), or a file cannot be written (E401, E405).
    """
    layout = _layout(project, name, year)
    filled = read_filled(workbook, path_label(workbook))
    if layout.value is None or filled.value is None:
        raise _fault(filled.diagnostics)
    changes = find_changes(layout.value, filled.value)
    applied = apply_changes(changes.value or (), layout.value.form.key_order)
    found = (*changes, *applied)
    if applied.value and applied.value.files:
        with measure(Phase.LOAD):
            after = load_project(project.root, project.kinds, applied.value.files)
        new = [one for one in after.diagnostics if one not in project.diagnostics]
        found += tuple(at_cells(new, applied.value.places))
    if has_errors(found) or applied.value is None:
        raise ContentError(found)
    return Imported(tuple(write_files(applied.value.files)), len(changes.value or ()), found)


def _layout(project: Project, name: str, year: int | None) -> Checked[Layout]:
    document = find_document(project, name, year)
    kind = project.kinds.of(document)
    if kind.workbook:
        return lay_out_workbook(document, kind)
    kinds = ", ".join(other.name for other in project.kinds if other.workbook)
    message = _("a document of one of the kinds {kinds} is expected, '{name}' is of the kind {kind}")
    text = message.format(kinds=kinds, name=name, kind=document.kind)
    hint = _("Name a self-assessment; 'esa-docs list' shows all documents with their kinds.")
    raise ContentError([Diagnostic("E679", text, Location(path_label(document.sources[0])), hint)])


def _fault(found: tuple[Diagnostic, ...]) -> ContentError | MachineError:
    """Give what is raised: what this machine lacks is no fault of the content."""
    lacking = any(one.code == _NO_PACKAGE for one in found)
    return MachineError(found) if lacking else ContentError(found)
