"""Native shapes of Word, editable by hand: DrawingML inside WordprocessingML (wps, wpg).

Children stand in the order of CT_WordprocessingShape and CT_WordprocessingGroup ([MS-ODRAWXML] 2.28).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

EMU_PER_POINT: Final = 12700
"""English metric units in a point."""

_LINE: Final = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_WHITE: Final = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_PLAIN: Final = "<a:noFill/><a:ln><a:noFill/></a:ln>"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place in a drawing, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float


def emu(points: float) -> int:
    """Turn points into English metric units."""
    return round(points * EMU_PER_POINT)


def symbol(number: int, name: str, preset: str, place: Rectangle, paragraphs: str, inset: float) -> str:
    """Write a shape with a line, white inside, its text in the middle.

    Args:
        number: id of the shape, unique in the document.
        name: what Word's list of objects shows.
        preset: geometry, such as ``flowChartProcess``.
        place: where it stands.
        paragraphs: XML of its paragraphs.
        inset: points between its text rectangle and the text.
    """
    properties = f"{_geometry(preset, place)}{_WHITE}{_LINE}</a:ln>"
    return _text_shape(number, name, "<wps:cNvSpPr/>", properties, paragraphs, inset)


def text_box(number: int, name: str, place: Rectangle, paragraphs: str) -> str:
    """Write text without a line around it."""
    return _text_shape(
        number, name, '<wps:cNvSpPr txBox="1"/>', f"{_geometry('rect', place)}{_PLAIN}", paragraphs, 0
    )


def arrow(number: int, name: str, points: Sequence[tuple[float, float]], *, dotted: bool = False) -> str:
    """Write a line through points, in points from the corner of the drawing, with a head at its end."""
    dash = '<a:prstDash val="sysDot"/>' if dotted else ""
    place = _bounds(points)
    shape = _geometry("straightConnector1", place) if _falls(points) else _polyline(points, place)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name={quoteattr(name)}/><wps:cNvCnPr/>'
        f'<wps:spPr>{shape}{_LINE}{dash}<a:tailEnd type="triangle"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def inline_group(number: int, name: str, description: str, size: tuple[float, float], children: str) -> str:
    """Write a run with a group of shapes that stands in the line like a letter.

    Args:
        number: id of the drawing, unique in the document.
        name: what Word's list of objects shows.
        description: alternative text, for those who cannot see the drawing.
        size: width and height in points.
        children: XML of the shapes.
    """
    extent = _extent(size)
    group = (
        "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/>'
        f"</a:xfrm></wpg:grpSpPr>{children}</wpg:wgp>"
    )
    identity = _identity(number, name, description)
    return _inline("wpg", identity, extent, f'<a:graphicData uri="{_GROUP}">{group}</a:graphicData>')


def inline_shape(number: int, name: str, description: str, size: tuple[float, float], shape: str) -> str:
    """Write a run with one shape; a group of one, after another paragraph, ends LibreOffice 7.4 (measured).

    Args:
        number: id of the drawing, unique in the document.
        name: what Word's list of objects shows.
        description: alternative text, for those who cannot see the drawing.
        size: width and height in points.
        shape: XML of the shape.
    """
    identity = _identity(number, name, description)
    return _inline("wps", identity, _extent(size), f'<a:graphicData uri="{_SHAPE}">{shape}</a:graphicData>')


def _extent(size: tuple[float, float]) -> str:
    width, height = map(emu, size)
    return f'cx="{width}" cy="{height}"'


def _identity(number: int, name: str, description: str) -> str:
    return f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(description)}/>'


def _inline(prefix: str, identity: str, extent: str, graphic: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{prefix}"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{identity}<wp:cNvGraphicFramePr/>'
        f"<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _bounds(points: Sequence[tuple[float, float]]) -> Rectangle:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Rectangle(left, top, right - left, bottom - top)


def _falls(points: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line is one that leads right or down: what a plain line does without being turned."""
    return len(points) == 2 and points[0] <= points[1] and points[0][1] <= points[1][1]  # noqa: PLR2004 its ends


def _polyline(points: Sequence[tuple[float, float]], place: Rectangle) -> str:
    first, *rest = [f'<a:pt x="{emu(x - place.x)}" y="{emu(y - place.y)}"/>' for x, y in points]
    path = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return (
        f"{_transform(place)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(place.width)}" h="{emu(place.height)}" fill="none">{path}</a:path>'
        "</a:pathLst></a:custGeom><a:noFill/>"
    )


def _text_shape(number: int, name: str, kind: str, properties: str, paragraphs: str, inset: float) -> str:
    sides = "".join(f' {side}="{emu(inset)}"' for side in ("lIns", "tIns", "rIns", "bIns"))
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name={quoteattr(name)}/>{kind}<wps:spPr>{properties}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{sides} anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def _geometry(preset: str, place: Rectangle) -> str:
    return f'{_transform(place)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'


def _transform(place: Rectangle) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(place.x)}" y="{emu(place.y)}"/>'
        f'<a:ext cx="{emu(place.width)}" cy="{emu(place.height)}"/></a:xfrm>'
    )
