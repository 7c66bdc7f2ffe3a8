"""What blocks bring into a file besides their XML: parts such as pictures, and ids of their drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from esa_docs.ooxml.linked_parts import LinkedPart

_FIRST_DRAWING_ID: Final = 500_000_000
"""Ids of the drawings of blocks: above those of a view, below those of copies in the loops of a template."""


@dataclass(frozen=True, slots=True)
class BroughtParts:
    """What the blocks of one document bring into its file.

    Attributes:
        drawing_ids: ids which no other drawing of the document has.
        parts: parts to which the document part refers, by the ids of their relationships.
        marks: numbers of the bookmarks at pictures that are printed.
    """

    drawing_ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_DRAWING_ID))
    parts: dict[str, LinkedPart] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)

    def bring(self, part: LinkedPart) -> None:
        """Take in a part; one that stands under its relationship already stays, as it is the same."""
        self.parts.setdefault(part.relationship, part)
