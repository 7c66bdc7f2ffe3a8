"""Signs around a marked text, such as ``**``, and which of them can begin or end a mark.

People also mean other things by these signs. A star between digits or Latin letters multiplies, as in
``5*3*2`` and ``x*y*z``, and so does one behind a digit or a closing bracket, as in ``2*ก``; ``__`` within
such a word belongs to a name; ``~`` between digits stands for a range.
No mark ends or begins before a Thai vowel or tone mark that stands on the letter before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from esa_docs.model.prose.mark_signs import SIGNS_OF_STYLE
from esa_docs.model.prose.prose import Style

STYLES_OF_SIGNS: Final[Mapping[str, tuple[Style, ...]]] = {
    **{signs: (style,) for style, signs in SIGNS_OF_STYLE.items()},
    "***": (Style.BOLD, Style.ITALIC),
}
LENGTH_OF_SIGN: Final = {style: len(signs) for style, signs in SIGNS_OF_STYLE.items()}
WITHOUT_BLANKS: Final = frozenset({Style.SUPERSCRIPT, Style.SUBSCRIPT})
"""Styles of a single word: a caret and a tilde stand alone in many texts."""
_STANDS_ON_A_LETTER: Final = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f]")
_DIGIT_OR_LATIN: Final = re.compile("[0-9A-Za-z๐-๙]")
_DIGIT: Final = re.compile("[0-9๐-๙]")
_LETTER: Final = "ก"
"""Stands for what is printed of a mark."""
_ENDING_OF_FILES: Final = re.compile(r"\.[A-Za-z0-9]")
"""What stands behind a star that means any name of a file, as in ``*.docx``."""
_DIGIT_OR_CLOSING_BRACKET: Final = re.compile(r"[0-9๐-๙)\]}]")


@dataclass(frozen=True, slots=True)
class Delimiter:
    """Signs that may begin or end a mark.

    Attributes:
        signs: the signs as typed.
        start: index of the first of them.
        can_begin: whether a mark may begin here.
        can_end: whether a mark may end here.
        is_told: whether it is told where it begins and ends nothing.
    """

    signs: str
    start: int
    can_begin: bool
    can_end: bool
    is_told: bool

    @property
    def end(self) -> int:
        """Index behind the last of them."""
        return self.start + len(self.signs)


def delimiter_at(text: str, start: int, end: int, *, is_behind_mark: bool = False) -> Delimiter:
    """Return the signs at a place with what they can do.

    Args:
        text: the text as typed.
        start: index of the first sign.
        end: index behind the last sign.
        is_behind_mark: whether a link, a note or a placed value ends before them: its bracket is not printed.
    """
    signs = text[start:end]
    before = text[start - 1 : start]
    behind = text[end : end + 1]
    is_torn = _STANDS_ON_A_LETTER.match(behind) is not None
    printed_before = _LETTER if is_behind_mark else before
    is_any_file = signs == "*" and _ENDING_OF_FILES.match(text, end) is not None
    can_be_mark = _is_sign(behind) and not is_torn and _may_begin(signs, printed_before, behind)
    can_begin = can_be_mark and not is_any_file
    can_end = _is_sign(before) and not is_torn and _may_end(signs, before, behind)
    may_be_end = can_end and not _is_sum_or_range(signs, printed_before, behind)
    is_told = signs == "**" or can_be_mark or may_be_end
    return Delimiter(signs, start, can_begin, can_end, is_told)


def is_in_one_word(text: str, start: int, end: int) -> bool:
    """Return whether signs stand between digits or Latin letters.

    Args:
        text: the text as typed.
        start: index of the first sign.
        end: index behind the last sign.
    """
    return _is_digit_or_latin(text[start - 1 : start]) and _is_digit_or_latin(text[end : end + 1])


def _is_sign(character: str) -> bool:
    """Return whether there is a character, and it is no blank."""
    return bool(character) and not character.isspace()


def _may_begin(signs: str, before: str, behind: str) -> bool:
    is_in_a_word = _is_digit_or_latin(before)
    if signs == "*":
        is_word = not is_in_a_word or _is_other_letter(behind)
        return is_word and not _is_sum_or_range(signs, before, behind)
    if signs == "^":
        return _is_sign(before) and behind != "^"
    if signs == "~":
        return _is_sign(before) and not _is_sum_or_range(signs, before, behind)
    return not (is_in_a_word and _is_digit_or_latin(behind))


def _may_end(signs: str, before: str, behind: str) -> bool:
    is_in_a_word = _is_digit_or_latin(behind)
    if behind == "@" and signs in {"*", "__"}:
        return False
    if signs == "*":
        return not is_in_a_word or _is_other_letter(before)
    if signs == "__":
        return not (is_in_a_word and _is_digit_or_latin(before))
    return True


def _is_sum_or_range(signs: str, before: str, behind: str) -> bool:
    """Return whether a tilde stands between two digits, or a star multiplies what stands before it."""
    if signs == "*":
        return _DIGIT_OR_CLOSING_BRACKET.match(before) is not None and _is_sign(behind)
    if not _DIGIT.match(before):
        return False
    return signs == "~" and _DIGIT.match(behind) is not None


def _is_digit_or_latin(character: str) -> bool:
    return _DIGIT_OR_LATIN.match(character) is not None


def _is_other_letter(character: str) -> bool:
    """Return whether a character is a letter of Thai, or of another script than Latin, or stands on one."""
    is_mark = _STANDS_ON_A_LETTER.match(character) is not None
    return is_mark or (character.isalpha() and not character.isascii())
