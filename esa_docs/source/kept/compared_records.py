"""Content files of kept papers beside what is kept of them: where the two do not go together.

E455 (info) papers have number and date, and no version of them was kept · E457 a kept paper has lost its
content file (info), or has another number or date there (warning).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.model.history import History, Version
from esa_docs.model.number_register import NumberEntry, YearSeries, number_key
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_numbers import entries_of_versions

_NAMED_PAPERS: Final = 3
"""How many of the papers that are not kept are named."""


def compare_with_records(
    entries: Sequence[NumberEntry],
    histories: Mapping[str, History],
    names: Collection[str],
    faulty_keys: Collection[str],
) -> Iterator[Diagnostic]:
    """Generate what the clerk should know of papers whose content and kept versions do not go together.

    Args:
        entries: the entries of the register.
        histories: the kept versions, by ``year/name``.
        names: ``year/name`` of every document that has a content file.
        faulty_keys: ``year/name`` of what has an error of its own already: renamed files, with their old
            names, and conflict copies.
    """
    for entry in entries:
        history = histories.get(entry.source, History())
        is_told = entry.source in faulty_keys and history.last is None
        # An entry of a kept version or of a register file stands for no content file.
        if entry.source in names and not entry.is_kept and not is_told:
            yield from _compare(entry, history)
    unrecorded = unrecorded_entries(entries, histories)
    yield from _tell_unrecorded(entry for entry in unrecorded if entry.source not in faulty_keys)
    cancelled_numbers = {(entry.series, entry.key) for entry in entries if entry.note.is_cancelled}
    told_keys = {*names, *faulty_keys}
    for key, history in histories.items():
        # Of a version that cannot be read the error is told.
        if key not in told_keys and history.last is not None and history.record is not None:
            yield _without_content(key, history, cancelled_numbers)


def _compare(entry: NumberEntry, history: History) -> Iterator[Diagnostic]:
    if history.last is not None and history.record is not None and _differs(entry, history.record):
        yield diagnose_differing(entry, history.last, history.record)


def differing_papers(
    entries: Iterable[NumberEntry], histories: Mapping[str, History]
) -> dict[str, Diagnostic]:
    """Return the diagnostic of each paper with another number or date than was kept (E457), by ``year/name``.

    Args:
        entries: the entries of the register.
        histories: the kept versions, by ``year/name``.
    """
    diagnostics: dict[str, Diagnostic] = {}
    for entry in entries:
        if entry.folder is not None and not entry.is_kept:
            for diagnostic in _compare(entry, histories.get(entry.source, History())):
                diagnostics[entry.source] = diagnostic
    return diagnostics


def unrecorded_entries(
    entries: Iterable[NumberEntry], histories: Mapping[str, History]
) -> Iterator[NumberEntry]:
    """Generate the entries of papers whose number and date were typed by hand: no version of them is kept.

    Args:
        entries: the entries of the register.
        histories: the kept versions, by ``year/name``.
    """
    for entry in entries:
        is_of_content = entry.folder is not None and not entry.is_kept
        history = histories.get(entry.source, History())
        if is_of_content and entry.is_issued and history.last is None:
            yield entry


def _tell_unrecorded(entries: Iterable[NumberEntry]) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each year folder with papers that are not kept (E455), at its first paper."""
    entries_by_folder: dict[int | None, list[NumberEntry]] = {}
    for entry in entries:
        entries_by_folder.setdefault(entry.folder, []).append(entry)
    for entries_of_folder in entries_by_folder.values():
        first_entry = entries_of_folder[0]
        diagnostic = _unrecorded(first_entry)
        if len(entries_of_folder) > 1:
            diagnostic = _several_unrecorded(diagnostic, entries_of_folder)
        yield diagnostic


