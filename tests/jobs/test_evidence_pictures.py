"""Pictures among the evidence of a report are printed below the results that they show."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree
from made_pictures import encoded, picture, put_photograph
from small_sar import files_of_issues, write_sar
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, Severity
from esa_docs.jobs.building import fingerprint as fingerprint_module
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.model.document import Document

TODAY = dt.date(2026, 9, 16)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
EVIDENCE = """\
        evidence:
          - {code: E-1, name: ภาพการประชุม 1, file: evidence/one.jpg}
          - {code: E-2, name: รายงาน, file: evidence/report.pdf}
          - {code: E-3, name: เกียรติบัตร, file: evidence/three.PNG}
          - {code: E-4, name: เว็บไซต์, link: 'https://example.go.th/2569'}
"""
_OLD = """\
        evidence:
          - {code: E-1, name: รายงานฉบับที่ 1}
          - {code: E-2, name: ภาพกิจกรรม, link: 'https://example.go.th/2569'}
"""
_EVIDENCE_OF_ITEM = """\
    evidence:
      - {code: E-1, name: ภาพการประชุม 1, file: evidence/one.jpg}
      - {code: E-2, name: รายงาน, file: evidence/report.pdf}
"""
PMQA = """\
kind: pmqa
scheme: pmqa-4.0
qr_codes: false
items:
  - item: '1.1'
    six_months: [ผลครึ่งปี]
    twelve_months: [ผลทั้งปี]
