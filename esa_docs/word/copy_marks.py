"""The marks of copies: lines at the lower edge of the last page of a finished Word file.

They stand in the lower margin, in a text box that takes no room in the text: the pages stay as they are.
Where the margin is too small, or has a foot with text, they stand on a sheet behind the last page.
Nothing else in the file changes: the box is a run at the end of the last paragraph.

ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ has สำเนาถูกต้อง with signature, name and post at the lower edge,
and ร่าง/พิมพ์/ทาน/ตรวจ at the lower right of สำเนาคู่ฉบับ. Usage, of which no source was seen: the line for
the day, the arrangement of the lines, their size. The word สำเนา above the first line is not verified, and
not printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from esa_docs import thai
from esa_docs.ooxml.names import DRAWING_NAMESPACES
from esa_docs.ooxml.package import DOCUMENT_PART, read_package, write_package
from esa_docs.ooxml.shapes import Rectangle, anchored_shape, text_box
from esa_docs.word.runs import RunStyle, escape, make_splitter

_NAME: Final = "Copy"
_ID: Final = 2_000_000_000
"""Id of the drawing, beyond those of any other drawing of a document."""
_HEIGHT: Final = 42.0
_EDGE: Final = 12.0
"""Room that printers leave blank at the edge of the paper, in points."""
_BEFORE_MARGIN: Final = 4.0
"""Points between the right margin and the lines on a sheet of their own."""
_TWIPS: Final = 20
"""Twips in a point."""
_SIZE: Final = RunStyle.of_size(12)
_SIZE_ON_SHEET: Final = RunStyle.of_size(16)
_LAST_SECTION: Final = "<w:sectPr"
_END: Final = "</w:p>"
_FOOT: Final = re.compile(r"word/footer[0-9]*\.xml")
_PRINTS: Final = re.compile(r"<w:t(?: [^>]*)?>[^<]*[^<\s]|<w:instrText|<w:fldSimple|<w:drawing")
_BLANK: Final = "." * 50


@dataclass(frozen=True, slots=True)
class TabStop:
    """Where the text behind a tab stands.

    Attributes:
        place: points from the left side of the box.
        alignment: what of the text stands there.
        has_dots: whether dots lead there.
    """

    place: float
    alignment: Literal["left", "center"] = "left"
    has_dots: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, with tabs, and the place to which each tab leads."""

    text: str
    stops: tuple[TabStop, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The lines of a copy.

    Attributes:
        lines: the lines.
        width: points that they take.
        side: the margin at which they stand.
    """

    lines: tuple[Line, ...]
    width: float
    side: Literal["left", "right"]


def certifying_marks(name: str, post: str) -> Marks:
    """Return the lines of สำเนาถูกต้อง; name and post stand centred below the line for the signature.

    Args:
        name: full name of who certifies the copy; empty for a blank line.
        post: their post; empty for a blank line.
    """
    signature = (TabStop(90), TabStop(118), TabStop(290, has_dots=True))
    day = (TabStop(298), TabStop(325), TabStop(420, has_dots=True))
    below_signature = (TabStop(204, "center"),)
    lines = (
        Line("สำเนาถูกต้อง\tลงชื่อ\t\t\tวันที่\t\t", (*signature, *day)),
        Line(f"\t({name or _BLANK})", below_signature),
        Line(f"\tตำแหน่ง {post or _BLANK}", below_signature),
    )
    return Marks(lines, 420, "left")


def file_copy_marks() -> Marks:
    """Return the lines of สำเนาคู่ฉบับ, with dots of equal length for four signatures."""
    stops = (
        *(TabStop(28), TabStop(108, has_dots=True)),
        *(TabStop(118), TabStop(146), TabStop(226, has_dots=True)),
    )
    lines = (Line("ร่าง\t\t\tพิมพ์\t\t", stops), Line("ทาน\t\t\tตรวจ\t\t", stops))
    return Marks(lines, 226, "right")


def with_marks(data: bytes, marks: Marks) -> bytes:
    """Return a Word file with the lines of a copy at its lower edge, or on a sheet behind its last page.

    Args:
        data: the Word file.
        marks: the lines.

    Raises:
        NotAPackageError: the bytes are no Word file.
    """
    parts = read_package(data)
    text, section, end = parts[DOCUMENT_PART].decode().rpartition(_LAST_SECTION)
    place = _place_in_margin(end, marks)
    if place is None or _has_foot(parts):
        text += _sheet(marks, _room_at_left(end, marks))
    else:
        text = _with_run_at_end(text, _box(marks, place))
    parts[DOCUMENT_PART] = f"{text}{section}{end}".encode()
    return write_package(parts)


def _place_in_margin(section: str, marks: Marks) -> Rectangle | None:
    """Return where the lines stand on a page; None where the lower margin or the width is too small."""
    height = _points(section, "pgSz", "h")
    left_margin = _points(section, "pgMar", "left")
    room_at_left = _room_at_left(section, marks)
    # A negative margin is as wide as a positive one: to Word it says that no footer moves the text.
    is_low = abs(_points(section, "pgMar", "bottom")) < _HEIGHT + _EDGE
    if is_low or room_at_left < 0:
        return None
    return Rectangle(left_margin + room_at_left, height - _EDGE - _HEIGHT, marks.width, _HEIGHT)


def _room_at_left(section: str, marks: Marks) -> float:
    """Return the points between the left margin and the lines; negative where the lines are too wide."""
    width = _points(section, "pgSz", "w")
    for side in ("left", "right"):
        width -= _points(section, "pgMar", side)
    room = width - marks.width
    return min(room, 0) if marks.side == "left" else room


def _points(section: str, element: str, attribute: str) -> float:
    """Return a length that a section names; 0 where it does not."""
    match = re.search(rf'<w:{element}\b[^>]*\sw:{attribute}="(-?[0-9]{{1,9}})"', section)
    return int(match[1]) / _TWIPS if match else 0.0


def _has_foot(parts: Mapping[str, bytes]) -> bool:
    """Return whether any foot of a file prints something, such as a grade of secrecy."""
    feet = [part.decode() for name, part in parts.items() if _FOOT.fullmatch(name)]
    return any(_PRINTS.search(foot) for foot in feet)


def _with_run_at_end(text: str, run: str) -> str:
    """Return a text with a run at the end of its last paragraph, in one without height behind a table."""
    if text.endswith(_END):
        return f"{text.removesuffix(_END)}{run}{_END}"
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"{text}<w:p><w:pPr>{spacing}</w:pPr>{run}{_END}"


def _box(marks: Marks, place: Rectangle) -> str:
    """Return the run of a text box with the lines, which fill its height."""
    pitch = round(_HEIGHT / len(marks.lines) * _TWIPS)
    spacing = f'w:line="{pitch}" w:lineRule="exact"'
    paragraphs = [_paragraph(line, _SIZE, spacing) for line in marks.lines]
    size = Rectangle(0, 0, place.width, place.height)
    shape = text_box(_ID + 1, _NAME, size, "".join(paragraphs))
    words = " ".join(line.text for line in marks.lines)
    run = anchored_shape(_ID, _NAME, thai.normalise_spaces(words), place, shape)
    # Declared here and not at the root of the document, of which nothing changes.
    declarations = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in DRAWING_NAMESPACES.items())
    return run.replace("<mc:AlternateContent", f"<mc:AlternateContent{declarations}", 1)


def _sheet(marks: Marks, room_at_left: float) -> str:
    """Return the lines as paragraphs that begin a page."""
    spacing = 'w:line="360" w:lineRule="auto"'
    # LibreOffice breaks the line where the last tab stands at the margin itself.
    indent = max(room_at_left - _BEFORE_MARGIN, 0)
    paragraphs = [_paragraph(line, _SIZE_ON_SHEET, spacing, indent) for line in marks.lines]
    return "".join(paragraphs).replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>", 1)


def _paragraph(line: Line, style: RunStyle, spacing: str, indent: float = 0) -> str:
    write_runs = make_splitter(style)
    pieces = [write_runs(escape(piece)) for piece in line.text.split("\t")]
    properties = (
        f'{_tabs(line.stops, indent)}<w:spacing w:before="0" w:after="0" {spacing}/>'
        f'<w:ind w:left="{round(indent * _TWIPS)}" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{'<w:r><w:tab/></w:r>'.join(pieces)}</w:p>"


def _tabs(stops: Sequence[TabStop], indent: float) -> str:
    # Word counts the places of tabs from the margin, not from the indent.
    xml = ""
    for stop in stops:
        leader = ' w:leader="dot"' if stop.has_dots else ""
        place = round((indent + stop.place) * _TWIPS)
        xml += f'<w:tab w:val="{stop.alignment}"{leader} w:pos="{place}"/>'
    return f"<w:tabs>{xml}</w:tabs>"
