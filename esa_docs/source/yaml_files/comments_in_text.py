"""Comments of the usual form, ``# …``, behind a text that is printed: as likely a part of the text (E112).

Only the model says what is printed, so `binding.py` asks this module for every file that it reads. Comments
that are text by their form, such as ``#1``, are the part of `sure_comments.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.model.printed_fields import FieldType, type_of
from esa_docs.model.scaffold_examples import MARK
from esa_docs.source.yaml_files import tree
from esa_docs.source.yaml_files.sure_comments import comment_apart, is_sure, lost_comment
from esa_docs.source.yaml_files.tree import Node, Path, Scalar, format_path

_SIGN: Final = re.compile(r"#+[ \t]")
_BLANKS: Final = (" ", "\t")
_COMMENT: Final = re.compile(r"[ \t]+(?=#)[^\n]*")
"""A comment behind a value, with the blanks before it."""
_COMMENT_OF_KEY: Final = re.compile(r"[^:#]*:(?P<comment>[ \t]+#[^\n]*)")
_TWO_BLANKS: Final = "  "
"""Two blanks or more stand before what is typed as a comment; text has one."""


def comments_in_texts(
    content: tree.Mapping, model: type[BaseModel], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each comment behind a text that is printed.

    It is a warning, and an information where the comment has the form of one: two blanks before the sign.

    Args:
        content: what a file holds.
        model: its model.
        texts: text of each of its files, by label.
    """
    if not any(map(_has_comment_behind, texts.values())):
        return
    lines = {file_label: text.split("\n") for file_label, text in texts.items()}
    yield from _in_value(content, FieldType(model, steers=False), (), lines)


def _has_comment_behind(text: str) -> bool:
    """Return whether a comment of the usual form stands behind something on its line.

    Most files have none, and need no other look at them.
    """
    for match in _SIGN.finditer(text):
        start = match.start()
        line_start = text.rfind("\n", 0, start) + 1
        is_behind_blank = text.endswith(_BLANKS, line_start, start)
        if is_behind_blank and text[line_start:start].strip():
            return True
    return False


def _in_value(
    node: Node, field_type: FieldType, path: Path, lines: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    if isinstance(node, tree.Sequence):
        for index, item in enumerate(node.items):
            yield from _in_value(item, field_type, (*path, index), lines)
    elif isinstance(node, tree.Mapping):
        yield from _in_mapping(node, field_type.model or field_type.keys, path, lines)
    elif field_type.is_printed_text and node.place.path in lines:
        yield from _behind(node, path, lines[node.place.path])


def _in_mapping(
    node: tree.Mapping, model: type[BaseModel] | None, path: Path, lines: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    for entry, field_type in _fields_in(node, model):
        key_path = (*path, entry.key)
        if isinstance(entry.value, tree.Sequence) and field_type.is_printed_text:
            yield from _behind_key(entry, key_path, lines)
        yield from _in_value(entry.value, field_type, key_path, lines)


def _fields_in(node: tree.Mapping, model: type[BaseModel] | None) -> Iterator[tuple[tree.Entry, FieldType]]:
    """Generate the entries of a mapping that its model knows, each with its type."""
    if model is None:
        return
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for entry in node.entries:
        if entry.key in fields:
            yield entry, type_of(fields[entry.key])


def _behind(scalar: Scalar, path: Path, lines: list[str]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of the comment behind a text, unless it is told without knowing the field."""
    line_number, column = scalar.end
    if not scalar.is_plain or line_number > len(lines):
        return
    match = _COMMENT.match(lines[line_number - 1], column - 1)
    if match is None:
        return
    comment = match[0]
    if comment.startswith(MARK):
        return
    blanks = len(comment) - len(comment.lstrip())
    if is_sure(comment, blanks):
        return
    place = Location(scalar.place.path, line_number, column + blanks)
    yield lost_comment(scalar.text or "", comment, _severity(comment), place, format_path(path))


def _behind_key(entry: tree.Entry, path: Path, lines: Mapping[str, list[str]]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of the comment behind a key whose texts stand in the lines below (info)."""
    place = entry.key_place
    if place.path not in lines or entry.value.place.line <= place.line:
        return
    match = _COMMENT_OF_KEY.match(lines[place.path][place.line - 1], place.column - 1)
    if match is None:
        return
    comment = match["comment"].lstrip()
    begin = match.end() - len(comment)
    if not is_sure(comment, 0):
        place_of_comment = Location(place.path, place.line, begin + 1)
        yield comment_apart(comment, Severity.INFO, place_of_comment, format_path(path))


def _severity(comment: str) -> Severity:
    """Return how sure it is that a comment is text, from the blanks before it."""
    return Severity.INFO if comment.startswith(_TWO_BLANKS) else Severity.WARNING
