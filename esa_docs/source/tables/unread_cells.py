"""Filled cells of a list that nobody reads: each is told, so that no text of a table is lost unseen.

E117 a line of a CSV file has more cells than its head · E624 columns, rows or sheets that are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.tables.table_file import BLANKS, Cell, Sheet, is_filled
from esa_docs.source.tables.wide_rows import wide_row
from esa_docs.source.yaml_files.quoted import shortened

_MOST_TEXTS: Final = 5
"""Texts that a message shows."""


@dataclass(frozen=True, slots=True)
class ReadColumns:
    """Which cells of a sheet are read.

    Attributes:
        sheet: the sheet.
        head_row: index of the row of its head.
        columns: index of each column that is read as a field.
        listing_columns: those of them whose text makes a row one of the list, such as that of the names.
        running_columns: index of each column of running numbers.
    """

    sheet: Sheet
    head_row: int
    columns: frozenset[int]
    listing_columns: frozenset[int]
    running_columns: frozenset[int] = frozenset()

    @property
    def head(self) -> Sequence[Cell]:
        """The row of the head."""
        return self.sheet.rows[self.head_row]

    @property
    def rows_below(self) -> Sequence[Sequence[Cell]]:
        """The rows below the head."""
        return self.sheet.rows[self.head_row + 1 :]

    @property
    def unknown_heads(self) -> tuple[Cell, ...]:
        """Cells of the head whose columns are not read."""
        known_columns = self.columns | self.running_columns
        return tuple(
            cell for column, cell in enumerate(self.head) if cell.text and column not in known_columns
        )


def unread_cells(table: ReadColumns) -> Iterator[Diagnostic]:
    """Generate what is not read of a sheet with a head, each sort once, lines too wide one by one."""
    yield from _rows_above(table)
    yield from _wide_lines(table)
    yield from _lone_rows(table)
    if table.unknown_heads:
        yield _unknown_columns(table.unknown_heads)
    yield from _columns_without_head(table)


def _unknown_columns(heads: Sequence[Cell]) -> Diagnostic:
    """Return the information that columns with these heads are not read (E624)."""
    message = _("these columns are not read: {columns}").format(columns=join_texts(heads))
    hint = _("Nothing needs to be done, unless one of them has a misspelt name.")
    return Diagnostic("E624", message, heads[0].place, hint, Severity.INFO)


def unread_sheet(sheet: Sheet) -> Diagnostic:
    """Return the information that a sheet without a head is not read (E624)."""
    message = _("this sheet has no row with the names of columns and is not read")
    hint = _("Nothing needs to be done, unless it holds rows of the list.")
    return Diagnostic("E624", message, sheet.place, hint, Severity.INFO)


def _column_without_head(cell: Cell) -> Diagnostic:
    """Return the warning that a column without a name is not read, at its first cell (E624)."""
    message = _("this column has no name and is not read; it begins with '{text}'")
    text = message.format(text=_text_of(cell))
    hint = _("Name the column in the head of the table, or clear it.")
    return Diagnostic("E624", text, cell.place, hint, Severity.WARNING)


def join_texts(cells: Sequence[Cell]) -> str:
    """Return the texts of cells with commas between them; a dash where there are none."""
    texts = [" ".join(cell.text.split()) for cell in cells if cell.text]
    return ", ".join(texts) or "-"


def _rows_above(table: ReadColumns) -> Iterator[Diagnostic]:
    """Generate the information of texts above the head.

    A text that stands alone in its row, above no column that makes the list, is clearly a title.
    """
    cells: list[Cell] = []
    for row in table.sheet.rows[: table.head_row]:
        filled_columns = [column for column, cell in enumerate(row) if is_filled(cell)]
        is_title = len(filled_columns) == 1 and filled_columns[0] not in table.listing_columns
        if not is_title:
            cells += [row[column] for column in filled_columns]
    if cells:
        message = _("what stands above the names of columns is not read: {texts}")
        hint = _("Nothing needs to be done with a title; move a row of the list below the names of columns.")
        text = message.format(texts=_first_texts(cells))
        yield Diagnostic("E624", text, cells[0].place, hint, Severity.INFO)


def _wide_lines(table: ReadColumns) -> Iterator[Diagnostic]:
    """Generate the error of each line of a CSV file with texts beyond its head (E117)."""
    width = len(table.head)
    if not table.sheet.separator:
        return
    for row in table.rows_below:
        cells_beyond = [cell for cell in row[width:] if is_filled(cell)]
        if cells_beyond:
            texts = [cell.text for cell in row]
            yield wide_row("E117", width, texts, cells_beyond[0].place, table.sheet.separator)


def _columns_without_head(table: ReadColumns) -> Iterator[Diagnostic]:
    """Generate the warning of each column with texts and no head; of a CSV file within the head alone."""
    width = len(table.head)
    reported_columns: set[int] = set()
    for row in table.rows_below:
        cells = row[:width] if table.sheet.separator else row
        for column, cell in enumerate(cells):
            has_head = column < width and bool(table.head[column].text)
            is_read = column in table.columns or column in table.running_columns
            if is_filled(cell) and not has_head and not is_read and column not in reported_columns:
                reported_columns.add(column)
                yield _column_without_head(cell)


def _lone_rows(table: ReadColumns) -> Iterator[Diagnostic]:
    """Generate the warning of rows that have texts in columns alone that are not read."""
    cells: list[Cell] = []
    for row in table.rows_below:
        has_field = any(column in table.columns and is_filled(cell) for column, cell in enumerate(row))
        # A formula without a value that stands alone is one of running numbers.
        texts = [cell for cell in row if cell.text not in BLANKS and not _is_only_a_number(cell.text)]
        if texts and not has_field:
            cells.append(texts[0])
    if cells:
        message = _("of rows such as this nothing is read, {count} in this table: {texts}")
        hint = _("Fill in a column that is read, or delete the row.")
        text = message.format(count=len(cells), texts=_first_texts(cells))
        yield Diagnostic("E624", text, cells[0].place, hint, Severity.WARNING)


def _is_only_a_number(text: str) -> bool:
    """Return whether a text is a number as it stands before an item of a list."""
    return thai.to_arabic_digits(text).strip(" .)").isdigit()


def _text_of(cell: Cell) -> str:
    """Return the text of a cell as a message shows it; one of a formula without a value has none."""
    text = " ".join(cell.text.split())
    return shortened(text) or _("a formula without a value")


def _first_texts(cells: Sequence[Cell]) -> str:
    texts = [_text_of(cell) for cell in cells[:_MOST_TEXTS]]
    text = ", ".join(texts)
    return f"{text} …" if len(cells) > _MOST_TEXTS else text
