"""A part of a text as typed, the signs in it that are not printed, and where its marks stand without them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from esa_docs.model.prose.prose import Mark, Prose, Span


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

        for span in sorted(self._spans, key=_beginning_of):
            start, end = place_of(span.start), place_of(span.end)
            is_between_letters = span.start == span.end
            if start < end or is_between_letters:
                yield Span(start, end, span.mark)


def _beginning_of(span: Span) -> tuple[int, int]:
    """Return the key by which marks stand in order: of two that begin together the longer one comes first."""
    return span.start, -span.end
