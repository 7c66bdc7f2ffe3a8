"""Tables that must stand on one page, put so that an engine keeps them which parts their rows.

rdocx keeps a paragraph with what follows it, but not the row of a table with the next row; a row it never
breaks. Such a table becomes the only row of a table without borders, with the headings that are kept with it.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART, read_package, write_package
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.pages.spacer_paragraph import make_spacer_paragraph

_STYLES: Final = "word/styles.xml"
_FRAME: Final = (
    f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="{{width}}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
)


def hold_tables(data: bytes, besides: Collection[int] = ()) -> tuple[bytes, dict[int, int]]:
    """Hold tables whose rows are all kept with the next, each with the headings kept above it.

    Args:
        data: a .docx.
        besides: places of tables among those of the body that are not held: they are taller than a page.

    Returns:
        The .docx, and for each table that holds another its place in the body, with the place of the other
        among the tables.
    """
    parts = read_package(data)
    root = etree.fromstring(parts[DOCUMENT_PART])
    styles = StyleSheet(etree.fromstring(parts[_STYLES]) if _STYLES in parts else None)
    body = root.find(w("body"))
    tables = [] if body is None else list(body.iterchildren(w("tbl")))
    frames = {
        _hold(table, styles): place
        for place, table in enumerate(tables)
        if place not in besides and _stays_whole(table, styles)
    }
    changed = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    held = {
        index: frames[block] for index, block in enumerate(() if body is None else body) if block in frames
    }
    return write_package({**parts, DOCUMENT_PART: changed}), held


def _stays_whole(table: etree._Element, styles: StyleSheet) -> bool:
    """Tell whether every row but the last is kept with the next; a row is as its first paragraph is."""
    rows = table.findall(w("tr"))
    return len(rows) > 1 and all(styles.stays_with_next(next(row.iter(w("p")))) for row in rows[:-1])


def _hold(table: etree._Element, styles: StyleSheet) -> etree._Element:
    width = table.find(f"{w('tblPr')}/{w('tblW')}")
    frame = etree.fromstring(_FRAME.format(width="9071" if width is None else width.get(w("w"), "9071")))
    above = takewhile(
        lambda one: one.tag == w("p") and styles.stays_with_next(one), table.itersiblings(preceding=True)
    )
    held = [*reversed(list(above)), table]
    held[0].addprevious(frame)
    next(frame.iter(w("tc"))).extend((*held, make_spacer_paragraph()))  # a cell ends with a paragraph
    return frame
