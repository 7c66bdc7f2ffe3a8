"""Ways to alter a part of a finished Word file, and the problems that verify then finds in it.

An alteration is a function of the root of a part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from word_files import DOCUMENT, STYLES, Element, W, elements, pack, xpath

from esa_docs.diagnostics import Severity
from esa_docs.word.verify import verify

FILE_LABEL = "build/2569/manual.docx"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
Alter = Callable[[Element], object]
BODY = "//w:p[w:pPr/w:pStyle[@w:val='BodyText']]"
CELL = "//w:tc/w:p[w:pPr/w:pStyle[@w:val='TableText']]"
THAI_RUN = f"{BODY}/w:r[w:rPr/w:cs]"
LATIN_RUN = f"{BODY}/w:r[not(w:rPr)]"
_OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def _of_another_program(part: str, root: str) -> bytes:
    """Return a package of Excel or PowerPoint, whose main part is a part of its own sort."""
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="rId1" Type="{_OFFICE_DOCUMENT}" Target="{part}"/>'
    parts = {
        TYPES: "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{relationships}">{link}</Relationships>',
        part: root,
    }
    return pack({name: content.encode() for name, content in parts.items()})


_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT_SPREADSHEET = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
NOT_WORD = {
    "nothing": b"",
    "text": "ข้อความ".encode(),
    "a zip": pack({"a.txt": b"a"}),
    "no document": pack({TYPES: b"<Types/>", STYLES: b"<x/>"}),
    "broken XML": pack({TYPES: b"<Types/>", DOCUMENT: b"<w:document"}),
    "no XML": pack({TYPES: b"", DOCUMENT: b"<a/>"}),
    "another root": pack({TYPES: b"<Types/>", DOCUMENT: b"<a/>"}),
    "a workbook": _of_another_program("xl/workbook.xml", f'<workbook xmlns="{_SPREADSHEET}"/>'),
    "a strict workbook": _of_another_program("xl/workbook.xml", f'<workbook xmlns="{_STRICT_SPREADSHEET}"/>'),
    "slides": _of_another_program("ppt/presentation.xml", f'<p:presentation xmlns:p="{_SLIDES}"/>'),
}


def problems_in(data: bytes, texts: Sequence[str] = ()) -> list[tuple[str, Severity, str]]:
    """Return code, severity and part of each diagnostic of verify, which looks for ``texts``."""
    diagnostics = verify(data, FILE_LABEL, texts)
    return [(diagnostic.code, diagnostic.severity, diagnostic.field) for diagnostic in diagnostics]


def codes_in(data: bytes, texts: Sequence[str] = ()) -> list[str]:
    """Return the code of each diagnostic of verify, which looks for ``texts``."""
    return [code for code, _severity, _part in problems_in(data, texts)]


def first_match(root: Element, path: str) -> Element:
    return xpath(root, path)[0]


def remove_element(path: str) -> Alter:
    """Return an alteration that removes the element at a path."""

    def alter(root: Element) -> None:
        target = first_match(root, path)
        target.getparent().remove(target)

    return alter


def set_attribute(path: str, name: str, value: str) -> Alter:
    """Return an alteration that sets an attribute of the main namespace."""

    def alter(root: Element) -> None:
        first_match(root, path).set(f"{{{W}}}{name}", value)

    return alter


def remove_attribute(path: str, name: str) -> Alter:
    """Return an alteration that removes an attribute of the main namespace."""

    def alter(root: Element) -> None:
        del first_match(root, path).attrib[f"{{{W}}}{name}"]

    return alter


def insert_before(path: str, xml: str) -> Alter:
    """Return an alteration that puts elements before the element at a path."""

    def alter(root: Element) -> None:
        target = first_match(root, path)
        for element in elements(xml):
            target.addprevious(element)

    return alter


def append_inside(path: str, xml: str) -> Alter:
    """Return an alteration that puts elements at the end of the element at a path."""

    def alter(root: Element) -> None:
        first_match(root, path).extend(elements(xml))

    return alter


def set_text(path: str, text: str) -> Alter:
    """Return an alteration that replaces the text of the element at a path."""

    def alter(root: Element) -> None:
        first_match(root, path).text = text

    return alter


def duplicate(path: str) -> Alter:
    """Return an alteration that puts a copy of the element at a path behind it."""

    def alter(root: Element) -> None:
        target = first_match(root, path)
        target.addnext(deepcopy(target))

    return alter


def reverse_children(path: str) -> Alter:
    """Return an alteration that turns round the order of the children of the element at a path."""

    def alter(root: Element) -> None:
        target = first_match(root, path)
        target[:] = list(target)[::-1]

    return alter
