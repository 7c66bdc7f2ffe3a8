"""Marks that stand for a value, ``{ref:ID}`` and ``{field:COLUMN}``, and where a text has them."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.prose.mark_signs import PLACED_MARKS
from esa_docs.model.prose.prose import FieldValue, Reference
from esa_docs.model.prose.reading import read_marks


def placed_marks(source: str) -> Iterator[tuple[Reference | FieldValue, int]]:
    """Generate the values for which a text and its notes have marks, each with the index of its bracket.

    Args:
        source: the text as typed.
    """
    reading = read_marks(source)
    for mark, start in zip(reading.marks, reading.starts, strict=True):
        name, _colon, text = mark[1:-1].partition(":")
        if mark.startswith("{") and name in PLACED_MARKS:
            yield PLACED_MARKS[name](text.strip()), start
