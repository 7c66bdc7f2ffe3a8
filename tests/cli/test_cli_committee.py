"""``esa-docs people committee``: the members of an order on a day, on the console and as a Word file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from written_project import put

from esa_docs import api
from esa_docs.cli import app

OFFICE = """name: สำนักงานเขตพื้นที่การศึกษาทดสอบ
short_name: สพป.ทดสอบ
parent: สพฐ.
director: ผอ
"""
PEOPLE = """people:
  - {id: ผอ, prefix: นาย, first_name: หนึ่ง, last_name: ใจดี, position: ผู้อำนวยการ}
  - {id: รอง, prefix: นาง, first_name: สอง, last_name: ใจดี, position: รองผู้อำนวยการ}
  - id: ครู
    prefix: นาย
    first_name: สาม
    last_name: ใจดี
    position: ศึกษานิเทศก์
    posts: [{position: ครู, until: 30 มิถุนายน 2569}]
"""
ORDER = """kind: order
subject: แต่งตั้งคณะกรรมการ
number: 12
date: 16 มีนาคม 2569
cause: [ด้วย]
committees:
  - name: คณะกรรมการอำนวยการ
    members:
      - {person: ผอ, role: ประธานกรรมการ}
      - {person: ครู, role: กรรมการและเลขานุการ, note: จดรายงาน}
    duties: [ทำงาน]
"""
AMENDING = """kind: order
subject: แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ
number: 30
date: 1 มิถุนายน 2569
cause: [ด้วย]
amends: {number: 12, date: 16 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}
changes:
  - join: [{person: รอง, role: รองประธานกรรมการ}]
