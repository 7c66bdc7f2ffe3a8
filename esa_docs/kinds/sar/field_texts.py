"""The text of each field of an issue, ready to be pasted into the form of the centre's system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from esa_docs import thai
from esa_docs.kinds.assessment.content import PlanStep, Table
from esa_docs.kinds.sar.content import Sar
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.kinds.sar.issues import IssueFacts, issues_of
from esa_docs.kinds.sar.view_issue import level_line, owner_line
from esa_docs.model.document import Document, Form
from esa_docs.model.evidence import Evidence
from esa_docs.model.field_text import FieldText, FilledForm


def fill_in_forms(document: Document[Sar], form: Form[Sar]) -> tuple[FilledForm, ...]:
    """Return the fields of every issue of a SAR that has results in its round.

    Args:
        document: a SAR.
        form: how the file of an issue looks; the texts bear its name.
    """
    return tuple(_filled(file) for file in issue_files(document, form))


def _filled(file: Document[Sar]) -> FilledForm:
    (facts,) = issues_of(file.content)
    fields = tuple(
        FieldText(name, label, "\n".join(_plain(line, file.numerals) for line in lines))
        for name, label, lines in _fields(facts)
    )
    return FilledForm(facts.code, PurePosixPath(file.name).name, fields)


def _fields(facts: IssueFacts) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Give name, label and lines; strengths, improvements and plan are those of the whole indicator."""
    yield "standard", "มาตรฐาน", [facts.standard.name]
    yield "indicator", "ตัวบ่งชี้", [facts.indicator.name]
    yield "issue", "ประเด็นการพิจารณา", [facts.name or ""]
    yield "owner", "ผู้รับผิดชอบ", [owner_line(facts.owner)]
    yield "results", "ผลการดำเนินงาน", [*facts.result.results, *_tables(facts.issue.tables)]
    yield "level", "ระดับคุณภาพ", [level_line(facts)]
    yield "evidence", "หลักฐาน", [_evidence(one) for one in facts.evidence]
    yield "strengths", "จุดเด่นของตัวบ่งชี้", facts.findings.strengths
    yield "improve", "จุดที่ควรพัฒนาของตัวบ่งชี้", facts.findings.improve
    yield "plan", "แนวทางการพัฒนาของตัวบ่งชี้", [_step(one) for one in facts.findings.plan]


def _tables(tables: Iterable[Table]) -> Iterator[str]:
    """Give tables line by line, cells parted by tabs: a web form or a spreadsheet takes them so."""
    for one in tables:
        yield from filter(None, (one.title,))
        yield from ("\t".join(cells) for cells in (one.columns, *one.rows))


def _plain(line: str, numerals: thai.Numerals) -> str:
    """Leave the spaces that bind words in print out of what goes into a web form."""
    cells = thai.apply_numerals(line, numerals).split("\t")
    return "\t".join(map(thai.normalise_spaces, cells))


def _evidence(one: Evidence) -> str:
    return " ".join(filter(None, (one.code, one.name, one.link)))


def _step(step: PlanStep) -> str:
    more = ", ".join(filter(None, (step.owner, step.time)))
    return f"{step.text} ({more})" if more else step.text
