"""How the work of a function grows with what it is given, counted in calls: no clock is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

_ALLOWED: Final = 1.3
"""Work may grow by this much more than what a function is given, as sorting does."""


def is_linear(do: Callable[[int], object], size: int, times: int = 4) -> bool:
    """Return whether a function makes about ``times`` the calls for ``times`` the size.

    Calls of Python functions and of built-in ones count alike. What a single built-in call does inside is not
    counted, such as a search in a list or by a pattern.

    Args:
        do: does the work for a size; called with size 2 first, so that caches and modules are there.
        size: the smaller size.
        times: how much larger the larger size is.
    """
    do(2)
    calls = _calls_of(do, size)
    more_calls = _calls_of(do, size * times)
    return more_calls <= calls * times * _ALLOWED


def _calls_of(do: Callable[[int], object], size: int) -> int:
    """Return how many calls a function makes for a size."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1

    previous = sys.getprofile()
    sys.setprofile(count)
    try:
        do(size)
    finally:
        sys.setprofile(previous)
    return calls
