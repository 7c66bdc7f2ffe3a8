"""Which fields of content may hold blocks among their paragraphs."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from esa_docs.model.prose.blocks import Block


def names_with_blocks(content: type[BaseModel]) -> frozenset[str]:
    """Return the names of the fields of a model, and of the models in it, that may hold blocks.

    Args:
        content: a model of content.
    """
    return frozenset(_names_in(content, {Block}))


def _names_in(model: type[BaseModel], seen_models: set[type[BaseModel]]) -> Iterator[str]:
    seen_models.add(model)
    for name, field in model.model_fields.items():
        models = list(_models_in(field.annotation))
        if Block in models:
            yield name
        for inner_model in models:
            if inner_model not in seen_models:
                yield from _names_in(inner_model, seen_models)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Generate the models that a type names, such as those of the items of a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)
