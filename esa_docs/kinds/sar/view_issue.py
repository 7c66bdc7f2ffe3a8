"""The view of one issue of a SAR, as the centre collects it: one file an issue."""

from __future__ import annotations

from itertools import count

from esa_docs.kinds.assessment.view import fact_tables
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.issues import IssueFacts, issues_of
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import Person
from esa_docs.model.rounds import ROUND_MONTHS
from esa_docs.word.context.signing import office_names


def build_issue_context(document: Document[Sar], _area: Area) -> Context:
    """Give the template everything the file of an issue prints; names that nobody gives stay empty."""
    (facts,) = issues_of(document.content)
    scheme = document.content.scheme
    return {
        "office": office_names(document.office),
        "report": {
            "year": str(document.year),
            "months": str(ROUND_MONTHS[document.content.round]),
            "scheme": f"{scheme.name} {scheme.edition}",
            "note": scheme.note or "",
        },
        "issue": {
            "standard_number": str(facts.standard.number),
            "standard": facts.standard.name,
            "indicator_number": str(facts.indicator.number),
            "indicator": facts.indicator.name,
            "number": str(facts.issue.number),
            "name": facts.name or "",
            "owner": owner_line(facts.owner),
            "results": list(facts.result.results),
            "tables": fact_tables(facts.issue.tables, count(1)),
            "level": level_line(facts),
            "evidence": [_row(number, one) for number, one in enumerate(facts.evidence, 1)],
        },
    }


def owner_line(owner: Person | None) -> str:
    """Give name and post of who answers for an issue; nothing where nobody does yet."""
    return f"{owner.full_name} {owner.post}".strip() if owner else ""


def level_line(facts: IssueFacts) -> str:
    """Give level and word, such as 4 ดีมาก; nothing while it is not known."""
    return f"{facts.grade.level} {facts.grade.word}" if facts.grade else ""


def _row(number: int, one: Evidence) -> Context:
    return {"label": str(number), "code": one.code, "name": one.name, "link": one.link or ""}
