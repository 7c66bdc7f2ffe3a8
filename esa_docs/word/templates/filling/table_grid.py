"""The grid of a table whose loops changed the number of its cells: as many columns as the longest row has.

Word takes the widths of cells, LibreOffice those of the grid: a column that the grid lacks is not drawn. Both
are written anew, within the width that the table has in the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.faults.filling_words import UnfitCellError

MOST_COLUMNS: Final = 63
"""Columns that a table of Word has at most."""
_TOKEN: Final = re.compile(
    r"<w:tblGrid(?:\s*/>|>.*?</w:tblGrid>)|<(?P<end>/?)w:(?P<name>tbl|tr|tc)(?=[ >])[^>]*(?<!/)>"
    r"|<w:(?P<property>gridSpan|gridBefore|gridAfter|tcW)(?P<attributes>(?: [^>]*)?)/>",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r'w:(\w+)="([^"]*)"')
_COLUMN: Final = re.compile(r'<w:gridCol(?: w:w="(\d+)")?[^>]*>')
_ABSOLUTE: Final = "dxa"


@dataclass(slots=True)
class _Cell:
    """A cell of a table's own rows.

    Attributes:
        width: as the template has it, in twentieths of a point; 0 where it has none.
        span: number of its columns.
        width_place: place of the element that says its width, as start and end; None where it has none.
    """

    width: int = 0
    span: int = 1
    width_place: tuple[int, int] | None = None


@dataclass(slots=True)
class _Row:
    """A row, with the columns that it leaves free, and its place in the text."""

    start: int
    end: int = 0
    before: int = 0
    after: int = 0
    cells: list[_Cell] = field(default_factory=list)

    @property
    def columns(self) -> int:
        return self.before + sum(cell.span for cell in self.cells) + self.after


def with_grid_of_rows(table: str) -> str:
    """Return the XML of a table with a grid for its longest row, without rows that have no cell.

    Raises:
        UnfitCellError: it has more columns than Word can take.
    """
    grid_place, rows = _read(table)
    full_rows = [row for row in rows if row.cells]
    if not full_rows:
        return ""
    if grid_place is None:
        return table
    longest_row = max(full_rows, key=lambda row: (row.columns, len(row.cells)))
    if longest_row.columns > MOST_COLUMNS:
        hint = _("Let the loop of the columns have fewer turns, or turn rows and columns round.")
        message = _("a table of {count} columns, where Word takes {most} at most")
        raise UnfitCellError(message.format(count=longest_row.columns, most=MOST_COLUMNS), hint)
    old_widths = _grid_widths(table[slice(*grid_place)])
    changes = [(row.start, row.end, "") for row in rows if not row.cells]
    widths = old_widths
    if len(old_widths) != longest_row.columns:
        widths = _shared_widths(longest_row, sum(old_widths), len(old_widths))
        changes.append((*grid_place, _grid(widths)))
    changes += _width_changes(full_rows, widths)
    return _changed(table, changes)


def _read(table: str) -> tuple[tuple[int, int] | None, list[_Row]]:
    """Return the place of a table's grid, and its rows; tables inside it are passed over."""
    grid_place = None
    rows: list[_Row] = []
    for token in _own_tokens(table):
        if token[0].startswith("<w:tblGrid"):
            grid_place = grid_place or token.span()
        elif token["name"] == "tr" and not token["end"]:
            rows.append(_Row(token.start()))
        elif rows:
            _take_token(rows[-1], token)
    return grid_place, rows


def _own_tokens(table: str) -> Iterator[re.Match[str]]:
    """Generate what belongs to the table itself, not to a table inside it."""
    depth = 0
    for token in _TOKEN.finditer(table):
        if token["name"] != "tbl":
            if depth == 1:
                yield token
        elif token["end"]:
            depth -= 1
        else:
            depth += 1


def _take_token(row: _Row, token: re.Match[str]) -> None:
    """Take the end of a row, a cell of it, or a property of either."""
    if token["property"]:
        _take_property(row, token)
    elif token["name"] == "tr":
        row.end = token.end()
    elif not token["end"]:
        row.cells.append(_Cell())


def _take_property(row: _Row, token: re.Match[str]) -> None:
    """Take what an element says about a row, or about the last cell of it."""
    attributes = dict(_ATTRIBUTE.findall(token["attributes"]))
    name = token["property"]
    if name == "gridBefore":
        row.before = _number(attributes.get("val", ""))
    elif name == "gridAfter":
        row.after = _number(attributes.get("val", ""))
    elif row.cells and name == "gridSpan":
        row.cells[-1].span = max(1, _number(attributes.get("val", "")))
    elif row.cells and name == "tcW" and row.cells[-1].width_place is None:
        row.cells[-1].width_place = token.span()
        if attributes.get("type", _ABSOLUTE) == _ABSOLUTE:
            row.cells[-1].width = _number(attributes.get("w", ""))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _grid_widths(grid: str) -> list[int]:
    return [_number(width) for width in _COLUMN.findall(grid)]


def _grid(widths: list[int]) -> str:
    columns = [f'<w:gridCol w:w="{width}"/>' for width in widths]
    return f"<w:tblGrid>{''.join(columns)}</w:tblGrid>"


def _shared_widths(row: _Row, total: int, old_count: int) -> list[int]:
    """Return the widths of the columns of a row: in the relation of its cells, and the old width together.

    Args:
        row: the longest row.
        total: width of the table in the template, in twentieths of a point.
        old_count: number of its columns there.
    """
    usual_width = total / max(1, old_count)
    wishes = [usual_width] * row.before
    for cell in row.cells:
        width_of_column = usual_width
        if cell.width:
            width_of_column = cell.width / cell.span
        wishes += [width_of_column] * cell.span
    wishes += [usual_width] * row.after
    # The edges are rounded, not the widths: so the widths give the total.
    sum_of_wishes = sum(wishes) or 1
    edges = [0] + [round(total * edge / sum_of_wishes) for edge in accumulate(wishes)]
    return [end - start for start, end in pairwise(edges)]


def _width_changes(rows: list[_Row], widths: list[int]) -> Iterator[tuple[int, int, str]]:
    """Generate the widths of the cells of all rows, each with its place."""
    for row in rows:
        column = row.before
        for cell in row.cells:
            width = sum(widths[column : column + cell.span])
            column += cell.span
            if cell.width_place is not None and cell.width:
                yield (*cell.width_place, f'<w:tcW w:w="{width}" w:type="{_ABSOLUTE}"/>')


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Return a text with other text at some places, each a start and an end."""
    pieces = []
    place = 0
    for start, end, new_text in sorted(changes):
        pieces.append(text[place:start])
        pieces.append(new_text)
        place = end
    pieces.append(text[place:])
    return "".join(pieces)
