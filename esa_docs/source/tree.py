"""YAML as a tree that remembers its places. Scalars stay text: no number, date or boolean is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.source.text import place_in

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EMPTY_WORDS = frozenset({"", "~", "null"})
_MOST_NODES = 500_000
_PLAIN_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; None where nothing stands."""

    text: str | None
    place: Location


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


def parse_yaml(text: str, shown: str) -> Checked[Mapping]:
    """Parse a content file: one document with a mapping at its top.

    Of broken syntax the first fault is told; duplicate keys and everything else, all of them.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            return _failed("E104", _("content is expected, the file is empty"), Location(shown, 1, 1))
        node, found = _Builder(text, shown).build(root)
    except yaml.MarkedYAMLError as fault:
        return _syntax_fault(fault, text, shown)
    except yaml.reader.ReaderError as fault:
        where = Location(shown, *place_in(text, min(fault.position, len(text))))
        return _failed("E105", _("text is expected, found a character YAML does not allow"), where)
    except (RecursionError, _TooLargeError):
        return _failed(
            "E108",
            _("the file nests or repeats itself too deeply"),
            Location(shown, 1, 1),
            _("Write the text out instead of using & and *."),
        )
    if not isinstance(node, Mapping):
        message = _("keys such as 'kind:' are expected at the top of the file")
        found = (*found, Diagnostic("E109", message, node.place, _("Start the file with 'kind: manual'.")))
        return Checked(None, found)
    return Checked(node, found)


def to_plain(node: Node) -> Plain:
    """Give the tree as plain lists, dicts and text."""
    if isinstance(node, Mapping):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return node.text


def walk(node: Node) -> Iterator[Scalar]:
    """Give every text of a tree."""
    if isinstance(node, Scalar):
        yield node
    else:
        children = node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries)
        for child in children:
            yield from walk(child)


class _TooLargeError(Exception):
    pass


class _Builder:
    """Turns PyYAML's nodes into ours, noting duplicate keys and tags on the way."""

    def __init__(self, text: str, shown: str) -> None:
        self._text = text
        self._shown = shown
        self._found: list[Diagnostic] = []
        self._count = 0

    def build(self, root: yaml.Node) -> tuple[Node, tuple[Diagnostic, ...]]:
        node = self._node(root)
        return node, tuple(self._found)

    def _place(self, node: yaml.Node) -> Location:
        mark = node.start_mark
        return Location(self._shown, mark.line + 1, mark.column + 1)

    def _node(self, node: yaml.Node) -> Node:
        self._count += 1
        if self._count > _MOST_NODES:
            raise _TooLargeError
        place = self._place(node)
        if node.tag not in _PLAIN_TAGS:
            message = _("a plain value is expected, found the tag {tag}").format(tag=node.tag)
            self._found.append(Diagnostic("E109", message, place, _("Delete the word that begins with '!'.")))
        if isinstance(node, yaml.MappingNode):
            if self._text.startswith(TEMPLATE_MARKS, node.start_mark.index):
                return self._template_mark(place)
            return Mapping(tuple(self._entries(node)), place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._node(item) for item in node.value), place)
        empty = not getattr(node, "style", None) and node.value in _EMPTY_WORDS
        return Scalar(None if empty else node.value, place)

    def _template_mark(self, place: Location) -> Scalar:
        message = _("text is expected, found a template mark such as '{{'")
        self._found.append(Diagnostic("E208", message, place, template_mark_hint()))
        return Scalar("-", place)

    def _entries(self, node: yaml.MappingNode) -> Iterator[Entry]:
        first: dict[str, Location] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                message = _("a key is expected before ':'")
                self._found.append(Diagnostic("E109", message, place, _("Put the text in quotes.")))
                continue
            key = key_node.value
            value = self._node(value_node)
            if key in first:
                self._found.append(_duplicate(key, place, first[key]))
                continue
            first[key] = place
            yield Entry(key, place, value)


def template_mark_hint() -> str:
    """Say what to do about a template mark in content."""
    return _("Template marks belong in the Word template; delete them here.")


def _duplicate(key: str, place: Location, first: Location) -> Diagnostic:
    message = _("the key '{key}' stands here again, first at line {line}").format(key=key, line=first.line)
    return Diagnostic("E107", message, place, _("Keep one of the two."), field=key)


def _syntax_fault(fault: yaml.MarkedYAMLError, text: str, shown: str) -> Checked[Mapping]:
    mark = fault.problem_mark or fault.context_mark
    if mark and fault.context_mark and mark.index >= len(text):
        mark = fault.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = _("this is not well-formed YAML ({problem})").format(problem=fault.problem or fault.context)
    return _failed("E106", message, Location(shown, line, column), _syntax_hint(text, line, column))


def _syntax_hint(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    above = lines[line - 2] if line > 1 else ""
    if "\t" in here[: max(column, 1)] or here[: len(here) - len(here.lstrip())].count("\t"):
        return _("Use spaces instead of the tab at the beginning of the line.")
    if any(mark in here for mark in TEMPLATE_MARKS):
        return template_mark_hint()
    if any(": " in part.partition(": ")[2] for part in (here, above)):
        return _("A text that contains ': ' goes in quotes.")
    if any(part.count('"') % 2 or part.count("'") % 2 for part in (here, above)):
        return _("A quotation mark is not closed, here or on the line above.")
    return _("Look at the indentation and the ':' of this line and the line above.")


def _failed(code: str, message: str, place: Location, hint: str = "") -> Checked[Mapping]:
    return Checked(None, (Diagnostic(code, message, place, hint),))
