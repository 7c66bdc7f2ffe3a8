"""The view of the page that stands before evidence or an annex, where it is bound behind its paper."""

from __future__ import annotations

from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.word.context.signing import office_names


def build_context(document: Document[object], _area: Area) -> Context:
    """Return what the template prints of the evidence that follows the page.

    That is the only piece in the document's annex.
    """
    (evidence,) = document.annex
    sort = evidence.group.value
    return {
        "office": office_names(document.office),
        "report": {"title": document.title, "year": str(document.year)},
        "evidence": {
            "sort": sort,
            # The code of an annex is its whole heading.
            "code": evidence.code.removeprefix(sort).strip(),
            "name": evidence.name,
            "cited": list(evidence.cited),
        },
    }
