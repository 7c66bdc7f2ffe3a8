"""``esa-docs people``: the roster and its ids, documents and roles of a person, drafts of amending orders."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from written_project import put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import has_errors
from esa_docs.kinds.order.content import Order

OFFICE = """name: สำนักงานเขตพื้นที่การศึกษาทดสอบ
short_name: สพป.ทดสอบ
parent: สพฐ.
director: ผอ
"""
PERSON = "- {{id: {id}, prefix: นาย, first_name: {id}, last_name: ใจดี, position: {position}}}\n"
POSTS = {"ผอ": "ผู้อำนวยการ", "รอง": "รองผู้อำนวยการ", "สมชาย": "นักวิชาการศึกษา", "สมคิด": "ครู"}
ORDER = """kind: order
subject: {subject}
{issue}cause: [ด้วย]
power: []
committees:
  - name: คณะกรรมการอำนวยการ
    members:
      - {{person: ผอ, role: ประธานกรรมการ}}
      - {{person: สมชาย, role: กรรมการและเลขานุการ}}
    duties: [ทำงาน]
  - name: คณะทำงานเอกสาร
    kind: คณะทำงาน
    members:
      - {{person: สมชาย, role: หัวหน้าคณะทำงาน}}
    duties: [ทำงาน]
"""
ISSUED = "number: '๑๒'\ndate: 16 มีนาคม 2569\n"
REVOKING = """kind: order
subject: ยกเลิกคำสั่ง
number: '30'
date: 1 มิถุนายน 2569
cause: [ด้วยนายสมชาย ใจดี ย้าย]
signature: {by: รอง, acting: รักษาราชการแทน}
revokes: [{number: '12', date: 16 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}]
"""


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project with an issued order, and a draft in a later year; return its folder."""
    put(tmp_path, "office.yaml", OFFICE)
    people = [PERSON.format(id=name, position=post) for name, post in POSTS.items()]
    put(tmp_path, "people.yaml", "people:\n" + "".join(people))
    put(tmp_path, "2569/orders/a.yaml", ORDER.format(subject="แต่งตั้งคณะกรรมการ", issue=ISSUED))
    put(tmp_path, "2570/b.yaml", ORDER.format(subject="แต่งตั้งใหม่", issue=""))
    return tmp_path


def where(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["people", "where", "-C", str(root), *arguments])


def places(root: Path, *arguments: str) -> list[tuple[str, str, str]]:
    """Return document, field and role of each place where a person is named."""
    result = where(root, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return [(row["document"], row["field"], row["role"]) for row in json.loads(result.stdout)]


def test_every_document_and_role_over_all_years_is_listed(root: Path) -> None:
    secretary = "กรรมการและเลขานุการ in คณะกรรมการอำนวยการ"
    head = "หัวหน้าคณะทำงาน in คณะทำงานเอกสาร"
    assert places(root, "สมชาย") == [
        ("2569/orders/a", "committees[0].members[1].person", secretary),
        ("2569/orders/a", "committees[1].members[0].person", head),
        ("2570/b", "committees[0].members[1].person", secretary),
        ("2570/b", "committees[1].members[0].person", head),
    ]


def test_one_year_may_be_asked_for(root: Path) -> None:
    documents = [document for document, _field, _role in places(root, "สมชาย", "--year", "2570")]
    assert documents == ["2570/b", "2570/b"]


def test_the_director_signs_where_nobody_is_named(root: Path) -> None:
    assert places(root, "ผอ", "--year", "2569") == [
        ("office.yaml", "director", "director of the office"),
        ("2569/orders/a", "committees[0].members[0].person", "ประธานกรรมการ in คณะกรรมการอำนวยการ"),
        ("2569/orders/a", "signature", "signs as director of the office"),
    ]


def test_signers_and_names_in_texts_are_found(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING)

    assert places(root, "รอง") == [("2569/orders/c", "signature.by", "signs รักษาราชการแทน")]
    assert ("2569/orders/c", "cause[0]", "named in the text at cause[0]") in places(root, "สมชาย")
    assert "2569/orders/c" not in [document for document, _field, _role in places(root, "ผอ")]


@pytest.mark.parametrize("blank", ["  ", "\u00a0", "\\t"])
def test_a_name_in_a_text_is_found_whatever_blanks_stand_in_it(root: Path, blank: str) -> None:
    cause = f'cause: ["ด้วยนายสมชาย{blank}ใจดี ย้าย"]'
    put(root, "2569/orders/c.yaml", REVOKING.replace("cause: [ด้วยนายสมชาย ใจดี ย้าย]", cause))

    assert ("2569/orders/c", "cause[0]", "named in the text at cause[0]") in places(root, "สมชาย")


def test_the_author_of_a_manual_is_found(content: Path) -> None:
    first_place, *_ = places(content, "พิสมัย")
    assert first_place == ("2569/manual", "author", "author")


def test_lines_say_whether_a_document_is_issued(root: Path) -> None:
    states_and_titles: list[tuple[str, str]] = []
    for line in where(root, "สมชาย").stdout.splitlines():
        _document, _role, state, title = line.split("\t")
        states_and_titles.append((state, title))

    assert states_and_titles == [
        ("issued, dated 16 มี.ค. 2569", "แต่งตั้งคณะกรรมการ"),
        ("issued, dated 16 มี.ค. 2569", "แต่งตั้งคณะกรรมการ"),
        ("for signature", "แต่งตั้งใหม่"),
        ("for signature", "แต่งตั้งใหม่"),
    ]


def test_somebody_whom_no_document_names(root: Path) -> None:
    result = where(root, "สมคิด")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "No document" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"), [(["สมชา"], "E601"), (["สมชา"], "'สมชาย'"), (["สมชาย", "--year", "2560"], "E407")]
)
def test_what_is_not_there_is_told(root: Path, arguments: list[str], words: str) -> None:
    result = where(root, *arguments)

    assert result.exit_code == 1
    assert words in result.stdout


