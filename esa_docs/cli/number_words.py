"""How commands show numbers of registers, and the result of an import: in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from esa_docs.cli.show import show_diagnostics, show_json, tell
from esa_docs.i18n import gettext as _

if TYPE_CHECKING:
    from esa_docs.api import NumberImport
    from esa_docs.model.base import DateOrMonth
    from esa_docs.model.number_register import NumberEntry


def state_words(entry: NumberEntry) -> str:
    """Return the state of a number in words; of a number in use what was noted of it before, if anything."""
    note = entry.note
    if note.is_reserved:
        words = _("reserved on {day}: {purpose}, until {date}")
        day = day_words(entry.day_noted)
        text = words.format(day=day, purpose=note.purpose, date=day_words(note.until))
        return f"{text} ({note.who})" if note.who else text
    if note.is_cancelled:
        return _cancelled_words(entry)
    return entry.number_note


def _cancelled_words(entry: NumberEntry) -> str:
    note = entry.note
    words = _("cancelled: {why}")
    if note.is_free:
        words = _("cancelled, free for another paper: {why}")
    text = words.format(why=note.why)
    if entry.date_of_paper is not None:
        return text
    day_note = _("noted on {day}").format(day=day_words(entry.day_noted))
    return f"{text} ({day_note})"


def entry_as_dict(entry: NumberEntry) -> dict[str, str | bool | None]:
    """Return the row of ``--format json``. Texts that a register does not note are empty."""
    note = entry.note
    state = str(note.state) if entry.number else None
    return {
        "number": entry.number,
        "date": day_words(entry.date_or_month),
        "document": entry.source,
        "subject": entry.subject,
        "state": state,
        "who": note.who,
        "for": note.purpose,
        "until": day_words(note.until),
        "why": note.why,
        "free": note.is_free,
        "noted_before": entry.number_note,
        "noted_on": day_words(note.noted),
    }


def day_words(date: DateOrMonth | None) -> str | None:
    """Return a date or month in words. None where there is none."""
    from esa_docs import thai  # noqa: PLC0415

    return thai.name_date_or_month(date) if date else None


def show_import(result: NumberImport, form: str) -> None:
    """Show what an import of numbers did."""
    from esa_docs import api  # noqa: PLC0415 keeps --help fast

    files = [api.path_label(path) for path in result.paths]
    if form == "json":
        show_json(
            {
                "files": files,
                "added": result.added,
                "already_there": result.already_there,
                "left_out": result.left_out,
                "diagnostics": [diagnostic.as_dict() for diagnostic in result.diagnostics],
            }
        )
        return
    show_diagnostics(result.diagnostics, form)
    for file in files:
        click.echo(file)
    message = _("numbers added: {added}; there already: {already}; lines without a number: {left_out}")
    tell(message.format(added=result.added, already=result.already_there, left_out=result.left_out))
