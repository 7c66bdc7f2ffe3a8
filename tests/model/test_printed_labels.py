"""Words that a paper prints before a text stand there once, also where people type them too."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.kinds.manual.content import Definition, Substep
from esa_docs.kinds.minutes.content import Topic
from esa_docs.kinds.order.content import EarlierOrder
from esa_docs.model.area import Area
from esa_docs.model.attachment import Attachment
from esa_docs.model.base import Content
from esa_docs.model.office import Contact
from esa_docs.model.printed_labels import without_words

MARCH = dt.date(2026, 3, 16)
ORDER = "kind: order\ncause: [ข]\nclauses: [ค]\n"
LETTER = "kind: letter\ntext: [ด้วย]\nrefers: [{text: อ้างถึง หนังสือ ก, number: 1, date: 16 มีนาคม 2569}]\n"
MEMO = "kind: memo\ntext: [ด้วย]\nsignature: {by: ก}\n"
MINUTES = (
    "kind: minutes\nnumber: 1\ndate: 16 มีนาคม 2569\nbegins: 09.00 น.\nmembers: [{person: ก, role: ประธาน}]\n"
    "recorder: ก\nbody: ก\nconsidered: [{title: ก, resolution: มติที่ประชุม เห็นชอบ}]\n"
)


@pytest.mark.parametrize(
    ("typed", "words", "text"),
    [
        ("เรื่อง ขอเชิญประชุม", ("เรื่อง",), "ขอเชิญประชุม"),
        ("เรื่อง: ขอเชิญประชุม", ("เรื่อง",), "ขอเชิญประชุม"),
        ("เรื่อง : เรื่อง ขอเชิญประชุม", ("เรื่อง",), "ขอเชิญประชุม"),
        ("เรื่อง\N{NO-BREAK SPACE}ขอเชิญ", ("เรื่อง",), "ขอเชิญ"),
        ("เรื่องราวร้องทุกข์", ("เรื่อง",), "เรื่องราวร้องทุกข์"),
        ("เรื่อง", ("เรื่อง",), "เรื่อง"),
        ("เรียนรู้ร่วมกัน", ("เรียน",), "เรียนรู้ร่วมกัน"),
        ("ณรงค์ศาลา", ("ณ",), "ณรงค์ศาลา"),
        ("ณ ห้องประชุม 1", ("ณ",), "ห้องประชุม 1"),
        ("ห้อง ณ ชั้น 2", ("ณ",), "ห้อง ณ ชั้น 2"),
        ("โทร.0 0000", ("โทร.", "โทรศัพท์", "โทร"), "0 0000"),
        ("โทรศัพท์ : 0 0000", ("โทร.", "โทรศัพท์", "โทร"), "0 0000"),
        ("โทรสาร 0 0000", ("โทร.", "โทรศัพท์", "โทร"), "โทรสาร 0 0000"),
    ],
)
def test_a_word_before_a_text_is_none_of_it(typed: str, words: tuple[str, ...], text: str) -> None:
    assert without_words(typed, words) == text


def _printed(root: Path, content: str) -> Any:
    """Return what the template of a document prints, by its content."""
    put(root, "2569/x.yaml", content)
    document = api.find(api.load(root), "x")
    return document.form.view(document, Area(450, 700))


@pytest.mark.parametrize(
    ("content", "keys", "printed"),
    [
        (f"{ORDER}subject: 'เรื่อง : ก'\n", ("order", "subject"), "ก"),
        (f"{ORDER}subject: เรื่องราว\n", ("order", "subject"), "เรื่องราว"),
        (f"{ORDER}subject: ก\neffect: ทั้งนี้ ตั้งแต่วันนี้\n", ("order", "effect"), "ทั้งนี้ ตั้งแต่วันนี้"),
        (f"{MEMO}subject: ก\nto: เรียน ผู้อำนวยการ\n", ("memo", "to"), "ผู้อำนวยการ"),
        (f"{LETTER}subject: ก\nto: เรียน นายก\n", ("letters", 0, "to"), "นายก"),
        (
            f"{LETTER}subject: ก\nto: เรียน นายก\n",
            ("letters", 0, "refers", 0),
            "หนังสือ ก ที่ 1 ลงวันที่ 16 มีนาคม 2569",
        ),
        (f"{LETTER}subject: ก\nto: กราบเรียน นายก\n", ("letters", 0, "salutation"), "กราบเรียน"),
        (f"{LETTER}subject: ก\nto: กราบเรียน นายก\n", ("letters", 0, "to"), "นายก"),
        (f"{LETTER}subject: ก\nto: เรียนรู้ จำกัด\n", ("letters", 0, "to"), "เรียนรู้ จำกัด"),
        (f"{LETTER}subject: ก\nrecipients: [{{to: 'เรียน: ข'}}]\n", ("letters", 0, "to"), "ข"),
        (f"{LETTER}subject: ก\nto: ข\ncopies: [สำเนาส่ง ค]\n", ("letters", 0, "copies", 0), "ค"),
        (f"{MINUTES}place: ณ ห้องประชุม\n", ("minutes", "place"), "ห้องประชุม"),
        (f"{MINUTES}place: ณรงค์ศาลา\n", ("minutes", "place"), "ณรงค์ศาลา"),
    ],
)
def test_a_paper_prints_its_words_once(
    tmp_path: Path, content: str, keys: tuple[str | int, ...], printed: str
) -> None:
    value = _printed(put_office(tmp_path), content)
    for key in keys:
        value = value[key]
    assert value.replace("\N{NO-BREAK SPACE}", " ") == printed


@pytest.mark.parametrize(
    ("part", "key", "text"),
    [
        (Topic(title="ก", resolution="มติที่ประชุม : รับทราบ"), "resolution", "รับทราบ"),
        (Attachment(text="สิ่งที่ส่งมาด้วย รายงาน"), "text", "รายงาน"),
        (Contact(phone="โทร. 0 0000 0000"), "phone", "0 0000 0000"),
        (Contact(fax="โทรสาร 0 0000 0000"), "fax", "0 0000 0000"),
        (Contact(email="ไปรษณีย์อิเล็กทรอนิกส์: a@b.go.th"), "email", "a@b.go.th"),
        (Definition(term="ก", meaning="หมายถึง ข"), "meaning", "ข"),
        (Substep(text="ก", duty="หน้าที่ : ข"), "duty", "ข"),
        (Substep(text="ก", composition="องค์ประกอบ : ข"), "composition", "ข"),
        (EarlierOrder(number="1", date=MARCH, subject="เรื่อง ข"), "subject", "ข"),
    ],
)
def test_parts_of_papers_hold_no_word_that_is_printed_before_them(part: Content, key: str, text: str) -> None:
    assert getattr(part, key) == text


def test_a_day_of_effect_counts_whether_or_not_its_word_is_typed(tmp_path: Path) -> None:
    root = put_office(tmp_path)
    effect = "effect: ทั้งนี้ ตั้งแต่วันที่ 1 เมษายน 2569 เป็นต้นไป\n"
    put(root, "2569/x.yaml", f"{ORDER}subject: ก\nnumber: 1\ndate: 16 มีนาคม 2569\n{effect}")
    content: Any = api.find(api.load(root), "x").content
    assert content.in_force_from.isoformat() == "2026-04-01"


def test_a_word_without_a_time_is_no_effect(tmp_path: Path) -> None:
    root = put_office(tmp_path)
    put(root, "2569/x.yaml", f"{ORDER}subject: ก\neffect: ทั้งนี้ 1\n")
    errors = [diagnostic for diagnostic in api.check(api.load(root)) if diagnostic.is_error]
    assert [(error.field, error.location.line) for error in errors] == [("effect", 5)]
