"""Pictures of Word files: one written into a line, those that stand in a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from esa_docs.ooxml.names import RELATIONSHIPS, WP, A, R
from esa_docs.ooxml.package import relationships_part

EMU_PER_CM: Final = 360_000
"""English metric units in a centimetre."""
POINTS_PER_CM: Final = 72 / 2.54

_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_V: Final = "urn:schemas-microsoft-com:vml"
_FILLS: Final = f"{{{A}}}graphic/{{{A}}}graphicData/{{{_PIC}}}pic/{{{_PIC}}}blipFill"
_PLACED: Final = (f"{{{WP}}}inline", f"{{{WP}}}anchor", f"{{{_V}}}shape", f"{{{_V}}}rect")
_STORY: Final = re.compile(r"word/(document|header)\d*\.xml")
_VML_HEIGHT: Final = re.compile(r"(?:^|;)\s*height:\s*(\d*\.?\d+)\s*(pt|in|cm|mm|pc|px)")
_CENTIMETRES: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "pc": 2.54 / 6, "px": 2.54 / 96}
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)

Element = Any


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture as it stands in a Word file.

    Attributes:
        part: the part it stands in, such as ``word/header1.xml``.
        target: the part that holds it.
        height: how tall it is printed, in centimetres.
        is_cropped: only a piece of it is printed.
    """

    part: str
    target: str
    height: float
    is_cropped: bool = False


def inline_picture(number: int, name: str, description: str, size: tuple[int, int], relationship: str) -> str:
    """Write a run with a picture that stands in the line like a letter.

    Args:
        number: id of the drawing, unique in the document.
        name: what Word's list of objects shows.
        description: alternative text, for those who cannot see the picture.
        size: width and height in English metric units.
        relationship: id by which the part refers to the picture.
    """
    width, height = size
    extent = f'cx="{width}" cy="{height}"'
    identity = f'id="{number}" name={quoteattr(name)} descr={quoteattr(description)}'
    locks = '<a:graphicFrameLocks noChangeAspect="1"/>'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {identity}/>'
        f"<wp:cNvGraphicFramePr>{locks}</wp:cNvGraphicFramePr>"
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {identity}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="{relationship}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def placed_pictures(parts: Mapping[str, bytes]) -> Iterator[PlacedPicture]:
    """Give the pictures in the text and the headers of a Word file, from the top; the text goes first.

    Pictures of today's Word (DrawingML) and of old files (VML) are seen; those that lie outside the file,
    and those inside a group of shapes, are not.

    Raises:
        etree.XMLSyntaxError: a part is no XML.
    """
    for name in sorted(filter(_STORY.fullmatch, parts)):
        targets = dict(_targets(parts, name))
        for element in etree.fromstring(parts[name], _PARSER).iter(*_PLACED):
            height = _height(element)
            for relationship, is_cropped in _references(element):
                if height is not None and relationship in targets:
                    yield PlacedPicture(name, targets[relationship], height, is_cropped)


def _references(element: Element) -> Iterator[tuple[str, bool]]:
    """Give the relationship of each picture of a placed element, and whether the picture is cropped."""
    for fill in element.iterfind(_FILLS):
        blip, cut = fill.find(f"{{{A}}}blip"), fill.find(f"{{{A}}}srcRect")
        if blip is not None:
            yield blip.get(f"{{{R}}}embed", ""), cut is not None and set(cut.attrib.values()) - {"0"} != set()
    for data in element.iterfind(f"{{{_V}}}imagedata"):
        yield data.get(f"{{{R}}}id", ""), any(name.startswith("crop") for name in data.attrib)


def _height(element: Element) -> float | None:
    """Give the printed height in centimetres; None where it is not said."""
    extent = element.find(f"{{{WP}}}extent")
    if extent is not None:
        units = extent.get("cy", "")
        return int(units) / EMU_PER_CM if units.isascii() and units.isdigit() else None
    match = _VML_HEIGHT.search(element.get("style", ""))
    return float(match[1]) * _CENTIMETRES[match[2]] if match else None


def _targets(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Give the parts of this package that a part refers to, by the ids of its relationships."""
    place = relationships_part(name)
    if place not in parts:
        return
    for one in etree.fromstring(parts[place], _PARSER).iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), one.get("Target", "")))
        if one.get("TargetMode") != "External" and target.lstrip("/") in parts:
            yield one.get("Id", ""), target.lstrip("/")
