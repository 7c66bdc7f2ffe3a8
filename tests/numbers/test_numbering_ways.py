"""How offices number papers: codes and series of units, numbered announcements, memos without a number."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from numbered_office import issue_paper
from written_project import OFFICE, PEOPLE, diagnostics_of, put

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.kinds import KINDS
from esa_docs.kinds.correspondence.view import coded_number
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.area import Area
from esa_docs.model.document import Document
from esa_docs.model.office import Office
from esa_docs.model.people import Person
from esa_docs.model.project import Project
from esa_docs.word.context.signing import number_line

UNITS = "  - {id: แผน, name: กลุ่มนโยบายและแผน, code: นว ๕๒๐๐๗.๔}\n"
CODED_OFFICE = f"{OFFICE}{UNITS}letter_code: ศธ 04007/\n"
JANUARY_20 = dt.date(2026, 1, 20)
DIRECTOR = Person(id="ก", prefix="นาย", first_name="ก", last_name="ข", position="ผู้อำนวยการ")
ORDER = "kind: order\nsubject: ก\n{lines}cause: [ข]\nclauses: [ค]\n"
MEMO = "kind: memo\nsubject: ก\n{lines}text: [ข]\nsignature: {{by: ก}}\n"
ANNOUNCEMENT = "kind: announcement\nsubject: ก\n{lines}text: [ข]\n"
DATED = "date: 20 ม.ค. 2569\n"
AREA = Area(453.0, 700.0)


def write(root: Path, office: str = CODED_OFFICE, **papers: str) -> Path:
    """Write a project with papers of 2569, by name."""
    put(root, "office.yaml", office)
    put(root, "people.yaml", PEOPLE)
    for name, text in papers.items():
        put(root, f"2569/{name}.yaml", text)
    return root


def paper(root: Path, name: str = "a") -> Document[Any]:
    project = api.load(root)
    assert diagnostics_of(project) == []
    return api.find(project, name, 2569)


def errors(root: Path) -> list[tuple[str, str, int, int]]:
    return diagnostics_of(api.load(root))


def printed(document: Document[Any]) -> Any:
    """Return the values that the template of a document prints."""
    return document.form.view(document, AREA)[document.kind]


@pytest.mark.parametrize("typed", ["12", "12/2569", "๑๒/๒๕๖๙", "ที่ 12/2569"])
def test_an_order_prints_its_year_once(tmp_path: Path, typed: str) -> None:
    root = write(tmp_path, a=ORDER.format(lines=f"number: {typed}\n{DATED}"))
    document = paper(root)
    assert (document.content.number, printed(document)["number"]) == ("12", "12/2569")


@pytest.mark.parametrize("typed", ["12", "ศธ 04007/12", "ศธ ๐๔๐๐๗/๑๒", "ศธ04007/12/2569"])
def test_a_memo_prints_the_code_once(tmp_path: Path, typed: str) -> None:
    root = write(tmp_path, a=MEMO.format(lines=f"number: {typed}\n{DATED}"))
    assert printed(paper(root))["number"] == "ศธ 04007/12"


def test_a_circular_prints_its_mark_once(tmp_path: Path) -> None:
    root = write(tmp_path, a=MEMO.format(lines=f"number: ศธ 04007/ว 5\n{DATED}circular: true\n"))
    document = paper(root)
    assert (document.content.number, printed(document)["number"]) == ("5", "ศธ 04007/ว 5")


@pytest.mark.parametrize("typed", ["7", "นว 52007.4/7", "นว ๕๒๐๐๗.๔/๗/๒๕๖๙"])
def test_a_memo_of_a_unit_prints_the_code_of_the_unit(tmp_path: Path, typed: str) -> None:
    root = write(tmp_path, a=MEMO.format(lines=f"number: {typed}\n{DATED}owner: แผน\n"))
    assert printed(paper(root))["number"] == "นว ๕๒๐๐๗.๔/7"


def test_a_code_that_the_office_does_not_name_stays_with_the_number(tmp_path: Path) -> None:
    """Offices without a code in office.yaml typed it with each number: these papers print as before."""
    lines = f"number: ศธ 04007/ว 12\n{DATED}circular: true\n"
    root = write(tmp_path, office=OFFICE, a=MEMO.format(lines=lines))
    project = api.load(root)
    assert printed(api.find(project, "a", 2569))["number"] == "ศธ 04007/ว 12"
    assert [entry.number for entry in project.register] == ["12"]
    assert api.register(project, "circular", 2569).next_free == 13


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (ORDER.format(lines=f"number: 12/2568\n{DATED}"), 3),
        (ORDER.format(lines=f"{DATED}number: ศธ 04007/12\n"), 4),
        (ORDER.format(lines="number: ว 5\n"), 3),
        (ORDER.format(lines="number: 5/2026\n"), 3),
        (ORDER.format(lines=f"number: 12/69\n{DATED}"), 3),
        (ORDER.format(lines="number: สิบสอง\n"), 3),
        (MEMO.format(lines=f"number: ศธ 04008/12\n{DATED}"), 3),
        (MEMO.format(lines="owner: แผน\nnumber: ศธ 04007/12\n"), 4),
        (MEMO.format(lines=f"number: ศธ 04007/ว 5\n{DATED}"), 3),
    ],
)
def test_what_is_not_of_the_paper_is_told_at_the_number(tmp_path: Path, text: str, line: int) -> None:
    assert errors(write(tmp_path, a=text)) == [("E639", "a", line, 9)]


def test_the_year_of_a_paper_without_a_date_is_looked_at_once_it_has_one(tmp_path: Path) -> None:
    root = write(tmp_path, a=ORDER.format(lines="number: 12/2568\n"))
    assert paper(root).content.number == "12"
    with pytest.raises(ContentError, match="E639"):
        issue_paper(root, "a", None, JANUARY_20)
    assert issue_paper(root, "a", None, dt.date(2025, 12, 31)).is_written


def test_numbers_that_say_their_own_year_need_no_office() -> None:
    """Content made in Python is not bound to an office before it becomes a document."""
    earlier_order = EarlierOrder.model_validate({"number": "๗/๒๕๖๘", "date": "1 มี.ค. 2568", "subject": "ก"})
    assert earlier_order.number == "7"
    order = Order.model_validate(
        {"subject": "ก", "cause": ["ข"], "number": "12/2569", "date": "20 ม.ค. 2569"}
    )
    assert number_line(order) == "12/2569"
    members = [{"name": "นายก ข", "role": "กรรมการ"}]
    meeting = {"date": "20 ม.ค. 2569", "begins": "09.00 น.", "place": "ก", "members": members, "body": "คณะ"}
    minutes = Minutes.model_validate({**meeting, "number": "ครั้งที่ ๑/๒๕๖๙", "recorder": DIRECTOR})
    assert minutes.which_meeting == "คณะ ครั้งที่ 1/2569"


def test_a_letter_made_in_python_loses_its_code_as_a_document() -> None:
    office = Office.model_validate({"name": "ก", "short_name": "ก", "parent": "ก", "letter_code": "ศธ 04007"})
    letter = Letter.model_validate({"subject": "ก", "to": "ข", "text": ["ค"], "number": "ศธ 04007/12"})
    document = KINDS.by_name["letter"].document("a", 2569, letter, office)
    assert coded_number(document.content, office) == "ศธ 04007/12"


def test_a_letter_referred_to_keeps_the_code_of_its_office() -> None:
    references = [{"text": "หนังสือ", "number": "ที่ ศธ 04009/ว 123", "date": "1 ม.ค. 2569"}]
    content = {"subject": "ก", "to": "ข", "text": ["ค"], "refers": references}
    letter = Letter.model_validate(content)
    assert letter.refers[0].number == "ศธ 04009/ว 123"


def test_the_year_of_an_earlier_order_is_told_at_its_number(tmp_path: Path) -> None:
    lines = "revokes:\n  - {subject: ก, number: 7/2567, date: 1 มี.ค. 2568}\n"
    assert errors(write(tmp_path, a=ORDER.format(lines=lines))) == [("E639", "a", 4, 26)]


LABELLED = {
    "order": (ORDER, "คำสั่งที่ 4/2569", "4"),
    "memo": (MEMO, "บันทึกข้อความที่ 8", "8"),
    "letter": ("kind: letter\nsubject: ก\n{lines}to: ข\ntext: [ค]\n", "หนังสือที่ ๙", "9"),
}


@pytest.mark.parametrize("kind", LABELLED)
def test_the_word_of_the_kind_is_taken_off(tmp_path: Path, kind: str) -> None:
    text, typed, number = LABELLED[kind]
    root = write(tmp_path, a=text.format(lines=f"number: {typed}\n{DATED}"))
    assert paper(root).content.number == number
    assert [entry.number for entry in api.load(root).register] == [number]


def test_the_word_of_a_circular_and_of_a_meeting_is_taken_off(tmp_path: Path) -> None:
    circular = MEMO.format(lines=f"number: เวียน 12\n{DATED}circular: true\n")
    assert printed(paper(write(tmp_path, a=circular)))["number"] == "ศธ 04007/ว 12"
    members = [{"name": "นายก ข", "role": "กรรมการ"}]
    meeting = {"date": "20 ม.ค. 2569", "begins": "09.00 น.", "place": "ก", "members": members, "body": "คณะ"}
    minutes = Minutes.model_validate({**meeting, "number": "ประชุมครั้งที่ 2/2569", "recorder": DIRECTOR})
    assert minutes.number == "2"


def test_an_order_amends_the_one_that_is_cited_with_its_word() -> None:
    earlier_order = EarlierOrder.model_validate(
        {"number": "คำสั่งที่ 1/2569", "date": "20 ม.ค. 2569", "subject": "ก"}
    )
    assert earlier_order.number == "1"


def test_the_word_of_another_kind_is_refused_at_the_number(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        a=ORDER.format(lines=f"number: บันทึกข้อความที่ 8\n{DATED}"),
        b=MEMO.format(lines=f"number: เวียน 12\n{DATED}"),
        c=ORDER.format(lines="amends: {subject: ก, number: หนังสือที่ 7, date: 1 มี.ค. 2568}\n"),
    )
    assert errors(root) == [("E639", "a", 3, 9), ("E639", "b", 3, 9), ("E639", "c", 3, 30)]


@pytest.mark.parametrize("day", ["10", "20"])
@pytest.mark.parametrize("number", ["45/1/2568", "ศธ 04007/45/1"])
def test_a_number_at_fault_is_compared_with_no_other(tmp_path: Path, number: str, day: str) -> None:
    root = write(
        tmp_path,
        a=ORDER.format(lines="number: 45/1\ndate: 15 ม.ค. 2569\n"),
        b=ORDER.format(lines=f"number: {number}\ndate: {day} ม.ค. 2569\n"),
    )
    assert errors(root) == [("E639", "b", 3, 9)]


def test_a_number_at_fault_is_no_leap_and_takes_no_reservation(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        a=ORDER.format(lines="number: 7\ndate: 15 ม.ค. 2569\n"),
        b=ORDER.format(lines="number: ศธ 04007/8\ndate: 16 ม.ค. 2569\n"),
        c=ORDER.format(lines="number: 9/2568\ndate: 17 ม.ค. 2569\n"),
    )
    put(root, "registers/orders.csv", "เลขที่,ลงวันที่,เรื่อง,สถานะ,เพื่อ,ถึงวันที่\n9,10 ม.ค. 2569,,จอง,ก,31 ธ.ค. 2599\n")
    findings = [
        (d.code, Path(d.location.path).stem) for d in api.check(api.load(root)) if d.field == "number"
    ]
    assert sorted(findings) == [("E639", "b"), ("E639", "c")]


def test_a_number_typed_with_its_word_is_taken(tmp_path: Path) -> None:
    root = write(tmp_path, a=ORDER.format(lines=f"number: คำสั่งที่ 4/2569\n{DATED}"), b=ORDER.format(lines=""))
    with pytest.raises(ContentError, match="E605"):
        issue_paper(root, "b", "คำสั่งที่ 4", JANUARY_20)
    with pytest.raises(ContentError, match="E639"):
        issue_paper(root, "b", "ประกาศที่ 5", JANUARY_20)


BY_UNIT = f"{CODED_OFFICE}numbering: {{memo: group}}\n"


def test_memos_are_counted_by_unit(tmp_path: Path) -> None:
    """Two units have a memo 7 each; a letter of a unit is counted in the series of the office."""
    letter = f"kind: letter\nsubject: ก\nowner: แผน\nto: ข\ntext: [ค]\nnumber: 7\n{DATED}"
    root = write(
        tmp_path,
        office=BY_UNIT,
        a=MEMO.format(lines=f"owner: แผน\nnumber: 7\n{DATED}"),
        b=MEMO.format(lines=f"owner: อำนวยการ\nnumber: 7\n{DATED}"),
        c=letter,
    )
    put(root, "registers/memos-แผน.csv", "เลขที่,ลงวันที่,เรื่อง\nนว 52007.4/8,21 ม.ค. 2569,ข\n")
    project = api.load(root)
    assert diagnostics_of(project) == []
    assert next_numbers(project) == {"memo": 1, "memo-แผน": 9, "memo-อำนวยการ": 8, "letter": 8}
    put(root, "2569/d.yaml", MEMO.format(lines="owner: แผน\nnumber: 8\ndate: 22 ม.ค. 2569\n"))
    assert errors(root) == [("E605", "d", 4, 9)]


def test_the_number_of_a_unit_stays_taken_when_the_content_of_its_memo_is_gone(tmp_path: Path) -> None:
    root = write(tmp_path, office=BY_UNIT, a=MEMO.format(lines="owner: แผน\n"))
    issue_paper(root, "a", "7", dt.date(2026, 3, 2))
    (root / "2569/a.yaml").unlink()
    assert next_numbers(api.load(root)) == {"memo": 1, "memo-แผน": 8, "memo-อำนวยการ": 1, "letter": 1}


def test_a_memo_of_a_unit_without_a_number_was_not_issued(tmp_path: Path) -> None:
    root = write(tmp_path, office=BY_UNIT, a=MEMO.format(lines=f"owner: แผน\n{DATED}"))
    assert [diagnostic.code for diagnostic in api.check(api.load(root))] == []


def next_numbers(project: Project) -> dict[str, int]:
    names = ("memo", "memo-แผน", "memo-อำนวยการ", "letter")
    return {name: api.register(project, name, 2569).next_free for name in names}


def test_circular_memos_of_units_are_counted_by_unit_too(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        office=BY_UNIT,
        a=MEMO.format(lines=f"owner: แผน\nnumber: ว 1\ncircular: true\n{DATED}"),
        b=MEMO.format(lines=f"owner: อำนวยการ\nnumber: ว 1\ncircular: true\n{DATED}"),
    )
    assert errors(root) == []
    assert (
        api.register(api.load(root), "circular-แผน", 2569).title
        == "ทะเบียนหนังสือเวียน กลุ่มนโยบายและแผน พ.ศ. 2569"
    )


def test_a_memo_counted_by_unit_says_of_which(tmp_path: Path) -> None:
    root = write(tmp_path, office=BY_UNIT, a=MEMO.format(lines=""))
    assert errors(root) == [("E678", "a", 1, 1)]


def paper_text(root: Path, name: str) -> str:
    """Return the content file of a paper."""
    return (root / f"2569/{name}.yaml").read_text(encoding="utf-8")


def test_where_memos_bear_no_number_the_line_of_the_form_is_empty(tmp_path: Path) -> None:
    office = f"{CODED_OFFICE}numbering: {{memo: none}}\n"
    root = write(tmp_path, office=office, a=MEMO.format(lines=DATED), b=MEMO.format(lines="number: 5\n"))
    project = api.load(root)
    assert diagnostics_of(project) == [("E678", "b", 3, 9)]
    document = api.find(project, "a", 2569)
    assert printed(document)["number"] == ""
    assert "memo" not in api.registers_of(project)
    assert "number" not in paper_text(root, "a")
    assert issue_paper(root, "a", None, JANUARY_20).version == 1
    assert "number" not in paper_text(root, "a")
    with pytest.raises(ContentError, match="E412"):
        issue_paper(root, "a", "5", JANUARY_20)


def test_an_announcement_bears_a_number_where_the_office_says_so(tmp_path: Path) -> None:
    text = ANNOUNCEMENT.format(lines=f"number: 3/2569\n{DATED}")
    root = write(tmp_path / "without", a=text)
    assert errors(root) == [("E678", "a", 3, 9)]
    assert "announcement" not in api.registers_of(api.load(root))

    office = f"{CODED_OFFICE}numbering: {{announcement: office}}\n"
    root = write(tmp_path / "with", office=office, a=text, b=ANNOUNCEMENT.format(lines=""))
    project = api.load(root)
    assert printed(api.find(project, "a", 2569))["number"] == "3/2569"
    assert printed(api.find(project, "b", 2569))["number"] == f"{' ' * 12}/{' ' * 8}"
    with pytest.raises(ContentError, match="E412"):
        issue_paper(root, "b", None, JANUARY_20)
    with pytest.raises(ContentError, match="E605"):
        issue_paper(root, "b", "3", JANUARY_20)
    assert issue_paper(root, "b", "4/2569", JANUARY_20).is_written


@pytest.mark.parametrize(
    ("numbering", "code"),
    [
        ("{order: group}", "E678"),
        ("{order: none}", "E678"),
        ("{minutes: office}", "E678"),
        ("{memo: unit}", "E210"),
        ("{memos: group}", "E201"),
    ],
)
def test_a_way_that_a_kind_has_not_is_told(tmp_path: Path, numbering: str, code: str) -> None:
    root = write(tmp_path, office=f"{OFFICE}numbering: {numbering}\n")
    codes = [(found_code, name, line) for found_code, name, line, _column in errors(root)]
    assert codes == [(code, "office", 7)]
