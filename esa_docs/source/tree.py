"""YAML as a tree that remembers its places. Scalars stay text: no number, date or boolean is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from esa_docs.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; None where nothing stands.

    Attributes:
        text: the text.
        place: where it begins.
        end: line and column behind it.
        is_told: a fault of this value has been told; what follows from it is not worth saying.
    """

    text: str | None
    place: Location
    end: tuple[int, int] = (0, 0)
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Location


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: str
    key_place: Location
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: tuple[Entry, ...]
    place: Location

    def get(self, key: str) -> Entry | None:
        """Give the entry of ``key``, if it is there."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def text(self, key: str) -> str | None:
        """Give the text at ``key``, if a text stands there."""
        entry = self.get(key)
        return entry.value.text if entry and isinstance(entry.value, Scalar) else None

    def without(self, key: str) -> Mapping:
        """Give the same mapping less one key."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.key != key))


Node = Scalar | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]
Path = tuple[int | str, ...]
"""Keys and list positions that lead to a value."""


def value_place(entry: Entry) -> Location:
    """Give the place of a value; of an empty one that of its key: its own may be on a later line."""
    empty = isinstance(entry.value, Scalar) and entry.value.text is None
    return entry.key_place if empty else entry.value.place


def to_plain(node: Node) -> Plain:
    """Give the tree as plain lists, dicts and text."""
    if isinstance(node, Mapping):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return node.text


def format_path(path: Path) -> str:
    """Write a path as diagnostics show it: ``works[0].steps[2].text``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
