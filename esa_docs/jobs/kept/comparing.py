"""Kept versions looked at closely: whether they are whole, and whether papers would print the same today.

E450 a version or a scan is damaged · E456 a paper would print something else than its last kept version
(warning), or looks different (info).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, EsaDocsError, Location, Severity
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.fingerprint import template_hash
from esa_docs.jobs.kept.changed_words import Change, find_changes
from esa_docs.jobs.kept.issued_anyway import tell_issued_anyway
from esa_docs.jobs.kept.keeping import inputs_of_print, prints_of
from esa_docs.jobs.kept.later_papers import later_paper_hint
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, Record, Scan, Version
from esa_docs.model.project import Project
from esa_docs.source.disk import read_bytes
from esa_docs.source.evidence import checksum
from esa_docs.source.files import path_label
from esa_docs.source.kept_files import check_version, files_of, read_kept
from esa_docs.source.kept_log import logged_hash
from esa_docs.source.kept_marks import damaged
from esa_docs.source.text import unreadable

_MOST_CHANGES: Final = 10
"""Changes of one paper that are told one by one."""
_MOST_COPIES: Final = 3
"""Copies that a message names."""


def examine_kept(project: Project, today: dt.date) -> Iterator[Diagnostic]:
    """Generate what is damaged of the kept versions, and what would print differently today.

    Nothing is rendered of a paper that is made of the same as its last version.

    Args:
        project: whose papers.
        today: the day of the print.
    """
    for history in project.histories.values():
        yield from _check_files(history)
    for document in project.documents:
        history_of_document = project.histories.get(document.key, History())
        version, record = history_of_document.last, history_of_document.record
        if version is not None and record is not None:
            yield from tell_issued_anyway(document)
            yield from compare(project, document, version, record, today)


def _check_files(history: History) -> Iterator[Diagnostic]:
    """Read every byte of the versions and scans of a paper, and generate what is damaged."""
    diagnostics: list[Diagnostic] = []
    for version in history.versions:
        # Of a version without record the damage is told already.
        if version.record is not None:
            diagnostics += check_version(version.path)
    for scan in history.scans:
        diagnostics += _check_scan(scan)
    yield from diagnostics
    told_places = {diagnostic.location.path for diagnostic in diagnostics}
    unread_paths = {version.path for version in history.versions if version.record is None}
    for path, sha256 in history.hashes.items():
        if path_label(path) not in told_places and path not in unread_paths:
            yield from _check_hash(path, sha256)


def _check_hash(path: Path, sha256: str) -> Iterator[Diagnostic]:
    try:
        data = read_bytes(path)
    except OSError as fault:
        yield unreadable(fault, Location(path_label(path)))
        return
    if logged_hash(path.name, data) != sha256:
        yield damaged(path, _("it is not the file that was kept, as log.jsonl has it"))


def _check_scan(scan: Scan) -> Iterator[Diagnostic]:
    try:
        has_changed = checksum(scan.path) != scan.sha256
    except OSError as fault:
        yield unreadable(fault, Location(path_label(scan.path)))
        return
    if has_changed:
        yield damaged(scan.path, _("it is not the file that was attached"))


def compare(
    project: Project, document: Document[Content], version: Version, record: Record, today: dt.date
) -> Iterator[Diagnostic]:
    """Generate the differences of a paper from its last version; none where it is made of the same.

    Args:
        project: whose paper it is.
        document: the paper.
        version: its last version.
        record: the record of that version.
        today: the day of the print.
    """
    for diagnostic in _differences(project, document, version, record, today):
        if version.sent is not None and diagnostic.severity is Severity.WARNING:
            yield replace(diagnostic, hint=later_paper_hint(project.kinds, document))
        else:
            yield diagnostic


def _differences(
    project: Project, document: Document[Content], version: Version, record: Record, today: dt.date
) -> Iterator[Diagnostic]:
    """Generate the differences of a paper from its last version, with the cure of one that was not sent."""
    copies = prints_of(project, document)
    changed_copies: dict[str, Document[Content]] = {}
    for name, copy in copies.items():
        if inputs_of_print(copy) != record.inputs.get(name):
            changed_copies[name] = copy
    file = document.sources[0]
    yield from _other_copies(copies, version, record, file)
    kept_copies = {name: copy for name, copy in changed_copies.items() if name in record.files}
    try:
        yield from _changes_of(kept_copies, version, record, file, today)
    # A damaged version, or a template that does not fit: both have their diagnostics.
    except EsaDocsError as fault:
        yield from fault.diagnostics


def _other_copies(
    copies: Mapping[str, Document[Content]], version: Version, record: Record, file: Path
) -> Iterator[Diagnostic]:
    """Generate a diagnostic of copies that were added after the version, and of those that are gone."""
    added_names = sorted(copies.keys() - record.files.keys())
    lost_names = sorted(record.files.keys() - copies.keys())
    if added_names:
        message = _("these copies are not in version {version}, which is kept: {names}")
        yield _difference(message.format(version=version.number, names=", ".join(added_names)), record, file)
    if lost_names:
        message = _("version {version}, which is kept, has copies that are not made any more: {names}")
        yield _difference(message.format(version=version.number, names=", ".join(lost_names)), record, file)


def _changes_of(
    copies: Mapping[str, Document[Content]], version: Version, record: Record, file: Path, today: dt.date
) -> Iterator[Diagnostic]:
    """Generate what some copies of a paper print differently. A change of several copies is told once."""
    if not copies:
        return
    from esa_docs.word.printed_lines import looks_alike, printed_lines  # noqa: PLC0415 loads lxml
    from esa_docs.word.render import render  # noqa: PLC0415 loads docxtpl and lxml

    names_by_change: dict[Change, list[str]] = {}
    has_other_look = False
    for kept_file in files_of(version):
        if kept_file.name in copies:
            copy = copies[kept_file.name]
            old_word, new_word = read_kept(kept_file), render(copy, today=today)
            has_other_look = has_other_look or not looks_alike(old_word, new_word)
            for change in find_changes(printed_lines(old_word), printed_lines(new_word)):
                names_by_change.setdefault(change, []).append(kept_file.name)
    yield from _tell_changes(names_by_change, version, record, file)
    document = next(iter(copies.values()))
    has_other_look = has_other_look or template_hash(document) != record.template
    if has_other_look and not names_by_change:
        message = _(
            "the paper would look different from version {version}, which is kept; its words are equal"
        )
        text = message.format(version=version.number)
        hint = _("Template, font or sizes have changed since. Nothing is to be done.")
        yield Diagnostic("E456", text, Location(path_label(file)), hint, Severity.INFO)


def _tell_changes(
    names_by_change: Mapping[Change, list[str]], version: Version, record: Record, file: Path
) -> Iterator[Diagnostic]:
    has_copies = len(record.files) > 1
    for number, (change, names) in enumerate(names_by_change.items()):
        if number == _MOST_CHANGES:
            further = len(names_by_change) - _MOST_CHANGES
            yield _difference(
                _("{count} further places would print differently").format(count=further), record, file
            )
            return
        words = _words_of(change).format(version=version.number, old=change.old, new=change.new)
        if has_copies:
            words = f"{words} ({_copy_names(names)})"
        yield _difference(words, record, file)


def _words_of(change: Change) -> str:
    if not change.old:
        return _("the paper would print '{new}', which version {version} does not have")
    if not change.new:
        return _("the paper would not print '{old}', which version {version} has")
    return _("the paper would print '{new}' where version {version}, which is kept, has '{old}'")


def _copy_names(names: list[str]) -> str:
    shown_names = ", ".join(names[:_MOST_COPIES])
    further = len(names) - _MOST_COPIES
    if further <= 0:
        return shown_names
    return _("{names} and {count} more").format(names=shown_names, count=further)


def _difference(message: str, record: Record, file: Path) -> Diagnostic:
    hint = _('Undo what was changed; or keep a further version: esa-docs issue {name} --again --why "…".')
    cure = hint.format(name=command_word(record.name))
    return Diagnostic("E456", message, Location(path_label(file)), cure, Severity.WARNING)
