"""Bringing a project to the newest version of content: what changes is told, and written all at once.

A version that comes adds steps to `STEPS`. A step looks at the project and its files and generates changes of
texts, which keep their meaning, and diagnostics of what has another meaning and stays as it is typed:
E220 a text that the new version reads otherwise and that cannot be changed here (error: nothing would tell it
once the new version is set; warning where somebody says that it is meant so) · E221 (info) what this program
prints otherwise. What the new version would refuse is told before anything is written, with its own code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, has_errors, sort_diagnostics
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.migrated_pictures import find_evidence_links, find_evidence_pictures
from esa_docs.jobs.changes.migration_steps import (
    Look,
    find_acting_words,
    find_copies_named_anew,
    find_dated_drafts,
    find_first_names,
    find_inline_marks,
    find_numbers_with_more,
    find_unmarked_drafts,
    look_through,
)
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.model.content_version import NEWEST
from esa_docs.model.kind import Kinds
from esa_docs.model.migration import Migration, TextChange
from esa_docs.model.people import KeyPath
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import read_bytes
from esa_docs.source.folders.files import OFFICE_FILE, path_label
from esa_docs.source.loading.project import load_project
from esa_docs.source.yaml_files.text import unreadable
from esa_docs.source.yaml_files.yaml_changing import fill_in, replace_texts

_BLOCK: Final = "E238"
"""Code of a block in content of version 1."""
_KEY: Final = "content"
_KEY_ABOVE: Final = "parent"
"""The key of office.yaml below which the version goes: every office has it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A way in which content changes.

    Attributes:
        version: the version that it leads to; content of that version has gone this way.
        find: generates what the step changes or tells.
    """

    version: int
    find: Callable[[Look], Iterator[TextChange | Diagnostic]]


STEPS: Final = (
    Step(2, find_first_names),
    Step(2, find_unmarked_drafts),
    Step(2, find_dated_drafts),
    Step(2, find_acting_words),
    Step(2, find_numbers_with_more),
    Step(2, find_copies_named_anew),
    Step(2, find_inline_marks),
    Step(2, find_evidence_pictures),
    Step(2, find_evidence_links),
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A migration that is worked out, and the new bytes of its files."""

    migration: Migration
    file_changes: tuple[FileChange, ...] = ()


def migrate_project(
    root: Path, kinds: Kinds, *, today: dt.date, is_dry_run: bool = False, as_marks: bool = False
) -> Migration:
    """Bring a project to the newest version of content. A project of that version stays as it is.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        today: the day as of which papers without a date are read.
        is_dry_run: only say what would change.
        as_marks: what looks like marks in the texts is meant as marks.

    Raises:
        ContentError: the project has errors, so that not all of it can be looked through, a text would mean
            something else (E220), or a file cannot be changed without changing more of it (E414). Nothing is
            written then; with ``is_dry_run`` these are among the diagnostics.
        MachineError: the folder is no project (E902), or a file cannot be written (E401, E405).
    """
    if is_dry_run:
        return _checked_plan(root, kinds, today, as_marks=as_marks).migration
    with hold_project(root, today):
        plan = _checked_plan(root, kinds, today, as_marks=as_marks)
        if has_errors(plan.migration.diagnostics):
            raise ContentError(plan.migration.diagnostics)
        write_changes(root, plan.file_changes)
    return replace(plan.migration, paths=tuple(change.path for change in plan.file_changes))


def _checked_plan(root: Path, kinds: Kinds, today: dt.date, *, as_marks: bool) -> _Plan:
    """Return what is to be done, with the errors that the project would have afterwards."""
    plan = _plan(_load(root, kinds, today), as_marks=as_marks)
    if has_errors(plan.migration.diagnostics) or not plan.file_changes:
        return plan
    drafts = {change.path: change.after for change in plan.file_changes}
    project = load_project(root, kinds, drafts, today=today)
    errors = [diagnostic for diagnostic in project.diagnostics if diagnostic.is_error]
    diagnostics = sort_diagnostics([*plan.migration.diagnostics, *errors])
    return replace(plan, migration=replace(plan.migration, diagnostics=diagnostics))


def _load(root: Path, kinds: Kinds, today: dt.date) -> Project:
    """Return the project; where it has blocks, which version 1 has not, as the new version reads it."""
    project = load_project(root, kinds, today=today)
    if not any(diagnostic.code == _BLOCK for diagnostic in project.diagnostics):
        return project
    office_file = root / OFFICE_FILE
    office = fill_in(read_bytes(office_file), {_KEY: NEWEST}, _KEY_ABOVE)
    if office is None or project.office is None:
        return project
    project_of_new_version = load_project(root, kinds, {office_file: office}, today=today)
    # The version is the only thing of an office that differs.
    return replace(project_of_new_version, office=project.office)


def _plan(project: Project, *, as_marks: bool) -> _Plan:
    errors = [diagnostic for diagnostic in project.diagnostics if diagnostic.is_error]
    if project.office is None:
        raise ContentError(errors)
    version = project.office.content
    if version == NEWEST:
        return _Plan(Migration(version, version))
    changes: list[TextChange] = []
    diagnostics: list[Diagnostic] = list(errors)
    look = look_through(project, as_marks=as_marks)
    for step in STEPS:
        if step.version > version:
            _sort_out(step.find(look), changes, diagnostics)
    file_changes: list[FileChange] = []
    for path, texts in _texts_by_file(project, changes).items():
        _add_file(project, path, texts, file_changes, diagnostics)
    migration = Migration(version, NEWEST, tuple(changes), (), sort_diagnostics(diagnostics))
    return _Plan(migration, tuple(file_changes))


def _sort_out(
    findings: Iterator[TextChange | Diagnostic], changes: list[TextChange], diagnostics: list[Diagnostic]
) -> None:
    """Add the findings of a step to the changes or to the diagnostics."""
    for finding in findings:
        if isinstance(finding, TextChange):
            changes.append(finding)
        else:
            diagnostics.append(finding)


def _texts_by_file(project: Project, changes: list[TextChange]) -> dict[Path, dict[KeyPath, str]]:
    """Return the new texts of each file by key path; office.yaml, which gets its version, comes last."""
    texts: dict[Path, dict[KeyPath, str]] = {}
    for change in changes:
        texts.setdefault(change.path, {})[change.keys] = change.new
    office_file = project.root / OFFICE_FILE
    office_texts = texts.pop(office_file, {})
    return {**texts, office_file: office_texts}


def _add_file(
    project: Project,
    path: Path,
    texts: dict[KeyPath, str],
    file_changes: list[FileChange],
    diagnostics: list[Diagnostic],
) -> None:
    """Add the change of a file, or the diagnostic of why it cannot be changed."""
    place = Location(path_label(path))
    try:
        before = read_bytes(path)
    except OSError as fault:
        diagnostics.append(unreadable(fault, place))
        return
    after = replace_texts(before, texts)
    if after is not None and path == project.root / OFFICE_FILE:
        after = fill_in(after, {_KEY: NEWEST}, _KEY_ABOVE)
    if after is None:
        diagnostics.append(_not_changeable(place))
    else:
        file_changes.append(FileChange(path, before, after))


def _not_changeable(place: Location) -> Diagnostic:
    message = _("the file cannot be changed here without changing more of it")
    hint = _("Make the changes that 'esa-docs migrate --dry-run' lists by hand; in office.yaml write {line}.")
    return Diagnostic("E414", message, place, hint.format(line=f"'{_KEY}: {NEWEST}'"))
