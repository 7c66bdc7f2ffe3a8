"""``esa-docs status``: the state of the works as text, as JSON and as a Word file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from assessed_office import SAR, write_project
from click.testing import CliRunner, Result
from docx.document import Document as DocxDocument
from docx.table import Table, _Row
from written_project import put

from esa_docs import api
from esa_docs.cli import app

HEADS = ("ผู้รับผิดชอบ", "รายการทั้งหมด", "กรอกแล้ว", "ยังขาด", "เกินกำหนด", "ขาดหลักฐาน")

UNANSWERED = "ลักษณะสำคัญขององค์การยังไม่ตอบข้อ 1 2"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 9, 16))
    return write_project(tmp_path / "content")


def status(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["status", *arguments])


def codes(result: Result) -> Sequence[str]:
    """Return the codes of the errors, which stand in brackets at the end of their lines."""
    error_lines = [line for line in result.stdout.splitlines() if "error: " in line]
    return [line.rpartition("[")[2].rstrip("]") for line in error_lines]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def paragraphs(document: DocxDocument) -> list[str]:
    return [plain(paragraph.text) for paragraph in document.paragraphs]


def rows(table: Table) -> list[tuple[str, ...]]:
    return [row_texts(row) for row in table.rows]


def row_texts(row: _Row) -> tuple[str, ...]:
    return tuple(plain(cell.text) for cell in row.cells)


def test_text_has_a_table_by_owner_and_what_is_missing() -> None:
    result = status("sar")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "2569/sar\tรายงานการประเมินตนเอง (SAR) ตามมาตรฐานตัวอย่าง พ.ศ. 2569",
        "  total  filled in  open  late  no evidence  owner",
        "      2          1     1     1            0  ก",
        "      1          0     1     1            1  ข",
        "      1          0     1     1            0  -",
        "      4          1     3     3            1  all",
        "  late since 15 ก.ย. 2569\tตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2 รอบ 12 เดือน\tระดับคุณภาพ\tข",
        "  missing\tตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2\tหลักฐาน\tข",
        "  late since 15 ก.ย. 2569\tตัวบ่งชี้ที่ 1.1 ประเด็นที่ 3 รอบ 12 เดือน\tผลการดำเนินงาน ระดับคุณภาพ\tก",
        "  late since 31 มี.ค. 2569\tตัวบ่งชี้ที่ 1.2 รอบ 6 เดือน\tผลการดำเนินงาน ระดับคุณภาพ\tno owner",
        "  late since 15 ก.ย. 2569\tตัวบ่งชี้ที่ 1.2 รอบ 12 เดือน\tผลการดำเนินงาน ระดับคุณภาพ\tno owner",
    ]


def test_on_the_day_it_is_due_it_is_not_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 9, 15))
    lines = status("pmqa").stdout.splitlines()
    assert lines[3] == "      1          0     1     0            1  all"
    assert "  due 15 ก.ย. 2569\tหัวข้อ 1.1 รอบ 12 เดือน\tผลการดำเนินงาน คะแนน\tก" in lines
    assert lines[-1] == "  questions of the profile without an answer: 1, 2"


def test_figures_stand_below_their_heads_in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vowels and tone marks above and below take no column of their own."""
    monkeypatch.setattr("esa_docs.cli.status._", lambda text: {"late": "กี่น้ำ"}.get(text, text))
    head, first = status("sar").stdout.splitlines()[1:3]
    assert head == "  total  filled in  open  กี่น้ำ  no evidence  owner"
    assert first == "      2          1     1    1            0  ก"


