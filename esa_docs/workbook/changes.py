"""Find what a filled-in workbook changes: compare it with its export and with the content files of today.

E681 a workbook of another document, year or edition · E682 a sheet is missing or renamed · E683 a cell that
is not to be filled in was changed · E684 a formula · E685 a line without the parts of a record · E686 changed
here and in the content file since the export · E624 a sheet that was added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_forms import KeyNames, Number, Numbers, Value
from esa_docs.model.cell_lines import LineError
from esa_docs.model.workbook_form import Column
from esa_docs.source.folders.files import path_label
from esa_docs.source.tables.christian_years import once_each, tell_christian_year
from esa_docs.source.tables.table_file import Cell, format_warning, formula_fault
from esa_docs.workbook.layout import Layout, Row
from esa_docs.workbook.line_faults import unreadable_line
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
    mismatches = tuple(_mismatches(layout, filled))
    if mismatches:
        return Checked(None, mismatches)
    diagnostics = [*_missing_sheets(filled), *_changed_fixed_cells(filled), *_added_sheets(filled)]
    changes: list[Change] = []
    cells_of_today = layout.cells()
    for (sheet, name), (address, digest) in filled.record.cells.items():
        if sheet not in filled.sheets:
            continue
        cell = filled.sheets[sheet].get(name, _EMPTY)
        is_as_exported = digest_of(cell.text) == digest and not cell.is_formula
        if is_as_exported:
            continue
        place = filled.place(sheet, name)
        change = _change(cell, place, digest, cells_of_today.get(address), address.keys)
        diagnostics += change.diagnostics
        if change.value is not None:
            changes.append(change.value)
    return Checked(tuple(changes), tuple(once_each(diagnostics)))


def _mismatches(layout: Layout, filled: Filled) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each sign that the workbook is of something else (E681)."""
    document, record = layout.document, filled.record
    comparisons = (
        (_("document"), record.document, document.name),
        (_("year"), str(record.year), str(document.year)),
        (_("edition"), record.edition, layout.edition),
    )
    for label, actual, expected in comparisons:
        if actual != expected:
            message = _("the workbook is of another {what}: {expected} is expected, found {found}")
            hint = _("Name the document it was exported from, or export anew and fill in that one.")
            text = message.format(what=label, expected=expected, found=actual)
            yield Diagnostic("E681", text, filled.place(""), hint)


def _missing_sheets(filled: Filled) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each sheet that is not there under its name (E682)."""
    cells = (*filled.record.texts, *filled.record.cells)
    expected_sheets = dict.fromkeys(sheet for sheet, _cell in cells)
    other_sheets = [sheet for sheet in filled.sheets if sheet not in expected_sheets]
    for sheet in expected_sheets:
        if sheet in filled.sheets:
            continue
        message = _("the sheet '{sheet}' is expected and is not there").format(sheet=sheet)
        hint = _("Take it from the workbook as it was exported.")
        if other_sheets:
            hint = _("If it was renamed, give it its name again; other sheets: {sheets}.")
            hint = hint.format(sheets=", ".join(other_sheets))
        yield Diagnostic("E682", message, filled.place(sheet), hint)


def _changed_fixed_cells(filled: Filled) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each cell that was changed and is not to be filled in (E683)."""
    for sheet, cells in filled.sheets.items():
        fixed_texts = {cell: text for (title, cell), text in filled.record.texts.items() if title == sheet}
        if not fixed_texts:
            # The sheet is no part of the export: `_added_sheets` tells it.
            continue
        open_cells = {cell for title, cell in filled.record.cells if title == sheet}
        for name in dict.fromkeys((*fixed_texts, *cells)):
            if name in open_cells:
                continue
            actual = cells.get(name, _EMPTY).text
            # The cells are mended, also those of a workbook that an older program exported.
            expected = thai.mend_text(fixed_texts.get(name, ""))
            if actual.strip() != expected.strip():
                yield _fixed_cell(expected, actual, filled.place(sheet, name))


