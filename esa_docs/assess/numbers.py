"""Exact numbers: means as fractions, rounded half up only where they are printed or compared with a limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Final

from esa_docs.model.edition import Grade

_DIGITS: Final = 50
"""More than any score needs, so that a quotient never reaches a half that its fraction does not reach."""


def round_half_up(value: Fraction, places: int) -> Decimal:
    """Round a number to so many decimal places; a half goes away from zero."""
    with localcontext() as context:
        context.prec = _DIGITS
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def mean(values: Iterable[Fraction | None]) -> Fraction | None:
    """Return the mean of the values. A None counts for nothing; the mean of nothing is None."""
    return weighted_mean([(value, None) for value in values])


def weighted_mean(values: Sequence[tuple[Fraction | None, Decimal | None]]) -> Fraction | None:
    """Return the mean of values by their weights.

    Args:
        values: each value with its weight. Without weights all weigh the same. A value that is None counts
            for nothing.

    Returns:
        The mean; None where there is no value.
    """
    total = total_weight = Fraction(0)
    for value, weight in values:
        if value is not None:
            exact_weight = Fraction(weight or 1)
            total += value * exact_weight
            total_weight += exact_weight
    return total / total_weight if total_weight else None


def grade_of(value: Fraction, grades: Sequence[Grade]) -> Grade | None:
    """Return the first grade whose limit a value reaches; None for a value below all limits.

    The value is rounded half up to the decimal places of the limit before the two are compared.
    """
    for grade in grades:
        if round_half_up(value, _decimal_places(grade.lowest)) >= grade.lowest:
            return grade
    return None


def _decimal_places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    # the exponent of NaN and of infinity is a letter
    if isinstance(exponent, str):
        return 0
    return max(0, -exponent)
