"""Papers of one project name people, directors and committees as on their own days."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import docx
import pytest
from written_project import other_findings, put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.kinds import KINDS
from esa_docs.model.project import Project
from esa_docs.source.loading.project import load_project

TODAY = dt.date(2026, 12, 1)
OFFICE = """\
name: สำนักงานเขตพื้นที่การศึกษาตัวอย่าง
short_name: สพป.ตัวอย่าง
parent: สพฐ.
director:
  - {person: เก่า, until: 30 เมษายน 2569}
  - {person: ใหม่, since: 1 มิถุนายน 2569}
"""
DIRECTOR = "ผู้อำนวยการสำนักงาน"
PEOPLE = f"""\
people:
  - {{id: เก่า, prefix: นาย, first_name: เก่า, last_name: ใจดี, position: {DIRECTOR}, until: 30 เมษายน 2569}}
  - {{id: ใหม่, prefix: นาง, first_name: ใหม่, last_name: ใจดี, position: {DIRECTOR}, since: 1 มิถุนายน 2569}}
  - id: รอง
    prefix: นาย
    first_name: รอง
    last_name: ใจดี
    position: รองผู้อำนวยการ
    acting:
      - {{how: รักษาราชการแทน, position: {DIRECTOR}, since: 1 พฤษภาคม 2569, until: 31 พฤษภาคม 2569}}
  - id: ก
    prefix: นาย
    first_name: สมชาย
    last_name: ใจดี
    posts:
      - {{position: ครู, until: 31 พฤษภาคม 2569}}
      - {{position: ศึกษานิเทศก์, since: 1 มิถุนายน 2569, until: 30 พฤศจิกายน 2569}}
      - {{position: ผู้อำนวยการกลุ่มนิเทศ, since: 1 ธันวาคม 2569}}
  - {{id: ข, prefix: นาง, first_name: สมใจ, last_name: ใจดี, position: นักวิชาการศึกษา}}
"""
COMMITTEES = """\
committees:
  - name: คณะทำงาน
    kind: คณะทำงาน
    members:
      - {person: ก, role: หัวหน้าคณะทำงาน}
      - {person: ข, role: คณะทำงานและเลขานุการ}
    duties: [ทำงาน]
"""
MINUTES = """\
kind: minutes
number: {number}
date: {date}
begins: 09.30 น.
place: ห้องประชุม
order: orders/base
recorder: ก
"""
AMENDS = "amends: {number: 12, date: 16 มีนาคม 2569, subject: แต่งตั้ง}\n"
CHANGES = """\
changes:
  - leave: [ข]
    join: [{person: รอง, role: คณะทำงานและเลขานุการ}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "office.yaml", OFFICE)
    put(tmp_path, "people.yaml", PEOPLE)
    return tmp_path


def order(root: Path, name: str, number: str, date: str, more_keys: str = COMMITTEES) -> Path:
    """Write an order; without number and date it is a draft."""
    number_and_date = f"number: {number}\ndate: {date}\n" if number else ""
    text = f"kind: order\nsubject: แต่งตั้ง\n{number_and_date}cause: [ด้วย]\n{more_keys}"
    return put(root, f"{name}.yaml", text)


def load(root: Path, today: dt.date = TODAY) -> Project:
    return load_project(root, KINDS, today=today)


def codes_and_places(project: Project) -> list[tuple[str, str, str]]:
    """Return code, name of the file without its ending, and key of each diagnostic."""
    return [row(diagnostic) for diagnostic in other_findings(project)]


