"""A Word page with the variables of a form: tags to copy into a template, what they mean, examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import W, w
from esa_docs.ooxml.package import DOCUMENT_PART, extend_package, read_package, write_package
from esa_docs.ooxml.xml_parts import serialise_part
from esa_docs.word.core_properties import CORE_PART, core_properties
from esa_docs.word.runs import RunStyle, escape, make_splitter
from esa_docs.word.templates.reading.template_file import shipped_template

_PAPER: Final = "number-register.docx"
"""The shipped template whose styles and page the list has."""
_WIDTHS: Final = (3900, 3200, 1971)
"""Widths of the columns in twips, together the width of the text."""
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_PROPERTIES: Final = (
    f'<w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
    '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_split = make_splitter(RunStyle())


def variables_page(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the Word file of a list.

    Args:
        title: its heading.
        heads: the heads of its three columns.
        rows: the texts of the cells of each row.

    Raises:
        MachineError: the installation lacks a template (E301).
    """
    package = read_package(shipped_template(_PAPER).read_bytes())
    unchanged_parts = {name: data for name, data in package.items() if name not in {DOCUMENT_PART, CORE_PART}}
    document = etree.fromstring(package[DOCUMENT_PART])
    heading = _paragraph(title, "IssuedHead")
    end = _paragraph("", "TableText")
    _put_into_body(document, f"{heading}{_table(heads, rows)}{end}")
    changed_parts = {
        DOCUMENT_PART: serialise_part(document),
        CORE_PART: core_properties({"title": title, "creator": ""}),
    }
    return extend_package(write_package(unchanged_parts), changed_parts)


def _put_into_body(document: Any, xml: str) -> None:
    """Put paragraphs and tables in place of those of a document; its section at the end stays."""
    body = document.find(w("body"))
    *elements, section = body
    for element in elements:
        body.remove(element)
    for element in etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>'):
        section.addprevious(element)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    rows_xml = _row(heads, "TableHeading", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for row in rows:
        rows_xml += _row(row, "TableText", "<w:trPr><w:cantSplit/></w:trPr>")
    return f"<w:tbl>{_TABLE_PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{rows_xml}</w:tbl>"


def _row(texts: Sequence[str], style: str, properties: str) -> str:
    cells = []
    for text, width in zip(texts, _WIDTHS, strict=True):
        cell_properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        paragraphs = [_paragraph(line, style) for line in text.split("\n")]
        cells.append(f"<w:tc>{cell_properties}{''.join(paragraphs)}</w:tc>")
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _paragraph(text: str, style: str) -> str:
    # A tag must stay as it is: no digits of the document, no blanks that do not break.
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_split(escape(text))}</w:p>'
