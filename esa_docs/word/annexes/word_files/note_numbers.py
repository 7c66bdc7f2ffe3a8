"""The numbers of the notes of a Word file, as its settings and its sections count them.

Word takes each setting from the section, else from the file, else its usual one (ECMA-376-1, 17.11).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.model.counting_letters import letter
from esa_docs.ooxml.names import w
from esa_docs.word.annexes.word_files.opening import OpenedFile

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_USUAL_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}
_EACH_SECTION, _EACH_PAGE = "eachSect", "eachPage"
_SIGNS: Final = "*†‡§"
"""Signs in the order of the Chicago Manual of Style, as Word takes them; then doubled, and so on."""
_OWN_MARK: Final = w("customMarkFollows")
_SECTION: Final = w("sectPr")

Element = Any


@dataclass(frozen=True, slots=True)
class _Counting:
    """How the notes of a section are numbered.

    Attributes:
        number_format: format of their numbers, as ``w:numFmt`` names it.
        start: the first number.
        restart: where it begins anew: ``continuous``, ``eachSect`` or ``eachPage``.
    """

    number_format: str
    start: int = 1
    restart: str = "continuous"


def numbered_references(opened: OpenedFile, kind: str) -> Iterator[tuple[Element, str]]:
    """Generate each reference to a note with its number as it is written; empty where it has its own mark.

    What is counted in another way than in the file is added to the remarks of the file.

    Args:
        opened: the file.
        kind: ``footnote`` or ``endnote``.
    """
    number = None
    for references, counting in _counted_sections(opened, kind):
        if number is None or counting.restart == _EACH_SECTION:
            number = counting.start
        if references:
            opened.remarks += _remarks(counting)
        for reference in references:
            text = ""
            if reference.get(_OWN_MARK) is None:
                text = in_format(number, counting.number_format)
                number += 1
            yield reference, text


def _counted_sections(opened: OpenedFile, kind: str) -> Iterator[tuple[list[Element], _Counting]]:
    """Generate the references of each section with their counting."""
    of_file = _with_settings(_Counting(_USUAL_FORMATS[kind]), opened.setting(f"{kind}Pr"))
    for references, section in _sections(opened.body, kind):
        own_settings = None if section is None else section.find(w(f"{kind}Pr"))
        yield references, _with_settings(of_file, own_settings)


def _sections(body: Element, kind: str) -> Iterator[tuple[list[Element], Element | None]]:
    """Generate the references of each section, and the properties of the section; None without any."""
    references: list[Element] = []
    for element in list(body.iter(w(f"{kind}Reference"), _SECTION)):
        if element.tag == _SECTION:
            yield references, element
            references = []
        else:
            references.append(element)
    if references:
        yield references, None


def _with_settings(counting: _Counting, properties: Element | None) -> _Counting:
    """Return a counting with what properties of notes say."""
    if properties is None:
        return counting
    number_format = _value(properties, "numFmt") or counting.number_format
    restart = _value(properties, "numRestart") or counting.restart
    start = _value(properties, "numStart")
    if start.isdecimal():
        counting = replace(counting, start=int(start))
    return replace(counting, number_format=number_format, restart=restart)


def _value(properties: Element, name: str) -> str:
    setting = properties.find(w(name))
    return "" if setting is None else str(setting.get(w("val"), ""))


def _remarks(counting: _Counting) -> Iterator[str]:
    """Generate what of a counting is not as it was."""
    if counting.restart == _EACH_PAGE:
        yield _("notes that begin anew on each page are numbered through")
    if counting.number_format not in _FORMATS:
        yield _("notes are numbered in plain digits")


def in_format(number: int, number_format: str) -> str:
    """Return a number in a format as ``w:numFmt`` names it; in plain digits where the format is another.

    Letters and signs have no zero, which is written in plain digits too.
    """
    write = _FORMATS.get(number_format, str)
    if number < 1 and number_format not in {"none", *_DIGITS}:
        write = str
    written = write(number)
    return written.upper() if number_format.startswith("upper") else written


def _thai_digits(number: int) -> str:
    return thai.to_thai_digits(str(number))


def _with_zero(number: int) -> str:
    return f"{number:02}"


def _with_dashes(number: int) -> str:
    return f"- {number} -"


def _nothing(_number: int) -> str:
    return ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        turns, number = divmod(number, value)
        text += letters * turns
    return text


def _latin(number: int) -> str:
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _sign(number: int) -> str:
    turns, place = divmod(number - 1, len(_SIGNS))
    return _SIGNS[place] * (turns + 1)


_DIGITS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": _with_zero,
    "numberInDash": _with_dashes,
    "thaiNumbers": _thai_digits,
    "thaiCounting": _thai_digits,
}
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    **_DIGITS,
    "thaiLetters": letter,
    "lowerRoman": _roman,
    "upperRoman": _roman,
    "lowerLetter": _latin,
    "upperLetter": _latin,
    "chicago": _sign,
    "none": _nothing,
}
"""How the numbers of notes are written, by the formats of Word."""
