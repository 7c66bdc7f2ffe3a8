"""Reading and altering Word files in tests, and tiny templates; no module of the package is used to read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from make_templates import build
from template_bodies.pieces import section

ROOT = Path(__file__).parents[2]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}
DOCUMENT = "word/document.xml"
HEADER = "word/header1.xml"
FIRST_HEADER = "word/header2.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"

Element = Any
Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """Return the parts of a Word file by their names, in the order of its archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts) -> bytes:
    """Return a Word file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xml_of(data: bytes, part: str = DOCUMENT) -> Element:
    """Return the root of a part of a Word file."""
    return etree.fromstring(parts_of(data)[part])


def alter_part(data: bytes, part: str, alter: Callable[[Element], object]) -> bytes:
    """Return the Word file with one part changed by ``alter``."""
    parts = parts_of(data)
    root = etree.fromstring(parts[part])
    alter(root)
    return pack({**parts, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def xpath(element: Element, path: str) -> list[Any]:
    """Return what an XPath with the usual prefixes selects: elements, or texts of attributes."""
    matches: list[Any] = element.xpath(path, namespaces=NAMES)
    return matches


def only_match(element: Element, path: str) -> Element:
    """Return what an XPath selects, and require that it selects exactly one thing."""
    (match,) = xpath(element, path)
    return match


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute of the main namespace, or None where the element does not have it."""
    value: str | None = element.get(f"{{{W}}}{name}")
    return value


def elements(xml: str) -> list[Element]:
    """Return the elements of a piece of XML that uses the usual prefixes."""
    return list(etree.fromstring(f"<x {_namespaces()}>{xml}</x>"))


def _namespaces() -> str:
    """Return the attributes that declare the usual prefixes."""
    return " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())


# What a reader sees.


def text_of(element: Element) -> str:
    """Return the visible text: tabs and line breaks as signs, no-break spaces as spaces."""
    return "".join(_signs(element)).replace("\u00a0", " ")


def _signs(element: Element) -> Iterator[str]:
    sign_by_tag = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    for child in element.iter(f"{{{W}}}t", *sign_by_tag):
        # w:tab is also the name of a tab stop in w:tabs: only a child of a run is printed.
        if child.getparent().tag == f"{{{W}}}r":
            yield sign_by_tag.get(child.tag, child.text or "")


def texts_of_all(nodes: Iterable[Element]) -> list[str]:
    """Return the visible text of each element."""
    return [text_of(node) for node in nodes]


def paragraph_texts(root: Element) -> list[str]:
    """Return the visible text of each paragraph."""
    return texts_of_all(xpath(root, "//w:p"))


def paragraph_with_text(root: Element, text: str) -> Element:
    """Return the only paragraph with exactly this visible text."""
    (paragraph,) = [paragraph for paragraph in xpath(root, "//w:p") if text_of(paragraph) == text]
    return paragraph


def lines_of(data: bytes, part: str = DOCUMENT) -> list[str]:
    """Return the visible text of each paragraph of a part; those of a drawing stand in its place."""
    root = xml_of(data, part)
    lines = []
    for paragraph in xpath(root, "//w:p"):
        is_in_shape = bool(xpath(paragraph, "ancestor::w:txbxContent"))
        if is_in_shape:
            lines.append(text_of(paragraph).replace("\n", ""))
        elif not xpath(paragraph, ".//w:drawing"):
            lines.append(text_of(paragraph))
    return lines


def lines_that_start(lines: Iterable[str], start: str) -> list[str]:
    """Return the lines that start with a text."""
    return [line for line in lines if line.startswith(start)]


def lines_with(lines: Iterable[str], words: str) -> list[str]:
    """Return the lines that hold some words."""
    return [line for line in lines if words in line]


def cell_text(cell: Element) -> str:
    """Return the visible text of a cell, its paragraphs as lines."""
    return "\n".join(texts_of_all(xpath(cell, "w:p")))


def row_texts(row: Element) -> list[str]:
    """Return the text of each cell of a row."""
    return [cell_text(cell) for cell in xpath(row, "w:tc")]


def table_texts(table: Element) -> list[list[str]]:
    """Return the text of each cell of a table, by rows."""
    return [row_texts(row) for row in xpath(table, "w:tr")]


def tables_of(root: Element) -> list[list[list[str]]]:
    """Return the text of each cell, by tables and rows."""
    return [table_texts(table) for table in xpath(root, "//w:tbl")]


def style_keeps_next(styles: Element, name: str) -> bool:
    """Return whether paragraphs of a style stay on the page of the next one."""
    return bool(xpath(styles, f"//w:style[@w:styleId='{name}']/w:pPr/w:keepNext"))


# Tiny templates.


def run(text: str, properties: str = "") -> str:
    """Return the XML of a run; ``properties`` is the inside of its ``w:rPr``."""
    properties_xml = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties_xml}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*pieces: str) -> str:
    """Return the XML of a paragraph; each piece is XML, or a text that becomes a run."""
    runs = [_as_xml(piece, run) for piece in pieces]
    return f"<w:p>{''.join(runs)}</w:p>"


def template(*pieces: str, header: str = "") -> bytes:
    """Return a tiny template on the shipped styles.

    Args:
        pieces: paragraphs and tables of the body; each is XML, or a text that becomes a paragraph.
        header: text of the header; an empty one leaves the header of the shipped styles.
    """
    body = "".join(_as_xml(piece, paragraph) for piece in pieces)
    section_xml = section(numbered_from=1)
    namespaces = _namespaces()
    parts = parts_of(build(""))
    parts[DOCUMENT] = f"<w:document {namespaces}><w:body>{body}{section_xml}</w:body></w:document>".encode()
    if header:
        parts[HEADER] = f"<w:hdr {namespaces}>{paragraph(header)}</w:hdr>".encode()
    return pack(parts)


def _as_xml(piece: str, write: Callable[[str], str]) -> str:
    """Return a piece that is XML as it is, and any other one as ``write`` makes it XML."""
    return piece if piece.startswith("<") else write(piece)
