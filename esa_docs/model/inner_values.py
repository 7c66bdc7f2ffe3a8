"""What stands within a value of content: the one walk for all that look for blocks, pictures or tables in it.

It goes by the fields of the models, so it comes to what stands in a field that is added to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

from pydantic import BaseModel

from esa_docs.model.edition import Edition
from esa_docs.model.people import KeyPath, Person

REFERRED_TO: Final = (Person, Edition)
"""Models that content names by an id: what they say is not said by the paper."""
_Model = TypeVar("_Model", bound=BaseModel)


def inner_values(value: object) -> Iterator[tuple[int | str, object]]:
    """Generate what a value of content holds: values of its keys, items of its lists; of a text nothing."""
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, BaseModel) and not isinstance(value, REFERRED_TO):
        for name, field in type(value).model_fields.items():
            yield field.alias or name, getattr(value, name)


def models_in(value: object, model: type[_Model], path: KeyPath = ()) -> Iterator[tuple[KeyPath, _Model]]:
    """Generate the values of a model in content, each with its key path, and before those within it.

    Args:
        value: content of any kind, or a part of it; it comes first where it is of the model.
        model: the model, such as `Block`.
        path: key path of the content.
    """
    if isinstance(value, model):
        yield path, value
    for inner_path, inner in outermost_within(value, model, path):
        yield from models_in(inner, model, inner_path)


def outermost_within(
    value: object, model: type[_Model], path: KeyPath = ()
) -> Iterator[tuple[KeyPath, _Model]]:
    """Generate the values of a model within content, each with its key path, but for those in another one.

    Args:
        value: content of any kind, or a part of it.
        model: the model, such as `Block`.
        path: key path of the content.
    """
    for step, inner in inner_values(value):
        # Texts hold nothing. A table has thousands of them, and pydantic is slow to say that one is no model.
        if isinstance(inner, str) or not inner:
            continue
        if isinstance(inner, model):
            yield (*path, step), inner
        else:
            yield from outermost_within(inner, model, (*path, step))
