"""Tables that must stand on one page, wrapped for rdocx.

rdocx keeps a paragraph on the page of the next one, but not the row of a table on the page of the next row.
It never breaks a row. So a table whose rows belong together becomes the only row of another table, one
without borders, together with the headings that are kept with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART, read_package, write_package
from esa_docs.ooxml.styles import StyleSheet
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.pages.spacer_paragraph import make_spacer_paragraph

_STYLES: Final = "word/styles.xml"
_USUAL_WIDTH: Final = "9071"
"""16 cm in twentieths of a point, for a table without a width."""
_FRAME: Final = (
    f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="{{width}}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
)


def hold_tables(data: bytes, tall_tables: Collection[int] = ()) -> tuple[bytes, dict[int, int]]:
    """Wrap each table whose rows stay on one page, with the headings that are kept with it.

    Args:
        data: a .docx.
        tall_tables: tables that are not wrapped, for they are taller than a page. They are named by their
            places among the tables of the body, from 0.

    Returns:
        The .docx, and the wrapped tables: the place of each among the tables of the body, by the place of its
        frame among all children of the body. Both count from 0.
    """
    parts = read_package(data)
    root = parse_part(parts[DOCUMENT_PART], DOCUMENT_PART)
    styles = _read_styles(parts)
    body = root.find(w("body"))
    wrapped_tables: dict[int, int] = {}
    if body is not None:
        wrapped_tables = _wrap_tables(body, styles, tall_tables)
    parts[DOCUMENT_PART] = serialise_part(root)
    return write_package(parts), wrapped_tables


def _read_styles(parts: Mapping[str, bytes]) -> StyleSheet:
    if _STYLES not in parts:
        return StyleSheet(None)
    return StyleSheet(parse_part(parts[_STYLES], _STYLES))


def _wrap_tables(body: etree._Element, styles: StyleSheet, tall_tables: Collection[int]) -> dict[int, int]:
    """Wrap the tables of a body that stay on one page; return them as `hold_tables` does."""
    tables_by_frame: dict[etree._Element, int] = {}
    tables = list(body.iterchildren(w("tbl")))
    for place, table in enumerate(tables):
        if place not in tall_tables and _stays_on_one_page(table, styles):
            frame = _wrap(table, styles)
            tables_by_frame[frame] = place
    wrapped_tables: dict[int, int] = {}
    for index, block in enumerate(body):
        if block in tables_by_frame:
            wrapped_tables[index] = tables_by_frame[block]
    return wrapped_tables


def _stays_on_one_page(table: etree._Element, styles: StyleSheet) -> bool:
    """Return whether a table has several rows and each but the last is kept with the next one."""
    rows = table.findall(w("tr"))
    if len(rows) <= 1:
        return False
    return all(_stays_with_next(row, styles) for row in rows[:-1])


def _stays_with_next(row: etree._Element, styles: StyleSheet) -> bool:
    """Return whether a row is kept with the next one: its first paragraph decides."""
    first_paragraph = next(row.iter(w("p")))
    return styles.stays_with_next(first_paragraph)


def _wrap(table: etree._Element, styles: StyleSheet) -> etree._Element:
    """Move a table and the headings kept with it into a frame that takes their place; return the frame."""
    frame = _make_frame(table)
    content = [*_headings_above(table, styles), table]
    content[0].addprevious(frame)
    cell = next(frame.iter(w("tc")))
    cell.extend(content)
    # The schema wants a paragraph at the end of a cell.
    cell.append(make_spacer_paragraph())
    return frame


def _make_frame(table: etree._Element) -> etree._Element:
    """Return a table of one cell without content, as wide as ``table``."""
    width = table.find(f"{w('tblPr')}/{w('tblW')}")
    twips = _USUAL_WIDTH if width is None else width.get(w("w"), _USUAL_WIDTH)
    return etree.fromstring(_FRAME.format(width=twips))


def _headings_above(table: etree._Element, styles: StyleSheet) -> list[etree._Element]:
    """Return the paragraphs directly above a table that are kept with it, in the order of the document."""
    headings: list[etree._Element] = []
    for block in table.itersiblings(preceding=True):
        if block.tag != w("p") or not styles.stays_with_next(block):
            break
        headings.append(block)
    headings.reverse()
    return headings
