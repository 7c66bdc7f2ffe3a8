"""Text as a reader reads it, with what its parts bear: bold and other styles, links, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Style(Enum):
    """How letters stand, each by the signs around them as people type them."""

    BOLD = "**"
    ITALIC = "*"
    UNDERLINE = "__"
    SUPERSCRIPT = "^"
    SUBSCRIPT = "~"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page or an address of e-mail.

    Attributes:
        address: where it leads, such as ``https://www.obec.go.th``.
    """

    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """เชิงอรรถ: a note at the foot of the page.

    Attributes:
        text: what it says.
    """

    text: Prose


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a caption.

    Attributes:
        id: the ``id`` of the block that bears the caption.
        around: the marks within which it stands; of two texts side by side they say to which it belongs.
    """

    id: str
    around: tuple[Style | Link, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a column says of the recipient of a copy.

    Attributes:
        column: head of the column.
        around: the marks within which it stands; of two texts side by side they say to which it belongs.
    """

    column: str
    around: tuple[Style | Link, ...] = field(default=(), compare=False)


Mark: TypeAlias = Style | Link | Note | Reference | FieldValue


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that bears a mark.

    Attributes:
        start: index of its first character in the text without marks.
        end: index behind its last character; equal to the start for what stands between two letters.
        mark: what it bears.
    """

    start: int
    end: int
    mark: Mark


class Prose(str):
    """A text as a reader reads it: marks are taken away, and stand apart as spans.

    Two are equal where their texts are, as any str. Compare ``source`` to find a change of marks.

    Attributes:
        plain: the text as a plain str.
        source: the text as typed, with its marks.
        spans: what its parts bear, in the order of their beginnings.
    """

    __slots__ = ("plain", "source", "spans")

    plain: str
    source: str
    spans: tuple[Span, ...]

    def __new__(cls, text: str, source: str | None = None, spans: tuple[Span, ...] = ()) -> Prose:
        """Return a text.

        Args:
            text: the text without marks.
            source: the text as typed; leave it out for a text without marks.
            spans: what its parts bear.
        """
        prose = super().__new__(cls, text)
        prose.plain = str(text)
        prose.source = prose.plain if source is None else source
        prose.spans = spans
        return prose

    def __reduce__(self) -> tuple[type[Prose], tuple[str, str, tuple[Span, ...]]]:
        """Return how a worker process gets it."""
        return Prose, (self.plain, self.source, self.spans)

    def with_words(self, before: str = "", behind: str = "") -> Prose:
        """Return the text with words before and behind it, which bear no marks."""
        moved_spans = tuple(_moved(span, len(before)) for span in self.spans)
        return Prose(f"{before}{self.plain}{behind}", self.source, moved_spans)

    def cut(self, start: int, end: int | None = None) -> Prose:
        """Return a part of the text with the marks in it; its source stays that of the whole text.

        Args:
            start: index of its first character.
            end: index behind its last character; None for the rest of the text.
        """
        text = self[start:end]
        if not self.spans:
            return Prose(text, self.source)
        spans = [_moved(span, -start) for span in self.spans]
        spans_inside = tuple(_inside(span, len(text)) for span in spans if _touches(span, len(text)))
        return Prose(text, self.source, spans_inside)

    def lines(self) -> tuple[Prose, ...]:
        """Return the lines of the text, each with its marks."""
        if "\n" not in self:
            return (self,)
        lines = []
        start = 0
        for line in self.split("\n"):
            lines.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return tuple(lines)


def as_prose(text: str) -> Prose:
    """Return a text as prose; one that is no prose bears no marks."""
    if isinstance(text, Prose):
        return text
    return Prose(text)


def with_words(text: str, before: str = "", behind: str = "") -> Prose:
    """Return a text with words before and behind it; marks of the text stay where they are."""
    return as_prose(text).with_words(before, behind)


def _moved(span: Span, distance: int) -> Span:
    return Span(span.start + distance, span.end + distance, span.mark)


def _touches(span: Span, length: int) -> bool:
    """Return whether a span stands within a text of a length; one between two texts belongs to the first."""
    if span.start == span.end:
        is_at_beginning = span.start == 0 and length > 0
        return 0 < span.start <= length or is_at_beginning
    return span.start < length and span.end > 0


def _inside(span: Span, length: int) -> Span:
    return Span(max(span.start, 0), min(span.end, length), span.mark)
