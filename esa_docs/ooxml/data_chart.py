"""A chart of numbers as a value: bars or a radar, with the table it shows. Flow charts are another thing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from esa_docs.ooxml.workbook import Cell, Number

MOST_SERIES: Final = 4
"""As many as can be told apart on grey paper."""
FEWEST_CORNERS: Final = 3


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars, or one line around the radar.

    Attributes:
        name: what the legend calls it.
        values: one for each category; None leaves a gap.
    """

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of the values.

    Attributes:
        minimum: its least value.
        maximum: its greatest value.
        step: distance of its lines.
    """

    minimum: Decimal
    maximum: Decimal
    step: Decimal

    def __post_init__(self) -> None:
        if not (self.minimum < self.maximum and self.step > 0):
            raise ValueError(f"no scale: {self.minimum} to {self.maximum} by {self.step}")


@dataclass(frozen=True, slots=True)
class DataChart:
    """A chart of numbers.

    Attributes:
        kind: ``bar``, horizontal bars beside each other, or ``radar``, lines with markers.
        title: what stands above it.
        categories: what is measured, from the top, or from noon on around the radar.
        series: the measures; at most `MOST_SERIES`.
        scale: the axis; no value lies outside.
        decimals: decimal places of the printed values.
        description: alternative text, for those who cannot see the chart.
        width: in centimetres.
        height: in centimetres, at least: a chart whose texts need more gets it.

    Raises:
        ValueError: the table is not full, a value lies outside the scale, or there are too many series or
            too few categories.
    """

    kind: Literal["bar", "radar"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    scale: Scale
    decimals: int
    description: str
    width: float
    height: float

    def __post_init__(self) -> None:
        fewest = FEWEST_CORNERS if self.kind == "radar" else 1
        if len(self.categories) < fewest or not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"{len(self.categories)} categories and {len(self.series)} series")
        for one in self.series:
            if len(one.values) != len(self.categories):
                raise ValueError(f"{one.name}: {len(one.values)} values of {len(self.categories)}")
            if any(not self._holds(value) for value in one.values):
                raise ValueError(f"{one.name}: a value lies outside the scale")

    def _holds(self, value: Number | None) -> bool:
        return value is None or self.scale.minimum <= value <= self.scale.maximum

    @property
    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Give its numbers as rows of a sheet: names of the series above, categories on the left."""
        columns = zip(*(one.values for one in self.series), strict=True)
        rows = zip(self.categories, columns, strict=True)
        return ((None, *(one.name for one in self.series)), *((name, *values) for name, values in rows))