def test_a_faulty_roster_is_told(root: Path) -> None:
    put(root, "people.yaml", "people: ก\n")
    result = where(root, "สมชาย")

    assert (result.exit_code, "E203" in result.stdout) == (1, True)


def test_documents_with_errors_are_named(root: Path) -> None:
    put(root, "2570/b.yaml", "kind: order\n")
    result = where(root, "สมชาย")

    assert result.exit_code == 1
    assert "2570/b" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_an_order_in_force_gets_a_draft_that_amends_it(root: Path) -> None:
    result = where(root, "สมชาย", "--draft-amendments")

    path = root / "2569/orders/amend-a-สมชาย.yaml"
    assert result.exit_code == 0
    assert path.as_posix() in result.stderr
    assert list(root.rglob("amend-*")) == [path]
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/order.schema.json\n# ")
    amends = {"number": "๑๒", "date": "16 มีนาคม 2569", "subject": "แต่งตั้งคณะกรรมการ"}
    assert yaml.safe_load(text)["amends"] == amends


def test_a_draft_is_sound_content_without_number_and_date(root: Path) -> None:
    where(root, "สมชาย", "--draft-amendments")

    document = api.find(api.load(root), "orders/amend-a-สมชาย", 2569)
    draft: Order = document.content
    assert (draft.number, draft.date, document.is_draft) == (None, None, True)
    assert draft.subject == "แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ"
    leavers: list[tuple[str | None, str, str | None]] = []
    for change in draft.changes:
        (leaver,) = change.leave
        leavers.append((change.committee, leaver.words.replace("\u00a0", " "), leaver.role))
    assert leavers == [
        ("คณะกรรมการอำนวยการ", "นายสมชาย ใจดี", "กรรมการและเลขานุการ"),
        ("คณะทำงานเอกสาร", "นายสมชาย ใจดี", "หัวหน้าคณะทำงาน"),
    ]
    assert draft.clauses == ("นอกจากที่แก้ไขเพิ่มเติมนี้ ให้เป็นไปตามคำสั่งเดิมทุกประการ",)
    assert "ที่ ๑๒/2569 ลงวันที่ 16 มีนาคม 2569" in draft.cause[0]
    assert not has_errors(api.check(api.load(root)))


def test_a_draft_says_when_the_person_left_if_the_roster_does(root: Path) -> None:
    roster = (root / "people.yaml").read_text(encoding="utf-8")
    position = "position: นักวิชาการศึกษา"
    put(root, "people.yaml", roster.replace(position, f"{position}, until: 30 กันยายน 2569"))
    where(root, "สมชาย", "--draft-amendments")

    draft = api.find(api.load(root), "orders/amend-a-สมชาย", 2569).content
    assert "พ้นจากตำแหน่งนักวิชาการศึกษา ตั้งแต่วันที่ 1 ตุลาคม 2569" in draft.cause[1]


