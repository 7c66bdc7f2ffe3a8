"""JSON Schemas of content files: what each key means shows when the mouse rests on it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.people import Roster
from esa_docs.source.loading.parts import PART_KEY
from esa_docs.source.schemas.schema_scalars import SchemaOfTypedContent
from esa_docs.source.schemas.schema_titles import with_titles

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_models(kinds: Kinds) -> dict[str, type[BaseModel]]:
    """Return the model of each kind of content file, and of each kind of part."""
    content_models = {kind.name: kind.content for kind in kinds}
    return {"office": Office, "people": Roster, **content_models, **_part_models(kinds)}


def _part_models(kinds: Kinds) -> dict[str, type[BaseModel]]:
    models: dict[str, type[BaseModel]] = {}
    for kind in kinds:
        if kind.parts and kind.parts.model:
            models[kind.parts.schema] = kind.parts.model
    return models


def schema_text(name: str, kinds: Kinds) -> str:
    """Return one schema as JSON text, titles and descriptions in the reader's language.

    Args:
        name: a name that ``schema_models`` returns.
        kinds: the kinds of documents.
    """
    schema = with_titles(schema_in_english(name, kinds))
    return json.dumps(_translated(schema), ensure_ascii=False, indent=2) + "\n"


def schema_in_english(name: str, kinds: Kinds) -> dict[str, Any]:
    """Return one schema with the titles that pydantic gives.

    Args:
        name: a name that ``schema_models`` returns.
        kinds: the kinds of documents.
    """
    model = schema_models(kinds)[name]
    schema_of_model = model.model_json_schema(schema_generator=SchemaOfTypedContent)
    schema = {"$schema": _DIALECT, **schema_of_model}
    if name in kinds.names:
        schema["required"] = ["kind", *schema.get("required", [])]
    if name in _part_models(kinds):
        description = _("Name of the document that this file is a part of.")
        part_property = {"type": "string", "description": description}
        schema["properties"] = {PART_KEY: part_property, **schema["properties"]}
        schema["required"] = [PART_KEY, *schema.get("required", [])]
    if model is Office:
        schema["properties"]["numerals"] |= _numerals_by_kind(kinds)
        schema["properties"]["numbering"] |= _numbering_by_kind(kinds)
    return schema


def _numerals_by_kind(kinds: Kinds) -> dict[str, Any]:
    """Return the schema of the digits by kind: a property for each kind, with its own digits as default."""
    description = _("Digits of the documents of this kind: thai (๑ ๒ ๓) or arabic (1 2 3).")
    properties: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        properties[kind.name] = {
            "title": kind.thai_name,
            "description": description,
            "enum": ["thai", "arabic"],
            "default": kind.numerals,
        }
    return {"properties": properties, "additionalProperties": False}


def _numbering_by_kind(kinds: Kinds) -> dict[str, Any]:
    """Return the schema of numbering by kind: a property for each kind with several ways."""
    description = _("Papers of this kind are numbered: office (together), group (by unit), none (no number).")
    properties: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        if kind.numbers and len(kind.numbers.ways) > 1:
            properties[kind.name] = {
                "title": kind.thai_name,
                "description": description,
                "enum": list(kind.numbers.ways),
                "default": kind.numbers.ways[0],
            }
    return {"properties": properties, "additionalProperties": False}


def editor_line(name: str, depth: int = 1) -> str:
    """Return the comment by which editors find the schema of a content file.

    Args:
        name: name of the schema.
        depth: folders between the project and the file.
    """
    return f"# yaml-language-server: $schema={'../' * depth}schemas/{name}.schema.json"


def field_text(docstring: str) -> str:
    """Return the docstring of a field or model in the reader's language."""
    return _(" ".join(docstring.split()))


def _translated(value: Any) -> Any:
    """Return a schema with its descriptions in the reader's language."""
    if isinstance(value, list):
        return [_translated(item) for item in value]
    if not isinstance(value, dict):
        return value
    translated: dict[str, Any] = {}
    for key, inner in value.items():
        if key == "description" and isinstance(inner, str):
            translated[key] = field_text(inner)
        else:
            translated[key] = _translated(inner)
    return translated