def test_json_says_the_same_and_every_part() -> None:
    result = status("--format", "json")
    assert result.exit_code == 0
    pmqa, sar = json.loads(result.stdout)
    assert (sar["name"], sar["year"], sar["kind"], sar["round"]) == ("sar", 2569, "sar", "twelve_months")
    counts = ("total", "filled", "open", "late", "without_evidence", "without_owner")
    assert [sar[name] for name in counts] == [4, 1, 3, 3, 1, 1]
    assert [(share["owner"], share["total"], share["late"]) for share in sar["owners"]] == [
        ("ก", 2, 1),
        ("ข", 1, 1),
        (None, 1, 1),
    ]
    assert sar["parts"][1] == {
        "part": "1.1",
        "issue": 2,
        "owner": "ข",
        "filled": False,
        "late": True,
        "evidence": False,
        "rounds": [
            _round("six_months", "2026-03-31", results=True, rating=True, filled=True, late=False),
            _round("twelve_months", "2026-09-15", results=True, rating=False, filled=False, late=True),
        ],
    }
    assert (pmqa["unanswered"], pmqa["parts"][0]["rounds"][0]["rating"]) == ([1, 2], None)


def _round(name: str, due: str, **states: bool) -> dict[str, object]:
    return {"round": name, "due": due, **states}


def test_the_word_file_has_a_table_by_owner_for_each_report(root: Path) -> None:
    result = status("-o", "รายงาน.docx")
    assert (result.exit_code, result.stderr) == (0, "written: รายงาน.docx\n")
    document = docx.Document(str(root.parent / "รายงาน.docx"))
    assert paragraphs(document) == [
        "รายงานความก้าวหน้าการประเมินตนเอง ปีงบประมาณ พ.ศ. 2569",
        "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต 1",
        "ข้อมูล ณ วันที่ 16 กันยายน 2569",
        "1. รายงานการพัฒนาคุณภาพการบริหารจัดการภาครัฐ (พ.ศ. 2569)",
        f"รอบ 6 เดือน กรอกแล้ว 1 จาก 1 รายการ รอบ 12 เดือน กรอกแล้ว 0 จาก 1 รายการ {UNANSWERED}",
        "2. รายงานการประเมินตนเอง (SAR) ตามมาตรฐานตัวอย่าง พ.ศ. 2569",
        "รอบ 6 เดือน กรอกแล้ว 3 จาก 4 รายการ รอบ 12 เดือน กรอกแล้ว 1 จาก 4 รายการ",
        "รายการที่เกินกำหนด",
        "1. นางตัวอย่าง หนึ่ง PMQA รอบ 12 เดือน กำหนดส่ง 15 ก.ย. 2569 หัวข้อ 1.1",
        "2. นางสาวตัวอย่าง สอง SAR รอบ 12 เดือน กำหนดส่ง 15 ก.ย. 2569 ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 2",
        "3. นางตัวอย่าง หนึ่ง SAR รอบ 12 เดือน กำหนดส่ง 15 ก.ย. 2569 ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 3",
        "4. ยังไม่มีผู้รับผิดชอบ SAR รอบ 6 เดือน กำหนดส่ง 31 มี.ค. 2569 ตัวบ่งชี้ที่ 1.2",
        "5. ยังไม่มีผู้รับผิดชอบ SAR รอบ 12 เดือน กำหนดส่ง 15 ก.ย. 2569 ตัวบ่งชี้ที่ 1.2",
    ]
    pmqa, sar = document.tables
    only_owner = ("นางตัวอย่าง หนึ่ง", "1", "0", "1", "1", "1")
    assert rows(pmqa) == [HEADS, only_owner, ("รวม", "1", "0", "1", "1", "1")]
    assert rows(sar) == [
        HEADS,
        ("นางตัวอย่าง หนึ่ง", "2", "1", "1", "1", "0"),
        ("นางสาวตัวอย่าง สอง", "1", "0", "1", "1", "1"),
        ("ยังไม่มีผู้รับผิดชอบ", "1", "0", "1", "1", "0"),
        ("รวม", "4", "1", "3", "3", "1"),
    ]


