"""The columns of recipients that a document names, before it is bound: by fields, and by tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.model.recipient_columns import column_key
from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Scalar, Sequence

ROWS_OF: Final = "rows_of"
"""Key of a table that names the column by which its rows belong to recipients."""
_FIELD: Final = re.compile(r"\{field:([^{}\n]+)\}")


def used_columns(tree: Node) -> frozenset[str]:
    """Return the keys of the columns that a document names."""
    return frozenset(filter(None, map(column_key, _columns_in(tree))))


def _columns_in(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _columns_in_entry(entry)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _columns_in(item)
    elif node.text and "{field:" in node.text:
        yield from _FIELD.findall(node.text)


def _columns_in_entry(entry: Entry) -> Iterator[str]:
    if entry.key == ROWS_OF and isinstance(entry.value, Scalar):
        yield entry.value.text or ""
    yield from _columns_in(entry.value)
