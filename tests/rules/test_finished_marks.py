"""W505 to W508 as clerks type them: what each finds, what it passes by, and ``meant:`` for what is meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError, Location
from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.rules import is_shown
from esa_docs.model.edition import Edition
from esa_docs.model.evidence import Evidence
from esa_docs.model.life import State
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.office import Office
from esa_docs.rules.meant import Meant
from esa_docs.rules.office_names import check_office_names
from esa_docs.rules.other_offices import check_other_offices
from esa_docs.rules.other_years import check_other_years
from esa_docs.rules.placeholders import check_placeholders
from esa_docs.rules.scaffold_texts import check_scaffold_texts

Findings = list[tuple[str, int, str]]
FEBRUARY = dt.date(2027, 2, 15)
"""A day in the fiscal year 2570."""
ORDER = "kind: order\nsubject: {subject}\ncause: [{cause}]\nclauses: [{clause}]\n"
SARABAN = Office(
    name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 1", short_name="สพป.ขอนแก่น เขต 1", parent="สพฐ."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_office(tmp_path / "office")


def text(value: str, *meanings: Meaning) -> list[Written]:
    return [Written(("text",), value, frozenset(meanings))]


def codes_of(value: str) -> set[str]:
    """Return the codes by which a text is known as unfinished."""
    problems = [*check_scaffold_texts(KINDS, text(value)), *check_placeholders(text(value), Meant())]
    return {problem.code for problem in problems}


def years_told(value: str, *meant: str) -> list[str]:
    problems = check_other_years(text(value), 2570, FEBRUARY, Meant(meant))
    return [problem.code for problem in problems]


def findings_in(root: Path) -> Findings:
    """Return code, line and key path of what the check finds, but for papers typed by hand (E455)."""
    return [
        (diagnostic.code, diagnostic.location.line, diagnostic.field)
        for diagnostic in api.check(api.load(root))
        if diagnostic.code != "E455"
    ]


@pytest.mark.parametrize(
    "value",
    [
        *("ด้วยสำนักงานจะดำเนินงานตัวอย่างที่ 1 เพื่อพัฒนา", "ห้องประชุมตัวอย่าง ชั้น 2", "คณะกรรมการตัวอย่างที่ 2"),
        *("คู่มือเล่มนี้เป็นตัวอย่าง", "ดำเนินงานตัวอย่างให้เรียบร้อย", "การดำเนินงาน ตัวอย่าง", "https://example.go.th"),
        *("ห้องประชุมตัวอย่าง", "งานตัวอย่างที่ 2", "ส่งที่ saraban@example.go.th", "คณะกรรมการ ตัวอย่าง"),
    ],
)
def test_an_example_stays_one_when_a_word_is_changed_and_in_another_kind(value: str) -> None:
    assert codes_of(value)


@pytest.mark.parametrize(
    "value",
    [
        *("ขอส่งเอกสารตัวอย่าง จำนวน 3 เล่ม", "ดูงานโครงการตัวอย่าง ณ จังหวัดลำปาง", "นำกิจกรรมตัวอย่าง ไปใช้"),
        *("การสอนแบบ (บทบาทสมมติ)", "การเติมข้อมูลตรงนี้", "กลุ่มตัวอย่าง 300 คน", "เป็นตัวอย่างที่ดี", "ตัวอย่างเช่น การอ่าน"),
        *("ฯลฯ ...", "ข้อ 1 … ข้อ 9", "TODOS LOS", "https://a.go.th/x__y", "ผลงานตัวอย่าง", "โครงงานตัวอย่าง"),
        *("ผลการดำเนินงาน ตัวอย่างเช่น การอ่าน", "พิจารณา (ร่าง) แผนปฏิบัติการ", "ตามเงื่อนไข (ระบุไว้ในสัญญา)"),
        *(
            "โปรดระบุชื่อผู้เข้าร่วม",
            "__ขีดเส้น__ ใต้",
            "[ระเบียบ](https://a.go.th)",
            "เวลา 10.00 น.",
            "ยอด 2,100.00 บาท",
        ),
        *("โรงเรียนบ้านตัวอย่างดี", "ห้องประชุมตัวอย่างไทย", "โรงเรียนวัดตัวอย่างธรรม", "จำนวน 5      คน"),
        *("โทร. 0 4281 1234", "เลขที่ 100/2570", "ขนาด 3 x 4 เมตร", "หน้า 3-5", "{field:โรงเรียน}"),
    ],
)
def test_what_stands_in_finished_papers_is_no_mark(value: str) -> None:
    assert codes_of(value) == set()


@pytest.mark.parametrize(
    "value",
    [
        *("จำนวน xx คน", "ครั้งที่ XX", "วันที่ xx มีนาคม 2570", "จำนวน ... คน", "ผลคือ ….", "ครั้งที่ .../2570"),
        *("เลขที่ __", "จำนวน ?? คน", "ผล ‥‥‥", "ผล ●●●", "ผล ·····", "ผล … … …", "ร้อยละ …"),
        *("(ระบุชื่อโครงการ)", "[ชื่อโครงการ]", "{ชื่อโครงการ}", "แต่งตั้งคณะทำงาน (ร่าง)", "ผล (รอตรวจสอบ)"),
        *("ผล (รอข้อมูลจากกลุ่ม)", "โปรดระบุ", "todo เติม", "งบ tbd", "ตัวเลขนี้สมมติขึ้น", "โรงเรียนบ้านตัวอย่าง"),
        *("จำนวน      คน", "วันที่      เดือน      พ.ศ. 2570", "เป็นเงิน     บาท", "โรงเรียนบ้านตัวอย่างและชุมชน"),
        *("เดือน      พ.ศ. 2570", "พ.ศ.      ปี"),
        *("00 มีนาคม 2570", "๐๐ มีนาคม ๒๕๗๐", "โทร. ๐ ๐๐๐๐ ๐๐๐๐", "โทร. 0-0000-0000", "ชื่อ (สมมติ)"),
    ],
)
def test_a_mark_of_any_sort_is_told(value: str) -> None:
    assert codes_of(value) == {"W506"}


def test_every_mark_of_a_text_is_named() -> None:
    (problem,) = check_placeholders(text("โครงการ xxx จำนวน ?? คน TODO"), Meant())
    assert "'xxx', '??', 'TODO'" in problem.message


def give_out(root: Path, command: str) -> None:
    if command == "issue":
        api.issue(root, "a", "1", FEBRUARY, year=2570)
    else:
        api.send(root, "a", year=2570)


@pytest.mark.parametrize("command", ["issue", "send"])
def test_a_paper_full_of_marks_is_a_draft_and_stays_in_the_office(root: Path, command: str) -> None:
    content = ORDER.format(subject="แต่งตั้งคณะทำงาน (สมมติ)", cause="ด้วย ………… TODO", clause="xxx")
    put(root, "2570/a.yaml", f"{content}number: '1'\ndate: 15 กุมภาพันธ์ 2570\n")
    (document,) = api.load(root).documents
    assert document.is_draft
    with pytest.raises(ContentError) as error_info:
        give_out(root, command)
    refusals = error_info.value.diagnostics
    assert [(refusal.code, refusal.location.line) for refusal in refusals] == [
        ("E445", 2),
        ("E445", 3),
        ("E445", 4),
    ]


def test_issue_and_sent_show_what_the_check_warns_of(root: Path) -> None:
    content = ORDER.format(subject="แต่งตั้งคณะทำงาน ปีงบประมาณ 2567", cause="ด้วยมีงาน", clause="ให้ปฏิบัติ")
    put(root, "2569/a.yaml", content)
    day = dt.date(2026, 3, 16)
    issuance = api.issue(root, "a", "1", day, year=2569)
    sending = api.send(root, "a", year=2569, date=day)
    for diagnostics in (issuance.diagnostics, sending.diagnostics):
        assert ("W508", 2) in [(diagnostic.code, diagnostic.location.line) for diagnostic in diagnostics]


def test_issue_and_sent_show_what_the_check_warns_of_in_a_cell(root: Path) -> None:
    book = openpyxl.Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("ผู้รับ")
    for row in (("เรียน", None), ("ผู้อำนวยการโรงเรียนหนึ่ง", "โทร. 1"), ("ผู้อำนวยการโรงเรียนสอง", "โทร. 2")):
        sheet.append(row)
    (root / "2569").mkdir()
    book.save(root / "2569" / "r.xlsx")
    letter = "kind: letter\nsubject: ก\ncircular: true\ntext: [ด้วยจะประชุม]\nrecipients_from: 2569/r.xlsx\n"
    put(root, "2569/a.yaml", letter)
    day = dt.date(2026, 3, 16)
    issuance = api.issue(root, "a", "1", day, year=2569)
    sending = api.send(root, "a", year=2569, date=day)
    for diagnostics in (issuance.diagnostics, sending.diagnostics):
        places = [(diagnostic.code, Path(diagnostic.location.path).name) for diagnostic in diagnostics]
        assert ("E624", "r.xlsx!ผู้รับ!B2") in places


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("a/people.xlsx!Sheet1!C7", "a/people.xlsx"),
        ("PEOPLE.XLSX!นายก!A1", "PEOPLE.XLSX"),
        ("a!b/people.yaml", "a!b/people.yaml"),
        ("a!b/people.xlsx!S!A1", "a!b/people.xlsx"),
        ("people.xlsx", "people.xlsx"),
    ],
)
def test_the_file_of_a_cell_is_its_workbook(path: str, file: str) -> None:
    assert Location(path, 3, 4).file == file


def test_with_all_texts_replaced_a_new_order_names_the_person_and_the_power_still(root: Path) -> None:
    path = api.start(root, "order", "a", 2569)[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    marked_lines = [number for number, line in enumerate(lines, start=1) if _is_marked(line)]
    replaced = [_with_own_words(line) for line in lines]
    path.write_text("\n".join(replaced), encoding="utf-8")
    assert findings_in(root) == [("W505", marked_lines[0], "committees[0].members[0].person")]
    (document,) = api.load(root).documents
    assert document.is_draft


def _with_own_words(line: str) -> str:
    return line if "# ตัวอย่าง: " in line else line.replace("ตัวอย่าง", "จริง")


def _is_marked(line: str) -> bool:
    return "# ตัวอย่าง: " in line and not line.lstrip().startswith("#")


def test_new_minutes_are_a_draft_by_each_value_and_never_look_issued(root: Path) -> None:
    api.start(root, "order", "b", 2569)
    path = api.start(root, "minutes", "a", 2569)[0]
    text_of_file = path.read_text(encoding="utf-8").replace("# ends:", "ends:")
    path.write_text(text_of_file, encoding="utf-8")
    (paper, _order) = api.papers_of(api.load(root), 2569)
    fields = {missing.field for missing in paper.missing}
    assert fields == {"number", "date", "begins", "ends", "place", "order", "considered[0].title", "recorder"}
    assert paper.state is State.DRAFT


def test_a_value_of_the_new_file_is_settled_by_another_value_or_without_its_comment(root: Path) -> None:
    minutes = "kind: minutes\nnumber: '1'  # ตัวอย่าง: 1\ndate: 5 กันยายน 2569  # ตัวอย่าง: 16 กันยายน 2569\n"
    times = "begins: 09.30 น.\nends: 10.00 น.\n"
    people = "place: ก\nmembers: [{name: ข, role: กรรมการ}]\nbody: ค\nrecorder: ก\n"
    put(root, "2569/a.yaml", f"{minutes}{times}{people}")
    assert findings_in(root) == [("W505", 2, "number")]


@pytest.mark.parametrize(
    "value",
    [
        *("ระหว่างวันที่ 14 - 16 มีนาคม 2568 ณ โรงแรมเลย", "ตั้งแต่วันที่ 1 มีนาคม 2569", "ปีงบ 2569", "ปีงบประมาณ 69"),
        *(
            "ปีงบประมาณพุทธศักราช 2569",
            "ปีงบประมาณ  พ.ศ. 2569",
            "ประจำปี 2569",
            "ภาคเรียนที่ 1/2567",
            "ไตรมาสที่ 2/2569",
        ),
        *("ประชุม 15 มี.ค. 69", "ประชุม 15/3/69", "ประชุม 15-3-2569", "ประชุม 15 มีนาคม 2026", "ประชุม 15/3/2026"),
        *("๑๕ มี.ค. ๖๙", "ปีการศึกษา 67", "ปีงบประมาณ ๖๙", "ประชุม 15 มีนาคม 69", "ประชุม ๑๕ มีนาคม ๖๙"),
    ],
)
def test_a_stale_year_is_told_however_it_is_written(value: str) -> None:
    assert years_told(value) == ["W508"]


@pytest.mark.parametrize(
    "value",
    [
        *("เกิดวันที่ 5 มกราคม 2510", "บรรจุเข้ารับราชการเมื่อวันที่ 1 พฤษภาคม 2535", "บรรจุเมื่อวันที่ 1 พฤษภาคม 2566"),
        *("มติคณะรัฐมนตรีเมื่อวันที่ 5 มีนาคม 2569", "สืบเนื่องจากการประชุมเมื่อวันที่ 5 มีนาคม 2569"),
        *("ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. 2526", "ระเบียบที่ประกาศเมื่อวันที่ 1 เมษายน 2526"),
        *("เกษียณ ณ สิ้นปีงบประมาณ 2569", "เงินเหลือจ่ายปีงบประมาณ 2569 กันไว้", "ผลการประเมินปีงบประมาณ 2569"),
        *("คำของบประมาณ ปีงบประมาณ 2571", "การรับนักเรียน ปีการศึกษา 2571", "สิ้นสุดสัญญา 30 กันยายน 2571"),
        *("รับประกันถึง 2572", "ตั้งแต่วันที่ 1 ตุลาคม 2570 เป็นต้นไป", "ได้รับรายงานผลการดำเนินงานปีงบประมาณ 2568 แล้ว"),
        *(
            "ปีงบประมาณ 70",
            "ประชุม 15 มี.ค. 70",
            "ภาคเรียนที่ 2/2569",
            "ห้อง 12/1/69ก",
            "ปีงบประมาณ 65 แห่ง",
            "ตาราง 5-3-2",
        ),
    ],
)
def test_another_year_that_is_meant_by_its_words_is_not_told(value: str) -> None:
    assert years_told(value) == []


def test_an_effect_of_the_next_year_is_not_told(root: Path) -> None:
    content = ORDER.format(subject="แต่งตั้งคณะทำงาน", cause="ด้วยมีงาน", clause="ให้ปฏิบัติ")
    put(root, "2569/a.yaml", f"{content}effect: ตั้งแต่วันที่ 1 ตุลาคม 2569 เป็นต้นไป\n")
    assert findings_in(root) == []


@pytest.mark.parametrize(
    ("quoted", "subject"),
    [
        ("ปีงบประมาณ ๒๕๖๖", "แต่งตั้งคณะทำงาน ปีงบประมาณ 2566"),
        ("xxx", "รหัส xxx"),
        ("สพป.น่าน เขต 1", "งานของ สพป.น่าน เขต 1"),
    ],
)
def test_what_is_meant_is_written_once_and_settles_every_rule(root: Path, quoted: str, subject: str) -> None:
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1"
    put(
        root,
        "office.yaml",
        f"name: {name}\nshort_name: สพป.เลย เขต 1\nparent: สพฐ.\ndirector: ก\nexample_of: {name}\n",
    )
    content = ORDER.format(subject=subject, cause="ด้วยมีงาน", clause="ให้ปฏิบัติ")
    path = put(root, "2569/a.yaml", content)
    assert [line for _code, line, _field in findings_in(root)] == [2]
    path.write_text(f"{content}meant: [{quoted}]\n", encoding="utf-8")
    assert findings_in(root) == []
    path.write_text(f"{content}meant: [{quoted}, ไม่มี]\n", encoding="utf-8")
    assert findings_in(root) == [("W511", 5, "meant[1]")]


@pytest.mark.parametrize(
    ("entry", "words", "is_meant"),
    [
        ("สพป.น่าน เขต 10", "สพป.น่าน เขต 1", False),
        ("สพป.น่าน เขต ๑๐", "สพป.น่าน เขต 1", False),
        ("15 มีนาคม 2569", "5 มีนาคม 2569", False),
        ("โทร. 12569", "2569", False),
        ("5 มีนาคม 2569", "๕  มีนาคม ๒๕๖๙", True),
        ("งาน ปีงบประมาณ 2569 10 โรง", "ปีงบประมาณ 2569", True),
        ("ประชุม 5มีนาคม2569", "5 มีนาคม 2569", True),
        ("สพป.น่าน เขต 1เป็นเจ้าภาพ", "สพป.น่าน เขต 1", True),
        ("0 0000 0000", "00000 0000", True),
        ("00000 0000", "0 0000 0000", True),
    ],
)
def test_a_number_that_is_meant_is_meant_as_a_whole(entry: str, words: str, *, is_meant: bool) -> None:
    assert Meant([entry]).hold(words) is is_meant
    assert Meant((), [entry]).hold(words) is is_meant


@pytest.mark.parametrize(
    "value",
    [
        "สพป.น่าน เขต 1 เป็นเจ้าภาพ",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครสวรรค์ เขต 1 ได้เชิญบุคลากร",
        "สพป.เลย เขต 1 มีหนังสือแจ้ง",
    ],
)
def test_an_office_that_is_a_host_is_meant(value: str) -> None:
    assert list(check_other_offices(text(value), SARABAN, Meant())) == []


def test_an_office_that_the_letter_goes_to_is_meant_but_not_as_the_one_that_writes() -> None:
    name = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเชียงราย"
    to = Written(("to",), f"ผู้อำนวยการ{name}", frozenset({Meaning.OUTSIDER}))
    staff = Written(("text", 0), f"ขอเชิญบุคลากรในสังกัด{name}")
    writer = Written(("text", 1), f"ด้วย{name} จะจัดอบรม")
    problems = list(check_other_offices([to, staff, writer], SARABAN, Meant()))
    assert [(problem.code, problem.path) for problem in problems] == [("W507", ("text", 1))]


def test_posts_and_names_of_the_former_office_are_told_once_where_they_stand(root: Path) -> None:
    put(
        root,
        "office.yaml",
        "name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 1\nshort_name: สพป.ขอนแก่น เขต 1\nparent: สพฐ.\n"
        "director: ก\naddress: [ตำบลตัวอย่าง อำเภอตัวอย่าง]\ncontact: {phone: ๐ ๐๐๐๐ ๐๐๐๐}\n",
    )
    post = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"
    person = f"id: ก, prefix: นาย, first_name: สมมติ, last_name: นามตัวอย่าง, position: {post}"
    put(root, "people.yaml", f"people:\n  - {{{person}}}\n")
    for name in ("a", "b", "c"):
        put(root, f"2569/{name}.yaml", "kind: letter\nsubject: ก\nto: ข\ntext: [ค]\nsignature: {by: ก}\n")
    places = [
        (d.code, Path(d.location.path).name, d.location.line, d.field) for d in api.check(api.load(root))
    ]
    assert sorted(places) == [
        ("W507", "people.yaml", 2, "people[0].position"),
        ("W512", "office.yaml", 5, "address[0]"),
        ("W512", "office.yaml", 6, "contact.phone"),
        ("W512", "people.yaml", 2, "people[0]"),
    ]
    issuance = api.issue(root, "a", "1", dt.date(2026, 3, 16), year=2569)
    told_by_issue = [diagnostic.code for diagnostic in issuance.diagnostics if diagnostic.code[0] == "W"]
    assert sorted(told_by_issue) == ["W507", "W512", "W512", "W512"]


@pytest.mark.parametrize(("value", "code"), [("1", "E225"), ("true", "E225"), ("'๑'", "E225")])
def test_an_effect_is_no_number_and_no_truth(root: Path, value: str, code: str) -> None:
    content = ORDER.format(subject="ก", cause="ข", clause="ค")
    put(root, "2569/a.yaml", f"{content}effect: {value}\n")
    assert findings_in(root) == [(code, 5, "effect")]


def test_a_year_of_two_figures_behind_a_number_is_refused_without_a_date(root: Path) -> None:
    content = ORDER.format(subject="ก", cause="ข", clause="ค")
    put(root, "2569/a.yaml", f"{content}number: 12/69\n")
    assert findings_in(root) == [("E639", 5, "number")]
    put(root, "2569/a.yaml", f"{content}number: 45/1\n")
    assert findings_in(root) == []


def test_a_draft_is_told_by_the_check_of_a_whole_project(root: Path) -> None:
    put(root, "2569/sar.yaml", "kind: sar\nscheme: sar-2560\n")
    rows = [(each.code, each.severity.value) for each in api.check_whole(api.load(root))]
    assert rows == [("W513", "info")]


@pytest.mark.parametrize(("asks_for_place", "is_enough"), [(False, True), (True, False)])
def test_an_edition_says_whether_a_name_is_evidence(asks_for_place: bool, is_enough: bool) -> None:
    edition = Edition(
        id="a", name="ก", edition="1", source="ข", certainty="not_verified", evidence_has_place=asks_for_place
    )
    assert is_shown(edition, [Evidence(code="E-1", name="ก")]) is is_enough
    assert is_shown(edition, [Evidence(code="E-1", name="ก", link="https://a.go.th")])
    assert not is_shown(edition, [])


NAN = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"
SECONDARY = Office(
    name="สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเลย หนองบัวลำภู", short_name="สพม.เลย หนองบัวลำภู", parent="สพฐ."
)


def offices_told(value: str, office: Office = SARABAN) -> list[str]:
    return [problem.code for problem in check_other_offices(text(value), office, Meant())]


@pytest.mark.parametrize(
    "value",
    [
        *(f"{NAN} ได้นำเสนอผลงานที่เป็นเลิศ", f"{NAN} ขอใช้ห้องประชุม", f"ด้วย{NAN} ขอใช้ห้องประชุม"),
        *("นางสาวสุดา แก้วใส ศึกษานิเทศก์ สพป.น่าน เขต 2 เป็นผู้มีความรู้", f"นายดี มาก ผู้อำนวยการ{NAN}"),
        *(f"ประสาน{NAN} และเขต 2 ร่วมจัดงาน", "โรงเรียนของ สพม.ขอนแก่น"),
    ],
)
def test_an_office_that_does_something_itself_or_whose_people_are_named_is_meant(value: str) -> None:
    assert offices_told(value) == []


@pytest.mark.parametrize(
    "value",
    [
        *(f"ด้วย{NAN} จะจัดอบรม", f"บุคลากรในสังกัด{NAN} ได้รับรางวัล", f"รองผู้อำนวยการ{NAN}", f"{NAN} ขอเชิญ"),
        *("ครูในสังกัด สพป.น่าน เขต 1 ได้รับโล่", "ด้วยสพม.ขอนแก่น จะจัดอบรม"),
    ],
)
def test_another_office_as_the_writer_or_as_the_own_one_is_told(value: str) -> None:
    assert offices_told(value) == ["W507"]


def test_a_secondary_office_may_name_the_primary_ones_of_each_of_its_provinces() -> None:
    assert offices_told("โรงเรียนของ สพป.หนองบัวลำภู เขต 1", SECONDARY) == []
    assert offices_told("โรงเรียนของ สพป.น่าน เขต 1", SECONDARY) == ["W507"]


@pytest.mark.parametrize(
    ("name", "short_name", "codes"),
    [
        ("ประถมศึกษาเลย เขต 2", "สพป.เลย เขต 3", ["W514"]),
        ("ประถมศึกษาน่าน เขต 3", "สพป.เลย เขต 3", ["W514"]),
        ("มัธยมศึกษาเลย หนองบัวลำภู", "สพป.เลย เขต 3", ["W514"]),
        ("ประถมศึกษาเลย เขต ๓", "สพป.เลย เขต 3", []),
        ("ประถมศึกษานครราชสีมา เขต 1", "สพป.นม เขต 1", []),
        ("มัธยมศึกษาเลย หนองบัวลำภู", "สพม.ลย นภ", []),
    ],
)
def test_names_of_two_offices_in_one_office_file_are_told(
    name: str, short_name: str, codes: list[str]
) -> None:
    office = Office(name=f"สำนักงานเขตพื้นที่การศึกษา{name}", short_name=short_name, parent="สพฐ.")
    assert [problem.code for problem in check_office_names(office)] == codes


def test_where_the_name_alone_was_changed_the_former_office_is_told_everywhere(root: Path) -> None:
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 2"
    lines = f"name: {name}\nshort_name: สพป.เลย เขต 3\nparent: สพฐ.\ndirector: ก\nexample_of: {name}\n"
    put(root, "office.yaml", lines)
    put(root, "2569/a.yaml", ORDER.format(subject="งานของ สพป.เลย เขต 3", cause="ด้วยมีงาน", clause="ให้ปฏิบัติ"))
    assert findings_in(root) == [("W507", 2, "subject"), ("W514", 2, "short_name")]


@pytest.mark.parametrize(
    "value",
    [
        *("การเบิกจ่ายปีงบประมาณ พ.ศ. 2569 ได้ร้อยละ 98.5 เป็นลำดับที่ 12", "ปีที่แล้ว (ปีงบประมาณ พ.ศ. 2569)"),
        *("ราคากลางอ้างอิงจากการจัดซื้อครั้งก่อน เมื่อวันที่ 9 กันยายน 2568", "ได้รับรางวัล IQA AWARD ประจำปี 2568"),
        *("เคยได้รับรางวัลเมื่อปีการศึกษา 2565", "ในปีงบประมาณ พ.ศ. 2571 จะขยายผล", "ผลสอบ NT ปีการศึกษา 2567"),
        *("ปฏิทินปีงบประมาณ 2571 (1 ตุลาคม 2570 - 30 กันยายน 2571)", "ในปีงบประมาณ พ.ศ. 2571 สำนักงานจะจัดอบรม"),
    ],
)
def test_results_prizes_and_plans_of_another_year_are_not_told(value: str) -> None:
    assert years_told(value) == []


@pytest.mark.parametrize(
    "value",
    [
        *("ได้รับจัดสรรงบประมาณ ปีงบประมาณ 2569", "พิธีมอบรางวัล ประจำปี 2569", "ดำเนินงานปีงบประมาณ 2569 ร้อยละ 80"),
        *("แผนงานปีงบประมาณ 2569 ระยะที่ 2", "แต่งตั้งคณะทำงาน ปีงบประมาณ 2571"),
        *("ประเมิน ITA ประจำปีงบประมาณ 2569", "จัดสอบ NT ปีการศึกษา 2567"),
    ],
)
def test_words_like_those_of_results_do_not_hide_a_stale_year(value: str) -> None:
    assert years_told(value) == ["W508"]


@pytest.mark.parametrize(
    ("subject", "value", "paths"),
    [
        ("รับสมัครนักเรียน ปีการศึกษา 2571", "สมัครวันที่ 5 - 9 มีนาคม 2572", []),
        ("รับสมัครนักเรียน ปีการศึกษา 2571", "นักเรียน ปีการศึกษา 2571", []),
        ("รับสมัครนักเรียน ปีการศึกษา 2571", "นักเรียน ปีการศึกษา 2567", ["text"]),
        ("รายงานผลการดำเนินงาน ปีงบประมาณ 2569", "ประชุมวันที่ 5 มีนาคม 2569", []),
        ("แต่งตั้งคณะทำงาน ปีการศึกษา 2571", "สมัครวันที่ 5 - 9 มีนาคม 2571", ["subject"]),
        ("แต่งตั้งคณะทำงาน ปีงบประมาณ 2569", "ประชุมวันที่ 5 มีนาคม 2569", ["subject", "text"]),
    ],
)
def test_a_year_that_the_subject_means_is_meant_in_the_whole_paper(
    subject: str, value: str, paths: list[str]
) -> None:
    texts = [Written(("subject",), subject), Written(("text",), value)]
    problems = check_other_years(texts, 2570, FEBRUARY, Meant())
    assert [problem.path for problem in problems] == [(path,) for path in paths]


def test_a_year_of_the_subject_that_is_said_to_be_meant_needs_no_second_line() -> None:
    texts = [Written(("subject",), "แต่งตั้งคณะทำงาน ปีงบประมาณ 2569"), Written(("text",), "ประชุม 5 มีนาคม 2569")]
    assert list(check_other_years(texts, 2570, FEBRUARY, Meant(["ปีงบประมาณ 2569"]))) == []
