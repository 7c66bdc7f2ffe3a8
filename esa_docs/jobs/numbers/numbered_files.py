"""Number and date of a document, as its content file is to have them, if the number is free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.jobs.numbers.number_use import check_number_use, issued_number, use_number
from esa_docs.jobs.numbers.unread_places import refuse_unread
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.number_register import (
    UNNUMBERED,
    NumberEntry,
    YearSeries,
    freed_numbers,
    holders,
    next_free,
)
from esa_docs.model.number_state import NumberState
from esa_docs.model.project import Project
from esa_docs.rules.number_leaps import diagnose_leaps
from esa_docs.rules.numbering import diagnose_taken_number, diagnose_wrong_folder, hint_of_freed
from esa_docs.source.folders.files import path_label
from esa_docs.source.yaml_files.text import read_or_raise
from esa_docs.source.yaml_files.yaml_changing import fill_in


@dataclass(frozen=True, slots=True)
class NumberedFile:
    """A content file with number and date.

    Attributes:
        path: the content file.
        before: what it holds.
        after: what it is to hold; the same bytes where number and date stand there already.
        register_changes: changes of registers, where the number was reserved or is given again.
        diagnostics: warnings.
        number_note: what the registers noted of the number; empty of any other number.
        entry: the paper as the register shall have it. None where it is not asked.
    """

    path: Path
    before: bytes
    after: bytes
    register_changes: tuple[FileChange, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    number_note: str = ""
    entry: NumberEntry | None = None

    @property
    def is_changed(self) -> bool:
        """Whether number or date is written."""
        return self.before != self.after


def number_document(
    project: Project,
    document: Document[Content],
    number: str | None,
    date: dt.date | None,
    *,
    today: dt.date,
    force: bool = False,
) -> NumberedFile:
    """Return the content file of a document with number and date. Nothing else in the file changes.

    Args:
        project: the project of the document, which must be held. Its register knows the numbers that are
            taken.
        document: the document that is issued.
        number: its number without the year, in either digit set; None for the one that stands there already,
            and for a kind that bears none.
        date: its date; None for the one that stands there already.
        today: the day of today, on which a reservation may have run out.
        force: replace another number or date that stands there already.

    Raises:
        ContentError: a number of the series may stand where nobody can look (`Project.unread_of`);
            number and kind do not go together, or the date is missing (E412), another number or
            date stands there (E413), a part of the number is not that of the paper (E639), the number is
            taken (E605), cancelled (E697) or was reserved until an earlier day (E696), or the file cannot be
            read (E110) or not be changed (E414).
    """
    refuse_unread(project)
    path = document.sources[0].resolve()
    before = _entry_of(project, document)
    refuse_unread(project, before.counted_in)
    issued_on = date or before.date
    plain_number = issued_number(project, document, before, number, issued_on)
    after = replace(before, number=plain_number, date=issued_on, is_at_fault=False)
    _refuse_unfitting(project, document, before, after, today, force=force)
    _refuse_noted_number(project, after, today)
    use = use_number(project, after)
    warning = diagnose_wrong_folder(after)
    diagnostics = (warning, *use.diagnostics) if warning else use.diagnostics
    diagnostics = (*diagnostics, *diagnose_leaps(project.register, [after]))
    content = read_or_raise(path)
    changed_content = content
    if (before.key, before.date) != (after.key, after.date):
        changed_content = _changed_file(content, before, after)
    return NumberedFile(path, content, changed_content, use.changes, diagnostics, use.number_note, after)


def _refuse_noted_number(project: Project, after: NumberEntry, today: dt.date) -> None:
    """Refuse a number that a register has as cancelled (E697), or whose reservation has run out (E696)."""
    problems = list(check_number_use(project, after, today))
    if problems:
        raise ContentError(problems)


def as_it_stands(document: Document[Content]) -> NumberedFile:
    """Return the content file of a document, which is not to change.

    Raises:
        ContentError: it cannot be read (E110).
    """
    path = document.sources[0].resolve()
    content = read_or_raise(path)
    return NumberedFile(path, content, content)


def _refuse_unfitting(
    project: Project,
    document: Document[Content],
    before: NumberEntry,
    after: NumberEntry,
    today: dt.date,
    *,
    force: bool,
) -> None:
    """Refuse a number or a date that the document cannot have.

    Raises:
        ContentError: number and kind do not go together (E412), or another number or date stands there
            (E413). Only without these: the number is taken (E605).
    """
    problems = list(_number_problems(project, document, after, today))
    if not force:
        history = project.histories.get(document.key)
        is_kept = history is not None and history.last is not None
        problems += _issued_already(before, after, is_kept=is_kept)
    if problems:
        raise ContentError(problems)
    problems = list(_diagnose_taken_number(project, after))
    if problems:
        raise ContentError(problems)


def _entry_of(project: Project, document: Document[Content]) -> NumberEntry:
    for entry in project.register:
        if entry.source == document.key and entry.folder is not None and not entry.is_kept:
            return entry
    message = _("'{name}' is no document that is issued with a date").format(name=document.name)
    hint = _("Orders, announcements, memos and letters are issued so; others are noted with 'esa-docs sent'.")
    raise ContentError([Diagnostic("E412", message, Location(path_label(document.sources[0])), hint)])


def _number_problems(
    project: Project, document: Document[Content], after: NumberEntry, today: dt.date
) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a number for a kind that bears none, of a missing number or date (E412).

    While the date is missing, the next free number is that of today's year.
    """
    if after.date is None:
        message = _("a date is expected for '{name}'").format(name=document.name)
        yield Diagnostic("E412", message, after.date_place, _("Add --date."))
    is_numbered = not after.counted_in.startswith(UNNUMBERED)
    if is_numbered and after.number is None:
        message = _("a number is expected for '{name}'").format(name=document.name)
        series = YearSeries(after.counted_in, thai.buddhist_year(after.date or today))
        free = next_free(project.register, series)
        hint = _("Add --number; the next free number is {number}.").format(number=free)
        freed_hint = hint_of_freed(freed_numbers(project.register, series))
        yield Diagnostic("E412", message, after.place, f"{hint}{freed_hint}")
    if not is_numbered and after.number is not None:
        message = _("'{name}' bears a date and no number").format(name=document.name)
        hint = _("Leave out --number.")
        yield Diagnostic("E412", message, after.place, hint)


