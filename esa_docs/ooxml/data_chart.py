"""A chart of numbers as a value: bars, lines, a pie or a radar, with its table.

Flow charts are in `esa_docs.flow`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from esa_docs.ooxml.workbook import Cell, Number

ChartKind = Literal["bar", "column", "line", "pie", "radar"]
# A reader cannot tell more series apart on grey paper.
MOST_SERIES: Final = 4
FEWEST_CORNERS: Final = 3
"""Fewest categories of a radar."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars, or one line around the radar.

    Attributes:
        name: its name in the legend.
        values: a value for each category; None leaves a gap.
        decimals: decimal places of its printed values; None for those of the chart.
    """

    name: str
    values: tuple[Number | None, ...]
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of the values.

    Attributes:
        minimum: its least value.
        maximum: its greatest value.
        step: distance of its lines.

    Raises:
        ValueError: the minimum is not below the maximum, or the step is not above zero.
    """

    minimum: Decimal
    maximum: Decimal
    step: Decimal

    def __post_init__(self) -> None:
        if not (self.minimum < self.maximum and self.step > 0):
            raise ValueError(f"no scale: {self.minimum} to {self.maximum} by {self.step}")

    @property
    def step_decimals(self) -> int:
        """Decimal places of the numbers beside its lines."""
        step = format(self.step.normalize(), "f")
        _whole_number, _decimal_point, decimals = step.partition(".")
        return len(decimals)


@dataclass(frozen=True, slots=True)
class ValueForm:
    """How the values of a chart are written, also in its workbook.

    Attributes:
        sign: what stands behind each value, such as ``%``; empty for nothing.
    """

    sign: str = ""


@dataclass(frozen=True, slots=True)
class DataChart:
    """A chart of numbers.

    Attributes:
        kind: ``bar``, horizontal bars beside each other, ``column``, upright ones, ``line``, lines from left
            to right, ``pie``, or ``radar``, lines with markers around a point.
        title: text above it; empty for none.
        categories: names of the categories, from the top or from the left, or clockwise from the top.
        series: values of the categories; at most `MOST_SERIES`.
        scale: the axis; no value lies outside.
        decimals: decimal places of the printed values.
        description: alternative text, for those who cannot see the chart.
        width: in centimetres.
        height: least height in centimetres; a chart is higher if its texts need more room.
        form: how its values are written: with commas between thousands, and a sign behind them; None for
            values without either.

    Raises:
        ValueError: the table is not full, a value lies outside the scale, or there are too many series or
            too few categories.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    scale: Scale
    decimals: int
    description: str
    width: float
    height: float
    form: ValueForm | None = None

    def __post_init__(self) -> None:
        fewest_categories = FEWEST_CORNERS if self.kind == "radar" else 1
        if len(self.categories) < fewest_categories or not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"{len(self.categories)} categories and {len(self.series)} series")
        for series in self.series:
            self._check_values(series)

    def _check_values(self, series: Series) -> None:
        if len(series.values) != len(self.categories):
            raise ValueError(f"{series.name}: {len(series.values)} values of {len(self.categories)}")
        if not all(self._holds(value) for value in series.values):
            raise ValueError(f"{series.name}: a value lies outside the scale")

    def _holds(self, value: Number | None) -> bool:
        return value is None or self.scale.minimum <= value <= self.scale.maximum

    @property
    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Its numbers as rows of a sheet: names of the series above, categories on the left."""
        names = [series.name for series in self.series]
        rows: list[tuple[Cell, ...]] = [(None, *names)]
        columns = [series.values for series in self.series]
        for category, *values in zip(self.categories, *columns, strict=True):
            rows.append((category, *values))
        return tuple(rows)