def test_nothing_is_overwritten(root: Path) -> None:
    path = put(root, "2569/orders/amend-a-สมชาย.yaml", "kind: order\n# mine\n")
    result = where(root, "สมชาย", "--draft-amendments")

    assert path.read_text(encoding="utf-8") == "kind: order\n# mine\n"
    assert f"already there, not written again: {path.as_posix()}" in result.stderr


def test_a_revoked_order_needs_no_amendment(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING)
    result = where(root, "สมชาย", "--draft-amendments")

    assert result.exit_code == 0
    assert list(root.rglob("amend-*")) == []
    assert "No order in force" in result.stderr


def test_a_draft_that_would_revoke_leaves_the_order_in_force(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING.replace("number: '30'\n", ""))
    where(root, "สมชาย", "--draft-amendments")

    assert [path.name for path in root.rglob("amend-*")] == ["amend-a-สมชาย.yaml"]


def test_who_only_signs_needs_no_amendment(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING)
    where(root, "รอง", "--draft-amendments")

    assert list(root.rglob("amend-*")) == []


MEETING = """kind: minutes
number: 1
date: 9 มีนาคม 2569
begins: 09.30 น.
place: ห้องประชุม
order: orders/a
committee: คณะกรรมการอำนวยการ
absent:
  - {person: ผอ, substitute: รอง}
others:
  - {person: สมคิด}
recorder: สมชาย
checker: ผอ
"""


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (
            "สมชาย",
            [
                ("recorder", "records the minutes"),
                ("order", "กรรมการและเลขานุการ in คณะกรรมการอำนวยการ, by the order"),
            ],
        ),
        (
            "ผอ",
            [
                ("absent[0].person", "absent from the meeting"),
                ("checker", "checks the minutes"),
                ("order", "ประธานกรรมการ in คณะกรรมการอำนวยการ, by the order"),
            ],
        ),
        ("รอง", [("absent[0].substitute", "substitute at the meeting")]),
        ("สมคิด", [("others[0].person", "takes part in the meeting, no member")]),
    ],
)
def test_minutes_name_people_themselves_and_by_their_order(
    root: Path, person: str, expected: list[tuple[str, str]]
) -> None:
    put(root, "2569/minutes/m.yaml", MEETING)

    fields_and_roles: list[tuple[str, str]] = []
    for document, field, role in places(root, person):
        if document == "2569/minutes/m":
            fields_and_roles.append((field, role))

    assert fields_and_roles == expected


def test_members_whom_the_minutes_list_have_their_role(root: Path) -> None:
    members = "members: [{person: สมคิด, role: ประธานกรรมการ}]\nbody: คณะทำงาน\n"
    meeting = MEETING.replace("order: orders/a\ncommittee: คณะกรรมการอำนวยการ\n", members)
    meeting = meeting.replace("absent:\n  - {person: ผอ, substitute: รอง}\n", "")
    put(root, "2569/minutes/m.yaml", meeting)

    assert ("2569/minutes/m", "members[0].person", "ประธานกรรมการ") in places(root, "สมคิด")


ANNOUNCEMENT = "kind: announcement\nsubject: ประกาศ\ndate: 16 มีนาคม 2569\ntext: [ด้วย]\n"
AMENDING = """kind: order
subject: แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ
number: '30'
date: 1 มิถุนายน 2569
cause: [ด้วย]
amends: {number: '12', date: 16 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}
clauses: ["ให้NAME พ้นจากการเป็นกรรมการและเลขานุการ ในคณะกรรมการอำนวยการ"]
"""
ADDING = """kind: order
subject: แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการ
number: '30'
date: 1 มิถุนายน 2569
cause: [ด้วย]
amends: {number: '12', date: 16 มีนาคม 2569, subject: แต่งตั้งคณะกรรมการ}
committees:
  - name: คณะกรรมการเพิ่มเติม
    members: [{person: สมคิด, role: ประธานกรรมการ}]
    duties: [ทำงาน]
"""


def files_of_drafts(root: Path, *arguments: str) -> list[str]:
    """Let drafts be written, and return the path of every draft below the project folder."""
    result = where(root, *arguments, "--draft-amendments")
    assert result.exit_code == 0, result.output
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("amend-*"))


def test_the_director_signs_announcements_too(root: Path) -> None:
    put(root, "2569/c.yaml", ANNOUNCEMENT)

    assert ("2569/c", "signature", "signs as director of the office") in places(root, "ผอ")
    lines = where(root, "ผอ").stdout.splitlines()
    (line,) = [line for line in lines if line.startswith("2569/c\t")]
    _document, _role, state, _title = line.split("\t")
    assert state == "issued, dated 16 มี.ค. 2569"


