"""Text with marks in a place that takes letters alone, such as a form on the web."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.model.prose.prose import Link, Note, Prose, Reference
from esa_docs.model.prose.references import NUMBER_ELSEWHERE


def in_plain_text(text: str) -> str:
    """Return a text in letters alone; notes and addresses of links stand in brackets behind their words.

    For the number of a caption, which only the paper knows, stand dots.
    """
    if not isinstance(text, Prose):
        return text
    pieces = []
    end = 0
    for index, words in sorted(_words_put_in(text)):
        pieces.append(text.plain[end:index])
        pieces.append(words)
        end = index
    pieces.append(text.plain[end:])
    return "".join(pieces)


def _words_put_in(prose: Prose) -> Iterator[tuple[int, str]]:
    """Generate what comes into a text, each with its index: words in brackets, dots for numbers."""
    for span in prose.spans:
        if isinstance(span.mark, Note):
            yield span.end, f" ({in_plain_text(span.mark.text)})"
        elif isinstance(span.mark, Reference):
            yield span.end, NUMBER_ELSEWHERE
        elif isinstance(span.mark, Link) and span.mark.address not in prose:
            yield span.end, f" ({span.mark.address})"
