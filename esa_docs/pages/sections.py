"""The sections of a document: where each begins, and how it numbers its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import w
from esa_docs.pages.number_formats import DECIMAL

_NEXT_PAGE: Final = "nextPage"
_BLOCKS: Final = frozenset({w("p"), w("tbl"), w("sectPr")})


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document.

    Attributes:
        bookmark: mark at its beginning, in the layout copy.
        start: number of its first page; None where it continues the numbers of the section before.
        fmt: number format of its pages, in the words of ``w:pgNumType``.
        break_kind: how it begins: ``nextPage``, ``continuous``, ``oddPage``, ``evenPage``.
    """

    bookmark: str
    start: int | None = None
    fmt: str = DECIMAL
    break_kind: str = _NEXT_PAGE


@dataclass(frozen=True, slots=True)
class SectionPart:
    """The elements of a section in the main document part.

    Attributes:
        properties: its ``w:sectPr``.
        blocks: its paragraphs and tables, in order; there is at least one.
    """

    properties: etree._Element
    blocks: tuple[etree._Element, ...]

    @property
    def number_format(self) -> str:
        """The number format of its pages, in the words of ``w:pgNumType``."""
        numbering = self.properties.find(w("pgNumType"))
        if numbering is None:
            return DECIMAL
        return numbering.get(w("fmt"), DECIMAL)

    @property
    def start_number(self) -> int | None:
        """The number of its first page; None where it continues the numbers of the section before."""
        numbering = self.properties.find(w("pgNumType"))
        if numbering is None:
            return None
        start = numbering.get(w("start"))
        return None if start is None else whole_number(start)

    @property
    def break_kind(self) -> str:
        """How it begins, as `Section` names it."""
        kind = self.properties.find(w("type"))
        value = None if kind is None else kind.get(w("val"))
        return value or _NEXT_PAGE

    @property
    def first_paragraph(self) -> etree._Element:
        """Its first paragraph; where it begins with a table, that of the first cell."""
        return next(self.blocks[0].iter(w("p")))

    def to_section(self, bookmark: str) -> Section:
        """Return it as a value that is marked by ``bookmark``."""
        return Section(bookmark, self.start_number, self.number_format, self.break_kind)


def split_sections(root: etree._Element) -> list[SectionPart]:
    """Return the sections of a main document part in order; none where it has no body."""
    body = root.find(w("body"))
    if body is None:
        return []
    sections: list[SectionPart] = []
    blocks: list[etree._Element] = []
    for block in _blocks(body):
        properties = _ending_properties(block)
        if block is not properties:
            blocks.append(block)
        if properties is not None and blocks:
            sections.append(SectionPart(properties, tuple(blocks)))
            blocks = []
    return sections


def _ending_properties(block: etree._Element) -> etree._Element | None:
    """Return the properties of the section that ends with a block; None where no section ends there."""
    # The last paragraph of a section holds its properties. Those of the last section are a child of the body.
    if block.tag == w("sectPr"):
        return block
    return block.find(f"{w('pPr')}/{w('sectPr')}")


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Generate paragraphs, tables and section properties of the body, also those inside content controls."""
    for child in container:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _blocks(child)
