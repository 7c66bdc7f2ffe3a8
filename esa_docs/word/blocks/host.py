"""The paragraph in whose place a block stands: how its text is set, and how much room there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import PPR_ORDER, RPR_ORDER
from esa_docs.word.blocks.page_rooms import PageRoom, PageRooms
from esa_docs.word.runs import RunStyle
from esa_docs.word.templates.cleaning.run_property_order import place_name
from esa_docs.word.templates.reading.namespaces import xml_inside_part

_PROPERTY: Final = re.compile(r"<w:(?P<name>\w+)(?: [^>]*)?(?:/>|(?<!/)>.*?</w:(?P=name)>)", re.DOTALL)
_SHARED: Final = frozenset({"pStyle", "spacing", "contextualSpacing", "jc", "bidi"})
"""Properties of the paragraph that the paragraphs of its block have too."""
_NO_CS: Final = re.compile(r"<w:cs(?: [^>]*)?/>")
_PLACES: Final = {name: place for place, name in enumerate(RPR_ORDER)}
_STRONG: Final = (("b", "<w:b/>"), ("bCs", "<w:bCs/>"))


_HANGING: Final = re.compile(r' w:hanging(?:Chars)?="[^"]*"')
_TO_THE_FIRST_LINE: Final = re.compile(r' w:(?:left|start|firstLine)="([0-9]+)"')
NARROW: Final = 7000
"""Twips of room: with less, as in a cell or a text box, labels and quotes stand near the edge."""
NARROW_INDENT: Final = 113
_UNNUMBERED: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_USUAL_ROOM, _USUAL_LYING_ROOM = PageRooms.of("").at(0)
_ONCE: Final = frozenset({"keepNext", "numPr", "pageBreakBefore", "sectPr"})
"""Properties of the paragraph that only one of the paragraphs in its place can have."""
_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"')


class MisplacedBlockError(ValueError):
    """A block stands where only words can stand: in a header, a note, a link or a field.

    Attributes:
        number: that behind its sign.
    """

    def __init__(self, number: int) -> None:
        """Take the number behind the sign of the block."""
        super().__init__(number)
        self.number = number


@dataclass(frozen=True, slots=True)
class Host:
    """The paragraph in whose place a block stands.

    Attributes:
        properties: XML inside its ``w:pPr``.
        run_properties: XML inside the ``w:rPr`` of the run that held the sign of the block.
        declared: attributes that declare the namespaces of its part.
        width: room for text, in twips.
        height: height of its page without margins, in twips.
        lying: room on its page turned on its side.
        start: where the text of its block begins, in twips from the edge of that room.
        is_in_cell: whether it stands in a cell or a text box.
        is_numbered: whether its style numbers it, which the paragraphs of its block are not.
    """

    properties: str
    run_properties: str
    declared: str
    width: int
    start: int = 0
    is_in_cell: bool = False
    is_numbered: bool = False
    height: int = _USUAL_ROOM.height
    lying: PageRoom = _USUAL_LYING_ROOM

    @property
    def style(self) -> str:
        """Its paragraph style; empty for the usual one."""
        return style_of(self.properties)

    @property
    def first_line(self) -> int | None:
        """Where its first line begins by its own indent, in twips; None where its style says it."""
        indent_of_paragraph = dict(properties_of(self.properties)).get("ind")
        if indent_of_paragraph is None:
            return None
        return sum(map(int, _TO_THE_FIRST_LINE.findall(indent_of_paragraph)))

    @property
    def is_kept_with_next(self) -> bool:
        """Whether the paragraph stays on the page of what follows, and so the end of its block does."""
        return "<w:keepNext/>" in self.properties

    def run_style(self, *, strong: bool = False) -> RunStyle:
        """Return how the text of the paragraph is set; in bold where it is to be strong."""
        return _run_style(_NO_CS.sub("", self.run_properties), self.declared, strong=strong)

    def further_paragraph(self, runs: str) -> str:
        """Return a paragraph that goes on below this one: at the same indent, without its hanging label."""
        further = []
        for name, xml in properties_of(self.properties):
            if name == "ind":
                further.append((name, _HANGING.sub("", xml)))
        return self.paragraph(runs, further=tuple(further), keep=self.is_kept_with_next)

    def paragraph(self, runs: str, *, further: tuple[tuple[str, str], ...] = (), keep: bool = False) -> str:
        """Return a paragraph in the look of this one.

        Args:
            runs: XML of its runs.
            further: name and XML of properties that it has besides, or in place of those of this one.
            keep: whether it stays on the page of what follows.
        """
        properties = {name: xml for name, xml in properties_of(self.properties) if name in _SHARED}
        properties.update(further)
        if self.is_numbered:
            properties["numPr"] = _UNNUMBERED
        if keep:
            properties["keepNext"] = "<w:keepNext/>"
        return paragraph(runs, properties)

    def text_paragraph(self, runs: str) -> str:
        """Return a paragraph of text as this one is, indented and aligned like it."""
        properties = {name: xml for name, xml in properties_of(self.properties) if name not in _ONCE}
        if self.is_numbered:
            properties["numPr"] = _UNNUMBERED
        return paragraph(runs, properties)

    def on_its_side(self) -> Host:
        """Return the paragraph as it stands on its page turned on its side."""
        return replace(self, width=self.lying.width, height=self.lying.height, start=0)


def figure_paragraph(runs: str, *, keep: bool) -> str:
    """Return the paragraph of a drawing, in the middle of the page and as high as the drawing.

    Args:
        runs: XML of its runs.
        keep: whether it stays on the page of what follows.
    """
    properties = {
        # Exact line spacing, which a style may have, would cut the drawing off.
        "spacing": '<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>',
        "ind": '<w:ind w:left="0" w:right="0" w:firstLine="0"/>',
        "jc": '<w:jc w:val="center"/>',
    }
    if keep:
        properties["keepNext"] = "<w:keepNext/>"
    return paragraph(runs, properties)


def paragraph(runs: str, properties: dict[str, str]) -> str:
    """Return a paragraph.

    Args:
        runs: XML of its runs.
        properties: XML of its properties by their names.
    """
    in_order = sorted(properties, key=PPR_ORDER.index)
    xml = "".join(properties[name] for name in in_order)
    return f"<w:p><w:pPr>{xml}</w:pPr>{runs}</w:p>"


def indent(start: int, hanging: int = 0, right: int = 0) -> tuple[str, str]:
    """Return the property of a paragraph that indents it, in twips; its first line hangs out."""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return "ind", f'<w:ind w:left="{start}" w:right="{right}" {first}/>'


def style_of(properties: str) -> str:
    """Return the style of a paragraph by the XML of its properties; empty for the usual one."""
    match = _STYLE.search(properties)
    return match[1] if match else ""


def properties_of(xml: str) -> tuple[tuple[str, str], ...]:
    """Return name and XML of each property of a paragraph."""
    return tuple((match["name"], match[0]) for match in _PROPERTY.finditer(xml))


@lru_cache(maxsize=64)
def _run_style(properties: str, declared: str, *, strong: bool) -> RunStyle:
    root = etree.fromstring(f"<w:rPr{declared}>{properties}</w:rPr>")
    xml_by_name: dict[str, str] = {}
    for child in root:
        xml_by_name[place_name(child)] = xml_inside_part(child)
    if strong:
        xml_by_name.update(_STRONG)
    in_order = sorted(xml_by_name.items(), key=_place)
    return RunStyle.of(in_order)


def _place(property_xml: tuple[str, str]) -> int:
    name, _xml = property_xml
    return _PLACES.get(name, len(_PLACES))