def _added_sheets(filled: Filled) -> Iterator[Diagnostic]:
    """Generate the information of each sheet that somebody added: nobody reads it (E624)."""
    exported_sheets = {sheet for sheet, _cell in (*filled.record.texts, *filled.record.cells)}
    for sheet, cells in filled.sheets.items():
        filled_cells = [name for name, cell in cells.items() if cell.text]
        if sheet not in exported_sheets and filled_cells:
            message = _("this sheet is no part of the workbook as it was exported, and is not read")
            hint = _("Nothing needs to be done, unless it holds answers: write them into the white cells.")
            place = filled.place(sheet, filled_cells[0])
            yield Diagnostic("E624", message, place, hint, Severity.INFO)


def _fixed_cell(expected: str, actual: str, place: Location) -> Diagnostic:
    message = _("this cell is not to be filled in: '{expected}' is expected, found '{found}'")
    hint = _("Put back what stood there; write texts into the white cells only.")
    text = message.format(expected=expected, found=actual)
    return Diagnostic("E683", text, place, hint)


def _change(
    cell: FilledCell,
    place: Location,
    exported_digest: str,
    cell_of_today: tuple[Row, Column] | None,
    keys: KeyNames,
) -> Checked[Change]:
    """Return the change of a cell whose text is not the exported one.

    Args:
        cell: the cell as it came back.
        place: where it is.
        exported_digest: digest of its text at export.
        cell_of_today: its row and column in an export of today; None where that has no such row.
        keys: keys of its value.

    Returns:
        The change, or why it cannot be made; neither where the content file says the same by now.
    """
    fault = formula_fault(Cell(cell.text, place)) or _formula(cell, place)
    if fault:
        return Checked(None, (fault,))
    if cell_of_today is None:
        return Checked(None, (_conflict(place, ""),))
    row, column = cell_of_today
    expects_number = isinstance(column.form, Number | Numbers)
    text = cell.text_where(is_number=expects_number)
    value_of_today = row.value(keys)
    digest_of_today = digest_of(column.form.show(value_of_today))
    try:
        value = column.form.read(text, value_of_today)
    except LineError as line_error:
        errors = (line_error, *line_error.further)
        return Checked(None, tuple(unreadable_line(error, place) for error in errors))
    # The same workbook may be taken over twice: its texts are then in the file, if written otherwise.
    is_in_file = value == value_of_today or digest_of(text) == digest_of_today
    if is_in_file:
        return Checked(None)
    if digest_of_today != exported_digest:
        return Checked(None, (_conflict(place, path_label(row.part.path)),))
    return Checked(Change(row, keys, value, place), tuple(_format_warnings(cell, place)))


def _format_warnings(cell: FilledCell, place: Location) -> Iterator[Diagnostic]:
    """Generate what is to be told of a format: it is not read (E470), or has a Christian year (W503)."""
    if cell.unread_format:
        yield format_warning(Cell(cell.text, place, unread_format=cell.unread_format))
    elif cell.has_christian_year:
        yield tell_christian_year(cell.text, place)


def _formula(cell: FilledCell, place: Location) -> Diagnostic | None:
    """Return that a cell holds a formula (E684); None where it does not."""
    if not cell.is_formula:
        return None
    message = _("a text or number is expected, found a formula")
    hint = _("Copy the cell and paste it back as a value.")
    return Diagnostic("E684", message, place, hint)


def _conflict(place: Location, file_label: str) -> Diagnostic:
    """Return that a value changed on both sides (E686).

    Args:
        place: the cell.
        file_label: its content file; empty where its row is in no file any more.
    """
    message = _("changed in the workbook and in the content file since the export")
    hint = _("The content file has no such row any more; export anew and fill in there.")
    if file_label:
        hint = _("Make both say the same, here or in {file}; or export anew and fill in there.")
        hint = hint.format(file=file_label)
    return Diagnostic("E686", message, place, hint)
