"""The papers of a meeting: each that the minutes ask for, in a folder of their name."""

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
    wanted = dict.fromkeys(document.content.papers)
    papers = (
        replace(document, name=f"{document.name}/{paper}", form=forms[paper], copy_of=document.name)
        for paper in wanted
    )
    return (document, *papers)
