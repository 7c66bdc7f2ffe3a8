"""What a template is filled in with, in plain texts: marks of prose are signs within them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from esa_docs.model.document import Context
from esa_docs.model.prose.prose import Prose
from esa_docs.word.prose_signs import with_signs


@dataclass(frozen=True, slots=True)
class PrintedContext:
    """What a template is filled in with.

    Attributes:
        values: the values of the view; each prose with marks is a str with signs.
        has_signs: whether a value has signs.
    """

    values: Context
    has_signs: bool


def print_context(context: Context) -> PrintedContext:
    """Return the values of a view as they fill in a template; without marks it is the context itself."""
    if not _bears_marks(context):
        return PrintedContext(context, has_signs=False)
    values = {name: _printed(value) for name, value in context.items()}
    return PrintedContext(values, has_signs=True)


def _bears_marks(value: object) -> bool:
    """Return whether a text with marks stands in a value."""
    # Exact types, and texts asked at once: this is done for every value of every document.
    value_type = type(value)
    if value_type is Prose:
        return bool(cast("Prose", value).spans)
    inner_values: Iterable[object] = ()
    if value_type is dict:
        inner_values = cast("dict[str, object]", value).values()
    elif value_type is list or value_type is tuple:
        inner_values = cast("Sequence[object]", value)
    for inner in inner_values:  # noqa: SIM110 a generator in any() would take twice the time
        if type(inner) is not str and _bears_marks(inner):
            return True
    return False


def _printed(value: object) -> object:
    """Return a value with signs for the marks in its texts."""
    if isinstance(value, Prose):
        return with_signs(value)
    if isinstance(value, dict):
        return {name: _printed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_printed(inner) for inner in value]
    if type(value) is tuple:
        return tuple(_printed(inner) for inner in value)
    return value
