"""The paragraphs of a template as somebody sees them in Word: their text with its tags, and their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import A, M, w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.templates.cleaning.field_markers import MARKER_CLOSE, MARKER_OPEN
from esa_docs.word.templates.reading.paragraph_numbers import numbers_as_seen, numbers_of_boxes
from esa_docs.word.templates.tags.tags import has_tag

_MARKER: Final = re.compile(f"{MARKER_OPEN}[0-9A-F]*;|{MARKER_CLOSE}")
_PART: Final = re.compile(r"word/(?P<name>[a-z]+?)(?P<number>\d*)\.xml")
_PARTS_IN_ORDER: Final = ("header", "footer", "footnotes", "endnotes")
_MOST_PARAGRAPHS: Final = 1_000_000
BEHIND_ALL: Final = _MOST_PARAGRAPHS * _MOST_PARAGRAPHS
"""The position of what is said of a template as a whole."""
_LONGEST_QUOTE: Final = 60
_TABLE, _ROW, _CELL = map(w, ("tbl", "tr", "tc"))
_TEXT_BOX: Final = w("txbxContent")
_PARAGRAPH, _INSTRUCTION, _CONTROL_PROPERTIES = map(w, ("p", "instrText", "sdtPr"))
_TEXTS: Final = frozenset({w("t"), f"{{{M}}}t", f"{{{A}}}t"})
"""Texts of runs, of formulas and of drawings."""

Element = Any


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: the numbers of its table, its row and itself, each from 1."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class TextBoxPlace:
    """A text box: its number in its part, from 1."""

    number: int


Holder = CellPlace | TextBoxPlace


@dataclass(frozen=True, slots=True)
class TemplateParagraph:
    """A paragraph of a template.

    Attributes:
        part: name of its part.
        number: its number in the part, from 1, copies for old programs counted.
        text: what a reader sees, tags as they are typed.
        source: the text with the tags of fields and attributes, in the order in which they are filled in.
        cells: the cells in which it stands, from the outermost inwards.
        holder: number of what holds it (the page, a cell, a text box) in its part.
        route: the cells and text boxes in which it stands, from the outermost inwards.
        seen_number: its number as a reader counts, without copies for old programs.
        is_copy: whether it is such a copy, in the ``mc:Fallback`` of a text box; its place is that of the
            paragraph that Word shows.
    """

    part: str
    number: int
    text: str
    source: str
    cells: tuple[CellPlace, ...] = ()
    holder: int = 0
    route: tuple[Holder, ...] = ()
    seen_number: int = 0
    is_copy: bool = False

    @property
    def position(self) -> int:
        """Where it comes among the paragraphs of the template: text, headers, footers, notes."""
        match = _PART.fullmatch(self.part)
        if self.part == DOCUMENT_PART or match is None:
            return self.number
        part_number = _PARTS_IN_ORDER.index(match["name"]) if match["name"] in _PARTS_IN_ORDER else 0
        return (1 + part_number) * _MOST_PARAGRAPHS + self.number

    @property
    def place(self) -> str:
        """Where it stands, in words, such as ``table 1, row 2, cell 2``."""
        words = [_words_of_part(self.part)]
        words += [_words_of_holder(holder) for holder in self.route]
        stands_in_cell = self.route and isinstance(self.route[-1], CellPlace)
        if not stands_in_cell:
            words.append(_("paragraph {number}").format(number=self.seen_number or self.number))
        return ", ".join(filter(None, words))

    def quote(self, tag: str = "") -> str:
        """Return its text, cut short around a tag where it is long."""
        text = " ".join(self.text.split())
        if not text or " ".join(tag.split()) not in text:
            # The tag stands in the description of a picture, a field or a title, which nobody sees.
            text = " ".join((tag or self.source).split())
        if len(text) <= _LONGEST_QUOTE:
            return text
        middle = max(text.find(" ".join(tag.split())), 0) + len(tag) // 2
        start = max(min(middle - _LONGEST_QUOTE // 2, len(text) - _LONGEST_QUOTE), 0)
        cut_text = text[start : start + _LONGEST_QUOTE]
        before = "…" if start else ""
        behind = "…" if start + _LONGEST_QUOTE < len(text) else ""
        return f"{before}{cut_text}{behind}"


def paragraphs_of(root: Element, part: str) -> list[TemplateParagraph]:
    """Return the paragraphs of a prepared part that have text or tags, in the order of the part."""
    places: dict[Element, Holder] = {**_places_of_cells(root), **_places_of_boxes(root)}
    seen_numbers = numbers_as_seen(root)
    control_titles = _titles_of_controls(root)
    holders: dict[Element, int] = {}
    paragraphs = []
    for number, paragraph in enumerate(root.iter(_PARAGRAPH), 1):
        text = "".join(_pieces(paragraph, with_attributes=False))
        titles = control_titles.get(paragraph, "")
        source = titles + "".join(_pieces(paragraph, with_attributes=True))
        if not source:
            continue
        holder = paragraph.getparent()
        holder_number = holders.setdefault(holder, len(holders))
        route = tuple(
            places[element] for element in reversed(list(paragraph.iterancestors(_CELL, _TEXT_BOX)))
        )
        cells = tuple(place for place in route if isinstance(place, CellPlace))
        seen_number, is_copy = seen_numbers[paragraph]
        template_paragraph = TemplateParagraph(
            part, number, text, source, cells, holder_number, route, seen_number, is_copy
        )
        paragraphs.append(template_paragraph)
    return paragraphs


def _pieces(paragraph: Element, *, with_attributes: bool) -> Iterator[str]:
    """Generate the texts of a paragraph without those of text boxes inside it."""
    for element in paragraph.iter():
        if next(element.iterancestors(_PARAGRAPH), None) is not paragraph:
            continue
        if element.tag in _TEXTS or (with_attributes and element.tag == _INSTRUCTION):
            yield _MARKER.sub("", element.text or "")
        elif with_attributes:
            yield from filter(has_tag, element.attrib.values())


def _titles_of_controls(root: Element) -> dict[Element, str]:
    """Return the tags in the titles of the content controls around paragraphs, by their first paragraphs."""
    titles: dict[Element, str] = {}
    for properties in root.iter(_CONTROL_PROPERTIES):
        text = "".join(_tags_in_attributes(properties))
        control = properties.getparent()
        stands_in_paragraph = next(control.iterancestors(_PARAGRAPH), None) is not None
        paragraph = next(control.iter(_PARAGRAPH), None)
        if text and paragraph is not None and not stands_in_paragraph:
            titles[paragraph] = titles.get(paragraph, "") + text
    return titles


def _tags_in_attributes(element: Element) -> Iterator[str]:
    for inner_element in element.iter():
        yield from filter(has_tag, inner_element.attrib.values())


def _places_of_cells(root: Element) -> dict[Element, CellPlace]:
    """Return the place of each cell: tables are counted in what holds them, rows and cells in their table."""
    counts: Counter[tuple[Element, str]] = Counter()
    numbers: dict[Element, int] = {}
    places: dict[Element, CellPlace] = {}
    holders = {_TABLE: (_CELL, _TEXT_BOX), _ROW: (_TABLE,), _CELL: (_ROW,)}
    for element in root.iter(*holders):
        holder = next(element.iterancestors(*holders[element.tag]), root)
        counts[holder, element.tag] += 1
        numbers[element] = counts[holder, element.tag]
        if element.tag == _CELL:
            row = next(element.iterancestors(_ROW), root)
            table = next(element.iterancestors(_TABLE), root)
            places[element] = CellPlace(numbers.get(table, 1), numbers.get(row, 1), numbers[element])
    return places


def _places_of_boxes(root: Element) -> dict[Element, TextBoxPlace]:
    return {box: TextBoxPlace(number) for box, number in numbers_of_boxes(root).items()}


def _words_of_holder(holder: Holder) -> str:
    if isinstance(holder, TextBoxPlace):
        return _("text box {number}").format(number=holder.number)
    return _words_of_cell(holder)


def _words_of_cell(cell: CellPlace) -> str:
    words = _("table {table}, row {row}, cell {cell}")
    return words.format(table=cell.table, row=cell.row, cell=cell.cell)


def _words_of_part(part: str) -> str:
    """Return what a part is called; empty for the text of the pages itself."""
    match = _PART.fullmatch(part)
    if part == DOCUMENT_PART or match is None:
        return ""
    names = {
        "header": _("header {number}"),
        "footer": _("footer {number}"),
        "footnotes": _("footnotes"),
        "endnotes": _("endnotes"),
    }
    return names.get(match["name"], "").format(number=match["number"] or 1)