def test_whom_an_amendment_took_out_already_gets_no_second_draft(root: Path) -> None:
    put(root, "2569/orders/c.yaml", AMENDING.replace("NAME", "นายสมชาย ใจดี"))

    assert files_of_drafts(root, "สมชาย") == []
    assert files_of_drafts(root, "ผอ") == ["2569/orders/amend-a-ผอ.yaml"]


def test_an_amendment_that_is_no_more_than_a_draft_takes_nobody_out(root: Path) -> None:
    draft = AMENDING.replace("NAME", "นายสมชาย ใจดี").replace("number: '30'\n", "")
    put(root, "2569/orders/c.yaml", draft)

    assert files_of_drafts(root, "สมชาย") == ["2569/orders/amend-a-สมชาย.yaml"]


def test_an_order_amended_by_another_is_still_in_force_and_so_is_the_other(root: Path) -> None:
    put(root, "2569/orders/c.yaml", ADDING)

    assert files_of_drafts(root, "สมชาย") == ["2569/orders/amend-a-สมชาย.yaml"]
    assert files_of_drafts(root, "สมคิด")[1:] == ["2569/orders/amend-c-สมคิด.yaml"]


def test_an_amendment_falls_with_the_order_it_amends(root: Path) -> None:
    put(root, "2569/orders/c.yaml", ADDING)
    put(root, "2569/orders/d.yaml", REVOKING.replace("'30'", "'31'"))

    assert files_of_drafts(root, "สมคิด") == []


@pytest.mark.parametrize("number", ["012", "๑๒", "12/2569"])
def test_an_order_is_revoked_however_its_number_is_written(root: Path, number: str) -> None:
    put(root, "2569/orders/c.yaml", REVOKING.replace("'12'", f"'{number}'"))

    assert files_of_drafts(root, "สมชาย") == []


def test_the_same_number_of_another_year_revokes_nothing(root: Path) -> None:
    put(root, "2569/orders/c.yaml", REVOKING.replace("16 มีนาคม 2569", "16 มีนาคม 2568"))

    assert files_of_drafts(root, "สมชาย") == ["2569/orders/amend-a-สมชาย.yaml"]


def test_a_member_written_out_by_name_is_taken_out_too(root: Path) -> None:
    order = ORDER.format(subject="แต่งตั้งคณะกรรมการ", issue=ISSUED)
    put(root, "2569/orders/a.yaml", order.replace("{person: สมชาย, role: ห", "{name: นายสมคิด ใจดี, role: ห"))

    assert files_of_drafts(root, "สมคิด") == ["2569/orders/amend-a-สมคิด.yaml"]
    draft = api.find(api.load(root), "orders/amend-a-สมคิด", 2569).content
    (change,) = draft.changes
    (leaver,) = change.leave
    assert (change.committee, leaver.role) == ("คณะทำงานเอกสาร", "หัวหน้าคณะทำงาน")


def test_another_of_a_longer_name_is_not_taken_for_the_person(root: Path) -> None:
    order = ORDER.format(subject="แต่งตั้งคณะกรรมการ", issue=ISSUED)
    put(root, "2569/orders/a.yaml", order.replace("{person: สมชาย, role: ห", "{name: นายอภิสมคิด ใจดี, role: ห"))

    assert files_of_drafts(root, "สมคิด") == []


def test_drafts_are_of_the_year_asked_for(root: Path) -> None:
    issued = ISSUED.replace("16 มีนาคม 2569", "16 พฤศจิกายน 2569").replace("๑๒", "๑๓")
    put(root, "2570/b.yaml", ORDER.format(subject="แต่งตั้งใหม่", issue=issued))

    assert files_of_drafts(root, "สมชาย", "--year", "2570") == ["2570/amend-b-สมชาย.yaml"]


# The roster and its ids

ROSTER = """\
รหัส,ชื่อ - สกุล,ตำแหน่ง,ระดับ,กลุ่ม,วันที่เริ่ม,วันที่สิ้นสุด
ผอ,นายสมศักดิ์ ใจกระบี่,ผู้อำนวยการ,,,,
,นางวรรณา ใหม่มา,ครู,ชำนาญการ,อำนวยการ,1 ต.ค. 2567,30 ก.ย. 2569
"""


