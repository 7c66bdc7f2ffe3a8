"""Where a Thai line may be broken: between words, found by a dictionary; never before a mark that closes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Final

_DICTIONARY: Final = "thai"
_CLOSING: Final = re.compile(r"[\s\u00a0)\]}”’ฯๆ,.;:!?/%–-]+")
"""What stays with the word before it."""
_OPENING: Final = re.compile(r"[(\[{“‘\u00a0]+")
"""What stays with the word after it."""
_BINDING: Final = ".\u00a0([“‘"
_LETTER: Final = re.compile(r"[ก-ฮ]")
"""A single consonant is what a dictionary leaves of an abbreviation."""
_SPACED: Final = re.compile(r"[^ ]+ *| +")
_THAI: Final = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2}")
_HALVINGS: Final = 8

Width = Callable[[str], float]
"""Gives how wide a text is."""


def line_pieces(text: str) -> tuple[str, ...]:
    """Cut a text at every place where a line may end; joined, the pieces are the text again."""
    return tuple(_joined([word for part in _SPACED.findall(text) for word in _words(part)]))


def wrap_lines(text: str, width: Width, limit: float) -> tuple[str, ...]:
    """Set a text in as few lines as a width allows, all about equally long.

    Args:
        text: what is set; spaces at the end of a line stay there and take no room.
        width: how wide a text is.
        limit: the longest a line may be, in the unit of ``width``; a single longer word stands alone.
    """
    pieces = [(piece, width(piece), width(piece.rstrip(" "))) for piece in line_pieces(text)]
    lines = _fill(pieces, limit)
    low, high = 0.0, limit
    for _ in range(_HALVINGS if len(lines) > 1 else 0):
        middle = (low + high) / 2
        tried = _fill(pieces, middle)
        fits = len(tried) <= len(lines) and all(width(line.rstrip(" ")) <= limit for line in tried)
        low, high, lines = (low, middle, tried) if fits else (middle, high, lines)
    return tuple(lines)


def _fill(pieces: list[tuple[str, float, float]], limit: float) -> list[str]:
    lines: list[str] = []
    room = 0.0
    for piece, full, visible in pieces:
        if lines and visible <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
            room = limit
        room -= full
    return lines


def _words(part: str) -> list[str]:
    """Give the words of a text without inner spaces; what has no two Thai letters together is one word."""
    if not _THAI.search(part):
        return [part]
    import nlpo3  # noqa: PLC0415 loaded when a text is set by us, which most documents never need

    words: list[str] = nlpo3.segment(part.rstrip(" "), _load_dictionary())
    words[-1] += " " * (len(part) - len(part.rstrip(" ")))
    return words


def _joined(words: list[str]) -> Iterator[str]:
    """Join what is no word of its own to the words it belongs to."""
    piece = ""
    for before, word in pairwise(["", *words]):
        if before and _may_part(before, word):
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def _may_part(before: str, after: str) -> bool:
    """Tell whether a line may end between two words: not inside ผอ.สพป., nor before a mark that closes."""
    if _CLOSING.fullmatch(after) or _OPENING.fullmatch(before) or before[-1] in _BINDING:
        return False
    if _LETTER.fullmatch(before):
        return False
    return before[-1] == " " or _is_thai(before[-1]) or _is_thai(after[0]) or before[-1] == "/"


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e4e"


@cache
def _load_dictionary() -> str:
    """Load pythainlp's list of words, without importing pythainlp itself, which takes seven times as long."""
    import nlpo3  # noqa: PLC0415

    package = find_spec("pythainlp")
    if package is None or package.origin is None:  # pragma: no cover a broken installation
        raise ModuleNotFoundError("pythainlp")
    nlpo3.load_dict(str(Path(package.origin).parent / "corpus" / "words_th.txt"), _DICTIONARY)
    return _DICTIONARY
