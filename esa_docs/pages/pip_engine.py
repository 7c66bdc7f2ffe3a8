"""rdocx as a layout engine: nothing but a Python package, for machines without an office suite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import rdocx
from lxml import etree

from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import read_package
from esa_docs.pages.engine import WRONG_FONTS, EngineFault, LaidOut
from esa_docs.pages.expected_engine import rdocx_limits, rdocx_name
from esa_docs.pages.families_used import families_used, letters_of, letters_used
from esa_docs.pages.flat_drawings import flatten_drawings
from esa_docs.pages.held_tables import hold_tables
from esa_docs.pages.layout_copy import LayoutCopy
from esa_docs.timing import Phase, measure

_PRINTED: Final = tuple(w(name) for name in ("t", "br", "tab", "cr", "drawing", "pict", "object", "sym"))
_PANIC: Final = "PanicException"
_LEAST_TALL: Final = 700.0
"""Points: what is taller may not fit on a page of A4, of which 736 stay beside the margins of a report."""


class Rdocx:
    """rdocx: pages only, no PDF. It lays out text; a drawing counts with its size."""

    @property
    def name(self) -> str:
        """Give its name and version."""
        return rdocx_name()

    @property
    def identity(self) -> str:
        """Give its name and version."""
        return rdocx_name()

    @property
    def limits(self) -> str:
        """Tell what it cannot do."""
        return rdocx_limits()

    @property
    def draws(self) -> bool:
        """Say no."""
        return False

    def lay_out(
        self,
        copies: Mapping[str, LayoutCopy],
        *,
        with_pdf: bool,  # noqa: ARG002 - it makes none
    ) -> Mapping[str, LaidOut | EngineFault]:
        """Lay out copies one by one; no PDF is made, whether asked for or not."""
        return {key: _lay_out(copy) for key, copy in copies.items()}


def _lay_out(copy: LayoutCopy) -> LaidOut | EngineFault:
    with measure(Phase.PAGES, copy.document):
        return _pages_of(copy)


def _pages_of(copy: LayoutCopy) -> LaidOut | EngineFault:
    fault = _fault_of_fonts(copy)
    if fault:
        return fault
    try:
        data, fragments = _with_held_tables(copy)
    except BaseException as failure:
        # A panic of its Rust core is no Exception, yet no reason to end the program.
        if not isinstance(failure, Exception) and type(failure).__name__ != _PANIC:
            raise
        return EngineFault(str(failure))
    pages: dict[int, list[int]] = {}
    for fragment in fragments:
        pages.setdefault(fragment.body_index, []).append(fragment.physical_page)
    last = max((page for places in pages.values() for page in places), default=0)
    return LaidOut(copy.bookmark_pages(_pages_of_marks(data, pages)), last)


def _with_held_tables(copy: LayoutCopy) -> tuple[bytes, Sequence[rdocx.LayoutFragment]]:
    """Lay out a copy with its tables held, but those taller than a page; give it as it was laid out."""
    faces = [(family.name, face) for family in copy.fonts for face in family.faces.values()]
    flat = flatten_drawings(copy.data, copy.pictures)
    data, held = hold_tables(flat)
    fragments = rdocx.Document.from_bytes(data).layout(fonts=faces)
    tall = {one.body_index for one in fragments if one.bounds.height > _LEAST_TALL}
    too_tall = [place for index, place in held.items() if index in tall]
    if too_tall:
        data, _held = hold_tables(flat, besides=too_tall)
        fragments = rdocx.Document.from_bytes(data).layout(fonts=faces)
    return data, fragments


def _fault_of_fonts(copy: LayoutCopy) -> EngineFault | None:
    """Tell of text in fonts that are not embedded: it would come out in some font or other, in silence."""
    others = families_used(copy.data) - {family.name for family in copy.fonts}
    if others:
        names = ", ".join(sorted(others))
        return EngineFault(
            _("the document is set in other fonts too: {names}").format(names=names), WRONG_FONTS
        )
    missing = letters_used(copy.data) - letters_of(copy.fonts[0])
    if missing:
        text = _("the font {name} has no such signs: {signs}")
        return EngineFault(
            text.format(name=copy.fonts[0].family, signs=" ".join(sorted(missing))), WRONG_FONTS
        )
    return None


def _pages_of_marks(data: bytes, pages: Mapping[int, list[int]]) -> dict[str, int]:
    """Give the page of each bookmark whose page is certain.

    The engine tells pages of whole paragraphs and tables. One that runs over several pages tells only where
    it begins: a bookmark before all it prints is placed, any other is not.
    """
    body = etree.fromstring(read_package(data)["word/document.xml"]).find(w("body"))
    found = {}
    for index, block in enumerate(() if body is None else body):
        places = sorted(set(pages.get(index, ())))
        has_printed = False
        for element in block.iter(w("bookmarkStart"), *_PRINTED):
            if element.tag in _PRINTED:
                has_printed = True
            elif places and (len(places) == 1 or not has_printed):
                found[element.get(w("name"), "")] = places[0]
    return found
