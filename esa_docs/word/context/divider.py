"""The view of the page that stands before a piece of evidence, where it is bound behind its report."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.assess.issues import issues_of
from esa_docs.flow.layout import Area
from esa_docs.model.document import Document
from esa_docs.model.pmqa import Pmqa
from esa_docs.word.context import Context
from esa_docs.word.context.signing import office_names


def build_divider_context(document: Document, _area: Area) -> Context:
    """Give the template which evidence follows: the only one of the document's annex."""
    (file,) = document.annex
    return {
        "office": office_names(document.office),
        "report": {"title": document.title, "year": str(document.year)},
        "evidence": {"code": file.code, "name": file.name, "cited": list(_cited(document, file.code))},
    }


def _cited(document: Document, code: str) -> Iterator[str]:
    """Say where the report cites a piece of evidence."""
    if isinstance(document.content, Pmqa):
        items = document.content.items
        yield from (f"หัวข้อ {one.item}" for one in items if any(each.code == code for each in one.evidence))
        return
    for facts in issues_of(document.content):
        if any(each.code == code for each in facts.evidence):
            yield (
                f"มาตรฐานที่ {facts.standard.number} ตัวบ่งชี้ที่ {facts.indicator.number}"
                f" ประเด็นการพิจารณาที่ {facts.issue.number}"
            )
