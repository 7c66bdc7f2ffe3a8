"""YAML as a tree that remembers its places. Scalars stay text: no number, date or boolean is guessed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from esa_docs.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text.

    Attributes:
        text: the text; None where nothing stands.
        place: where it begins.
        end: line and column behind it.
        is_reported: a fault of this value has a diagnostic; what follows from the fault needs none.
        is_plain: no quotes stand around it, and it is no block.
        typed: how it stands in the file, quotes and all; empty where no sign of a mark is in it.
    """

    text: str | None
    place: Location
    end: tuple[int, int] = (0, 0)
    is_reported: bool = False
    is_plain: bool = False
    typed: str = field(default="", repr=False, compare=False)


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

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands behind the key."""
        return isinstance(self.value, Scalar) and self.value.text is None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: tuple[Entry, ...]
    place: Location

    def get(self, key: str) -> Entry | None:
        """Return the entry of a key; None where the key is missing."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None

    def text(self, key: str) -> str | None:
        """Return the text of a key; None where no text stands there."""
        entry = self.get(key)
        if entry is None or not isinstance(entry.value, Scalar):
            return None
        return entry.value.text

    def without(self, key: str) -> Mapping:
        """Return the mapping without the entry of a key."""
        entries = [entry for entry in self.entries if entry.key != key]
        return replace(self, entries=tuple(entries))

    def with_entries(self, *entries: Entry) -> Mapping:
        """Return the mapping with further entries at its end."""
        return replace(self, entries=(*self.entries, *entries))


Node = Scalar | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]
Path = tuple[int | str, ...]
"""Keys and list positions that lead to a value."""


def value_place(entry: Entry) -> Location:
    """Return the place of a value.

    Of an empty one it is the place of the key: its own may be on a later line.
    """
    return entry.key_place if entry.is_empty else entry.value.place


def to_plain(node: Node) -> Plain:
    """Return the tree as plain lists, dicts and texts; None where a value is empty."""
    if isinstance(node, Mapping):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return node.text


def format_path(path: Path) -> str:
    """Return a path as diagnostics show it: ``works[0].steps[2].text``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}"
    return text.removeprefix(".")
