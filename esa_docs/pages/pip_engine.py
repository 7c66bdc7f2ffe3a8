"""rdocx as a layout engine: a Python package, for machines without LibreOffice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import rdocx
from lxml import etree

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import DOCUMENT_PART, read_package
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.pages.asked_fonts import font_fault
from esa_docs.pages.engine import EngineFault, LaidOut
from esa_docs.pages.expected_engine import rdocx_limits, rdocx_name
from esa_docs.pages.flat_drawings import flatten_drawings
from esa_docs.pages.held_tables import hold_tables
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.timing import Phase, measure

_PRINTED_NAMES: Final = ("t", "br", "tab", "cr", "drawing", "pict", "object", "sym")
_PRINTED: Final = tuple(w(name) for name in _PRINTED_NAMES)
"""Elements that print something on a page."""
_PANIC: Final = "PanicException"
_SAFE_HEIGHT: Final = 700.0
"""Points: a taller table may not fit on a page of A4, of which the margins of a report leave 736."""


class Rdocx:
    """rdocx: it lays out pages and makes no PDF. Of a drawing it knows the size alone."""

    @property
    def name(self) -> str:
        """Its name and version."""
        return rdocx_name()

    @property
    def identity(self) -> str:
        """Its name and version."""
        return rdocx_name()

    @property
    def limits(self) -> str:
        """What it cannot do, for readers."""
        return rdocx_limits()

    @property
    def draws(self) -> bool:
        """False: it draws no letters."""
        return False

    def lay_out(
        self,
        copies: Mapping[str, LayoutCopy],
        *,
        with_pdf: bool,  # noqa: ARG002 - it makes none
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies one by one. No PDF is made, whatever ``with_pdf`` says."""
        return {key: _lay_out(copy) for key, copy in copies.items()}


def _lay_out(copy: LayoutCopy) -> LaidOut | EngineFault:
    with measure(Phase.PAGES, copy.document):
        return _find_pages(copy)


def _find_pages(copy: LayoutCopy) -> LaidOut | EngineFault:
    fault = font_fault(copy)
    if fault is not None:
        return fault
    try:
        data, fragments = _lay_out_with_held_tables(copy)
    except BaseException as failure:
        # A panic of rdocx's Rust core is no Exception, yet no reason to end the program.
        if not isinstance(failure, Exception) and type(failure).__name__ != _PANIC:
            raise
        return EngineFault(str(failure))
    pages_of_blocks: dict[int, set[int]] = {}
    for fragment in fragments:
        pages_of_blocks.setdefault(fragment.body_index, set()).add(fragment.physical_page)
    page_count = max((fragment.physical_page for fragment in fragments), default=0)
    marks = _pages_of_marks(data, pages_of_blocks)
    return LaidOut(copy.bookmark_pages(marks), page_count)


def _lay_out_with_held_tables(copy: LayoutCopy) -> tuple[bytes, Sequence[rdocx.LayoutFragment]]:
    """Lay out a copy whose tables are held on one page, but for tables that are taller than a page.

    Returns:
        The .docx that was laid out, and what rdocx says of its layout.
    """
    flat_data = flatten_drawings(copy.data, copy.pictures)
    data, held_tables = hold_tables(flat_data)
    fragments = _ask_rdocx(data, copy.fonts)
    tall_tables: set[int] = set()
    for fragment in fragments:
        if fragment.bounds.height > _SAFE_HEIGHT and fragment.body_index in held_tables:
            tall_tables.add(held_tables[fragment.body_index])
    if tall_tables:
        data, _held_tables = hold_tables(flat_data, tall_tables)
        fragments = _ask_rdocx(data, copy.fonts)
    return data, fragments


def _ask_rdocx(data: bytes, families: Sequence[LayoutFamily]) -> Sequence[rdocx.LayoutFragment]:
    fonts: list[tuple[str, bytes]] = []
    for family in families:
        for face in family.faces.values():
            fonts.append((family.name, face))
    return rdocx.Document.from_bytes(data).layout(fonts=fonts)


def _pages_of_marks(data: bytes, pages_of_blocks: Mapping[int, Collection[int]]) -> dict[str, int]:
    """Return the page of each bookmark whose page is certain.

    Args:
        data: the .docx that was laid out.
        pages_of_blocks: the pages on which each child of the body stands, by its place in the body.
    """
    root = parse_part(read_package(data)[DOCUMENT_PART], DOCUMENT_PART)
    body = root.find(w("body"))
    pages_of_marks: dict[str, int] = {}
    if body is None:
        return pages_of_marks
    for index, block in enumerate(body):
        pages = pages_of_blocks.get(index)
        if not pages:
            continue
        # rdocx reports the pages of whole paragraphs and tables. Of a block that runs over several pages only
        # the beginning is certain.
        certain_bookmarks = _bookmarks(block) if len(pages) == 1 else _bookmarks_before_text(block)
        first_page = min(pages)
        for bookmark in certain_bookmarks:
            pages_of_marks[bookmark] = first_page
    return pages_of_marks


def _bookmarks(block: etree._Element) -> list[str]:
    return [bookmark.get(w("name"), "") for bookmark in block.iter(w("bookmarkStart"))]


def _bookmarks_before_text(block: etree._Element) -> Iterator[str]:
    """Generate the bookmarks that stand before all that a block prints."""
    for element in block.iter(w("bookmarkStart"), *_PRINTED):
        if element.tag in _PRINTED:
            return
        yield element.get(w("name"), "")
