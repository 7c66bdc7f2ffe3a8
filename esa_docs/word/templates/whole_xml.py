"""Jinja source whose XML is whole, whatever its tags print: Word can open every paper made from it.

A tag that begins in a link and ends behind it has swallowed half of the link. A condition that begins in a
cell and ends behind the table leaves half a table where it does not hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from esa_docs.diagnostics import ContentError
from esa_docs.word.templates.fault_places import PartSource
from esa_docs.word.templates.faults import crossed_block, torn_tag

_DATA: Final = frozenset({"data", "raw_data"})
_BLOCK_BEGIN: Final = "block_begin"
_NAME: Final = "name"
_TOKENS: Final = Environment(autoescape=True)
"""Cuts source into tags and what stands between them; it renders nothing."""
_LINE_END: Final = "\n"
_TAG_END: Final = "_end"
"""How the names of the last tokens of tags end."""
_XML_TAG: Final = re.compile(r"<(?P<slash>/?)(?P<name>[^\s/>?!]+)[^>]*?(?P<empty>/?)>")
_END: Final = "end"
"""How the words of statements begin that close a block."""
_NO_BLOCKS: Final = frozenset({"endset", "end"})
"""Words that look like the end of a block; what is set has no place on the page."""
_BRANCHES: Final = frozenset({"else", "elif"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between tags, or a tag.

    Attributes:
        line: line of the source where it begins.
        text: what stands between two tags; of a tag its line ends alone.
        word: what a statement does, such as ``if``; empty for anything else.
    """

    line: int
    text: str
    word: str = ""


def check_xml(part: PartSource, file_label: str) -> None:
    """Refuse a part whose source is no whole XML.

    Source with a tag that is badly written or not closed passes: compiling it says more.

    Raises:
        ContentError: a tag swallows one end of an element, or a block begins inside an element and ends
            outside of it (E312).
    """
    pieces = _read(part.source)
    if not pieces:
        return
    xml = "".join([piece.text for piece in pieces])
    try:
        etree.fromstring(xml.encode())
    except etree.XMLSyntaxError as fault:
        raise ContentError([torn_tag(part, fault.lineno or 0, file_label)]) from fault
    line = _crossed_line(pieces)
    if line:
        raise ContentError([crossed_block(part, line, file_label)])


def _read(source: str) -> list[_Piece]:
    """Return the pieces of source; none where a tag cannot be read, or is not closed."""
    pieces: list[_Piece] = []
    before = ""
    is_inside_tag = False
    tokens: Any = _TOKENS.lex(source)
    try:
        for line, kind, text in tokens:
            if kind in _DATA:
                pieces.append(_Piece(line, text))
            else:
                word = text if kind == _NAME and before == _BLOCK_BEGIN else ""
                pieces.append(_Piece(line, _LINE_END * text.count(_LINE_END), word))
            is_inside_tag = kind not in _DATA and not kind.endswith(_TAG_END)
            if kind != "whitespace":
                before = kind
    except TemplateSyntaxError:
        return []
    return [] if is_inside_tag else pieces


class _Blocks:
    """The blocks that are open at a place of source, each with the elements in which it begins.

    Attributes:
        crossed_line: line of the first branch that ends inside other elements; 0 where there is none so far.
        are_sound: whether the statements close each other; where they do not, compiling them says more.
    """

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words - _NO_BLOCKS
        self._elements: list[str] = []
        self._blocks: list[tuple[str, list[str]]] = []
        self.crossed_line = 0
        self.are_sound = True

    def read(self, piece: _Piece) -> None:
        """Follow the elements of a piece, and the block that it begins or ends."""
        _follow(piece.text, self._elements)
        if piece.word in _BRANCHES:
            self._end_branch(piece.line)
        elif piece.word.startswith(_END) and piece.word in self._words:
            self._end_branch(piece.line)
            self._close(piece.word.removeprefix(_END))
        elif f"{_END}{piece.word}" in self._words:
            self._blocks.append((piece.word, list(self._elements)))

    def finish(self) -> None:
        """Note that the source ends here."""
        self.are_sound = self.are_sound and not self._blocks

    def _end_branch(self, line: int) -> None:
        if not self._blocks:
            self.are_sound = False
            return
        _word, elements = self._blocks[-1]
        if elements != self._elements and self.crossed_line == 0:
            self.crossed_line = line

    def _close(self, word: str) -> None:
        if self._blocks:
            opening_word, _elements = self._blocks.pop()
            self.are_sound = self.are_sound and opening_word == word


def _crossed_line(pieces: list[_Piece]) -> int:
    """Return the line of the first branch that ends inside other elements than those in which it begins.

    It is 0 where there is none, and where the statements do not close each other.
    """
    blocks = _Blocks(frozenset(piece.word for piece in pieces))
    for piece in pieces:
        blocks.read(piece)
    blocks.finish()
    return blocks.crossed_line if blocks.are_sound else 0


def _follow(text: str, open_elements: list[str]) -> None:
    """Change the names of the elements that are open as the tags of some XML open and close them."""
    for tag in _XML_TAG.finditer(text):
        if tag["slash"]:
            if open_elements:
                open_elements.pop()
        elif not tag["empty"]:
            open_elements.append(tag["name"])
