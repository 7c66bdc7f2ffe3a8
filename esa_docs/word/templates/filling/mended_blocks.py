"""Tables and cells as their loops left them: made sound in the text of a part, without parsing it.

A table without rows goes, a row without cells too; a cell, header, footer, note, text box, content control or
body that has lost its last paragraph gets an empty one. `block_marks` says where to look.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs.ooxml.names import RANGE_MARKS, local
from esa_docs.word.templates.filling.block_marks import CLOSE, ENDING, GRID, NAME_END, OPEN, TABLE
from esa_docs.word.templates.filling.table_grid import with_grid_of_rows

_PARAGRAPH_AT_END: Final = re.compile(r"(?:</w:p>|<w:p(?: [^<>]*)?/>)(?:\s*</w:sdtContent>\s*</w:sdt>)*\s*\Z")
_NAMES_OF_MARKS: Final = "|".join(sorted(map(local, RANGE_MARKS)))
_MARK_OF_RANGE: Final = re.compile(rf"<w:(?:{_NAMES_OF_MARKS})(?: [^<>]*)?/>\s*")
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
        is_sound = _ends_with_a_paragraph(block)
    else:
        is_sound = _BLOCK.search(block) is not None
    if is_sound:
        return block
    return block + _empty_paragraph(style)


def _ends_with_a_paragraph(block: str) -> bool:
    """Return whether a paragraph is the last of a block, but for marks of ranges such as bookmarks."""
    end = len(block)
    start = block.rfind("<")
    while start >= 0 and _MARK_OF_RANGE.fullmatch(block, start, end):
        end = start
        start = block.rfind("<", 0, end)
    return _PARAGRAPH_AT_END.search(block, max(0, end - _LONGEST_END), end) is not None


def _empty_paragraph(style: str) -> str:
    if not style:
        return "<w:p/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
