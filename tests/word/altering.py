"""Ways to alter a part of a finished Word file, and what verify finds in it then."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from word_files import DOCUMENT, STYLES, Element, W, elements, pack, xpath

from esa_docs.diagnostics import Severity
from esa_docs.word.verify import verify

SHOWN = "build/2569/manual.docx"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
Alter = Callable[[Element], object]
BODY = "//w:p[w:pPr/w:pStyle[@w:val='BodyText']]"
CELL = "//w:tc/w:p[w:pPr/w:pStyle[@w:val='TableText']]"
THAI_RUN = f"{BODY}/w:r[w:rPr/w:cs]"
LATIN_RUN = f"{BODY}/w:r[not(w:rPr)]"
NOT_WORD = {
    "nothing": b"",
    "text": "ข้อความ".encode(),
    "a zip": pack({"a.txt": b"a"}),
    "no document": pack({TYPES: b"<Types/>", STYLES: b"<x/>"}),
    "broken XML": pack({TYPES: b"<Types/>", DOCUMENT: b"<w:document"}),
    "no XML": pack({TYPES: b"", DOCUMENT: b"<a/>"}),
}


def found_in(data: bytes) -> list[tuple[str, Severity, str]]:
    return [(one.code, one.severity, one.field) for one in verify(data, SHOWN)]


def first(root: Element, path: str) -> Element:
    return xpath(root, path)[0]


def insert(root: Element, place: str, xml: str) -> None:
    """Put elements before the place."""
    target = first(root, place)
    for element in elements(xml):
        target.addprevious(element)


def remove(path: str) -> Alter:
    def alter(root: Element) -> None:
        target = first(root, path)
        target.getparent().remove(target)

    return alter


def put(path: str, name: str, value: str) -> Alter:
    """Set an attribute of the main namespace."""
    return lambda root: first(root, path).set(f"{{{W}}}{name}", value)


def unset(path: str, name: str) -> Alter:
    return lambda root: first(root, path).attrib.pop(f"{{{W}}}{name}")


def before(place: str, xml: str) -> Alter:
    return lambda root: insert(root, place, xml)


def inside(path: str, xml: str) -> Alter:
    """Put elements at the end of the place."""
    return lambda root: first(root, path).extend(elements(xml))


def text(path: str, value: str) -> Alter:
    def alter(root: Element) -> None:
        first(root, path).text = value

    return alter


def twin(path: str) -> Alter:
    """Put a copy after the place."""

    def alter(root: Element) -> None:
        target = first(root, path)
        target.addnext(deepcopy(target))

    return alter


def reverse(path: str) -> Alter:
    def alter(root: Element) -> None:
        target = first(root, path)
        target[:] = list(target)[::-1]

    return alter
