"""The view of a register of numbers that its template prints."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.number_state import STATE_WORDS
from esa_docs.model.register_table import RegisterTable
from esa_docs.word.context.signing import office_names


def build_context(document: Document[RegisterTable], _area: Area) -> Context:
    """Return everything a register prints: a line for each document, in the order of the table."""
    return {
        "office": office_names(document.office),
        "numbers": {
            "title": document.title,
            "entries": [_line(entry) for entry in document.content.entries],
        },
    }


def _line(entry: NumberEntry) -> Context:
    date = ""
    if entry.date_of_paper:
        date = thai.format_date_or_month(entry.date_of_paper, "short", "arabic")
    # A paper that waits for its number has no state in a register.
    state = STATE_WORDS[entry.note.state] if entry.series else ""
    return {
        "number": entry.number or "",
        "date": date,
        "subject": entry.subject,
        "state": state,
        "note": _note(entry),
    }


def _words_of_state(entry: NumberEntry) -> str:
    """Return the state of a number as clerks write it into the column of notes."""
    note = entry.note
    state = STATE_WORDS[note.state]
    if entry.date_of_paper is None and entry.day_noted is not None:
        day = thai.format_date_or_month(entry.day_noted, "short", "arabic")
        # The line of a reservation keeps its day when the reservation is cancelled.
        was_reserved = note.is_cancelled and note.purpose
        state = f"{state} จองเมื่อ {day}" if was_reserved else f"{state}เมื่อ {day}"
    if note.is_cancelled:
        return f"{state} {note.why}".removeprefix(f"{STATE_WORDS[note.state]} ")
    until = thai.format_date(note.until, "short", "arabic") if note.until else ""
    words = (state, note.who, "ถึง", until)
    return " ".join(word for word in words if word)


def _note(entry: NumberEntry) -> str:
    """Return the name of a document of the project, after ยังไม่ออกเลข while it lacks number or date.

    Documents made elsewhere have no name here.
    """
    if entry.note.is_reserved or entry.note.is_cancelled:
        return _words_of_state(entry)
    name = ""
    if entry.folder:
        _year, _slash, name = entry.source.partition("/")
    if entry.series:
        return " ".join(filter(None, (name, entry.number_note)))
    return f"ยังไม่ออกเลข {name}".strip()
