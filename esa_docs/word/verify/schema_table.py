"""What the schema of Word files allows, read once from ``schema_table.json``.

``tools/make_schema_table.py`` makes the table from the transitional schemas of ISO/IEC 29500. Names have the
prefixes that the table lists: ``w:p``. Its sections:

- ``elements``: the type of each global element;
- ``types``: content, attributes and text of each complex type. Behind the name of an attribute that must
  stand is ``!``; ``*`` stands for any attribute. Text is the type of its values, empty where it holds none;
- ``groups``: content that several types share;
- ``values``: what each simple type allows.

Content is a list: ``["e", name, type, least, most]`` an element, ``["*", namespace, least, most]`` anything,
``["g", group, least, most]`` a group, and ``["s" | "c" | "a", items, least, most]`` a sequence, a choice, or
all in any order. ``most`` is -1 where there is no limit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

_FILE: Final = "schema_table.json"
ANY_TYPE: Final = "xsd:anyType"
_BUILT_IN: Final = "xsd:"

Particle = list[Any]


class ComplexType(NamedTuple):
    """What may stand in an element.

    Attributes:
        content: its children; None where it may have none.
        attributes: type of the values of each attribute, by name.
        required: names of the attributes that must stand.
        text: type of its text; empty where it holds none.
    """

    content: Particle | None
    attributes: Mapping[str, str]
    required: frozenset[str]
    text: str


class SchemaTable:
    """What the schema allows, by names."""

    def __init__(self, sections: Mapping[str, Mapping[str, Any]]) -> None:
        self.prefix_of_namespace = {namespace: prefix for prefix, namespace in sections["prefixes"].items()}
        self.elements: Mapping[str, str] = sections["elements"]
        self.groups: Mapping[str, Particle] = sections["groups"]
        self.values: Mapping[str, Any] = sections["values"]
        self._types: Mapping[str, Any] = sections["types"]

    def complex_type(self, name: str) -> ComplexType:
        """Return a type by its name. An element of a simple type has text and nothing else."""
        if name not in self._types:
            return ComplexType(None, {}, frozenset(), name)
        content, attributes, text = self._types[name]
        required = frozenset(key[:-1] for key in attributes if key.endswith("!"))
        value_types = {key.rstrip("!"): value_type for key, value_type in attributes.items()}
        return ComplexType(content, value_types, required, text)

    def types_of_elements(self) -> Iterator[tuple[str, str]]:
        """Generate name and type of every element that may stand anywhere, as often as the table has it."""
        yield from self.elements.items()
        for content, _attributes, _text in self._types.values():
            yield from _elements_in(content)
        for content in self.groups.values():
            yield from _elements_in(content)


def _elements_in(particle: Particle | None) -> Iterator[tuple[str, str]]:
    if particle is None or particle[0] in {"*", "g"}:
        return
    if particle[0] == "e":
        _kind, name, type_name, _least, _most = particle
        yield name, type_name
        return
    for item in particle[1]:
        yield from _elements_in(item)


@cache
def schema_table() -> SchemaTable:
    """Return the table of the package, read once in a process."""
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    return SchemaTable(json.loads(text))
