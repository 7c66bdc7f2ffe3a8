"""How wide text and how high a line is in a face, as Word sets them.

The numbers of the published faces are in ``face_numbers.json``, which ``tools/make_font_tables.py`` makes. So
widths and line heights are known also on machines that have none of the families.

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
# Fonts for Windows have these consonants without their foot in the private use area.
_WITHOUT_FOOT: Final = {"ญ": "\uf70f", "ฐ": "\uf700"}
_NEVER_WIDE: Final = {"Mn", "Me", "Cf"}
"""Unicode categories of marks and format characters: they take no room, whatever width a face gives them."""


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Numbers of one face, in its own units.

    Attributes:
        units_per_em: units in the font size.
        win_ascent: room above the base line in Word.
        win_descent: room below the base line in Word, counted downwards.
        line_gap: room that Word adds between lines.
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
        """Return the width of one line of text in points, at a size in points.

        A character that the face lacks is as wide as the box for missing characters.
        """
        # Word takes such a character from another font, which cannot be measured here.
        characters = _ABOVE_A_LOWER_VOWEL.sub(_without_foot, text)
        units = sum(map(self._advance, characters))
        return units * size / self.units_per_em

    def line_height(self, size: float) -> float:
        """Return the height of a line in points at single spacing, at a size in points."""
        return (self.win_ascent + self.win_descent + self.line_gap) * size / self.units_per_em

    def ascent(self, size: float) -> float:
        """Return the room above the base line in points, at a size in points."""
        return self.win_ascent * size / self.units_per_em

    def missing(self, text: str) -> str:
        """Return the visible characters of a text that the face lacks, sorted, each of them once."""
        missing_characters = set()
        for character in text:
            if ord(character) not in self.advances and not takes_no_room(character):
                missing_characters.add(character)
        return "".join(sorted(missing_characters))

    def _advance(self, character: str) -> int:
        advance = self.advances.get(ord(character))
        if advance is not None:
            return advance
        return 0 if takes_no_room(character) else self.missing_advance


def takes_no_room(character: str) -> bool:
    """Return whether a character is a mark on another one or an invisible sign."""
    return unicodedata.category(character) in _NEVER_WIDE


def load_metrics(family: str, style: FaceStyle) -> FaceMetrics | None:
    """Return the numbers of a published face; None for a family that is not in the table."""
    return _all_metrics().get((family, style))


def _without_foot(match: re.Match[str]) -> str:
    return _WITHOUT_FOOT[match[0]]


@cache
def _all_metrics() -> dict[tuple[str, FaceStyle], FaceMetrics]:
    table = json.loads(NUMBERS_FILE.read_text(encoding="utf-8"))
    all_metrics = {}
    for family, faces in table["families"].items():
        for style, numbers in faces.items():
            all_metrics[family, FaceStyle(style)] = _from_table(numbers)
    return all_metrics


def _from_table(numbers: Mapping[str, Any]) -> FaceMetrics:
    return FaceMetrics(
        units_per_em=numbers["units_per_em"],
        win_ascent=numbers["win_ascent"],
        win_descent=numbers["win_descent"],
        line_gap=numbers["line_gap"],
        missing_advance=numbers["missing_advance"],
        advances=_from_runs(numbers["advances"]),
    )


def _from_runs(runs: Mapping[str, Sequence[int]]) -> dict[int, int]:
    """Return the width of each character, by its code; the opposite of `to_runs`."""
    advances = {}
    for first_code, advances_of_run in runs.items():
        for code, advance in enumerate(advances_of_run, start=int(first_code, 16)):
            advances[code] = advance
    return advances


def to_runs(advances: Mapping[int, int]) -> dict[str, list[int]]:
    """Return widths in the form of the file of numbers.

    The widths of characters with consecutive codes are a list. Its key is the first code, in hexadecimal.

    Args:
        advances: width of each character, by its code.
    """
    runs = {}
    for codes in _consecutive(sorted(advances)):
        first_code = codes[0]
        runs[f"{first_code:04X}"] = [advances[code] for code in codes]
    return runs


def _consecutive(codes: Sequence[int]) -> Iterator[list[int]]:
    """Generate lists of codes that follow each other without a gap; the codes come in order."""
    run: list[int] = []
    for code in codes:
        if run and code != run[-1] + 1:
            yield run
            run = []
        run.append(code)
    if run:
        yield run
