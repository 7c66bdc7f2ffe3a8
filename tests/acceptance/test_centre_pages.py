"""Files of issues and a report with its annex on paper, laid out with the real faces."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from built import BOTTOM, CM, MIDDLE, MILLIMETRE, ROOT, TEXT_LEFT, TEXT_RIGHT
from page_lines import Line, read_lines
from pypdf import PdfWriter

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.building.produce import ProducedDocument, produce
from esa_docs.kinds import KINDS
from esa_docs.kinds.sar.copies import issue_files
from esa_docs.model.document import AnnexFile, Document

pytestmark = pytest.mark.office

TODAY = dt.date(2026, 9, 16)
LONG_NAME = "รายงานผลการดำเนินงานตามโครงการสมมติเพื่อทดสอบความยาวของชื่อหลักฐาน " * 4


@pytest.fixture(scope="module")
def papers() -> tuple[Document[Any], ...]:
    report = api.find(api.load(ROOT / "content"), "sar")
    (form,) = [form for form in KINDS.by_name["sar"].forms if form.name == "sar-issue"]
    return tuple(shorten(paper) for paper in issue_files(report, form))


def shorten(paper: Document[Any]) -> Document[Any]:
    """Return the paper of an issue without name and tables, with one paragraph: it fits on a page."""
    (indicator,) = paper.content.indicators
    (issue,) = indicator.issues
    first_result = issue.twelve_months.results[:1]
    results = issue.twelve_months.model_copy(update={"results": first_result})
    short_issue = issue.model_copy(update={"name": None, "tables": (), "twelve_months": results})
    short_indicator = indicator.model_copy(update={"issues": (short_issue,)})
    content = paper.content.model_copy(update={"indicators": (short_indicator,)})
    return replace(paper, content=content)


def make_pdf(document: Document[Any], path: Path) -> ProducedDocument:
    """Make a document and its PDF with the real faces; write the PDF."""
    job = Job(document, path.with_suffix(".docx"), with_pdf=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FONTS_VARIABLE, str(ROOT / ".fonts"))
        (produced,) = produce([job], TODAY)
    assert produced.pdf is not None
    path.write_bytes(produced.pdf)
    return produced


def assert_inside(lines: list[Line]) -> None:
    assert len(lines) > 3
    for line in lines:
        assert line.left_edge >= TEXT_LEFT - MILLIMETRE, line
        assert line.right_edge <= TEXT_RIGHT + MILLIMETRE, line
        assert line.bottom <= BOTTOM, line


def test_the_file_of_an_issue_stands_on_one_page_inside_the_margins(
    papers: tuple[Document[Any], ...], tmp_path: Path
) -> None:
    nameless_paper = papers[1]
    produced = make_pdf(nameless_paper, tmp_path / "issue.pdf")
    (page,) = read_lines(tmp_path / "issue.pdf")
    assert produced.diagnostics == ()
    assert_inside(page)
    label = next(line for line in page if line.text == "ประเด็นการพิจารณาที่ 2")
    # The issue has no name: dots stand for it, to be filled in with a pen.
    (dots,) = [line for line in page if set(line.text) == {"."}]
    assert dots.bottom == pytest.approx(label.bottom, abs=MILLIMETRE)
    assert dots.left_edge == pytest.approx(TEXT_LEFT + 5 * CM, abs=2 * MILLIMETRE)
    assert dots.right_edge == pytest.approx(TEXT_RIGHT, abs=2 * MILLIMETRE)
    values = [line for line in page if line.text in {"การบริหารจัดการองค์การสู่ความเป็นเลิศ", "การบริหารจัดการที่ดี"}]
    assert [line.left_edge for line in values] == pytest.approx([TEXT_LEFT + 5 * CM] * 2, abs=MILLIMETRE)


def citations_of(report: Document[Any], code: str) -> tuple[str, ...]:
    evidence_use = KINDS.of(report).evidence
    assert evidence_use is not None
    return tuple(evidence_use.citations(report.content, code))


@pytest.fixture(scope="module")
def bound(
    papers: tuple[Document[Any], ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[ProducedDocument, Path]:
    """Bind the PDF of an issue, a broken PDF and three wide blank pages behind an issue."""
    place = tmp_path_factory.mktemp("annex")
    make_pdf(papers[1], place / "one.pdf")
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(842, 595)
    writer.write(place / "wide.pdf")
    (place / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    names = {"one": "ผลการดำเนินงาน", "broken": "ชำรุด", "wide": LONG_NAME.strip()}
    annex: list[AnnexFile] = []
    for number, (stem, name) in enumerate(names.items(), 1):
        code = f"E-1.1-0{number}"
        location = Location("sar.yaml", number, 1)
        citations = citations_of(papers[0], code)
        annex.append(AnnexFile(code, name, place / f"{stem}.pdf", location, "", citations))
    paper = replace(papers[0], annex=tuple(annex))
    return make_pdf(paper, place / "bound.pdf"), place / "bound.pdf"


def test_evidence_stands_behind_the_report_each_behind_its_divider(
    bound: tuple[ProducedDocument, Path],
) -> None:
    _produced, path = bound
    with pypdfium2.PdfDocument(path) as document:
        widths = [round(page.get_width()) for page in document]
        labels = [document.get_page_label(index) for index in range(len(document))]
    # The last three pages are evidence in landscape format.
    assert [width == 842 for width in widths] == [False] * 4 + [True] * 3
    wide_labels = ["E-1.1-03-1", "E-1.1-03-2", "E-1.1-03-3"]
    assert labels == ["1", "E-1.1-01", "E-1.1-01-1", "E-1.1-03", *wide_labels]
    pages = read_lines(path)
    assert [page[0].text for page in pages[:4]] == [
        "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 12 เดือน",
        "หลักฐาน E-1.1-01",
        "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ 12 เดือน",
        "หลักฐาน E-1.1-03",
    ]


def test_broken_evidence_is_told_and_the_report_is_made(bound: tuple[ProducedDocument, Path]) -> None:
    produced, _path = bound
    assert produced.word is not None
    (diagnostic,) = produced.diagnostics
    assert (diagnostic.code, diagnostic.location.line) == ("E690", 2)


def test_a_divider_stands_in_the_middle_inside_the_margins(bound: tuple[ProducedDocument, Path]) -> None:
    _produced, path = bound
    pages = read_lines(path)
    for page in (pages[1], pages[3]):
        assert_inside(page)
        middles = [line.middle for line in page]
        assert middles == pytest.approx([MIDDLE] * len(middles), abs=2 * MILLIMETRE)
    assert len(pages[3]) > len(pages[1])


def test_equal_input_gives_equal_bytes(
    bound: tuple[ProducedDocument, Path], papers: tuple[Document[Any], ...], tmp_path: Path
) -> None:
    _produced, path = bound
    annex = (AnnexFile("E-1", "ก", path, Location("sar.yaml"), ""),)
    document = replace(papers[0], annex=annex)
    first = make_pdf(document, tmp_path / "a.pdf")
    second = make_pdf(document, tmp_path / "b.pdf")
    assert first.pdf == second.pdf
