"""Drafts of content files: what the program can say is written, somebody completes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import yaml

from esa_docs.model.document import Kind
from esa_docs.source.schema import editor_line

_ENDLESS: Final = 1_000_000


def draft_text(kind: Kind, content: Mapping[str, object], note: str, depth: int) -> bytes:
    """Write a draft.

    Args:
        kind: kind of the document.
        content: what is known of it.
        note: what is to be done with the draft; it stands above the content, as a comment.
        depth: folders between the project and the file.
    """
    written = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return f"{editor_line(kind, depth)}\n# {note}\n{written}".encode()
