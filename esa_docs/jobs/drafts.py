"""Drafts of content files: the program writes what it knows, somebody completes the file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from esa_docs.model.draft import Draft
from esa_docs.model.file_names import as_file_name
from esa_docs.source.schema import editor_line

# PyYAML breaks texts at their spaces where a line gets longer. A paragraph of a draft must stay on one line.
_LINE_WIDTH: Final = 1_000_000


def draft_file(draft: Draft) -> tuple[Path, bytes]:
    """Return where the content file of a draft goes, and its bytes."""
    content = dict(draft.content)
    yaml_text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_LINE_WIDTH)
    schema_line = editor_line(str(content["kind"]), draft.depth)
    text = f"{schema_line}\n# {draft.note}\n{yaml_text}"
    path = draft.folder / f"{as_file_name(draft.name)}.yaml"
    return path, text.encode()
