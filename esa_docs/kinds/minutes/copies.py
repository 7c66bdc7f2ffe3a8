"""The papers of a meeting: a document for each, in a folder that bears the name of the minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from esa_docs.kinds.minutes.content import Minutes
from esa_docs.model.document import Document, Form


def papers_of(
    document: Document[Minutes], forms: Mapping[str, Form[Minutes]]
) -> tuple[Document[Minutes], ...]:
    """Return the minutes and the papers that they ask for.

    Args:
        document: the minutes.
        forms: how each paper looks, by its name.
    """
    documents = [document]
    for paper in dict.fromkeys(document.content.papers):
        name = f"{document.name}/{paper}"
        documents.append(replace(document, name=name, form=forms[paper], copy_of=document.name))
    return tuple(documents)
