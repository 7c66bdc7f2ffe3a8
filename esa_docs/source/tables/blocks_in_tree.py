"""Blocks in the tree of a document: mappings that stand in lists, at any depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from esa_docs.source.yaml_files.tree import Entry, Mapping, Node, Sequence

Change: TypeAlias = Callable[[Mapping], Mapping]
"""A function that returns a mapping as it is to be; itself where it stays."""


def with_changed_blocks(mapping: Mapping, change: Change) -> Mapping:
    """Return a mapping in which all blocks are changed, inner ones first; the same where none is.

    Args:
        mapping: the mapping.
        change: returns what takes the place of an item of a list that may be a block.
    """
    entries = []
    for entry in mapping.entries:
        entries.append(with_value(entry, _changed(entry.value, change)))
    if all(entry is old for entry, old in zip(entries, mapping.entries, strict=True)):
        return mapping
    return replace(mapping, entries=tuple(entries))


def with_changed_key(block: Mapping, key: str, change: Change) -> Mapping:
    """Return a block in which the mapping of a key is changed; the same where the key has none."""
    entry = block.get(key)
    if entry is None or not isinstance(entry.value, Mapping):
        return block
    changed_entry = with_value(entry, change(entry.value))
    if changed_entry is entry:
        return block
    entries = list(block.entries)
    entries[entries.index(entry)] = changed_entry
    return replace(block, entries=tuple(entries))


def with_value(entry: Entry, value: Node) -> Entry:
    """Return an entry with a value; the same where it has that value."""
    return entry if value is entry.value else replace(entry, value=value)


def _changed(node: Node, change: Change) -> Node:
    if isinstance(node, Mapping):
        return with_changed_blocks(node, change)
    if not isinstance(node, Sequence):
        return node
    items = []
    for item in node.items:
        changed_item = _changed(item, change)
        if isinstance(changed_item, Mapping):
            changed_item = change(changed_item)
        items.append(changed_item)
    if all(item is old for item, old in zip(items, node.items, strict=True)):
        return node
    return replace(node, items=tuple(items))
