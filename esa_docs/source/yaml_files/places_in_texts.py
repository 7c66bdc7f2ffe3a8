"""Where in its file a part of a text stands: its marks are counted.

Between a text as it is typed and as content holds it lie quotes, escapes, indentation, folded lines and
mended signs. None of them adds or drops the signs of which marks consist: the third of a text is the third in
its file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from esa_docs.diagnostics import Location
from esa_docs.model.problem import Spot
from esa_docs.model.prose.mark_signs import ANY_MARK_CHARACTER, MARK_CHARACTERS
from esa_docs.source.yaml_files.tree import Scalar

_SIGN: Final = re.compile(ANY_MARK_CHARACTER)
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)+")
"""Anchor and tag before a value."""
_HEADER: Final = re.compile(r"[|>].*")
_ESCAPE_OR_SIGN: Final = re.compile(
    rf"""\\(?:x(?P<byte>[0-9A-Fa-f]{{2}})|u(?P<short>[0-9A-Fa-f]{{4}})|U(?P<long>[0-9A-Fa-f]{{8}})|.)
    |{ANY_MARK_CHARACTER}""",
    re.VERBOSE | re.DOTALL,
)
_DOUBLE_QUOTE: Final = '"'
_TEXTS_AT_ONCE: Final = 4
"""Texts whose signs are remembered: faults of one text are told one after another."""


def may_hold_marks(text: str) -> bool:
    """Return whether a sign of which marks consist is in a text."""
    return _SIGN.search(text) is not None


def place_of_spot(scalar: Scalar, spot: Spot) -> Location:
    """Return the place of a part of a text; that of the text where it cannot be told.

    Args:
        scalar: the text in its file.
        spot: a sign of a mark in it, or what stands behind one.
    """
    signs = _signs(spot.text)
    typed_signs = _typed_signs(scalar.typed)
    count_before = bisect_right(signs, spot.index)
    if not count_before or len(typed_signs) != len(signs):
        return scalar.place
    index = typed_signs[count_before - 1] + spot.index - signs[count_before - 1]
    line_starts = _line_starts(scalar.typed)
    lines_before = bisect_right(line_starts, index) - 1
    column = index - line_starts[lines_before] + 1
    if not lines_before:
        column += scalar.place.column - 1
    return Location(scalar.place.path, scalar.place.line + lines_before, column)


# Each fault of a text asks for its place: all of a text are looked for once.
@lru_cache(maxsize=_TEXTS_AT_ONCE)
def _signs(text: str) -> list[int]:
    return [match.start() for match in _SIGN.finditer(text)]


@lru_cache(maxsize=_TEXTS_AT_ONCE)
def _line_starts(typed: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", typed))]


@lru_cache(maxsize=_TEXTS_AT_ONCE)
def _typed_signs(typed: str) -> list[int]:
    """Return the indexes of the signs in a value as it is typed; of an escape, where it begins."""
    properties = _PROPERTIES.match(typed)
    start = properties.end() if properties else 0
    if typed.startswith(_DOUBLE_QUOTE, start):
        return [match.start() for match in _ESCAPE_OR_SIGN.finditer(typed, start) if _says_sign(match)]
    header = _HEADER.match(typed, start)
    if header:
        start = header.end()
    return [match.start() for match in _SIGN.finditer(typed, start)]


def _says_sign(match: re.Match[str]) -> bool:
    """Return whether a match is a sign, or the escape of one."""
    number = match["byte"] or match["short"] or match["long"]
    if number:
        return int(number, 16) <= ord(max(MARK_CHARACTERS)) and chr(int(number, 16)) in MARK_CHARACTERS
    return not match[0].startswith("\\")
