"""Numbers and dates of kept versions beside those of content files.

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
from esa_docs.model.history import History, Record, Version
from esa_docs.model.number_register import NumberEntry, YearSeries, number_key
from esa_docs.source.files import path_label

_NAMED_PAPERS: Final = 3
"""How many of the papers that are not kept are named."""


def kept_entries(
    entries: Sequence[NumberEntry],
    histories: Mapping[str, History],
    cancelled_numbers: Collection[tuple[YearSeries | None, str]],
) -> Iterator[NumberEntry]:
    """Generate an entry for each number of a kept version that its content file does not have.

    A number stays taken when a later version has another. Only one that was cancelled is free of its paper,
    and only where no version with it was sent.

    Args:
        entries: the entries of the content files.
        histories: the kept versions, by ``year/name``.
        cancelled_numbers: series and `number_key` of the numbers that a register has as cancelled.
    """
    entries_by_source = {entry.source: entry for entry in entries}
    holders = _holders(histories)
    for key, history in histories.items():
        entry = entries_by_source.get(key)
        told_numbers = {(entry.series, entry.key)} if entry else set()
        for kept_entry in _entries_of_versions(key, history):
            number = (kept_entry.series, kept_entry.key)
            is_free = number in cancelled_numbers or holders[number] != key
            is_given_up = is_free and not was_sent_as(history, kept_entry)
            # What a paper without content file gave up is accounted for by the register.
            is_last = entry is not None and kept_entry.place.path == path_label(history.versions[-1].path)
            if number not in told_numbers and (is_last or not is_given_up):
                told_numbers.add(number)
                yield kept_entry


def compare_with_records(
    entries: Sequence[NumberEntry],
    histories: Mapping[str, History],
    names: Collection[str],
) -> Iterator[Diagnostic]:
    """Generate what the clerk should know of papers whose content and kept versions do not go together.

    Args:
        entries: the entries of the register.
        histories: the kept versions, by ``year/name``.
        names: ``year/name`` of every document that has a content file.
    """
    for entry in entries:
        # An entry of a kept version or of a register file stands for no content file.
        if entry.source in names and not entry.is_kept:
            yield from _compare(entry, histories.get(entry.source, History()))
    yield from _tell_unrecorded(unrecorded_entries(entries, histories))
    cancelled_numbers = {(entry.series, entry.key) for entry in entries if entry.note.is_cancelled}
    for key, history in histories.items():
        if key not in names and history.last is not None:
            yield _without_content(key, history, cancelled_numbers)


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


def _compare(entry: NumberEntry, history: History) -> Iterator[Diagnostic]:
    if history.last is not None and history.record is not None and _differs(entry, history.record):
        yield _differing(entry, history.last, history.record)


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


def _holders(histories: Mapping[str, History]) -> dict[tuple[YearSeries | None, str], str]:
    """Return the paper that each number was given to last, by series and `number_key`.

    A freed number that another paper was given has no line in a register any more.
    """
    ranks: dict[tuple[YearSeries | None, str], tuple[bool, str, str]] = {}
    for key, history in histories.items():
        for version in history.versions:
            for entry in _entries_of_versions(key, replace(history, versions=(version,))):
                number = (entry.series, entry.key)
                at = version.record.at if version.record else ""
                rank = (version is history.last, at, key)
                ranks[number] = max(rank, ranks.get(number, rank))
    return {number: key for number, (_is_last, _at, key) in ranks.items()}


def was_sent_as(history: History, entry: NumberEntry) -> bool:
    """Return whether a version that was sent bears the number of an entry; it is never given up."""
    sent_versions = [version for version in history.versions if version.sent]
    sent_entries = _entries_of_versions(entry.source, replace(history, versions=tuple(sent_versions)))
    return (entry.series, entry.key) in {(sent.series, sent.key) for sent in sent_entries}


def _entries_of_versions(key: str, history: History) -> Iterator[NumberEntry]:
    """Generate the number of each version that is counted in a series, of the last version first."""
    for version in reversed(history.versions):
        record = version.record
        if record is None or record.number is None:
            continue
        for series in version.every_series:
            yield _entry_of(key, version, record, series)


def _entry_of(key: str, version: Version, record: Record, series: str) -> NumberEntry:
    place = Location(path_label(version.path))
    return NumberEntry(
        series,
        record.number,
        record.date,
        record.title,
        key,
        record.year,
        place,
        place,
        is_kept=True,
        number_note=record.number_note,
    )


def with_notes(entries: Iterable[NumberEntry], histories: Mapping[str, History]) -> Iterator[NumberEntry]:
    """Generate the entries of content files, each with what was noted of its number before the paper bore it.

    Args:
        entries: the entries of the content files.
        histories: the kept versions, by ``year/name``.
    """
    for entry in entries:
        history = histories.get(entry.source, History())
        number_note = note_of_number(history, entry.counted_in, entry.number)
        if number_note:
            yield replace(entry, number_note=number_note)
        else:
            yield entry


def note_of_number(history: History, series: str, number: str | None) -> str:
    """Return what was noted of a number before a paper bore it, as the last version with it says.

    Args:
        history: the kept versions of the paper.
        series: name of the series of the number.
        number: the number; None for a paper without one.
    """
    for version in reversed(history.versions):
        record = version.record
        if record is None or record.series != series:
            continue
        if number_key(record.number or "") == number_key(number or ""):
            return record.number_note
    return ""


def _differs(entry: NumberEntry, record: Record) -> bool:
    return (entry.key, entry.date) != (number_key(record.number or ""), record.date)


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


def _differing(entry: NumberEntry, version: Version, record: Record) -> Diagnostic:
    message = _("number and date are {present}, in version {version} that was kept {kept}")
    text = message.format(present=_words(entry), version=version.number, kept=_words(record))
    hint = _('Write back what was kept, or make a new version: esa-docs issue {name} --again --why "…".')
    cure = hint.format(name=command_word(record.name))
    return Diagnostic("E457", text, entry.place, cure, Severity.WARNING, field="number")


def _words(paper: NumberEntry | Record) -> str:
    date = thai.format_date(paper.date, "long", "arabic") if paper.date else "-"
    return f"{paper.number or '-'}, {date}"


def _without_content(
    key: str, history: History, cancelled_numbers: Collection[tuple[YearSeries | None, str]]
) -> Diagnostic:
    version = history.versions[-1]
    last_entries = list(_entries_of_versions(key, replace(history, versions=(version,))))
    is_cancelled = any((entry.series, entry.key) in cancelled_numbers for entry in last_entries)
    if is_cancelled and version.sent is None:
        message = _("the content file of '{name}' is gone, and its number was cancelled; what was kept stays")
        place = Location(path_label(version.path))
        return Diagnostic("E457", message.format(name=key), place, severity=Severity.INFO)
    message = _("the content file of '{name}' is gone; its kept version is built, and its number stays taken")
    hint = _("If the file was renamed, give it its old name. Leave the kept version where it is.")
    place = Location(path_label(version.path))
    return Diagnostic("E457", message.format(name=key), place, hint, Severity.INFO)
