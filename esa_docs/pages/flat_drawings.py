"""Drawings turned into pictures of the same size, for engines that draw no shapes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs.ooxml.linked_parts import LinkedPart, with_linked_parts
from esa_docs.ooxml.names import WP, R
from esa_docs.ooxml.package import read_package, write_package

_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_W_DRAWING: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}drawing"
_MARK: Final = b"drawingml"
_PICTURE: Final = (
    f'<a:graphic xmlns:a="{_A}" xmlns:pic="{_PIC}" xmlns:r="{R}"><a:graphicData uri="{_PIC}"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
)


def flatten_drawings(data: bytes, pictures: Mapping[int, bytes]) -> bytes:
    """Turn every drawing of shapes into a picture of the same size at the same place.

    Args:
        data: the .docx.
        pictures: PNG by ``wp:docPr`` id; a drawing without one becomes a blank picture.
    """
    parts = read_package(data)
    for name in [one for one in parts if one.startswith("word/") and one.endswith(".xml")]:
        if _MARK not in parts[name]:
            continue
        root = etree.fromstring(parts[name])
        drawings = list(_drawings(root))
        for drawing in drawings:
            drawing.become_picture()
        if drawings:
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            linked = [drawing.part(pictures.get(drawing.number) or blank_picture()) for drawing in drawings]
            parts = with_linked_parts(parts, linked, name)
    return write_package(parts)


def blank_picture() -> bytes:
    """Give a PNG of one white point."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00\xff")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing of shapes: its element, its id, its size in EMU, and what is to become a picture."""

    element: etree._Element
    number: int
    size: tuple[str, str]
    graphic: etree._Element

    @property
    def name(self) -> str:
        return f"esaPicture{self.number}"

    def part(self, picture: bytes) -> LinkedPart:
        return LinkedPart(self.name, "image", f"word/media/{self.name}.png", "image/png", picture)

    def become_picture(self) -> None:
        width, height = self.size
        text = _PICTURE.format(number=self.number, name=self.name, width=width, height=height)
        _replace(self.graphic, etree.fromstring(text))
        choices = next(self.element.iterancestors(f"{{{_MC}}}AlternateContent"), None)
        if choices is not None:
            _replace(choices, self.element)


def _drawings(root: etree._Element) -> Iterator[_Drawing]:
    """Find the outermost drawings that are no pictures."""
    for element in root.iter(_W_DRAWING):
        above = [one.tag for one in element.iterancestors()]
        graphic, data = (element.find(f".//{{{_A}}}{name}") for name in ("graphic", "graphicData"))
        properties, extent = (element.find(f".//{{{WP}}}{name}") for name in ("docPr", "extent"))
        if _W_DRAWING in above or f"{{{_MC}}}Fallback" in above:
            continue
        if graphic is None or data is None or properties is None or extent is None:
            continue
        if data.get("uri") != _PIC:
            size = (extent.get("cx", "1"), extent.get("cy", "1"))
            yield _Drawing(element, int(properties.get("id", "0")), size, graphic)


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)
