"""Texts put into the places of fields and references: they bear the marks around these, and hold none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from esa_docs.model.prose.prose import Link, Mark, Note, Prose, Span, Style

RenewedNote: TypeAlias = Callable[[Prose], Prose]
"""A function that returns the text of a note with what is put into it."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that takes the place of a mark between two letters.

    Attributes:
        index: where it is put in.
        order: place of the mark among the marks of the text.
        text: what is put in.
        around: the marks within which it stands.
        own_mark: what it bears besides; None for nothing.
    """

    index: int
    order: int
    text: str
    around: tuple[Style | Link, ...]
    own_mark: Mark | None = None


def with_insertions(prose: Prose, insertions: Sequence[Insertion], renewed: RenewedNote) -> Prose:
    """Return a text with texts put in.

    Args:
        prose: the text.
        insertions: what is put in, in the order of the text.
        renewed: returns the texts of its notes.
    """
    text = ""
    end = 0
    for insertion in insertions:
        text += prose.plain[end : insertion.index] + insertion.text
        end = insertion.index
    filled = _Filled(prose, insertions, renewed)
    # Of two that begin together the one that was typed first stays the first.
    spans = sorted(filled.spans(), key=_start_of)
    return Prose(text + prose.plain[end:], prose.source, tuple(spans))


class _Filled:
    """The marks of a text on their way to the places that they have once texts are put in."""

    def __init__(self, prose: Prose, insertions: Sequence[Insertion], renewed: RenewedNote) -> None:
        self._prose = prose
        self._insertions = insertions
        self._renewed = renewed
        # Marks stand in the order of their beginnings, so both rise.
        self._orders = [insertion.order for insertion in insertions]
        self._indexes = [insertion.index for insertion in insertions]
        self._lengths = [0, *accumulate(len(insertion.text) for insertion in insertions)]

    def spans(self) -> Iterator[Span]:
        """Generate the marks of the text, then those of what is put in: from around it, then its own."""
        moved_spans = list(self._moved_spans())
        yield from moved_spans
        spans_by_mark: dict[Mark, list[Span]] = {}
        for span in moved_spans:
            spans_by_mark.setdefault(span.mark, []).append(span)
        for place, insertion in enumerate(self._insertions):
            start = insertion.index + self._lengths[place]
            end = start + len(insertion.text)
            for mark in insertion.around:
                if not _is_covered(spans_by_mark.get(mark, []), start, end):
                    yield Span(start, end, mark)
            if insertion.own_mark is not None:
                yield Span(start, end, insertion.own_mark)

    def _moved_spans(self) -> Iterator[Span]:
        filled_orders = set(self._orders)
        for order, span in enumerate(self._prose.spans):
            if order in filled_orders:
                continue
            start = span.start + self._lengths[bisect_left(self._orders, order)]
            end = start if span.start == span.end else self._end(span)
            yield Span(start, end, self._mark(span.mark))

    def _mark(self, mark: Mark) -> Mark:
        if isinstance(mark, Note):
            return replace(mark, text=self._renewed(mark.text))
        return mark

    def _end(self, span: Span) -> int:
        """Return where a mark ends: behind what is put in at its end, where that stands within it."""
        place = bisect_left(self._indexes, span.end)
        for insertion in self._insertions[place:]:
            if insertion.index != span.end or span.mark not in insertion.around:
                break
            place += 1
        return span.end + self._lengths[place]


def _is_covered(spans: Sequence[Span], start: int, end: int) -> bool:
    """Return whether one of the spans of a mark, which stand one behind the other, holds a part of a text."""
    place = bisect_right(spans, start, key=_start_of)
    return place > 0 and spans[place - 1].end >= end


def _start_of(span: Span) -> int:
    return span.start
