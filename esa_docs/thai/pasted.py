"""Characters that come in with pasted text, mended because their writer cannot have meant anything else.

- A tab and every blank other than the ordinary one (Unicode's Zs, and three that look like it) become one
  blank, together with the blanks beside them; at the ends of a line they go.
- U+00A0 stays between two visible characters, where it holds them on one line; elsewhere it is an odd blank.
- Characters that nobody sees go, unless they change the sign beside them: `unseen.py`.
- The signs that old Thai fonts had at U+F700 to U+F71A, moved to the left or down or without their foot,
  become the letters and marks they are drawings of. (Fonts of Windows in the nineties; programs that shape
  text still know the same table.)
- ``เเ`` becomes แ and ``ํา`` becomes ำ. A mark that was typed before its vowel, or a tone mark behind ำ, า
  or ะ, takes its place. A mark or an ำ that stands twice stands once.

`refused.py` has what is not mended but refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import StrEnum
from functools import cache
from typing import Final

from esa_docs.thai.unseen import LOOSE, UNSEEN, without_loose

_NO_BREAK: Final = "\u00a0"
_TONES: Final = "\u0e48-\u0e4b"
_HIGHEST: Final = "\u0e48-\u0e4c\u0e4e"
"""Tone marks, ์ and ๎: they stand above a vowel and are typed behind it."""
_LOWER: Final = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d"
"""Vowels above and below a letter, ฺ, ็ and ํ."""
_MARKS: Final = f"{_LOWER}{_HIGHEST}"
_EACH_MARK: Final = "ัิีึืฺุู็ํ่้๊๋์๎"
_NIKHAHIT: Final = "\u0e4d"
_SARA_A: Final = "\u0e30"
_SARA_AA: Final = "\u0e32"
_SARA_AM: Final = "\u0e33"
_VOWELS: Final = f"{_SARA_A}{_SARA_AA}{_SARA_AM}"
_EACH_VOWEL: Final = (_SARA_A, _SARA_AA, _SARA_AM)
_SARA_E, _SARA_AE = "\u0e40", "\u0e41"

_DRAWN_BLANK: Final = "\u2800\u3164\uffa0"
"""Letters that are drawn as a blank."""
_ODD_BLANKS: Final = f"\t\u1680\u2000-\u200a\u202f\u205f\u3000{_DRAWN_BLANK}"
_SET_OF_TONES: Final = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_OLD_FONTS: Final = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37"
    f"{_SET_OF_TONES}{_SET_OF_TONES}"
    f"\u0e0d\u0e31\u0e4d\u0e47{_SET_OF_TONES}"
    "\u0e38\u0e39\u0e3a"
)
"""What old fonts draw at U+F700 and the 26 places behind it."""
_FIRST_OF_OLD_FONTS: Final = 0xF700
_OLD_FONT_SIGNS: Final = "\uf700-\uf71a"

# A text in which neither stands is clean. They are five times as quick as `_pasted`.
_SIGN_TO_LOOK_AT: Final = re.compile(f"[{_NO_BREAK}{_NIKHAHIT}{_ODD_BLANKS}{UNSEEN}{_OLD_FONT_SIGNS}]")
_PAIR_TO_LOOK_AT: Final = re.compile(
    f"[{_MARKS}{_SARA_AM}{_SARA_E}]"
    f"(?:(?<=[{_HIGHEST}][{_MARKS}])"
    f"|(?<=[{_VOWELS}][{_TONES}{_SARA_AM}])"
    f"|(?<=[{_LOWER}][{_LOWER}])"
    f"|(?<={_SARA_E}{_SARA_E}))"
)

_BLANKS: Final = re.compile("[ \t\u00a0]+")
_LINE_ENDS: Final = "\r\n"
_NOT_WORDS: Final = re.compile(f"[{_MARKS}{_VOWELS}]{{2,}}")
"""Marks and the vowels ะ, า, ำ with no letter among them."""
_CLUSTER: Final = re.compile(
    f"[{_MARKS}]*[{_SARA_AA}{_SARA_AM}][{_TONES}{_NIKHAHIT}{_SARA_AM}]*"
    f"|[{_MARKS}]*{_SARA_A}[{_TONES}]*"
    f"|[{_MARKS}]+"
)
"""Marks, with one of these vowels and what was typed behind it and belongs before it."""
_BELONGS_BEFORE: Final = re.compile(f"[{_TONES}{_NIKHAHIT}{_SARA_AM}]")
_IS_HIGHEST: Final = re.compile(f"[{_HIGHEST}]")
_IS_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_REPEATED: Final = re.compile(r"(.)\1+")


class PastedSign(StrEnum):
    """A sort of characters that is mended."""

    BLANK = "blank"
    INVISIBLE = "invisible"
    OLD_FONT = "old_font"
    THAI_ORDER = "thai_order"


def mend_text(text: str) -> str:
    r"""Return a text as its writer meant it, with ``\n`` as line end; this module says what is mended.

    A text in which nothing is to be mended comes back as it is. A second time changes nothing.
    """
    if _is_clean(text):
        return text
    without_unseen = without_loose(text.translate(_replacements()))
    plain_text = unicodedata.normalize("NFC", without_unseen)
    with_blanks = _BLANKS.sub(_mend_blanks, plain_text)
    with_ae = with_blanks.replace(_SARA_E * 2, _SARA_AE)
    in_order = _NOT_WORDS.sub(_mend_marks, with_ae)
    if unicodedata.is_normalized("NFC", in_order):
        return in_order
    # A mark of another script stands behind a mark that has moved, and goes before it.
    return mend_text(unicodedata.normalize("NFC", in_order))


def clean_text(text: str) -> str:
    """Return a text as content holds it: composed (NFC), mended, no white space at its ends.

    NFC and never NFKC, which splits SARA AM into two characters.
    """
    return mend_text(unicodedata.normalize("NFC", text)).strip()


def may_be_pasted(text: str) -> bool:
    r"""Return whether a whole file may hold anything that `mend_text` mends in one of its texts.

    It may where it has a ``\`` too: behind that, YAML may hide any character.
    """
    return "\\" in text or not _is_clean(text)


def find_pasted(text: str, start: int, end: int) -> int:
    """Return the index of the first sign between two indices that is mended; -1 where there is none."""
    match = _pasted().search(text, start, end)
    return match.start() if match else -1


def count_signs(text: str) -> Counter[PastedSign]:
    """Return how many signs of each sort `mend_text` mends in a text."""
    signs: Counter[PastedSign] = Counter()
    for match in _pasted().finditer(text):
        signs[_sort_of(match[0])] += 1
    return signs


def _is_clean(text: str) -> bool:
    """Return whether nothing is to be mended; a few texts in which nothing is are not told apart."""
    return not _SIGN_TO_LOOK_AT.search(text) and not _PAIR_TO_LOOK_AT.search(text)


@cache
def _pasted() -> re.Pattern[str]:
    """Return the pattern of each sign that is mended; compiled at the first use."""
    doubled_marks = "|".join(mark * 2 for mark in _EACH_MARK)
    return re.compile(
        f"[{_ODD_BLANKS}{_OLD_FONT_SIGNS}]|{LOOSE}"
        rf"|{_NO_BREAK}(?!\S)|(?<!\S){_NO_BREAK}"
        f"|{_SARA_E}{_SARA_E}"
        f"|[{_HIGHEST}][{_LOWER}]"
        f"|[{_VOWELS}][{_TONES}]"
        f"|[{_SARA_AA}{_SARA_AM}][{_NIKHAHIT}{_SARA_AM}]"
        f"|{_NIKHAHIT}[{_MARKS}]*[{_SARA_AA}{_SARA_AM}]"
        f"|{doubled_marks}"
    )


@cache
def _replacements() -> dict[int, str]:
    """Return what takes the place of each character that is mended by itself."""
    table: dict[int, str] = {}
    for number, letter in enumerate(_OLD_FONTS, _FIRST_OF_OLD_FONTS):
        table[number] = letter
    for character in _characters_of(_ODD_BLANKS):
        table[ord(character)] = "\t"
    return table


def _characters_of(ranges: str) -> list[str]:
    """Return the characters of a text in which ``a-c`` stands for three."""
    characters: list[str] = []
    for match in re.finditer("(.)-(.)|(.)", ranges, re.DOTALL):
        first = match[1] or match[3]
        last = match[2] or match[3]
        characters.extend(map(chr, range(ord(first), ord(last) + 1)))
    return characters


def _sort_of(sign: str) -> PastedSign:
    if sign.isspace() or sign in _DRAWN_BLANK:
        return PastedSign.BLANK
    if ord(sign[0]) in _replacements():
        return PastedSign.OLD_FONT
    return PastedSign.THAI_ORDER if _IS_THAI.match(sign) else PastedSign.INVISIBLE


def _mend_blanks(run: re.Match[str]) -> str:
    """Return what takes the place of a run of blanks, in which each odd blank is a tab by now."""
    blanks, text = run[0], run.string
    has_only_ordinary_blanks = not blanks.strip(" ")
    if has_only_ordinary_blanks:
        return blanks
    begins_line = run.start() == 0 or text[run.start() - 1] in _LINE_ENDS
    ends_line = run.end() == len(text) or text[run.end()] in _LINE_ENDS
    if begins_line or ends_line:
        return ""
    return _NO_BREAK if blanks == _NO_BREAK else " "


def _mend_marks(run: re.Match[str]) -> str:
    """Return marks and vowels behind a letter in the order in which they are typed."""
    mended = ""
    for cluster in _CLUSTER.findall(run[0]):
        mended_cluster = _mend_cluster(cluster)
        # What begins with a tone mark here would belong before the vowel above it in the next turn.
        is_behind_vowel = mended.endswith(_EACH_VOWEL)
        if is_behind_vowel and _BELONGS_BEFORE.match(mended_cluster):
            mended_cluster = cluster
        mended += mended_cluster
    return mended


def _mend_cluster(cluster: str) -> str:
    vowel = _vowel_of(cluster)
    marks = [character for character in cluster if character not in _VOWELS]
    if vowel == _SARA_AM:
        marks = [mark for mark in marks if mark != _NIKHAHIT]
    # The sort keeps the order of marks of one sort.
    marks.sort(key=_is_highest)
    return _REPEATED.sub(r"\1", "".join(marks)) + vowel


def _vowel_of(cluster: str) -> str:
    """Return the vowel of a cluster: ำ for an า with ํ; empty where none is in it."""
    if _SARA_A in cluster:
        return _SARA_A
    if _SARA_AM in cluster:
        return _SARA_AM
    if _SARA_AA not in cluster:
        return ""
    return _SARA_AM if _NIKHAHIT in cluster else _SARA_AA


def _is_highest(mark: str) -> bool:
    return _IS_HIGHEST.match(mark) is not None
