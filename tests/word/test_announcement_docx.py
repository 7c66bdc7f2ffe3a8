"""ประกาศ as a Word file, in the form of ระเบียบงานสารบรรณ ข้อ 20."""

from __future__ import annotations

from typing import Any

from finished import make_without_emblem
from invented_office import DIRECTOR, OFFICE, document_of
from word_files import FIRST_HEADER, lines_of, lines_that_start, xml_of, xpath


def announcement(**changes: Any) -> bytes:
    """Return the Word file of an announcement; ``changes`` replace or extend the keys of its content."""
    content = {"subject": "มาตรฐาน R&D", "text": ["ด้วยเหตุ จึงประกาศ ดังต่อไปนี้"], **changes}
    return make_without_emblem(document_of("announcement", content, {**OFFICE, "director": DIRECTOR}))


def lines_from_heading(**changes: Any) -> list[str]:
    lines = [line for line in lines_of(announcement(**changes)) if line]
    return lines[lines.index("ประกาศสำนักงานตัวอย่าง") :]


def test_an_announcement_has_its_parts_in_the_order_of_the_form() -> None:
    lines = lines_from_heading(date="16 มีนาคม 2569", items=["หนึ่ง", "สอง"], closing="จึงประกาศให้ทราบโดยทั่วกัน")

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


def test_without_a_date_it_has_blanks_and_no_mark() -> None:
    undated = announcement()

    assert lines_of(undated, FIRST_HEADER) == [""]
    (date,) = lines_that_start(lines_of(undated), "ประกาศ ณ")
    assert " ".join(date.split()) == "ประกาศ ณ วันที่ เดือน พ.ศ."
    assert lines_of(announcement(draft=True), FIRST_HEADER) == ["ร่าง"]


def test_a_month_leaves_the_day_for_the_pen() -> None:
    (date,) = lines_that_start(lines_of(announcement(date="มีนาคม 2569")), "ประกาศ ณ")

    assert " ".join(date.split()) == "ประกาศ ณ วันที่ มีนาคม พ.ศ. ๒๕๖๙"
    assert "วันที่      " in date


def test_the_signature_stays_with_the_date() -> None:
    styles = xpath(xml_of(announcement()), "//w:body/w:p/w:pPr/w:pStyle/@w:val")

    assert styles[-3:] == ["IssuedDate", "SignedName", "SignedPost"]
