"""Where a Thai line may be broken: between words, found by a dictionary; never before a mark that closes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

_DICTIONARY: Final = "thai"
_CLOSING: Final = re.compile(r"[\s\u00a0)\]}”’ฯๆ,.;:!?/%–-]+")
"""Marks that stay with the word before them."""
_OPENING: Final = re.compile(r"[(\[{“‘\u00a0]+")
"""Marks that stay with the word after them."""
_BINDING: Final = ".\u00a0([“‘"
"""Characters after which no line ends."""
_SINGLE_CONSONANT: Final = re.compile(r"[ก-ฮ]")
"""What a dictionary leaves of an abbreviation."""
_TEXT_AND_SPACES: Final = re.compile(r"[^ ]+ *| +")
_TWO_THAI_LETTERS: Final = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2}")
_HALVINGS: Final = 8
"""Steps of the search for lines about equally long."""

Width = Callable[[str], float]
"""Returns how wide a text is."""


class _Piece(NamedTuple):
    """A piece of text that is not broken, with its width.

    Attributes:
        text: the piece.
        width: its width with the spaces at its end.
        visible_width: its width without them.
    """

    text: str
    width: float
    visible_width: float


def line_pieces(text: str) -> tuple[str, ...]:
    """Return the text cut at every place where a line may end; joined, the pieces are the text again."""
    words: list[str] = []
    for part in _TEXT_AND_SPACES.findall(text):
        words.extend(_words(part))
    return tuple(_join_words(words))


def wrap_lines(text: str, width: Width, limit: float) -> tuple[str, ...]:
    """Return a text in as few lines as a width allows, all about equally long.

    Args:
        text: the text. Spaces at the end of a line stay there and take no room.
        width: returns how wide a text is.
        limit: the longest a line may be, in the unit of ``width``. A single longer word stands alone.
    """
    pieces = [_Piece(piece, width(piece), width(piece.rstrip(" "))) for piece in line_pieces(text)]
    lines = _fill_lines(pieces, limit)
    if len(lines) <= 1:
        return tuple(lines)
    # Find the narrowest limit that needs no more lines: it makes them about equally long.
    low, high = 0.0, limit
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        narrower_lines = _fill_lines(pieces, middle)
        needs_more_lines = len(narrower_lines) > len(lines)
        if needs_more_lines or not _all_fit(narrower_lines, width, limit):
            low = middle
        else:
            high = middle
            lines = narrower_lines
    return tuple(lines)


def _all_fit(lines: list[str], width: Width, limit: float) -> bool:
    return all(width(line.rstrip(" ")) <= limit for line in lines)


def _fill_lines(pieces: list[_Piece], limit: float) -> list[str]:
    """Return lines, each filled with pieces up to a limit."""
    lines: list[str] = []
    room = 0.0
    for piece in pieces:
        if lines and piece.visible_width <= room:
            lines[-1] += piece.text
        else:
            lines.append(piece.text)
            room = limit
        room -= piece.width
    return lines


def _words(part: str) -> list[str]:
    """Return the words of a text that has spaces only at its end.

    A text without two Thai letters together is one word.
    """
    if not _TWO_THAI_LETTERS.search(part):
        return [part]
    text = part.rstrip(" ")
    spaces = part[len(text) :]
    words = thai_words(text)
    words[-1] += spaces
    return words


def _join_words(words: list[str]) -> Iterator[str]:
    """Generate pieces: words, each with the marks and words that no line may part from it."""
    piece = ""
    for before, word in pairwise(["", *words]):
        if before and _may_part(before, word):
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def _may_part(before: str, after: str) -> bool:
    """Return whether a line may end between two words: not inside ผอ.สพป., nor before a mark that closes."""
    last_character = before[-1]
    if _CLOSING.fullmatch(after) or _OPENING.fullmatch(before) or last_character in _BINDING:
        return False
    if _SINGLE_CONSONANT.fullmatch(before):
        return False
    if last_character in " /":
        return True
    return _is_thai(last_character) or _is_thai(after[0])


def _is_thai(character: str) -> bool:
    """Return whether a character is a Thai letter, vowel, sign or tone mark, but no digit."""
    return "\u0e01" <= character <= "\u0e4e"


def thai_words(text: str) -> list[str]:
    """Return the words of a Thai text without blanks, as a dictionary cuts it."""
    import nlpo3  # noqa: PLC0415 loaded when a text is set by us, which most documents never need

    words: list[str] = nlpo3.segment(text, _load_dictionary())
    return words


@cache
def _load_dictionary() -> str:
    """Load the dictionary, and return the name that nlpo3 knows it by."""
    import nlpo3  # noqa: PLC0415 as above

    nlpo3.load_dict(str(word_list_path()), _DICTIONARY)
    return _DICTIONARY


def word_list_path() -> Path:
    """Return the file of the dictionary, a word a line."""
    # Only pythainlp's list of words: to import pythainlp itself takes seven times as long.
    package = find_spec("pythainlp")
    if package is None or package.origin is None:  # pragma: no cover a broken installation
        raise ModuleNotFoundError("pythainlp")
    return Path(package.origin).parent / "corpus" / "words_th.txt"
