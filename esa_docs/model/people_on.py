"""Content as on another day: the people in it with the posts of that day."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from pydantic import BaseModel

from esa_docs.model.people import Person

T = TypeVar("T")


def people_on(content: T, day: dt.date) -> T:
    """Return content with its people as on a day; what names nobody who has several posts stays the same.

    Args:
        content: content of any kind, a part of it, or a tuple of parts.
        day: the day.
    """
    changed: Any = _changed(content, day)
    return changed  # type: ignore[no-any-return]


def _changed(value: Any, day: dt.date) -> Any:
    if isinstance(value, Person):
        return value.on(day)
    if isinstance(value, tuple):
        items = tuple(_changed(item, day) for item in value)
        is_same = all(item is before for item, before in zip(items, value, strict=True))
        return value if is_same else items
    if isinstance(value, BaseModel):
        return _changed_model(value, day)
    return value


def _changed_model(model: BaseModel, day: dt.date) -> BaseModel:
    changes: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        changed = _changed(value, day)
        if changed is not value:
            changes[name] = changed
    return model.model_copy(update=changes) if changes else model
