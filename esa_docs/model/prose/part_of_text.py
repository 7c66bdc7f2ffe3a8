"""A part of a text as typed, the signs in it that are not printed, and where its marks stand without them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from esa_docs.model.prose.prose import FieldValue, Link, Mark, Prose, Reference, Span, Style


@dataclass(slots=True)
class PartOfText:
    """A part of a text, with the signs that are not printed and what its letters bear.

    Attributes:
        text: the text as typed.
        start: index of the first character of the part.
        end: index behind its last character.
    """

    text: str
    start: int
    end: int
    _cuts: list[tuple[int, int]] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)

    def drop(self, start: int, end: int) -> None:
        """Drop the signs between two places of the text."""
        self._cuts.append((start, end))

    def mark(self, start: int, end: int, mark: Mark) -> None:
        """Add what the letters between two places of the text bear."""
        self._spans.append(Span(start, end, mark))

    def prose(self) -> Prose:
        """Return the part without the signs, and its marks by their places in that text."""
        cuts = sorted(self._cuts)
        pieces = []
        index = self.start
        for start, end in cuts:
            pieces.append(self.text[index:start])
            index = end
        pieces.append(self.text[index : self.end])
        return Prose("".join(pieces), self.text[self.start : self.end], tuple(self._moved_spans(cuts)))

    def _moved_spans(self, cuts: list[tuple[int, int]]) -> Iterator[Span]:
        """Generate the marks by their places in the text without signs, in the order of their beginnings."""
        starts = [start for start, _end in cuts]
        removed = [0, *accumulate(end - start for start, end in cuts)]

        def place_of(index: int) -> int:
            return index - self.start - removed[bisect_left(starts, index)]

        open_spans: list[Span] = []
        for span in sorted(self._spans, key=_beginning_of):
            start, end = place_of(span.start), place_of(span.end)
            open_spans = [each for each in open_spans if each.end > span.start]
            is_between_letters = span.start == span.end
            if start < end or is_between_letters:
                yield Span(start, end, _within(span.mark, open_spans))
            if not is_between_letters:
                open_spans.append(span)


def _within(mark: Mark, open_spans: Iterable[Span]) -> Mark:
    """Return a mark; a field and a reference say within which others they stand."""
    if not isinstance(mark, FieldValue | Reference):
        return mark
    marks = [span.mark for span in open_spans]
    around = tuple(outer for outer in marks if isinstance(outer, Style | Link))
    return replace(mark, around=around)


def _beginning_of(span: Span) -> tuple[int, int]:
    """Return the key by which marks stand in order: of two that begin together the longer one comes first."""
    return span.start, -span.end
