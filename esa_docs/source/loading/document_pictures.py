"""The pictures that a document prints, looked at in its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.paper import OfficialPaper
from esa_docs.source.assets.pictures import NO_PICTURES, Pictures, look_at_annexes, look_at_pictures
from esa_docs.source.loading.shared import Shared
from esa_docs.source.yaml_files.tree import Mapping as Tree


def pictures_of(
    content: Content, kind: Kind[Any], tree: Tree, shared: Shared, texts: Mapping[str, str]
) -> Pictures:
    """Return the pictures that a document prints; in content of version 1 they are those of its annexes.

    Args:
        content: what the document says.
        kind: its kind.
        tree: the content files that it is made from.
        shared: what the documents of the project share.
        texts: the text of each of these files, by its label.
    """
    if shared.reads_marks:
        return look_at_pictures(content, kind, tree, shared.files, texts)
    if isinstance(content, OfficialPaper) and content.annexes:
        return look_at_annexes(content.annexes, tree, shared.files)
    return NO_PICTURES
