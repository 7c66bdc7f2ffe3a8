"""The scale of an axis in round steps."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from esa_docs.ooxml.data_chart import Scale

_MOST_STEPS: Final = 5
_ROUND: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""Steps that people count in, within a power of ten."""


def round_scale(values: Iterable[Decimal], *, from_zero: bool) -> Scale:
    """Return the scale of some values: at most five round steps between its ends, or one more around zero.

    Whole values are counted in whole steps. Values of which the least is at most half of the greatest are
    shown from zero all the same: a difference would look larger than it is.

    Args:
        values: the values; at least one.
        from_zero: whether zero is on the axis, as bars need it.

    Raises:
        ValueError: there are no values.
    """
    exact_values = list(values)
    least, greatest = min(exact_values), max(exact_values)
    if from_zero or least * 2 <= greatest:
        least = min(least, Decimal(0))
    if from_zero or greatest * 2 >= least:
        greatest = max(greatest, Decimal(0))
    if least == greatest:
        least, greatest = _around(least)
    are_whole = all(value == value.to_integral_value() for value in exact_values)
    step = _round_step((greatest - least) / _MOST_STEPS, are_whole=are_whole)
    return Scale(math.floor(least / step) * step, math.ceil(greatest / step) * step, step)


def _around(value: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of an axis for a single value: zero, and the value or one."""
    if value == 0:
        return Decimal(0), Decimal(1)
    return min(value, Decimal(0)), max(value, Decimal(0))


def _round_step(least: Decimal, *, are_whole: bool) -> Decimal:
    """Return the smallest round step that is not below a number above zero."""
    power = Decimal(10) ** least.adjusted()
    steps = [power * round_number for round_number in _ROUND]
    if are_whole:
        steps = [step for step in steps if step == step.to_integral_value()]
        steps.append(Decimal(1))
        steps.sort()
    return next(step for step in steps if step >= least)
