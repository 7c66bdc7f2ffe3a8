"""The series in which numbers of kept versions are counted.

A record says it. Records of papers counted by unit that were kept by early versions of this program do not:
there the print of the paper tells its unit. A paper stays in the series in which it was kept when the office
begins to count its kind in another way.

E457 (warning) the number of a paper is counted in another series than when it was kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import NumberSeries
from esa_docs.model.base import Content
from esa_docs.model.history import History, Version
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import UNNUMBERED, NumberEntry, number_key
from esa_docs.model.numbering import group_series
from esa_docs.model.office import Group, Office
from esa_docs.model.record import Record
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_history import Histories


def with_series(histories: Histories, kinds: Kinds, office: Office | None) -> Histories:
    """Return the kept versions, each with the series in which its number may be counted.

    Args:
        histories: the kept versions of a project.
        kinds: the kinds of documents.
        office: whose papers they are; None where office.yaml is faulty.
    """
    by_key: dict[str, History] = {}
    for key, history in histories.by_key.items():
        versions = tuple(_with_series(version, kinds, office) for version in history.versions)
        by_key[key] = history if versions == history.versions else replace(history, versions=versions)
    return replace(histories, by_key=by_key)


def _with_series(version: Version, kinds: Kinds, office: Office | None) -> Version:
    record = version.record
    if record is None or record.series or record.number is None or office is None:
        return version
    kind = kinds.by_name.get(record.kind)
    if kind is None or kind.numbers is None or "group" not in kind.numbers.ways:
        return version
    series = kind.numbers
    if kind.circulars and _is_printed_as_circular(record):
        series = kind.circulars
    return replace(version, possible_series=tuple(_series_of_units(series, record, office)))


def _is_printed_as_circular(record: Record) -> bool:
    """Return whether ว stands before the number of a kept paper in its print."""
    number = re.escape(thai.to_arabic_digits(record.number or ""))
    text = thai.to_arabic_digits(thai.normalise_spaces(record.text))
    return re.search(rf"ว {number}(?![0-9])", text) is not None


def _series_of_units(series: NumberSeries, record: Record, office: Office) -> Iterator[str]:
    """Generate the series of the units that a paper prints; of every unit where it prints none."""
    text = thai.to_arabic_digits(thai.normalise_spaces(record.text))
    groups = [group for group in office.groups if _prints_code(group, text)]
    if not groups:
        groups = [group for group in office.groups if thai.to_arabic_digits(group.name) in text]
    for group in groups or office.groups:
        yield group_series(series, group).name


def _prints_code(group: Group, text: str) -> bool:
    if not group.code:
        return False
    code = thai.to_arabic_digits(thai.normalise_spaces(group.code))
    return f"{code}/" in text


def certain_entries(
    kept_entries: Iterable[NumberEntry], entries: Iterable[NumberEntry], histories: Mapping[str, History]
) -> Iterator[NumberEntry]:
    """Generate entries of kept versions without doubling a number whose series is not certain.

    Such a number is taken in every series in which it may be counted, as far as nobody else has it there. It
    is in none but that of its content file, where this has the number still.

    Args:
        kept_entries: entries of kept versions.
        entries: entries of content files.
        histories: the kept versions, by ``year/name``.
    """
    taken_numbers = {(entry.series, entry.key) for entry in entries}
    told_numbers = {(entry.source, entry.series.year, entry.key) for entry in entries if entry.series}
    uncertain_entries: list[NumberEntry] = []
    for kept_entry in kept_entries:
        if _is_uncertain(kept_entry, histories[kept_entry.source]):
            uncertain_entries.append(kept_entry)
            continue
        taken_numbers.add((kept_entry.series, kept_entry.key))
        yield kept_entry
    for kept_entry in uncertain_entries:
        number = (kept_entry.series, kept_entry.key)
        year = kept_entry.series.year if kept_entry.series else 0
        is_told = (kept_entry.source, year, kept_entry.key) in told_numbers
        if number not in taken_numbers and not is_told:
            taken_numbers.add(number)
            yield kept_entry


def _is_uncertain(kept_entry: NumberEntry, history: History) -> bool:
    """Return whether the number of a kept version may be counted in several series."""
    for version in history.versions:
        if path_label(version.path) == kept_entry.place.path:
            return len(version.every_series) > 1
    return False


def counted_as_kept(
    entries: Iterable[NumberEntry], histories: Mapping[str, History], kinds: Kinds
) -> Iterator[NumberEntry]:
    """Generate entries of content files. What was kept stays in its series when the way of counting changes.

    Args:
        entries: entries of content files.
        histories: the kept versions, by ``year/name``.
        kinds: the kinds of documents.
    """
    for entry in entries:
        kept_series = _series_of_number(entry, histories.get(entry.source, History()))
        if kept_series and _is_other_way(kept_series, entry.counted_in, kinds):
            yield replace(entry, counted_in=kept_series)
        else:
            yield entry


def _series_of_number(entry: NumberEntry, history: History) -> str:
    """Return the series in which the last version has the number of an entry; empty where it has another."""
    if history.last is None or history.record is None or len(history.last.every_series) != 1:
        return ""
    is_same_number = number_key(history.record.number or "") == entry.key
    is_same = is_same_number and history.record.date == entry.date
    return history.last.every_series[0] if is_same else ""


def _is_other_way(kept_series: str, counted_in: str, kinds: Kinds) -> bool:
    """Return whether two series are of one kind of paper, and not both of units.

    From one unit to another a paper changes with its owner, not with the way of counting.
    """
    if kept_series == counted_in:
        return False
    bases = {base for base in kinds.series() if kept_series == base or kept_series.startswith(f"{base}-")}
    kind = kinds.by_name.get(counted_in.removeprefix(UNNUMBERED))
    if counted_in.startswith(UNNUMBERED) and kind:
        names = [series.name for series in (kind.numbers, kind.circulars) if series]
        return not bases.isdisjoint(names)
    return counted_in in bases or (kept_series in bases and counted_in.startswith(f"{kept_series}-"))


def check_kept_series(
    entries: Iterable[NumberEntry], histories: Mapping[str, History]
) -> Iterator[Diagnostic]:
    """Generate a warning of each paper that is counted in another series than when it was kept (E457).

    Args:
        entries: the entries of the register.
        histories: the kept versions, by ``year/name``.
    """
    for entry in entries:
        if entry.folder is None or entry.is_kept:
            continue
        kept_series = _series_of_number(entry, histories.get(entry.source, History()))
        if kept_series and kept_series != entry.counted_in:
            message = _("the number {number} was kept as one of '{kept}', and is counted in '{present}' now")
            text = message.format(number=entry.number, kept=kept_series, present=entry.counted_in)
            hint = _(
                "It stays taken in both. Write back the unit, or what else was changed, if it was a slip."
            )
            yield Diagnostic("E457", text, entry.place, hint, Severity.WARNING, field="number")


def is_numbered_as_kept(content: Content, history: History) -> bool:
    """Return whether a paper has number and date of its last version.

    It is right as it is then, also where the office numbers its kind in another way today.
    """
    record = history.record
    number = getattr(content, "number", None)
    if record is None or record.number is None or number is None:
        return False
    is_same_number = number_key(record.number) == number_key(number)
    return is_same_number and record.date == getattr(content, "date", None)
