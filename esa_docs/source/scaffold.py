"""A new content file: every field of its kind with its meaning, ready to be filled in.

Fields that must be there hold an example; those that may be left out stand behind ``#``.
"""

from __future__ import annotations

import datetime as dt
import inspect
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from esa_docs.i18n import gettext as _
from esa_docs.model.edition import Edition
from esa_docs.model.kind import Kind
from esa_docs.model.people import Person
from esa_docs.source.scaffold_examples import BLANK, DATE, EXAMPLES, SHOWN, TEXT
from esa_docs.source.schema import editor_line, field_text
from esa_docs.source.yaml_text import scalar_text

_INDENT = "  "
_OFF = "# "
_REFERRED_TO = (Person, Edition)
"""Models that content names by an id."""


@dataclass(frozen=True, slots=True)
class _Scaffold:
    """What the lines of a file depend on.

    Attributes:
        person: id of somebody in people.yaml.
        of_project: examples from the project by ``Model.field``.
        invented: examples by ``Model.field``.
        offered: fields that stand ready to be filled in.
        above: models within which a field stands; one within itself is shown once.
    """

    person: str
    of_project: Mapping[str, str]
    invented: Mapping[str, str]
    offered: frozenset[str]
    above: tuple[type[BaseModel], ...] = ()

    def within(self, model: type[BaseModel]) -> _Scaffold:
        return replace(self, above=(*self.above, model))


def scaffold_text(kind: Kind[Any], *, person: str, depth: int, of_project: Mapping[str, str]) -> str:
    """Write a new content file.

    Args:
        kind: kind of document.
        person: id by which examples refer to a person.
        depth: folders between the project and the file.
        of_project: examples from the project, by ``Model.field``.
    """
    usage = _("What stands behind # may be left out; delete the # of a line to use it.")
    model, examples = kind.content, kind.examples
    rest = dict(model.model_fields)
    of_kind = _explained(rest.pop("kind").description)
    lines = [editor_line(kind.name, depth), *_explained(model.__doc__), f"# {usage}", *of_kind]
    invented = {**EXAMPLES, **examples.texts}
    offered = SHOWN | BLANK | examples.offered | of_project.keys()
    scaffold = _Scaffold(person, of_project, invented, offered)
    return "\n".join([*lines, f"kind: {kind.name}", *_fields(model, rest, scaffold), ""])


def _explained(docstring: str | None) -> Iterator[str]:
    if docstring:
        yield f"# {field_text(docstring)}"


def _fields(model: type[BaseModel], fields: dict[str, FieldInfo], file: _Scaffold) -> Iterator[str]:
    inner = file.within(model)
    names = {name: _full_name(model, name) for name in fields}
    needed = [name for name in fields if fields[name].is_required() or names[name] in file.offered]
    needed = needed or list(fields)[:1]
    for name, field in fields.items():
        lines = list(_field(names[name], field, inner))
        if not lines:
            continue
        yield from _explained(field.description)
        yield from lines if name in needed else (f"{_OFF}{line}" for line in lines)


def _field(name: str, field: FieldInfo, file: _Scaffold) -> Iterator[str]:
    """Write a field as lines; none for a model within itself."""
    key = field.alias or name.partition(".")[2]
    if name in BLANK:
        yield f"{key}:"
        return
    kind, depth = _kind_of(field.annotation)
    if isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, _REFERRED_TO):
        if kind in file.above:
            return
        inner = dict(kind.model_fields)
        lines = list(_fields(kind, _needed_first(kind, inner, file) if depth else inner, file))
        yield f"{key}:"
        yield from _item(lines) if depth else (f"{_INDENT}{line}" for line in lines)
        return
    value = _example(name, field, kind, file)
    rows = "[" * (depth - 1), "]" * (depth - 1)
    yield from (f"{key}:", f"{_INDENT}- {value.join(rows)}") if depth else (f"{key}: {value}",)


def _needed_first(
    model: type[BaseModel], fields: dict[str, FieldInfo], file: _Scaffold
) -> dict[str, FieldInfo]:
    """Put the first field that must be there before the others: it bears the dash of a list's item."""
    first = next((name for name in fields if fields[name].is_required()), next(iter(fields)))
    offered = any(_full_name(model, name) in file.offered - BLANK for name in fields)
    return fields if offered else {first: fields[first], **fields}


def _item(lines: list[str]) -> Iterator[str]:
    """Put the dash of a list's item before its first key; what explains that key goes above the item."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    yield from (f"{_INDENT}{line}" for line in lines[:first])
    yield f"{_INDENT}- {lines[first]}"
    yield from (f"{_INDENT}  {line}" for line in lines[first + 1 :])


def _full_name(model: type[BaseModel], name: str) -> str:
    """Name a field by the model in which it was first declared."""
    declaring = [one for one in model.__mro__ if name in inspect.get_annotations(one)]
    return f"{(declaring or [model])[-1].__name__}.{name}"


def _kind_of(annotation: Any) -> tuple[Any, int]:
    """Give the type inside ``T | None``, tuples and annotations, and how many tuples there are."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kind_of(inner[0])
    if origin in {typing.Union, types.UnionType}:
        return _kind_of(next(one for one in inner if one is not type(None)))
    if origin in {tuple, list}:
        kind, depth = _kind_of(inner[0])
        return kind, depth + 1
    return annotation, 0


def _example(name: str, field: FieldInfo, kind: Any, file: _Scaffold) -> str:
    """Give an example as YAML: the default, an example of its own, or one of its type."""
    if kind in {bool, int}:
        plain = field.default if isinstance(field.default, bool | int) else 1
        return str(bool(plain) if kind is bool else plain).lower()
    if isinstance(field.default, str):
        return scalar_text(field.default)
    example = file.of_project.get(name) or file.invented.get(name)
    if kind is Person:
        return scalar_text(example or file.person)
    choices = typing.get_args(kind) if typing.get_origin(kind) is Literal else ()
    of_type = DATE if kind is dt.date else str(choices[0]) if choices else TEXT
    return scalar_text(example or of_type)
