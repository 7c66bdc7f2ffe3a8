"""Elements of a template taken away as Word takes them: what would stand around nothing goes with them."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import M, local, w
from esa_docs.word.templates.loops.ranges import BOOKMARK_MARKS, bookmarks_in

_FRAMES: Final = frozenset(
    (
        *map(w, ("hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")),
        *map(w, ("ruby", "ins", "moveTo", "tbl", "tr")),
        *(f"{{{M}}}{name}" for name in ("oMath", "oMathPara")),
    )
)
"""Elements that are nothing without their content."""
_CONTAINERS: Final = tuple(map(w, ("body", "tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")))
"""Elements that must hold a paragraph."""
_BLOCKS: Final = frozenset(map(w, ("p", "tbl", "sdt", "customXml", "altChunk")))
_PROPERTIES_ENDS: Final = ("Pr", "PrEx")
_SECTION: Final = w("sectPr")
_GRID: Final = w("tblGrid")

Element = Any


def remove_emptied(element: Element) -> None:
    """Remove an element, and the frames around it in which nothing is left.

    The mark of a bookmark that reaches beyond it stays at its place.
    """
    parent = element.getparent()
    if parent is None:
        return
    for mark in _marks_that_stay(element):
        element.addprevious(mark)
    parent.remove(element)
    if parent.tag in _FRAMES and not has_content(parent):
        remove_emptied(parent)


def unwrap(element: Element) -> None:
    """Put the content of an element, such as a content control, in its place."""
    parent = element.getparent()
    if parent is None:
        return
    holder = element.find(w("sdtContent"))
    if holder is None:
        holder = element
    for child in list(holder):
        if not is_properties(child):
            element.addprevious(child)
    parent.remove(element)


def has_content(element: Element) -> bool:
    """Return whether an element has more than its properties and marks of bookmarks."""
    for child in element:
        is_grid = child.tag == _GRID
        if not is_grid and not is_properties(child) and child.tag not in BOOKMARK_MARKS:
            return True
    return False


def is_properties(element: Element) -> bool:
    """Return whether an element holds the properties of its parent, such as ``w:pPr``."""
    return local(element.tag).endswith(_PROPERTIES_ENDS)


def _marks_that_stay(element: Element) -> list[Element]:
    """Return the marks of bookmarks that begin or end outside an element."""
    bookmarks = bookmarks_in(element)
    return bookmarks.lone_ends + [pair.start for pair in bookmarks.pairs if pair.end is None]


def complete_body(document: Element) -> None:
    """Put a section to the end of a document, and a paragraph into it, where it has none.

    Word does without both, as some programs write it; whoever adds something to a paper asks for them.
    """
    body = document.find(w("body"))
    if len(body) == 0 or body[-1].tag != _SECTION:
        etree.SubElement(body, _SECTION)
    if not has_content(body):
        _put_paragraph(body)


def fill_empty_containers(root: Element) -> None:
    """Put an empty paragraph into whatever must hold one: Word opens no cell without it."""
    for container in root.iter(*_CONTAINERS):
        blocks = [child for child in container if child.tag in _BLOCKS]
        if blocks and (blocks[-1].tag != w("tbl") or container.tag != w("tc")):
            continue
        _put_paragraph(container)


def _put_paragraph(container: Element) -> None:
    """Put an empty paragraph to the end of a container, before its section."""
    paragraph = etree.Element(w("p"), nsmap=container.nsmap)
    section = container.find(_SECTION)
    if section is None:
        container.append(paragraph)
    else:
        section.addprevious(paragraph)