def row(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.code, Path(diagnostic.location.path).stem, diagnostic.field


GAP = ("E619", "office", "director[1].since")
"""What is always told of the office: it has no director in May."""


def posts_of(project: Project, name: str, year: int = 2569) -> list[str]:
    content = api.find(project, name, year).content
    return [member.post for member in content.committees[0].members]


@pytest.mark.parametrize(
    ("date", "post", "director"),
    [
        ("16 มีนาคม 2569", "ครู", "เก่า"),
        ("30 เมษายน 2569", "ครู", "เก่า"),
        ("1 มิถุนายน 2569", "ศึกษานิเทศก์", "ใหม่"),
        ("30 พฤศจิกายน 2569", "ศึกษานิเทศก์", "ใหม่"),
        ("1 ธันวาคม 2569", "ผู้อำนวยการกลุ่มนิเทศ", "ใหม่"),
    ],
)
def test_an_order_has_the_posts_and_the_director_of_its_date(
    root: Path, date: str, post: str, director: str
) -> None:
    order(root, "2569/base", "12", date)
    project = load(root)

    document = api.find(project, "base", 2569)
    assert document.content.committees[0].members[0].post == post
    assert document.office.director is not None
    assert document.office.director.id == director
    codes = [code for code, _file, _field in codes_and_places(project)]
    assert set(codes) <= {"E606", "E619"}


@pytest.mark.parametrize(
    ("today", "post"), [(dt.date(2026, 5, 31), "ครู"), (dt.date(2026, 6, 1), "ศึกษานิเทศก์")]
)
def test_an_order_without_a_date_has_the_posts_of_today(root: Path, today: dt.date, post: str) -> None:
    order(root, "2569/base", "", "", COMMITTEES + "signature: {by: ข}\n")
    assert posts_of(load(root, today), "base")[0] == post


def test_the_roster_and_the_office_are_those_of_today(root: Path) -> None:
    (root / "2569").mkdir()
    project = load(root, dt.date(2026, 3, 1))
    posts = {person.id: person.post for person in project.people}

    assert posts["ก"] == "ครู"
    assert project.office is not None
    assert project.office.director is not None
    assert project.office.director.id == "เก่า"


def test_a_paper_of_a_day_without_a_director_needs_a_signature(root: Path) -> None:
    order(root, "2569/unsigned", "13", "15 พฤษภาคม 2569")
    order(root, "2569/signed", "14", "16 พฤษภาคม 2569", COMMITTEES + "signature: {by: รอง}\n")

    assert codes_and_places(load(root)) == [("E659", "unsigned", ""), GAP]


def test_a_report_of_a_day_without_a_director_needs_a_signature_too(root: Path) -> None:
    report = "kind: sar\nscheme: sar-2560\n"
    put(root, "2569/draft.yaml", report)
    put(root, "2569/unsigned.yaml", f"{report}date: 15 พฤษภาคม 2569\n")
    put(root, "2569/signed.yaml", f"{report}date: 15 พฤษภาคม 2569\nsignature: {{by: รอง}}\n")

    project = load(root, dt.date(2026, 5, 15))
    assert codes_and_places(project) == [("E659", "unsigned", ""), GAP]


@pytest.mark.parametrize(
    ("date", "signature", "expected"),
    [
        ("1 พฤษภาคม 2569", "{by: รอง}", ("รักษาราชการแทน", DIRECTOR)),
        ("31 พฤษภาคม 2569", "{by: รอง}", ("รักษาราชการแทน", DIRECTOR)),
        ("30 เมษายน 2569", "{by: รอง}", (None, None)),
        ("1 มิถุนายน 2569", "{by: รอง}", (None, None)),
        ("15 พฤษภาคม 2569", "{by: ข}", (None, None)),
        (
            "15 พฤษภาคม 2569",
            "{by: รอง, acting: รักษาราชการแทน, for_position: ปลัด}",
            ("รักษาราชการแทน", "ปลัด"),
        ),
    ],
)
def test_a_signature_that_says_nothing_has_the_acting_words_of_the_roster(
    root: Path, date: str, signature: str, expected: tuple[str | None, str | None]
) -> None:
    order(root, "2569/base", "12", date, f"{COMMITTEES}signature: {signature}\n")

    content = api.find(load(root), "base", 2569).content
    assert (content.signature.acting, content.signature.for_position) == expected


def test_two_ways_of_acting_are_not_chosen_from(root: Path) -> None:
    second_way = f"      - {{how: ปฏิบัติราชการแทน, position: {DIRECTOR}}}\n"
    people = PEOPLE.replace("    acting:\n", f"    acting:\n{second_way}")
    put(root, "people.yaml", people)
    order(root, "2569/base", "12", "15 พฤษภาคม 2569", COMMITTEES + "signature: {by: รอง}\n")

    assert api.find(load(root), "base", 2569).content.signature.acting is None


def test_who_signs_a_memo_signs_for_himself(root: Path) -> None:
    text = "kind: memo\nsubject: ก\ntext: [ข]\nto: ผู้อำนวยการ\nsignature: {by: รอง}\n"
    put(root, "2569/memo.yaml", f"{text}number: 1\ndate: 15 พฤษภาคม 2569\n")

    assert api.find(load(root), "memo", 2569).content.signature.acting is None


def test_minutes_have_the_committee_of_the_day_of_the_meeting(root: Path) -> None:
    """The order of a year is amended by one in the folder of the next year, whose file is not linked."""
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    order(root, "2570/change", "99", "15 ตุลาคม 2569", AMENDS + CHANGES)
    for number, date in ((1, "14 ตุลาคม 2569"), (2, "15 ตุลาคม 2569"), (3, "1 ธันวาคม 2569")):
        put(root, f"2569/m{number}.yaml", MINUTES.format(number=number, date=date))
    project = load(root)

    members: dict[str, list[tuple[str, str]]] = {}
    for name in ("m1", "m2", "m3"):
        meeting = api.find(project, name, 2569).content
        members[name] = [(member.person.id, member.post) for member in meeting.all_members]
    assert members == {
        "m1": [("ก", "ศึกษานิเทศก์"), ("ข", "นักวิชาการศึกษา")],
        "m2": [("ก", "ศึกษานิเทศก์"), ("รอง", "รองผู้อำนวยการ")],
        "m3": [("ก", "ผู้อำนวยการกลุ่มนิเทศ"), ("รอง", "รองผู้อำนวยการ")],
    }
    assert posts_of(project, "orders/base") == ["ครู", "นักวิชาการศึกษา"]
    # Meetings of the next fiscal year in the folder of this one are told.
    told_dates = [("W508", name, "date") for name in members]
    assert codes_and_places(project) == [*told_dates, GAP]


@pytest.mark.parametrize(
    ("date", "post", "ids"),
    [
        ("date: 31 พฤษภาคม 2569\n", "ครู", ["ก", "ข"]),
        ("date: 1 มิถุนายน 2569\n", "ศึกษานิเทศก์", ["ก", "ข"]),
        ("date: 30 กันยายน 2569\n", "ศึกษานิเทศก์", ["ก", "รอง"]),
        ("", "ผู้อำนวยการกลุ่มนิเทศ", ["ก", "รอง"]),
    ],
)
def test_a_report_has_the_working_group_of_its_date_and_the_owners_of_its_parts(
    root: Path, date: str, post: str, ids: list[str]
) -> None:
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    order(root, "2569/change", "30", "1 กันยายน 2569", AMENDS + CHANGES)
    report = "kind: sar\nscheme: sar-2560\nsignature: {by: ข}\n"
    put(root, "2569/sar.yaml", f"{report}order: orders/base\n{date}")
    put(root, "2569/sar/1-1.yaml", "part_of: sar\nindicator: '1.1'\nowner: ก\n")

    content = api.find(load(root), "sar", 2569).content
    members = content.order.content.committees[0].members
    assert [member.person.id for member in members] == ids
    assert members[0].post == post
    assert content.indicators[0].owner.post == post


def test_minutes_of_a_revoked_order_are_told(root: Path) -> None:
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    revokes = "revokes: [{number: 12, date: 16 มีนาคม 2569, subject: แต่งตั้ง}]\n"
    order(root, "2569/orders/end", "40", "1 กรกฎาคม 2569", revokes)
    put(root, "2569/m1.yaml", MINUTES.format(number=1, date="30 มิถุนายน 2569"))
    put(root, "2569/m2.yaml", MINUTES.format(number=2, date="1 กรกฎาคม 2569"))

    assert codes_and_places(load(root)) == [("E638", "m2", "order"), GAP]


def test_what_does_not_fit_an_order_is_told_and_its_meetings_wait(root: Path) -> None:
    """Without the faulty order nobody knows who belongs to the committee."""
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    changes = CHANGES.replace("leave: [ข]", "leave: [รอง]")
    order(root, "2569/orders/change", "30", "1 มิถุนายน 2569", AMENDS + changes)
    put(root, "2569/m.yaml", MINUTES.format(number=1, date="2 มิถุนายน 2569"))
    project = load(root)

    assert codes_and_places(project) == [
        ("E641", "m", "order"),
        ("E617", "change", "changes[0].leave[0]"),
        GAP,
    ]
    assert "orders/change" in other_findings(project)[0].message
    assert project.faulty == ("2569/m", "2569/orders/change")


def test_who_joins_and_is_a_member_is_told_at_the_entry(root: Path) -> None:
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    changes = "changes: [{join: [{person: ก, role: คณะทำงาน}]}]\n"
    path = order(root, "2569/orders/change", "30", "1 มิถุนายน 2569", AMENDS + changes)

    diagnostics = [each for each in other_findings(load(root)) if each.code == "E618"]
    lines = path.read_text(encoding="utf-8").splitlines()
    (diagnostic,) = diagnostics
    place = diagnostic.location
    assert lines[place.line - 1][place.column - 1 :].startswith("{person: ก")


def test_who_left_the_office_may_leave_a_committee_afterwards(root: Path) -> None:
    put(root, "people.yaml", PEOPLE.replace("position: นักวิชาการศึกษา", "position: ครู, until: 31 พฤษภาคม 2569"))
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    order(root, "2569/orders/change", "30", "1 มิถุนายน 2569", AMENDS + CHANGES)

    assert codes_and_places(load(root)) == [GAP]


def test_an_order_says_in_clauses_who_leaves_and_who_joins(root: Path) -> None:
    order(root, "2569/orders/base", "12", "16 มีนาคม 2569")
    more_changes = CHANGES + "  - join: [{person: ใหม่, role: ที่ปรึกษา}]\nclauses: [ข้อความอื่น]\n"
    order(root, "2569/orders/change", "30", "1 มิถุนายน 2569", AMENDS + more_changes)
    document = api.find(load(root), "orders/change", 2569)

    texts = text_of(api.render(document, today=TODAY))
    expected = [
        "ให้นางสมใจ ใจดี พ้นจากการเป็นคณะทำงานและเลขานุการ ในคณะทำงาน",
        "ให้นายรอง ใจดี ตำแหน่งรองผู้อำนวยการ เป็นคณะทำงานและเลขานุการ ในคณะทำงาน แทนนางสมใจ ใจดี",
        f"ให้นางใหม่ ใจดี ตำแหน่ง{DIRECTOR} เป็นที่ปรึกษา ในคณะทำงาน เพิ่มเติม",
        "ข้อความอื่น",
    ]
    assert [text for text in texts if text in expected] == expected


def text_of(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file with plain blanks."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return [" ".join(paragraph.text.replace("\u00a0", " ").split()) for paragraph in paragraphs]


def prints_of(root: Path) -> tuple[str, str]:
    """Return the fingerprints of an order of March and one of June."""
    project = load(root)
    march, june = api.find(project, "march", 2569), api.find(project, "june", 2569)
    return fingerprint(march, "engine"), fingerprint(june, "engine")


def test_only_papers_that_print_the_post_are_made_anew(root: Path) -> None:
    order(root, "2569/march", "12", "16 มีนาคม 2569")
    order(root, "2569/june", "13", "16 มิถุนายน 2569")
    march_before, june_before = prints_of(root)
    put(root, "people.yaml", PEOPLE.replace("ศึกษานิเทศก์", "ศึกษานิเทศก์ชำนาญการ"))
    march_after, june_after = prints_of(root)

    assert march_after == march_before
    assert june_after != june_before


TABLE = """\
รหัส,ชื่อ-สกุล,ตำแหน่ง,ระดับ,วันที่เริ่ม,วันที่สิ้นสุด
ก,นายสมชาย ใจดี,ศึกษานิเทศก์,ชำนาญการ,1 มิถุนายน 2569,
ก,นายสมชาย ใจดี,ครู,,,31 พฤษภาคม 2569
เก่า,นายเก่า ใจดี,ผู้อำนวยการ,,,30 เมษายน 2569
ใหม่,นางใหม่ ใจดี,ผู้อำนวยการ,,1 มิถุนายน 2569,
ข,นางสมใจ ใจดี,ครู,,,
"""


def table_project(root: Path, table: str) -> Path:
    (root / "people.yaml").unlink()
    put(root, "people.csv", table)
    order(root, "2569/march", "12", "16 มีนาคม 2569")
    order(root, "2569/june", "13", "16 มิถุนายน 2569")
    return root


def test_rows_of_one_person_in_a_table_are_posts(root: Path) -> None:
    project = load(table_project(root, TABLE))

    assert codes_and_places(project) == [GAP]
    assert posts_of(project, "march")[0] == "ครู"
    assert posts_of(project, "june")[0] == "ศึกษานิเทศก์ชำนาญการ"
    assert [person.id for person in project.people] == ["ก", "เก่า", "ใหม่", "ข"]


def test_rows_without_ids_are_joined_by_the_full_name(root: Path) -> None:
    rows = [line.partition(",")[2] for line in TABLE.splitlines()]
    (root / "2569").mkdir()
    (root / "people.yaml").unlink()
    put(root, "people.csv", "\n".join(rows))
    put(root, "office.yaml", OFFICE.partition("director")[0])
    project = load(root)

    somebody = project.people[0]
    assert (len(project.people), somebody.full_name.replace("\u00a0", " ")) == (4, "นายสมชาย ใจดี")
    assert somebody.on(dt.date(2026, 5, 31)).post == "ครู"


def test_rows_that_overlap_are_told_at_the_cell_of_the_later_day(root: Path) -> None:
    overlapping = TABLE.replace("31 พฤษภาคม 2569", "1 มิถุนายน 2569")
    diagnostics = other_findings(load(table_project(root, overlapping)))

    (diagnostic,) = [each for each in diagnostics if each.code == "E610"]
    place = diagnostic.location
    _head, first_row, *_other_rows = overlapping.splitlines()
    assert (Path(place.path).name, place.line) == ("people.csv", 2)
    assert first_row[place.column - 1 :] == "1 มิถุนายน 2569,"


@pytest.mark.parametrize(
    "second_row",
    [
        "ก,นายสมชาย ใจดี,ครู,,1 มิถุนายน 2569,",
        "ก,นางสมศรี ใจดี,ครู,,,31 พฤษภาคม 2569",
    ],
)
def test_rows_with_equal_days_or_other_names_are_two_people_with_one_id(root: Path, second_row: str) -> None:
    table = TABLE.replace("ก,นายสมชาย ใจดี,ครู,,,31 พฤษภาคม 2569", second_row)
    codes = [diagnostic.code for diagnostic in other_findings(load(table_project(root, table)))]
    assert "E604" in codes


def test_who_left_and_came_to_the_office_follows_from_the_rows(root: Path) -> None:
    table = TABLE.replace(",,,31 พฤษภาคม 2569", ",,1 ตุลาคม 2568,31 พฤษภาคม 2569")
    table = table.replace("1 มิถุนายน 2569,\nก", "1 มิถุนายน 2569,30 กันยายน 2569\nก")
    person: Any = load(table_project(root, table)).people[0]

    assert (person.since, person.until) == (dt.date(2025, 10, 1), dt.date(2026, 9, 30))


def codes_of(project: Project) -> list[str]:
    return sorted(each.code for each in other_findings(project) if each.is_error)


def test_an_id_given_twice_hides_no_overlapping_posts(root: Path) -> None:
    twice = PEOPLE.replace("{id: ข,", "{id: ก,")
    overlapping = twice.replace("{position: ครู, until: 31 พฤษภาคม", "{position: ครู, until: 1 มิถุนายน")
    assert overlapping != twice
    put(root, "people.yaml", overlapping)
    assert codes_of(load(root)) == ["E604", "E610"]


def test_a_row_given_twice_hides_no_overlapping_posts(root: Path) -> None:
    first_row = TABLE.splitlines()[1]
    overlapping = TABLE.replace("31 พฤษภาคม 2569", "1 มิถุนายน 2569")
    project = load(table_project(root, f"{overlapping}{first_row}\n"))
    places = {each.code: each.location.line for each in other_findings(project) if each.is_error}
    assert places == {"E604": 7, "E610": 2}


def test_a_faulty_office_hides_no_overlapping_posts(root: Path) -> None:
    overlapping = PEOPLE.replace("{position: ครู, until: 31 พฤษภาคม", "{position: ครู, until: 1 มิถุนายน")
    put(root, "people.yaml", overlapping)
    put(root, "office.yaml", f"{OFFICE}unknown: 1\n")
    assert codes_of(load(root)) == ["E201", "E610"]


def test_a_group_given_twice_hides_no_directors_of_one_time(root: Path) -> None:
    groups = "groups:\n  - {id: a, name: กลุ่มหนึ่ง}\n  - {id: a, name: กลุ่มสอง}\n"
    put(root, "office.yaml", OFFICE.replace("30 เมษายน", "1 มิถุนายน") + groups)
    assert codes_of(load(root)) == ["E604", "E619"]
