"""Exact numbers: means as fractions, rounded half up only where they are printed or compared with a limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Final

from esa_docs.model.edition import Grade

_DIGITS: Final = 50
"""More than any score needs, so that dividing never rounds before the one rounding that is meant."""


def round_half_up(value: Fraction, places: int) -> Decimal:
    """Round a number to so many decimal places; a half goes away from zero."""
    with localcontext() as context:
        context.prec = _DIGITS
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def mean(values: Iterable[Fraction | None]) -> Fraction | None:
    """Give the mean of what there is; None where there is nothing."""
    return weighted_mean([(value, None) for value in values])


def weighted_mean(values: Sequence[tuple[Fraction | None, Decimal | None]]) -> Fraction | None:
    """Give the mean of values by their weights; those without a value count for nothing.

    Args:
        values: each value with its weight; without weights all weigh the same.
    """
    known = [(value, Fraction(weight or 1)) for value, weight in values if value is not None]
    total = sum((weight for _value, weight in known), Fraction(0))
    return sum((value * weight for value, weight in known), Fraction(0)) / total if total else None


def grade_of(value: Fraction, grades: Sequence[Grade]) -> Grade | None:
    """Give the grade whose limit a value reaches, rounded half up to its places; None below all."""
    return next((one for one in grades if _rounded_as(value, one.lowest) >= one.lowest), None)


def _rounded_as(value: Fraction, limit: Decimal) -> Decimal:
    exponent = limit.as_tuple().exponent
    return round_half_up(value, -exponent if isinstance(exponent, int) and exponent < 0 else 0)
