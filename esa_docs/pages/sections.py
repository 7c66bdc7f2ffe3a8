"""Sections of a document: where each begins and how it numbers its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import w
from esa_docs.pages.number_formats import DECIMAL

_NEXT_PAGE: Final = "nextPage"
_BLOCKS: Final = frozenset({w("p"), w("tbl"), w("sectPr")})


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document.

    Attributes:
        bookmark: mark at its beginning, in the layout copy.
        start: number of its first page; None where it goes on from the section before.
        fmt: number format of its pages, in the words of ``w:pgNumType``.
        break_kind: how it begins: ``nextPage``, ``continuous``, ``oddPage``, ``evenPage``.
    """

    bookmark: str
    start: int | None = None
    fmt: str = DECIMAL
    break_kind: str = _NEXT_PAGE


@dataclass(frozen=True, slots=True)
class SectionPart:
    """What belongs to a section in the main document part.

    Attributes:
        properties: its ``w:sectPr``.
        blocks: its paragraphs and tables, in order; there is at least one.
    """

    properties: etree._Element
    blocks: tuple[etree._Element, ...]

    @property
    def number_format(self) -> str:
        """Give the number format of its pages."""
        numbering = self.properties.find(w("pgNumType"))
        return DECIMAL if numbering is None else numbering.get(w("fmt"), DECIMAL)

    @property
    def first_paragraph(self) -> etree._Element:
        """Give the paragraph it begins with; that of the first cell where it begins with a table."""
        return next(self.blocks[0].iter(w("p")))

    def read(self, bookmark: str) -> Section:
        """Give it as a value, marked by ``bookmark``."""
        numbering, kind = self.properties.find(w("pgNumType")), self.properties.find(w("type"))
        start = None if numbering is None else numbering.get(w("start"))
        break_kind = None if kind is None else kind.get(w("val"))
        first = None if start is None else int(start)
        return Section(bookmark, first, self.number_format, break_kind or _NEXT_PAGE)


def split_sections(root: etree._Element) -> list[SectionPart]:
    """Give the sections of a main document part in order."""
    found: list[SectionPart] = []
    blocks: list[etree._Element] = []
    for block in _blocks(root.find(w("body"))):
        properties = block if block.tag == w("sectPr") else block.find(f"{w('pPr')}/{w('sectPr')}")
        blocks += [block] if block is not properties else []
        if properties is not None and blocks:
            found.append(SectionPart(properties, tuple(blocks)))
            blocks = []
    return found


def _blocks(container: etree._Element | None) -> Iterator[etree._Element]:
    """Walk over paragraphs, tables and section properties of the body, also inside content controls."""
    for child in () if container is None else container:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _blocks(child)
