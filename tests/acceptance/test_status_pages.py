"""The report on the state of the works on paper, and the memos that follow from it; the shipped project."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from built import BOTTOM, LEFT, MIDDLE, MILLIMETRE, RIGHT, ROOT
from page_lines import Line, read_lines

from esa_docs import api
from esa_docs.assess.status import StatusContent
from esa_docs.jobs.drafts import draft_file
from esa_docs.jobs.files import write_files
from esa_docs.jobs.plan import Choice, Job
from esa_docs.jobs.produce import produce
from esa_docs.jobs.program_documents import program_document
from esa_docs.jobs.progress import PROGRESS_REPORT, reports_under_way, work_status
from esa_docs.jobs.reminding import draft_requests
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.model.project import Project

pytestmark = [pytest.mark.office, pytest.mark.usefixtures("real_faces")]

TODAY = dt.date(2026, 9, 16)


def status_pages(project: Project, place: Path, today: dt.date = TODAY) -> list[list[Line]]:
    """Lay out the report of 2569 and give the lines of its pages."""
    works = tuple(work_status(one, KINDS, today) for one in reports_under_way(project))
    content = StatusContent(2569, today, works)
    key = ("status", 2569)
    numerals = works[0].numerals
    document: Document[Any] = program_document(
        project, PROGRESS_REPORT, key, content.title, content, numerals
    )
    (made,) = produce([Job(document, place / "status.docx", with_pdf=True)], today)
    assert made.diagnostics == ()
    assert made.pdf is not None
    (place / "status.pdf").write_bytes(made.pdf)
    return read_lines(place / "status.pdf")


def is_inside(line: Line) -> bool:
    return (
        line.left >= LEFT - MILLIMETRE
        and line.right <= RIGHT + MILLIMETRE
        and line.bottom <= BOTTOM + MILLIMETRE
    )


def test_the_shipped_reports_stand_on_one_page_inside_the_margins(tmp_path: Path) -> None:
    (page,) = status_pages(api.load(ROOT / "content"), tmp_path)
    assert len(page) > 20
    assert [line for line in page if not is_inside(line)] == []
    for line in page[:3]:
        assert (line.left + line.right) / 2 == pytest.approx(MIDDLE, abs=MILLIMETRE)
    assert page[-1].text.startswith("2. นางสมบัติ นามสมมติเจ็ด SAR รอบ 12 เดือน")


def test_every_owner_has_one_line_in_the_table(tmp_path: Path) -> None:
    (page,) = status_pages(api.load(ROOT / "content"), tmp_path)
    owners = [line for line in page if line.text.startswith("ว่าที่ร้อยตรี")]
    assert [line.text.split()[:3] for line in owners] == [["ว่าที่ร้อยตรี", "สมชาย", "นามสมมติห้า"]]


def test_a_year_in_which_nothing_is_written_stands_on_one_page_too(tmp_path: Path) -> None:
    """All 54 parts of both reports are late in both rounds: four lines, as nobody answers for them yet."""
    root = tmp_path / "content"
    root.mkdir()
    for name in ("office.yaml", "people.yaml"):
        shutil.copy(ROOT / "content" / name, root)
    for kind in ("sar", "pmqa"):
        report, *_parts = api.start(api.load(root), kind, kind, 2569)
        days = "due: {six_months: 31 มีนาคม 2569, twelve_months: 15 กันยายน 2569}\n"
        report.write_text(report.read_text(encoding="utf-8") + days, encoding="utf-8")
    (page,) = status_pages(api.load(root), tmp_path)
    assert [line for line in page if not is_inside(line)] == []
    numbered = [
        line.text.split()[0] for line in page if line.text.startswith(("1. ยัง", "2. ยัง", "3. ยัง", "4. ยัง"))
    ]
    assert numbered == ["1.", "2.", "3.", "4."]


def test_memos_that_follow_from_it_stand_on_one_page_each(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    drafts: dict[Path, bytes] = {}
    for report in reports_under_way(api.load(root)):
        drafts |= map(draft_file, draft_requests(report, KINDS, work_status(report, KINDS, TODAY)))
    written = sorted(path.stem for path in write_files(drafts))
    assert written == [
        "ask-pmqa-12-หนแผน",
        "ask-sar-12-หนแผน",
        "remind-pmqa-12-หนทางไกล",
        "remind-sar-12-หนส่งเสริม",
    ]
    names = tuple(f"memos/{name}" for name in written)
    built = api.build(api.load(root), out=tmp_path / "build", choice=Choice(names), pdf=True, today=TODAY)
    assert [one.code for one in built.diagnostics if one.code != "E501"] == []
    for name in names:
        (page,) = read_lines(tmp_path / "build/2569" / f"{name}.pdf")
        assert [line for line in page if not is_inside(line)] == []
        assert "ผู้อำนวยการ" in next(line.text for line in page if line.text.startswith("เรียน"))
