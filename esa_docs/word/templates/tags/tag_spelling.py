"""How people and Word spell a tag: curly quotes, no-break and thin blanks, and where the tag ends.

Inside the quotes of a tag stands text that is printed, so nothing is changed there; ``}}`` there ends no tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

LITERAL_BRACE: Final = "\ufdd0"
"""The sign for a brace that is printed: a noncharacter, which content cannot hold.

It becomes a brace after all tags are filled in, at the end of a ``w:t`` of its own: so `verify` knows it.
"""
_ENDS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_CURLY: Final = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'"))
_ALL_QUOTES: Final = "\"'“”„‟‘’‚‛"
_QUOTES: Final = frozenset("\"'")
_PRINTED_BRACES: Final = {
    "{_{": f"{LITERAL_BRACE}{{",
    "{_%": f"{LITERAL_BRACE}%",
    "}_}": r"\x7d\x7d",
    "%_}": r"%\x7d",
}
"""Braces that docxtpl's documentation lets a text in a tag print, as they stand in a text of Jinja."""
_NO_WIDTH: Final = frozenset("\u200b\u2060\ufeff\u00ad")
"""Signs that nobody sees: ZWSP, word joiner, byte order mark and soft hyphen."""
_NO_BREAK_HYPHEN: Final = "\u2011"
_ESCAPE: Final = "\\"


def end_of_tag(text: str, start: int) -> int:
    """Return the place behind a tag; -1 where it has no end. ``start`` is the place of its first sign."""
    ending = _ENDS[text[start : start + 2]]
    plain_end = text.find(ending, start + 2)
    if plain_end < 0:
        return -1
    body = text[start:plain_end]
    has_quotes = any(quote in body for quote in _ALL_QUOTES)
    if ending == "#}" or not has_quotes:
        return plain_end + 2
    for place, is_quoted in _places(text, start + 2):
        if not is_quoted and text.startswith(ending, place):
            return place + 2
    # A quote that is not closed: the fault is in the tag itself, and Jinja names it.
    return plain_end + 2


def respelled(tag: str) -> str:
    """Return a tag with straight quotes, plain blanks and codes for printed braces, as Jinja reads it."""
    for braces, codes in _PRINTED_BRACES.items():
        tag = tag.replace(braces, codes)
    signs = list(tag)
    is_quoted = False
    for place, is_quoted in _places(tag, 0):
        if not is_quoted:
            signs[place] = _plain_sign(tag[place])
    if is_quoted:
        return tag.translate(_CURLY)
    return "".join(signs)


def _plain_sign(sign: str) -> str:
    if sign in _NO_WIDTH:
        return ""
    if sign.isspace():
        return " "
    if sign == _NO_BREAK_HYPHEN:
        return "-"
    return sign.translate(_CURLY)


def _places(text: str, start: int) -> Iterator[tuple[int, bool]]:
    """Generate each place of a text from one on, and whether it lies inside quotes; the quotes do not.

    A text that begins with a curly quote ends with a curly or a straight one.
    """
    opening = ""
    is_escaped = False
    for place in range(start, len(text)):
        sign = text[place]
        if not opening:
            if sign.translate(_CURLY) in _QUOTES:
                opening = sign
            yield place, False
        elif is_escaped:
            is_escaped = False
            yield place, True
        elif _closes(opening, sign):
            opening = ""
            yield place, False
        else:
            is_escaped = sign == _ESCAPE
            yield place, True


def _closes(opening: str, sign: str) -> bool:
    """Return whether a sign closes a text that another sign opened."""
    if sign == opening:
        # The low and the left quote open a further text inside.
        return opening in _QUOTES or opening in "”’"
    if opening in _QUOTES:
        return False
    return sign.translate(_CURLY) == opening.translate(_CURLY) and sign not in "“„‘‚"
