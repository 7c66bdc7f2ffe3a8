"""Elements of a Word file taken away, alone or from around what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Element = Any


def remove(element: Element) -> None:
    """Take an element away."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def remove_all(elements: Iterable[Element]) -> None:
    """Take elements away."""
    for element in list(elements):
        remove(element)


def unwrap(element: Element, holder: Element | None = None) -> None:
    """Put what is in an element in its place.

    Args:
        element: the element.
        holder: the element in it whose children stay; None for itself.
    """
    parent = element.getparent()
    if parent is None:
        return
    source = element if holder is None else holder
    for child in list(source):
        element.addprevious(child)
    parent.remove(element)
