"""Descriptions in a JSON Schema: the words that an editor shows a clerk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def descriptions_in(schema: Any) -> Iterator[str]:
    """Generate the descriptions in a schema, or in any value inside one."""
    if isinstance(schema, list):
        for item in schema:
            yield from descriptions_in(item)
    if isinstance(schema, dict):
        if isinstance(schema.get("description"), str):
            yield schema["description"]
        for value in schema.values():
            yield from descriptions_in(value)
