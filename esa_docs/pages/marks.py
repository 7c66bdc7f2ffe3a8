"""Marks in a layout copy: bookmarks by which an engine tells pages, under names every engine gives whole.

LibreOffice writes ``_Toc1`` into a PDF as ``5FToc1``; letters and digits alone come through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import w
from esa_docs.pages.sections import Section, split_sections

_MARK: Final = "esaMark"
_SECTION: Final = "esaSection"


def mark_places(root: etree._Element) -> tuple[dict[str, str], tuple[Section, ...]]:
    """Put a mark beside every bookmark of a main document part and at the beginning of every section.

    Returns:
        For each mark of a bookmark the bookmark's name; the sections, each with the name of its mark.
    """
    bookmarks = root.findall(f".//{w('bookmarkStart')}")
    names = [one.get(w("name"), "") for one in bookmarks]
    mark, section = (_unused(prefix, names) for prefix in (_MARK, _SECTION))
    ids = _unused_ids(bookmarks)
    sections = []
    for number, part in enumerate(split_sections(root)):
        sections.append(part.read(f"{section}{number}"))
        _at_beginning(part.first_paragraph, _bookmark(f"{section}{number}", next(ids)))
    marks = {}
    for number, (bookmark, name) in enumerate(zip(bookmarks, names, strict=True)):
        marks[f"{mark}{number}"] = name
        _beside(bookmark, _bookmark(f"{mark}{number}", next(ids)))
    return marks, tuple(sections)


def _unused(prefix: str, names: list[str]) -> str:
    while any(name.startswith(prefix) for name in names):
        prefix += "x"
    return prefix


def _unused_ids(bookmarks: list[etree._Element]) -> Iterator[int]:
    number = max((int(one.get(w("id"), "0")) for one in bookmarks), default=0)
    while True:
        number += 1
        yield number


def _bookmark(name: str, number: int) -> list[etree._Element]:
    start = etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): name})
    return [start, etree.Element(w("bookmarkEnd"), {w("id"): str(number)})]


def _beside(bookmark: etree._Element, mark: list[etree._Element]) -> None:
    """Put a mark behind the beginning of a bookmark; for one between paragraphs, into the next paragraph."""
    if any(above.tag == w("p") for above in bookmark.iterancestors()):
        for element in reversed(mark):
            bookmark.addnext(element)
        return
    paragraphs = (paragraph for sibling in bookmark.itersiblings() for paragraph in sibling.iter(w("p")))
    following = next(paragraphs, None)
    if following is not None:
        _at_beginning(following, mark)


def _at_beginning(paragraph: etree._Element, mark: list[etree._Element]) -> None:
    place = 1 if paragraph.find(w("pPr")) is not None else 0
    paragraph[place:place] = mark
