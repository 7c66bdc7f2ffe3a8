"""Files of issues and a report with its annex on paper, laid out with the real faces."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from built import BOTTOM, CM, LEFT, MIDDLE, MILLIMETRE, RIGHT, ROOT
from page_lines import Line, read_lines
from pypdf import PdfWriter

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.jobs.plan import Job
from esa_docs.jobs.produce import Produced, produce
from esa_docs.kinds import KINDS
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import AnnexFile, Document

pytestmark = pytest.mark.office

TODAY = dt.date(2026, 9, 16)
LONG = "รายงานผลการดำเนินงานตามโครงการสมมติเพื่อทดสอบความยาวของชื่อหลักฐาน " * 4


@pytest.fixture(scope="module")
def papers() -> tuple[Document[Any], ...]:
    report = api.find(api.load(ROOT / "content"), "sar")
    (form,) = [form for form in KINDS.by_name["sar"].forms if form.name == "sar-issue"]
    return tuple(map(shortened, issue_files(report, form)))


def shortened(paper: Document[Any]) -> Document[Any]:
    """Leave out the tables of an issue, and all of its results but the first paragraph: it fits on a page."""
    (indicator,) = paper.content.indicators
    (issue,) = indicator.issues
    result = issue.twelve_months.model_copy(update={"results": issue.twelve_months.results[:1]})
    short = issue.model_copy(update={"tables": (), "twelve_months": result})
    content = paper.content.model_copy(
        update={"indicators": (indicator.model_copy(update={"issues": (short,)}),)}
    )
    return replace(paper, content=content)


def made(document: Document[Any], path: Path) -> Produced:
    """Make a document and its PDF with the real faces; write the PDF."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FONTS_VARIABLE, str(ROOT / ".fonts"))
        (produced,) = produce([Job(document, path.with_suffix(".docx"), with_pdf=True)], TODAY)
    assert produced.pdf is not None
    path.write_bytes(produced.pdf)
    return produced


def assert_inside(lines: list[Line]) -> None:
    assert len(lines) > 3
    outside = [
        line.text for line in lines if line.left < LEFT - MILLIMETRE or line.right > RIGHT + MILLIMETRE
    ]
    assert outside == []
    assert max(line.bottom for line in lines) <= BOTTOM


def test_the_file_of_an_issue_stands_on_one_page_inside_the_margins(
    papers: tuple[Document[Any], ...], tmp_path: Path
) -> None:
    nameless = papers[1]
    produced = made(nameless, tmp_path / "issue.pdf")
    (page,) = read_lines(tmp_path / "issue.pdf")
    assert produced.diagnostics == ()
    assert_inside(page)
    label = next(line for line in page if line.text == "ประเด็นการพิจารณาที่ 2")
    (dots,) = [line for line in page if set(line.text) == {"."}]
    assert dots.bottom == pytest.approx(label.bottom, abs=MILLIMETRE)
    assert dots.left == pytest.approx(LEFT + 5 * CM, abs=2 * MILLIMETRE)
    assert dots.right == pytest.approx(RIGHT, abs=2 * MILLIMETRE)
    values = [line for line in page if line.text in {"การบริหารจัดการองค์การสู่ความเป็นเลิศ", "การบริหารจัดการที่ดี"}]
    assert [line.left for line in values] == pytest.approx([LEFT + 5 * CM] * 2, abs=MILLIMETRE)


def cited(report: Document[Any], code: str) -> tuple[str, ...]:
    use = KINDS.of(report).evidence
    assert use is not None
    return tuple(use.citations(report.content, code))


@pytest.fixture(scope="module")
def bound(
    papers: tuple[Document[Any], ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Produced, Path]:
    """Bind an issue's own PDF, three blank wide pages and something broken behind an issue."""
    place = tmp_path_factory.mktemp("annex")
    made(papers[1], place / "one.pdf")
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(842, 595)
    writer.write(place / "wide.pdf")
    (place / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    names = {"one": "ผลการดำเนินงาน", "broken": "ชำรุด", "wide": LONG.strip()}
    annex: list[AnnexFile] = []
    for number, (stem, name) in enumerate(names.items(), 1):
        code, named = f"E-1.1-0{number}", Location("sar.yaml", number, 1)
        annex.append(AnnexFile(code, name, place / f"{stem}.pdf", named, "", cited(papers[0], code)))
    return made(replace(papers[0], annex=tuple(annex)), place / "bound.pdf"), place / "bound.pdf"


def test_evidence_stands_behind_the_report_each_behind_its_divider(bound: tuple[Produced, Path]) -> None:
    _produced, path = bound
    with pypdfium2.PdfDocument(path) as document:
        wide = [round(page.get_width()) == 842 for page in document]
        labels = [document.get_page_label(index) for index in range(len(document))]
    assert wide == [False] * 4 + [True] * 3
    assert labels == ["1", "E-1.1-01", "E-1.1-01-1", "E-1.1-03", *(f"E-1.1-03-{n}" for n in (1, 2, 3))]
    pages = read_lines(path)
    assert [page[0].text for page in pages[:4]] == [
        "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 12 เดือน",
        "หลักฐาน E-1.1-01",
        "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 12 เดือน",
        "หลักฐาน E-1.1-03",
    ]


def test_broken_evidence_is_told_and_the_report_is_made(bound: tuple[Produced, Path]) -> None:
    produced, _path = bound
    assert produced.word is not None
    assert [(one.code, one.location.line) for one in produced.diagnostics] == [("E690", 2)]


def test_a_divider_stands_in_the_middle_inside_the_margins(bound: tuple[Produced, Path]) -> None:
    _produced, path = bound
    pages = read_lines(path)
    for page in (pages[1], pages[3]):
        assert_inside(page)
        middles = [(line.left + line.right) / 2 for line in page]
        assert middles == pytest.approx([MIDDLE] * len(middles), abs=2 * MILLIMETRE)
    assert len(pages[3]) > len(pages[1])


def test_equal_input_gives_equal_bytes(
    bound: tuple[Produced, Path], papers: tuple[Document[Any], ...], tmp_path: Path
) -> None:
    _produced, path = bound
    annex = (AnnexFile("E-1", "ก", path, Location("sar.yaml"), ""),)
    document = replace(papers[0], annex=annex)
    assert made(document, tmp_path / "a.pdf").pdf == made(document, tmp_path / "b.pdf").pdf
