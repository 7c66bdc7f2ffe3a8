"""Text between elements: there the statements stand that choose and repeat paragraphs, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any


def put_text_before(element: Element, text: str) -> None:
    """Put text directly before an element."""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
        return
    parent = element.getparent()
    parent.text = (parent.text or "") + text


def put_text_after(element: Element, text: str) -> None:
    """Put text directly behind an element."""
    element.tail = text + (element.tail or "")


def strip_texts(parent: Element) -> None:
    """Take the blanks at both ends of each text between the children of an element."""
    parent.text = (parent.text or "").strip()
    for child in parent:
        child.tail = (child.tail or "").strip()


def texts_and_children(parent: Element) -> Iterator[str | Element]:
    """Generate the text and the children of an element, in their order."""
    yield parent.text or ""
    for child in parent:
        yield child
        yield child.tail or ""
