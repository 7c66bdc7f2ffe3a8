"""The parts of a typed number of a paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberParts:
    """A typed number taken apart.

    Attributes:
        codes: codes before it, in order; as a rule one at most.
        is_circular: whether ว stands before it.
        number: the number alone, in ASCII digits.
        years: years behind it, the last first.
    """

    codes: tuple[str, ...]
    is_circular: bool
    number: str
    years: tuple[int, ...]
