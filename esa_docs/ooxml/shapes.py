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
    """Return points as English metric units."""
    return round(points * EMU_PER_POINT)


def symbol(number: int, name: str, preset: str, place: Rectangle, paragraphs: str, inset: float) -> str:
    """Return a shape with a line, white inside, its text in the middle.

    Args:
        number: id of the shape, unique in the document.
        name: its name in Word's list of objects.
        preset: preset geometry, such as ``flowChartProcess``.
        place: where it stands.
        paragraphs: XML of its paragraphs.
        inset: points between its text rectangle and the text.
    """
    properties = f"{_geometry(preset, place)}{_WHITE}{_LINE}</a:ln>"
    return _text_shape(number, name, "<wps:cNvSpPr/>", properties, paragraphs, inset)


def text_box(number: int, name: str, place: Rectangle, paragraphs: str) -> str:
    """Return text without a line around it.

    Args:
        number: id of the shape, unique in the document.
        name: its name in Word's list of objects.
        place: where it stands.
        paragraphs: XML of its paragraphs.
    """
    properties = _geometry("rect", place) + _PLAIN
    return _text_shape(number, name, '<wps:cNvSpPr txBox="1"/>', properties, paragraphs, 0)


def arrow(
    number: int,
    name: str,
    points: Sequence[tuple[float, float]],
    *,
    dotted: bool = False,
    has_head: bool = True,
) -> str:
    """Return a line through points, with a head at its end.

    Args:
        number: id of the shape, unique in the document.
        name: its name in Word's list of objects.
        points: ends of the pieces of the line, in points from the top left corner of the drawing.
        dotted: whether the line is dotted.
        has_head: whether it ends in a head; without one it is a plain line.
    """
    head = '<a:tailEnd type="triangle"/>' if has_head else ""
    dash = '<a:prstDash val="sysDot"/>' if dotted else ""
    place = _bounds(points)
    if _is_straight_right_or_down(points):
        shape = _geometry("straightConnector1", place)
    else:
        # A straight connector in another direction would have to be turned or mirrored.
        shape = _polyline(points, place)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name={quoteattr(name)}/><wps:cNvCnPr/>'
        f"<wps:spPr>{shape}{_LINE}{dash}{head}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def inline_group(number: int, name: str, description: str, size: tuple[float, float], children: str) -> str:
    """Return a run with a group of shapes that stands in the line like a letter.

    Args:
        number: id of the drawing, unique in the document.
        name: its name in Word's list of objects.
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
    """Return a run with one shape that stands in the line like a letter.

    Args:
        number: id of the drawing, unique in the document.
        name: its name in Word's list of objects.
        description: alternative text, for those who cannot see the drawing.
        size: width and height in points.
        shape: XML of the shape.
    """
    # LibreOffice 7.4 crashes at a group of one shape that comes after another paragraph (measured).
    identity = _identity(number, name, description)
    return _inline("wps", identity, _extent(size), f'<a:graphicData uri="{_SHAPE}">{shape}</a:graphicData>')


def anchored_shape(number: int, name: str, description: str, place: Rectangle, shape: str) -> str:
    """Return a run with one shape that stands at a place of the page and takes no room in the text.

    Args:
        number: id of the drawing, unique in the document.
        name: its name in Word's list of objects.
        description: alternative text, for those who cannot see the drawing.
        place: where it stands, from the top left corner of the paper.
        shape: XML of the shape.
    """
    attributes = (
        'simplePos="0" relativeHeight="251658240" behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1"'
    )
    position = '<wp:simplePos x="0" y="0"/>'
    for direction, offset in (("H", place.x), ("V", place.y)):
        position += (
            f'<wp:position{direction} relativeFrom="page"><wp:posOffset>{emu(offset)}</wp:posOffset>'
            f"</wp:position{direction}>"
        )
    graphic = f'<a:graphicData uri="{_SHAPE}">{shape}</a:graphicData>'
    identity = _identity(number, name, description)
    extent = _extent((place.width, place.height))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" {attributes}>{position}<wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{identity}<wp:cNvGraphicFramePr/>'
        f"<a:graphic>{graphic}</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


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
    """Return the smallest rectangle around points."""
    xs = [x for x, _y in points]
    ys = [y for _x, y in points]
    return Rectangle(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _is_straight_right_or_down(points: Sequence[tuple[float, float]]) -> bool:
    """Return whether a line is straight and leads neither left nor up."""
    if len(points) != 2:  # noqa: PLR2004 its two ends
        return False
    (start_x, start_y), (end_x, end_y) = points
    return start_x <= end_x and start_y <= end_y


def _polyline(points: Sequence[tuple[float, float]], place: Rectangle) -> str:
    path_points = [f'<a:pt x="{emu(x - place.x)}" y="{emu(y - place.y)}"/>' for x, y in points]
    path = f"<a:moveTo>{path_points[0]}</a:moveTo>"
    for path_point in path_points[1:]:
        path += f"<a:lnTo>{path_point}</a:lnTo>"
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
