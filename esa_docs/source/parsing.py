"""From the text of a content file to its tree: PyYAML composes, faults are told with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.base import TEMPLATE_MARKS
from esa_docs.source.syntax import syntax_fault, template_mark_hint
from esa_docs.source.text import place_in
from esa_docs.source.tree import Entry, Mapping, Node, Path, Scalar, Sequence, format_path

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EMPTY_WORDS = frozenset({"", "~", "null"})
_MOST_NODES = 500_000
_DEEPEST = 100
_PLAIN_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!")
_MANY = 400
"""Brackets and columns: with fewer of either a file stays below the 1000 levels at which libyaml stops."""
_LONG_INDENT = re.compile(rf"^[ \t?:-]{{{_MANY}}}", re.MULTILINE)


def parse_yaml(text: str, file_label: str) -> Checked[Mapping]:
    """Parse a content file: one document with a mapping at its top.

    Of broken syntax the first fault is told; duplicate keys and everything else, all of them.
    """
    try:
        _refuse_depth(text, file_label)
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            message, hint = _("content is expected, the file is empty"), _("Fill it in, or delete the file.")
            return _failed("E104", message, Location(file_label, 1, 1), hint)
        node, found = _Builder(text, file_label).build(root)
    except yaml.MarkedYAMLError as fault:
        return Checked(None, (syntax_fault(fault, text, file_label),))
    except yaml.reader.ReaderError as fault:
        where = Location(file_label, *place_in(text, min(fault.position, len(text))))
        hint = _("Delete the invisible character at this place and type the text again.")
        return _failed("E105", _("text is expected, found a character YAML does not allow"), where, hint)
    except _TooLargeError as fault:
        message = _("the file nests or repeats itself too deeply")
        return _failed("E108", message, fault.place, _("Write the text out instead of using & and *."))
    if not isinstance(node, Mapping):
        message = _("keys such as 'kind:' are expected at the top of the file")
        found = (*found, Diagnostic("E109", message, node.place, _("Start the file with 'kind: manual'.")))
        return Checked(None, found)
    return Checked(node, found)


class _TooLargeError(Exception):
    def __init__(self, place: Location) -> None:
        self.place = place


def _place(mark: Any, file_label: str) -> Location:
    return Location(file_label, mark.line + 1, mark.column + 1)


def _refuse_depth(text: str, file_label: str) -> None:
    """Stop before PyYAML's composer, which recurses in C, would overrun the stack and end the process."""
    if text.count("[") + text.count("{") < _MANY and not _LONG_INDENT.search(text):
        return
    try:
        _walk_refusing_depth(text, file_label, _Loader)
    except yaml.MarkedYAMLError:
        # libyaml may have stopped at a limit of its own (PyYAML 6.0.4), many signs ahead of the events it has
        # given; the reader in Python has no limit. The fault told of a shallow file stays libyaml's.
        with suppress(yaml.YAMLError):
            _walk_refusing_depth(text, file_label, yaml.BaseLoader)
        raise


def _walk_refusing_depth(text: str, file_label: str, loader: Any) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth - 1 > _DEEPEST:
            raise _TooLargeError(_place(event.start_mark, file_label))


class _Builder:
    """Turns PyYAML's nodes into ours, noting duplicate keys and tags on the way."""

    def __init__(self, text: str, file_label: str) -> None:
        self._text = text
        self._file_label = file_label
        self._found: list[Diagnostic] = []
        self._count = 0
        self._top = Location(file_label, 1, 1)
        """The key at the top of the file whose value is being built: an alias does not tell its own place."""

    def build(self, root: yaml.Node) -> tuple[Node, tuple[Diagnostic, ...]]:
        node = self._node(root, ())
        return node, tuple(self._found)

    def _tell(self, code: str, message: str, place: Location, hint: str, path: Path) -> None:
        self._found.append(Diagnostic(code, message, place, hint, field=format_path(path)))

    def _node(self, node: yaml.Node, path: Path) -> Node:
        place = _place(node.start_mark, self._file_label)
        self._count += 1
        if len(path) > _DEEPEST:
            raise _TooLargeError(place)
        if self._count > _MOST_NODES:
            raise _TooLargeError(self._top)
        if node.tag not in _PLAIN_TAGS:
            message = _("a plain value is expected, found the tag {tag}").format(tag=node.tag)
            self._tell("E109", message, place, _("Delete the word that begins with '!'."), path)
        if isinstance(node, yaml.MappingNode):
            if self._is_template_mark(node):
                self._tell_template_mark(place, path)
                return Scalar("-", place, is_told=True)
            return Mapping(tuple(self._entries(node, path)), place)
        if isinstance(node, yaml.SequenceNode):
            items = (self._node(item, (*path, number)) for number, item in enumerate(node.value))
            return Sequence(tuple(items), place)
        empty = not getattr(node, "style", None) and node.value in _EMPTY_WORDS
        end = (node.end_mark.line + 1, node.end_mark.column + 1)
        return Scalar(None if empty else node.value, place, end)

    def _is_template_mark(self, node: yaml.Node) -> bool:
        return self._text.startswith(TEMPLATE_MARKS, node.start_mark.index)

    def _tell_template_mark(self, place: Location, path: Path) -> None:
        message = _("text is expected, found a template mark such as '{{'")
        self._tell("E208", message, place, template_mark_hint(), path)

    def _entries(self, node: yaml.MappingNode, path: Path) -> Iterator[Entry]:
        first: dict[str, Location] = {}
        for key_node, value_node in node.value:
            place = _place(key_node.start_mark, self._file_label)
            if not isinstance(key_node, yaml.ScalarNode):
                self._tell_not_a_key(key_node, place, path)
                continue
            key = key_node.value
            self._top = self._top if path else place
            value = self._node(value_node, (*path, key))
            if key in first:
                message = _("the key '{key}' stands here again, first at line {line}")
                message = message.format(key=key, line=first[key].line)
                self._tell("E107", message, place, _("Keep one of the two."), (*path, key))
                continue
            first[key] = place
            yield Entry(key, place, value)

    def _tell_not_a_key(self, node: yaml.Node, place: Location, path: Path) -> None:
        if self._is_template_mark(node):
            self._tell_template_mark(place, path)
        else:
            self._tell("E109", _("a key is expected before ':'"), place, _("Put the text in quotes."), path)


def _failed(code: str, message: str, place: Location, hint: str) -> Checked[Mapping]:
    return Checked(None, (Diagnostic(code, message, place, hint),))
