"""Fields of a text, ``{field:COLUMN}``, filled in for one recipient: what a value holds is no mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from esa_docs.model.prose.prose import FieldValue, Link, Mark, Note, Prose, Span, Style

TextOfColumn: TypeAlias = Callable[[str], str | None]
"""A function that returns what a column says, by its head; None where nothing does: the field then stays."""


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A text that takes the place of a field.

    Attributes:
        index: where it is put in.
        order: place of its field among the marks of the text.
        text: what is put in.
        around: the marks within which the field stands.
    """

    index: int
    order: int
    text: str
    around: tuple[Style | Link, ...]


def columns_in(prose: Prose) -> Iterator[str]:
    """Generate the columns of the fields of a text and of its notes."""
    for span in prose.spans:
        if isinstance(span.mark, FieldValue):
            yield span.mark.column
        elif isinstance(span.mark, Note):
            yield from columns_in(span.mark.text)


def with_fields(prose: Prose, text_of: TextOfColumn) -> Prose:
    """Return a text with what columns say in the place of its fields; the same text where it has none.

    Args:
        prose: the text.
        text_of: what a column says.
    """
    if next(columns_in(prose), None) is None:
        return prose
    insertions = list(_insertions(prose, text_of))
    text = ""
    end = 0
    for insertion in insertions:
        text += prose.plain[end : insertion.index] + insertion.text
        end = insertion.index
    filled = _Filled(prose, insertions, text_of)
    spans = sorted(filled.spans(), key=_beginning_of)
    return Prose(text + prose.plain[end:], prose.source, tuple(spans))


def _insertions(prose: Prose, text_of: TextOfColumn) -> Iterator[_Insertion]:
    for order, span in enumerate(prose.spans):
        if isinstance(span.mark, FieldValue):
            text = text_of(span.mark.column)
            if text is not None:
                around = span.mark.around if text else ()
                yield _Insertion(span.start, order, text, around)


class _Filled:
    """The marks of a text on their way to the places that they have once texts are put in."""

    def __init__(self, prose: Prose, insertions: Sequence[_Insertion], text_of: TextOfColumn) -> None:
        self._prose = prose
        self._insertions = insertions
        self._text_of = text_of
        # Marks stand in the order of their beginnings, so both rise.
        self._orders = [insertion.order for insertion in insertions]
        self._indexes = [insertion.index for insertion in insertions]
        self._lengths = [0, *accumulate(len(insertion.text) for insertion in insertions)]

    def spans(self) -> Iterator[Span]:
        """Generate the marks of the text, then those that its fields have from around them."""
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
            return replace(mark, text=with_fields(mark.text, self._text_of))
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


def _beginning_of(span: Span) -> tuple[int, int]:
    """Return the key by which marks stand in order: of two that begin together the longer one comes first."""
    return span.start, -span.end
