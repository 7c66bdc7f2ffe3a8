"""A new content file: every field of its kind with its meaning, ready to be filled in.

Fields that must be there hold an example; those that may be left out stand behind ``#``.
"""

from __future__ import annotations

import datetime as dt
import inspect
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from esa_docs.i18n import gettext as _
from esa_docs.model.edition import Edition
from esa_docs.model.inner_values import REFERRED_TO
from esa_docs.model.kind import Kind
from esa_docs.model.people import Person
from esa_docs.model.scaffold_examples import (
    BLANK,
    DATE,
    EXAMPLES,
    MARKED,
    NUMBER,
    OFFERED,
    TEXT,
    is_plainly_example,
    marked,
)
from esa_docs.source.scaffolds.block_example import block_example, first_list_of_blocks
from esa_docs.source.scaffolds.scaffold_types import Scaffold, inner_type_of
from esa_docs.source.schemas.schema import editor_line, field_text
from esa_docs.source.yaml_files.yaml_text import scalar_text

_INDENT = "  "


def scaffold_text(
    kind: Kind[Any], *, person: str, depth: int, of_project: Mapping[str, str], has_marks: bool = False
) -> str:
    """Return the text of a new content file.

    Args:
        kind: kind of document.
        person: id by which examples refer to a person.
        depth: folders between the project and the file.
        of_project: examples from the project, by ``Model.field``.
        has_marks: whether texts may bear marks, and blocks stand among them (content version 2).
    """
    model, examples = kind.content, kind.examples
    fields = dict(model.model_fields)
    kind_field = fields.pop("kind")
    scaffold = Scaffold(
        person,
        project_examples=of_project,
        invented_examples={**EXAMPLES, **examples.texts},
        offered=OFFERED | BLANK | examples.offered | of_project.keys(),
    )
    usage = _(
        "What stands behind # may be left out; to use a line, delete its # and the one blank behind it."
    )
    marks = _("A value with '# ตัวอย่าง' behind it is an example: write what is true, or delete that comment.")
    lines = [
        editor_line(kind.name, depth),
        *_comment_lines(model.__doc__),
        f"# {usage} {marks}",
        *_comment_lines(kind_field.description),
        f"kind: {kind.name}",
    ]
    if has_marks:
        scaffold = replace(
            scaffold,
            block_example_below=first_list_of_blocks(fields),
            has_recipients=kind.recipients is not None,
        )
    lines += _lines_of_fields(model, fields, scaffold)
    return "\n".join(lines) + "\n"


def _comment_lines(docstring: str | None) -> Iterator[str]:
    """Generate the comment that explains a model or field; nothing where it has no docstring."""
    if docstring:
        yield f"# {field_text(docstring)}"


def _lines_of_fields(
    model: type[BaseModel], fields: Mapping[str, FieldInfo], scaffold: Scaffold
) -> Iterator[str]:
    """Generate the lines of fields of a model; those of a field that does not stand ready are comments."""
    inner = scaffold.within(model)
    ready_names = _ready_names(model, fields, scaffold)
    for name, field in fields.items():
        lines = list(_lines_of_field(_full_name(model, name), field, inner))
        if not lines:
            continue
        yield from _comment_lines(field.description)
        if name in ready_names:
            yield from lines
        else:
            yield from _indented(lines, "# ")
        if name == scaffold.block_example_below:
            yield from block_example(for_recipients=scaffold.has_recipients)


def _ready_names(model: type[BaseModel], fields: Mapping[str, FieldInfo], scaffold: Scaffold) -> list[str]:
    """Return the fields that stand ready to be filled in; the first, where there are none."""
    names = []
    for name, field in fields.items():
        if field.is_required() or _full_name(model, name) in scaffold.offered:
            names.append(name)
    return names or list(fields)[:1]


def _lines_of_field(full_name: str, field: FieldInfo, scaffold: Scaffold) -> Iterator[str]:
    """Generate the lines of a field; none for a model within itself."""
    _model, _dot, name = full_name.partition(".")
    key = field.alias or name
    if full_name in BLANK:
        yield f"{key}:"
        return
    inner_type, depth = inner_type_of(field.annotation)
    if typing.get_origin(inner_type) is dict:
        yield f"{key}: {{{scaffold.invented_examples[full_name]}}}"
        return
    if not _is_written_out(inner_type):
        example = _example(full_name, field, inner_type, scaffold)
        mark = marked(example) if _may_be_true(full_name, inner_type, example, scaffold) else ""
        yield from _lines_of_value(key, scalar_text(example), depth, mark)
    elif inner_type not in scaffold.outer_models:
        yield f"{key}:"
        if depth > 0:
            yield from _lines_of_item(inner_type, scaffold)
        else:
            yield from _indented(_lines_of_fields(inner_type, inner_type.model_fields, scaffold), _INDENT)


