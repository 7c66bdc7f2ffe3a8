"""The shipped manual has the structure of the printed original."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

from esa_docs import api
from esa_docs.model.document import Document
from esa_docs.model.schedule import FiscalMonths


def test_the_shipped_project_has_no_findings(content: Path) -> None:
    project = api.load(content)
    assert project.diagnostics == ()
    assert project.faulty == ()
    assert [document.key for document in project.documents] == ["2569/manual"]


def test_four_works_with_their_steps_and_table_rows(manual: Document[Any]) -> None:
    works = manual.content.works
    assert [work.name for work in works] == [
        "งานมาตรฐานสำนักงานเขตพื้นที่การศึกษา",
        "งานการประเมินตัวชี้วัดตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ",
        "งานพัฒนาคุณภาพการบริหารจัดการภาครัฐ (PMQA)",
        "งานพัฒนาคุณภาพการให้บริการ",
    ]
    assert [len(work.steps) for work in works] == [7, 9, 8, 9]
    assert [len(work.table) for work in works] == [9, 10, 8, 10]


def test_only_the_third_work_has_three_objectives(manual: Document[Any]) -> None:
    assert [len(work.objectives) for work in manual.content.works] == [1, 1, 3, 1]


def test_three_standards_with_fourteen_indicators_stand_inside_scope_3_1(manual: Document[Any]) -> None:
    scopes = [work.scope for work in manual.content.works]
    assert [len(scope) for scope in scopes] == [2, 1, 1, 1]
    first_item, *next_items = chain.from_iterable(scopes)
    assert [len(standard.indicators) for standard in first_item.standards] == [3, 5, 6]
    for item in next_items:
        assert item.standards == ()


def test_the_steps_of_pmqa_nest(manual: Document[Any]) -> None:
    steps = manual.content.works[2].steps
    assert [len(step.substeps) for step in steps] == [0, 2, 0, 0, 0, 0, 0, 0]
    assert [len(step.topics) for step in steps] == [0, 0, 0, 2, 0, 0, 0, 0]
    assert [len(step.categories) for step in steps] == [0, 0, 0, 0, 7, 0, 0, 0]
    for substep in steps[1].substeps:
        assert substep.duty
        assert substep.composition
    assert [len(substep.bullets) for substep in steps[1].substeps] == [0, 2]
    assert [topic.name for topic in steps[3].topics] == ["ลักษณะองค์การ", "ความท้าทายต่อองค์การ"]
    assert steps[3].lead is not None


def test_steps_of_the_other_works_do_not_nest(manual: Document[Any]) -> None:
    first, second, _pmqa, fourth = manual.content.works
    steps = [*first.steps, *second.steps, *fourth.steps]
    assert len(steps) == 25
    for step in steps:
        assert not step.substeps
        assert not step.topics
        assert not step.categories
        assert not step.lead


def test_time_stays_as_printed_beside_its_structured_form(manual: Document[Any]) -> None:
    rows = list(chain.from_iterable(work.table for work in manual.content.works))
    rows_with_schedule = [row for row in rows if row.schedule]
    for row in rows_with_schedule:
        assert row.time
    row_of_weeks = manual.content.works[0].table[0]
    assert row_of_weeks.time == "1 สัปดาห์"
    assert row_of_weeks.schedule is not None
    assert row_of_weeks.schedule.weeks == 1
    row_of_months = manual.content.works[2].table[0]
    assert row_of_months.time == "ต.ค. – ธ.ค."
    assert row_of_months.schedule is not None
    assert row_of_months.schedule.fiscal_months == FiscalMonths(first="ต.ค.", last="ธ.ค.")
    rounds = [row.schedule.rounds for row in rows_with_schedule if row.schedule.rounds]
    assert rounds == [(1, 2)]


def test_the_author_is_the_one_the_manual_names(manual: Document[Any]) -> None:
    author = manual.content.author
    assert (author.first_name, author.last_name) == ("พิสมัย", "ทองหล้า")
    assert author.position == "ผู้อำนวยการกลุ่มอำนวยการ"
