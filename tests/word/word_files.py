"""Reading and altering Word files in tests, and tiny templates; no module of the package is used to read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
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
    """Unpack a Word file, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts) -> bytes:
    """Pack a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xml_of(data: bytes, part: str = DOCUMENT) -> Element:
    """Parse one part of a Word file."""
    return etree.fromstring(parts_of(data)[part])


def altered(data: bytes, part: str, alter: Callable[[Element], object]) -> bytes:
    """Give the Word file with one part changed by ``alter``."""
    parts = parts_of(data)
    root = etree.fromstring(parts[part])
    alter(root)
    return pack({**parts, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def xpath(element: Element, path: str) -> list[Any]:
    """Select with the usual prefixes."""
    found: list[Any] = element.xpath(path, namespaces=NAMES)
    return found


def the(element: Element, path: str) -> Element:
    """Select the one element there is."""
    (found,) = xpath(element, path)
    return found


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute of the main namespace."""
    value: str | None = element.get(f"{{{W}}}{name}")
    return value


def elements(xml: str) -> list[Element]:
    """Parse XML that uses the usual prefixes."""
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    return list(etree.fromstring(f"<x {spaces}>{xml}</x>"))


def text_of(element: Element) -> str:
    """Give the visible text: tabs and line breaks as signs, no-break spaces as spaces."""
    return "".join(_signs(element)).replace("\u00a0", " ")


def _signs(element: Element) -> Iterator[str]:
    shown = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    for child in element.iter(f"{{{W}}}t", *shown):
        if child.getparent().tag == f"{{{W}}}r":
            yield shown.get(child.tag, child.text or "")


def lines_of(data: bytes, part: str = DOCUMENT) -> list[str]:
    """Give the visible text of each paragraph of a part; those of a drawing stand in its place."""
    root = xml_of(data, part)
    lines = []
    for paragraph in xpath(root, "//w:p"):
        inside = bool(xpath(paragraph, "ancestor::w:txbxContent"))
        if inside:
            lines.append(text_of(paragraph).replace("\n", ""))
        elif not xpath(paragraph, ".//w:drawing"):
            lines.append(text_of(paragraph))
    return lines


def run(text: str, properties: str = "") -> str:
    """Write a run; ``properties`` is the inside of its ``w:rPr``."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*inner: str) -> str:
    """Write a paragraph of finished runs; a piece that is no XML becomes a run."""
    return f"<w:p>{''.join(piece if piece.startswith('<') else run(piece) for piece in inner)}</w:p>"


def template(*paragraphs: str, header: str = "") -> bytes:
    """Build a tiny template on the shipped styles; a text that is no XML becomes a paragraph."""
    body = "".join(one if one.startswith("<") else par(one) for one in paragraphs)
    sect = section(numbered_from=1)
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    parts = parts_of(build(""))
    parts[DOCUMENT] = f"<w:document {spaces}><w:body>{body}{sect}</w:body></w:document>".encode()
    if header:
        parts[HEADER] = f"<w:hdr {spaces}>{par(header)}</w:hdr>".encode()
    return pack(parts)
