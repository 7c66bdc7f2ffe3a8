"""Page numbers written into the references of a Word file: contents, and every other PAGEREF field."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER, W, w
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.pages.fields import Field, find_fields
from esa_docs.pages.number_formats import PageNumber

_BEFORE_CS: Final = frozenset(w(name) for name in RPR_ORDER[: RPR_ORDER.index("cs")])
_MARK: Final = b":instr"
"""Part of every field, simple or complex; the name PAGEREF itself may be split between runs."""


def referred_bookmarks(data: bytes) -> tuple[str, ...]:
    """Give the bookmarks whose page a Word file prints, each once, in order."""
    found = (one.instruction.target for *_part, fields in _references(read_package(data)) for one in fields)
    return tuple(dict.fromkeys(target for target in found if target))


def write_page_numbers(data: bytes, numbers: Mapping[str, PageNumber]) -> bytes:
    """Write the number of its page into every PAGEREF field of every part.

    The number takes the look of the result that stood there, else of the field's instruction. A number format
    switch of the field is honoured. A reference to a bookmark without a number is emptied.

    Args:
        data: the Word file.
        numbers: number of the page of each bookmark.

    Returns:
        The Word file; equal arguments give equal bytes.
    """
    parts = read_package(data)
    for name, root, fields in _references(parts):
        for one in fields:
            _write_number(one, numbers.get(one.instruction.target))
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_package(parts)


def references_as_text(root: etree._Element) -> None:
    """Turn the PAGEREF fields of a part into their results as plain text: an engine reckons nothing anew.

    The link of a field that stands in no ``w:hyperlink`` is lost by it.
    """
    for one in find_page_references(root):
        _as_text(one)


def find_page_references(root: etree._Element) -> list[Field]:
    """Find the PAGEREF fields of a part."""
    return [one for one in find_fields(root) if one.instruction.name == "PAGEREF"]


def _references(parts: Mapping[str, bytes]) -> list[tuple[str, etree._Element, list[Field]]]:
    """Give name, root and PAGEREF fields of each part that has any."""
    stories = [
        name for name in parts if name.startswith("word/") and name.endswith(".xml") and _MARK in parts[name]
    ]
    roots = [(name, etree.fromstring(parts[name])) for name in stories]
    found = [(name, root, find_page_references(root)) for name, root in roots]
    return [one for one in found if one[2]]


def _write_number(one: Field, number: PageNumber | None) -> None:
    properties = _look(one)
    for run in one.result:
        _remove(run)
    for mark in (one.opening, one.opening.find(w("fldChar"))):
        if mark is not None:
            mark.attrib.pop(w("dirty"), "")
    fmt = one.instruction.number_format
    text = "" if number is None else number.written(fmt) if fmt else str(number)
    runs = [_run(piece, properties, is_thai=is_thai) for piece, is_thai in thai.script_runs(text)]
    _put_result(one, runs)


def _look(one: Field) -> etree._Element | None:
    """Give the properties a number takes: those of the old result's first run, else of the instruction's."""
    for run in (*(run for run in one.result if run.find(w("t")) is not None), *one.instructions, one.opening):
        properties = run.find(w("rPr"))
        if run.tag == w("r"):
            return properties
    return None


def _put_result(one: Field, runs: list[etree._Element]) -> None:
    if one.is_simple:
        one.opening.extend(runs)
        return
    if one.separator is None and one.closing is not None:
        one.separator = _field_mark("separate", one.closing.find(w("rPr")))
        one.closing.addprevious(one.separator)
    for run in reversed(runs):
        if one.separator is not None:
            one.separator.addnext(run)


def _field_mark(kind: str, properties: etree._Element | None) -> etree._Element:
    run = _empty_run(properties)
    etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
    return run


def _run(text: str, properties: etree._Element | None, *, is_thai: bool) -> etree._Element:
    run = _empty_run(properties)
    own = run.find(w("rPr"))
    if own is not None:
        for mark in own.findall(w("cs")):
            own.remove(mark)
    if is_thai:
        marked = own if own is not None else etree.SubElement(run, w("rPr"))
        marked.insert(sum(child.tag in _BEFORE_CS for child in marked), etree.Element(w("cs")))
    letters = etree.SubElement(run, w("t"))
    letters.text = text
    if text != text.strip():
        letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _empty_run(properties: etree._Element | None) -> etree._Element:
    run = etree.Element(w("r"), nsmap={"w": W})
    if properties is not None:
        run.append(copy.deepcopy(properties))
    return run


def _as_text(one: Field) -> None:
    if one.is_simple:
        for run in reversed(one.result):
            one.opening.addnext(run)
        _remove(one.opening)
        return
    marks = [one.opening, *one.instructions]
    for run in (*marks, *(mark for mark in (one.separator, one.closing) if mark is not None)):
        _remove(run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
