"""What was noted of a number before it was cancelled: it stands behind the reason of the cancellation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from esa_docs.model.number_register import NumberEntry

_BEFORE_EARLIER_WORDS: Final = "; ก่อนหน้า: "
"""Stands between the reason of a cancellation and what was noted of the number before."""


def with_earlier_words(why: str, holder: NumberEntry, papers: Sequence[NumberEntry]) -> str:
    """Return why a number is cancelled, with what was noted before it was reserved, or papers bore it.

    Args:
        why: why it is cancelled.
        holder: the line or the paper that has the number.
        papers: the papers that bear it, or bore it.
    """
    earlier_words = [paper.number_note for paper in papers]
    if holder.note.is_reserved:
        earlier_words.insert(0, holder.note.why)
    words = "; ".join(filter(None, dict.fromkeys(earlier_words)))
    if not words:
        return why
    return f"{why}{_BEFORE_EARLIER_WORDS}{words}"


def without_earlier_words(why: str) -> str:
    """Return the reason of a cancellation alone."""
    return why.partition(_BEFORE_EARLIER_WORDS)[0]
