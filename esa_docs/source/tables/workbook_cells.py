"""The text of a cell of a workbook that openpyxl reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.source.tables.shown.values import CellText, format_code, is_of_dates, show_value

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character as a workbook may write it, such as ``_x000D_`` (ECMA-376 part 1, 22.4.2.4)."""
_BEFORE_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LAST_ROW: Final = 1_048_576
_OTHER_FIRST_YEAR: Final = 1904


@dataclass(frozen=True, slots=True)
class BookCell:
    """A cell.

    Attributes:
        text: its text as Excel shows it.
        plain: its text where a number or date is expected.
        unread_format: the number format, where it is not read and the text is the value itself.
        has_christian_year: whether it is a date that Excel shows with a year of the Christian era.
        is_of_dates: whether its number format is one of dates.
    """

    text: str
    plain: str
    unread_format: str = ""
    has_christian_year: bool = False
    is_of_dates: bool = False


EMPTY: Final = BookCell("", "")


def read_cell(cell: Any, *, is_from_1904: bool) -> BookCell:
    """Return the text of a cell.

    Args:
        cell: a cell of openpyxl with the value that was saved.
        is_from_1904: whether the workbook counts days from 1904.
    """
    value = cell.value
    if value is None:
        return EMPTY
    code = _format_of(cell)
    if isinstance(value, str):
        value = decode_text(value)
    cell_text: CellText = show_value(value, code, is_from_1904=is_from_1904)
    unread_format = code if cell_text.is_raw else ""
    return BookCell(
        cell_text.text, cell_text.plain, unread_format, cell_text.has_christian_year, is_of_dates(code)
    )


def rows_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Generate the rows of a sheet that openpyxl reads row by row, empty ones too.

    Raises:
        ValueError: a row lies below the last one that Excel has.
    """
    # Programs other than Excel write a size of the sheet that is not true.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > _LAST_ROW:
            raise ValueError(number)
        yield row


def is_from_1904(book: Any) -> bool:
    """Return whether a workbook of openpyxl counts days from 1904, as Excel for the Mac once did."""
    return bool(book.epoch.year == _OTHER_FIRST_YEAR)


def decode_text(text: str) -> str:
    r"""Return a text of a workbook without escapes, with ``\n`` as line end.

    Half of a character, which an escape may name, is U+FFFD.
    """
    if "_x" in text:
        text = _ESCAPED.sub(_unescaped, text)
        # A character beyond U+FFFF is written as two escapes.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # Excel may write the end of a line in a cell as \r\n, its \r as the escape _x000D_.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encode_text(text: str) -> str:
    """Return a text as a workbook writes it: what would be read as an escape is escaped."""
    return _BEFORE_ESCAPE.sub("_x005F_", text)


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _format_of(cell: Any) -> str:
    style = cell.style_array if hasattr(cell, "style_array") else cell._style  # noqa: SLF001 it has no other name
    return format_code(cell.number_format or "General", style.numFmtId)
