"""The summary table of a work with the columns of the office, and the head of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.flow.building import build_graph
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.kinds.manual.columns import ColumnName, TableColumn
from esa_docs.kinds.manual.content import Manual, TableRow, Work
from esa_docs.model.area import Area
from esa_docs.model.document import Document
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.grid import CellLook, Grid, GridCell
from esa_docs.model.prose.paragraph_texts import plain_lines, words_in
from esa_docs.model.prose.passage import Piece
from esa_docs.model.prose.prose import with_words
from esa_docs.model.prose.text_or_list import paragraphs_of
from esa_docs.word.blocks.figure_heights import FigureHeights, lines_below
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.flow_cells import CellRoom, draw_cells

_SIZE: Final = 16.0
"""Points of the text of a table."""
_TWIPS_OF_CM: Final = 567
_TWIPS_OF_POINT: Final = 20
_CELL_MARGINS: Final = 114
"""Twips beside the text of a cell."""
_USUAL_SHARES: Final[dict[ColumnName | None, float]] = {
    "number": 1.1,
    "chart": 3.8,
    "step": 3.62,
    "detail": 4.76,
    "time": 1.83,
    "quality": 2.34,
    "owner": 2.35,
    None: 2.0,
}
"""How the columns without a width share the room; None for one of the office's own."""
_LOOKS: Final[dict[ColumnName | None, CellLook]] = {"number": "number", "chart": "drawing"}
_HEAD_SHARES: Final = (0.5, 0.25, 0.25)
"""Shares of the places in the first row of the head of the form."""


def summary_table(document: Document[Manual], work: Work, area: Area, drawings: list[Drawing]) -> Grid | str:
    """Return the summary table of a work in the columns of the office; empty where it has none of its own.

    Args:
        document: the manual.
        work: the work.
        area: room for text on a page.
        drawings: the drawings of the document; those in the table come behind them.
    """
    columns = document.content.columns
    if not columns:
        return ""
    widths = column_widths(columns, round(area.width * _TWIPS_OF_POINT))
    rows = [_cells_of(number, row, columns) for number, row in enumerate(work.table, 1)]
    marks = [""] * len(rows)
    if "chart" in [column.column for column in columns]:
        figures = FigureHeights(document.pictures, document.numerals, document.office.font, area.height)
        heights = [_height(cells, widths, figures) for cells in rows]
        marks = _draw(document, work, heights, columns, widths, drawings)
    heads = tuple(GridCell((column.printed_head,), "head") for column in columns)
    table_rows = []
    for cells, mark in zip(rows, marks, strict=True):
        with_drawings = [_with_mark(cell, mark) for cell in cells]
        table_rows.append(tuple(with_drawings))
    return Grid(widths, (heads, *table_rows), head_rows=1)


def column_widths(columns: Sequence[TableColumn], room: int) -> tuple[int, ...]:
    """Return the widths of columns in twips: as content gives them, the others share the rest of the room.

    Args:
        columns: the columns.
        room: width of the text on a page, in twips.
    """
    fixed_widths = [round((column.width or 0) * _TWIPS_OF_CM) for column in columns]
    shares = []
    for column in columns:
        share = 0.0 if column.width else _USUAL_SHARES[column.column]
        shares.append(share)
    open_room = max(room - sum(fixed_widths), 0)
    all_shares = sum(shares) or 1.0
    widths = []
    for fixed_width, share in zip(fixed_widths, shares, strict=True):
        widths.append(fixed_width + int(open_room * share / all_shares))
    return tuple(widths)


def _cells_of(number: int, row: TableRow, columns: Sequence[TableColumn]) -> list[GridCell]:
    cells = []
    for column in columns:
        content = tuple(_content(number, row, column))
        cells.append(GridCell(content, _LOOKS.get(column.column, "text")))
    return cells


