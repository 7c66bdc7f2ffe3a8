"""What the schema does not allow, as values; put into words elsewhere."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, NamedTuple


class FaultKind(Enum):
    """In what way a part breaks the schema."""

    ODD_CHILD = auto()
    """The element may not stand in its parent at all."""
    MISPLACED_CHILD = auto()
    """The element stands too late in its parent, or too often."""
    MISSING_CHILD = auto()
    """The element lacks a child that must stand."""
    ODD_ATTRIBUTE = auto()
    """The element may not have the attribute."""
    MISSING_ATTRIBUTE = auto()
    """The element lacks an attribute that must stand."""
    ODD_VALUE = auto()
    """The attribute has a value that it may not have."""
    ODD_TEXT = auto()
    """The element holds a text that it may not hold."""
    ODD_ROOT = auto()
    """The part begins with another element than it must."""


class SchemaFault(NamedTuple):
    """Something that the schema does not allow.

    Attributes:
        kind: in what way.
        element: the element at fault; of children that are missing, their parent.
        name: the parent of an odd or misplaced child; the children or the attribute; empty for others.
        value: the value of an attribute or a text; empty for others.
    """

    kind: FaultKind
    element: str
    name: str = ""
    value: str = ""


class PlacedFault(NamedTuple):
    """A fault and an element at which it stands: itself, one before it, or the paragraph around it."""

    fault: SchemaFault
    element: Any
