"""Marks in texts that version 2 of content reads, such as ``**bold**``; version 1 prints them as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.source.yaml_files.tree import Mapping, Node, Path, Scalar, Sequence

_MARKS: Final = re.compile(
    r"""
      \*\*\S(?:[^\n]*?\S)??\*\*            # **bold**
    | (?<!\*)\*[^\s*](?:[^*\n]*[^\s*])?\*   # *italic*
    | __\S(?:[^\n]*?\S)??__                # __underlined__
    | \[[^\]\n]+\]\(https?://[^)\s]+\)     # [text](https://…)
    | \^\[[^\]\n]+\]                       # ^[note]
    | (?<=\S)\^[^\s^]+\^                   # x^2^
    | (?<=\S)~[^\s~]+~                     # H~2~O
    | \{(?:ref|field):[^}\n]+\}            # {ref:ID}, {field:COLUMN}
    | \\[*_\[^~{]                          # a backslash that makes a mark literal
    """,
    re.VERBOSE,
)
_NOT_PRINTED: Final = frozenset(
    {"kind", "id", "part_of", "file", "link", "document", "sha256", "recipients_from", "emblem", "scheme"}
)
"""Keys whose values are names, paths or addresses."""


def texts_with_marks(node: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Generate the texts that hold a mark: key path, and the first mark as it is typed.

    Args:
        node: content, or a part of it.
        path: key path of the node.
    """
    if isinstance(node, Scalar):
        mark = _MARKS.search(node.text or "")
        if mark:
            yield path, mark[0]
        return
    for step, inner_node in _nodes_in(node):
        if step not in _NOT_PRINTED:
            yield from texts_with_marks(inner_node, (*path, step))


def _nodes_in(node: Mapping | Sequence) -> Iterator[tuple[str | int, Node]]:
    """Generate what a mapping or a list holds, each with its key or its number."""
    if isinstance(node, Sequence):
        yield from enumerate(node.items)
        return
    for entry in node.entries:
        yield entry.key, entry.value
