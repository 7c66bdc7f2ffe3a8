"""Fields of a text, ``{field:COLUMN}``, filled in for one recipient: what a value holds is no mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from esa_docs.model.prose.prose import FieldValue, Note, Prose
from esa_docs.model.prose.put_in import Insertion, with_insertions

TextOfColumn: TypeAlias = Callable[[str], str | None]
"""A function that returns what a column says, by its head; None where nothing does: the field then stays."""


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
    return with_insertions(prose, insertions, partial(with_fields, text_of=text_of))


def _insertions(prose: Prose, text_of: TextOfColumn) -> Iterator[Insertion]:
    for order, span in enumerate(prose.spans):
        if isinstance(span.mark, FieldValue):
            text = text_of(span.mark.column)
            if text is not None:
                around = span.mark.around if text else ()
                yield Insertion(span.start, order, text, around)
