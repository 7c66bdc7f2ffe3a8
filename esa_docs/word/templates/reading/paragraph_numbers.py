"""The numbers of paragraphs and text boxes as a reader counts them.

Word writes a text box twice: as a shape, and in ``mc:Fallback`` for programs before Word 2010. It shows one
of them, so what stands in the other is a copy with the number of the one that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esa_docs.ooxml.names import MC, w

_PARAGRAPH, _TEXT_BOX = w("p"), w("txbxContent")
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"

Element = Any


def numbers_as_seen(root: Element) -> dict[Element, tuple[int, bool]]:
    """Return for each paragraph its number as seen, and whether it is a copy of one that is seen."""
    return _numbers(root, _PARAGRAPH)


def numbers_of_boxes(root: Element) -> Mapping[Element, int]:
    """Return the number of each text box; the two that Word writes for one have the same."""
    return {box: number for box, (number, _is_copy) in _numbers(root, _TEXT_BOX).items()}


def _numbers(root: Element, tag: str) -> dict[Element, tuple[int, bool]]:
    shown_of_copy = _shown_of_copies(root, tag)
    numbers: dict[Element, tuple[int, bool]] = {}
    count = 0
    for element in root.iter(tag):
        original = shown_of_copy.get(element)
        if original is None:
            count += 1
            numbers[element] = (count, False)
        else:
            number, _is_copy = numbers[original]
            numbers[element] = (number, True)
    return numbers


def _shown_of_copies(root: Element, tag: str) -> dict[Element, Element]:
    """Return for each element of a fallback the one that Word shows in its place."""
    shown_of_copy: dict[Element, Element] = {}
    for fallback in root.iter(_FALLBACK):
        choice = fallback.getparent().find(_CHOICE)
        if choice is not None:
            # A fallback may have more, such as a text for programs that draw nothing: that is no copy.
            shown_of_copy.update(zip(fallback.iter(tag), choice.iter(tag), strict=False))
    return shown_of_copy
