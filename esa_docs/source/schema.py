"""JSON Schemas of content files: what each key means shows when the mouse rests on it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from esa_docs.i18n import gettext as _
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.people import Roster
from esa_docs.source.parts import PART_KEY

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_models(kinds: Kinds) -> dict[str, type[BaseModel]]:
    """Return the model of each kind of content file, and of each kind of part."""
    contents = {kind.name: kind.content for kind in kinds}
    return {"office": Office, "people": Roster, **contents, **_part_models(kinds)}


def _part_models(kinds: Kinds) -> dict[str, type[BaseModel]]:
    parts = [kind.parts for kind in kinds if kind.parts]
    return {part.schema: part.model for part in parts if part.model}


def schema_text(name: str, kinds: Kinds) -> str:
    """Return one schema as JSON text, descriptions in the reader's language.

    Args:
        name: one of those that ``schema_models`` gives.
        kinds: the kinds of documents.
    """
    model = schema_models(kinds)[name]
    schema = {"$schema": _DIALECT, **model.model_json_schema()}
    if name in kinds.names:
        schema["required"] = ["kind", *schema.get("required", [])]
    if name in _part_models(kinds):
        owner = {"type": "string", "description": _("Name of the document that this file is a part of.")}
        schema["properties"] = {PART_KEY: owner, **schema["properties"]}
        schema["required"] = [PART_KEY, *schema.get("required", [])]
    if model is Office:
        schema["properties"]["numerals"] |= _numerals_by_kind(kinds)
    return json.dumps(_translated(schema), ensure_ascii=False, indent=2) + "\n"


def _numerals_by_kind(kinds: Kinds) -> dict[str, Any]:
    """Say which kinds there are, and which digits each prints unless the office says otherwise."""
    digits = _("Digits of the documents of this kind: thai (๑ ๒ ๓) or arabic (1 2 3).")
    choices = {"description": digits, "enum": ["thai", "arabic"]}
    properties = {kind.name: {"title": kind.thai_name, **choices, "default": kind.numerals} for kind in kinds}
    return {"properties": properties, "additionalProperties": False}


def editor_line(name: str, depth: int = 1) -> str:
    """Give the comment that ties a content file, so many folders deep in the project, to its schema."""
    return f"# yaml-language-server: $schema={'../' * depth}schemas/{name}.schema.json"


def field_text(docstring: str) -> str:
    """Give the docstring of a field or model in the reader's language."""
    return _(" ".join(docstring.split()))


def _translated(value: Any) -> Any:
    if isinstance(value, list):
        return [_translated(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: field_text(one) if key == "description" and isinstance(one, str) else _translated(one)
        for key, one in value.items()
    }
