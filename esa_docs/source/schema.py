"""JSON Schemas of content files: what each key means shows when the mouse rests on it."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import BaseModel

from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND
from esa_docs.model.office import Office
from esa_docs.model.people import Roster
from esa_docs.model.pmqa import PmqaItem
from esa_docs.model.sar import SarIndicator
from esa_docs.source.parts import PART_KEY

_DIALECT = "http://json-schema.org/draft-07/schema#"


_PARTS: Final[dict[str, type[BaseModel]]] = {
    "sar-indicator": SarIndicator,
    "pmqa-item": PmqaItem,
}
"""Files that are parts of a document."""


def schema_models() -> dict[str, type[BaseModel]]:
    """Give the model of each kind of content file, and of each kind of part."""
    return {"office": Office, "people": Roster, **CONTENT_OF_KIND, **_PARTS}


def schema_names() -> tuple[str, ...]:
    """Give the names of all schemas."""
    return tuple(schema_models())


def schema_text(name: str) -> str:
    """Give one schema as JSON text, descriptions in the reader's language."""
    model = schema_models()[name]
    schema = {"$schema": _DIALECT, **model.model_json_schema()}
    if name in CONTENT_OF_KIND:
        schema["required"] = ["kind", *schema.get("required", [])]
    if name in _PARTS:
        owner = {"type": "string", "description": _("Name of the document that this file is a part of.")}
        schema["properties"] = {PART_KEY: owner, **schema["properties"]}
        schema["required"] = [PART_KEY, *schema.get("required", [])]
    return json.dumps(_translated(schema), ensure_ascii=False, indent=2) + "\n"


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
