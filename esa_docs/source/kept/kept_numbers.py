"""Numbers of kept versions: they stay taken, whatever becomes of the content files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from esa_docs.diagnostics import Location
from esa_docs.model.history import History, Version
from esa_docs.model.number_register import NumberEntry, YearSeries, number_key
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label


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
        for kept_entry in entries_of_versions(key, history):
            number = (kept_entry.series, kept_entry.key)
            is_free = number in cancelled_numbers or holders[number] != key
            is_given_up = is_free and not was_sent_as(history, kept_entry)
            # What a paper without content file gave up is accounted for by the register.
            is_last = entry is not None and kept_entry.place.path == path_label(history.versions[-1].path)
            if number not in told_numbers and (is_last or not is_given_up):
                told_numbers.add(number)
                yield kept_entry


def _holders(histories: Mapping[str, History]) -> dict[tuple[YearSeries | None, str], str]:
    """Return the paper that each number was given to last, by series and `number_key`.

    A freed number that another paper was given has no line in a register any more.
    """
    ranks: dict[tuple[YearSeries | None, str], tuple[bool, str, str]] = {}
    for key, history in histories.items():
        for version in history.versions:
            for entry in entries_of_versions(key, replace(history, versions=(version,))):
                number = (entry.series, entry.key)
                at = version.record.at if version.record else ""
                rank = (version is history.last, at, key)
                ranks[number] = max(rank, ranks.get(number, rank))
    return {number: key for number, (_is_last, _at, key) in ranks.items()}


def was_sent_as(history: History, entry: NumberEntry) -> bool:
    """Return whether a version that was sent bears the number of an entry; it is never given up."""
    sent_versions = [version for version in history.versions if version.is_sent]
    sent_entries = entries_of_versions(entry.source, replace(history, versions=tuple(sent_versions)))
    return (entry.series, entry.key) in {(sent.series, sent.key) for sent in sent_entries}


def entries_of_versions(key: str, history: History) -> Iterator[NumberEntry]:
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
