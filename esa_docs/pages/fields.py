"""The fields of a part of a Word file, complex and simple ones.

A complex field is a row of runs: begin, instruction, separate, result, end. It may stand inside another
complex field, as a PAGEREF stands in the result of a TOC. A simple field is one element around its result.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import W, w

_WORD: Final = re.compile(r'"([^"]*)"|(\S+)')
_SWITCH: Final = re.compile(r"\\\*\s*(?P<name>\w+)")
_OTHER_SWITCHES: Final = frozenset({"mergeformat", "charformat", "upper", "lower", "caps", "firstcap"})
r"""Switches ``\*`` that change the look of a result and not its number format."""
_FORMATS: Final = {
    "thaiarabic": "thaiNumbers",
    "arabic": "decimal",
    "arabicdash": "numberInDash",
    "thailetter": "thaiLetters",
}
_CASED_FORMATS: Final = {"roman": ("lowerRoman", "upperRoman"), "alphabetic": ("lowerLetter", "upperLetter")}


@dataclass(frozen=True, slots=True)
class Instruction:
    r"""The instruction of a field, such as ``PAGEREF _Toc1 \h \* THAIARABIC``.

    Attributes:
        text: the instruction as it stands in the file.
    """

    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without quotation marks; the first is the field's name."""
        return tuple(quoted_word or plain_word for quoted_word, plain_word in _WORD.findall(self.text))

    @property
    def name(self) -> str:
        """The kind of field in capitals: PAGE, PAGEREF; empty for a field without instruction."""
        words = self.words
        return words[0].upper() if words else ""

    @property
    def target(self) -> str:
        """The bookmark that a PAGEREF refers to; empty where it names none."""
        arguments = self.words[1:]
        if not arguments:
            return ""
        first_argument = arguments[0]
        is_switch = first_argument.startswith("\\")
        return "" if is_switch else first_argument

    @property
    def number_format(self) -> str | None:
        """The number format of its switch, in the words of ``w:numFmt``.

        None where it has no such switch. The name of a switch that is unknown here is returned as it stands.
        """
        for switch in _SWITCH.finditer(self.text):
            name = switch["name"]
            key = name.lower()
            # Word tells these formats apart by the case of the first letter of their switch.
            if key in _CASED_FORMATS:
                lower_format, upper_format = _CASED_FORMATS[key]
                return upper_format if name[0].isupper() else lower_format
            if key not in _OTHER_SWITCHES:
                return _FORMATS.get(key, name)
        return None

    def in_arabic_digits(self) -> str:
        r"""Return the text of the instruction, with the switch of its number format as ``\* Arabic``."""
        return _SWITCH.sub(_to_arabic, self.text)


def _to_arabic(switch: re.Match[str]) -> str:
    is_number_format = switch["name"].lower() not in _OTHER_SWITCHES
    return r"\* Arabic" if is_number_format else switch[0]


@dataclass(slots=True)
class Field:
    """A field of a part.

    Attributes:
        opening: the run with its begin mark, or the ``w:fldSimple`` itself.
        instruction: its instruction.
        separator: the run before its result; None for a simple field and for one without a result.
        closing: the run with its end mark; None for a simple field.
        instructions: the runs of its instruction.
        result: the runs of its result, those of inner fields too.
    """

    opening: etree._Element
    instruction: Instruction = field(default=Instruction(""))
    separator: etree._Element | None = None
    closing: etree._Element | None = None
    instructions: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)

    @property
    def is_simple(self) -> bool:
        """Whether it is one element, ``w:fldSimple``."""
        return self.opening.tag == w("fldSimple")

    @property
    def runs(self) -> list[etree._Element]:
        """All its runs, in order."""
        if self.is_simple:
            return self.result
        runs = [self.opening, *self.instructions]
        if self.separator is not None:
            runs.append(self.separator)
        runs.extend(self.result)
        if self.closing is not None:
            runs.append(self.closing)
        return runs


def find_fields(root: etree._Element) -> list[Field]:
    """Return the closed fields of a part; an inner field comes before the field in which it stands.

    A run that holds a field mark and more is split first, so that every mark has a run of its own.
    """
    _split_runs(root)
    fields: list[Field] = []
    open_fields: list[Field] = []
    for element in root.iter(w("r"), w("fldSimple")):
        if element.tag == w("fldSimple"):
            fields.append(_simple_field(element))
            continue
        closed_field = _read_run(element, open_fields)
        if closed_field is not None:
            fields.append(closed_field)
    return fields


def _simple_field(element: etree._Element) -> Field:
    instruction = Instruction(element.get(w("instr"), ""))
    return Field(element, instruction, result=list(element.iter(w("r"))))


def _read_run(run: etree._Element, open_fields: list[Field]) -> Field | None:
    """Add a run to the fields in which it stands; return the field that it closes, None where it closes none.

    Args:
        run: the next run of the part.
        open_fields: the fields that are open before it, the innermost last; changed.
    """
    mark = run.find(w("fldChar"))
    kind = None if mark is None else mark.get(w("fldCharType"))
    if kind == "begin":
        _add_run(run, open_fields)
        open_fields.append(Field(run))
        return None
    if kind == "separate" and open_fields:
        innermost_field = open_fields[-1]
        innermost_field.separator = run
        _add_run(run, open_fields[:-1])
        return None
    if kind == "end" and open_fields:
        closed_field = open_fields.pop()
        _close_field(closed_field, run)
        _add_run(run, open_fields)
        return closed_field
    _add_run(run, open_fields)
    return None


def _add_run(run: etree._Element, open_fields: list[Field]) -> None:
    """Add a run to the instruction or to the result of each field, as far as the field has been read."""
    for open_field in open_fields:
        if open_field.separator is None:
            open_field.instructions.append(run)
        else:
            open_field.result.append(run)


def _close_field(open_field: Field, run: etree._Element) -> None:
    open_field.closing = run
    # Word may split an instruction between several runs.
    text = "".join(map(_instruction_text, open_field.instructions))
    open_field.instruction = Instruction(text)


def _instruction_text(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(w("instrText")))


def _split_runs(root: etree._Element) -> None:
    """Put every child of a run with a field mark into a run of its own; the first one stays in its run."""
    for mark in root.findall(f".//{w('r')}/{w('fldChar')}"):
        run = mark.getparent()
        if run is None:
            continue
        pieces = [child for child in run if child.tag != w("rPr")]
        for piece in reversed(pieces[1:]):
            run.addnext(_run_with(piece, run.find(w("rPr"))))


def _run_with(piece: etree._Element, properties: etree._Element | None) -> etree._Element:
    run = etree.Element(w("r"), nsmap={"w": W})
    if properties is not None:
        run.append(copy.deepcopy(properties))
    run.append(piece)
    return run
