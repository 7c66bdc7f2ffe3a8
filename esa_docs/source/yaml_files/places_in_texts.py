"""Where in its file a part of a text stands: its marks are counted.

Between a text as it is typed and as content holds it lie quotes, escapes, indentation, folded lines and
mended signs. None of them adds or drops the signs of which marks consist: the third of a text is the third in
its file.
"""

from __future__ import annotations

import re
from typing import Final

from esa_docs.diagnostics import Location
from esa_docs.model.problem import Spot
from esa_docs.source.yaml_files.tree import Scalar

_SIGNS: Final = "*_[]^~{}"
_SIGN: Final = re.compile(f"[{re.escape(_SIGNS)}]")
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)+")
"""Anchor and tag before a value."""
_HEADER: Final = re.compile(r"[|>].*")
_ESCAPE_OR_SIGN: Final = re.compile(
    rf"""\\(?:x(?P<byte>[0-9A-Fa-f]{{2}})|u(?P<short>[0-9A-Fa-f]{{4}})|U(?P<long>[0-9A-Fa-f]{{8}})|.)
    |[{re.escape(_SIGNS)}]""",
    re.VERBOSE | re.DOTALL,
)
_DOUBLE_QUOTE: Final = '"'


def may_hold_marks(text: str) -> bool:
    """Return whether a sign of which marks consist is in a text."""
    return _SIGN.search(text) is not None


def place_of_spot(scalar: Scalar, spot: Spot) -> Location:
    """Return the place of a part of a text; that of the text where it cannot be told.

    Args:
        scalar: the text in its file.
        spot: a sign of a mark in it, or what stands behind one.
    """
    signs = [match.start() for match in _SIGN.finditer(spot.text)]
    signs_before = [sign for sign in signs if sign <= spot.index]
    typed_signs = _typed_signs(scalar.typed)
    if not signs_before or len(typed_signs) != len(signs):
        return scalar.place
    nearest_sign = signs_before[-1]
    index = typed_signs[len(signs_before) - 1] + spot.index - nearest_sign
    line = scalar.place.line + scalar.typed.count("\n", 0, index)
    line_start = scalar.typed.rfind("\n", 0, index) + 1
    column = index - line_start + 1
    if line == scalar.place.line:
        column += scalar.place.column - 1
    return Location(scalar.place.path, line, column)


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
        return int(number, 16) <= ord(max(_SIGNS)) and chr(int(number, 16)) in _SIGNS
    return not match[0].startswith("\\")
