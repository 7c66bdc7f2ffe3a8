"""A number that is reserved or cancelled in a register is borne by no paper.

E696 (warning) a paper bears a reserved number, or a reservation has run out; an error where a paper is to get
the number of such a reservation · E697 a paper bears a cancelled number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.model.number_register import NumberEntry, YearSeries, next_free


def check_states(
    used_entries: Iterable[NumberEntry], noted_entries: Iterable[NumberEntry]
) -> Iterator[tuple[NumberEntry, Diagnostic]]:
    """Generate a diagnostic for each number in use that a register has as reserved or cancelled.

    Args:
        used_entries: papers, and lines of papers that were made elsewhere.
        noted_entries: lines of reserved and cancelled numbers.
    """
    used_entries, noted_entries = list(used_entries), list(noted_entries)
    notes = {(entry.series, entry.key): entry for entry in noted_entries}
    free_numbers: dict[YearSeries, int] = {}
    for entry in used_entries:
        noted_entry = notes.get((entry.series, entry.key))
        if entry.series is None or noted_entry is None:
            continue
        if noted_entry.note.is_cancelled:
            if entry.series not in free_numbers:
                free_numbers[entry.series] = next_free((*used_entries, *noted_entries), entry.series)
            hint = hint_to_issue_again(entry, free_numbers[entry.series])
            yield entry, replace(diagnose_cancelled(entry, noted_entry), hint=hint)
        else:
            yield entry, _diagnose_reserved(entry, noted_entry)


def diagnose_cancelled(entry: NumberEntry, noted_entry: NumberEntry) -> Diagnostic:
    """Return the diagnostic of a paper whose number was cancelled (E697), without its cure."""
    message = _("the number {number} was cancelled in {place}: {why}")
    text = message.format(number=entry.number, place=label_of_holder(noted_entry), why=noted_entry.note.why)
    return Diagnostic("E697", text, entry.place, field="number")


def hint_to_issue_again(entry: NumberEntry, free: int) -> str:
    """Return the cure of a paper whose number was cancelled.

    Args:
        entry: the paper, or the line of a register that notes it.
        free: the next free number.
    """
    if entry.folder is None:
        hint = _(
            "Correct the number of this line, or delete the line that cancels it. The next free number is"
            " {number}."
        )
        return hint.format(number=free)
    _year, _slash, name = entry.source.partition("/")
    date_words = "" if entry.date else " --date D"
    hint = _(
        "Issue the paper again with another number: esa-docs issue {name} --year {year} --number {number}"
        '{date} --force; where a version of it is kept, add --again --why "…".'
    )
    return hint.format(name=command_word(name), year=entry.folder, number=free, date=date_words)


def _diagnose_reserved(entry: NumberEntry, noted_entry: NumberEntry) -> Diagnostic:
    """Return the diagnostic of a paper whose number is reserved (E696)."""
    message = _("the number {number} is reserved in {place}: {purpose}")
    text = message.format(
        number=entry.number, place=label_of_holder(noted_entry), purpose=words_of_reservation(noted_entry)
    )
    hint = _("If it is for this paper: 'esa-docs issue {name} --year {year} --number {number}' uses it up.")
    if entry.folder is None:
        hint = _("Delete the line of the reservation if the paper of this line is the one it was made for.")
    _year, _slash, name = entry.source.partition("/")
    cure = hint.format(name=name, year=entry.folder, number=entry.number)
    return Diagnostic("E696", text, entry.place, cure, Severity.WARNING, field="number")


def diagnose_run_out(noted_entry: NumberEntry, day: dt.date) -> Diagnostic | None:
    """Return the diagnostic of a reservation that has run out on a day (E696, a warning), else None."""
    if not noted_entry.note.has_run_out(day):
        return None
    message = _("the reservation of the number {number} has run out: {purpose}")
    text = message.format(number=noted_entry.number, purpose=words_of_reservation(noted_entry))
    hint = _(
        "Free it with 'esa-docs issue --cancel {number} --kind {kind} --year {year} --free "
        '--why "it has run out"\', or reserve it anew.'
    )
    year = noted_entry.series.year if noted_entry.series else ""
    cure = hint.format(number=noted_entry.number, kind=noted_entry.counted_in, year=year)
    return Diagnostic("E696", text, noted_entry.place, cure, Severity.WARNING, field="until")


def words_of_reservation(noted_entry: NumberEntry) -> str:
    """Return for what, by whom and until when a number is reserved, in words."""
    note = noted_entry.note
    until = thai.format_date(note.until, "long", "arabic") if note.until else ""
    if note.who:
        words = _("{purpose}, by {who}, until {date}")
    else:
        words = _("{purpose}, until {date}")
    return words.format(purpose=note.purpose, who=note.who, date=until)


def label_of_holder(holder: NumberEntry) -> str:
    """Return the name of a document, or register file and line of a document that was made elsewhere."""
    if holder.folder:
        return holder.source
    return f"{holder.source}:{holder.place.line}"
