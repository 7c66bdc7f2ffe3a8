"""The text of a Word file, paragraph by paragraph, to compare two prints of one paper.

Page numbers are left out: they come from the engine that laid the pages out, not from what the paper says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs import thai
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import read_package
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.verify.data_charts import chart_text
from esa_docs.word.verify.parsed_file import Element, PackagePart
from esa_docs.word.verify.part_names import MAIN_PART, STYLES_PART, is_chart, is_story

_PARAGRAPH: Final = w("p")
_TEXT: Final = w("t")
_FIELD_SIGN: Final = w("fldChar")
_SIGN_TYPE: Final = w("fldCharType")
_INSTRUCTION: Final = w("instrText")
_SPACE: Final = {w("tab"), w("br")}
_PAGE_FIELDS: Final = frozenset({"PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES"})


def printed_lines(data: bytes) -> tuple[str, ...]:
    """Return the text of each paragraph of a Word file, that of the document first; empty ones are left out.

    White space of any kind and length counts as one space.

    Args:
        data: the Word file.

    Raises:
        NotAPackageError: the bytes are no Word file.
    """
    lines: list[str] = []
    parts = read_package(data)
    for name, part in sorted(parts.items(), key=_document_first):
        if is_story(name):
            lines += _lines_of(parse_part(part, name))
        elif is_chart(name):
            lines.append(chart_text(PackagePart(name, parse_part(part, name))))
    plain_lines = [thai.normalise_spaces(line) for line in lines]
    return tuple(line for line in plain_lines if line)


def _document_first(named_part: tuple[str, bytes]) -> tuple[bool, str]:
    """Return the sort key of a part and its name: the document, then heads, feet and charts."""
    name, _part = named_part
    return name != MAIN_PART, name


def looks_alike(data: bytes, other_data: bytes) -> bool:
    """Return whether two Word files have the same styles: fonts and sizes."""
    styles = read_package(data).get(STYLES_PART)
    return styles == read_package(other_data).get(STYLES_PART)


def _lines_of(root: Element) -> Iterator[str]:
    """Generate the text of each paragraph; that of a paragraph inside a drawing stands by itself."""
    lines: dict[Element, list[str]] = {paragraph: [] for paragraph in root.iter(_PARAGRAPH)}
    fields = _Fields()
    for element in root.iter(_FIELD_SIGN, _INSTRUCTION, _TEXT, *_SPACE):
        fields.read(element)
        if fields.are_page_numbers:
            continue
        paragraph = next(element.iterancestors(_PARAGRAPH), None)
        # A tab inside w:tabs is the place of a stop, not a sign of the text.
        is_sign = element.tag in _SPACE and element.getparent().tag == w("r")
        if paragraph is not None and element.tag == _TEXT:
            lines[paragraph].append(element.text or "")
        elif paragraph is not None and is_sign:
            lines[paragraph].append(" ")
    for pieces in lines.values():
        yield "".join(pieces)


class _Fields:
    """The complex fields that are open at a place of a part; a PAGEREF may stand inside a TOC."""

    def __init__(self) -> None:
        self._instructions: list[str] = []

    def read(self, element: Element) -> None:
        """Note the beginning, the instruction or the end of a field; pass over anything else."""
        if element.tag == _INSTRUCTION and self._instructions:
            self._instructions[-1] += element.text or ""
        elif element.tag == _FIELD_SIGN and element.get(_SIGN_TYPE) == "begin":
            self._instructions.append("")
        elif element.tag == _FIELD_SIGN and element.get(_SIGN_TYPE) == "end" and self._instructions:
            self._instructions.pop()

    @property
    def are_page_numbers(self) -> bool:
        """Whether the place lies in a field that prints a page number."""
        for instruction in self._instructions:
            name, *_arguments = [*instruction.split(), ""]
            if name.upper() in _PAGE_FIELDS:
                return True
        return False
