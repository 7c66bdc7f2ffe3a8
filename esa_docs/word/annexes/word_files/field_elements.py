"""The fields of a part of Word: marks in runs, an instruction, and behind it what the field shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import M, w

_CHAR, _INSTRUCTION, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_TYPE: Final = w("fldCharType")
_RUN, _RUN_PROPERTIES = w("r"), w("rPr")
_WHOLE: Final = frozenset({_SIMPLE, f"{{{M}}}oMath"})
"""Elements beside runs that hold something to be seen."""

Element = Any


@dataclass(slots=True)
class WordField:
    """A field.

    Attributes:
        instruction: its instruction.
        marks: the elements that make it a field: its marks and its instruction.
        inputs: what else stands in its instruction; Word shows none of it.
        inner_fields: the fields in its instruction.
        shows_result: whether it has a part that Word shows.
    """

    instruction: str = ""
    marks: list[Element] = field(default_factory=list)
    inputs: list[Element] = field(default_factory=list)
    inner_fields: list[WordField] = field(default_factory=list)
    shows_result: bool = False

    @property
    def name(self) -> str:
        """The first word of its instruction, in capitals; empty without one."""
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""

    def with_inner_fields(self) -> Iterator[WordField]:
        """Generate the field, and all those in its instruction."""
        waiting_fields = [self]
        while waiting_fields:
            current_field = waiting_fields.pop()
            yield current_field
            waiting_fields += current_field.inner_fields

    def hidden_elements(self) -> Iterator[Element]:
        """Generate what is taken away where only that stays which the field shows."""
        for current_field in self.with_inner_fields():
            yield from current_field.marks
            yield from current_field.inputs


def fields_of(root: Element) -> list[WordField]:
    """Return the fields of a part, but those in the instruction of another.

    A field that never ends has no instruction: its words stay as they are.
    """
    reading = _Reading()
    if next(root.iter(_CHAR), None) is None:
        return []
    for element in root.iter(etree.Element):
        reading.read(element)
    return reading.all_fields()


class _Reading:
    """Reads the elements of a part in their order."""

    def __init__(self) -> None:
        self._finished_fields: list[WordField] = []
        self._open_fields: list[WordField] = []
        # Those of them that show nothing yet.
        self._instructed_fields: list[WordField] = []

    def read(self, element: Element) -> None:
        """Read the next element."""
        if element.tag == _CHAR:
            self._read_mark(element)
        elif element.tag == _INSTRUCTION:
            current_field = self._open_fields[-1] if self._open_fields else WordField()
            current_field.marks.append(element)
            current_field.instruction += element.text or ""
        elif self._instructed_fields and _holds_content(element):
            self._instructed_fields[-1].inputs.append(element)

    def all_fields(self) -> list[WordField]:
        """Return the fields; those that are open still with their marks alone."""
        fields = list(self._finished_fields)
        for unclosed_field in self._open_fields:
            fields.append(WordField(marks=unclosed_field.marks, shows_result=True))
            fields += unclosed_field.inner_fields
        return fields

    def _read_mark(self, mark: Element) -> None:
        kind = mark.get(_TYPE)
        if kind == "begin":
            new_field = WordField()
            self._open_fields.append(new_field)
            self._instructed_fields.append(new_field)
        if not self._open_fields:
            # An end without a beginning is a field of its own, which may not stay.
            self._finished_fields.append(WordField(marks=[mark], shows_result=True))
            return
        current_field = self._open_fields[-1]
        current_field.marks.append(mark)
        if kind == "separate":
            current_field.shows_result = True
        if kind in {"separate", "end"}:
            self._end_instruction(current_field)
        if kind == "end":
            self._finish(self._open_fields.pop())

    def _end_instruction(self, current_field: WordField) -> None:
        if self._instructed_fields and self._instructed_fields[-1] is current_field:
            self._instructed_fields.pop()

    def _finish(self, finished_field: WordField) -> None:
        if self._instructed_fields:
            self._instructed_fields[-1].inner_fields.append(finished_field)
        else:
            self._finished_fields.append(finished_field)


def _holds_content(element: Element) -> bool:
    """Return whether an element is a piece of content, such as the text of a run."""
    if element.tag in _WHOLE:
        return True
    parent = element.getparent()
    return parent is not None and parent.tag == _RUN and element.tag != _RUN_PROPERTIES
