"""The keys of the model at a place of a file: all, and those that say what it is about."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from esa_docs.model.other_words import OtherWords, OwnWords
from esa_docs.model.program_keys import PROGRAM_KEY
from esa_docs.source.yaml_files.tree import Path

_NO_KEYS: Final = frozenset({"model_type", "model_attributes_type"})
"""Types of the errors of a value that stands where keys are expected."""


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys of the model at a path; empty where there is no model."""
    inner = _model_at(model, path)
    fields = inner.model_fields if inner else {}
    return [field.alias or name for name, field in fields.items() if not _is_hidden(field)]


def _is_hidden(field: FieldInfo) -> bool:
    """Return whether nobody types a key: the program fills it in, and its schema leaves it out."""
    return PROGRAM_KEY in field.metadata


def keys_expected_at(model: type[BaseModel], path: Path) -> dict[str, Any]:
    """Return the keys of the model at a path as words of a fault need them, by the names in its context.

    ``main_keys`` stand around a text, ``list_keys`` around a list; ``keys_of_lists`` are those of lists.
    """
    return {
        "main_keys": main_keys_at(model, path),
        "list_keys": list_keys_at(model, path),
        "keys_of_lists": keys_of_lists_at(model, path),
        "all_keys": fields_at(model, path),
    }


def main_keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the first key of the model at a path, and the others that must be there; empty without a model.

    The first says what the value is about, such as the person of a member. Of several keys of which one must
    be there (``needs_one_of`` of the model) the first is named.
    """
    inner = _model_at(model, path)
    if inner is None:
        return []
    first_name, *_other_names = inner.model_fields
    keys: list[str] = []
    for name, field in inner.model_fields.items():
        if name == first_name or field.is_required():
            keys.append(field.alias or name)
    choices: tuple[str, ...] = getattr(inner, "needs_one_of", ())
    if not {*choices} & {*keys}:
        keys += choices[:1]
    return keys


def keys_of_lists_at(model: type[BaseModel], path: Path) -> frozenset[str]:
    """Return the keys of the model at a path whose values are lists; empty without a model."""
    inner = _model_at(model, path)
    fields = inner.model_fields if inner else {}
    return frozenset(field.alias or name for name, field in fields.items() if _is_list(field))


def _is_list(field: FieldInfo) -> bool:
    return typing.get_origin(field.annotation) is tuple


def list_keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the key at a path that holds the list which stands there without it, then those needed with it.

    It is the only list that must be there, such as the items of a list, or else the only list that may, such
    as the files of a picture; empty where there are none, or several.
    """
    inner = _model_at(model, path)
    if inner is None:
        return []
    required_keys: list[str] = []
    optional_keys: list[str] = []
    other_keys: list[str] = []
    for name, field in inner.model_fields.items():
        key = field.alias or name
        if _is_list(field):
            keys_of_sort = required_keys if field.is_required() else optional_keys
            keys_of_sort.append(key)
        elif field.is_required():
            other_keys.append(key)
    keys = required_keys or optional_keys
    return [*keys, *other_keys] if len(keys) == 1 else []


def other_words_at(model: type[BaseModel], path: Path) -> Mapping[str, str]:
    """Return the choices of the field at a path by other words for them; empty where it knows none."""
    for mark in _marks_at(model, path):
        if isinstance(mark, OtherWords):
            return mark.choices
    return {}


def own_words_at(model: type[BaseModel], path: Path) -> OwnWords | None:
    """Return how a word of the office's own is written in place of a choice; None where none may be."""
    for mark in _marks_at(model, path):
        if isinstance(mark, OwnWords):
            return mark
    return None


def _marks_at(model: type[BaseModel], path: Path) -> Iterator[Any]:
    """Generate the marks on the type of the field at a path."""
    *outer_path, name = [step for step in path if isinstance(step, str)] or [""]
    inner = _model_at(model, tuple(outer_path))
    field = inner.model_fields.get(name) if inner else None
    if field is not None:
        yield from field.metadata
        yield from _marks_in(field.annotation)


def words_of_model(detail: ErrorDetails, model: type[BaseModel]) -> dict[str, object]:
    """Return what the model knows about a fault that its words need, by the name in the context."""
    if detail["type"] == "literal_error":
        path = detail["loc"]
        return {"other_words": other_words_at(model, path), "own_words": own_words_at(model, path)}
    if detail["type"] in _NO_KEYS:
        return {**keys_expected_at(model, detail["loc"])}
    return {}


def _marks_in(annotation: Any) -> Iterator[Any]:
    """Generate the marks of ``Annotated`` types within an annotation."""
    if typing.get_origin(annotation) is typing.Annotated:
        yield from annotation.__metadata__
    for inner in typing.get_args(annotation):
        yield from _marks_in(inner)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model at a path within another; None where there is none."""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return None
        model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside ``tuple[Model, ...]``, ``Model | None`` and the like; None without one."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in typing.get_args(annotation):
        model = _model_in(inner)
        if model is not None:
            return model
    return None
