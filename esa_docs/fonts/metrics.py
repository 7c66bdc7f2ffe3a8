"""What a face measures, as Word sets it: widths of text and height of a line.

The numbers of the published faces lie in ``face_numbers.json``, made by ``tools/make_font_tables.py``: widths
and line heights are known on machines that have none of the families.

Word kerns only where ``w:kern`` asks for it and joins letters only where ``w14:ligatures`` does; our
documents have neither. A text is then as wide as its characters together, but for two consonants that lose
their foot when a vowel stands below. HarfBuzz agrees to the unit on the faces made for layout (tested).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from esa_docs.fonts.faces import FaceStyle

NUMBERS_FILE: Final = Path(__file__).with_name("face_numbers.json")

_ABOVE_A_LOWER_VOWEL: Final = re.compile("[ญฐ](?=[\u0e38\u0e39\u0e3a])")
_WITHOUT_FOOT: Final = {"ญ": "\uf70f", "ฐ": "\uf700"}
"""Glyphs that fonts for Windows keep at these places of the private use area."""
_NEVER_WIDE: Final = {"Mn", "Me", "Cf"}
"""Unicode categories that take no room whatever advance a face gives: marks and format characters."""


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Numbers of one face, in its own units.

    Attributes:
        units_per_em: units in the font size.
        win_ascent: room above the base line in Word.
        win_descent: room below it, counted downwards.
        line_gap: what Word adds between lines.
        missing_advance: width of the box drawn for a character the face lacks.
        advances: width of every character the face has, by code point.
    """

    units_per_em: int
    win_ascent: int
    win_descent: int
    line_gap: int
    missing_advance: int
    advances: Mapping[int, int]

    def width(self, text: str, size: float) -> float:
        """Give the width of one line of text in points, at a size in points.

        A character the face lacks counts as the box drawn for it: Word takes it from another font, which
        cannot be measured here.
        """
        drawn = _ABOVE_A_LOWER_VOWEL.sub(lambda found: _WITHOUT_FOOT[found[0]], text)
        return sum(map(self._advance, drawn)) * size / self.units_per_em

    def line_height(self, size: float) -> float:
        """Give the height of a line in points at single spacing, at a size in points."""
        return (self.win_ascent + self.win_descent + self.line_gap) * size / self.units_per_em

    def ascent(self, size: float) -> float:
        """Give the room above the base line in points, at a size in points."""
        return self.win_ascent * size / self.units_per_em

    def missing(self, text: str) -> str:
        """Give the visible characters of a text that the face lacks, sorted, each once."""
        unknown = {one for one in text if ord(one) not in self.advances}
        return "".join(sorted(one for one in unknown if not takes_no_room(one)))

    def _advance(self, character: str) -> int:
        known = self.advances.get(ord(character))
        if known is not None:
            return known
        return 0 if takes_no_room(character) else self.missing_advance


def takes_no_room(character: str) -> bool:
    """Tell whether a character is a mark on another or an invisible sign."""
    return unicodedata.category(character) in _NEVER_WIDE


def load_metrics(family: str, style: FaceStyle) -> FaceMetrics | None:
    """Give the numbers of a published face; None for a family of which none are known."""
    return _all_metrics().get((family, style))


@cache
def _all_metrics() -> dict[tuple[str, FaceStyle], FaceMetrics]:
    table = json.loads(NUMBERS_FILE.read_text(encoding="utf-8"))
    return {
        (family, FaceStyle(style)): _from_table(numbers)
        for family, faces in table["families"].items()
        for style, numbers in faces.items()
    }


def _from_table(numbers: Mapping[str, Any]) -> FaceMetrics:
    line = (numbers["win_ascent"], numbers["win_descent"], numbers["line_gap"])
    advances = _from_runs(numbers["advances"])
    return FaceMetrics(numbers["units_per_em"], *line, numbers["missing_advance"], advances)


def _from_runs(runs: Mapping[str, Sequence[int]]) -> dict[int, int]:
    return {
        code: advance
        for start, advances in runs.items()
        for code, advance in enumerate(advances, start=int(start, 16))
    }


def to_runs(advances: Mapping[int, int]) -> dict[str, list[int]]:
    """Write widths as the file keeps them: those of neighbours together, under the first one's code."""
    return {f"{codes[0]:04X}": [advances[code] for code in codes] for codes in _neighbours(sorted(advances))}


def _neighbours(codes: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for code in codes:
        if run and code != run[-1] + 1:
            yield run
            run = []
        run.append(code)
    if run:
        yield run
