"""Fields of a Word file as the text that they show.

A contents, a reference or a count would gather from the whole paper when Word updates it, and a date or a
title would be that of the paper. What may stay: numbers of pages, and links to the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from esa_docs.links import is_safe_address
from esa_docs.ooxml.names import w
from esa_docs.word.annexes.word_files.removing import remove_all, unwrap

_PAGE_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_LINK: Final = "HYPERLINK"
_OUTSIDE: Final = frozenset({"LINK", "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "RD", "DATABASE"})
_CHAR, _INSTRUCTION, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_TYPE: Final = w("fldCharType")

Element = Any


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not been read: its instruction, and the elements that make it a field."""

    instruction: str = ""
    elements: list[Element] = field(default_factory=list)

    def add(self, element: Element) -> None:
        """Take in a mark of the field, or a piece of its instruction."""
        self.elements.append(element)
        if element.tag == _INSTRUCTION:
            self.instruction += element.text or ""


def freeze_fields(root: Element) -> bool:
    """Put the text that fields show in the place of the fields.

    Args:
        root: root of a part with text; changed.

    Returns:
        Whether a field showed something that lies outside the file.
    """
    shows_outside = False
    for simple in list(root.iter(_SIMPLE)):
        instruction = simple.get(w("instr"), "")
        shows_outside = shows_outside or _name(instruction) in _OUTSIDE
        if not _may_stay(instruction):
            unwrap(simple)
    for complex_field in list(_fields(root)):
        shows_outside = shows_outside or _name(complex_field.instruction) in _OUTSIDE
        if not _may_stay(complex_field.instruction):
            remove_all(complex_field.elements)
    for char in root.iter(_CHAR, _SIMPLE):
        char.attrib.pop(w("dirty"), None)
    return shows_outside


def _fields(root: Element) -> Iterator[_OpenField]:
    """Generate every field of a part; of one that never ends its beginning is part of nothing."""
    open_fields: list[_OpenField] = []
    for element in root.iter(_CHAR, _INSTRUCTION):
        kind = element.get(_TYPE)
        if kind == "begin":
            open_fields.append(_OpenField())
        # An end without a beginning is a field of its own, which may not stay.
        current_field = open_fields[-1] if open_fields else _OpenField()
        current_field.add(element)
        if kind == "end":
            yield current_field
            del open_fields[-1:]
    for unclosed_field in open_fields:
        yield _OpenField(elements=unclosed_field.elements)


def _may_stay(instruction: str) -> bool:
    name = _name(instruction)
    if name in _PAGE_NUMBERS:
        return True
    words = instruction.split()
    is_link = name == _LINK and len(words) > 1
    return is_link and is_safe_address(words[1].strip('"“”'))


def _name(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""
