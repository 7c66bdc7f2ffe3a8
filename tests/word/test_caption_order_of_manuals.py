"""Captions of manuals whose office has an order of sections of its own."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml
from word_files import paragraph_texts, xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api

TODAY = dt.date(2026, 9, 16)


def table(caption: str, name: str | None = None) -> dict[str, Any]:
    block: dict[str, Any] = {"table": {"columns": ["ก"], "rows": [["ข"]]}, "caption": caption}
    return {**block, "id": name} if name else block


def work(name: str, **keys: Any) -> dict[str, Any]:
    return {"name": name, "objectives": ["จุดหมาย"], "scope": [{"text": "ขอบเขต"}], **keys}


def manual(root: Path, sections: list[Any], works: list[Any], **keys: Any) -> Any:
    """Return the root of the document of a manual that no rule faults."""
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    content = {"kind": "manual", "title": "งานแผน", "author": "ก", "foreword": ["คำนำ"], "sections": sections}
    put(root, "2569/manual.yaml", yaml.safe_dump({**content, **keys, "works": works}, allow_unicode=True))
    checked = api.render_checked(api.find(api.load(root), "manual"), today=TODAY)
    assert [each.as_line() for each in checked.diagnostics if each.is_error] == []
    assert checked.value is not None
    return xml_of(checked.value)


def texts_with(root: Any, words: str) -> list[str]:
    texts = [text.replace("\u00a0", " ") for text in paragraph_texts(root)]
    return [text for text in texts if words in text]


def captions(root: Any) -> list[str]:
    return [text for text in texts_with(root, "ตารางที่") if text.startswith("ตารางที่")]


def bookmarks(root: Any) -> dict[str, str]:
    """Return the text of the paragraph of each bookmark of a caption."""
    texts = {}
    for start in xpath(root, "//w:bookmarkStart[starts-with(@w:name, '_Ref')]"):
        (name,) = xpath(start, "@w:name")
        text = "".join(xpath(start, "ancestor::w:p//w:t/text()")).replace("\u00a0", " ")
        assert name not in texts
        texts[name] = text
    return texts


def linked_captions(root: Any, words: str) -> list[str]:
    """Return the captions to which the references in paragraphs with some words lead, in order."""
    by_name = bookmarks(root)
    names = xpath(root, f"//w:p[contains(string(.), '{words}')]//w:hyperlink/@w:anchor")
    return [by_name[name] for name in names]


def test_numbers_follow_the_sections_of_the_office(tmp_path: Path) -> None:
    own_section = {"title": "ปัจจัย", "paragraphs": [table("ปัจจัย")]}
    steps = [{"text": "ขั้น", "paragraphs": [table("ขั้นตอน")]}]
    content = work(
        "งานหนึ่ง",
        steps=steps,
        scope=[{"text": "ขอบเขต ดู{ref:ฟ}", "paragraphs": [table("ขอบเขต")]}],
        references=[table("อ้างอิง")],
        forms=[table("แบบ", "ฟ")],
    )
    sections = ["objectives", "steps", own_section, "scope", "references", "forms"]
    root = manual(tmp_path, sections, [content])
    assert captions(root) == [
        "ตารางที่ 1 ขั้นตอน",
        "ตารางที่ 2 ปัจจัย",
        "ตารางที่ 3 ขอบเขต",
        "ตารางที่ 4 อ้างอิง",
        "ตารางที่ 5 แบบ",
    ]
    assert texts_with(root, "ดู") == ["ขอบเขต ดู5"]
    assert linked_captions(root, "ดู") == ["ตารางที่ 5 แบบ"]


def test_each_print_of_a_shared_section_has_its_own_number_and_references_lead_to_the_nearest(
    tmp_path: Path,
) -> None:
    own_section = {"title": "ปัจจัย", "paragraphs": ["ในหัวข้อ{ref:ป}", table("ปัจจัย", "ป")]}
    first = work("งานหนึ่ง", forms=["แบบหนึ่ง{ref:ป}", table("แบบ", "บ")])
    second = work("งานสอง", forms=["แบบสอง{ref:ป} ของงานแรก{ref:บ}"])
    apart = work("งานสาม", forms=["แบบสาม{ref:ป}"], sections=["objectives", "scope", "forms"])
    sections = ["objectives", "scope", own_section, "forms"]
    root = manual(tmp_path, sections, [first, second, apart], foreword=["คำนำ{ref:ป}"])
    assert captions(root) == ["ตารางที่ 1 ปัจจัย", "ตารางที่ 2 แบบ", "ตารางที่ 3 ปัจจัย"]
    assert texts_with(root, "ในหัวข้อ") == ["ในหัวข้อ1", "ในหัวข้อ3"]
    assert linked_captions(root, "ในหัวข้อ") == ["ตารางที่ 1 ปัจจัย", "ตารางที่ 3 ปัจจัย"]
    assert linked_captions(root, "แบบหนึ่ง") == ["ตารางที่ 1 ปัจจัย"]
    assert linked_captions(root, "แบบสอง") == ["ตารางที่ 3 ปัจจัย", "ตารางที่ 2 แบบ"]
    assert linked_captions(root, "แบบสาม") == ["ตารางที่ 1 ปัจจัย"]
    assert linked_captions(root, "คำนำ") == ["ตารางที่ 1 ปัจจัย"]


def test_a_shared_section_may_be_referred_to_in_columns_of_the_office(tmp_path: Path) -> None:
    own_section = {"title": "ปัจจัย", "paragraphs": [table("ปัจจัย", "ป")]}
    row = {"step": "ศึกษา", "owner": "ผอ.", "more": {"หมายเหตุ": "อ้าง{ref:ป}"}}
    works = [work(name, table=[row]) for name in ("งานหนึ่ง", "งานสอง")]
    sections = ["objectives", "scope", own_section, "table"]
    root = manual(tmp_path, sections, works, columns=["step", "owner", {"head": "หมายเหตุ"}])
    assert re.findall(r"อ้าง\d", "".join(texts_with(root, "อ้าง"))) == ["อ้าง1", "อ้าง2"]
