"""A line of an imported list as an entry of a register: of a number in use, reserved, or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.numbers.import_target import ImportTarget
from esa_docs.jobs.numbers.imported_list import state_of
from esa_docs.jobs.numbers.number_use import date_text
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.number_state import REUSE_WORDS, STATE_WORDS, NumberNote, NumberState
from esa_docs.source.registers.number_columns import NumberLine
from esa_docs.source.registers.register_cells import check_row
from esa_docs.source.registers.register_text import RowTexts
from esa_docs.source.tables.exported_dates import parse_exported_date

_TEXTS_OF_NOTE: Final = ("who", "purpose", "why", "is_free")
_DATES_OF_NOTE: Final = ("until", "noted")


def entry_of_line(line: NumberLine, target: ImportTarget, today: dt.date) -> Checked[NumberEntry]:
    """Return a line as an entry of a register, or what is wrong with it.

    Args:
        line: the line, with a number.
        target: where its number goes.
        today: the day of today.
    """
    texts, problems = _texts_of_note(line, today)
    problems += _missing(line)
    date = _date(line, "date", today)
    problems += date.diagnostics
    if date.value is None or problems:
        return Checked(None, tuple(problems))
    place = line.place_of("number")
    number = target.number_of(line.text("number"), thai.buddhist_year(date.value), place)
    if number.value is None:
        return Checked(None, number.diagnostics)
    counted_in, plain_number = number.value
    subject = line.text("subject")
    texts |= {"number": plain_number, "date": date_text(date.value), "subject": subject}
    row = check_row(texts, lambda field: _place_in_list(line, field))
    if row.value is None:
        return Checked(None, row.diagnostics)
    note = row.value.note
    subject = subject or note.purpose
    entry = NumberEntry(counted_in, plain_number, date.value, subject, "", None, place, place, note)
    return Checked(entry, row.diagnostics)


def row_of_entry(entry: NumberEntry) -> RowTexts:
    """Return the texts of an entry as a line of a register file."""
    row = {
        "number": entry.number or "",
        "date": date_text(entry.date),
        "subject": entry.subject,
    }
    note = entry.note
    if note.state is NumberState.USED:
        return row
    if note.is_reserved and note.purpose == entry.subject:
        # As the program writes a reservation: the subject is what it is reserved for.
        row["subject"] = ""
    return row | _row_of_note(note)


def _row_of_note(note: NumberNote) -> dict[str, str]:
    row = {
        "state": STATE_WORDS[note.state],
        "who": note.who,
        "purpose": note.purpose,
        "until": date_text(note.until),
        "why": note.why,
        "noted": date_text(note.noted),
    }
    if note.is_free:
        row["is_free"] = REUSE_WORDS[True]
    return row


def _texts_of_note(line: NumberLine, today: dt.date) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return what a line notes of a number that is not in use, by field, and what is wrong with its dates."""
    state = state_of(line)
    if state is NumberState.USED:
        return {}, []
    problems: list[Diagnostic] = []
    texts = {field: line.text(field) for field in _TEXTS_OF_NOTE}
    texts["state"] = STATE_WORDS[state]
    if state is NumberState.CANCELLED:
        texts["why"] = texts["why"] or line.text("state")
    else:
        texts["purpose"] = texts["purpose"] or line.text("subject")
    for field in _DATES_OF_NOTE:
        date = _date(line, field, today)
        problems += date.diagnostics
        texts[field] = date_text(date.value)
    return texts, problems


def _date(line: NumberLine, field: str, today: dt.date) -> Checked[dt.date]:
    """Return the date of a field; neither date nor diagnostic where nothing stands."""
    text = line.text(field)
    if not text:
        return Checked(None)
    try:
        return Checked(parse_exported_date(text, today))
    except thai.DateError:
        message = _("a date is expected, found '{text}'").format(text=text)
        hint = _("Write it as 16 มีนาคม 2569, with four figures for the year.")
        return Checked(None, (Diagnostic("E699", message, line.place_of(field), hint, field=field),))


def _missing(line: NumberLine) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each field that is empty and may not be: only a paper has a subject."""
    fields = ["date"]
    message = _("a date is expected beside the number {number}")
    if state_of(line) is NumberState.USED:
        fields.append("subject")
        message = _("date and subject are expected beside the number {number}")
    for field in fields:
        if not line.text(field):
            text = message.format(number=line.text("number"))
            yield Diagnostic("E699", text, line.place, _("Fill in what is missing."), field=field)


def _place_in_list(line: NumberLine, field: str) -> Location:
    """Return the place of the text of a field, which may stand in the cell of another."""
    if field == "why" and "why" not in line.cells:
        return line.place_of("state")
    if field == "purpose" and "purpose" not in line.cells:
        return line.place_of("subject")
    return line.place_of(field)
