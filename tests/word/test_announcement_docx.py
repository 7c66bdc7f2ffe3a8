"""ประกาศ as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 20."""

from __future__ import annotations

from typing import Any

from finished import made_without_emblem
from invented_office import DIRECTOR, OFFICE, document_of
from word_files import FIRST_HEADER, lines_of, xml_of, xpath


def made(**changes: Any) -> bytes:
    content = {"subject": "มาตรฐาน R&D", "text": ["ด้วยเหตุ จึงประกาศ ดังต่อไปนี้"], **changes}
    return made_without_emblem(document_of("announcement", content, {**OFFICE, "director": DIRECTOR}))


def shown(**changes: Any) -> list[str]:
    lines = [line for line in lines_of(made(**changes)) if line]
    return lines[lines.index("ประกาศสำนักงานตัวอย่าง") :]


def test_an_announcement_has_its_parts_in_the_order_of_the_form() -> None:
    lines = shown(date="16 มีนาคม 2569", items=["หนึ่ง", "สอง"], closing="จึงประกาศให้ทราบโดยทั่วกัน")

    assert lines == [
        "ประกาศสำนักงานตัวอย่าง",
        "เรื่อง มาตรฐาน R&D",
        "ด้วยเหตุ จึงประกาศ ดังต่อไปนี้",
        "๑. หนึ่ง",
        "๒. สอง",
        "จึงประกาศให้ทราบโดยทั่วกัน",
        "ประกาศ ณ วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙",
        "(นายสมมติ นามตัวอย่าง)",
        "ผู้อำนวยการสำนักงานตัวอย่าง",
    ]


def test_without_a_date_it_is_a_draft_with_blanks() -> None:
    lines = lines_of(made())

    assert lines_of(made(), FIRST_HEADER) == ["ร่าง"]
    date = next(line for line in lines if line.startswith("ประกาศ ณ"))
    assert " ".join(date.split()) == "ประกาศ ณ วันที่ เดือน พ.ศ."
    assert lines_of(made(date="16 มีนาคม 2569"), FIRST_HEADER) == [""]


def test_the_signature_stays_with_the_date() -> None:
    styles = xpath(xml_of(made()), "//w:body/w:p/w:pPr/w:pStyle/@w:val")

    assert styles[-3:] == ["IssuedDate", "SignedName", "SignedPost"]
