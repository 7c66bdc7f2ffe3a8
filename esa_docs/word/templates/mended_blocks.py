"""Tables and cells as their loops left them: made sound in the text of a part, without parsing it.

A table without rows goes, a row without cells too; a cell, header, footer, note, text box, content control or
body that has lost its last paragraph gets an empty one. `block_marks` says where to look.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.templates.block_marks import CLOSE, ENDING, GRID, NAME_END, OPEN, TABLE
from esa_docs.word.templates.table_grid import with_grid_of_rows

_PARAGRAPH_AT_END: Final = re.compile(r"(?:</w:p>|<w:p(?: [^<>]*)?/>)\s*\Z")
_END_OF_PARAGRAPH: Final = "</w:p>"
_BLOCK: Final = re.compile(r"<w:(?:p|tbl)[ >/]")
_ROW: Final = re.compile(r"<w:tr[ >]")

_LONGEST_END: Final = 200
"""Letters at the end of a block in which the end of its last paragraph is looked for."""


def mend_blocks(xml: str) -> str:
    """Return the XML of a part with what stands between marks made sound, without the marks."""
    if OPEN not in xml:
        return xml
    # The lowest list is the part itself; each open mark has one above it.
    pieces: list[list[str]] = [[]]
    names: list[str] = []
    for opened_text in xml.split(OPEN):
        name, has_name, text = opened_text.partition(NAME_END)
        if has_name:
            names.append(name)
            pieces.append([])
        else:
            text = name
        first_text, *texts_behind = text.split(CLOSE)
        pieces[-1].append(first_text)
        for text_behind in texts_behind:
            block = "".join(pieces.pop())
            pieces[-1].append(_mended(names.pop(), block))
            pieces[-1].append(text_behind)
    return "".join(["".join(level) for level in pieces])


def _mended(name: str, block: str) -> str:
    kind, _blank, style = name.partition(" ")
    if kind == GRID:
        block = with_grid_of_rows(block)
    if kind in {GRID, TABLE}:
        return block if _ROW.search(block) else ""
    if block.endswith(_END_OF_PARAGRAPH):
        return block
    if kind == ENDING:
        is_sound = _PARAGRAPH_AT_END.search(block[-_LONGEST_END:]) is not None
    else:
        is_sound = _BLOCK.search(block) is not None
    if is_sound:
        return block
    return block + _empty_paragraph(style)


def _empty_paragraph(style: str) -> str:
    if not style:
        return "<w:p/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
