"""Landscape pages in the filled-in XML of a document: sections made without parsing it.

The properties of a section stand at its end. Where landscape pages stand in a section, its properties are
copied: to what stands before them, and turned to the pages themselves. Headers, footers and the numbers of
the pages go on; only the first piece of a section has a first page of its own, and a first number.

An annex is no section yet: its mark ends the section before it, and keeps how that ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from esa_docs.word.annexes.section_marks import ANNEX_MARK, section_mark
from esa_docs.word.annexes.section_properties import SectionProperties, of_annex
from esa_docs.word.blocks.lying_sections import lies, piece_of_section
from esa_docs.word.blocks.page_rooms import SECTION
from esa_docs.word.blocks.section_paragraphs import ranges_alone, section_of, with_section
from esa_docs.word.blocks.signs import LYING_END, LYING_START, PAGE_BREAK

_TOKEN: Final = re.compile(
    r"<(?P<end>/?)(?P<name>w:p|w:tbl)(?: [^>]*?)?(?P<empty>/?)>"
    rf"|(?P<sign>[{LYING_START}{LYING_END}])|(?P<section><w:sectPr\b)"
    rf"|(?P<annex>{ANNEX_MARK.pattern})"
)
_ENDS: Final = re.compile(
    rf"[{PAGE_BREAK}{LYING_START}{LYING_END}\s]*[{LYING_START}{LYING_END}]"
    rf"[{PAGE_BREAK}{LYING_START}{LYING_END}\s]*"
)
"""The signs at the beginning or the end of landscape pages, with page breaks beside them."""
_TINY: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section}'
    '</w:pPr><w:r><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:r></w:p>'
)
"""A paragraph that takes a point of room, for the end of pages that end with a table."""


@dataclass(slots=True)
class _Piece:
    """A part of a section whose pages all stand, or all lie.

    Attributes:
        is_lying: whether they lie.
        parts: its XML, in order.
        last_paragraph: index of the paragraph that ends it; None where it ends with a table, or is empty.
        has_content: whether it has a paragraph or a table.
    """

    is_lying: bool
    parts: list[str] = field(default_factory=list)
    last_paragraph: int | None = None
    has_content: bool = False

    def add(self, block: str, *, is_paragraph: bool) -> None:
        """Take in a paragraph or a table."""
        self.last_paragraph = len(self.parts) if is_paragraph else None
        self.has_content = True
        self.parts.append(block)

    def join(self, piece: _Piece) -> None:
        """Take in the piece behind it."""
        if piece.has_content:
            self.has_content = True
            last = piece.last_paragraph
            self.last_paragraph = None if last is None else last + len(self.parts)
        self.parts += piece.parts

    def begin_with(self, xml: str) -> None:
        """Take in what stands between paragraphs, before all else."""
        self.parts.insert(0, xml)
        if self.last_paragraph is not None:
            self.last_paragraph += 1

    def end(self, section: str) -> None:
        """Let a section end with it."""
        if self.last_paragraph is None:
            self.parts.append(_TINY.format(section=section))
        else:
            paragraph = self.parts[self.last_paragraph]
            self.parts[self.last_paragraph] = with_section(paragraph, section)


def with_lying_pages(xml: str) -> str:
    """Return the XML of a document part with the sections that its landscape pages need."""
    if LYING_START not in xml:
        return xml
    splitting = _Splitting(xml[xml.rfind("<w:sectPr") :])
    return "".join(splitting.pieces_of(_ENDS.sub(_without_needless_breaks, xml)))


def _without_needless_breaks(signs: re.Match[str]) -> str:
    """Return the signs at an end of landscape pages; a page break there says nothing, except between two."""
    ends = signs[0].replace(PAGE_BREAK, "")
    are_two = LYING_END in ends and LYING_START in ends
    return ends + PAGE_BREAK if are_two and PAGE_BREAK in signs[0] else ends


@dataclass(slots=True)
class _Splitting:
    """One way through the body of a document.

    Attributes:
        end: the properties of its last section, with what stands behind them.
        pieces: the pieces of the section that is read.
        follows_lying: whether the section before ends with landscape pages.
        is_annex: whether an annex is read.
    """

    end: str
    pieces: list[_Piece] = field(default_factory=lambda: [_Piece(is_lying=False)])
    follows_lying: bool = False
    is_annex: bool = False

    def pieces_of(self, xml: str) -> Iterator[str]:
        """Generate the XML of each section."""
        place = 0
        for start, end, token in _top_level(xml):
            self.pieces[-1].parts.append(xml[place:start])
            place = end
            text = xml[start:end]
            if token["annex"] or token["section"]:
                yield self._section_before(token, text)
            elif section_of(text):
                yield self._section(section_of(text), text)
            elif token["sign"]:
                self.pieces.append(_Piece(is_lying=text == LYING_START))
            else:
                self.pieces[-1].add(text, is_paragraph=token["name"] == "w:p")
        for piece in self.pieces:
            yield from piece.parts
        yield xml[place:]

    def _section_before(self, token: re.Match[str], text: str) -> str:
        """Return what ends with the mark of an annex, or with the last section."""
        if token["section"] and not self.is_annex:
            return self._section(text, "")
        before = self._before_annex()
        self.is_annex = True
        return before + text

    def _before_annex(self) -> str:
        """Return the paper or an annex; a mark keeps its last section, which is not that of all annexes."""
        last_section = SECTION.match(self.end)
        section = last_section[0] if last_section else ""
        if self.is_annex:
            section = of_annex(SectionProperties.parse(section)).xml
        content, opening, properties = self._section(section, "").rpartition("<w:sectPr")
        own_section = opening + properties
        return content if own_section == section else section_mark(own_section) + content

    def _section(self, section: str, paragraph: str) -> str:
        """Return a section that ends.

        Args:
            section: its properties.
            paragraph: the paragraph that holds them; empty where they stand last in the document.
        """
        ranges = ranges_alone(paragraph)
        if paragraph and ranges is None:
            self.pieces[-1].add(paragraph, is_paragraph=True)
        pieces = _joined(self.pieces, stays=lies(section))
        if ranges is not None and pieces[-1].is_lying:
            # An empty paragraph behind the last of the landscape pages could begin one more.
            pieces[-1].begin_with(ranges)
        elif ranges is not None:
            pieces[-1].add(paragraph, is_paragraph=True)
        texts = []
        for number, piece in enumerate(pieces):
            properties = piece_of_section(
                section,
                is_first=number == 0,
                begins_page=self.follows_lying or piece.is_lying,
                is_lying=piece.is_lying,
            )
            is_last = number == len(pieces) - 1
            texts.append(_ended(piece, properties, is_end_of_document=is_last and not paragraph))
        self.pieces = [_Piece(is_lying=False)]
        self.follows_lying = pieces[-1].is_lying
        return "".join(texts)


def _ended(piece: _Piece, section: str, *, is_end_of_document: bool) -> str:
    """Return the XML of a piece with the properties of its section."""
    if not is_end_of_document:
        piece.end(section)
        return "".join(piece.parts)
    if piece.is_lying and piece.last_paragraph is None:
        piece.parts.append(_TINY.format(section=""))
    return "".join(piece.parts) + section


def _joined(pieces: list[_Piece], *, stays: bool) -> list[_Piece]:
    """Return the pieces that have content, those of one form beside each other as one.

    Args:
        pieces: the pieces, in order.
        stays: whether the pages of the section lie already, so that all of it is one piece.
    """
    joined = [_Piece(is_lying=False)]
    for piece in pieces:
        last = joined[-1]
        if not last.has_content:
            last.is_lying = piece.is_lying
        if stays or not piece.has_content or piece.is_lying == last.is_lying:
            last.join(piece)
        else:
            joined.append(piece)
    if stays or not joined[-1].has_content:
        joined[-1].is_lying = False
    return joined


def _top_level(xml: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Generate start and end of each paragraph, table, sign and section of the body, with its token."""
    depth = 0
    start = 0
    for token in _TOKEN.finditer(xml):
        if depth == 0:
            start = token.start()
        depth += _step(token)
        if depth == 0:
            section = SECTION.match(xml, start)
            end = section.end() if section else token.end()
            yield start, end, token


def _step(token: re.Match[str]) -> int:
    """Return by how many elements a token leads deeper."""
    if token["name"] is None or token["empty"]:
        return 0
    return -1 if token["end"] else 1