def _is_written_out(inner_type: Any) -> bool:
    """Return whether a type is a model whose fields stand in the file itself."""
    if not isinstance(inner_type, type):
        return False
    return issubclass(inner_type, BaseModel) and not issubclass(inner_type, REFERRED_TO)


def _may_be_true(full_name: str, inner_type: Any, example: str, scaffold: Scaffold) -> bool:
    """Return whether an example may be taken for a true value.

    It may where the program guesses it from the project, and where it is a person, a day, a time or a number.
    An edition was chosen, and is no example.
    """
    if inner_type in {Person, dt.date, dt.time, Decimal}:
        return True
    is_edition = isinstance(inner_type, type) and issubclass(inner_type, Edition)
    is_guessed = full_name in scaffold.project_examples or full_name in MARKED
    return is_guessed and not is_edition and not is_plainly_example(example)


def _lines_of_value(key: str, value: str, depth: int, mark: str) -> Iterator[str]:
    """Generate the lines of a value without keys of its own, in so many lists, with its mark behind it."""
    if depth == 0:
        yield f"{key}: {value}{mark}"
        return
    # A list of lists, such as the rows of a table, has its inner lists between brackets.
    opening, closing = "[" * (depth - 1), "]" * (depth - 1)
    yield f"{key}:"
    yield f"{_INDENT}- {opening}{value}{closing}{mark}"


def _lines_of_item(model: type[BaseModel], scaffold: Scaffold) -> Iterator[str]:
    """Generate the lines of a list's item; the dash stands before its first key that is no comment."""
    fields = _fields_of_item(model, scaffold)
    lines = list(_lines_of_fields(model, fields, scaffold))
    first = 0
    while lines[first].startswith("#"):
        first += 1
    yield from _indented(lines[:first], _INDENT)
    yield f"{_INDENT}- {lines[first]}"
    yield from _indented(lines[first + 1 :], f"{_INDENT}  ")


def _fields_of_item(model: type[BaseModel], scaffold: Scaffold) -> Mapping[str, FieldInfo]:
    """Return the fields of a list's item in the order in which they are written.

    The first required field comes first: it bears the dash, which a comment cannot bear. Where the scaffold
    offers a field of the model, all stay in the order of the model.
    """
    fields = model.model_fields
    offered = scaffold.offered - BLANK
    if any(_full_name(model, name) in offered for name in fields):
        return fields
    required_names = [name for name, field in fields.items() if field.is_required()]
    first = required_names[0] if required_names else next(iter(fields))
    return {first: fields[first], **fields}


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}{line}"


def _full_name(model: type[BaseModel], name: str) -> str:
    """Return a field as ``Model.field``, after the model that first declares it."""
    declaring_model = model
    # From the model itself to its most distant ancestor.
    for ancestor in model.__mro__:
        if name in inspect.get_annotations(ancestor):
            declaring_model = ancestor
    return f"{declaring_model.__name__}.{name}"


def _example(full_name: str, field: FieldInfo, inner_type: Any, scaffold: Scaffold) -> str:
    """Return the example of a field: its default, an example under its name, or one of its type."""
    if inner_type is bool:
        return "false" if field.default is False else "true"
    if inner_type is int:
        return str(field.default) if isinstance(field.default, int) else "1"
    if isinstance(field.default, str):
        return field.default
    example = scaffold.project_examples.get(full_name) or scaffold.invented_examples.get(full_name)
    if not example:
        example = _example_of_type(inner_type, scaffold)
    return example


def _example_of_type(inner_type: Any, scaffold: Scaffold) -> str:
    if inner_type is Person:
        return scaffold.person
    if inner_type is dt.date:
        return DATE
    if inner_type is Decimal:
        return NUMBER
    if typing.get_origin(inner_type) is Literal:
        choices = typing.get_args(inner_type)
        return str(choices[0])
    return TEXT
