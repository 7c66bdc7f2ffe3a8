"""Titles of models and fields in JSON Schemas: what an editor, or a page to fill in, shows beside each.

The title of a field is translated in the context of its model: ``date`` is วันที่ประชุม of minutes, and
ลงวันที่ of a letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from esa_docs.i18n import pgettext

MODEL_CONTEXT: Final = "model"
"""The context in which the name of a model is translated."""


def english_title(key: str) -> str:
    """Return a key of content as English words: ``for_position`` is For position."""
    return key.replace("_", " ").capitalize()


def title_messages(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Generate context and message of each title in a schema.

    Args:
        schema: the schema of a model, as pydantic makes it.
    """
    for model in _models_in(schema):
        model_name = model["title"]
        yield MODEL_CONTEXT, model_name
        for key in model.get("properties", {}):
            yield model_name, english_title(key)


def with_titles(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with all titles in the reader's language.

    Args:
        schema: the schema of a model, as pydantic makes it.
    """
    titled_schema = _titled(schema)
    definitions = schema.get("$defs", {})
    if definitions:
        titled_schema["$defs"] = {name: _titled(model) for name, model in definitions.items()}
    return titled_schema


def _models_in(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Generate the schema itself and those of the models inside it."""
    yield schema
    yield from schema.get("$defs", {}).values()


def _titled(model: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one model with its titles in the reader's language."""
    model_name = model["title"]
    properties: dict[str, Any] = {}
    for key, value in model.get("properties", {}).items():
        title = pgettext(model_name, english_title(key))
        properties[key] = {**value, "title": title}
    return {**model, "title": pgettext(MODEL_CONTEXT, model_name), "properties": properties}
