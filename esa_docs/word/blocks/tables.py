"""Tables of a text as XML: head repeated on each page, numbers at the right, cells joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.fonts.unbroken import USUAL_SIZE, ColumnText
from esa_docs.model.prose.number_columns import forms_of_columns
from esa_docs.model.prose.prose import Prose
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.prose.table_shape import ORDINAL_HEADS, Joined, joined_cells
from esa_docs.word.blocks.column_widths import (
    ColumnRoom,
    fitting_room,
    fitting_widths,
    given_room,
    given_widths,
)
from esa_docs.word.blocks.host import Host, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.runs import RunStyle

_PLAIN: Final = RunStyle()
_STRONG: Final = RunStyle.of([("b", "<w:b/>"), ("bCs", "<w:bCs/>")])
_MOST_ROWS_ON_A_PAGE: Final = 8
"""A table of no more rows stands on one page, as those of our templates do."""
_MIDDLE: Final = '<w:vAlign w:val="center"/>'
_MERGED, _FIRST_MERGED = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table ready to be written.

    Attributes:
        table: the table.
        texts: texts of its cells, numbers in the form of their column.
        alignments: where the text of each column stands below the head.
        room: widths of its columns, and the size of the letters in them.
        cell_at: the cell at each row, by the row and by its first column.
        ends_kept: whether its last row stays on the page of what follows.
    """

    table: TableBlock
    texts: tuple[tuple[Prose, ...], ...]
    alignments: tuple[str, ...]
    room: ColumnRoom
    cell_at: dict[tuple[int, int], Joined]
    ends_kept: bool

    @property
    def widths(self) -> tuple[int, ...]:
        """Widths of its columns, in twips."""
        return self.room.widths

    def is_kept_with_next(self, row: int) -> bool:
        """Return whether a row stays on the page of the next one."""
        last = len(self.texts) - 1
        if row == last:
            return self.ends_kept
        rows_below_head = len(self.texts) - self.table.head_rows
        if row < self.table.head_rows or rows_below_head <= _MOST_ROWS_ON_A_PAGE:
            return True
        return row in {self.table.head_rows, last - 1}


def table_xml(table: TableBlock, host: Host, text: BlockText) -> str:
    """Return the XML of a table.

    Args:
        table: the table.
        host: the paragraph in whose place it stands.
        text: writes its texts.
    """
    layout = _lay_out(table, host, text)
    rows = [_row(layout, row, text) for row in range(len(layout.texts))]
    columns = [f'<w:gridCol w:w="{width}"/>' for width in layout.widths]
    # Word reads the widths of the cells, LibreOffice those of the grid; engines take different margins where
    # none are written.
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{text.styles.grid}"/>'
        f'<w:tblW w:w="{sum(layout.widths)}" w:type="dxa"/>{_place(layout, host)}'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{"".join(columns)}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def is_narrow(table: TableBlock, host: Host) -> bool:
    """Return whether a table is narrower than its place, so that it stands in the middle."""
    return bool(table.widths) and sum(given_widths(table.widths, host.width)) < host.width


def _place(layout: _Layout, host: Host) -> str:
    """Return the property by which a narrower table stands in the middle, any other at the left edge."""
    if sum(layout.widths) < host.width:
        return '<w:jc w:val="center"/>'
    return '<w:tblInd w:w="0" w:type="dxa"/>'


def _lay_out(table: TableBlock, host: Host, text: BlockText) -> _Layout:
    forms = forms_of_columns(table)
    all_joined = joined_cells(table.cells)
    cell_at: dict[tuple[int, int], Joined] = {}
    for joined_cell in all_joined:
        for row_number in range(joined_cell.row, joined_cell.row + joined_cell.rows):
            cell_at[row_number, joined_cell.column] = joined_cell
    texts = list(table.cells[: table.head_rows])
    for row in table.cells[table.head_rows :]:
        cells = []
        for cell, form in zip(row, forms, strict=True):
            text_of_cell = cell if form is None else form.in_form(cell)
            cells.append(text_of_cell)
        texts.append(tuple(cells))
    are_numbers = [form is not None for form in forms]
    column_texts = []
    for joined_cell in all_joined:
        words = str(text.captions.resolved(texts[joined_cell.row][joined_cell.column]))
        column_texts.append(ColumnText(joined_cell.column, joined_cell.columns, text.printed(words)))
    room = _column_room(table, are_numbers, column_texts, host.width, text.family)
    alignments: tuple[str, ...] = table.align or tuple(_alignments(table.columns, are_numbers))
    return _Layout(table, tuple(texts), alignments, room, cell_at, host.is_kept_with_next)


def _column_room(
    table: TableBlock, are_numbers: Sequence[bool], texts: Sequence[ColumnText], room: int, family: str
) -> ColumnRoom:
    if table.widths:
        return given_room(given_widths(table.widths, room), texts, family)
    columns: list[list[str]] = [[] for _column in are_numbers]
    for text in texts:
        if text.columns == 1:
            columns[text.column].append(text.words)
    return fitting_room(fitting_widths(columns, are_numbers, room), texts, family)


def _alignments(columns: Sequence[str], are_numbers: Sequence[bool]) -> Iterator[str]:
    for head, is_number in zip(columns, are_numbers, strict=True):
        if not is_number:
            yield "left"
        elif head in ORDINAL_HEADS:
            yield "center"
        else:
            yield "right"


def _row(layout: _Layout, row: int, text: BlockText) -> str:
    is_head = row < layout.table.head_rows
    head = "<w:tblHeader/>" if is_head else ""
    cells = "".join(_cells(layout, row, text))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cells(layout: _Layout, row: int, text: BlockText) -> Iterator[str]:
    """Generate the cells of a row; what is joined to a cell above stands in it without a text."""
    column = 0
    while column < len(layout.widths):
        cell = layout.cell_at[row, column]
        width = sum(layout.widths[column : column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        content = ""
        merge = ""
        if cell.rows > 1:
            merge = _FIRST_MERGED if cell.row == row else _MERGED
        if cell.row == row:
            content = _runs(layout, cell, text)
        par = paragraph(content, _paragraph_properties(layout, row, cell, text))
        place = _MIDDLE if row < layout.table.head_rows else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{place}</w:tcPr>{par}</w:tc>'
        column += cell.columns


def _runs(layout: _Layout, cell: Joined, text: BlockText) -> str:
    last_row = len(layout.texts) - 1
    is_total = layout.table.total and cell.row == last_row
    style = _STRONG if is_total else _PLAIN
    if layout.room.size != USUAL_SIZE:
        style = style.bearing(RunStyle.of_size(layout.room.size).properties)
    return text.runs(layout.texts[cell.row][cell.column], style)


def _paragraph_properties(layout: _Layout, row: int, cell: Joined, text: BlockText) -> dict[str, str]:
    is_head = row < layout.table.head_rows
    style = text.styles.head if is_head else text.styles.cell
    properties = {"pStyle": f'<w:pStyle w:val="{style}"/>'}
    if not is_head:
        # A cell over several columns, such as รวม, is in the middle of them.
        alignment = layout.alignments[cell.column] if cell.columns == 1 else "center"
        properties["jc"] = f'<w:jc w:val="{alignment}"/>'
    if layout.is_kept_with_next(row):
        properties["keepNext"] = "<w:keepNext/>"
    return properties
