"""Nothing unfinished passes for finished: examples, marks, other offices, other years, scores, places."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import Any

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.kinds import KINDS
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.model.document import Document
from esa_docs.model.evidence import Evidence
from esa_docs.model.meanings import Meaning, Written, meanings_of
from esa_docs.model.office import Office
from esa_docs.rules.evidence_places import check_evidence_places
from esa_docs.rules.meant import Meant
from esa_docs.rules.other_offices import check_other_offices
from esa_docs.rules.other_years import check_other_years
from esa_docs.rules.placeholders import check_placeholders
from esa_docs.rules.scaffold_texts import check_scaffold_texts
from esa_docs.thai.provinces import PROVINCES

OFFICE = {
    "name": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 1",
    "short_name": "สพป.ขอนแก่น เขต 1",
    "parent": "สพฐ.",
}
LOEI = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"
Findings = list[tuple[str, int, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_office(tmp_path / "office")


def order(*, subject: str = "แต่งตั้งคณะทำงาน", cause: str = "ด้วยมีงาน", **fields: str) -> str:
    lines = ["kind: order", f"subject: {subject}", f"cause: [{cause}]"]
    lines += [f"{key}: {value}" for key, value in fields.items()]
    lines.append("clauses: [ให้ปฏิบัติตามนี้]")
    return "\n".join(lines) + "\n"


def findings_in(root: Path) -> Findings:
    """Return code, line and key path of what the check finds."""
    return [
        (diagnostic.code, diagnostic.location.line, diagnostic.field)
        for diagnostic in api.check(api.load(root))
        if diagnostic.code != "E455"
    ]


def only_document(root: Path) -> Document[object]:
    (document,) = api.load(root).documents
    return document


def text(value: str, *meanings: Meaning) -> list[Written]:
    return [Written(("text",), value, frozenset(meanings))]


def office_of(**changes: str) -> Office:
    return Office.model_validate({**OFFICE, **changes})


def other_office(value: str, *meanings: Meaning, **office: str) -> list[str]:
    return [
        problem.code for problem in check_other_offices(text(value, *meanings), office_of(**office), Meant())
    ]


def other_year(value: str, *meanings: Meaning) -> list[str]:
    return [problem.code for problem in check_other_years(text(value, *meanings), 2569, None, Meant())]


# W505: examples of new files


@pytest.mark.parametrize("kind", sorted(KINDS.names))
def test_every_kind_says_what_to_fill_in_of_a_new_file(root: Path, kind: str) -> None:
    api.start(root, kind, "a", 2569)
    document = only_document(root)
    assert document.is_draft
    assert document.missing
    assert {Path(missing.place.path).parts[-2] for missing in document.missing} <= {"2569", "a"}


def test_a_new_order_is_refused_a_number_with_the_place_of_each_example(root: Path) -> None:
    path = api.start(root, "order", "a", 2569)[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    with pytest.raises(ContentError) as error_info:
        api.issue(root, "a", "7", dt.date(2026, 3, 16))
    places = [(diagnostic.code, diagnostic.location.line) for diagnostic in error_info.value.diagnostics]
    lines_with_examples = [
        number
        for number, line in enumerate(lines, start=1)
        if "ตัวอย่าง" in line and not line.lstrip().startswith("#")
    ]
    assert places == [("E445", number) for number in lines_with_examples]
    assert len(places) == 5  # four texts, and the director as the chair


def test_an_example_in_a_longer_text_is_told_and_usual_words_are_not(root: Path) -> None:
    members = "[{person: ก, role: ประธานกรรมการ}]"
    committees = f"[{{name: คณะกรรมการพัสดุ, members: {members}, duties: [ตรวจรับพัสดุ]}}]"
    put(root, "2569/a.yaml", order(subject="การดำเนินงานตัวอย่าง ภาคเรียนที่ 1", committees=committees))
    put(root, "2569/b.yaml", order(action="จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้", committees=committees))
    assert findings_in(root) == [("W505", 2, "subject")]


def test_a_heading_of_a_survey_is_no_example() -> None:
    """กลุ่มตัวอย่าง is a sample: it heads columns of finished reports."""
    assert list(check_scaffold_texts(KINDS, text("กลุ่มตัวอย่าง"))) == []


# Marks of unfinished texts (W506)


@pytest.mark.parametrize(
    "value",
    [
        *("วิสัยทัศน์ (สมมติ)", "จำนวน (คน ค่าสมมติ)", "เป็นค่าสมมุติ", "ลิงก์ (ตัวอย่าง)", "ตัวอย่าง", "โครงการตัวอย่าง"),
        *(
            "ร้อยละ xx.xxx",
            "ครั้งที่ XXX",
            "ผลคือ ..........",
            "ชื่อ……",
            "เลขที่ ____",
            "TODO เติม",
            "Lorem ipsum dolor",
        ),
        *("จำนวน ??? คน", "ผล (รอข้อมูล)", "กรอกข้อมูลที่นี่"),
    ],
)
def test_a_mark_of_an_unfinished_text_is_told(value: str) -> None:
    assert [problem.code for problem in check_placeholders(text(value), Meant())] == ["W506"]


@pytest.mark.parametrize(
    "value",
    [
        *("การทดสอบ (สมมติฐาน) ที่ 1", "กลุ่มตัวอย่าง 300 คน", "เป็นตัวอย่างที่ดี", "โรงเรียนตัวอย่าง", "ตัวอย่างเช่น การอ่าน"),
        *("พ.ศ. 2569", "ฯลฯ ...", "ข้อ 1 … ข้อ 9", "ผลหรือไม่?", "TODOS LOS", "https://a.go.th/x_y"),
    ],
)
def test_what_stands_in_finished_texts_is_no_mark(value: str) -> None:
    assert list(check_placeholders(text(value), Meant())) == []


def test_a_line_for_the_pen_is_no_mark_where_it_belongs(root: Path) -> None:
    assert list(check_placeholders(text("ความเห็น ..........", Meaning.FOR_PEN), Meant())) == []
    memo = "kind: memo\nsubject: ก\ntext: [ข]\nsignature: {by: ก}\nopinions: [ความเห็น .......]\n"
    put(root, "2569/a.yaml", f"{memo}closing: จึง.......\n")
    assert findings_in(root) == [("W506", 6, "closing")]


def test_a_form_among_the_annexes_has_lines_and_gaps_but_no_word_of_haste(root: Path) -> None:
    form = (
        "annexes:\n"
        "  - title: แบบ\n"
        "    paragraphs:\n"
        "      - ชื่อ .......... อื่น ๆ (ระบุ) ____ เลขที่ xx\n"
        "      - TODO\n"
        "      - (สมมติ)\n"
        "  - {title: แบบ ..., paragraphs: [ก]}\n"
    )
    memo = "kind: memo\nsubject: ก\ntext: [ข]\nsignature: {by: ก}\n"
    put(root, "2569/a.yaml", f"{memo}{form}")
    assert findings_in(root) == [
        ("W506", 9, "annexes[0].paragraphs[1]"),
        ("W506", 10, "annexes[0].paragraphs[2]"),
    ]


# W507: other offices


def test_there_are_seventy_seven_provinces_and_each_is_known_in_a_name() -> None:
    assert len(set(PROVINCES)) == 77
    for province in PROVINCES:
        codes = other_office(f"ด้วยสพป.{province} เขต 9 จะประชุม")
        assert (province, codes) == (province, ["W507"])


@pytest.mark.parametrize(
    "value",
    [
        *(
            f"ด้วย{LOEI} จะดำเนินการ",
            f"ตามที่{LOEI} ได้ดำเนินการ",
            f"{LOEI} ขอขอบคุณ",
            f"ผู้อำนวยการ{LOEI}",
            "โครงการของ สพป.เลย เขต ๓",
        ),
        *("ด้วยสพป.ขอนแก่น เขต 10 จะ", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน", "สพม.ขอนแก่น", "สพป.สมมุติ เขต 2"),
    ],
)
def test_the_name_of_another_office_is_told(value: str) -> None:
    assert other_office(value) == ["W507"]


@pytest.mark.parametrize(
    "value",
    [
        *(OFFICE["name"], OFFICE["short_name"], "สพป.ขอนแก่น เขต ๑", "สพป.ขอนแก่น", "ผอ.สพป. พิจารณา"),
        *("สำนักงานเขตพื้นที่การศึกษาทุกแห่ง", "มาตรฐานสำนักงานเขตพื้นที่การศึกษา พ.ศ. 2560"),
        *(f"ศึกษาดูงาน ณ {LOEI}", f"ร่วมกับ{LOEI}", f"ได้รับหนังสือจาก{LOEI}", f"ตามที่{LOEI} แจ้งว่า"),
    ],
)
def test_the_own_office_all_offices_and_another_on_purpose_are_none(value: str) -> None:
    assert other_office(value) == []


@pytest.mark.parametrize("meaning", [Meaning.OUTSIDER, Meaning.CITATION, Meaning.COMPARISON])
def test_recipients_citations_and_tables_may_name_others(meaning: Meaning) -> None:
    assert other_office(LOEI, meaning) == []


def test_an_office_that_is_no_area_office_is_not_looked_at() -> None:
    assert other_office(LOEI, name="สำนักงานศึกษาธิการจังหวัดเลย", short_name="ศธจ.เลย") == []


def test_a_secondary_office_of_two_provinces_knows_its_own_name() -> None:
    name = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเลย หนองบัวลำภู"
    assert other_office(f"ด้วย{name} จะ", name=name, short_name="สพม.เลย หนองบัวลำภู") == []


def test_a_former_name_is_told_at_its_place(root: Path) -> None:
    letter = f"kind: letter\nsubject: ก\nto: ผู้อำนวยการ{LOEI}\ntext:\n  - ด้วย{LOEI} จะจัดอบรม\n"
    put(root, "2569/a.yaml", letter)
    assert findings_in(root) == [("W507", 5, "text[0]")]


# W508: other years


@pytest.mark.parametrize(
    "value",
    [
        *("ประจำปีงบประมาณ พ.ศ. 2568", "ปีงบประมาณ ๒๕๖๘", "ปีการศึกษา 2567", "ปีงบประมาณ 2570", "ปีการศึกษา 2570"),
        *(
            "ประชุมวันที่ 30 กันยายน 2568",
            "ประชุมเมื่อ ๑ ต.ค. ๒๕๖๙",
            "ภายในวันที่ 31 มีนาคม 2568",
            "เดือนมีนาคม พ.ศ. 2568",
            "ประชุม 30/9/2568",
            "๑/๑๐/๒๕๖๙",
        ),
    ],
)
def test_another_year_is_told(value: str) -> None:
    assert other_year(value) == ["W508"]


@pytest.mark.parametrize(
    "value",
    [
        *("ปีงบประมาณ พ.ศ. 2569", "ปีการศึกษา 2568", "ปีการศึกษา 2569", "วันที่ 1 ตุลาคม 2568", "30 กันยายน 2569"),
        *("พระราชบัญญัติ พ.ศ. 2546", "สูงกว่าปีงบประมาณ พ.ศ. 2568", "แผนพัฒนา ปีงบประมาณ 2566 - 2570"),
        *("หนังสือ ลงวันที่ 5 มีนาคม 2560", "ตามที่ได้ประชุมในปีงบประมาณ 2568 นั้น", "ภายในวันที่ 31 ธันวาคม 2569"),
        *("เตรียมงานของปีงบประมาณ 2570", "ข้อมูล ณ วันที่ 10 มิถุนายน 2568", "ประชุม 1/10/2568", "คำสั่งที่ 9/2568"),
    ],
)
def test_the_own_year_and_another_on_purpose_are_not_told(value: str) -> None:
    assert other_year(value) == []


@pytest.mark.parametrize("meaning", [Meaning.CITATION, Meaning.EARLIER, Meaning.PLAN, Meaning.COMPARISON])
def test_citations_and_plans_may_name_other_years(meaning: Meaning) -> None:
    assert other_year("ปีงบประมาณ พ.ศ. 2567", meaning) == []


@pytest.mark.parametrize(
    ("date", "subject", "codes"),
    [
        ("5 ตุลาคม 2568", "รายงานผลปีงบประมาณ พ.ศ. 2568", []),
        ("5 มกราคม 2569", "รายงานผลปีงบประมาณ พ.ศ. 2568", ["W508"]),
        ("5 กันยายน 2569", "แต่งตั้งคณะทำงาน ปีงบประมาณ พ.ศ. 2570", []),
        ("5 มิถุนายน 2569", "แต่งตั้งคณะทำงาน ปีงบประมาณ พ.ศ. 2570", ["W508"]),
    ],
)
def test_near_the_turn_of_the_year_both_years_are_fit(
    root: Path, date: str, subject: str, codes: list[str]
) -> None:
    put(root, "2569/a.yaml", order(subject=subject, date=date, number="'1'"))
    assert [code for code, _line, _field in findings_in(root)] == codes


def test_a_date_under_its_key_is_told_and_that_of_a_numbered_paper_once(root: Path) -> None:
    put(root, "2569/a.yaml", order(date="5 กันยายน 2568", number="'1'"))
    put(
        root,
        "2569/sar.yaml",
        "kind: sar\nscheme: sar-2560\ndate: 5 ต.ค. 2569\ndue:\n  six_months: 31 มี.ค. 2568\n",
    )
    assert findings_in(root) == [("E606", 4, "date"), ("W508", 5, "due.six_months")]


# W509, W510: evidence


def test_a_level_without_evidence_is_told_by_issue(root: Path) -> None:
    issues = (
        "{number: 1, twelve_months: {level: 5}}",
        "{number: 2, twelve_months: {level: 5}, evidence: [{code: E-1, name: ก}]}",
        "{number: 3, twelve_months: {results: [ก]}}",
    )
    items = "".join(f"      - {issue}\n" for issue in issues)
    sar = f"kind: sar\nscheme: sar-2560\nindicators:\n  - indicator: '1.1'\n    issues:\n{items}"
    put(root, "2569/sar.yaml", sar)
    assert findings_in(root) == [("W509", 6, "indicators[0].issues[0]")]


def test_an_edition_that_does_not_score_by_evidence_asks_for_none(root: Path) -> None:
    put(root, "2569/pmqa.yaml", "kind: pmqa\nscheme: pmqa-4.0\nitems: [{item: '1.1', boxes: {basic: [1]}}]\n")
    assert findings_in(root) == []


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("tables/a.csv", ["W510"]),
        ("build/2570/o.docx", ["W510"]),
        ("Tables\\a.csv", ["W510"]),
        ("2569/a.pdf", ["W510"]),
        ("๒๕๖๙/a.pdf", ["W510"]),
        ("issued/2569/a/1.zip", ["W510"]),
        ("people.yaml", ["W510"]),
        ("evidence/a.pdf", []),
        ("https://a.go.th/tables/1", []),
        ("../tables/a.csv", []),
        ("หลักฐาน/ตาราง.xlsx", []),
    ],
)
def test_a_working_file_is_no_place_of_evidence_under_either_key(file: str, codes: list[str]) -> None:
    kind = KINDS.by_name["pmqa"]
    pieces = (
        Evidence(code="E-1", name="ก", file=file),
        Evidence.model_construct(None, code="E-2", name="ข", link=file),
    )
    fields: dict[str, Any] = {"items": (PmqaItem(item="1.1", evidence=pieces),)}
    pmqa = Pmqa.model_construct(None, **fields)
    problems = list(check_evidence_places(kind, pmqa))
    paths = [("items", 0, "evidence", 0, "file"), ("items", 0, "evidence", 1, "link")]
    expected_paths = paths if codes else []
    assert [problem.code for problem in problems] == codes * 2
    assert [problem.path for problem in problems] == expected_paths


# All of them


def test_what_a_model_says_of_its_fields_names_fields_of_it() -> None:
    for kind in KINDS:
        assert set(meanings_of(kind.content)) <= set(kind.content.model_fields)
    assert meanings_of(KINDS.by_name["letter"].content)["refers"] is Meaning.CITATION


HARD = ("(" * 40_000, "." * 40_000, "สพป." * 10_000, "ปีงบประมาณ " * 4_000, "ก" * 40_000, "12 " * 14_000)
"""Texts at which a pattern that goes back and forth would take minutes."""


@pytest.mark.parametrize("value", HARD, ids=["brackets", "dots", "names", "years", "letters", "days"])
def test_the_rules_are_linear_in_a_text(value: str) -> None:
    """Each text takes milliseconds of the processor; a quadratic search of it would take many seconds."""
    start = time.process_time()
    texts = text(value)
    problems = [
        *check_scaffold_texts(KINDS, texts),
        *check_placeholders(texts, Meant()),
        *check_other_offices(texts, office_of(), Meant()),
        *check_other_years(texts, 2569, None, Meant()),
    ]
    assert len(problems) <= 1
    assert time.process_time() - start < 2
