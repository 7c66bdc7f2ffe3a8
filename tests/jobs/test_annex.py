"""Evidence that is to be bound behind a report: found in the content, read, and told where it cannot be."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfWriter
from small_sar import files_of_issues, load_sar, write_sar

from esa_docs import api
from esa_docs.jobs.building.annex import Annex, AnnexPiece, bind_annex, open_annex
from esa_docs.jobs.building.copies import copies_of
from esa_docs.jobs.building.dividers import divider_of
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.jobs.building.plan import Job
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document
from esa_docs.pages.word_file import WordFile
from esa_docs.word.render import build_context
from esa_docs.word.templates.reading import template_file
from esa_docs.word.templates.reading.template_file import shipped_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TODAY = dt.date(2026, 9, 16)
EVIDENCE = """\
          - {code: E-1, name: รายงานฉบับที่ 1, file: evidence/one.pdf}
          - {code: E-3, name: ภาพถ่าย, file: evidence/picture.jpg}
          - {code: E-4, name: รายงานใหญ่, file: evidence/TWO.PDF}
          - {code: E-1, name: รายงานฉบับที่ 1, file: evidence/one.pdf}
"""


def pdf_of(pages: int, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the report with three files of evidence: two PDFs, of which one is cited twice, and a picture."""
    root = write_sar(tmp_path, last_lines="annex: true\n")
    path = root / "2569" / "sar.yaml"
    text = path.read_text(encoding="utf-8")
    before = "          - {code: E-1, name: รายงานฉบับที่ 1}\n"
    assert text.count(before) == 1
    path.write_text(text.replace(before, EVIDENCE), encoding="utf-8")
    (root / "evidence").mkdir()
    for name in ("one.pdf", "TWO.PDF", "picture.jpg"):
        (root / "evidence" / name).write_bytes(pdf_of(1))
    return root


def paper_of(report: Document[Any]) -> Document[Any]:
    """Return the file of an issue with the annex of its report: it is shorter than the report."""
    return replace(files_of_issues(report)[0], annex=report.annex)


