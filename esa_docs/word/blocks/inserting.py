"""Blocks put into the filled-in XML of a part: the paragraph with the sign of a block gives way to it.

Words beside the sign stay in a paragraph before or behind the block, with the same properties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.lying_pages import with_lying_pages
from esa_docs.word.blocks.page_rooms import PageRooms
from esa_docs.word.blocks.replaced_paragraph import PrintBlock, misplaced, replaced_paragraph
from esa_docs.word.blocks.signs import PAGE_BREAK, SPACE, TABLE_EDGE
from esa_docs.word.blocks.space_below import with_space_below_tables
from esa_docs.word.prose_signs import BLOCK

_TOKEN: Final = re.compile(
    r"<(?P<end>/?)(?P<name>w:p|w:tc|w:txbxContent)(?: [^>]*?)?(?P<empty>/?)>"
    r'|<w:tcW [^>]*?w:w="(?P<cell>[0-9]+)"[^>]*>|<(?:wp:extent|a:ext) cx="(?P<box>[0-9]+)"'
)
_PARAGRAPH, _BOX = "w:p", "w:txbxContent"
_DOCUMENT: Final = re.compile(r"<w:document(?P<declared>[^>]*)>")
_NAMESPACE: Final = re.compile(r' xmlns:\w+="[^"]*"')
_CELL_MARGINS: Final = 114
"""Twips of the margins of a cell, as our tables have them."""
_BOX_MARGINS: Final = 288
"""Twips of the margins of a text box in Word: a tenth of an inch on each side."""
_EMU_OF_A_TWIP: Final = 635
_NO_SPACES: Final = MappingProxyType[str, int]({})
_NARROWEST: Final = 567
_BETWEEN_TABLES: Final = '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r/></w:p>'
"""Without it Word joins two tables into one, and a cell must end with a paragraph; the empty run says that it
stands there on purpose."""
_BEHIND_TABLE: Final = re.compile(
    rf"</w:tbl>{TABLE_EDGE}[{TABLE_EDGE}{SPACE}{PAGE_BREAK}\s]*"
    "(?=<w:tbl>|</w:tc>|</w:txbxContent>|<w:sectPr|</w:body>)"
)
"""The end of a table behind which a paragraph must stand."""
_PAGE_BEGINS: Final = re.compile(
    rf"{PAGE_BREAK}(?P<between>(?:(?!<w:p[ >/]|{PAGE_BREAK}).)*)<w:p(?P<attributes>(?: [^>]*)?)>"
    r"(?P<properties><w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?:<w:keepLines/>)?)?"
    "(?:<w:pageBreakBefore/>)?",
    re.DOTALL,
)


@dataclass(slots=True)
class _Open:
    """A paragraph, cell or text box whose end has not been read: its pieces, its room, its beginning."""

    name: str
    pieces: list[str]
    width: int
    start: int = 0


def refuse_blocks(xml: str) -> None:
    """Refuse blocks in the XML of a part other than the document.

    Raises:
        MisplacedBlockError: it has one.
    """
    if BLOCK in xml:
        raise misplaced(xml)


def insert_blocks(
    xml: str, print_block: PrintBlock, room: int, spaces: Mapping[str, int] = _NO_SPACES
) -> str:
    """Return the XML of the document part with its blocks.

    Args:
        xml: the part with signs of blocks.
        print_block: returns the XML of a block.
        room: width of the text on a page, in twips.
        spaces: space above a paragraph, in twips, by the paragraph styles that have some.

    Raises:
        MisplacedBlockError: a block stands where it cannot.
    """
    if BLOCK not in xml:
        return xml
    root = _DOCUMENT.search(xml)
    declared = "".join(_NAMESPACE.findall(root["declared"])) if root else ""
    inserting = _Inserting(print_block, declared, [_Open("", [], room)], room, PageRooms.of(xml))
    with_sections = with_lying_pages(inserting.part(xml))
    with_spaces = with_space_below_tables(_with_paragraphs_behind_tables(with_sections), spaces)
    return _with_page_breaks(with_spaces)


@dataclass(slots=True)
class _Inserting:
    """One way through a part.

    Attributes:
        print_block: returns the XML of a block.
        declared: attributes that declare the namespaces of the part.
        stack: what is open at the place that is read, the part itself first.
        box: width of the last text box, in twips.
        rooms: room on the pages of its sections.
    """

    print_block: PrintBlock
    declared: str
    stack: list[_Open]
    box: int
    rooms: PageRooms

    def part(self, xml: str) -> str:
        """Return a part with its blocks.

        Each paragraph is looked at when its end is read, one inside another first.

        Raises:
            MisplacedBlockError: a block stands in no paragraph.
        """
        place = 0
        for token in _TOKEN.finditer(xml):
            self.stack[-1].pieces.append(xml[place : token.start()])
            place = token.end()
            if token["end"]:
                self._close(token[0])
            elif token["name"] and not token["empty"]:
                self._open(token)
            else:
                self._measure(token)
        self.stack[-1].pieces.append(xml[place:])
        result = "".join(self.stack[-1].pieces)
        if BLOCK in result:
            raise misplaced(result)
        return result

    def _open(self, token: re.Match[str]) -> None:
        name = token["name"]
        width = self.box if name == _BOX else self.stack[-1].width
        self.stack.append(_Open(name, [token[0]], width, token.start()))

    def _close(self, tag: str) -> None:
        closed = self.stack.pop()
        content = "".join(closed.pieces) + tag
        if closed.name == _PARAGRAPH and BLOCK in content:
            content = replaced_paragraph(content, self.print_block, self._place_of(closed))
        self.stack[-1].pieces.append(content)

    def _place_of(self, paragraph: _Open) -> Host:
        """Return the place of a paragraph, as yet without its properties."""
        page, lying_page = self.rooms.at(paragraph.start)
        is_in_cell = any(outer.name != _PARAGRAPH for outer in self.stack[1:])
        # Sections differ: that of the paragraph may lie where all others stand.
        width = paragraph.width if is_in_cell else page.width
        return Host(
            properties="",
            run_properties="",
            declared=self.declared,
            width=width,
            is_in_cell=is_in_cell,
            height=page.height,
            lying=lying_page,
        )

    def _measure(self, token: re.Match[str]) -> None:
        """Take in the width of a cell or of a text box."""
        self.stack[-1].pieces.append(token[0])
        if token["cell"]:
            self.stack[-1].width = max(int(token["cell"]) - _CELL_MARGINS, _NARROWEST)
        if token["box"]:
            self.box = max(int(token["box"]) // _EMU_OF_A_TWIP - _BOX_MARGINS, _NARROWEST)


def _with_paragraphs_behind_tables(xml: str) -> str:
    """Return XML with a paragraph between two tables, and where a table would end a cell or the text."""
    parted = _BEHIND_TABLE.sub(lambda end: end[0] + _BETWEEN_TABLES, xml)
    return parted.replace(TABLE_EDGE, "")


def _with_page_breaks(xml: str) -> str:
    """Return XML in which the paragraph behind the sign of a page break begins a page."""
    once_each = re.sub(rf"{PAGE_BREAK}(?:\s*{PAGE_BREAK})+", PAGE_BREAK, xml)
    return _PAGE_BEGINS.sub(_begin_page, once_each).replace(PAGE_BREAK, "")


def _begin_page(match: re.Match[str]) -> str:
    properties = match["properties"]
    opening = f"<w:p{match['attributes']}>"
    if properties is None:
        return f"{match['between']}{opening}<w:pPr><w:pageBreakBefore/></w:pPr>"
    return f"{match['between']}{opening}{properties}<w:pageBreakBefore/>"
