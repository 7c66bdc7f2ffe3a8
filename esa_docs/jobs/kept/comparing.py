"""Kept versions looked at closely: whether they are whole, and whether papers would print the same today.

E450 a version or a scan is damaged · E456 a paper would print something else than its last kept version
(warning), or looks different (info).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from esa_docs.diagnostics import Diagnostic, EsaDocsError, Location, Severity
from esa_docs.hints import few_names
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.fingerprint import template_hash
from esa_docs.jobs.kept.changed_words import Change, find_changes
from esa_docs.jobs.kept.differing import cure_of, difference, tell_other_copies, told_of_copies
from esa_docs.jobs.kept.issued_anyway import tell_issued_anyway
from esa_docs.jobs.kept.own_files import has_same_content, tell_others_changed
from esa_docs.jobs.kept.own_words import contents_of
from esa_docs.jobs.kept.printing import inputs_of_print, prints_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History, Scan, Version
from esa_docs.model.kind import Kinds
from esa_docs.model.project import Project
from esa_docs.source.assets.evidence import checksum
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.compared_records import differing_papers
from esa_docs.source.kept.kept_files import check_version, files_of, read_kept
from esa_docs.source.kept.kept_log import logged_hash
from esa_docs.source.kept.kept_marks import damaged
from esa_docs.source.yaml_files.text import unreadable

_MOST_CHANGES: Final = 10
"""Changes of one paper that are told one by one."""


class _ChangeOfCopies(NamedTuple):
    """A change of words, in copies that were sent or in copies that were not: the cure is another.

    Copies stay where they were sent and content says the same of them: office or roster alone has changed.
    """

    change: Change
    is_sent: bool
    stays: bool


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
        if document.key in project.histories:
            yield from tell_issued_anyway(document)
    yield from _compare_all(project, today)


def _compare_all(project: Project, today: dt.date) -> Iterator[Diagnostic]:
    """Generate what papers would print differently; what nobody need do anything about is told once.

    A paper with another number or date than was kept is passed over. That is told when the project is loaded
    (E457), and is to be mended first: the lines with number and date would have another cure here.
    """
    renumbered_keys = differing_papers(project.register, project.histories).keys()
    papers: list[Document[Content]] = []
    change_of_first = ""
    for document in project.documents:
        history = project.histories.get(document.key, History())
        if history.record is None or document.key in renumbered_keys:
            continue
        differences = list(compare(project, document, history, today))
        if differences and history.is_sent and has_same_content(document, history.record):
            papers.append(document)
            change_of_first = change_of_first or differences[0].message
        else:
            yield from differences
    diagnostic = tell_others_changed(project, papers, change_of_first)
    if diagnostic is not None:
        yield diagnostic


def other_words(project: Project, document: Document[Content]) -> tuple[Diagnostic, ...]:
    """Return what a paper would print in other words than its last kept version (E456).

    Nothing is rendered of a paper that is made of the same as that version, or of which none is kept. Of a
    sent paper whose own files are unchanged, office and roster alone have changed: what was sent holds.

    Args:
        project: whose paper it is.
        document: the paper.
    """
    history = project.histories.get(document.key, History())
    if history.record is None or (history.is_sent and has_same_content(document, history.record)):
        return ()
    differences = compare(project, document, history, project.today)
    return tuple(difference for difference in differences if difference.severity is not Severity.INFO)


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
        data = read_bytes(path, MOST_BYTES_OF_PDF)
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
    project: Project,
    document: Document[Content],
    history: History,
    today: dt.date,
    passed_over: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Generate the differences of a paper from its last version; none where it is made of the same.

    Args:
        project: whose paper it is.
        document: the paper.
        history: its kept versions.
        today: the day of the print.
        passed_over: names of the files in the last version that are not compared.
    """
    record = history.record
    if record is None:
        return
    copies = prints_of(project, document)
    changed_copies: dict[str, Document[Content]] = {}
    for name, copy in copies.items():
        is_compared = name in record.files and name not in passed_over
        if is_compared and inputs_of_print(copy) != record.inputs.get(name):
            changed_copies[name] = copy
    yield from tell_other_copies(project.kinds, document, history, copies.keys())
    try:
        yield from _changes_of(project, document, history, changed_copies, today)
    # A damaged version, or a template that does not fit: both have their diagnostics.
    except EsaDocsError as fault:
        yield from fault.diagnostics


def _changes_of(
    project: Project,
    document: Document[Content],
    history: History,
    copies: Mapping[str, Document[Content]],
    today: dt.date,
) -> Iterator[Diagnostic]:
    """Generate what some copies of a paper print differently. A change of several copies is told once."""
    version, record = history.last, history.record
    if not copies or version is None or record is None:
        return
    from esa_docs.word.printed_lines import looks_alike, printed_lines  # noqa: PLC0415 loads lxml
    from esa_docs.word.render import render  # noqa: PLC0415 loads jinja2 and lxml

    sent_files = history.sent_files
    contents = contents_of(document, copies)
    names_by_change: dict[_ChangeOfCopies, list[str]] = {}
    has_other_look = False
    for kept_file in files_of(version):
        if kept_file.name in copies:
            copy = copies[kept_file.name]
            is_sent = kept_file.name in sent_files
            stays = is_sent and contents.get(kept_file.name, "") == record.contents.get(kept_file.name)
            old_word, new_word = read_kept(kept_file), render(copy, today=today)
            has_other_look = has_other_look or not looks_alike(old_word, new_word)
            for change in find_changes(printed_lines(old_word), printed_lines(new_word)):
                change_of_copies = _ChangeOfCopies(change, is_sent, stays)
                names_by_change.setdefault(change_of_copies, []).append(kept_file.name)
    yield from _tell_changes(project.kinds, document, history, names_by_change)
    has_other_look = has_other_look or template_hash(document) != record.template
    if has_other_look and not names_by_change:
        yield _other_look(document, version)


def _other_look(document: Document[Content], version: Version) -> Diagnostic:
    message = _("the paper would look different from version {version}, which is kept; its words are equal")
    text = message.format(version=version.number)
    hint = _("Template, font or sizes have changed since. Nothing is to be done.")
    return Diagnostic("E456", text, Location(path_label(document.sources[0])), hint, Severity.INFO)


def _tell_changes(
    kinds: Kinds,
    document: Document[Content],
    history: History,
    names_by_change: Mapping[_ChangeOfCopies, list[str]],
) -> Iterator[Diagnostic]:
    has_copies = history.record is not None and len(history.record.files) > 1
    version = history.last.number if history.last else 0
    # What something is to be done about comes first.
    changes = sorted(names_by_change.items(), key=lambda item: item[0].stays)
    for number, ((change, is_sent, stays), names) in enumerate(changes):
        cure = cure_of(kinds, document, is_sent=is_sent)
        if number == _MOST_CHANGES:
            further = len(names_by_change) - _MOST_CHANGES
            message = _("{count} further places would print differently").format(count=further)
            yield told_of_copies(difference(document, message, cure), stays=stays)
            return
        words = _words_of(change).format(version=version, old=change.old, new=change.new)
        if has_copies:
            words = f"{words} ({few_names(names)})"
        yield told_of_copies(difference(document, words, cure), stays=stays)


def _words_of(change: Change) -> str:
    if not change.old:
        return _("the paper would print '{new}', which version {version} does not have")
    if not change.new:
        return _("the paper would not print '{old}', which version {version} has")
    return _("the paper would print '{new}' where version {version}, which is kept, has '{old}'")
