"""Pictures of Word files: writing one into a line, and finding those of a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import RELATIONSHIPS, WP, A, R, V
from esa_docs.ooxml.package import relationships_part, target_part
from esa_docs.ooxml.xml_parts import parse_part

EMU_PER_CM: Final = 360_000
"""English metric units in a centimetre."""
POINTS_PER_CM: Final = 72 / 2.54

_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_FILLS: Final = f"{{{A}}}graphic/{{{A}}}graphicData/{{{_PIC}}}pic/{{{_PIC}}}blipFill"
_PLACED: Final = (f"{{{WP}}}inline", f"{{{WP}}}anchor", f"{{{V}}}shape", f"{{{V}}}rect")
_STORY: Final = re.compile(r"word/(document|header)\d*\.xml")
_VML_HEIGHT: Final = re.compile(r"(?:^|;)\s*height:\s*(\d*\.?\d+)\s*(pt|in|cm|mm|pc|px)")
_CENTIMETRES: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "pc": 2.54 / 6, "px": 2.54 / 96}

Element = Any


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture as it stands in a Word file.

    Attributes:
        part: name of the part in which it stands, such as ``word/header1.xml``.
        target: name of the part with its bytes.
        height: printed height in centimetres.
        is_cropped: whether only a piece of it is printed.
    """

    part: str
    target: str
    height: float
    is_cropped: bool = False


def inline_picture(number: int, name: str, description: str, size: tuple[int, int], relationship: str) -> str:
    """Return a run with a picture that stands in the line like a letter.

    Args:
        number: id of the drawing, unique in the document.
        name: its name in Word's list of objects.
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
    """Generate the pictures in the text and the headers of a Word file, from the top; the text comes first.

    Both pictures of today's Word (DrawingML) and of old files (VML) are found. Not found are pictures outside
    the file, pictures inside a group of shapes, and pictures without a height.

    Raises:
        NotAPackageError: a part is no XML.
    """
    for name in sorted(filter(_STORY.fullmatch, parts)):
        targets = _targets(parts, name)
        root = parse_part(parts[name], name)
        for element in root.iter(*_PLACED):
            height = _height(element)
            if height is None:
                continue
            for relationship, is_cropped in _references(element):
                if relationship in targets:
                    yield PlacedPicture(name, targets[relationship], height, is_cropped)


def _references(element: Element) -> Iterator[tuple[str, bool]]:
    """Generate the relationship of each picture of a placed element, and whether the picture is cropped."""
    for fill in element.iterfind(_FILLS):
        blip = fill.find(f"{{{A}}}blip")
        if blip is not None:
            yield blip.get(f"{{{R}}}embed", ""), _is_cropped(fill)
    for data in element.iterfind(f"{{{V}}}imagedata"):
        is_cropped = any(name.startswith("crop") for name in data.attrib)
        yield data.get(f"{{{R}}}id", ""), is_cropped


def _is_cropped(fill: Element) -> bool:
    """Return whether a fill cuts off a side of its picture; shares of zero cut off nothing."""
    source_rectangle = fill.find(f"{{{A}}}srcRect")
    if source_rectangle is None:
        return False
    return any(share != "0" for share in source_rectangle.attrib.values())


def _height(element: Element) -> float | None:
    """Return the printed height in centimetres; None if the element does not say it."""
    extent = element.find(f"{{{WP}}}extent")
    if extent is not None:
        units = whole_number(extent.get("cy"))
        return units / EMU_PER_CM if units > 0 else None
    match = _VML_HEIGHT.search(element.get("style", ""))
    if match is None:
        return None
    number, unit = match.groups()
    return float(number) * _CENTIMETRES[unit]


def _targets(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the parts of this package to which a part refers, by the ids of its relationships."""
    name_of_relationships = relationships_part(name)
    if name_of_relationships not in parts:
        return {}
    targets = {}
    folder = posixpath.dirname(name)
    root = parse_part(parts[name_of_relationships], name_of_relationships)
    for relationship in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = target_part(folder, relationship.get("Target", ""))
        if relationship.get("TargetMode") != "External" and target in parts:
            targets[relationship.get("Id", "")] = target
    return targets