def _issued_already(before: NumberEntry, after: NumberEntry, *, is_kept: bool) -> Iterator[Diagnostic]:
    """Generate a diagnostic of another number, and of another date, that stand there already (E413)."""
    hint = _("To replace it, add --force; whoever has the document must be told.")
    if is_kept:
        hint = _('To replace it, add --force --again --why "…"; whoever has the document must be told.')
    if before.number is not None and before.key != after.key:
        message = _("the document already has the number {number}").format(number=before.number)
        yield Diagnostic("E413", message, before.place, hint, field="number")
    present_date = before.date_or_month
    if present_date is not None and _is_another_date(before, after):
        date = thai.name_date_or_month(present_date)
        message = _("the document already has the date {date}").format(date=date)
        yield Diagnostic("E413", message, before.date_place, hint, field="date")


def _is_another_date(before: NumberEntry, after: NumberEntry) -> bool:
    """Return whether the date that stands there contradicts that of the issue."""
    if before.month is not None and after.date is not None:
        return after.date not in before.month.days()
    return before.date is not None and before.date != after.date


def _diagnose_taken_number(project: Project, after: NumberEntry) -> Iterator[Diagnostic]:
    """Generate one diagnostic if another document has the number (E605)."""
    for entry in holders(project.register, after.series, after.key):
        is_same_document = entry.source == after.source and entry.folder == after.folder
        if not is_same_document and entry.note.state is NumberState.USED:
            yield diagnose_taken_number(after, entry, project.register)
            return


def _changed_file(content: bytes, before: NumberEntry, after: NumberEntry) -> bytes:
    """Return the content file with number and date. An equal value that stands there stays as it is written.

    Raises:
        ContentError: it cannot be changed without changing more of it (E414).
    """
    values = _new_values(before, after)
    # New keys go below the subject. A memo may have none, because it takes that of an order.
    keys_above = ("subject", "kind")
    for key_above in keys_above:
        changed_content = fill_in(content, values, key_above)
        if changed_content is not None:
            return changed_content
    message = _("number and date cannot be written into this file without changing more of it")
    lines = [f"{key}: {value}" for key, value in values.items()]
    hint = _("Write them by hand: {lines}").format(lines="; ".join(lines))
    raise ContentError([Diagnostic("E414", message, after.place, hint)])


def _new_values(before: NumberEntry, after: NumberEntry) -> dict[str, str]:
    """Return the texts that are to be written, by their keys in the content file."""
    values: dict[str, str] = {}
    if after.number and before.key != after.key:
        values["number"] = after.number
    if after.date and before.date != after.date:
        values["date"] = thai.format_date(after.date, "long", "arabic")
    return values
