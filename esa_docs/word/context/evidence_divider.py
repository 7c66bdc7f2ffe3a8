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
        "marks": {"secrecy": evidence.mark},
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


def build_sheet(document: Document[object], _area: Area) -> Context:
    """Return the values of a page that bears nothing but the mark of secrecy, in the place of the paper's."""
    (evidence,) = document.annex
    return {
        "marks": {"secrecy": evidence.mark},
        "office": office_names(document.office),
        "report": {"title": "", "year": ""},
        "evidence": {"sort": "", "code": "", "name": "", "cited": []},
    }