def test_the_pdf_files_are_bound_each_once_in_the_order_of_the_report(root: Path) -> None:
    lines = (root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines()
    annex = load_sar(root).annex
    assert [(file.code, file.name, file.path) for file in annex] == [
        ("E-1", "รายงานฉบับที่ 1", root / "evidence/one.pdf"),
        ("E-4", "รายงานใหญ่", root / "evidence/TWO.PDF"),
    ]
    lines_of_files = [lines[file.place.line - 1] for file in annex]
    assert ["TWO.PDF" in line for line in lines_of_files] == [False, True]
    assert annex[0].field == "indicators[1].issues[0].evidence[0].file"
    assert {file.cited for file in annex} == {("มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 ประเด็นการพิจารณาที่ 1",)}


@pytest.mark.parametrize("line", ["annex: false\n", ""])
def test_nothing_is_bound_unless_the_report_wants_it(root: Path, line: str) -> None:
    path = root / "2569" / "sar.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("annex: true\n", line), encoding="utf-8")
    assert load_sar(root).annex == ()


def test_the_files_of_issues_have_no_annex(root: Path) -> None:
    with (root / "2569" / "sar.yaml").open("a", encoding="utf-8") as file:
        file.write("centre: {}\n")
    report, *papers = copies_of(load_sar(root), KINDS)
    assert (len(report.annex), {document.annex for document in papers}) == (2, {()})


def test_the_bytes_of_bound_evidence_count_in_the_fingerprint(root: Path) -> None:
    before = fingerprint(load_sar(root), "an engine")
    (root / "evidence/picture.jpg").write_bytes(b"another")
    assert fingerprint(load_sar(root), "an engine") == before
    (root / "evidence/TWO.PDF").write_bytes(pdf_of(2))
    assert fingerprint(load_sar(root), "an engine") != before


def test_the_page_before_bound_evidence_counts_in_the_fingerprint(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = load_sar(root)
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in ("sar.docx", "evidence-divider.docx"):
        shutil.copy(shipped_template(name), folder)
    monkeypatch.setattr(template_file, "_FOLDERS", (folder,))
    before = fingerprint(document, "an engine")
    (folder / "evidence-divider.docx").write_bytes(b"another")
    assert fingerprint(document, "an engine") != before


def test_evidence_that_is_lost_after_reading_is_left_to_binding(root: Path) -> None:
    document = load_sar(root)
    before = fingerprint(document, "an engine")
    (root / "evidence/one.pdf").unlink()
    assert fingerprint(document, "an engine") != before
    annex = open_annex(Job(paper_of(document), root / "a.docx", with_pdf=True), TODAY)
    assert [diagnostic.code for diagnostic in annex.diagnostics] == ["E690"]


def test_a_pdf_with_a_file_within_is_bound_and_told_where_it_is_named(root: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(1)))
    writer.add_attachment("a.exe", b"MZ program")
    writer.write(root / "evidence/TWO.PDF")
    annex = open_annex(Job(paper_of(load_sar(root)), root / "a.docx", with_pdf=True), TODAY)
    lines = (root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines()
    (diagnostic,) = annex.diagnostics
    assert (diagnostic.code, str(diagnostic.severity)) == ("E478", "info")
    assert "TWO.PDF" in lines[diagnostic.location.line - 1]
    assert "evidence/TWO.PDF" in [piece.file.path.relative_to(root).as_posix() for piece in annex.pieces]


@pytest.mark.parametrize(
    ("data", "code"), [(b"no PDF", "E690"), (pdf_of(0), "E690"), (pdf_of(1, "secret"), "E691")]
)
def test_a_pdf_that_cannot_be_bound_is_told_where_it_is_named(root: Path, data: bytes, code: str) -> None:
    (root / "evidence/TWO.PDF").write_bytes(data)
    project = api.load(root)
    assert [each.code for each in api.check(project)] == [code]
    annex = open_annex(Job(paper_of(api.find(project, "sar")), root / "a.docx", with_pdf=True), TODAY)
    (diagnostic,) = annex.diagnostics
    lines = (root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines()
    assert (diagnostic.code, str(diagnostic.severity)) == (code, "warning")
    assert "E-4" in lines[diagnostic.location.line - 1]
    assert diagnostic.hint
    assert [piece.file.code for piece in annex.pieces] == ["E-1"]


def test_without_a_pdf_nothing_is_read(root: Path) -> None:
    (root / "evidence/one.pdf").write_bytes(b"no PDF")
    document = api.find(api.load(root), "sar")
    assert open_annex(Job(paper_of(document), root / "a.docx"), TODAY) == Annex()


def test_evidence_that_cannot_be_bound_together_leaves_the_report(root: Path) -> None:
    document = paper_of(load_sar(root))
    file = document.annex[0]
    piece = AnnexPiece(file, b"no PDF", WordFile("a", b"", "TH SarabunPSK"))
    report = pdf_of(1)
    bound_pdf = bind_annex(document, report, Annex((piece,)), [pdf_of(1)])
    assert bound_pdf.value == report
    (diagnostic,) = bound_pdf.diagnostics
    assert (diagnostic.code, diagnostic.location) == ("E694", file.place)


def test_evidence_whose_divider_could_not_be_made_is_left_out(root: Path) -> None:
    document = paper_of(load_sar(root))
    piece = AnnexPiece(document.annex[0], pdf_of(1), WordFile("a", b"", "TH SarabunPSK"))
    report = pdf_of(1)
    assert bind_annex(document, report, Annex((piece,)), [None]).value == report


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("javascript:alert(1)", "E479"),
        ("file:///C:/a.pdf", "E227"),
        ("FTP://example.go.th", "E479"),
        ("ms-word:ofe", "E479"),
    ],
)
def test_a_link_that_is_no_page_and_no_address_is_told_at_its_place(root: Path, link: str, code: str) -> None:
    path = root / "2569/sar.yaml"
    text = path.read_text(encoding="utf-8").replace("file: evidence/picture.jpg", f'link: "{link}"')
    path.write_text(text, encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if link in row)
    (diagnostic,) = api.check(api.load(root))
    assert (diagnostic.code, diagnostic.location.line) == (code, line)


@pytest.mark.parametrize(
    "link", ["https://example.go.th/a", "mailto:a@example.go.th", "example.go.th:8080/a", "Drive: โฟลเดอร์ 3"]
)
def test_other_links_are_let_through(root: Path, link: str) -> None:
    path = root / "2569/sar.yaml"
    text = path.read_text(encoding="utf-8").replace("file: evidence/picture.jpg", f'link: "{link}"')
    path.write_text(text, encoding="utf-8")
    assert api.check(api.load(root)) == ()


@pytest.mark.parametrize("is_pdf", [True, False])
def test_a_single_annex_of_a_report_has_the_letter_behind_those_of_the_report(
    tmp_path: Path, *, is_pdf: bool
) -> None:
    # The template of a SAR prints ภาคผนวก ก to ค.
    source = "file: rule.pdf" if is_pdf else "paragraphs: [ข้อความ]"
    root = write_sar(tmp_path, last_lines=f"annexes: [{{title: ระเบียบ, {source}}}]\n")
    (root / "rule.pdf").write_bytes(pdf_of(1))
    report = load_sar(root)
    if is_pdf:
        (file,) = report.annex
        evidence: Any = build_context(divider_of(report, file))["evidence"]
        assert (evidence["sort"], evidence["code"], evidence["name"]) == ("ภาคผนวก", "ง", "ระเบียบ")
        return
    word = api.render_checked(report, today=TODAY)
    assert word.value is not None
    with zipfile.ZipFile(io.BytesIO(word.value)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    lines = ["".join(map(str, line.itertext(f"{W}t"))).replace("\u00a0", " ") for line in body.iter(f"{W}p")]
    entries = [line for line in lines if line.startswith("ภาคผนวก ง")]
    assert entries[-1] == "ภาคผนวก ง"
    assert len(entries) == 2
    assert entries[0].startswith("ภาคผนวก ง ระเบียบ")
