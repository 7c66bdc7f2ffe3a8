"""หลักฐาน in a SAR: where each piece is cited, the index with those pages, and where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from esa_docs.kinds.assessment.view_evidence import mark_in_index
from esa_docs.kinds.sar.answers import AnsweredIndicator
from esa_docs.kinds.sar.content import Sar
from esa_docs.model.document import Context, Document
from esa_docs.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Citation:
    """A piece of evidence where an issue cites it.

    Attributes:
        indicator: the indicator of the issue.
        issue: number of the issue.
        evidence: what is cited.
        mark: its number among the citations; the index refers to its page by it.
    """

    indicator: AnsweredIndicator
    issue: int
    evidence: Evidence
    mark: int

    @property
    def place_in_index(self) -> tuple[int, int, str]:
        """What the index is sorted by: standard, indicator, code."""
        return self.indicator.standard.number, self.indicator.definition.number, self.evidence.code


def cite_evidence(indicators: Iterable[AnsweredIndicator]) -> tuple[Citation, ...]:
    """Return every citation in the order of the report."""
    citations: list[Citation] = []
    for indicator in indicators:
        for issue in indicator.issues:
            for evidence in _by_code(issue.answer.evidence):
                citations.append(Citation(indicator, issue.number, evidence, len(citations)))
    return tuple(citations)


def _by_code(evidence: Iterable[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda piece: piece.code)


def evidence_index(document: Document[Sar], citations: Sequence[Citation], unknown: str) -> Iterator[Context]:
    """Generate the rows of the index, by indicator and code, each with the page of its picture or citation.

    Args:
        document: the report.
        citations: every citation of the report.
        unknown: words for the place of evidence that has neither a file nor a link.
    """
    for citation in sorted(citations, key=lambda citation: citation.place_in_index):
        evidence = citation.evidence
        place = evidence.file or evidence.link or f"ที่เก็บ : {unknown}"
        yield {
            "standard": str(citation.indicator.standard.number),
            "indicator": str(citation.indicator.definition.number),
            "issue": str(citation.issue),
            "code": evidence.code,
            "name": evidence.name,
            "stored": place,
            "mark": mark_in_index(document, evidence, citation.mark),
        }


def evidence_gaps(indicators: Iterable[AnsweredIndicator]) -> Iterator[str]:
    """Generate a line for each indicator without evidence, and for one that has issues without it."""
    for indicator in indicators:
        has_evidence = any(issue.answer.evidence for issue in indicator.issues)
        lacking = [str(issue.number) for issue in indicator.issues if not issue.answer.evidence]
        label = f"{indicator.label} {indicator.definition.name}"
        if not has_evidence:
            yield f"{label} : ทั้งตัวบ่งชี้"
        elif lacking:
            yield f"{label} : ประเด็นที่ {', '.join(lacking)}"
