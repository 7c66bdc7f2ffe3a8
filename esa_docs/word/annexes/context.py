"""The annexes of a document as values, beside those that its template prints."""

from __future__ import annotations

from typing import Any

from esa_docs.model.annexes import Annex, AnnexSort, heading_of, letters_of
from esa_docs.model.document import Context, Document
from esa_docs.word.annexes.labels import ANNEXES, AnnexLabel


def with_annexes(context: Context, document: Document[Any]) -> Context:
    """Return the values of a view with the annexes of the document; without any they stay as they are."""
    annexes = document.annexes
    if not annexes:
        return context
    values: list[Context] = []
    letters = letters_of(annexes, document.form.own_annexes)
    for number, (annex, letter) in enumerate(zip(annexes, letters, strict=True), 1):
        label = AnnexLabel(number, letter, annex.id or "", is_printed=not annex.is_bound)
        values.append({"label": label, **_printed(annex, label)})
    return {**context, ANNEXES: values}


def _printed(annex: Annex, label: AnnexLabel) -> Context:
    """Return what the Word file prints of an annex; nothing of one that is bound behind the PDF."""
    if not label.is_printed:
        return {}
    return {
        "heading": heading_of(label.letter),
        "title": annex.title,
        "paragraphs": list(annex.content),
        "is_word_file": annex.sort is AnnexSort.WORD,
    }
