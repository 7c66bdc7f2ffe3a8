"""What may stand in elements of one name and type: their children in order, their attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from html import unescape
from typing import Any, Final, NamedTuple

from esa_docs.word.verify.content_models import START, ContentModel, Positions, content_model
from esa_docs.word.verify.schema_faults import FaultKind, SchemaFault
from esa_docs.word.verify.schema_names import FOREIGN, SKIPPED, Names
from esa_docs.word.verify.schema_table import ANY_TYPE, ComplexType, schema_table
from esa_docs.word.verify.simple_values import is_allowed

_ATTRIBUTE: Final = re.compile(r'\s(?P<name>[^\s="]+)="(?P<value>[^"]*)"')
_ANY_ATTRIBUTE: Final = "*"


class Step(NamedTuple):
    """A child in a content.

    Attributes:
        positions: where the content goes on behind it.
        content: what may stand in the child.
        faults: what is wrong with its place.
    """

    positions: Positions
    content: Content
    faults: tuple[SchemaFault, ...] = ()


class Content:
    """The content of elements of one name and type, where certain prefixes hold.

    Attributes:
        name: the element.
        type_name: its type.
        names: the prefixes.
        states: the states of the content by their positions, as far as they are known.
    """

    def __init__(self, name: str, type_name: str, names: Names) -> None:
        self.name = name
        self.type_name = type_name
        self.names = names
        self.states: dict[Positions, Any] = {}
        self._model: ContentModel | None = content_model(type_name)

    @property
    def first_positions(self) -> Positions:
        """The positions before the first child."""
        is_any_order = self._model is not None and self._model.any_order
        return frozenset() if is_any_order else frozenset([START])

    @cached_property
    def _complex_type(self) -> ComplexType | None:
        """The type; None where anything may stand."""
        return None if self.type_name == ANY_TYPE else schema_table().complex_type(self.type_name)

    def where(self, names: Names) -> Content:
        """Return the same content where other prefixes hold."""
        return content_of(self.name, self.type_name, names)

    def step(self, positions: Positions, name: str, names: Names) -> Step:
        """Return what a child does to the content."""
        prefix, _colon, _local_name = name.partition(":")
        if prefix == SKIPPED:
            return Step(positions, content_of(name, ANY_TYPE, names))
        child = content_of(name, self._type_at(name), names)
        if self._model is None:
            return Step(positions, child)
        reached = self._model.advance(positions, name)
        if reached:
            return Step(reached, child)
        return Step(positions, child, (self._fault_of_child(name),))

    def _type_at(self, name: str) -> str:
        """Return the type of a child; that of the global element where the model does not name it."""
        position = self._model.position_of(name) if self._model is not None else None
        if position is None or not position.type_name:
            return type_of_global(name)
        return position.type_name

    def _fault_of_child(self, name: str) -> SchemaFault:
        is_in_model = self._model is not None and self._model.position_of(name) is not None
        kind = FaultKind.MISPLACED_CHILD if is_in_model else FaultKind.ODD_CHILD
        return SchemaFault(kind, name.removeprefix(f"{FOREIGN}:"), self.name)

    def faults_at_end(self, positions: Positions) -> tuple[SchemaFault, ...]:
        """Return a fault where the content may not end."""
        if self._model is None or self._model.may_end(positions):
            return ()
        names = " | ".join(self._model.missing(positions))
        return (SchemaFault(FaultKind.MISSING_CHILD, self.name, names),)

    def faults_of_empty(self) -> tuple[SchemaFault, ...]:
        """Return the faults of an element without children and text."""
        complex_type = self._complex_type
        if complex_type is None or is_allowed(complex_type.text, ""):
            return self.faults_at_end(self.first_positions)
        return (SchemaFault(FaultKind.ODD_TEXT, self.name),)

    def attribute_faults(self, tag: str) -> Iterator[SchemaFault]:
        """Generate the faults of the attributes of a start tag."""
        complex_type = self._complex_type
        if complex_type is None:
            return
        names_of_attributes = set()
        for match in _ATTRIBUTE.finditer(tag):
            if match["name"].startswith("xmlns"):
                continue
            name = self.names.attribute(match["name"])
            names_of_attributes.add(name)
            yield from self._faults_of_attribute(name, unescape(match["value"]), complex_type)
        for name in sorted(complex_type.required - names_of_attributes):
            yield SchemaFault(FaultKind.MISSING_ATTRIBUTE, self.name, name)

    def _faults_of_attribute(self, name: str, value: str, complex_type: ComplexType) -> Iterator[SchemaFault]:
        value_type = complex_type.attributes.get(name)
        if value_type is not None:
            if not is_allowed(value_type, value):
                yield SchemaFault(FaultKind.ODD_VALUE, self.name, name, value)
            return
        prefix, colon, _local_name = name.rpartition(":")
        # Attributes of other namespaces are extensions: Word and its SDK let them stand.
        is_own = not colon or self.name.startswith(f"{prefix}:")
        if is_own and _ANY_ATTRIBUTE not in complex_type.attributes:
            yield SchemaFault(FaultKind.ODD_ATTRIBUTE, self.name, name)


def type_of_global(name: str) -> str:
    """Return the type of a global element; any type where the schema has no such element."""
    return schema_table().elements.get(name, ANY_TYPE)


@lru_cache(maxsize=8192)
def content_of(name: str, type_name: str, names: Names) -> Content:
    """Return the content of an element, always the same one."""
    return Content(name, type_name, names)
