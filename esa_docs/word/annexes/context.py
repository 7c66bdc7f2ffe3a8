"""The annexes of a document as values, beside those that its template prints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from esa_docs.model.annexes import Annex, AnnexSort, heading_of, letters_of
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.word.annexes.labels import ANNEXES, NEXT_TABLE, AnnexLabel


def with_annexes(context: Context, document: Document[Any]) -> Context:
    """Return the values of a view with the annexes of the document; without any they stay as they are."""
    annexes = document.annexes
    if not annexes:
        return context
    values: list[Context] = []
    next_table = context.get(NEXT_TABLE)
    table_numbers = count(next_table) if isinstance(next_table, int) else None
    letters = letters_of(annexes, document.form.own_annexes)
    for number, (annex, letter) in enumerate(zip(annexes, letters, strict=True), 1):
        label = AnnexLabel(number, letter, annex.id or "", is_printed=not annex.is_bound)
        values.append({"label": label, **_printed(annex, label, table_numbers)})
    return {**context, ANNEXES: values}


def _printed(annex: Annex, label: AnnexLabel, table_numbers: Iterator[int] | None) -> Context:
    """Return what the Word file prints of an annex; nothing of one that is bound behind the PDF.

    Args:
        annex: the annex.
        label: its letter.
        table_numbers: numbers of the paper's tables; None where they follow the blocks of the paper.
    """
    if not label.is_printed:
        return {}
    paragraphs = list[Any](annex.content)
    if table_numbers is not None:
        paragraphs = [*numbered_captions(annex.content, table_numbers)]
    return {
        "heading": heading_of(label.letter),
        "title": annex.title,
        "paragraphs": paragraphs,
        "is_word_file": annex.sort is AnnexSort.WORD,
    }