ROSTER_OVER_TIME = """\
people:
  - id: ผอ
    prefix: นาย
    first_name: สมศักดิ์
    last_name: ใจกระบี่
    position: ผู้อำนวยการ
    until: 30 กันยายน 2569
  - id: รอง
    prefix: นาง
    first_name: วรรณา
    last_name: ใหม่มา
    posts:
      - {position: ครู, until: 30 กันยายน 2568}
      - {position: รองผู้อำนวยการ, since: 1 ตุลาคม 2568}
    acting:
      - {how: รักษาราชการแทน, position: ผู้อำนวยการ, since: 1 ตุลาคม 2569}
      - {how: ปฏิบัติราชการแทน, position: ผู้อำนวยการ, until: 30 กันยายน 2569}
"""


def people(root: Path, *arguments: str) -> Result:
    command, *options = arguments
    return CliRunner().invoke(app, ["people", command, "-C", str(root), *options])


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write an office whose roster has an id for one of two people; return its folder."""
    groups = "groups:\n  - {id: อำนวยการ, name: กลุ่มอำนวยการ}\n"
    put(tmp_path, "office.yaml", OFFICE + groups)
    put(tmp_path, "people.csv", ROSTER)
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 9, 30))
    return tmp_path


def test_people_are_listed_with_ids_and_those_made_from_names_are_marked(office: Path) -> None:
    result = people(office, "list")

    assert result.exit_code == 0
    assert result.stdout == (
        "ผอ\tนายสมศักดิ์ ใจกระบี่\tผู้อำนวยการ\t-\n"
        "-\tนางวรรณา ใหม่มา\tครูชำนาญการ\tอำนวยการ\t(no id yet; gets วรรณา ใหม่มา)"
        "\tsince 1 ต.ค. 2567, until 30 ก.ย. 2569\n"
    )
    assert "without an id in the roster: 1;" in result.stderr
    assert "esa-docs people ids" in result.stderr


def test_people_are_listed_as_json(office: Path) -> None:
    result = people(office, "list", "--format", "json")

    director, wanna = json.loads(result.stdout)
    assert (director["id"], director["group"], director["is_id_made"]) == ("ผอ", None, False)
    assert wanna == {
        "id": "วรรณา ใหม่มา",
        "name": "นางวรรณา ใหม่มา",
        "position": "ครูชำนาญการ",
        "group": "อำนวยการ",
        "since": "2024-10-01",
        "until": "2026-09-30",
        "posts": [],
        "acting": [],
        "is_id_made": True,
        "id_to_write": "วรรณา ใหม่มา",
    }


def test_list_says_the_id_that_ids_writes(office: Path) -> None:
    """In a roster without any id it is the first name where a single person bears it."""
    put(office, "people.csv", "ชื่อ - สกุล,ตำแหน่ง\nนายสมศักดิ์ ใจกระบี่,ผอ.\nนางวรรณา ใหม่มา,ครู\n")
    rows = [line.split("\t") for line in people(office, "list").stdout.splitlines()]
    assert [(row[0], row[4]) for row in rows] == [
        ("-", "(no id yet; gets สมศักดิ์)"),
        ("-", "(no id yet; gets วรรณา)"),
    ]
    written_ids = [line.split("\t")[0] for line in people(office, "ids").stdout.splitlines()]
    assert written_ids == ["สมศักดิ์", "วรรณา"]


def test_posts_acting_and_who_has_left_are_shown(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "this_day", lambda: dt.date(2026, 10, 1))
    (office / "people.csv").unlink()
    put(office, "people.yaml", ROSTER_OVER_TIME)
    result = people(office, "list")
    assert result.stdout.splitlines() == [
        "ผอ\tนายสมศักดิ์ ใจกระบี่\tผู้อำนวยการ\t-\t\thas left (until 30 ก.ย. 2569)",
        "รอง\tนางวรรณา ใหม่มา\tรองผู้อำนวยการ\t-\t\tรักษาราชการแทนผู้อำนวยการ",
    ]
    _director, deputy = json.loads(people(office, "list", "--format", "json").stdout)
    posts = [(post["position"], post["since"], post["until"]) for post in deputy["posts"]]
    assert posts == [("ครู", None, "2025-09-30"), ("รองผู้อำนวยการ", "2025-10-01", None)]
    acting = [(row["how"], row["position"], row["since"], row["until"]) for row in deputy["acting"]]
    assert acting == [
        ("รักษาราชการแทน", "ผู้อำนวยการ", "2026-10-01", None),
        ("ปฏิบัติราชการแทน", "ผู้อำนวยการ", None, "2026-09-30"),
    ]


def test_ids_are_written_once(office: Path) -> None:
    first_result, second_result = people(office, "ids"), people(office, "ids")

    assert (first_result.exit_code, first_result.stdout) == (0, "วรรณา ใหม่มา\tนางวรรณา ใหม่มา\tครูชำนาญการ\n")
    assert "ids written: 1" in first_result.stderr
    assert (second_result.exit_code, second_result.stdout) == (0, "")
    assert "ids written: 0" in second_result.stderr
    assert (office / "people.csv").read_text(encoding="utf-8") == ROSTER.replace(
        "\n,นาง", "\nวรรณา ใหม่มา,นาง"
    )
    assert people(office, "list").stderr == ""


def test_a_faulty_roster_is_told_with_exit_code_1_and_another_folder_with_3(
    office: Path, tmp_path: Path
) -> None:
    put(office, "people.csv", "ชื่อ - สกุล,ตำแหน่ง\nนางวรรณา ใหม่มา,ครู\nนางวรรณา ใหม่มา,ครู\n")
    for command in ("list", "ids"):
        result = people(office, command)
        assert (result.exit_code, "people.csv:3:1" in result.output, "[E604]" in result.output) == (
            1,
            True,
            True,
        )
        assert people(tmp_path / "other", command).exit_code == 3


def test_a_person_is_asked_for_by_name_too_and_several_are_told(root: Path) -> None:
    assert places(root, "สมชาย ใจดี") == places(root, "สมชาย")
    result = where(root, "นาย สมชาย ใจดี")
    assert (result.exit_code, "'สมชาย'" in result.stderr) == (0, True)

    namesake = "- {id: อีกคน, prefix: นาง, first_name: สมคิด, last_name: อื่น, position: ครู}\n"
    text = (root / "people.yaml").read_text(encoding="utf-8")
    put(root, "people.yaml", text.replace("id: สมคิด", "id: คิด") + namesake)
    result = where(root, "สมคิด")
    assert (result.exit_code, "[E600]" in result.output) == (1, True)
    assert "นายสมคิด ใจดี (ครู), นางสมคิด อื่น (ครู)" in result.output
    assert "[E601]" in where(root, "สมหญิง").output


def test_each_director_is_named_with_the_term_and_signs_the_papers_of_the_term(root: Path) -> None:
    terms = "director: [{person: ผอ, until: 31 พฤษภาคม 2569}, {person: รอง, since: 1 มิถุนายน 2569}]\n"
    put(root, "office.yaml", OFFICE.replace("director: ผอ\n", terms))
    put(root, "2569/c.yaml", ANNOUNCEMENT)
    put(root, "2569/d.yaml", ANNOUNCEMENT.replace("16 มีนาคม 2569", "1 มิถุนายน 2569"))
    put(root, "2570/b.yaml", ANNOUNCEMENT.replace("16 มีนาคม 2569", "1 มิถุนายน 2570"))

    signing = "signs as director of the office"
    former, present = places(root, "ผอ"), places(root, "รอง")
    assert former[0] == ("office.yaml", "director[0].person", "director of the office")
    assert present[0] == ("office.yaml", "director[1].person", "director of the office")
    assert [document for document, _field, role in former if role == signing] == ["2569/c", "2569/orders/a"]
    assert [document for document, _field, role in present if role == signing] == ["2569/d", "2570/b"]


def test_a_draft_names_the_post_that_ended(root: Path) -> None:
    """Who is to have another post, and leaves, leaves the last post of all."""
    roster = (root / "people.yaml").read_text(encoding="utf-8")
    posts = "posts: [{position: ศึกษานิเทศก์, since: 1 มกราคม 2569}], until: 30 กันยายน 2569"
    position = "position: นักวิชาการศึกษา"
    put(root, "people.yaml", roster.replace(position, f"{position}, {posts}"))
    where(root, "สมชาย", "--draft-amendments")

    draft = api.find(api.load(root), "orders/amend-a-สมชาย", 2569).content
    assert "พ้นจากตำแหน่งศึกษานิเทศก์ ตั้งแต่วันที่ 1 ตุลาคม 2569" in draft.cause[1]


def test_who_leaves_by_an_amending_order_is_named_there(root: Path) -> None:
    clauses = AMENDING.index("clauses:")
    changes = "changes: [{committee: คณะกรรมการอำนวยการ, leave: [สมชาย]}]\n"
    put(root, "2569/orders/c.yaml", AMENDING[:clauses] + changes)

    roles = [row for row in places(root, "สมชาย") if row[0] == "2569/orders/c"]
    assert roles == [("2569/orders/c", "changes[0].leave[0].person", "leaves the committee")]
