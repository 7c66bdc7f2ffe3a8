"""Evidence of a PMQA report: the places that cite it, and its index with their pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from esa_docs.kinds.pmqa.content import Pmqa
from esa_docs.model.document import Context
from esa_docs.model.evidence import Evidence


class Citation(NamedTuple):
    """A place that cites evidence.

    Attributes:
        item: code of the item, such as 1.2.
        evidence: what is cited.
        mark: its number among the citations, by which the index refers to its page.
    """

    item: str
    evidence: Evidence
    mark: int


def cite_evidence(pmqa: Pmqa) -> tuple[Citation, ...]:
    """Give every citation in the order of the report."""
    given = {one.item: one.evidence for one in pmqa.items}
    codes = [code for code, _category, _item in pmqa.scheme.items()]
    cited = [(code, one) for code in codes for one in given.get(code, ())]
    return tuple(Citation(code, one, mark) for mark, (code, one) in enumerate(cited, 1))


def evidence_index(citations: Sequence[Citation], unknown: str) -> list[Context]:
    """Give the rows of the index: each code once, with the item of each place that cites it.

    Args:
        citations: the places that cite evidence.
        unknown: words for where something is kept that nobody has told.
    """
    codes = dict.fromkeys(one.evidence.code for one in citations)
    return [_row([one for one in citations if one.evidence.code == code], unknown) for code in codes]


def _row(citations: Sequence[Citation], unknown: str) -> Context:
    evidence = citations[0].evidence
    return {
        "code": evidence.code,
        "name": evidence.name,
        "stored": evidence.file or evidence.link or unknown,
        "items": [one.item for one in citations],
        "cited": [{"mark": one.mark} for one in citations],
    }
