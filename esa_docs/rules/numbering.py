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
    """Generate a diagnostic for each number that is taken twice and each document in a wrong folder.

    Each diagnostic comes with the entry that it is about. A number belongs to the document of the earliest
    date.
    """
    holders: dict[tuple[YearSeries, str], NumberEntry] = {}
    for entry in sorted(entries, key=_by_date):
        if entry.series is None:
            continue
        holder = holders.setdefault((entry.series, entry.key), entry)
        if holder is not entry:
            yield entry, diagnose_taken_number(entry, holder, entries)
    for entry in entries:
        diagnostic = diagnose_wrong_folder(entry)
        if diagnostic:
            yield entry, diagnostic


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
    text = message.format(number=entry.number, year=series.year, holder=_label(holder))
    hint = _("'{subject}' has this number. The next free number is {number}.")
    cure = hint.format(subject=holder.subject, number=next_free(entries, series))
    return Diagnostic("E605", text, entry.place, cure, field="number")


def diagnose_wrong_folder(entry: NumberEntry) -> Diagnostic | None:
    """Return the diagnostic of a date outside the fiscal year of the folder (E606), else None."""
    if entry.date is None or entry.folder is None:
        return None
    if entry.folder == thai.fiscal_year(entry.date):
        return None
    message = _("the date {date} is not in the fiscal year {year} of the folder")
    text = message.format(date=thai.format_date(entry.date, "long", "arabic"), year=entry.folder)
    hint = _("Check the date, or move the file to the folder {year}.")
    cure = hint.format(year=thai.fiscal_year(entry.date))
    return Diagnostic("E606", text, entry.date_place, cure, Severity.WARNING, field="date")


def _by_date(entry: NumberEntry) -> tuple[str, str, int]:
    """Return the sort key of an entry: its date, then its place. Entries without a date are the first."""
    date = entry.date.isoformat() if entry.date else ""
    return date, entry.place.path, entry.place.line


def _label(holder: NumberEntry) -> str:
    """Return the name of a document, or register file and line of a document that was made elsewhere."""
    if holder.folder:
        return holder.source
    return f"{holder.source}:{holder.place.line}"
