"""The view of one issue of a SAR, as the centre collects it: one file an issue."""

from __future__ import annotations

from itertools import count

from esa_docs.kinds.assessment.view import draft_note, fact_tables, final_note
from esa_docs.kinds.assessment.view_evidence import shown_evidence
from esa_docs.kinds.sar.answers import IssueFacts, issues_of
from esa_docs.kinds.sar.content import Sar
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import Person
from esa_docs.model.prose.numbered_blocks import numbered_captions
from esa_docs.model.rounds import ROUND_MONTHS
from esa_docs.word.context.signing import office_names


def build_issue_context(document: Document[Sar], _area: Area) -> Context:
    """Return everything that the file of an issue prints.

    Args:
        document: a SAR narrowed to the issue.
    """
    sar = document.content
    (facts,) = issues_of(sar)
    return {
        "office": office_names(document.office),
        "report": {
            "year": str(document.year),
            "months": str(ROUND_MONTHS[sar.round]),
            "scheme": f"{sar.scheme.name} {sar.scheme.edition}",
            "note": _note(facts, sar.scheme),
        },
        "issue": _issue(document, facts),
    }


def _note(facts: IssueFacts, scheme: Edition) -> str:
    """Return the note on the scoring.

    The file of an issue is a draft until its own results have a level, whatever the report still lacks.
    """
    is_draft = not facts.result.results or facts.grade is None
    return draft_note(scheme) if is_draft else final_note(scheme)


def _issue(document: Document[Sar], facts: IssueFacts) -> Context:
    standard = facts.indicator.standard
    indicator = facts.indicator.definition
    table_numbers = count(1)
    results = numbered_captions(facts.result.results, table_numbers)
    return {
        "standard_number": str(standard.number),
        "standard": standard.name,
        "indicator_number": str(indicator.number),
        "indicator": indicator.name,
        "number": str(facts.issue.number),
        "name": facts.name,
        "owner": owner_line(facts.owner),
        "results": [*results, *shown_evidence(document, facts.evidence)],
        "tables": fact_tables(facts.issue.answer.tables, table_numbers),
        "level": level_line(facts),
        "evidence": [_row(number, evidence) for number, evidence in enumerate(facts.evidence, 1)],
    }


def owner_line(owner: Person | None) -> str:
    """Return name and post of who writes an issue; "" where nobody is named."""
    return f"{owner.full_name} {owner.post}".strip() if owner else ""


def level_line(facts: IssueFacts) -> str:
    """Return level and word, such as 4 ดีมาก; "" while no level is known."""
    return f"{facts.grade.level} {facts.grade.word}" if facts.grade else ""


def _row(number: int, evidence: Evidence) -> Context:
    return {
        "label": str(number),
        "code": evidence.code,
        "name": evidence.name,
        "link": evidence.link or "",
    }