def _content(number: int, row: TableRow, column: TableColumn) -> Sequence[Piece]:
    """Return what a row says in a column; nothing yet in that of the chart."""
    if column.column is None:
        return paragraphs_of(row.more.get(column.head or ""))
    pieces_by_column: dict[ColumnName, Sequence[Piece]] = {
        "number": (f"{number}.",),
        "step": (row.step,),
        "detail": paragraphs_of(row.detail),
        "time": paragraphs_of(row.time),
        "quality": paragraphs_of(row.quality),
        "owner": (row.owner,),
    }
    return pieces_by_column.get(column.column, ())


def _draw(
    document: Document[Manual],
    work: Work,
    heights: Sequence[float],
    columns: Sequence[TableColumn],
    widths: Sequence[int],
    drawings: list[Drawing],
) -> list[str]:
    """Draw the symbols of the rows, whose other cells have some heights in points, and return their marks."""
    names = [column.column for column in columns]
    width = (widths[names.index("chart")] - _CELL_MARGINS) / _TWIPS_OF_POINT
    family = document.office.font
    ids = [str(number) for number in range(1, len(heights) + 1)]
    first_number = len(drawings)
    room = CellRoom(width, heights)
    drawings += draw_cells(build_graph(work), ids, room, family, document.numerals, first_number)
    return [drawing_mark(number) for number in range(first_number, len(drawings))]


def _with_mark(cell: GridCell, mark: str) -> GridCell:
    return GridCell((mark,), "drawing") if cell.look == "drawing" else cell


def _height(cells: Sequence[GridCell], widths: Sequence[int], figures: FigureHeights) -> float:
    """Return the points that a row needs, as far as they can be told before the page is laid."""
    metrics = face_metrics(figures.family, FaceStyle.REGULAR)
    highest = 0.0
    for cell, width in zip(cells, widths, strict=True):
        room = (width - _CELL_MARGINS) / _TWIPS_OF_POINT
        lines = 0
        for text in _lines_in(cell.content):
            lines += len(thai.wrap_lines(text, lambda words: metrics.width(words, _SIZE), room))
        height = lines * metrics.line_height(_SIZE) + figures.of(cell.content, width - _CELL_MARGINS)
        highest = max(highest, height)
    return highest


def _lines_in(pieces: Iterable[Piece]) -> Iterator[str]:
    """Generate the lines that cells begin: of a block its texts, of a figure those below it."""
    for piece in pieces:
        if isinstance(piece, Block) and (piece.picture or piece.chart):
            yield from lines_below(piece)
        elif isinstance(piece, Block):
            yield from plain_lines([piece])
        else:
            yield str(piece)


def form_head(document: Document[Manual], work: Work, area: Area) -> Grid | str:
    """Return the head of the form above a summary table; empty where content has none."""
    head = work.form_head
    if head is None:
        return ""
    room = round(area.width * _TWIPS_OF_POINT)
    first, second, _third = (int(room * share) for share in _HEAD_SHARES)
    widths = (first, second, room - first - second)
    unit = head.unit or document.office.short_name
    rows: list[tuple[GridCell, ...]] = [
        (
            GridCell((with_words(work.name, "ชื่องาน (กระบวนงาน) : "),)),
            GridCell((with_words(unit, "สพท./กลุ่ม : "),)),
            GridCell((with_words(head.code or "", "รหัสเอกสาร : "),)),
        )
    ]
    objectives = head.objectives or tuple(words_in(work.objectives))
    for label, texts in (
        ("ตัวชี้วัดที่สำคัญของกระบวนงาน : ", head.indicators),
        ("วัตถุประสงค์ : ", objectives),
    ):
        if texts:
            rows.append((GridCell(_labelled_texts(label, texts), span=len(widths)),))
    return Grid(widths, tuple(rows), head_rows=1, is_close_to_next=True)


def _labelled_texts(label: str, texts: Sequence[str]) -> tuple[Piece, ...]:
    """Return texts behind a label, numbered below it where there are several."""
    if len(texts) == 1:
        return (with_words(texts[0], label),)
    numbered = [with_words(text, f"{number}. ") for number, text in enumerate(texts, 1)]
    return (label.strip(), *numbered)
