"""Tables of facts in files of their own: no cell stands beyond the head, no sheet is passed over unseen.

E624 further sheets that are not read · E677 a row is wider than the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.tables.table_file import Cell, Sheet, has_text
from esa_docs.source.tables.wide_rows import wide_row


def check_width(rows: Sequence[Sequence[Cell]], separator: str) -> Iterator[Diagnostic]:
    """Generate the error of each row with texts beyond the head; a title in place of the head is one (E677).

    Args:
        rows: the filled rows of a table, its head first.
        separator: the sign between two columns of a CSV file; empty for a workbook.
    """
    if not rows:
        return
    head, *rows_below = rows
    heads = [cell for cell in head if cell.text]
    widest = max(map(_width, rows_below), default=0)
    if len(heads) == 1 and widest > 1:
        yield _title(heads[0], widest)
        return
    for row in rows_below:
        cells_beyond = [cell for cell in row[len(head) :] if has_text([cell])]
        if cells_beyond:
            texts = [cell.text for cell in row[: _width(row)]]
            yield wide_row("E677", len(head), texts, cells_beyond[0].place, separator)


def further_sheets(sheets: Iterable[Sheet], sheet_read: Sheet) -> Iterator[Diagnostic]:
    """Generate the information of each further sheet with texts: a table is the first alone (E624)."""
    for sheet in sheets:
        if sheet is not sheet_read and any(map(has_text, sheet.rows)):
            message = _("this sheet is not read: a table is the first sheet that holds anything")
            hint = _("Nothing needs to be done, unless it is to be printed: save it as a file of its own.")
            yield Diagnostic("E624", message, sheet.place, hint, Severity.INFO)


def _width(row: Sequence[Cell]) -> int:
    """Return the number of the last column in which a text stands."""
    filled_columns = [column for column, cell in enumerate(row, 1) if has_text([cell])]
    return max(filled_columns, default=0)


def _title(cell: Cell, column_count: int) -> Diagnostic:
    message = _("names of columns are expected in the first row, found '{text}' above {count} columns")
    hint = _("If it is a title, put it into 'title:' and delete this row; if not, name every column.")
    return Diagnostic("E677", message.format(text=cell.text, count=column_count), cell.place, hint)
