"""Drafts of content files: what the program can say is written, somebody completes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from esa_docs.model.draft import Draft
from esa_docs.model.file_names import as_file_name
from esa_docs.source.schema import editor_line

_ENDLESS: Final = 1_000_000


def draft_file(draft: Draft) -> tuple[Path, bytes]:
    """Return where a draft goes, and its text."""
    content = dict(draft.content)
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    line = editor_line(str(content["kind"]), draft.depth)
    path = draft.folder / f"{as_file_name(draft.name)}.yaml"
    return path, f"{line}\n# {draft.note}\n{text}".encode()
