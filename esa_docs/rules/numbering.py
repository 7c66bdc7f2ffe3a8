"""No number stands twice in one calendar year, and a document lies in the folder of its fiscal year.

E605 a number is taken twice · E606 (warning) the date is outside the fiscal year of the folder.
`number_states` has E696 and E697.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.number_register import (
    NumberEntry,
    YearSeries,
    day_for_sorting,
    freed_numbers,
    next_free,
)
from esa_docs.model.number_state import NumberState
from esa_docs.rules.number_leaps import check_leaps
from esa_docs.rules.number_states import check_states, label_of_holder


def check_numbers(entries: Sequence[NumberEntry]) -> Iterator[tuple[NumberEntry, Diagnostic]]:
    """Generate a diagnostic for each number that is taken twice and each document in a wrong folder.

    Each diagnostic comes with the entry that it is about. A number belongs to the document of the earliest
    date. Of a number at fault (E639) nobody knows which is meant: it is compared with no other.
    """
    entries_with_sound_numbers = [entry for entry in entries if not entry.is_at_fault]
    entries_by_date = sorted(entries_with_sound_numbers, key=_by_date)
    used_entries = [entry for entry in entries_by_date if entry.note.state is NumberState.USED]
    noted_entries = [entry for entry in entries_by_date if entry.note.state is not NumberState.USED]
    for entries_of_state in (used_entries, noted_entries):
        for entry, holder in _repeated_numbers(entries_of_state):
            yield entry, diagnose_taken_number(entry, holder, entries)
    yield from check_states(used_entries, noted_entries)
    yield from check_leaps(entries_with_sound_numbers)
    for entry in entries:
        diagnostic = diagnose_wrong_folder(entry)
        if diagnostic:
            yield entry, diagnostic


def _repeated_numbers(entries: Iterable[NumberEntry]) -> Iterator[tuple[NumberEntry, NumberEntry]]:
    """Generate each entry whose number another one has before it, with that one."""
    holders: dict[tuple[YearSeries, str], NumberEntry] = {}
    for entry in entries:
        if entry.series is None:
            continue
        holder = holders.setdefault((entry.series, entry.key), entry)
        if holder is not entry:
            yield entry, holder


def diagnose_taken_number(
    entry: NumberEntry, holder: NumberEntry, entries: Sequence[NumberEntry]
) -> Diagnostic:
    """Return the diagnostic of a number that another document has already (E605).

    Args:
        entry: the document that shall have the number. It has number and date.
        holder: the document that has the number.
        entries: all entries of the project, from which the next free number is worked out.
    """
    # An entry with number and date has a series: the other one stands here for the types alone.
    series = entry.series or YearSeries(entry.counted_in, 0)
    message = _("the number {number} of the year {year} is already taken by {holder}")
    text = message.format(number=entry.number, year=series.year, holder=label_of_holder(holder))
    hint = _("'{subject}' has this number. The next free number is {number}.")
    cure = hint.format(subject=holder.subject, number=next_free(entries, series))
    freed_hint = hint_of_freed(freed_numbers(entries, series))
    return Diagnostic("E605", text, entry.place, f"{cure}{freed_hint}", field="number")


def hint_of_another_number(entries: Sequence[NumberEntry], series: YearSeries) -> str:
    """Return the cure of a number that cannot be given: the next free one, and those that are free again."""
    hint = _("Give another number: the next free one is {number}.")
    cure = hint.format(number=next_free(entries, series))
    return f"{cure}{hint_of_freed(freed_numbers(entries, series))}"


def hint_of_freed(numbers: Sequence[str]) -> str:
    """Return a sentence on numbers that were cancelled and may be given again; empty where there is none."""
    if not numbers:
        return ""
    sentence = _("Cancelled and free for another paper: {numbers}.").format(numbers=", ".join(numbers))
    return f" {sentence}"


def diagnose_wrong_folder(entry: NumberEntry) -> Diagnostic | None:
    """Return the diagnostic of a date outside the fiscal year of the folder (E606), else None."""
    date = entry.date_or_month
    if date is None or entry.folder is None or entry.is_kept:
        return None
    fiscal_year = thai.fiscal_year(thai.first_day_of(date))
    if entry.folder == fiscal_year:
        return None
    message = _("the date {date} is not in the fiscal year {year} of the folder")
    text = message.format(date=thai.name_date_or_month(date), year=entry.folder)
    hint = _("Check the date, or move the file to the folder {year}.")
    cure = hint.format(year=fiscal_year)
    return Diagnostic("E606", text, entry.date_place, cure, Severity.WARNING, field="date")


def _by_date(entry: NumberEntry) -> tuple[bool, dt.date, str, int]:
    """Return the sort key of an entry: its date, then its place. Entries without a date are the first.

    Papers that were kept with their number come before all others: such a paper has left it to nobody.
    """
    is_held = entry.is_kept or entry.is_recorded
    return not is_held, day_for_sorting(entry), entry.place.path, entry.place.line
