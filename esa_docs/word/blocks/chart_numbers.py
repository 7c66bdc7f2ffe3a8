"""The numbers of a chart of a text as they are printed, with the texts that can be read in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.model.prose.cell_numbers import CellNumber
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.model.prose.chart_shape import numbers_of

_PERCENT: Final = "%"
_UNIT: Final = "หน่วย:"


@dataclass(frozen=True, slots=True)
class ChartNumbers:
    """The numbers of a chart, and the form in which all of them are written.

    Attributes:
        rows: the numbers of each category; None leaves a gap.
        decimals: decimal places of each series, as a table has them of each column.
        sign: what stands behind each, ``%`` or nothing.
    """

    rows: tuple[tuple[Decimal | None, ...], ...]
    decimals: tuple[int, ...]
    sign: str

    @classmethod
    def of(cls, chart: ChartBlock) -> ChartNumbers:
        """Return the numbers of a chart, with the decimal places that it names, or its series have."""
        decimals = [0] * len(chart.columns[1:])
        sign = ""
        rows = []
        for numbers in numbers_of(chart.rows):
            rows.append(tuple(map(_value, numbers)))
            for place, number in enumerate(numbers):
                if number is not None:
                    decimals[place] = max(decimals[place], number.places)
                    sign = _PERCENT if number.is_percent else sign
        if chart.decimals is not None:
            decimals = [chart.decimals] * len(decimals)
        return cls(tuple(rows), tuple(decimals), sign)

    def values(self) -> tuple[Decimal, ...]:
        """Return all numbers, row by row."""
        values: list[Decimal] = []
        for row in self.rows:
            values += [value for value in row if value is not None]
        return tuple(values)

    def texts(self) -> Iterator[str]:
        """Generate all numbers as they are printed, row by row."""
        for row in self.rows:
            for value, decimals in zip(row, self.decimals, strict=True):
                if value is not None:
                    yield self.written(value, decimals)

    def written(self, value: Decimal, decimals: int) -> str:
        """Return a number as Word prints it, in Arabic digits: rounded half away from zero.

        Args:
            value: the number.
            decimals: its decimal places.
        """
        # In whole units of the last place, which Python's own round would round half to even.
        units = math.floor(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
        if value < 0:
            units = -units
        return f"{Decimal(units).scaleb(-decimals):,f}{self.sign}"


def title_of(chart: ChartBlock) -> str:
    """Return what stands above a chart: its title and its unit; empty for none of them."""
    if not chart.unit:
        return chart.title or ""
    return f"{chart.title} ({chart.unit})" if chart.title else f"{_UNIT} {chart.unit}"


def categories_of(chart: ChartBlock, numbers: ChartNumbers) -> tuple[str, ...]:
    """Return the names of the categories as they are printed: in the legend of a pie with their numbers.

    The workbook has the names alone: whoever changes a number in Word sees these go, never an old one.
    """
    names = [row[0] for row in chart.rows]
    if chart.type != "pie":
        return tuple(names)
    return tuple(f"{name} {text}" for name, text in zip(names, numbers.texts(), strict=True))


def texts_of_chart(chart: ChartBlock) -> Iterator[str]:
    """Generate what can be read in a chart, as it is printed but for the digits."""
    numbers = ChartNumbers.of(chart)
    title = title_of(chart)
    if title:
        yield title
    yield from categories_of(chart, numbers)
    yield from chart.columns[1:]
    yield from numbers.texts()


def chart_in_words(chart: ChartBlock, caption: str) -> str:
    """Return the alternative text of a chart: what it shows, and its numbers.

    Args:
        chart: the chart.
        caption: its caption; empty for none.
    """
    numbers = ChartNumbers.of(chart)
    sentences = []
    for row, values in zip(chart.rows, numbers.rows, strict=True):
        words = [row[0]]
        for name, value, decimals in zip(chart.columns[1:], values, numbers.decimals, strict=True):
            number = "ไม่มีข้อมูล" if value is None else numbers.written(value, decimals)
            words.append(f"{name} {number}")
        sentences.append(" ".join(words))
    title = title_of(chart)
    head = " ".join(filter(None, (_KINDS[chart.type], caption, title)))
    return f"{head}: {'; '.join(sentences)}"


_KINDS: Final = {"bar": "แผนภูมิแท่ง", "line": "แผนภูมิเส้น", "pie": "แผนภูมิวงกลม"}


def _value(number: CellNumber | None) -> Decimal | None:
    return None if number is None else number.value
