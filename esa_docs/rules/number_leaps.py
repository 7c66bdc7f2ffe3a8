"""E700 (warning) a number is far above the next lower one of its series: more likely a slip of the hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.number_register import NumberEntry, YearSeries, number_value

LARGEST_LEAP: Final = 1000
"""A number may be so far above the next lower one of its series; further, it is more likely a slip."""


def check_leaps(entries: Sequence[NumberEntry]) -> Iterator[tuple[NumberEntry, Diagnostic]]:
    """Generate a warning of each number that is far above the next lower one, with its entry."""
    for entry, lower_number in _leaps(entries):
        message = _("the number {number} is far above the next lower one of its series, {lower}")
        text = message.format(number=entry.number, lower=lower_number)
        hint = _("Look whether it is typed right: the next free number follows the highest.")
        yield entry, Diagnostic("E700", text, entry.place, hint, Severity.WARNING, field="number")


def diagnose_leaps(entries: Sequence[NumberEntry], new_entries: Collection[NumberEntry]) -> list[Diagnostic]:
    """Return the warnings of new entries that are far above the numbers of their series so far.

    Args:
        entries: the entries so far; those of the same sources may be among them without the new number.
        new_entries: entries whose numbers are about to be given.
    """
    new_keys = {(entry.series, entry.key) for entry in new_entries}
    entries_beside = [entry for entry in entries if (entry.series, entry.key) not in new_keys]
    found_leaps = check_leaps([*entries_beside, *new_entries])
    return [diagnostic for entry, diagnostic in found_leaps if entry in new_entries]


def _leaps(entries: Iterable[NumberEntry]) -> Iterator[tuple[NumberEntry, int]]:
    """Generate each entry whose number is far above the next lower one of its series, with that number.

    The first number of a series is no leap: an office may begin in the middle of a year.
    """
    entries_by_series: dict[YearSeries, list[NumberEntry]] = {}
    for entry in entries:
        if entry.series is not None:
            entries_by_series.setdefault(entry.series, []).append(entry)
    for entries_of_series in entries_by_series.values():
        entries_of_series.sort(key=number_value)
        for lower_entry, entry in pairwise(entries_of_series):
            lower_number = number_value(lower_entry)
            if number_value(entry) - lower_number > LARGEST_LEAP:
                yield entry, lower_number
