"""How much room the pages of each section have for text, upright and on their side."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from esa_docs.ooxml.measures import twips, whole_number
from esa_docs.word.annexes.section_marks import ANNEX_MARK
from esa_docs.word.annexes.section_properties import SectionProperties, of_annex

SECTION: Final = re.compile(r"<w:sectPr(?: [^>]*)?(?:/>|(?<!/)>.*?</w:sectPr>)", re.DOTALL)
"""The properties of a section. They stand at its end: in its last paragraph, or last in the document."""
_SIZE: Final = re.compile(r"<w:pgSz [^>]*>")
_MARGINS: Final = re.compile(r"<w:pgMar [^>]*>")
_COLUMNS: Final = re.compile(r"<w:cols(?: [^>]*)?>")
_COLUMN: Final = re.compile(r"<w:col [^>]*>")
_ATTRIBUTE: Final = re.compile(r' w:(\w+)="([^"]*)"')
USUAL_SIZE: Final = {"w": 11906.0, "h": 16838.0}
"""A4 in twips."""
USUAL_MARGINS: Final = dict.fromkeys(("top", "right", "bottom", "left"), 1440.0)
"""What Word takes where a template says none."""
_BETWEEN_COLUMNS: Final = 720.0
_LEAST: Final = 2835
"""Five centimetres in twips: more than no room, whatever a template says."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """Room for text on a page, or in one of its columns.

    Attributes:
        width: in twips.
        height: in twips.
    """

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PageForm:
    """Size and margins of the pages of a section, in twips.

    Attributes:
        size: ``w`` and ``h``.
        margins: ``top``, ``right``, ``bottom``, ``left``, and others.
    """

    size: dict[str, float]
    margins: dict[str, float]

    @classmethod
    def of(cls, section: str) -> PageForm:
        """Return the form of the pages of a section, by its properties."""
        return cls(
            {**USUAL_SIZE, **_lengths(_SIZE, section)}, {**USUAL_MARGINS, **_lengths(_MARGINS, section)}
        )

    @property
    def lies(self) -> bool:
        """Whether its pages lie on their side already."""
        return self.size["w"] > self.size["h"]

    def turned(self) -> PageForm:
        """Return the form of the same pages on their side.

        The page is turned clockwise, as Word does it: its bound left edge is then above.
        """
        margins = {
            **self.margins,
            "top": self.margins["left"],
            "right": self.margins["top"],
            "bottom": self.margins["right"],
            "left": self.margins["bottom"],
        }
        # A negative margin above or below tells Word that no header moves the text; beside it means nothing.
        for side in ("left", "right"):
            margins[side] = abs(margins[side])
        return PageForm({"w": self.size["h"], "h": self.size["w"]}, margins)

    def room(self, section: str) -> PageRoom:
        """Return the room for text, in one column where the section has several."""
        beside = self.margins["left"] + self.margins["right"] + self.margins.get("gutter", 0.0)
        width = _width_of_column(section, self.size["w"] - beside)
        height = self.size["h"] - abs(self.margins["top"]) - abs(self.margins["bottom"])
        return PageRoom(max(round(width), _LEAST), max(round(height), _LEAST))


@dataclass(frozen=True, slots=True)
class PageRooms:
    """The rooms of the sections of a document part.

    Attributes:
        ends: where the properties of each section begin.
        rooms: room of each section on its side, and its own height.
    """

    ends: tuple[int, ...]
    rooms: tuple[tuple[PageRoom, PageRoom], ...]

    @classmethod
    def of(cls, xml: str) -> PageRooms:
        """Return the rooms of the sections in the XML of a document part, and of the annexes behind them."""
        ends, rooms = [], []
        last_section = ""
        for section in SECTION.finditer(xml):
            ends.append(section.start())
            rooms.append(_rooms_of(section[0]))
            last_section = section[0]
        first_annex = ANNEX_MARK.search(xml)
        if first_annex and rooms:
            # An annex is no section yet; its pages are upright and of one column, whatever the others are.
            ends.insert(-1, first_annex.start())
            rooms.append(_rooms_of(of_annex(SectionProperties.parse(last_section)).xml))
        return cls(tuple(ends), tuple(rooms))

    def at(self, place: int) -> tuple[PageRoom, PageRoom]:
        """Return the room at a place of the XML: upright, and on the side of the page."""
        number = bisect_left(self.ends, place)
        if number < len(self.rooms):
            return self.rooms[number]
        form = PageForm.of("")
        return form.room(""), form.turned().room("")


def _rooms_of(section: str) -> tuple[PageRoom, PageRoom]:
    """Return the room on the pages of a section, and on these pages on their side."""
    form = PageForm.of(section)
    lying_form = form if form.lies else form.turned()
    return form.room(section), lying_form.room(section)


def _width_of_column(section: str, width: float) -> float:
    """Return the width of the narrowest column."""
    columns = _COLUMNS.search(section)
    if columns is None:
        return width
    attributes = dict(_ATTRIBUTE.findall(columns[0]))
    own_widths = [dict(_ATTRIBUTE.findall(column)).get("w") for column in _COLUMN.findall(section)]
    if own_widths:
        return min(map(twips, own_widths))
    count = whole_number(attributes.get("num"), 1)
    space = twips(attributes["space"]) if "space" in attributes else _BETWEEN_COLUMNS
    return (width - (count - 1) * space) / count if count > 1 else width


def _lengths(element: re.Pattern[str], section: str) -> dict[str, float]:
    """Return the lengths in the attributes of an element of a section."""
    match = element.search(section)
    if match is None:
        return {}
    lengths = {}
    for name, text in _ATTRIBUTE.findall(match[0]):
        if name not in {"orient", "code"}:
            lengths[name] = twips(text)
    return lengths
