"""The report of progress on paper, and the memos that follow from it, for the shipped project."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from built import BOTTOM, MIDDLE, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT
from page_lines import Line, first_starting, lines_starting, read_lines

from esa_docs import api
from esa_docs.assess.status import StatusContent
from esa_docs.jobs.building.plan import Choice, Job
from esa_docs.jobs.building.produce import produce
from esa_docs.jobs.changes.files import write_files
from esa_docs.jobs.drafts import draft_file
from esa_docs.jobs.program_documents import program_document
from esa_docs.jobs.progress import PROGRESS_REPORT, reports_under_way, work_status
from esa_docs.jobs.reminding import draft_requests
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.model.project import Project

pytestmark = [pytest.mark.office, pytest.mark.usefixtures("real_faces")]

TODAY = dt.date(2026, 9, 16)


def status_pages(project: Project, place: Path, today: dt.date = TODAY) -> list[list[Line]]:
    """Lay out the report of 2569; return the lines of its pages."""
    works = tuple(work_status(report, KINDS, today) for report in reports_under_way(project))
    content = StatusContent(2569, today, works)
    key = ("status", 2569)
    numerals = works[0].numerals
    document: Document[Any] = program_document(
        project, PROGRESS_REPORT, key, content.title, content, numerals
    )
    job = Job(document, place / "status.docx", with_pdf=True)
    (produced,) = produce([job], today)
    assert produced.diagnostics == ()
    assert produced.pdf is not None
    (place / "status.pdf").write_bytes(produced.pdf)
    return read_lines(place / "status.pdf")


def assert_inside(lines: list[Line]) -> None:
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM + MILLIMETRE, line


def test_the_shipped_reports_stand_on_one_page_inside_the_margins(tmp_path: Path) -> None:
    (page,) = status_pages(api.load(ROOT / "content"), tmp_path)
    assert len(page) > 20
    assert_inside(page)
    for line in page[:3]:
        assert line.middle == pytest.approx(MIDDLE, abs=MILLIMETRE)
    assert page[-1].text.startswith("2. นางสมบัติ นามสมมติเจ็ด SAR รอบ 12 เดือน")


def test_every_owner_has_one_line_in_the_table(tmp_path: Path) -> None:
    (page,) = status_pages(api.load(ROOT / "content"), tmp_path)
    (owner,) = lines_starting(page, "ว่าที่ร้อยตรี")
    assert owner.text.split()[:3] == ["ว่าที่ร้อยตรี", "สมชาย", "นามสมมติห้า"]


def test_a_year_in_which_nothing_is_written_stands_on_one_page_too(tmp_path: Path) -> None:
    """All 54 parts of both reports are late in both rounds: four lines, as nobody answers for them yet."""
    root = tmp_path / "content"
    root.mkdir()
    for name in ("office.yaml", "people.yaml"):
        shutil.copy(ROOT / "content" / name, root)
    for kind in ("sar", "pmqa"):
        report, *_parts = api.start(root, kind, kind, 2569)
        days = "due: {six_months: 31 มีนาคม 2569, twelve_months: 15 กันยายน 2569}\n"
        report.write_text(report.read_text(encoding="utf-8") + days, encoding="utf-8")
    (page,) = status_pages(api.load(root), tmp_path)
    assert_inside(page)
    late_lines = lines_starting(page, "1. ยัง", "2. ยัง", "3. ยัง", "4. ยัง")
    assert [line.text.split()[0] for line in late_lines] == ["1.", "2.", "3.", "4."]


def take_evidence_out(path: Path, code: str) -> None:
    """Take the last piece of evidence out of a content file, with the key above it."""
    text = path.read_text(encoding="utf-8")
    pattern = rf" *evidence:\n *- {{code: {re.escape(code)}, .*}}\n"
    changed_text, changes = re.subn(pattern, "", text)
    assert changes == 1
    path.write_text(changed_text, encoding="utf-8")


def test_memos_that_follow_from_it_stand_on_one_page_each(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    # nobody has to be asked for evidence of the shipped year: two pieces are taken out
    take_evidence_out(root / "2569/sar/1-3.yaml", "E-1.3-02")
    take_evidence_out(root / "2569/pmqa/2-3.yaml", "P-2.3-01")
    files: dict[Path, bytes] = {}
    for report in reports_under_way(api.load(root)):
        work = work_status(report, KINDS, TODAY)
        for draft in draft_requests(report, KINDS, work):
            path, data = draft_file(draft)
            files[path] = data
    stems = sorted(path.stem for path in write_files(files))
    assert stems == [
        "ask-pmqa-12-หนแผน",
        "ask-sar-12-หนแผน",
        "remind-pmqa-12-หนทางไกล",
        "remind-sar-12-หนส่งเสริม",
    ]
    names = tuple(f"memos/{stem}" for stem in stems)
    report_of_build = api.build(
        api.load(root), out=tmp_path / "build", choice=Choice(names), pdf=True, today=TODAY
    )
    codes = {diagnostic.code for diagnostic in report_of_build.diagnostics}
    # What was taken out is a score without evidence now.
    assert codes <= {"E501", "W509"}
    for name in names:
        (page,) = read_lines(tmp_path / "build/2569" / f"{name}.pdf")
        assert_inside(page)
        assert "ผู้อำนวยการ" in first_starting(page, "เรียน").text