def test_what_somebody_is_late_with_in_a_round_stands_in_one_line(root: Path) -> None:
    due = "due: {twelve_months: 1 กันยายน 2569}\n"
    put(root, "2569/sar/1-1.yaml", "part_of: sar\nindicator: '1.1'\nowner: ก\n")
    put(root, "2569/sar/1-2.yaml", f"part_of: sar\nindicator: '1.2'\nowner: ก\n{due}")
    assert status("sar", "-o", "a.docx").exit_code == 0
    document = docx.Document(str(root.parent / "a.docx"))
    assert paragraphs(document)[-3:] == [
        "1. นางตัวอย่าง หนึ่ง SAR รอบ 6 เดือน กำหนดส่ง 31 มี.ค. 2569 ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 1 ถึง 3, 1.2",
        "2. นางตัวอย่าง หนึ่ง SAR รอบ 12 เดือน กำหนดส่ง 15 ก.ย. 2569 ตัวบ่งชี้ที่ 1.1 ประเด็นที่ 1 ถึง 3",
        "3. นางตัวอย่าง หนึ่ง SAR รอบ 12 เดือน กำหนดส่ง 1 ก.ย. 2569 ตัวบ่งชี้ที่ 1.2",
    ]


def test_it_has_the_digits_of_the_report_it_shows(root: Path) -> None:
    office = (root / "office.yaml").read_text(encoding="utf-8")
    put(root, "office.yaml", f"{office}numerals: {{sar: thai}}\n")
    assert status("sar", "-o", "a.docx").exit_code == 0
    document = docx.Document(str(root.parent / "a.docx"))
    assert paragraphs(document)[2] == "ข้อมูล ณ วันที่ ๑๖ กันยายน ๒๕๖๙"
    (table,) = document.tables
    assert rows(table)[-1][1:] == ("๔", "๑", "๓", "๓", "๑")


def test_where_nothing_is_late_it_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 3, 1))
    assert status("-o", "a.docx").exit_code == 0
    document = docx.Document(str(root.parent / "a.docx"))
    assert paragraphs(document)[-2:] == ["รายการที่เกินกำหนด", "ไม่มี"]


def test_another_file_is_kept_unless_forced_and_our_own_is_written_again(root: Path) -> None:
    path = put(root.parent, "a.docx", "ของคนอื่น")
    result = status("-o", "a.docx")
    assert (result.exit_code, codes(result)) == (1, ["E418"])
    assert path.read_text(encoding="utf-8") == "ของคนอื่น"
    assert status("-o", "a.docx", "--force").exit_code == 0
    before = path.read_bytes()
    put(root, "2569/sar.yaml", SAR.replace("15 กันยายน", "1 กันยายน"))
    assert status("-o", "a.docx").exit_code == 0
    assert path.read_bytes() != before


def test_a_refusal_is_one_json_too(root: Path) -> None:
    put(root.parent, "a.docx", "ของคนอื่น")
    result = status("-o", "a.docx", "--format", "json")
    (diagnostic,) = json.loads(result.stdout)
    assert (result.exit_code, diagnostic["code"]) == (1, "E418")


def test_another_kind_of_document_is_told_with_what_there_is(root: Path) -> None:
    put(root, "2569/notice.yaml", "kind: announcement\nsubject: ประกาศ\ntext: [ด้วย]\n")
    result = status("notice", "-o", "a.docx")
    assert (result.exit_code, codes(result)) == (1, ["E675"])
    assert "Known here: pmqa, sar." in result.stdout
    assert codes(status("nothing")) == ["E408"]
    assert codes(status("--year", "2570")) == ["E407"]


def test_a_report_with_errors_is_named_and_the_other_shown(root: Path) -> None:
    put(root, "2569/pmqa.yaml", "kind: pmqa\nscheme: nothing\n")
    result = status()
    first_line = result.stdout.splitlines()[0]
    assert (result.exit_code, first_line.split("\t")[0]) == (1, "2569/sar")
    assert "2569/pmqa" in result.stderr


def test_a_year_without_reports_writes_nothing(root: Path) -> None:
    put(root, "2570/notice.yaml", "kind: announcement\nsubject: ประกาศ\ntext: [ด้วย]\n")
    result = status("-o", "a.docx")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "documents: 1 (draft 0, for signature 1, issued 0, sent 0)",
        "for signature\t2570/notice\tประกาศ",
    ]
    assert "no SAR or PMQA" in result.stderr
    assert not (root.parent / "a.docx").exists()


def test_other_endings_are_refused() -> None:
    result = status("-o", "a.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.csv" in result.stderr
