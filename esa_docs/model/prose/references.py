"""References in a text to captions and annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.model.prose.prose import Note, Prose, Reference

NUMBER_ELSEWHERE: Final = "....."
"""What a part of a paper prints in place of a number that only the whole paper knows."""


def references_in(prose: Prose) -> Iterator[str]:
    """Generate the ids to which a text refers, those in its notes too."""
    for span in prose.spans:
        if isinstance(span.mark, Reference):
            yield span.mark.id
        elif isinstance(span.mark, Note):
            yield from references_in(span.mark.text)
