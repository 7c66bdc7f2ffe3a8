"""QR codes as XML: side by side in cells without lines, below each what it leads to.

A code is a picture in black and white with as many pixels for each module as 300 dpi allow: LibreOffice and
Word make a finer picture coarser for a PDF, and blur it. A drawing of many small squares would get fine white
lines between them where a viewer smooths edges.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from esa_docs import thai
from esa_docs.model.qr_codes import CodeRow, QrCode
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.pictures import EMU_PER_CM, inline_picture
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.host import Host, paragraph
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.runs import RunStyle

_SMALLEST_CM: Final = 2.5
"""Width of a code with its margin. Two centimetres are the least that telephones read at a usual distance."""
_MODULE_CM: Final = 0.04
"""The least width of a module: see `qr_codes.py`."""
_MARGIN_MODULES: Final = 4
"""The white margin around a code (ISO/IEC 18004, 6.3.8)."""
_PIXELS_OF_A_CM: Final = 300 / 2.54
_COLUMN: Final = 2267
"""Twips of the narrowest column: four stand in the 16 cm of a page, and the largest code fits."""
_LETTERS_OF_COLUMN: Final = 15
"""Letters of 16 points that such a column has on a line; longer words get the room of the line."""
_EMU_OF_A_TWIP: Final = 635
_SIDE: Final = 28
_BEFORE: Final = re.compile(r'<w:spacing\b[^>]*\bw:before="(\d+)"')
_USUAL_BEFORE: Final = 120
_NAME: Final = "QR"
_CENTRED: Final = '<w:jc w:val="center"/>'
_SPACE_BELOW: Final = '<w:spacing w:after="120"/>'


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a code.

    Attributes:
        part: the picture as a part of the file.
        width_cm: how wide and tall it is printed.
    """

    part: LinkedPart
    width_cm: float


def code_row_xml(row: CodeRow, host: Host, text: BlockText, brought: BroughtParts) -> str:
    """Return the table of a row of codes; what does not fit beside the others stands below.

    Args:
        row: the codes.
        host: the paragraph in whose place they stand.
        text: writes the words below them.
        brought: takes in their pictures.
    """
    columns, width = _columns(row, host)
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    rows = []
    for start in range(0, len(row.codes), columns):
        before = _space_above(host) if start == 0 else _USUAL_BEFORE
        codes = row.codes[start : start + columns]
        rows.append(_row(list(_cells(codes, width, before, text, brought)), columns, width))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{_SIDE}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{_SIDE}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0600"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _columns(row: CodeRow, host: Host) -> tuple[int, int]:
    """Return how many codes stand side by side, and how wide their columns are, in twips.

    Where short words stand below them, such as codes of evidence, they stand close together. Else the columns
    share the line, and a further row takes as many codes as the first.
    """
    most = max(host.width // _COLUMN, 1)
    if all(thai.count_columns(code.words) <= _LETTERS_OF_COLUMN for code in row.codes):
        return most, min(_COLUMN, host.width)
    rows = math.ceil(len(row.codes) / most)
    columns = math.ceil(len(row.codes) / rows)
    return columns, host.width // columns


def _space_above(host: Host) -> int:
    """Return the space above the first codes: that of the paragraph in whose place they stand."""
    before = _BEFORE.search(host.properties)
    return int(before[1]) if before else _USUAL_BEFORE


def _row(cells: Sequence[str], columns: int, width: int) -> str:
    """Return a row of cells, filled up with empty ones: the grid has so many columns."""
    empty_cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:r/></w:p></w:tc>'
    empty_cells = empty_cell * (columns - len(cells))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}{empty_cells}</w:tr>"


def _cells(
    codes: Sequence[QrCode], width: int, before: int, text: BlockText, brought: BroughtParts
) -> Iterator[str]:
    """Generate the cells of codes: the picture, and the words below it."""
    style = f'<w:pStyle w:val="{text.styles.cell}"/>'
    for code in codes:
        # Lines of a fixed height, as styles of official papers have them, would cut the picture off.
        spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
        picture_properties = {
            "pStyle": style,
            "spacing": spacing,
            "jc": _CENTRED,
        }
        picture = paragraph(_picture_run(code, width, brought), picture_properties)
        indent = f'<w:ind w:left="{_SIDE}" w:right="{_SIDE}" w:firstLine="0"/>'
        words = text.runs(code.words, RunStyle())
        below_properties = {"pStyle": style, "spacing": _SPACE_BELOW, "ind": indent, "jc": _CENTRED}
        words_below = paragraph(words, below_properties)
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{picture}{words_below}</w:tc>'


def _picture_run(code: QrCode, width: int, brought: BroughtParts) -> str:
    """Return the run with the picture of a code; its alternative text is the address."""
    picture = picture_of(code.address)
    brought.bring(picture.part)
    widest_cm = (width - 2 * _SIDE) * _EMU_OF_A_TWIP / EMU_PER_CM
    side = round(min(picture.width_cm, widest_cm) * EMU_PER_CM)
    number = next(brought.drawing_ids)
    name = f"{_NAME} {number}"
    return inline_picture(number, name, code.address, (side, side), picture.part.relationship)


@lru_cache(maxsize=256)
def picture_of(address: str) -> Picture:
    """Return the picture of a code with error correction M, which holds the address as UTF-8.

    Args:
        address: what it holds, at most `qr_codes.MOST_BYTES` long.
    """
    import segno  # noqa: PLC0415 most papers have no code

    code = segno.make(
        address, error="m", mode="byte", encoding="utf-8", eci=False, micro=False, boost_error=False
    )
    modules, _height = code.symbol_size(border=_MARGIN_MODULES)
    width_cm = max(_SMALLEST_CM, modules * _MODULE_CM)
    pixels = math.floor(width_cm * _PIXELS_OF_A_CM / modules)
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=pixels, border=_MARGIN_MODULES)
    name = hashlib.sha256(address.encode()).hexdigest()[:16]
    part = LinkedPart(f"rIdQr{name}", "image", f"word/media/qr-{name}.png", "image/png", picture.getvalue())
    return Picture(part, width_cm)
