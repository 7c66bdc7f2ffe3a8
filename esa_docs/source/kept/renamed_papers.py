"""Content files of kept papers that were renamed: what is kept of the paper lies under the old name.

E460 a content file says number, date and kind of a kept paper whose own content file is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.model.history import History
from esa_docs.model.number_register import NumberEntry, number_key
from esa_docs.model.record import Record


def renamed_papers(
    entries: Iterable[NumberEntry], histories: Mapping[str, History], names: Collection[str]
) -> dict[str, str]:
    """Return the old ``year/name`` of papers whose content file was renamed, by the new one.

    Args:
        entries: the entries of the content files.
        histories: the kept versions, by ``year/name``.
        names: ``year/name`` of every document that has a content file.
    """
    old_keys: dict[tuple[object, ...], str] = {}
    for key, history in histories.items():
        if key not in names and history.record is not None and history.record.date is not None:
            old_keys[_identity_of_record(history.record)] = key
    renamed: dict[str, str] = {}
    for entry in entries:
        old_key = old_keys.get(_identity_of_entry(entry))
        if old_key is not None and entry.source not in histories:
            renamed[entry.source] = old_key
    return renamed


def once_each(entries: Sequence[NumberEntry], renamed: Mapping[str, str]) -> Iterator[NumberEntry]:
    """Generate the entries without those of kept versions whose number a renamed content file has.

    Args:
        entries: the entries of a project.
        renamed: see `renamed_papers`.
    """
    numbers: set[tuple[object, ...]] = set()
    for entry in entries:
        if entry.source in renamed and not entry.is_kept:
            numbers.add((renamed[entry.source], entry.series, entry.key))
    for entry in entries:
        if not entry.is_kept or (entry.source, entry.series, entry.key) not in numbers:
            yield entry


def diagnose_renamed(entry: NumberEntry, old_key: str) -> Diagnostic:
    """Return the diagnostic of a content file that was renamed (E460).

    Args:
        entry: its entry.
        old_key: ``year/name`` under which its versions are kept.
    """
    message = _("this file was renamed: what is kept of the paper lies under its old name, {name}")
    hint = _(
        "Give the file its name back: {name}. If it is another paper, take number and date out and issue it."
    )
    text, cure = message.format(name=old_key), hint.format(name=old_key)
    return Diagnostic("E460", text, entry.place, cure, field="number")


def _identity_of_record(record: Record) -> tuple[object, ...]:
    """Return what tells a kept paper from others; one without number is told by what it is about."""
    if record.number is None:
        return record.kind, record.date, record.title
    return record.series, record.date, number_key(record.number)


def _identity_of_entry(entry: NumberEntry) -> tuple[object, ...]:
    if entry.number is None:
        # A series that no number is counted in has the name of the kind behind a stroke.
        return entry.counted_in.removeprefix("/"), entry.date, entry.subject
    return entry.counted_in, entry.date, entry.key
