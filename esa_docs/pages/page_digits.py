r"""Thai digits in the page numbers an engine draws.

LibreOffice draws ``thaiNumbers`` and ``\* THAIARABIC`` as 1 2 3. The copy therefore numbers its pages in
decimal and sets those numbers, and nothing else, in a family whose digits 0-9 are drawn as ๐-๙.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import RELATIONSHIPS, R, w
from esa_docs.pages.fields import Field, find_fields
from esa_docs.pages.number_formats import DECIMAL, THAI_NUMBERS
from esa_docs.pages.sections import SectionPart, split_sections

_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_FONT_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_MAIN: Final = "word/document.xml"
_MAIN_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"


def draw_thai_digits(roots: Mapping[str, etree._Element], family: str) -> bool:
    """Set the page numbers that are Thai in ``family``, and make their format decimal.

    A header of several sections is set by the family as soon as one of them numbers in Thai.

    Args:
        roots: the XML parts by name; changed.
        family: family whose digits are drawn as Thai ones.

    Returns:
        Whether there were any.
    """
    sections = split_sections(roots[_MAIN])
    chosen = [one for one in sections if one.number_format == THAI_NUMBERS]
    blocks = {block for one in chosen for block in one.blocks}
    parts = _headers_of(sections, roots.get(_MAIN_RELATIONSHIPS))
    found = False
    for name, root in roots.items():
        for one in _page_numbers(root):
            follows = name in parts or any(above in blocks for above in one.opening.iterancestors())
            found |= _set_digits(one, family, section_is_thai=follows)
    for section in chosen:
        for numbering in section.properties.iter(w("pgNumType")):
            numbering.set(w("fmt"), DECIMAL)
    return found


def _page_numbers(root: etree._Element) -> Iterator[Field]:
    return (one for one in find_fields(root) if one.instruction.name in _NUMBERS)


def _set_digits(one: Field, family: str, *, section_is_thai: bool) -> bool:
    fmt = one.instruction.number_format
    if fmt != THAI_NUMBERS and not (fmt is None and section_is_thai and one.instruction.name == "PAGE"):
        return False
    _give_result(one)
    for run in one.runs:
        _set_family(run, family)
    _make_decimal(one)
    _give_company(one)
    return True


def _give_result(one: Field) -> None:
    """Put a digit into a field without result: LibreOffice takes the look of its number from there."""
    if one.closing is None or one.result:
        return
    if one.separator is None:
        one.separator = copy.deepcopy(one.closing)
        for mark in one.separator.iter(w("fldChar")):
            mark.set(w("fldCharType"), "separate")
        one.closing.addprevious(one.separator)
    result = copy.deepcopy(one.closing)
    for mark in list(result.iter(w("fldChar"))):
        result.remove(mark)
    etree.SubElement(result, w("t")).text = "0"
    one.closing.addprevious(result)
    one.result.append(result)


def _give_company(one: Field) -> None:
    """Put hidden text behind a field: LibreOffice 7.4 drops the font of one alone in its paragraph."""
    if one.closing is not None:
        hidden = etree.Element(w("r"))
        etree.SubElement(etree.SubElement(hidden, w("rPr")), w("vanish"))
        etree.SubElement(hidden, w("t")).text = "."
        one.closing.addnext(hidden)


def _make_decimal(one: Field) -> None:
    if one.is_simple:
        one.opening.set(w("instr"), one.instruction.in_arabic_digits())
    for number, run in enumerate(one.instructions):
        for text in run.iter(w("instrText")):
            text.text = "" if number else one.instruction.in_arabic_digits()


def _set_family(run: etree._Element, family: str) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for fonts in properties.findall(w("rFonts")):
        properties.remove(fonts)
    fonts = etree.Element(w("rFonts"), {w(slot): family for slot in _FONT_SLOTS})
    properties.insert(1 if properties.find(w("rStyle")) is not None else 0, fonts)


def _headers_of(sections: Sequence[SectionPart], relationships: etree._Element | None) -> frozenset[str]:
    """Give the headers and footers of the sections that number in Thai: their own, or those before them."""
    entries = () if relationships is None else relationships.iter(f"{{{RELATIONSHIPS}}}Relationship")
    targets = {one.get("Id"): posixpath.normpath(f"word/{one.get('Target')}") for one in entries}
    shown: dict[tuple[str, str | None], str] = {}
    found: set[str] = set()
    for section in sections:
        for reference in section.properties.iter(w("headerReference"), w("footerReference")):
            kind = (str(reference.tag), reference.get(w("type")))
            shown[kind] = targets.get(reference.get(f"{{{R}}}id"), "")
        if section.number_format == THAI_NUMBERS:
            found.update(shown.values())
    return frozenset(found)
