"""Faults of one kind in one text: a few are told each, many once, with their count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from esa_docs.i18n import gettext as _
from esa_docs.model.problem import Problem

_MOST: Final = 5
"""Faults of one kind that are told each; a text pasted from elsewhere may have thousands."""
_F = TypeVar("_F")


def tell_many(faults: Sequence[_F], tell: Callable[[_F], Problem]) -> Iterator[Problem]:
    """Generate the problem of each fault, or that of the first with the count of all.

    Args:
        faults: faults of one kind in one text, in its order.
        tell: makes the problem of one of them.
    """
    if len(faults) <= _MOST:
        yield from map(tell, faults)
        return
    problem = tell(faults[0])
    count = _("{count} times in this text").format(count=len(faults))
    yield replace(problem, message=f"{problem.message} ({count})")
