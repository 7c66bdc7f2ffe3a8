"""Blocks among the items of numbered lists, and below a text in the place of one tag."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from word_files import xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.ooxml.names import w

TODAY = dt.date(2026, 9, 16)
LIST = "{list: {style: dash, items: [รายการแรก, รายการสอง]}}"


def paragraphs_of(root: Path, text: str) -> list[str]:
    """Return the text of each paragraph of a document that is filled in with some YAML, tabs as arrows."""
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/own.yaml", text)
    project = api.load(root)
    checked = api.render_checked(api.find(project, "own"), today=TODAY)
    assert [each.as_line() for each in checked.diagnostics if each.is_error] == []
    assert checked.value is not None
    return [text_of(paragraph) for paragraph in xpath(xml_of(checked.value), "//w:body//w:p")]


def text_of(element: Any) -> str:
    pieces = []
    for node in element.iter(w("t"), w("tab"), w("br")):
        sign = {w("tab"): "→", w("br"): "/"}.get(node.tag, "")
        pieces.append(sign or node.text or "")
    return "".join(pieces).replace("\u00a0", " ")


def part_between(texts: list[str], first: str, last: str) -> list[str]:
    """Return the texts from one to another."""
    return texts[texts.index(first) : texts.index(last) + 1]


def test_a_block_between_duties_has_no_number(tmp_path: Path) -> None:
    texts = paragraphs_of(
        tmp_path,
        "kind: order\nsubject: แต่งตั้งคณะกรรมการ\ncause: [ด้วยมีเหตุ]\nsignature: {by: ก}\n"
        "committees:\n  - name: คณะกรรมการ\n    members: [{person: ก, role: ประธานกรรมการ}]\n"
        f"    duties: [หน้าที่หนึ่ง, {LIST}, หน้าที่สอง]\n",
    )
    assert part_between(texts, "(๑) หน้าที่หนึ่ง", "(๒) หน้าที่สอง") == [
        "(๑) หน้าที่หนึ่ง",
        "-→รายการแรก",
        "-→รายการสอง",
        "(๒) หน้าที่สอง",
    ]


def test_a_single_duty_with_a_block_has_no_number(tmp_path: Path) -> None:
    texts = paragraphs_of(
        tmp_path,
        "kind: order\nsubject: แต่งตั้งคณะกรรมการ\ncause: [ด้วยมีเหตุ]\nsignature: {by: ก}\n"
        "committees:\n  - name: คณะกรรมการ\n    members: [{person: ก, role: ประธานกรรมการ}]\n"
        f"    duties: [หน้าที่หนึ่ง, {LIST}]\n",
    )
    assert part_between(texts, "หน้าที่หนึ่ง", "-→รายการสอง") == [
        "หน้าที่หนึ่ง",
        "-→รายการแรก",
        "-→รายการสอง",
    ]


def test_a_block_between_the_items_of_an_announcement(tmp_path: Path) -> None:
    texts = paragraphs_of(
        tmp_path,
        "kind: announcement\nsubject: รับสมัคร\ntext: [ด้วยจะรับสมัคร]\nsignature: {by: ก}\n"
        f"items: [ข้อหนึ่ง, {LIST}, ข้อสอง]\n",
    )
    assert part_between(texts, "๑. ข้อหนึ่ง", "๒. ข้อสอง") == [
        "๑. ข้อหนึ่ง",
        "-→รายการแรก",
        "-→รายการสอง",
        "๒. ข้อสอง",
    ]


MINUTES = """\
kind: minutes
number: 1
date: 16 กันยายน 2569
begins: 09.00 น.
ends: 12.00 น.
place: ห้องประชุม
body: คณะทำงาน
members: [{person: ก, role: หัวหน้าคณะทำงาน}]
recorder: ก
"""


def test_a_resolution_may_be_a_list_of_paragraphs(tmp_path: Path) -> None:
    texts = paragraphs_of(
        tmp_path,
        MINUTES
        + "considered:\n  - title: เรื่องหนึ่ง\n    resolution:\n"
        + f"      - มติที่ประชุม เห็นชอบ ดังนี้\n      - {LIST}\n      - ปิดวาระ\n",
    )
    assert part_between(texts, "มติที่ประชุม→เห็นชอบ ดังนี้", "ปิดวาระ") == [
        "มติที่ประชุม→เห็นชอบ ดังนี้",
        "-→รายการแรก",
        "-→รายการสอง",
        "ปิดวาระ",
    ]


def test_a_resolution_that_begins_with_a_block_keeps_its_label(tmp_path: Path) -> None:
    texts = paragraphs_of(tmp_path, MINUTES + f"considered:\n  - title: เรื่องหนึ่ง\n    resolution: [{LIST}]\n")
    assert part_between(texts, "มติที่ประชุม→", "-→รายการสอง") == ["มติที่ประชุม→", "-→รายการแรก", "-→รายการสอง"]


@pytest.mark.parametrize(
    ("text", "first", "lines"),
    [
        (
            (
                "kind: order\nsubject: แต่งตั้งคณะกรรมการ\ntitle_lines: [แต่งตั้ง, คณะกรรมการ]\n"
                "cause: [ด้วยมีเหตุ]\nclauses: [ให้ปฏิบัติ]\nsignature: {by: ก}\n"
            ),
            "เรื่อง",
            "เรื่อง แต่งตั้ง/คณะกรรมการ",
        ),
        (
            (
                "kind: announcement\nsubject: รับสมัคร สอบคัดเลือก\ntitle_lines: [รับสมัคร, สอบคัดเลือก]\n"
                "text: [ด้วยมีเหตุ]\nsignature: {by: ก}\n"
            ),
            "เรื่อง",
            "เรื่อง รับสมัคร/สอบคัดเลือก",
        ),
        (
            MINUTES + "title_lines: [รายงานการประชุม, คณะทำงาน]\n",
            "รายงานการประชุม",
            "รายงานการประชุม/คณะทำงาน",
        ),
        (
            (
                "kind: sar\nscheme: sar-2560\ntitle: รายงานการประเมิน ปีนี้\n"
                "title_lines: [รายงานการประเมิน, ปีนี้]\nsignature: {by: ก}\n"
            ),
            "รายงานการประเมิน",
            "รายงานการประเมิน/ปีนี้",
        ),
        (
            (
                "kind: pmqa\nscheme: pmqa-4.0\ntitle: รายงานการพัฒนา ปีนี้\n"
                "title_lines: [รายงานการพัฒนา, ปีนี้]\nsignature: {by: ก}\n"
            ),
            "รายงานการพัฒนา",
            "รายงานการพัฒนา/ปีนี้",
        ),
    ],
    ids=["order", "announcement", "minutes", "sar", "pmqa"],
)
def test_a_title_is_broken_where_the_office_says(tmp_path: Path, text: str, first: str, lines: str) -> None:
    texts = [each for each in paragraphs_of(tmp_path, text) if each.startswith(first)]
    assert texts[0] == lines


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: order\nsubject: ก\ncause: [ข]\ntitle_lines: [ค]\nsignature: {by: ก}\n", (4, 14)),
        ("kind: announcement\nsubject: ก\ntext: [ข]\ntitle_lines: [ค]\nsignature: {by: ก}\n", (4, 14)),
        ("kind: sar\nscheme: sar-2560\ntitle: ก\ntitle_lines: [ค]\nsignature: {by: ก}\n", (4, 14)),
        ("kind: pmqa\nscheme: pmqa-4.0\ntitle_lines: [ค]\nsignature: {by: ก}\n", (3, 14)),
        (MINUTES + "title_lines: [รายงานการประชุม, คณะอื่น]\n", (10, 14)),
    ],
    ids=["order", "announcement", "sar", "pmqa-without-title", "minutes"],
)
def test_lines_that_are_not_the_title_are_told(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    put(tmp_path, "2569/own.yaml", text)
    faults = [each for each in api.check(api.load(tmp_path)) if each.code == "E216"]
    assert [(each.location.line, each.location.column, each.field) for each in faults] == [
        (*place, "title_lines")
    ]


def test_an_empty_list_of_lines_is_told(tmp_path: Path) -> None:
    put(tmp_path, "office.yaml", f"content: 2\n{OFFICE}")
    put(tmp_path, "people.yaml", PEOPLE)
    text = "kind: order\nsubject: ก\ncause: [ข]\ntitle_lines: []\nsignature: {by: ก}\n"
    put(tmp_path, "2569/own.yaml", text)
    faults = [each for each in api.check(api.load(tmp_path)) if each.code == "E211"]
    assert [(each.location.line, each.location.column, each.field) for each in faults] == [
        (4, 14, "title_lines")
    ]


SAR = """\
kind: sar
scheme: sar-2560
signature: {by: ก}
strengths: [จุดเด่นหนึ่ง, {table: {columns: [ก, ข], rows: [[1, 2]]}, caption: ตารางของจุดเด่น}, จุดเด่นสอง]
general:
  - heading: สภาพทั่วไป
    tables:
      - title: ตารางแรก
        columns: [ก, ข]
        rows: [[1, [ข้อความแรก, {list: {style: dash, items: [ย่อย]}}]]]
indicators:
  - indicator: '1.1'
    plan: [{text: แผนหนึ่ง, paragraphs: [ย่อหน้าใต้แผน]}]
"""


def test_blocks_in_strengths_plans_and_cells_of_a_report(tmp_path: Path) -> None:
    texts = paragraphs_of(tmp_path, SAR)
    assert part_between(texts, "1. จุดเด่นหนึ่ง", "2. จุดเด่นสอง")[1] == "ตารางที่ 2 ตารางของจุดเด่น"
    assert part_between(texts, "ข้อความแรก", "-→ย่อย") == ["ข้อความแรก", "-→ย่อย"]
    assert part_between(texts, "แผนหนึ่ง", "ย่อหน้าใต้แผน") == ["แผนหนึ่ง", "ย่อหน้าใต้แผน"]
