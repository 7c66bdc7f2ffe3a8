"""From a YAML tree to a model: every fault of a file in one pass, each at its line and column."""

from __future__ import annotations

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.source.faults import describe_fault
from esa_docs.source.tree import Mapping, Node, Scalar, Sequence, to_plain

M = TypeVar("M", bound=BaseModel)
Path = tuple[int | str, ...]


def bind(
    node: Mapping, model: type[M], context: object = None, texts: dict[str, str] | None = None
) -> Checked[M]:
    """Validate a tree against a model.

    Args:
        node: the file's content.
        model: what it should be.
        context: what references in it are resolved against.
        texts: text of each file named in the tree, to point into the middle of a scalar.
    """
    try:
        return Checked(model.model_validate(to_plain(node), context=context))
    except ValidationError as fault:
        details = fault.errors(include_url=False)
        return Checked(None, tuple(_diagnose(detail, node, model, texts or {}) for detail in details))


def _diagnose(detail: ErrorDetails, node: Node, model: type[BaseModel], texts: dict[str, str]) -> Diagnostic:
    path = detail["loc"]
    unknown = detail["type"] == "extra_forbidden"
    place = _key_place(node, path) if unknown else _place(node, path)
    context = dict(detail.get("ctx", {}))
    if unknown:
        context["choices"] = _fields_at(model, path[:-1])
    mark = context.get("mark")
    if isinstance(mark, str) and place.path in texts:
        place = _inside(texts[place.path], place, mark)
    return describe_fault(detail, context, place, _format_path(path))


def _place(node: Node, path: Path) -> Location:
    """Give the place of the value at ``path``, or of the nearest thing above it that exists."""
    place = node.place
    for step in path:
        found = _child(node, step)
        if found is None:
            return place
        node = found
        place = node.place
    return place


def _key_place(node: Node, path: Path) -> Location:
    for step in path[:-1]:
        node = _child(node, step) or node
    entry = node.get(str(path[-1])) if isinstance(node, Mapping) else None
    return entry.key_place if entry else node.place


def _child(node: Node, step: int | str) -> Node | None:
    if isinstance(node, Mapping):
        entry = node.get(str(step))
        return _value_or_key(entry.value, entry.key_place) if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _value_or_key(value: Node, key_place: Location) -> Node:
    """Point at the key where no value stands: an empty value's own place may be on a later line."""
    return Scalar(None, key_place) if isinstance(value, Scalar) and value.text is None else value


def _inside(text: str, start: Location, mark: str) -> Location:
    """Find a piece of text at or after a place of a file."""
    lines = text.split("\n")
    offset = start.column - 1
    for number in range(start.line, len(lines) + 1):
        column = lines[number - 1].find(mark, offset)
        if column >= 0:
            return Location(start.path, number, column + 1)
        offset = 0
    return start


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_model_in, typing.get_args(annotation))), None)


def _format_path(path: Path) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
