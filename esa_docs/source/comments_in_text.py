"""Comments behind a text that is printed: a ``# `` is as likely a part of the text as a comment (E112)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.model.printed_fields import FieldType, type_of
from esa_docs.source import tree
from esa_docs.source.eaten_text import COMMENT, SURE_TEXT, lost_comment
from esa_docs.source.tree import Node, Path, Scalar, format_path

_BEGIN_OF_COMMENT: Final = "# "
_TWO_BLANKS: Final = "  "
"""Two blanks or more stand before what is typed as a comment; text has one."""


def comments_in_texts(
    content: tree.Mapping, model: type[BaseModel], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each comment behind a text that is printed.

    It is a warning, and an information where the comment has the form of one: two blanks before the sign.

    Args:
        content: the content of a document.
        model: its model.
        texts: text of each of its files, by label.
    """
    if not any(f" {_BEGIN_OF_COMMENT}" in text for text in texts.values()):
        return
    lines = {file_label: text.split("\n") for file_label, text in texts.items()}
    yield from _in_value(content, FieldType(model, steers=False), (), lines)


def _in_value(
    node: Node, field_type: FieldType, path: Path, lines: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    if isinstance(node, tree.Sequence):
        for index, item in enumerate(node.items):
            yield from _in_value(item, field_type, (*path, index), lines)
    elif isinstance(node, tree.Mapping):
        for key, value, type_of_value in _fields_in(node, field_type.model):
            yield from _in_value(value, type_of_value, (*path, key), lines)
    elif field_type.is_printed_text and node.place.path in lines:
        yield from _behind(node, path, lines[node.place.path])


def _fields_in(node: tree.Mapping, model: type[BaseModel] | None) -> Iterator[tuple[str, Node, FieldType]]:
    """Generate the entries of a mapping that its model knows, each with its type."""
    if model is None:
        return
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for entry in node.entries:
        if entry.key in fields:
            yield entry.key, entry.value, type_of(fields[entry.key])


def _behind(scalar: Scalar, path: Path, lines: list[str]) -> Iterator[Diagnostic]:
    """Generate the diagnostic of the comment behind a text, unless it is told without knowing the field."""
    line_number, column = scalar.end
    if not scalar.text or not scalar.is_plain or line_number > len(lines):
        return
    line = lines[line_number - 1]
    match = COMMENT.match(line, column - 1)
    if match is None or SURE_TEXT.match(line, column - 1):
        return
    comment = match[0]
    severity = Severity.WARNING
    if comment.startswith(_TWO_BLANKS):
        severity = Severity.INFO
    blanks = len(comment) - len(comment.lstrip())
    place = Location(scalar.place.path, line_number, column + blanks)
    yield lost_comment(scalar.text, comment, severity, place, format_path(path))
