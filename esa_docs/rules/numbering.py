"""No number stands twice in one calendar year, and a document lies in the folder of its fiscal year.

E605 a number is taken twice · E606 (warning) the date is outside the fiscal year of the folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.number_register import NumberEntry, YearSeries, next_free


def check_numbers(entries: Sequence[NumberEntry]) -> Iterator[tuple[NumberEntry, Diagnostic]]:
    """Find numbers taken twice and documents in the wrong folder, each with the entry it concerns."""
    holders: dict[tuple[YearSeries, str], NumberEntry] = {}
    for entry in sorted(entries, key=_by_date):
        if entry.series is None:
            continue
        holder = holders.setdefault((entry.series, entry.key), entry)
        if holder is not entry:
            yield entry, number_taken(entry, holder, entries)
    for entry in entries:
        found = outside_fiscal_year(entry)
        if found:
            yield entry, found


def number_taken(entry: NumberEntry, holder: NumberEntry, entries: Sequence[NumberEntry]) -> Diagnostic:
    """Tell that a number is another document's (E605).

    Args:
        entry: the document that wants it; it has number and date.
        holder: the document that has it.
        entries: the whole register, from which the next free number is worked out.
    """
    series = entry.series or YearSeries(entry.counted_in, 0)
    message = _("the number {number} of the year {year} is already taken by {holder}")
    text = message.format(number=entry.number, year=series.year, holder=_named(holder))
    hint = _("'{subject}' has this number. The next free number is {number}.")
    cure = hint.format(subject=holder.subject, number=next_free(entries, series))
    return Diagnostic("E605", text, entry.place, cure, field="number")


def outside_fiscal_year(entry: NumberEntry) -> Diagnostic | None:
    """Tell that the date of a document is outside the fiscal year of its folder (E606)."""
    if entry.date is None or entry.folder in {None, thai.fiscal_year(entry.date)}:
        return None
    message = _("the date {date} is not in the fiscal year {year} of the folder")
    text = message.format(date=thai.format_date(entry.date, "long", "arabic"), year=entry.folder)
    hint = _("Check the date, or move the file to the folder {year}.")
    cure = hint.format(year=thai.fiscal_year(entry.date))
    return Diagnostic("E606", text, entry.date_place, cure, Severity.WARNING, field="date")


def _by_date(entry: NumberEntry) -> tuple[str, str, int]:
    date = entry.date.isoformat() if entry.date else ""
    return date, entry.place.path, entry.place.line


def _named(holder: NumberEntry) -> str:
    return holder.source if holder.folder else f"{holder.source}:{holder.place.line}"
