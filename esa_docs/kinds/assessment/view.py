"""What the reports of all self-assessments print alike: cover, general information, working group, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from esa_docs.assess.numbers import round_half_up
from esa_docs.kinds.assessment.content import PlanStep, SelfAssessment, Table
from esa_docs.model.document import Context, Document
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import Person
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.numbered_blocks import NumberedBlock, numbered_captions
from esa_docs.model.prose.passage import as_passage, labelled, with_below
from esa_docs.model.prose.prose import Prose
from esa_docs.model.rounds import ROUND_NAMES
from esa_docs.model.title_lines import title_in_lines
from esa_docs.word.annexes.labels import NEXT_TABLE
from esa_docs.word.context.members import member_rows
from esa_docs.word.context.signing import cited_date, draft_mark, issue_date, number_line

BLANK: Final = "." * 60
"""What stands for words that no source gives: the office fills them in."""
NOTHING: Final = "-"
PLACES: Final = 2
"""Decimal places of printed scores."""

_NUMBER: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*%?|-")
_UNVERIFIED: Final = "การให้คะแนนยังไม่ได้ตรวจกับเอกสารของทางราชการ"
_SCALE_OF_THE_OFFICE: Final = "ระดับ ช่วงคะแนน และน้ำหนักเป็นไปตามที่สำนักงานใช้ในการประเมินตนเองครั้งนี้"
"""What a complete report says of a scale that was not seen in an official source: whose scale it is."""


def report_facts(document: Document[SelfAssessment], table_numbers: Iterator[int]) -> Context:
    """Return what cover and foreword print of a report beside its usual title.

    Args:
        document: the report.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """
    report = document.content
    return {
        "year": f"ปีงบประมาณ พ.ศ. {document.year}",
        "round": ROUND_NAMES[report.round],
        "draft": draft_mark(document),
        "foreword": numbered_captions(report.foreword, table_numbers) or [gap_text(report)],
        "date": issue_date(report, document.numerals),
    }


def cover_titles(report: SelfAssessment) -> list[str]:
    """Return the title of the cover as content has it, in lines; empty for the usual one."""
    return [title_in_lines(report.title_lines, report.title)] if report.title else []


def gap_text(report: SelfAssessment) -> str:
    """Return the words that stand for what nobody has written. Until the date is set it may still come."""
    return "ไม่มีข้อมูล" if report.is_issued else "ยังไม่มีข้อมูล"


def score_text(value: Fraction | None) -> str:
    """Return a score as printed, with two places, rounded half up; a dash for None."""
    rounded = rounded_score(value)
    return NOTHING if rounded is None else str(rounded)


def rounded_score(value: Fraction | None) -> Decimal | None:
    """Round a score half up to the places with which it is printed; None stays None."""
    return None if value is None else round_half_up(value, PLACES)


def person_line(person: Person | None, report: SelfAssessment) -> str:
    """Return name and post of who answers for something; the words of a gap for None."""
    return f"{person.full_name} {person.post}" if person else gap_text(report)


def numbered(paragraphs: Paragraphs, report: SelfAssessment, table_numbers: Iterator[int]) -> list[Context]:
    """Return the items of a list with numbers.

    A single item has no number. Where there is no item, the words of a gap stand in its place.

    Args:
        paragraphs: the items, and blocks between them.
        report: the report.
        table_numbers: numbers of the report's tables, in print order; each table with a caption takes the
            next.
    """
    items = numbered_captions(paragraphs, table_numbers) or [gap_text(report)]
    return [{"label": label, "text": item} for label, item in labelled(items, "{}. ")]


def plan_rows(plan: Iterable[PlanStep], table_numbers: Iterator[int]) -> list[Context]:
    """Return the rows of a plan.

    Args:
        plan: its steps.
        table_numbers: numbers of the report's tables, in print order; each table with a caption takes the
            next.
    """
    rows: list[Context] = []
    for step in plan:
        text = with_below(step.text, numbered_captions(step.paragraphs, table_numbers))
        rows.append({"text": text, "owner": step.owner or NOTHING, "time": step.time or NOTHING})
    return rows


def evidence_row(evidence: Evidence, mark: int) -> Context:
    """Return a piece of evidence where it is cited.

    Args:
        evidence: the piece.
        mark: number of the citation; the index refers to its page by it.
    """
    return {"mark": mark, "code": evidence.code, "name": evidence.name}


def edition_lines(document: Document[Any], scheme: Edition) -> Iterator[Context]:
    """Generate what the scores of a report rest on: the edition, its source, a note on the scoring."""
    yield {"label": "เกณฑ์ที่ใช้", "text": f"{scheme.name} {scheme.edition}"}
    yield {"label": "ที่มา", "text": scheme.source}
    note = draft_note(scheme) if document.is_draft else final_note(scheme)
    if note:
        yield {"label": "หมายเหตุ", "text": note}


def draft_note(scheme: Edition) -> str:
    """Return what a draft says of the scoring, for those who work on it; "" where there is nothing to say."""
    if scheme.note:
        return scheme.note
    return _UNVERIFIED if scheme.certainty == "not_verified" else ""


def final_note(scheme: Edition) -> str:
    """Return what a complete report says of the scoring; "" where there is nothing to say.

    The note of an edition that was not verified speaks to those who work on the report, so it is not printed.
    In its place stands whose scale was used.
    """
    if scheme.certainty == "not_verified":
        return _SCALE_OF_THE_OFFICE
    return scheme.note or ""


def general_sections(report: SelfAssessment, table_numbers: Iterator[int]) -> list[Context]:
    """Return ข้อมูลทั่วไป: numbered sections with their tables.

    Args:
        report: the report.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """
    sections: list[Context] = []
    for number, section in enumerate(report.general, 1):
        text: list[str | NumberedBlock] = [*numbered_captions(section.text, table_numbers)]
        if not text and not section.tables:
            text = [gap_text(report)]
        tables = fact_tables(section.tables, table_numbers)
        sections.append({"heading": f"{number}. {section.heading}", "text": text, "tables": tables})
    return sections


def fact_tables(tables: Iterable[Table], table_numbers: Iterator[int]) -> list[Context]:
    """Return tables as they are printed.

    Args:
        tables: tables that stand together.
        table_numbers: numbers of the report's tables, in print order; each table takes the next.
    """
    return [_table(next(table_numbers), table, table_numbers) for table in tables]


def _table(number: int, table: Table, table_numbers: Iterator[int]) -> Context:
    label = f"ตารางที่ {number}"
    title = f"{label} {table.title}" if table.title else label
    return {
        "title": title,
        "columns": len(table.columns),
        "heads": list(table.columns),
        "rows": [_cells(row, table_numbers) for row in table.rows],
    }


def _cells(row: Iterable[Prose | Paragraphs], table_numbers: Iterator[int]) -> list[Context]:
    cells: list[Context] = []
    for cell in row:
        if isinstance(cell, str):
            cells.append({"text": cell, "is_number": _NUMBER.fullmatch(cell) is not None})
        else:
            text = as_passage(numbered_captions(cell, table_numbers))
            cells.append({"text": text, "is_number": False})
    return cells


def conclusion(document: Document[SelfAssessment], table_numbers: Iterator[int]) -> Context:
    """Return what ends a report: strengths, what to improve, suggestions, who worked on it.

    Args:
        document: the report.
        table_numbers: numbers of the report's tables, in print order; each table with a caption takes the
            next.
    """
    report = document.content
    return {
        "strengths": numbered(report.strengths, report, table_numbers),
        "improve": numbered(report.improve, report, table_numbers),
        "suggestions": numbered(report.suggestions, report, table_numbers),
        "group": _working_group(document),
    }


def next_table(document: Document[SelfAssessment], table_numbers: Iterator[int]) -> Context:
    """Return the number of the first table in the annexes; nothing for a report without annexes.

    Args:
        document: the report.
        table_numbers: numbers of the report's tables, of which those before the annexes are taken.
    """
    return {NEXT_TABLE: next(table_numbers)} if document.annexes else {}


def _working_group(document: Document[SelfAssessment]) -> Context:
    """Return the order that appointed the working group, and its members as the order has them."""
    report = document.content
    if report.order is None:
        return {"order": f"คำสั่งแต่งตั้ง : {gap_text(report)}", "committees": []}
    order = report.order.content
    number = f"คำสั่ง{document.office.name} ที่ {number_line(order)}"
    date = cited_date(order, document.numerals)
    committees: list[Context] = []
    for committee in order.committees:
        if committee.members:
            committees.append({"name": committee.name, "members": member_rows(committee.members)})
    return {"order": f"{number} {date} เรื่อง {order.subject}", "committees": committees}