def _unrecorded(entry: NumberEntry) -> Diagnostic:
    """Return the diagnostic of a paper whose number and date were typed by hand (E455)."""
    message = _("the paper has been issued, and no version of it is kept")
    _year, _slash, name = entry.source.partition("/")
    hint = _("Keep it as it is now: esa-docs issue {name} --year {year}")
    hint = hint.format(name=command_word(name), year=entry.folder)
    return Diagnostic("E455", message, entry.date_place, hint, Severity.INFO, field="date")


def _several_unrecorded(first: Diagnostic, entries: Sequence[NumberEntry]) -> Diagnostic:
    """Return the diagnostic of the first such paper of a year folder as that of all of them."""
    names = [entry.source.partition("/")[2] for entry in entries[:_NAMED_PAPERS]]
    if len(entries) > _NAMED_PAPERS:
        names.append("…")
    message = _("{count} papers of this year have been issued, and no version of them is kept: {names}")
    text = message.format(count=len(entries), names=", ".join(names))
    sentence = _("Which papers these are is shown by 'esa-docs status --year {year}'.")
    hint = f"{first.hint} · {sentence.format(year=entries[0].folder)}"
    return replace(first, message=text, hint=hint)


def _differs(entry: NumberEntry, record: Record) -> bool:
    return (entry.key, entry.date) != (number_key(record.number or ""), record.date)


def diagnose_differing(entry: NumberEntry, version: Version, record: Record) -> Diagnostic:
    """Return the diagnostic of a content file with another number or date than the version kept (E457)."""
    message = _("number and date are {present}, in version {version} that was kept {kept}")
    text = message.format(present=_words(entry), version=version.number, kept=_words(record))
    return Diagnostic("E457", text, entry.place, _cure(entry, record), Severity.WARNING, field="number")


def _cure(entry: NumberEntry, record: Record) -> str:
    """Return what is to be done: no command gives a paper less than was kept of it."""
    has_lost_number = entry.number is None and record.number is not None
    has_lost_date = entry.date is None and record.date is not None
    if has_lost_number or has_lost_date:
        return _("Write back what was kept: {kept}").format(kept=_keys_of(record))
    hint = _("Write back what was kept. If the paper is to have what is in the file: {command}")
    return hint.format(command=_command_to_renumber(entry, record))


def _keys_of(record: Record) -> str:
    """Return number and date of a kept paper as a content file says them."""
    words: list[str] = []
    if record.number is not None:
        words.append(f"number: {record.number}")
    if record.date is not None:
        words.append(f"date: {thai.format_date(record.date, 'long', 'arabic')}")
    return ", ".join(words)


def _command_to_renumber(entry: NumberEntry, record: Record) -> str:
    """Return the command by which a kept paper gets the number and date of its content file."""
    words = [f"esa-docs issue {command_word(record.name)} --again --force"]
    if entry.number is not None:
        words.append(f"--number {command_word(entry.number)}")
    if entry.date is not None:
        words.append(f"--date {entry.date.day}/{entry.date.month}/{thai.buddhist_year(entry.date)}")
    words.append('--why "…"')
    return " ".join(words)


def _words(paper: NumberEntry | Record) -> str:
    date = thai.format_date(paper.date, "long", "arabic") if paper.date else "-"
    return f"{paper.number or '-'}, {date}"


def _without_content(
    key: str, history: History, cancelled_numbers: Collection[tuple[YearSeries | None, str]]
) -> Diagnostic:
    version = history.versions[-1]
    last_entries = list(entries_of_versions(key, replace(history, versions=(version,))))
    is_cancelled = any((entry.series, entry.key) in cancelled_numbers for entry in last_entries)
    if is_cancelled and version.sent is None:
        message = _("the content file of '{name}' is gone, and its number was cancelled; what was kept stays")
        place = Location(path_label(version.path))
        return Diagnostic("E457", message.format(name=key), place, severity=Severity.INFO)
    message = _("the content file of '{name}' is gone; its kept version is built, and its number stays taken")
    hint = _("If the file was renamed, give it its old name. Leave the kept version where it is.")
    place = Location(path_label(version.path))
    return Diagnostic("E457", message.format(name=key), place, hint, Severity.INFO)
