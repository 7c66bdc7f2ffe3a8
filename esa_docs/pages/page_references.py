"""The page references of a Word file, PAGEREF fields, and the numbers that are written into them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from esa_docs import thai
from esa_docs.ooxml.names import RPR_ORDER, XML, W, w
from esa_docs.ooxml.package import read_package, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.pages.fields import Field, find_fields
from esa_docs.pages.number_formats import PageNumber

_NAMES_BEFORE_CS: Final = RPR_ORDER[: RPR_ORDER.index("cs")]
_TAGS_BEFORE_CS: Final = frozenset(w(name) for name in _NAMES_BEFORE_CS)
_SIGN_OF_A_FIELD: Final = b":instr"
"""Stands in every field, simple or complex. The name PAGEREF itself may be split between runs."""


@dataclass(frozen=True, slots=True)
class _ReferringPart:
    """A part of a Word file with page references: its name, its root, and the references."""

    name: str
    root: etree._Element
    references: list[Field]


def referred_bookmarks(data: bytes) -> tuple[str, ...]:
    """Return the bookmarks whose page numbers a Word file prints, each once, in order."""
    bookmarks: dict[str, None] = {}
    for part in _referring_parts(read_package(data)):
        for reference in part.references:
            target = reference.instruction.target
            if target:
                bookmarks[target] = None
    return tuple(bookmarks)


def write_page_numbers(data: bytes, numbers: Mapping[str, PageNumber]) -> bytes:
    """Write the number of its page into every PAGEREF field of every part.

    The number takes the look of the field's result, or else that of its instruction, and the number format
    of the field's switch, if there is one. A reference to a bookmark without a number becomes empty.

    Args:
        data: the Word file.
        numbers: number of the page of each bookmark.

    Returns:
        The Word file; equal arguments give equal bytes.
    """
    parts = read_package(data)
    for part in _referring_parts(parts):
        for reference in part.references:
            number = numbers.get(reference.instruction.target)
            _write_number(reference, number)
        parts[part.name] = serialise_part(part.root)
    return write_package(parts)


def turn_references_into_text(root: etree._Element) -> None:
    """Turn the PAGEREF fields of a part into their results as plain text, which no engine updates.

    A field that stands in no ``w:hyperlink`` loses its link.
    """
    for reference in find_page_references(root):
        _turn_into_text(reference)


def find_page_references(root: etree._Element) -> list[Field]:
    """Return the PAGEREF fields of a part."""
    return [field for field in find_fields(root) if field.instruction.name == "PAGEREF"]


def _referring_parts(parts: Mapping[str, bytes]) -> list[_ReferringPart]:
    """Return the parts that have page references."""
    referring_parts: list[_ReferringPart] = []
    for name, data in parts.items():
        is_xml_of_word = name.startswith("word/") and name.endswith(".xml")
        if not is_xml_of_word or _SIGN_OF_A_FIELD not in data:
            continue
        root = parse_part(data, name)
        references = find_page_references(root)
        if references:
            referring_parts.append(_ReferringPart(name, root, references))
    return referring_parts


def _write_number(reference: Field, number: PageNumber | None) -> None:
    properties = _properties_of_number(reference)
    for run in reference.result:
        _remove(run)
    _clear_dirty_mark(reference)
    text = _number_text(reference, number)
    runs = [_make_run(piece, properties, is_thai=is_thai) for piece, is_thai in thai.script_runs(text)]
    _put_result(reference, runs)


def _properties_of_number(reference: Field) -> etree._Element | None:
    """Return the run properties that a number takes, None for no properties.

    They are those of the first run of text in the old result, else those of the instruction's first run, else
    those of the run with the begin mark.
    """
    for run in reference.result:
        if run.find(w("t")) is not None:
            return run.find(w("rPr"))
    if reference.instructions:
        return reference.instructions[0].find(w("rPr"))
    if reference.is_simple:
        return None
    return reference.opening.find(w("rPr"))


def _clear_dirty_mark(reference: Field) -> None:
    # For a dirty field Word asks the reader whether to update it, and may then set every number to 1.
    reference.opening.attrib.pop(w("dirty"), "")
    mark = reference.opening.find(w("fldChar"))
    if mark is not None:
        mark.attrib.pop(w("dirty"), "")


def _number_text(reference: Field, number: PageNumber | None) -> str:
    if number is None:
        return ""
    fmt = reference.instruction.number_format
    return number.in_format(fmt) if fmt else str(number)


def _put_result(reference: Field, runs: list[etree._Element]) -> None:
    if reference.is_simple:
        reference.opening.extend(runs)
        return
    if reference.separator is None and reference.closing is not None:
        reference.separator = _make_field_mark("separate", reference.closing.find(w("rPr")))
        reference.closing.addprevious(reference.separator)
    if reference.separator is None:
        return
    for run in reversed(runs):
        reference.separator.addnext(run)


def _make_field_mark(kind: str, properties: etree._Element | None) -> etree._Element:
    run = _empty_run(properties)
    etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
    return run


def _make_run(text: str, properties: etree._Element | None, *, is_thai: bool) -> etree._Element:
    run = _empty_run(properties)
    # Word underlines Thai words as errors where w:cs is missing, and correct English where it stands.
    _unmark_script(run)
    if is_thai:
        _mark_as_thai(run)
    text_element = etree.SubElement(run, w("t"))
    text_element.text = text
    if text != text.strip():
        text_element.set(f"{{{XML}}}space", "preserve")
    return run


def _unmark_script(run: etree._Element) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        return
    for mark in properties.findall(w("cs")):
        properties.remove(mark)


def _mark_as_thai(run: etree._Element) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(run, w("rPr"))
    # Word drops fonts where properties do not stand in the order of the schema.
    children_before = [child for child in properties if child.tag in _TAGS_BEFORE_CS]
    properties.insert(len(children_before), etree.Element(w("cs")))


def _empty_run(properties: etree._Element | None) -> etree._Element:
    run = etree.Element(w("r"), nsmap={"w": W})
    if properties is not None:
        run.append(copy.deepcopy(properties))
    return run


def _turn_into_text(reference: Field) -> None:
    if reference.is_simple:
        for run in reversed(reference.result):
            reference.opening.addnext(run)
        _remove(reference.opening)
        return
    result_runs = set(reference.result)
    for run in reference.runs:
        if run not in result_runs:
            _remove(run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
