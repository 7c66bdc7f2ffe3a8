"""Issuing a document: number and date go into its content file, if the number is free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.files import write_files
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.number_register import NumberEntry, YearSeries, next_free
from esa_docs.model.project import Project
from esa_docs.rules.numbering import diagnose_taken_number, diagnose_wrong_folder
from esa_docs.source.changing import fill_in
from esa_docs.source.files import path_label
from esa_docs.source.number_register import register_file
from esa_docs.source.text import unreadable


@dataclass(frozen=True, slots=True)
class Issuance:
    """What became of the content file.

    Attributes:
        path: the content file.
        is_written: whether it was changed; not if number and date stood there already.
        diagnostics: warnings.
    """

    path: Path
    is_written: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def issue_document(
    project: Project, document: Document[Content], number: str | None, date: dt.date, *, force: bool = False
) -> Issuance:
    """Write number and date into the content file of a document; nothing else in it changes.

    Args:
        project: where the document belongs; its register tells what numbers are taken.
        document: what is issued.
        number: its number without the year, in either digit set; None for the one that stands there already,
            and for a kind that bears none.
        date: its date.
        force: replace another number or date that stands there already.

    Raises:
        ContentError: number and kind do not go together (E412), another number or date stands there (E413),
            the number is taken (E605), the register has errors, or the file is written in a way that does not
            let it be changed (E414).
        MachineError: the file cannot be written (E401, E405).
    """
    path = document.sources[0].resolve()
    before = _entry_of(project, document)
    after = replace(before, number=thai.to_arabic_digits(number) if number else before.number, date=date)
    faults = [*_unfitting(project, document, after), *_issued_before(before, after, force=force)]
    faults = faults or [*_unsure(project, before.counted_in), *_taken(project, after)]
    if faults:
        raise ContentError(faults)
    warning = diagnose_wrong_folder(after)
    told = (warning,) if warning else ()
    if (before.key, before.date) == (after.key, after.date):
        return Issuance(path, is_written=False, diagnostics=told)
    for _path in write_files({path: _changed(path, before, after)}):
        pass
    return Issuance(path, is_written=True, diagnostics=told)


def _entry_of(project: Project, document: Document[Content]) -> NumberEntry:
    for entry in project.register:
        if entry.source == document.key and entry.folder:
            return entry
    message = _("'{name}' is no document that is issued with a date").format(name=document.name)
    hint = _("Orders, announcements and letters are issued so.")
    raise ContentError([Diagnostic("E412", message, Location(path_label(document.sources[0])), hint)])


def _unfitting(project: Project, document: Document[Content], after: NumberEntry) -> Iterator[Diagnostic]:
    """Tell a number for a kind that bears none, and a missing one (E412)."""
    is_numbered = project.kinds.of(document).numbers is not None
    if is_numbered and after.number is None and after.date:
        message = _("a number is expected for '{name}'").format(name=document.name)
        free = next_free(project.register, YearSeries(after.counted_in, thai.buddhist_year(after.date)))
        hint = _("Add --number; the next free number is {number}.").format(number=free)
        yield Diagnostic("E412", message, after.place, hint)
    if not is_numbered and after.number is not None:
        message = _("'{name}' bears a date and no number").format(name=document.name)
        yield Diagnostic("E412", message, after.place, _("Leave out --number."))


def _issued_before(before: NumberEntry, after: NumberEntry, *, force: bool) -> Iterator[Diagnostic]:
    """Tell number and date that stand there and are others (E413)."""
    if force:
        return
    hint = _("To replace it, add --force; whoever has the document must be told.")
    if before.number is not None and before.key != after.key:
        message = _("the document already has the number {number}").format(number=before.number)
        yield Diagnostic("E413", message, before.place, hint, field="number")
    if before.date is not None and before.date != after.date:
        date = thai.format_date(before.date, "long", "arabic")
        message = _("the document already has the date {date}").format(date=date)
        yield Diagnostic("E413", message, before.date_place, hint, field="date")


def _unsure(project: Project, counted_in: str) -> Iterator[Diagnostic]:
    """Give the errors of the register file: a number in a line that cannot be read may be this one."""
    numbers = project.kinds.series().get(counted_in)
    file_label = path_label(project.root / register_file(numbers)) if numbers else ""
    for found in project.diagnostics:
        if found.location.path == file_label and found.is_error and found.code != "E605":
            yield found


def _taken(project: Project, after: NumberEntry) -> Iterator[Diagnostic]:
    for entry in project.register:
        mine = entry.source == after.source and entry.folder == after.folder
        if not mine and entry.series and (entry.series, entry.key) == (after.series, after.key):
            yield diagnose_taken_number(after, entry, project.register)
            return


def _changed(path: Path, before: NumberEntry, after: NumberEntry) -> bytes:
    """Give the content file with what is new in it; what stands there already stays as it is written."""
    values: dict[str, str] = {}
    if after.number and before.key != after.key:
        values["number"] = after.number
    if after.date and before.date != after.date:
        values["date"] = thai.format_date(after.date, "long", "arabic")
    try:
        before_it = path.read_bytes()
        data = fill_in(before_it, values, "subject") or fill_in(before_it, values, "kind")
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(path)))]) from fault
    if data is not None:
        return data
    message = _("number and date cannot be written into this file without changing more of it")
    lines = "; ".join(f"{key}: {value}" for key, value in values.items())
    hint = _("Write them by hand: {lines}").format(lines=lines)
    raise ContentError([Diagnostic("E414", message, after.place, hint)])
