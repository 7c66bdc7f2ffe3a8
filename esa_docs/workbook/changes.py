"""What a filled-in workbook changes, compared with its export and with the content files of today.

E681 a workbook of another document, year or edition · E682 a sheet is missing or renamed · E683 a cell that
is not to be filled in was changed · E684 a formula · E685 a line without the parts of a record · E686 changed
here and in the content file since the export.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames, LineError, Value
from esa_docs.model.workbook_form import Column
from esa_docs.source.files import path_label
from esa_docs.source.table_file import Cell, formula_fault
from esa_docs.workbook.layout import Address, Layout, Row
from esa_docs.workbook.reading import Filled, FilledCell
from esa_docs.workbook.record import digest_of

_EMPTY = FilledCell("")


@dataclass(frozen=True, slots=True)
class Change:
    """A cell with a new value.

    Attributes:
        row: the indicator, item or issue it is of.
        keys: keys of the value.
        value: the value; None where the cell was cleared.
        place: the cell.
    """

    row: Row
    keys: KeyNames
    value: Value
    place: Location


def find_changes(layout: Layout, filled: Filled) -> Checked[tuple[Change, ...]]:
    """Find the cells that were filled in or changed since the export.

    Args:
        layout: the workbook as it would be exported today.
        filled: the workbook that came back.

    Returns:
        The changes that are sound, with the faults of the others; None for a workbook of something else.
    """
    others = tuple(_of_something_else(layout, filled))
    if others:
        return Checked(None, others)
    found = [*_sheets(filled), *_fixed_cells(filled)]
    changes: list[Change] = []
    known = layout.cells()
    for (sheet, name), (address, digest) in filled.record.cells.items():
        cell = filled.sheets.get(sheet, {}).get(name, _EMPTY)
        if sheet not in filled.sheets or (digest_of(cell.text) == digest and not cell.is_formula):
            continue
        change = _change(cell, filled.place(sheet, name), digest, known.get(address), address)
        found += change.diagnostics
        changes += [change.value] if change.value else []
    return Checked(tuple(changes), tuple(found))


def _of_something_else(layout: Layout, filled: Filled) -> Iterator[Diagnostic]:
    document, record = layout.document, filled.record
    pairs = (
        (_("document"), record.document, document.name),
        (_("year"), str(record.year), str(document.year)),
        (_("edition"), record.edition, layout.edition),
    )
    for what, found, expected in pairs:
        if found != expected:
            message = _("the workbook is of another {what}: {expected} is expected, found {found}")
            hint = _("Name the document it was exported from, or export anew and fill in that one.")
            told = message.format(what=what, expected=expected, found=found)
            yield Diagnostic("E681", told, filled.place(""), hint)


def _sheets(filled: Filled) -> Iterator[Diagnostic]:
    expected = dict.fromkeys(sheet for sheet, _cell in (*filled.record.texts, *filled.record.cells))
    unknown = [one for one in filled.sheets if one not in expected]
    for sheet in expected:
        if sheet not in filled.sheets:
            message = _("the sheet '{sheet}' is expected and is not there").format(sheet=sheet)
            hint = _("Take it from the workbook as it was exported.")
            if unknown:
                hint = _("If it was renamed, give it its name again; other sheets: {sheets}.").format(
                    sheets=", ".join(unknown)
                )
            yield Diagnostic("E682", message, filled.place(sheet), hint)


def _fixed_cells(filled: Filled) -> Iterator[Diagnostic]:
    """Tell what was changed outside of the cells to fill in: nobody would read it."""
    record = filled.record
    for sheet, cells in filled.sheets.items():
        fixed = {cell: text for (title, cell), text in record.texts.items() if title == sheet}
        open_cells = {cell for title, cell in record.cells if title == sheet}
        for name in dict.fromkeys((*fixed, *(cells if fixed else ()))):
            found, expected = cells.get(name, _EMPTY).text, fixed.get(name, "")
            if name in open_cells or found.strip() == expected.strip():
                continue
            message = _("this cell is not to be filled in: '{expected}' is expected, found '{found}'")
            hint = _("Put back what stood there; write texts into the white cells only.")
            told = message.format(expected=expected, found=found)
            yield Diagnostic("E683", told, filled.place(sheet, name), hint)


def _change(
    cell: FilledCell, place: Location, digest: str, here: tuple[Row, Column] | None, address: Address
) -> Checked[Change]:
    """Look at a cell that is not as it was exported; nothing where the content file says the same by now."""
    fault = formula_fault(Cell(cell.text, place)) or _formula(cell, place)
    if fault:
        return Checked(None, (fault,))
    _code, _issue, keys = address
    if here is None:
        return Checked(None, (_conflict(place, ""),))
    row, column = here
    before = row.value(keys)
    now = digest_of(column.form.show(before))
    if now == digest_of(cell.text):
        return Checked(None)
    if now != digest:
        return Checked(None, (_conflict(place, path_label(row.part.path)),))
    try:
        return Checked(Change(row, keys, column.form.read(cell.text, before), place))
    except LineError as fault_of_line:
        message = _("'{shape}' is expected on each line, found '{line}'")
        hint = _("Begin a line with Alt+Enter; a bar inside a text is written \\|.")
        told = message.format(shape=fault_of_line.shape, line=fault_of_line.line)
        return Checked(None, (Diagnostic("E685", told, place, hint),))


def _formula(cell: FilledCell, place: Location) -> Diagnostic | None:
    if not cell.is_formula:
        return None
    message = _("a text or number is expected, found a formula")
    hint = _("Copy the cell and paste it back as a value.")
    return Diagnostic("E684", message, place, hint)


def _conflict(place: Location, path: str) -> Diagnostic:
    message = _("changed in the workbook and in the content file since the export")
    hint = _("The content file has no such row any more; export anew and fill in there.")
    if path:
        hint = _("Make both say the same, here or in {file}; or export anew and fill in there.")
    return Diagnostic("E686", message, place, hint.format(file=path))
