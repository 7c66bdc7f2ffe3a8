"""What Word shows of fields that keep no text: boxes to tick, lists to choose from, signs, buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import W, w

_OFF: Final = frozenset({"0", "false", "off"})
_TICKED, _EMPTY_BOX = "☒", "☐"
_WORDS: Final = re.compile(r'"[^"]*"|\S+')
_SIGN_FONTS: Final = ("wingdings", "webdings", "symbol", "marlett")
_SIGNS_OF_FONTS: Final = 0xF000
"""Where fonts of signs have their signs in Word (ECMA-376-1, 17.3.3.30)."""
_LAST_ASCII, _LAST_OF_A_FONT, _LAST_CODE = 0x7F, 0xFF, 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)
_FIRST_PRINTED: Final = 0x20
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any


def shown_of(name: str, instruction: str, mark: Element | None) -> Element | None:
    """Return what Word shows of a field that keeps no text, as a piece of a run.

    Args:
        name: name of the field, in capitals.
        instruction: its instruction.
        mark: the mark with which it begins, which bears the settings of a form; None without one.

    Returns:
        A text or a sign; None where only Word can tell.
    """
    show = _WRITERS.get(name)
    return None if show is None else show(_WORDS.findall(instruction), mark)


def _box(_words: Sequence[str], mark: Element | None) -> Element | None:
    """Return the box of FORMCHECKBOX, ticked or empty."""
    box = None if mark is None else mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return None
    # The clerk's own tick comes before that with which the form began.
    state = box.find(w("checked"))
    if state is None:
        state = box.find(w("default"))
    is_ticked = state is not None and state.get(w("val"), "1") not in _OFF
    sign = _TICKED if is_ticked else _EMPTY_BOX
    return _text(sign)


def _choice(_words: Sequence[str], mark: Element | None) -> Element | None:
    """Return the word of FORMDROPDOWN that is chosen, else the first."""
    form_list = None if mark is None else mark.find(f"{w('ffData')}/{w('ddList')}")
    if form_list is None:
        return None
    entries = [entry.get(w("val"), "") for entry in form_list.findall(w("listEntry"))]
    number = form_list.find(w("result"))
    if number is None:
        number = form_list.find(w("default"))
    written_number = "0" if number is None else number.get(w("val"), "0")
    is_entry = written_number.isdecimal() and int(written_number) < len(entries)
    return _text(entries[int(written_number)]) if is_entry else None


def _button(words: Sequence[str], _mark: Element | None) -> Element | None:
    """Return the words on MACROBUTTON or GOTOBUTTON, which stand behind what it runs."""
    text = " ".join(words[2:])
    return _text(text) if text else None


def _sign(words: Sequence[str], _mark: Element | None) -> Element | None:
    """Return the sign of SYMBOL."""
    code = _code(words[1]) if len(words) > 1 else None
    if code is None:
        return None
    switches = [word.lower() for word in words]
    font = _behind(words, switches, r"\f")
    is_sign_of_font = font.lower().startswith(_SIGN_FONTS)
    if is_sign_of_font:
        place = _SIGNS_OF_FONTS + code if code <= _LAST_OF_A_FONT else code
        return etree.Element(w("sym"), {w("font"): font, w("char"): f"{place:04X}"}, nsmap={"w": W})
    # Between the two a code means another letter in each code page.
    is_plain = code <= _LAST_ASCII or code > _LAST_OF_A_FONT or r"\u" in switches
    return _text(chr(code)) if is_plain else None


def _code(word: str) -> int | None:
    """Return a code in plain or hexadecimal digits; None where it is none that is printed."""
    is_hexadecimal = re.fullmatch(r"0[xX][0-9a-fA-F]{1,6}", word) is not None
    is_decimal = re.fullmatch(r"[0-9]{1,7}", word) is not None
    if not is_hexadecimal and not is_decimal:
        return None
    base = 16 if is_hexadecimal else 10
    code = int(word, base)
    is_letter = _FIRST_PRINTED <= code <= _LAST_CODE and code not in _SURROGATES
    return code if is_letter else None


def _behind(words: Sequence[str], switches: Sequence[str], switch: str) -> str:
    """Return the word behind a switch; empty without one."""
    if switch not in switches:
        return ""
    return "".join(words[switches.index(switch) + 1 :][:1]).strip('"')


def _text(text: str) -> Element:
    element = etree.Element(w("t"), {_XML_SPACE: "preserve"}, nsmap={"w": W})
    element.text = text
    return element


_WRITERS: Final[dict[str, Callable[[Sequence[str], Element | None], Element | None]]] = {
    "FORMCHECKBOX": _box,
    "FORMDROPDOWN": _choice,
    "MACROBUTTON": _button,
    "GOTOBUTTON": _button,
    "SYMBOL": _sign,
}