"""
REVOKING = """kind: order
subject: ยกเลิกคำสั่ง
number: 44
date: 1 กันยายน 2569
cause: [ด้วย]
revokes: [{number: 12, date: 16 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}]
"""
CHAIR, DEPUTY = "1\tนายหนึ่ง ใจดี\tผู้อำนวยการ\tประธานกรรมการ", "2\tนางสอง ใจดี\tรองผู้อำนวยการ\tรองประธานกรรมการ"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "office.yaml", OFFICE)
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/orders/a.yaml", ORDER)
    put(tmp_path, "2569/orders/b.yaml", AMENDING)
    return tmp_path


def committee(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["people", "committee", *arguments])


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        ("2569-05-31", [CHAIR, "2\tนายสาม ใจดี\tครู\tกรรมการและเลขานุการ"]),
        ("2569-06-01", [CHAIR, DEPUTY, "3\tนายสาม ใจดี\tครู\tกรรมการและเลขานุการ"]),
        ("1 กรกฎาคม 2569", [CHAIR, DEPUTY, "3\tนายสาม ใจดี\tศึกษานิเทศก์\tกรรมการและเลขานุการ"]),
    ],
)
def test_the_members_of_a_day_are_shown_with_their_posts(root: Path, date: str, lines: list[str]) -> None:
    result = committee("orders/a", "--date", date)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == ["คณะกรรมการอำนวยการ", *lines]
    assert ("30/2569, 1 มิถุนายน 2569" in result.stderr) is (DEPUTY in lines)


@pytest.mark.parametrize("effect", ["", "effect: ตั้งแต่วันที่ 1 เมษายน 2569 เป็นต้นไป\n"])
def test_before_the_order_is_in_force_it_has_no_committee(root: Path, effect: str) -> None:
    put(root, "2569/orders/a.yaml", ORDER + effect)
    result = committee("orders/a", "--date", "2569-03-15", "-o", "a.docx")

    assert (result.exit_code, result.stdout, (root / "a.docx").exists()) == (0, "", False)
    first_day = "1 เมษายน 2569" if effect else "16 มีนาคม 2569"
    assert f"in force from {first_day} on: on 15 มีนาคม 2569 it has no committee" in result.stderr
    report = json.loads(committee("orders/a", "--date", "2569-03-15", "--format", "json").stdout)
    assert report["committees"] == []


def test_without_a_date_the_members_are_those_of_today(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 7, 1))
    put(root, "2570/orders/c.yaml", AMENDING.replace("30", "99").replace("มิถุนายน 2569", "มกราคม 2660"))
    lines = committee("orders/a", "--year", "2569").stdout.splitlines()
    assert [line.partition("\t")[0] for line in lines[1:]] == ["1", "2", "3"]


def test_the_report_for_programs(root: Path) -> None:
    report = json.loads(committee("orders/a", "--date", "2569-06-01", "--format", "json").stdout)

    assert (report["day"], report["number"], report["date"]) == ("1 มิถุนายน 2569", "12", "16 มีนาคม 2569")
    subject = "แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ"
    assert report["amended_by"] == [{"number": "30", "date": "1 มิถุนายน 2569", "subject": subject}]
    (row,) = report["committees"]
    assert row["name"] == "คณะกรรมการอำนวยการ"
    secretary = row["members"][2]
    assert secretary == {
        "name": "นายสาม ใจดี",
        "position": "ครู",
        "role": "กรรมการและเลขานุการ",
        "note": "จดรายงาน",
    }


def paragraphs_of(path: Path) -> list[str]:
    """Return the paragraphs of a Word file with plain blanks."""
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in docx.Document(str(path)).paragraphs]
    return [" ".join(text.split()) for text in texts]


def test_the_list_is_printed_with_the_order_and_its_amendments(root: Path) -> None:
    result = committee("orders/a", "--date", "2569-06-01", "-o", "รวม.docx")

    assert result.exit_code == 0, result.output
    texts = paragraphs_of(root / "รวม.docx")
    name = "สำนักงานเขตพื้นที่การศึกษาทดสอบ"
    assert texts[:5] == [
        "บัญชีรายชื่อคณะกรรมการอำนวยการ (ฉบับรวม)",
        name,
        "ณ วันที่ ๑ มิถุนายน ๒๕๖๙",
        f"ตามคำสั่ง{name} ที่ ๑๒/๒๕๖๙ ลงวันที่ ๑๖ มีนาคม ๒๕๖๙ เรื่อง แต่งตั้งคณะกรรมการ",
        f"แก้ไขเพิ่มเติมโดยคำสั่ง{name} ที่ ๓๐/๒๕๖๙ ลงวันที่ ๑ มิถุนายน ๒๕๖๙ เรื่อง แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ",
    ]
    (table,) = docx.Document(str(root / "รวม.docx")).tables
    starts: list[tuple[str, str]] = []
    for row in table.rows:
        label, name_cell, *_other_cells = row.cells
        starts.append((label.text, name_cell.text.replace("\u00a0", " ")))
    assert starts == [("๑.", "นายหนึ่ง ใจดี"), ("๒.", "นางสอง ใจดี"), ("๓.", "นายสาม ใจดี\nจดรายงาน")]


def test_several_committees_have_headings(root: Path) -> None:
    second = (
        "  - {name: คณะทำงาน, kind: คณะทำงาน, members: [{person: รอง, role: หัวหน้าคณะทำงาน}], duties: [ก]}\n"
    )
    put(root, "2569/orders/a.yaml", ORDER + second)
    put(
        root,
        "2569/orders/b.yaml",
        AMENDING.replace("  - join", "  - committee: คณะกรรมการอำนวยการ\n    join"),
    )
    result = committee("orders/a", "--date", "2569-06-01", "-o", "รวม.docx")

    assert result.exit_code == 0, result.output
    texts = paragraphs_of(root / "รวม.docx")
    assert texts[0] == "บัญชีรายชื่อคณะกรรมการและคณะทำงาน (ฉบับรวม)"
    assert [text for text in texts if text.startswith(("๑. ", "๒. "))] == [
        "๑. คณะกรรมการอำนวยการ",
        "๒. คณะทำงาน",
    ]


def test_a_file_of_somebody_else_is_not_overwritten(root: Path) -> None:
    (root / "รวม.docx").write_bytes(b"mine")
    result = committee("orders/a", "-o", "รวม.docx")

    assert (result.exit_code, "E418" in result.stdout) == (1, True)
    assert (root / "รวม.docx").read_bytes() == b"mine"
    assert committee("orders/a", "-o", "รวม.docx", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["orders/x"], "E408"),
        (["orders/b"], "E640"),
        (["minutes"], "E640"),
        (["orders/a", "--year", "2560"], "E407"),
    ],
)
def test_what_appoints_no_committee_is_told(root: Path, arguments: list[str], code: str) -> None:
    put(root, "2569/minutes.yaml", "kind: announcement\nsubject: ก\ntext: [ข]\n")
    result = committee(*arguments)

    assert (result.exit_code, code in result.stdout) == (1, True)


def test_a_revoked_order_has_no_list(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING)

    assert committee("orders/a", "--date", "2569-08-31").exit_code == 0
    result = committee("orders/a", "--date", "2569-09-01")
    assert (result.exit_code, "E638" in result.stdout) == (1, True)
    assert "44/2569" in result.stdout


def test_a_date_that_is_no_day_is_refused(root: Path) -> None:
    assert committee("orders/a", "--date", "31 กุมภาพันธ์ 2569").exit_code == 2
    assert committee("orders/a", "--date", "2026-06-01").exit_code == 2


def test_orders_that_could_not_be_read_are_named(root: Path) -> None:
    """One of them may amend the order."""
    put(root, "2569/orders/z.yaml", "kind: [\n")
    result = committee("orders/a")

    assert result.exit_code == 1
    assert "2569/orders/z" in result.stderr
    assert len(result.stdout.splitlines()) == 4


def test_who_joined_by_an_amendment_is_taken_out_of_the_first_order(root: Path) -> None:
    result = CliRunner().invoke(app, ["people", "where", "รอง", "--draft-amendments"])

    assert result.exit_code == 0, result.output
    assert [path.name for path in root.rglob("amend-*")] == ["amend-a-รอง.yaml"]
    draft = api.find(api.load(root), "orders/amend-a-รอง", 2569).content
    assert "และที่แก้ไขเพิ่มเติม ได้แต่งตั้งให้นางสอง ใจดี เป็นรองประธานกรรมการ" in draft.cause[0]
