"""A new content file: every field of its kind with its meaning, ready to be filled in.

Fields that must be there hold an example; those that may be left out stand behind ``#``.
"""

from __future__ import annotations

import datetime as dt
import inspect
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
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
_REFERRED_TO = (Person, Edition)
"""Models that content names by an id."""


@dataclass(frozen=True, slots=True)
class _Scaffold:
    """What the lines of a file depend on.

    Attributes:
        person: id of somebody in people.yaml.
        project_examples: examples from the project, by ``Model.field``.
        invented_examples: examples of the kind, by ``Model.field``.
        offered: fields that may be left out and yet stand ready to be filled in, as ``Model.field``.
        outer_models: models within which a field stands; a model within itself is written once.
    """

    person: str
    project_examples: Mapping[str, str]
    invented_examples: Mapping[str, str]
    offered: frozenset[str]
    outer_models: tuple[type[BaseModel], ...] = ()

    def within(self, model: type[BaseModel]) -> _Scaffold:
        return replace(self, outer_models=(*self.outer_models, model))


def scaffold_text(kind: Kind[Any], *, person: str, depth: int, of_project: Mapping[str, str]) -> str:
    """Return the text of a new content file.

    Args:
        kind: kind of document.
        person: id by which examples refer to a person.
        depth: folders between the project and the file.
        of_project: examples from the project, by ``Model.field``.
    """
    model, examples = kind.content, kind.examples
    fields = dict(model.model_fields)
    kind_field = fields.pop("kind")
    scaffold = _Scaffold(
        person,
        project_examples=of_project,
        invented_examples={**EXAMPLES, **examples.texts},
        offered=SHOWN | BLANK | examples.offered | of_project.keys(),
    )
    usage = _("What stands behind # may be left out; delete the # of a line to use it.")
    lines = [
        editor_line(kind.name, depth),
        *_comment(model.__doc__),
        f"# {usage}",
        *_comment(kind_field.description),
        f"kind: {kind.name}",
        *_fields(model, fields, scaffold),
    ]
    return "\n".join(lines) + "\n"


def _comment(docstring: str | None) -> Iterator[str]:
    """Generate the comment that explains a model or field; nothing where it has no docstring."""
    if docstring:
        yield f"# {field_text(docstring)}"


def _fields(model: type[BaseModel], fields: Mapping[str, FieldInfo], scaffold: _Scaffold) -> Iterator[str]:
    """Generate the lines of fields; those of a field that may be left out are comments."""
    inner = scaffold.within(model)
    ready_names = _ready_names(model, fields, scaffold)
    for name, field in fields.items():
        lines = list(_field(_full_name(model, name), field, inner))
        if not lines:
            continue
        yield from _comment(field.description)
        if name in ready_names:
            yield from lines
        else:
            yield from _indented(lines, "# ")


def _ready_names(model: type[BaseModel], fields: Mapping[str, FieldInfo], scaffold: _Scaffold) -> list[str]:
    """Return the fields that stand ready to be filled in; the first, where there are none."""
    names = []
    for name, field in fields.items():
        if field.is_required() or _full_name(model, name) in scaffold.offered:
            names.append(name)
    return names or list(fields)[:1]


def _field(name: str, field: FieldInfo, scaffold: _Scaffold) -> Iterator[str]:
    """Generate the lines of a field; none for a model within itself."""
    key = field.alias or name.partition(".")[2]
    if name in BLANK:
        yield f"{key}:"
        return
    inner_type, depth = _inner_type(field.annotation)
    if _is_written_out(inner_type):
        if inner_type not in scaffold.outer_models:
            yield f"{key}:"
            yield from _model_lines(inner_type, scaffold, in_list=depth > 0)
        return
    value = _example(name, field, inner_type, scaffold)
    if depth == 0:
        yield f"{key}: {value}"
        return
    # A list of lists, such as the rows of a table, has its inner lists between brackets.
    opening, closing = "[" * (depth - 1), "]" * (depth - 1)
    yield f"{key}:"
    yield f"{_INDENT}- {opening}{value}{closing}"


def _is_written_out(inner_type: Any) -> bool:
    """Return whether a type is a model whose fields stand in the file itself."""
    if not isinstance(inner_type, type):
        return False
    return issubclass(inner_type, BaseModel) and not issubclass(inner_type, _REFERRED_TO)


def _model_lines(model: type[BaseModel], scaffold: _Scaffold, *, in_list: bool) -> Iterator[str]:
    """Generate the lines of a model below its key: an item of a list, or fields."""
    fields = model.model_fields
    if not in_list:
        yield from _indented(_fields(model, fields, scaffold), _INDENT)
        return
    item_fields = _fields_of_item(model, fields, scaffold)
    yield from _item(list(_fields(model, item_fields, scaffold)))


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}{line}"


def _fields_of_item(
    model: type[BaseModel], fields: Mapping[str, FieldInfo], scaffold: _Scaffold
) -> Mapping[str, FieldInfo]:
    """Return the fields of a list's item with the first required one before the others: it bears the dash.

    Fields of which one is offered stay in their order.
    """
    offered = scaffold.offered - BLANK
    if any(_full_name(model, name) in offered for name in fields):
        return fields
    required_names = [name for name, field in fields.items() if field.is_required()]
    first = required_names[0] if required_names else next(iter(fields))
    return {first: fields[first], **fields}


def _item(lines: list[str]) -> Iterator[str]:
    """Generate the lines of a list's item: the dash stands before its first key, comments of it above."""
    first = 0
    while lines[first].startswith("#"):
        first += 1
    yield from _indented(lines[:first], _INDENT)
    yield f"{_INDENT}- {lines[first]}"
    yield from _indented(lines[first + 1 :], f"{_INDENT}  ")


def _full_name(model: type[BaseModel], name: str) -> str:
    """Return a field as ``Model.field``, after the model that first declares it."""
    declaring_model = model
    for ancestor in model.__mro__:
        if name in inspect.get_annotations(ancestor):
            declaring_model = ancestor
    return f"{declaring_model.__name__}.{name}"


def _inner_type(annotation: Any) -> tuple[Any, int]:
    """Return the type inside ``T | None``, tuples and annotations, and how many tuples there are."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _inner_type(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        types_beside_none = [argument for argument in arguments if argument is not type(None)]
        return _inner_type(types_beside_none[0])
    if origin in {tuple, list}:
        inner_type, depth = _inner_type(arguments[0])
        return inner_type, depth + 1
    return annotation, 0


def _example(name: str, field: FieldInfo, inner_type: Any, scaffold: _Scaffold) -> str:
    """Return an example as YAML: the default, an example of its own, or one of its type."""
    if inner_type is bool:
        return "false" if field.default is False else "true"
    if inner_type is int:
        return str(field.default) if isinstance(field.default, int) else "1"
    if isinstance(field.default, str):
        return scalar_text(field.default)
    example = scaffold.project_examples.get(name) or scaffold.invented_examples.get(name)
    if not example:
        example = _example_of_type(inner_type, scaffold)
    return scalar_text(example)


def _example_of_type(inner_type: Any, scaffold: _Scaffold) -> str:
    if inner_type is Person:
        return scaffold.person
    if inner_type is dt.date:
        return DATE
    if typing.get_origin(inner_type) is Literal:
        choices = typing.get_args(inner_type)
        return str(choices[0])
    return TEXT
