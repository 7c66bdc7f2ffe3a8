"""The columns of a list of numbers that another program exports: the words in their heads say what they hold.

Heads of registers as they are seen in exports and in the form of the regulation (ทะเบียนหนังสือส่ง). A head that
stands earlier in its list is preferred where a table has several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.people.roster_columns import is_running_number, plain_head
from esa_docs.source.tables.table_file import BLANKS, Cell, Sheet
from esa_docs.source.tables.unread_cells import ReadColumns, unread_cells

_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "number": (
        *("เลขที่หนังสือ", "เลขที่คำสั่ง", "เลขที่ประกาศ", "เลขที่บันทึก", "เลขที่บันทึกข้อความ", "เลขที่เอกสาร"),
        *("เลขหนังสือ", "เลขคำสั่ง", "หนังสือที่", "คำสั่งที่", "ประกาศที่", "เลขที่ส่ง", "number"),
        *("เลขที่", "ที่", "เลขทะเบียนส่ง", "ทะเบียนส่ง", "เลขทะเบียน"),
    ),
    "date": (
        *("ลงวันที่", "วันที่หนังสือ", "วันที่คำสั่ง", "วันที่ประกาศ", "วันที่เอกสาร", "หนังสือลงวันที่", "date"),
        *("วันที่ออก", "วันที่ลงนาม", "วันที่", "วัน-เดือน-ปี", "ว-ด-ป", "ว.ด.ป.", "วดป", "วันที่ส่ง"),
    ),
    "subject": ("เรื่อง", "ชื่อเรื่อง", "หัวเรื่อง", "ชื่อหนังสือ", "subject"),
    "state": ("สถานะ", "state"),
    "why": ("เหตุผล", "หมายเหตุ", "why"),
    "who": ("ผู้จอง", "who"),
    "purpose": ("เพื่อ", "จองเพื่อ", "purpose", "for"),
    "until": ("ถึงวันที่", "จองถึงวันที่", "จองถึง", "until"),
    "is_free": ("ใช้ซ้ำได้", "free"),
    "noted": ("จองเมื่อ", "noted"),
}
"""Heads of the column of each field, the preferred first, as `plain_head` returns them."""
_NEEDED: Final = ("number", "date", "subject")
_TYPED_FIELDS: Final = frozenset({"number", "date", "until", "noted"})
"""Fields whose value counts, whatever the format in which Excel shows it."""
_SEARCHED_ROWS: Final = 30
"""Rows at the top of a sheet among which the head is looked for: titles stand above it."""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A line of an exported list.

    Attributes:
        cells: the filled cells by field.
        place: the line.
        unsaved_cells: cells of fields that are empty because their formulas have no value.
    """

    cells: Mapping[str, Cell]
    place: Location
    unsaved_cells: tuple[Cell, ...] = ()

    def text(self, field: str) -> str:
        """Return the text of a field with single spaces; empty where nothing stands."""
        cell = self.cells.get(field)
        if cell is None:
            return ""
        text = cell.typed if field in _TYPED_FIELDS else cell.text
        return " ".join(text.split())

    def place_of(self, field: str) -> Location:
        """Return the place of a field; that of the line where nothing stands."""
        cell = self.cells.get(field)
        return cell.place if cell else self.place


@dataclass(frozen=True, slots=True)
class NumberLines:
    """The lines of a sheet.

    Attributes:
        lines: the lines below its head.
        diagnostics: what is not read of it, and what is wrong with whole lines.
    """

    lines: tuple[NumberLine, ...]
    diagnostics: tuple[Diagnostic, ...]


def lines_of(sheet: Sheet) -> NumberLines | None:
    """Return the lines below the head of a sheet. None where no row names number, date and subject."""
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        columns = _columns(row)
        if set(_NEEDED) <= columns.keys():
            lines = tuple(_lines(sheet.rows[index + 1 :], columns, row))
            return NumberLines(lines, tuple(unread_cells(_read_columns(sheet, index, columns))))
    return None


def _read_columns(sheet: Sheet, head_row: int, columns: Mapping[str, int]) -> ReadColumns:
    """Return which cells of a sheet are read, and which columns list a number: its own, and its subject."""
    head = sheet.rows[head_row]
    read_columns = frozenset(columns.values())
    running_columns = frozenset(column for column, cell in enumerate(head) if is_running_number(cell.text))
    listing_columns = frozenset({columns["number"], columns["subject"]})
    return ReadColumns(sheet, head_row, read_columns, listing_columns, running_columns - read_columns)


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    """Return the column of each field: of several the one whose head is preferred, then the first."""
    heads = [plain_head(cell.text) for cell in row]
    columns: dict[str, int] = {}
    for field, preferred_heads in _HEADS.items():
        present_heads = [head for head in preferred_heads if head in heads]
        if present_heads:
            columns[field] = heads.index(present_heads[0])
    return columns


def _lines(
    rows: Sequence[Sequence[Cell]], columns: Mapping[str, int], head: Sequence[Cell]
) -> Iterator[NumberLine]:
    """Generate the lines that have cells in the columns; a head that is repeated on a later page is none."""
    for row in rows:
        cells: dict[str, Cell] = {}
        unsaved_cells: list[Cell] = []
        present_columns = {field: column for field, column in columns.items() if column < len(row)}
        for field, column in present_columns.items():
            cell = row[column]
            if cell.is_unsaved:
                unsaved_cells.append(cell)
            elif cell.text not in BLANKS:
                cells[field] = cell
        is_head_again = all(cell.text == head[columns[field]].text for field, cell in cells.items())
        if cells and not is_head_again:
            yield NumberLine(cells, row[0].place, tuple(unsaved_cells))


def no_columns(sheets: Sequence[Sheet], file_label: str) -> Diagnostic:
    """Return the diagnostic of a file in which no sheet has a head (E607)."""
    place = sheets[0].place if sheets else Location(file_label)
    message = _("a row with the names of columns for number, date and subject is expected")
    hint = _("Name the columns เลขที่, ลงวันที่ and เรื่อง in a row above the numbers.")
    return Diagnostic("E607", message, place, hint)
