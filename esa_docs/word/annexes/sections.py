"""Annexes as sections of their own: each begins a page, and the paper ends its last section before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from esa_docs.word.annexes.inserting import SECTION
from esa_docs.word.annexes.section_marks import ANNEX_MARK, without_section_mark
from esa_docs.word.annexes.section_properties import (
    References,
    SectionProperties,
    of_annex,
    references_in,
)
from esa_docs.word.blocks.page_rooms import SECTION as WHOLE_SECTION

_FILE_MARK: Final = re.compile(r"<!--esa annex file [0-9]+-->")
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*?)?(?P<empty>/?)>|(?P<end></w:p>)")
_END: Final = "</w:p>"
_PROPERTIES, _PROPERTIES_END, _NO_PROPERTIES = "<w:pPr>", "</w:pPr>", "<w:pPr/>"
_CLOSING: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
)
"""A paragraph of a point, which ends a section behind a table or another section."""


@dataclass(frozen=True, slots=True)
class FileInSections:
    """A Word file that was put in.

    Attributes:
        xml: its body, without the properties of its last section.
        last_section: XML of these.
        changes_heads: whether its heads and feet are its own, so that what follows names those of the paper.
        heading_section: XML of the properties of a section for the heading alone; empty where the heading
            stands in the first section of the file.
    """

    xml: str
    last_section: str
    changes_heads: bool
    heading_section: str = ""


def references_of_paper(xml: str) -> References:
    """Return the heads and feet on the last pages of the paper, before its annexes.

    Args:
        xml: the document part with the marks of annexes.
    """
    paper = ANNEX_MARK.split(xml, maxsplit=1)[0]
    return references_in(paper + _last_section(xml).xml)


def with_sections(
    xml: str, files: Mapping[int, FileInSections], heads_of_paper: Callable[[], References]
) -> str:
    """Return a document part in which each annex is a section, or the sections of its file.

    Args:
        xml: the part with marks where annexes and files begin.
        files: the files by the number of their annex.
        heads_of_paper: returns references to all heads and feet of the paper, also to empty ones.
    """
    paper, *pieces = ANNEX_MARK.split(xml)
    last_piece, last_section, end = _parted(pieces.pop())
    pieces.append(last_piece)
    usual = of_annex(SectionProperties.parse(last_section))
    text_of_paper, own_section = without_section_mark(paper)
    result = ended_section(text_of_paper, own_section or last_section)
    has_other_heads = False
    numbers = [int(number) for number in pieces[0::2]]
    for number, piece in zip(numbers, pieces[1::2], strict=True):
        file = files.get(number)
        if file is None:
            content, own_section = without_section_mark(piece)
            closing = own_section or usual.xml
            if has_other_heads:
                content = _with_heads(content, heads_of_paper())
                closing = _with_heads(closing, heads_of_paper())
            has_other_heads = False
        else:
            content, closing = _with_file(piece, file), file.last_section
            has_other_heads = file.changes_heads
        if number == numbers[-1]:
            result += content + closing
        else:
            result += ended_section(content, closing)
    return result + end


def _with_heads(xml: str, heads: References) -> str:
    """Return XML whose sections have these heads and feet."""
    return WHOLE_SECTION.sub(
        lambda section: SectionProperties.parse(section[0]).with_references(heads).xml, xml
    )


def _with_file(piece: str, file: FileInSections) -> str:
    """Return the heading of an annex with its file behind it."""
    heading = _FILE_MARK.sub("", piece)
    if file.heading_section:
        heading = ended_section(heading, file.heading_section)
    return heading + file.xml


def ended_section(xml: str, section: str) -> str:
    """Return XML that ends with a section: its properties stand in the last paragraph.

    Args:
        xml: paragraphs and tables.
        section: XML of the properties of the section.
    """
    start = _start_of_last_paragraph(xml)
    if start < 0 or SECTION in xml[start:]:
        return xml + _CLOSING.format(section=section)
    opening_end = xml.index(">", start) + 1
    if xml.startswith(_PROPERTIES, opening_end):
        place = xml.index(_PROPERTIES_END, opening_end)
        return f"{xml[:place]}{section}{xml[place:]}"
    behind = opening_end
    if xml.startswith(_NO_PROPERTIES, opening_end):
        behind += len(_NO_PROPERTIES)
    return f"{xml[:opening_end]}{_PROPERTIES}{section}{_PROPERTIES_END}{xml[behind:]}"


def _start_of_last_paragraph(xml: str) -> int:
    """Return where the paragraph begins with which some XML ends; -1 where it ends with something else."""
    if not xml.endswith(_END):
        return -1
    starts: list[int] = []
    last_start = -1
    for token in _PARAGRAPH.finditer(xml):
        if token["end"]:
            last_start = starts.pop()
        elif not token["empty"]:
            starts.append(token.start())
    return last_start


def _parted(piece: str) -> tuple[str, str, str]:
    """Return the last piece of a document part, the properties of its last section, and what ends it."""
    before, opening, behind = piece.rpartition(SECTION)
    section, body_end, end = f"{opening}{behind}".partition("</w:body>")
    return before, section, body_end + end


def _last_section(xml: str) -> SectionProperties:
    _before, section, _end = _parted(xml)
    return SectionProperties.parse(section)
