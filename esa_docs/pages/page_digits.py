r"""Thai digits in the page numbers that an engine draws.

LibreOffice draws ``thaiNumbers`` and ``\* THAIARABIC`` as 1 2 3. The copy therefore numbers its pages in
decimal, and sets those numbers and nothing else in a family whose digits 0-9 are drawn as ๐-๙.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import RELATIONSHIPS, R, w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.pages.fields import Field, find_fields
from esa_docs.pages.number_formats import DECIMAL, THAI_NUMBERS
from esa_docs.pages.sections import SectionPart, split_sections

_NUMBER_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_FONT_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_MAIN_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"


def draw_thai_digits(roots: Mapping[str, etree._Element], family: str) -> bool:
    """Set Thai page numbers in ``family``, and make their format decimal.

    In a header or footer that several sections share, the numbers are set in ``family`` as soon as one of
    these sections numbers its pages in Thai.

    Args:
        roots: the XML parts by name; changed.
        family: family whose digits are drawn as Thai ones.

    Returns:
        Whether there are any Thai page numbers.
    """
    sections = split_sections(roots[DOCUMENT_PART])
    thai_sections = [section for section in sections if section.number_format == THAI_NUMBERS]
    thai_headers = _headers_of_thai_sections(sections, roots.get(_MAIN_RELATIONSHIPS))
    thai_blocks: set[etree._Element] = set()
    for section in thai_sections:
        thai_blocks.update(section.blocks)
    has_thai_numbers = False
    for name, root in roots.items():
        for field in _number_fields(root):
            section_is_thai = name in thai_headers or _stands_in(field, thai_blocks)
            if _is_thai(field, section_is_thai=section_is_thai):
                _set_digits(field, family)
                has_thai_numbers = True
    _make_sections_decimal(thai_sections)
    return has_thai_numbers


def _number_fields(root: etree._Element) -> list[Field]:
    return [field for field in find_fields(root) if field.instruction.name in _NUMBER_FIELDS]


def _stands_in(field: Field, blocks: Collection[etree._Element]) -> bool:
    return any(ancestor in blocks for ancestor in field.opening.iterancestors())


def _is_thai(field: Field, *, section_is_thai: bool) -> bool:
    """Return whether a field shows Thai digits: its switch says so, or it is a PAGE in a Thai section."""
    fmt = field.instruction.number_format
    if fmt == THAI_NUMBERS:
        return True
    follows_section = fmt is None and field.instruction.name == "PAGE"
    return follows_section and section_is_thai


def _set_digits(field: Field, family: str) -> None:
    _ensure_result(field)
    for run in field.runs:
        _set_family(run, family)
    _make_field_decimal(field)
    _add_hidden_run(field)


def _ensure_result(field: Field) -> None:
    """Put a digit into a field without result."""
    # LibreOffice takes the look of a number from the result of its field.
    if field.closing is None or field.result:
        return
    if field.separator is None:
        field.separator = copy.deepcopy(field.closing)
        for mark in field.separator.iter(w("fldChar")):
            mark.set(w("fldCharType"), "separate")
        field.closing.addprevious(field.separator)
    result = copy.deepcopy(field.closing)
    for mark in list(result.iter(w("fldChar"))):
        result.remove(mark)
    etree.SubElement(result, w("t")).text = "0"
    field.closing.addprevious(result)
    field.result.append(result)


def _add_hidden_run(field: Field) -> None:
    """Put hidden text behind a complex field."""
    # LibreOffice 7.4 drops the font of a field that stands alone in its paragraph.
    if field.closing is None:
        return
    run = etree.Element(w("r"))
    properties = etree.SubElement(run, w("rPr"))
    etree.SubElement(properties, w("vanish"))
    etree.SubElement(run, w("t")).text = "."
    field.closing.addnext(run)


def _make_field_decimal(field: Field) -> None:
    """Write the instruction of a field anew, with decimal as its number format."""
    instruction = field.instruction.in_arabic_digits()
    if field.is_simple:
        field.opening.set(w("instr"), instruction)
    # An instruction may be split between several runs: the first one gets all of it.
    for number, run in enumerate(field.instructions):
        is_first_run = number == 0
        for text in run.iter(w("instrText")):
            text.text = instruction if is_first_run else ""


def _make_sections_decimal(sections: Iterable[SectionPart]) -> None:
    for section in sections:
        for numbering in section.properties.iter(w("pgNumType")):
            numbering.set(w("fmt"), DECIMAL)


def _set_family(run: etree._Element, family: str) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for old_fonts in properties.findall(w("rFonts")):
        properties.remove(old_fonts)
    fonts = etree.Element(w("rFonts"))
    for slot in _FONT_SLOTS:
        fonts.set(w(slot), family)
    # The schema has the fonts first, or behind the style of the run.
    place = 1 if properties.find(w("rStyle")) is not None else 0
    properties.insert(place, fonts)


def _headers_of_thai_sections(
    sections: Sequence[SectionPart], relationships: etree._Element | None
) -> frozenset[str]:
    """Return the names of the parts that are headers and footers of sections which number in Thai."""
    targets = _relationship_targets(relationships)
    # A section that has no header or footer of a kind has that of the section before it.
    current_parts: dict[tuple[str, str | None], str] = {}
    thai_parts: set[str] = set()
    for section in sections:
        for reference in section.properties.iter(w("headerReference"), w("footerReference")):
            kind = (str(reference.tag), reference.get(w("type")))
            current_parts[kind] = targets.get(reference.get(f"{{{R}}}id"), "")
        if section.number_format == THAI_NUMBERS:
            thai_parts.update(current_parts.values())
    return frozenset(thai_parts)


def _relationship_targets(relationships: etree._Element | None) -> dict[str | None, str]:
    """Return the names of the parts that the main part refers to, by the ids of the relationships."""
    targets: dict[str | None, str] = {}
    if relationships is None:
        return targets
    for relationship in relationships.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        path = f"word/{relationship.get('Target')}"
        targets[relationship.get("Id")] = posixpath.normpath(path)
    return targets
