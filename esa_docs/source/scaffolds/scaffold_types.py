"""The types of fields as a new content file shows them."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Scaffold:
    """The examples of a new file, and how they are laid out.

    Attributes:
        person: id of somebody in people.yaml.
        project_examples: examples from the project, by ``Model.field``.
        invented_examples: examples of the kind, by ``Model.field``.
        offered: fields that may be left out and yet stand ready to be filled in, as ``Model.field``.
        outer_models: models within which a field stands; a model is not written within itself.
        block_example_below: the field at the top below which an example of a block stands; None for none.
        has_recipients: whether that example shows what a letter says to each of its recipients.
    """

    person: str
    project_examples: Mapping[str, str]
    invented_examples: Mapping[str, str]
    offered: frozenset[str]
    outer_models: tuple[type[BaseModel], ...] = ()
    block_example_below: str | None = None
    has_recipients: bool = False

    def within(self, model: type[BaseModel]) -> Scaffold:
        """Return the examples for the fields of a model."""
        return replace(self, outer_models=(*self.outer_models, model), block_example_below=None)


def types_within(annotation: Any) -> Iterator[Any]:
    """Generate the types that stand in a type: in tuples, in unions and in annotations."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        arguments = arguments[:1]
    for argument in arguments:
        yield from types_within(argument)
    if not arguments:
        yield annotation


def inner_type_of(annotation: Any) -> tuple[Any, int]:
    """Return the type inside ``T | None``, tuples and annotations, and how many tuples there are."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return inner_type_of(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        types_beside_none = [argument for argument in arguments if argument is not type(None)]
        return inner_type_of(types_beside_none[0])
    if origin in {tuple, list}:
        inner_type, depth = inner_type_of(arguments[0])
        return inner_type, depth + 1
    return annotation, 0
