"""Drawings of shapes replaced by pictures of the same size, for engines that draw no shapes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.ooxml.linked_parts import LinkedPart, with_linked_parts
from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import MC, WP, A, R, w
from esa_docs.ooxml.package import Parts, read_package, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part

_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SIGN_OF_A_DRAWING: Final = b"drawingml"
"""Stands in every part with a drawing: other parts need not be parsed."""
_PICTURE: Final = (
    f'<a:graphic xmlns:a="{A}" xmlns:pic="{_PIC}" xmlns:r="{R}"><a:graphicData uri="{_PIC}"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
)


def flatten_drawings(data: bytes, pictures: Mapping[int, bytes]) -> bytes:
    """Replace every drawing of shapes by a picture of the same size at the same place.

    Args:
        data: the .docx.
        pictures: PNG by ``wp:docPr`` id; a drawing without a PNG becomes a blank picture.
    """
    parts = read_package(data)
    for name in list(parts):
        is_xml_of_word = name.startswith("word/") and name.endswith(".xml")
        if is_xml_of_word and _SIGN_OF_A_DRAWING in parts[name]:
            parts = _with_flat_part(parts, name, pictures)
    return write_package(parts)


def _with_flat_part(parts: Parts, name: str, pictures: Mapping[int, bytes]) -> Parts:
    """Return the parts of a Word file, with pictures in place of the drawings of one part."""
    root = parse_part(parts[name], name)
    drawings = list(_drawings(root))
    if not drawings:
        return parts
    picture_parts: list[LinkedPart] = []
    for drawing in drawings:
        drawing.become_picture()
        picture = pictures.get(drawing.number)
        if not picture:
            picture = blank_picture()
        picture_parts.append(drawing.make_part(picture))
    flat_part = serialise_part(root)
    return with_linked_parts({**parts, name: flat_part}, picture_parts, name)


def blank_picture() -> bytes:
    """Return a PNG of one white point."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff")
    chunks = [_chunk(b"IHDR", header), _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    length = struct.pack(">I", len(body))
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return length + kind + body + checksum


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing of shapes.

    Attributes:
        element: its ``w:drawing``.
        number: its ``wp:docPr`` id.
        size: width and height in EMU.
        graphic: the ``a:graphic`` that is to become a picture.
    """

    element: etree._Element
    number: int
    size: tuple[str, str]
    graphic: etree._Element

    @property
    def name(self) -> str:
        return f"esaPicture{self.number}"

    def make_part(self, picture: bytes) -> LinkedPart:
        return LinkedPart(self.name, "image", f"word/media/{self.name}.png", "image/png", picture)

    def become_picture(self) -> None:
        width, height = self.size
        text = _PICTURE.format(number=self.number, name=self.name, width=width, height=height)
        _replace(self.graphic, etree.fromstring(text))
        # Shapes stand among alternatives for older programs; every program can show a picture.
        alternatives = next(self.element.iterancestors(f"{{{MC}}}AlternateContent"), None)
        if alternatives is not None:
            _replace(alternatives, self.element)


def _drawings(root: etree._Element) -> Iterator[_Drawing]:
    """Generate the drawings of shapes, without those inside other drawings and those in fallbacks."""
    for element in root.iter(w("drawing")):
        ancestor_tags = {ancestor.tag for ancestor in element.iterancestors()}
        if w("drawing") in ancestor_tags or f"{{{MC}}}Fallback" in ancestor_tags:
            continue
        drawing = _read_drawing(element)
        if drawing is not None:
            yield drawing


def _read_drawing(element: etree._Element) -> _Drawing | None:
    """Return a drawing of shapes; None for a picture, and for a drawing that lacks something."""
    properties = element.find(f".//{{{WP}}}docPr")
    extent = element.find(f".//{{{WP}}}extent")
    graphic = element.find(f".//{{{A}}}graphic")
    graphic_data = element.find(f".//{{{A}}}graphicData")
    if properties is None or extent is None or graphic is None or graphic_data is None:
        return None
    if graphic_data.get("uri") == _PIC:
        return None
    number = whole_number(properties.get("id"))
    size = (extent.get("cx", "1"), extent.get("cy", "1"))
    return _Drawing(element, number, size, graphic)


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)
