"""Marks in a layout copy: bookmarks whose pages an engine reports.

Their names are letters and digits, for these alone come through every engine unchanged: LibreOffice writes
``_Toc1`` into a PDF as ``5FToc1``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from lxml import etree

from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import w
from esa_docs.pages.sections import Section, split_sections

_MARK: Final = "esaMark"
_SECTION: Final = "esaSection"


def mark_places(root: etree._Element) -> tuple[dict[str, str], tuple[Section, ...]]:
    """Put a mark beside every bookmark of a main document part and at the beginning of every section.

    Returns:
        The bookmark's name by the name of its mark; the sections, each with the name of its mark.
    """
    bookmarks = root.findall(f".//{w('bookmarkStart')}")
    names = [bookmark.get(w("name"), "") for bookmark in bookmarks]
    mark_prefix = _unused_prefix(_MARK, names)
    section_prefix = _unused_prefix(_SECTION, names)
    ids = _unused_ids(bookmarks)
    sections: list[Section] = []
    for number, part in enumerate(split_sections(root)):
        mark_name = f"{section_prefix}{number}"
        sections.append(part.to_section(mark_name))
        _put_at_beginning(part.first_paragraph, _make_mark(mark_name, next(ids)))
    marks: dict[str, str] = {}
    for number, bookmark in enumerate(bookmarks):
        mark_name = f"{mark_prefix}{number}"
        marks[mark_name] = bookmark.get(w("name"), "")
        _put_beside(bookmark, _make_mark(mark_name, next(ids)))
    return marks, tuple(sections)


def _unused_prefix(prefix: str, names: list[str]) -> str:
    while any(name.startswith(prefix) for name in names):
        prefix += "x"
    return prefix


def _unused_ids(bookmarks: list[etree._Element]) -> Iterator[int]:
    """Return an endless row of numbers that are no ids of bookmarks."""
    ids = [whole_number(bookmark.get(w("id"))) for bookmark in bookmarks]
    return count(max(ids, default=0) + 1)


def _make_mark(name: str, number: int) -> list[etree._Element]:
    """Return the beginning and the end of a bookmark around nothing."""
    start = etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): name})
    end = etree.Element(w("bookmarkEnd"), {w("id"): str(number)})
    return [start, end]


def _put_beside(bookmark: etree._Element, mark: list[etree._Element]) -> None:
    """Put a mark behind the beginning of a bookmark.

    The mark of a bookmark that stands between paragraphs goes into the next paragraph, if there is one.
    """
    paragraph_around = next(bookmark.iterancestors(w("p")), None)
    if paragraph_around is not None:
        for element in reversed(mark):
            bookmark.addnext(element)
        return
    paragraph = _next_paragraph(bookmark)
    if paragraph is not None:
        _put_at_beginning(paragraph, mark)


def _next_paragraph(bookmark: etree._Element) -> etree._Element | None:
    for sibling in bookmark.itersiblings():
        for paragraph in sibling.iter(w("p")):
            return paragraph
    return None


def _put_at_beginning(paragraph: etree._Element, mark: list[etree._Element]) -> None:
    # The schema wants the properties of a paragraph before all else in it.
    place = 1 if paragraph.find(w("pPr")) is not None else 0
    paragraph[place:place] = mark
