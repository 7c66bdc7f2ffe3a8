"""Fields of Word's XML, found whichever way they are written.

A complex field is a row of runs: begin, instruction, separate, result, end. It may stand inside another one,
as a PAGEREF stands in the result of a TOC. A simple field is one element around its result.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from esa_docs.ooxml.names import W, w

_WORD: Final = re.compile(r'"([^"]*)"|(\S+)')
_FORMAT: Final = re.compile(r"\\\*\s*(?P<name>\w+)")
_OF_THE_RESULT: Final = frozenset({"mergeformat", "charformat", "upper", "lower", "caps", "firstcap"})
_FORMATS: Final = {
    "thaiarabic": "thaiNumbers",
    "arabic": "decimal",
    "arabicdash": "numberInDash",
    "thailetter": "thaiLetters",
}
_CASED: Final = {"roman": ("lowerRoman", "upperRoman"), "alphabetic": ("lowerLetter", "upperLetter")}


@dataclass(frozen=True, slots=True)
class Instruction:
    r"""What a field says: ``PAGEREF _Toc1 \h \* THAIARABIC``.

    Attributes:
        text: the instruction as it stands.
    """

    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Give its words, quotation marks taken off; the first is the field's name."""
        return tuple(quoted or plain for quoted, plain in _WORD.findall(self.text))

    @property
    def name(self) -> str:
        """Give the kind of field in capitals: PAGE, PAGEREF; empty for a field without instruction."""
        return self.words[0].upper() if self.words else ""

    @property
    def target(self) -> str:
        """Give the bookmark a PAGEREF refers to; empty where it names none."""
        return self.words[1] if len(self.words) > 1 and not self.words[1].startswith("\\") else ""

    @property
    def number_format(self) -> str | None:
        """Give the number format of its switch in the words of ``w:numFmt``; None where it has none.

        A switch nobody knows here is given as it stands.
        """
        for match in _FORMAT.finditer(self.text):
            name = match["name"]
            if name.lower() in _CASED:
                return _CASED[name.lower()][name[0].isupper()]
            if name.lower() not in _OF_THE_RESULT:
                return _FORMATS.get(name.lower(), name)
        return None

    def in_arabic_digits(self) -> str:
        r"""Give the instruction with its number format switch as ``\* Arabic``."""
        return _FORMAT.sub(
            lambda match: match[0] if match["name"].lower() in _OF_THE_RESULT else r"\* Arabic", self.text
        )


@dataclass(slots=True)
class Field:
    """A field of a part.

    Attributes:
        instruction: what it says.
        opening: the run with its begin mark, or the ``w:fldSimple`` itself.
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
        """Tell whether it is one element."""
        return self.opening.tag == w("fldSimple")

    @property
    def runs(self) -> list[etree._Element]:
        """Give every run of it, in order."""
        marks = [] if self.is_simple else [self.opening, *self.instructions, self.separator, *self.result]
        return [run for run in (*marks, self.closing) if run is not None] if marks else self.result


def find_fields(root: etree._Element) -> list[Field]:
    """Find the closed fields of a part, inner ones before the one they stand in.

    Runs that hold a field mark and more are split before, so that every mark has a run of its own.
    """
    _split_runs(root)
    found: list[Field] = []
    open_fields: list[Field] = []
    for element in root.iter(w("r"), w("fldSimple")):
        if element.tag == w("fldSimple"):
            found.append(_simple(element))
        else:
            found.extend(_step(element, open_fields))
    return found


def _simple(element: etree._Element) -> Field:
    said = Instruction(element.get(w("instr"), ""))
    return Field(element, said, result=list(element.iter(w("r"))))


def _step(run: etree._Element, open_fields: list[Field]) -> Iterator[Field]:
    """Take one run; give the field it closes."""
    mark = run.find(w("fldChar"))
    kind = None if mark is None else mark.get(w("fldCharType"))
    if kind == "begin":
        _note(run, open_fields)
        open_fields.append(Field(run))
    elif kind == "separate" and open_fields:
        _note(run, open_fields[:-1])
        open_fields[-1].separator = run
    elif kind == "end" and open_fields:
        closed = open_fields.pop()
        closed.closing = run
        closed.instruction = Instruction("".join(map(_instruction_text, closed.instructions)))
        _note(run, open_fields)
        yield closed
    else:
        _note(run, open_fields)


def _note(run: etree._Element, open_fields: list[Field]) -> None:
    for one in open_fields:
        (one.instructions if one.separator is None else one.result).append(run)


def _instruction_text(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(w("instrText")))


def _split_runs(root: etree._Element) -> None:
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
