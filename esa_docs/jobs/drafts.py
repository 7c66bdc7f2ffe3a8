"""Drafts of content files: the program writes what it knows, somebody completes the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.model.draft import Draft
from esa_docs.model.file_names import as_file_name
from esa_docs.source.schemas.schema import editor_line

# PyYAML breaks texts at their spaces where a line gets longer. A paragraph of a draft must stay on one line.
_LINE_WIDTH: Final = 1_000_000


def draft_file(draft: Draft) -> tuple[Path, bytes]:
    """Return where the content file of a draft goes, and its bytes."""
    content = _kept_draft(draft.content)
    yaml_text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_LINE_WIDTH)
    schema_line = editor_line(str(content["kind"]), draft.depth)
    text = f"{schema_line}\n# {draft.note}\n{yaml_text}"
    path = draft.folder / f"{as_file_name(draft.name)}.yaml"
    return path, text.encode()


@dataclass(frozen=True, slots=True)
class WrittenDrafts:
    """The files of drafts.

    Attributes:
        new_paths: those that were written.
        present_paths: those that were there already, and stay as they are.
    """

    new_paths: tuple[Path, ...]
    present_paths: tuple[Path, ...]


def write_drafts(root: Path, drafts: Iterable[Draft], *, today: dt.date) -> WrittenDrafts:
    """Write the drafts whose files are not there yet, all or none.

    Args:
        root: project folder.
        drafts: the drafts.
        today: the day of today.

    Raises:
        ContentError: somebody made a file of this name meanwhile (E431).
        MachineError: the project is being changed by somebody else (E430), or a file cannot be written
            (E401, E405).
    """
    files = dict(map(draft_file, drafts))
    if not files:
        return WrittenDrafts((), ())
    with hold_project(root, today):
        present_paths = tuple(path for path in files if path.exists())
        changes: list[FileChange] = []
        for path, data in files.items():
            if path not in present_paths:
                changes.append(FileChange(path, None, data))
        write_changes(root, changes)
    return WrittenDrafts(tuple(change.path for change in changes), present_paths)


def _kept_draft(content: Mapping[str, object]) -> dict[str, object]:
    """Return content that stays a draft until somebody has completed it; it says so below its kind."""
    return {"kind": content["kind"], "draft": True, **content}