"""


def write_report(root: Path, *, content: int = 2, evidence: str = EVIDENCE, last_lines: str = "") -> Path:
    """Write a project with a SAR whose first issue has pictures among its evidence; return its folder."""
    # the code of the link is a picture too, which `test_qr_codes.py` looks at
    write_sar(root, last_lines=f"qr_codes: false\n{last_lines}", office_lines=f"content: {content}\n")
    path = root / "2569" / "sar.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(_OLD) == 1
    path.write_text(text.replace(_OLD, evidence), encoding="utf-8")
    put_photograph(root / "evidence/one.jpg", 800, 600)
    (root / "evidence/three.PNG").write_bytes(encoded(picture(600, 800), "PNG"))
    (root / "evidence/report.pdf").write_bytes(b"%PDF-1.7")
    return root


def report(root: Path) -> Document[Any]:
    return api.find(api.load(root), "sar")


def root_of(document: Document[Any]) -> Any:
    """Return the root of the document part of a finished file, which no rule faults."""
    checked = api.render_checked(document, today=TODAY)
    assert [finding.code for finding in checked.diagnostics if finding.severity is Severity.ERROR] == []
    assert checked.value is not None
    with zipfile.ZipFile(io.BytesIO(checked.value)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def nodes_at(element: Any, path: str) -> list[Any]:
    return list(element.xpath(path, namespaces=NAMES))


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{{{W}}}t")).replace("\u00a0", " ")


def grids(root: Any) -> list[list[str]]:
    """Return the captions of the pictures of each grid of a document."""
    captions = []
    for table in nodes_at(root, "//w:tbl[.//pic:pic]"):
        cells = nodes_at(table, ".//w:tc[.//pic:pic]")
        captions.append([text_of(cell) for cell in cells])
    return captions


def codes(root: Path) -> list[tuple[str, str, int]]:
    """Return code, severity and line of what is said about files of evidence."""
    rows = []
    for diagnostic in api.check(api.load(root)):
        if "evidence" in diagnostic.field:
            rows.append((diagnostic.code, str(diagnostic.severity), diagnostic.location.line))
    return rows


@pytest.mark.parametrize("is_file_of_issue", [False, True])
def test_pictures_stand_below_the_last_results_with_code_and_name(
    is_file_of_issue: bool, tmp_path: Path
) -> None:
    document = report(write_report(tmp_path))
    if is_file_of_issue:
        document, _other_issue = files_of_issues(document)
    root = root_of(document)
    (table,) = nodes_at(root, "//w:tbl[.//pic:pic]")

    assert grids(root) == [["E-1 ภาพการประชุม 1", "E-3 เกียรติบัตร"]]
    assert text_of(table.getprevious()) == "ย่อหน้าที่สอง"
    assert nodes_at(table, ".//wp:docPr/@descr") == ["E-1 ภาพการประชุม 1", "E-3 เกียรติบัตร"]
    # the list of the evidence stays as it was
    lines = {text_of(paragraph).removeprefix("E-2") for paragraph in nodes_at(root, "//w:p")}
    assert "รายงาน" in lines


def test_the_files_of_other_issues_have_no_pictures(tmp_path: Path) -> None:
    document = report(write_report(tmp_path))
    first, second = files_of_issues(document)

    assert list(document.pictures) == ["evidence/one.jpg", "evidence/three.PNG"]
    assert (list(first.pictures), list(second.pictures)) == (list(document.pictures), [])


def kept_with_next(root: Any, style: str) -> list[tuple[str, bool]]:
    """Return the paragraphs of a style, each with whether it stays on the page of the next."""
    paragraphs = nodes_at(root, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    return [(text_of(each), bool(nodes_at(each, "w:pPr/w:keepNext"))) for each in paragraphs]


def test_the_first_two_lines_below_a_heading_stay_together(tmp_path: Path) -> None:
    root = root_of(report(write_report(tmp_path, last_lines="strengths: [เด่นหนึ่ง, เด่นสอง, เด่นสาม]\n")))
    first, second, third = ("เด่นหนึ่ง", "เด่นสอง", "เด่นสาม")
    strengths: dict[str, bool] = {}
    for text, is_kept_with_next in kept_with_next(root, "FactLine"):
        for word in (first, second, third):
            if text.endswith(word):
                strengths[word] = is_kept_with_next
    assert strengths == {first: True, second: False, third: False}


def test_a_single_line_below_a_heading_is_not_bound_to_what_follows(tmp_path: Path) -> None:
    root = root_of(report(write_report(tmp_path, last_lines="strengths: [เด่นหนึ่ง]\n")))
    strengths = [line for line in kept_with_next(root, "FactLine") if line[0].endswith("เด่นหนึ่ง")]
    assert [is_kept_with_next for _text, is_kept_with_next in strengths] == [False]


def pages_in_index(root: Any) -> dict[str, list[tuple[bool, str]]]:
    """Return where the pages lead that the index names: whether to a picture, and the text beside it."""
    places: dict[str, tuple[bool, str]] = {}
    for start in nodes_at(root, "//w:bookmarkStart[starts-with(@w:name, 'Cited')]"):
        (around, *_) = nodes_at(start, "ancestor::w:tc | ancestor::w:p[not(ancestor::w:tc)]")
        places[start.get(f"{{{W}}}name")] = (bool(nodes_at(around, ".//pic:pic")), text_of(around))
    rows: dict[str, list[tuple[bool, str]]] = {}
    for row in nodes_at(root, "//w:tr[.//w:instrText[contains(., 'Cited')]]"):
        code = next(text_of(cell) for cell in nodes_at(row, "./w:tc") if text_of(cell).startswith("E-"))
        instructions = [text_of_field.text.split()[1] for text_of_field in nodes_at(row, ".//w:instrText")]
        rows[code] = [places[name] for name in instructions]
    return rows


@pytest.mark.parametrize(
    ("last_lines", "picture_is_printed"), [("", True), ("evidence_pictures: 0\n", False)]
)
def test_the_index_leads_to_the_page_of_the_picture(
    last_lines: str, picture_is_printed: bool, tmp_path: Path
) -> None:
    rows = pages_in_index(root_of(report(write_report(tmp_path, last_lines=last_lines))))
    first, second = "E-1 ภาพการประชุม 1", "E-3 เกียรติบัตร"
    if not picture_is_printed:
        first, second = "E-1ภาพการประชุม 1", "E-3เกียรติบัตร"
    assert rows == {
        "E-1": [(picture_is_printed, first)],
        "E-2": [(False, "E-2รายงาน")],
        "E-3": [(picture_is_printed, second)],
        "E-4": [(False, "E-4เว็บไซต์")],
    }


def test_the_index_of_a_pmqa_report_leads_to_the_page_of_the_picture(tmp_path: Path) -> None:
    root = write_report(tmp_path)
    put(root, "2569/pmqa.yaml", PMQA + _EVIDENCE_OF_ITEM)
    rows = pages_in_index(root_of(api.find(api.load(root), "pmqa")))
    assert rows["E-1"] == [(True, "E-1 ภาพการประชุม 1")]
    assert rows["E-2"] == [(False, "E-2รายงาน")]


@pytest.mark.parametrize(
    ("last_lines", "columns"),
    [("", 2), ("evidence_pictures: 1\n", 1), ("evidence_pictures: ๓\n", 2), ("evidence_pictures: 0\n", 0)],
)
def test_the_report_says_how_many_stand_side_by_side(last_lines: str, columns: int, tmp_path: Path) -> None:
    """There are two pictures: three columns would leave one empty."""
    document = report(write_report(tmp_path, last_lines=last_lines))
    for part in (document, *files_of_issues(document)[:1]):
        root = root_of(part)
        tables = nodes_at(root, "//w:tbl[.//pic:pic]")
        widths = [len(nodes_at(table, "./w:tblGrid/w:gridCol")) for table in tables]
        assert widths == [columns] * bool(columns)


@pytest.mark.parametrize("content", [1, 2])
def test_a_worker_process_gets_the_pictures(content: int, tmp_path: Path) -> None:
    document = report(write_report(tmp_path, content=content))
    pictures = document.pictures
    assert pickle.loads(pickle.dumps(pictures)) == pictures  # noqa: S301 it was just made
    assert len(pictures) == (content - 1) * 2


def test_content_of_version_1_prints_none(tmp_path: Path) -> None:
    document = report(write_report(tmp_path, content=1))
    assert dict(document.pictures) == {}
    assert grids(root_of(document)) == []


def test_a_number_of_pictures_that_version_1_does_not_print_is_told(tmp_path: Path) -> None:
    root = write_report(tmp_path, content=1, last_lines="evidence_pictures: 3\n")
    last_line = len((root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines())
    assert codes(root) == [("E222", "warning", last_line)]


def test_a_migration_tells_what_is_printed_from_then_on(tmp_path: Path) -> None:
    root = write_report(tmp_path, content=1)
    text = (root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines()
    line = text.index("          - {code: E-1, name: ภาพการประชุม 1, file: evidence/one.jpg}") + 1

    def places_told() -> list[tuple[str, int]]:
        result = CliRunner().invoke(app, ["migrate", "--dry-run", "--format", "json", "-C", str(root)])
        rows = json.loads(result.stdout)["diagnostics"]
        return [(row["code"], row["line"]) for row in rows if "evidence" in row["field"]]

    assert places_told() == [("E221", line)]
    with (root / "2569/sar.yaml").open("a", encoding="utf-8") as file:
        file.write("evidence_pictures: 0\n")
    assert places_told() == []


def test_a_picture_that_cannot_be_printed_is_told_and_left_out(tmp_path: Path) -> None:
    root = write_report(tmp_path)
    (root / "evidence/three.PNG").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")
    text = (root / "2569/sar.yaml").read_text(encoding="utf-8").splitlines()
    line = text.index("          - {code: E-3, name: เกียรติบัตร, file: evidence/three.PNG}") + 1

    assert codes(root) == [("E465", "warning", line)]
    assert grids(root_of(report(root))) == [["E-1 ภาพการประชุม 1"]]
    # nobody prints it: then nothing is wrong with it
    path = root / "2569/sar.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "evidence_pictures: 0\n", encoding="utf-8")
    assert codes(root) == []


def test_a_missing_picture_is_told_once(tmp_path: Path) -> None:
    root = write_report(tmp_path)
    (root / "evidence/one.jpg").unlink()
    assert [(code, severity) for code, severity, _line in codes(root)] == [("E670", "error")]


def test_pmqa_prints_them_below_the_item(tmp_path: Path) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    evidence = EVIDENCE.replace("        evidence", "    evidence").replace("          -", "      -")
    put(tmp_path, "2569/pmqa.yaml", PMQA + evidence)
    put_photograph(tmp_path / "evidence/one.jpg", 800, 600)
    (tmp_path / "evidence/three.PNG").write_bytes(encoded(picture(600, 800), "PNG"))
    (tmp_path / "evidence/report.pdf").write_bytes(b"%PDF-1.7")
    root = root_of(api.find(api.load(tmp_path), "pmqa"))
    (table,) = nodes_at(root, "//w:tbl[.//pic:pic]")

    assert grids(root) == [["E-1 ภาพการประชุม 1", "E-3 เกียรติบัตร"]]
    assert text_of(table.getprevious()) == "ผลทั้งปี"


def test_bytes_of_pictures_and_what_scales_them_make_a_document_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_report(tmp_path)
    document = report(root)
    papers = (document, *files_of_issues(document))
    before = [fingerprint(paper, "engine") for paper in papers]
    put_photograph(root / "evidence/one.jpg", 804, 600)
    after = [fingerprint(paper, "engine") for paper in papers]
    # the report and its first issue print it, the third issue does not
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, False, True]

    monkeypatch.setattr(fingerprint_module, "version", lambda _name: "another")
    newer = [fingerprint(paper, "engine") for paper in papers]
    assert [old == new for old, new in zip(after, newer, strict=True)] == [False, False, True]


def test_a_key_out_of_bounds_is_told(tmp_path: Path) -> None:
    root = write_report(tmp_path, last_lines="evidence_pictures: 7\n")
    assert [
        diagnostic.code for diagnostic in api.check(api.load(root)) if diagnostic.severity == "error"
    ] == ["E212"]


def test_a_picture_of_evidence_cut_in_half_is_told_and_the_report_is_made(tmp_path: Path) -> None:
    root = write_report(tmp_path)
    for name in ("one.jpg", "three.PNG"):
        path = root / "evidence" / name
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    checked = api.render_checked(report(root), today=TODAY)

    broken = [finding for finding in checked.diagnostics if finding.code == "E482"]
    assert [finding.severity for finding in broken] == [Severity.WARNING] * 2
    named_files = ["evidence/one.jpg", "evidence/three.PNG"]
    assert all(name in finding.message for name, finding in zip(named_files, broken, strict=True))
    assert len({finding.location.line for finding in broken}) == 2
    assert checked.value is not None
    with zipfile.ZipFile(io.BytesIO(checked.value)) as archive:
        element = etree.fromstring(archive.read("word/document.xml"))
    assert nodes_at(element, "//pic:pic") == []
    assert "ภาพการประชุม 1" in text_of(element)
    assert api.render(report(root), today=TODAY) == checked.value


def test_a_broken_picture_that_a_text_prints_too_is_an_error(tmp_path: Path) -> None:
    root = write_report(tmp_path)
    path = root / "evidence/one.jpg"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    document = report(root)
    (picture_file, *_pictures) = document.pictures.values()
    name, *_names = document.pictures
    printed_too = {**document.pictures, name: dataclasses.replace(picture_file, is_evidence=False)}
    with pytest.raises(ContentError) as refused:
        api.render_checked(dataclasses.replace(document, pictures=printed_too), today=TODAY)
    (diagnostic,) = refused.value.diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("E482", Severity.ERROR)
