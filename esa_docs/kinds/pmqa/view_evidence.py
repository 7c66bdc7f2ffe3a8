"""หลักฐาน of a PMQA report: the places that cite it, and the index with the pages of these places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from esa_docs.kinds.assessment.view_evidence import mark_in_index
from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.kinds.pmqa.scores import ItemScore
from esa_docs.model.document import Context, Document
from esa_docs.model.evidence import Evidence


class Citation(NamedTuple):
    """A place that cites evidence.

    Attributes:
        item: code of the item, such as 1.2.
        evidence: what is cited.
        mark: its number among the citations; the index refers to its page by it.
    """

    item: str
    evidence: Evidence
    mark: int


def cite_evidence(scores: Iterable[ItemScore]) -> tuple[Citation, ...]:
    """Return every citation in the order of the report.

    Args:
        scores: scores of all items; they carry the answers.
    """
    citations: list[Citation] = []
    for score in scores:
        for evidence in score.answer.evidence:
            citations.append(Citation(score.code, evidence, len(citations) + 1))
    return tuple(citations)


def evidence_index(document: Document[Pmqa], citations: Iterable[Citation], unknown: str) -> list[Context]:
    """Return the rows of the index: each code once, with the item of each place that cites it.

    Args:
        document: the report.
        citations: every citation of the report.
        unknown: words for the place of evidence that has neither a file nor a link.
    """
    citations_by_code: dict[str, list[Citation]] = {}
    for citation in citations:
        citations_by_code.setdefault(citation.evidence.code, []).append(citation)
    return [_row(document, citations_of_code, unknown) for citations_of_code in citations_by_code.values()]


def _row(document: Document[Pmqa], citations: Sequence[Citation], unknown: str) -> Context:
    evidence = citations[0].evidence
    marks = [mark_in_index(document, citation.evidence, citation.mark) for citation in citations]
    return {
        "code": evidence.code,
        "name": evidence.name,
        "stored": evidence.file or evidence.link or unknown,
        "items": [citation.item for citation in citations],
        "cited": [{"mark": mark} for mark in marks],
    }
