"""Tables that a view lays out itself, as XML, in the styles of tables of the template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from esa_docs.model.prose.grid import CellLook, Grid, GridCell
from esa_docs.model.prose.passage import Piece
from esa_docs.model.prose.prose import as_prose
from esa_docs.word.blocks.host import Host, paragraph
from esa_docs.word.blocks.signs import TABLE_EDGE
from esa_docs.word.blocks.styles import BlockStyles
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.runs import RunStyle

PrintPiece: TypeAlias = Callable[[Piece, Host], Iterator[str]]
"""A function that generates the XML of a block in a cell."""

_PLAIN: Final = RunStyle()
_CELL_MARGINS: Final = 114
"""Twips beside the text of a cell."""
_MIDDLE: Final = '<w:vAlign w:val="center"/>'
_PARTING: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr><w:r/></w:p>'
)
"""Without a paragraph Word joins two tables into one; the empty run says that it stands there on purpose."""
_TINY: Final = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
"""The mark of a paragraph keeps room below a drawing by its size: lines of two cells would not meet."""


def grid_xml(grid: Grid, host: Host, text: BlockText, print_piece: PrintPiece) -> str:
    """Return the XML of a table.

    Args:
        grid: the table.
        host: the paragraph in whose place it stands.
        text: writes its texts.
        print_piece: generates the XML of a block in a cell.
    """
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    rows = []
    for index, cells in enumerate(grid.rows):
        head = "<w:tblHeader/>" if index < grid.head_rows else ""
        cells_xml = "".join(_cells(grid, cells, host, text, print_piece))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells_xml}</w:tr>")
    # As in the tables of texts: Word reads the widths of the cells, LibreOffice those of the grid.
    end = f"</w:tbl>{TABLE_EDGE}"
    if grid.is_close_to_next:
        end = f"</w:tbl>{_PARTING}"
    return (
        f'{TABLE_EDGE}<w:tbl><w:tblPr><w:tblStyle w:val="{text.styles.grid}"/>'
        f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}{end}"
    )


def _cells(
    grid: Grid, cells: tuple[GridCell, ...], host: Host, text: BlockText, print_piece: PrintPiece
) -> Iterator[str]:
    column = 0
    for cell in cells:
        width = sum(grid.widths[column : column + cell.span])
        column += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        place = _MIDDLE if cell.look == "head" else ""
        properties = _properties(cell.look, text.styles)
        inner_host = replace(
            host,
            properties="".join(properties.values()),
            run_properties="",
            width=width - _CELL_MARGINS,
            is_in_cell=True,
        )
        content = "".join(_content(cell, properties, inner_host, text, print_piece))
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{place}</w:tcPr>{content}</w:tc>'


def _properties(look: CellLook, styles: BlockStyles) -> dict[str, str]:
    style = styles.head if look == "head" else styles.cell
    properties = {"pStyle": f'<w:pStyle w:val="{style}"/>'}
    if look in {"number", "drawing"}:
        properties["jc"] = '<w:jc w:val="center"/>'
    return properties


def _content(
    cell: GridCell, properties: dict[str, str], host: Host, text: BlockText, print_piece: PrintPiece
) -> Iterator[str]:
    """Generate the paragraphs and blocks of a cell; an empty one has a paragraph all the same."""
    if not cell.content:
        yield paragraph("", properties)
    for piece in cell.content:
        if not isinstance(piece, str):
            yield from print_piece(piece, host)
            continue
        if cell.look == "drawing":
            properties = {**properties, "rPr": _TINY}
        yield paragraph(text.runs(as_prose(piece), _PLAIN), properties)
