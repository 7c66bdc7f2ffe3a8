"""The text of each field of an issue, ready to be pasted into the form of the centre's system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from esa_docs import thai
from esa_docs.kinds.assessment.content import PlanStep, Table
from esa_docs.kinds.sar.answers import IssueFacts, issues_of
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.kinds.sar.view_issue import level_line, owner_line
from esa_docs.model.document import Document, Form
from esa_docs.model.evidence import Evidence
from esa_docs.model.field_text import FieldText, FilledForm
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.paragraph_texts import plain_lines
from esa_docs.model.prose.plain_text import in_plain_text


def fill_in_forms(document: Document[Sar], form: Form[Sar]) -> tuple[FilledForm, ...]:
    """Return the fields of every issue of a SAR that has results in its round.

    Args:
        document: a SAR.
        form: how the file of an issue looks; the texts bear its name.
    """
    return tuple(_filled_form(file) for file in issue_files(document, form))


def _filled_form(file: Document[Sar]) -> FilledForm:
    (facts,) = issues_of(file.content)
    fields = []
    for name, label, lines in _fields(facts):
        text = "\n".join(_plain(line, file.numerals) for line in lines)
        fields.append(FieldText(name, label, text))
    file_name = PurePosixPath(file.name).name
    return FilledForm(facts.code, file_name, tuple(fields))


def _fields(facts: IssueFacts) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Generate name, label and lines of each field.

    Strengths, improvements and plan are those of the whole indicator: an issue has none of its own.
    """
    answer, indicator = facts.issue.answer, facts.indicator.answer
    yield "standard", "มาตรฐาน", [facts.indicator.standard.name]
    yield "indicator", "ตัวบ่งชี้", [facts.indicator.definition.name]
    yield "issue", "ประเด็นการพิจารณา", [facts.name]
    yield "owner", "ผู้รับผิดชอบ", [owner_line(facts.owner)]
    yield "results", "ผลการดำเนินงาน", [*plain_lines(facts.result.results), *_table_lines(answer.tables)]
    yield "level", "ระดับคุณภาพ", [level_line(facts)]
    yield "evidence", "หลักฐาน", [_evidence_line(evidence) for evidence in facts.evidence]
    yield "strengths", "จุดเด่นของตัวบ่งชี้", list(plain_lines(indicator.strengths))
    yield "improve", "จุดที่ควรพัฒนาของตัวบ่งชี้", list(plain_lines(indicator.improve))
    yield "plan", "แนวทางการพัฒนาของตัวบ่งชี้", list(_plan_lines(indicator.plan))


def _table_lines(tables: Iterable[Table]) -> Iterator[str]:
    """Generate tables line by line, with tabs between cells, as web forms and spreadsheets take them."""
    for table in tables:
        if table.title:
            yield table.title
        for cells in (table.columns, *table.rows):
            yield "\t".join(map(_cell_text, cells))


def _cell_text(cell: str | Paragraphs) -> str:
    """Return what a cell says, on one line."""
    if isinstance(cell, str):
        return in_plain_text(cell)
    return " ".join(plain_lines(cell)).replace("\t", " ")


def _plan_lines(plan: Iterable[PlanStep]) -> Iterator[str]:
    """Generate the steps of a plan, each with the lines of what stands below it."""
    for step in plan:
        yield _step_line(step)
        yield from plain_lines(step.paragraphs)


def _plain(line: str, numerals: thai.Numerals) -> str:
    """Return a line for a web form: without the spaces that bind words in print."""
    cells = thai.apply_numerals(line, numerals).split("\t")
    return "\t".join(map(thai.normalise_spaces, cells))


def _evidence_line(evidence: Evidence) -> str:
    words = [evidence.code, evidence.name]
    if evidence.link:
        words.append(evidence.link)
    return " ".join(words)


def _step_line(step: PlanStep) -> str:
    owner_and_time = ", ".join(filter(None, (step.owner, step.time)))
    text = in_plain_text(step.text)
    return f"{text} ({owner_and_time})" if owner_and_time else text
