"""From a YAML tree to a model: every fault of a file in one pass, each at its line and column."""

from __future__ import annotations

import types
import typing
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.source.faults import describe_fault
from esa_docs.source.tree import Mapping, Node, Path, Scalar, Sequence, format_path, to_plain, value_place

M = TypeVar("M", bound=BaseModel)
_KEY: Final = "[key]"
"""What pydantic puts behind the path of a key that is refused."""


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
        details = [one for one in fault.errors(include_url=False) if not _follows_from_another(one, node)]
        return Checked(None, tuple(_diagnose(detail, node, model, texts or {}) for detail in details))


def locate(node: Mapping, path: Path) -> tuple[Location, str]:
    """Give the place of a key path, or of the nearest above it that is written, and its name in its file."""
    found, path_in_file = _descend(node, path)
    return found.place, format_path(path_in_file)


def _follows_from_another(detail: ErrorDetails, root: Node) -> bool:
    """Tell whether a fault is only the echo of one that is told elsewhere.

    Pydantic calls a list too short when its items are faulty, and a value that the reader has already
    refused was given a stand-in.
    """
    if detail["type"] == "too_short":
        return bool(detail["input"])  # only lists are too short: a text is string_too_short
    node, _ = _descend(root, detail["loc"])
    return isinstance(node, Scalar) and node.is_told


def _diagnose(detail: ErrorDetails, root: Node, model: type[BaseModel], texts: dict[str, str]) -> Diagnostic:
    context = dict(detail.get("ctx", {}))
    path = (*detail["loc"], *([context["key"]] if "key" in context else []))
    node, path_in_file = _descend(root, path)
    place = node.place
    if detail["type"] == "extra_forbidden":
        place = _key_place(root, path)
        context["choices"] = _fields_at(model, path[:-1])
    if path[-1:] == (_KEY,):
        place = _key_place(root, path[:-1])
        path_in_file = path_in_file[:-1]
    mark = context.get("mark")
    if isinstance(mark, str) and isinstance(node, Scalar) and place.path in texts:
        place = _inside(texts[place.path], node, mark)
    return describe_fault(detail, context, place, format_path(path_in_file))


def _descend(node: Node, path: Path) -> tuple[Node, Path]:
    """Give the value at ``path``, or the nearest above it that exists, and the path inside its own file."""
    path_in_file = path
    for number, step in enumerate(path, start=1):
        found = _child(node, step)
        if found is None:
            break
        if found.place.path != node.place.path:
            path_in_file = path[number:]
        node = found
    return node, path_in_file


def _key_place(root: Node, path: Path) -> Location:
    node, _ = _descend(root, path[:-1])
    entry = node.get(str(path[-1])) if isinstance(node, Mapping) else None
    return entry.key_place if entry else node.place


def _child(node: Node, step: int | str) -> Node | None:
    if isinstance(node, Mapping):
        entry = node.get(str(step))
        if entry and isinstance(entry.value, Scalar) and entry.value.text is None:
            return Scalar(None, value_place(entry))
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _inside(text: str, scalar: Scalar, mark: str) -> Location:
    """Find a piece of text inside a scalar; where an escape hides it, give the scalar's own place."""
    lines = text.split("\n")
    last, stop = scalar.end
    offset = scalar.place.column - 1
    for number in range(scalar.place.line, min(last, len(lines)) + 1):
        column = lines[number - 1].find(mark, offset, stop - 1 if number == last else None)
        if column >= 0:
            return Location(scalar.place.path, number, column + 1)
        offset = 0
    return scalar.place


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_model_in, typing.get_args(annotation))), None)
