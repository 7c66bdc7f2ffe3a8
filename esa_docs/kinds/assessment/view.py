"""What the reports of all self-assessments print alike: cover, general information, working group, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.assess.numbers import round_half_up
from esa_docs.kinds.assessment.content import PlanStep, SelfAssessment, Table
from esa_docs.model.document import Context, Document
from esa_docs.model.edition import Edition
from esa_docs.model.people import Person
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.word.context.members import member_rows
from esa_docs.word.context.signing import cited_date, draft_mark, issue_date, number_line

BLANK: Final = "." * 60
"""What stands for words that no source gives: the office fills them in."""
NOTHING: Final = "-"
PLACES: Final = 2
"""Decimal places of printed scores."""

_NUMBER: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*%?|-")
_UNVERIFIED: Final = "การให้คะแนนยังไม่ได้ตรวจกับเอกสารของทางราชการ"


def report_facts(document: Document[SelfAssessment]) -> Context:
    """Give what cover and foreword print of a report beside its usual title."""
    report = document.content
    return {
        "year": f"ปีงบประมาณ พ.ศ. {document.year}",
        "round": ROUND_NAMES[report.round],
        "draft": draft_mark(report),
        "foreword": list(report.foreword) or [missing(report)],
        "date": issue_date(report, document.numerals),
    }


def missing(report: SelfAssessment) -> str:
    """Give the words that stand for what nobody has written: in a draft it may still come."""
    return "ยังไม่มีข้อมูล" if report.is_draft else "ไม่มีข้อมูล"


def score_text(value: Fraction | None) -> str:
    """Print a score with two places, rounded half up; a dash for none."""
    rounded = rounded_score(value)
    return NOTHING if rounded is None else str(rounded)


def rounded_score(value: Fraction | None) -> Decimal | None:
    """Round a score half up to the places it is printed with."""
    return None if value is None else round_half_up(value, PLACES)


def person_line(person: Person | None, report: SelfAssessment) -> str:
    """Give name and post of who answers for something."""
    return f"{person.full_name} {person.post}" if person else missing(report)


def numbered(texts: Iterable[str], report: SelfAssessment) -> list[Context]:
    """Give the items of a list with numbers, one alone without; the words of a gap where there are none."""
    listed = list(texts) or [missing(report)]
    return [
        {"label": f"{number}. " if len(listed) > 1 else "", "text": text}
        for number, text in enumerate(listed, 1)
    ]


def plan_rows(plan: Iterable[PlanStep]) -> list[Context]:
    """Give the rows of a plan."""
    return [
        {"text": step.text, "owner": step.owner or NOTHING, "time": step.time or NOTHING} for step in plan
    ]


def edition_lines(scheme: Edition) -> Iterator[Context]:
    """Say which edition scores rest on, where it comes from and what is not certain about it."""
    yield {"label": "เกณฑ์ที่ใช้", "text": f"{scheme.name} {scheme.edition}"}
    yield {"label": "ที่มา", "text": scheme.source}
    note = scheme.note or (_UNVERIFIED if scheme.certainty == "not_verified" else "")
    if note:
        yield {"label": "หมายเหตุ", "text": note}


def general_sections(report: SelfAssessment, table_numbers: Iterator[int]) -> list[Context]:
    """Give ข้อมูลทั่วไป: numbered sections with their tables."""
    return [
        {
            "heading": f"{number}. {section.heading}",
            "text": list(section.text) or ([] if section.tables else [missing(report)]),
            "tables": fact_tables(section.tables, table_numbers),
        }
        for number, section in enumerate(report.general, 1)
    ]


def fact_tables(tables: Iterable[Table], numbers: Iterator[int]) -> list[Context]:
    """Give tables as they are printed.

    Args:
        tables: tables that stand together.
        numbers: numbers of the report's tables in the order they are printed; each table takes the next.
    """
    return [_table(next(numbers), one) for one in tables]


def _table(number: int, table: Table) -> Context:
    label = f"ตารางที่ {number}"
    return {
        "title": f"{label} {table.title}" if table.title else label,
        "columns": len(table.columns),
        "heads": list(table.columns),
        "rows": [[_cell(text) for text in row] for row in table.rows],
    }


def _cell(text: str) -> Context:
    return {"text": text, "is_number": _NUMBER.fullmatch(text) is not None}


def conclusion(document: Document[SelfAssessment]) -> Context:
    """Give what ends a report: strengths, what to improve, suggestions, who worked on it."""
    report = document.content
    return {
        "strengths": numbered(report.strengths, report),
        "improve": numbered(report.improve, report),
        "suggestions": numbered(report.suggestions, report),
        "group": _working_group(document),
    }


def _working_group(document: Document[SelfAssessment]) -> Context:
    """Give the order that appointed the working group, and its members as the order has them."""
    report = document.content
    if report.order is None:
        return {"order": f"คำสั่งแต่งตั้ง : {missing(report)}", "committees": []}
    order = report.order.content
    dated = cited_date(order, document.numerals)
    number = f"คำสั่ง{document.office.name} ที่ {number_line(order)} {dated} เรื่อง {order.subject}"
    committees = [
        {"name": one.name, "members": member_rows(one.members)} for one in order.committees if one.members
    ]
    return {"order": number, "committees": committees}
