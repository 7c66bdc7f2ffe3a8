"""Papers as rich as real ones, of a made-up office: a manual, a report, a circular and an order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from page_lines import all_lines, page_with, plain_texts, read_lines
from rich_files import TODAY, put_rich_project

from esa_docs import api

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANUAL, REPORT, ORDER = "manual", "sar", "orders/committee"
SCHOOLS = ("S01", "S02", "S03")
CIRCULARS = tuple(f"letters/circular/{school}" for school in SCHOOLS)
EXPECTED_CODES = {"E455", "E501", "W513"}
"""What the check finds: the letter is not kept, the office has no emblem, the report is not filled in."""

TEXTS: dict[str, tuple[str, ...]] = {
    MANUAL: (
        "คู่มือเล่มนี้รวมขั้นตอนการนิเทศและการประเมินผลของกลุ่มนิเทศ ให้ผู้ปฏิบัติงานใหม่",
        "ชื่องาน : การนิเทศภายในโรงเรียน",
        "2.1 เพื่อให้ครูได้รับการนิเทศอย่างทั่วถึง",
        "ครอบคลุมโรงเรียนในสังกัดตามตารางที่ 1",
        "ตารางที่ 1 โรงเรียนในขอบเขตของการนิเทศ",
        "1,965",
        "“การนิเทศ” (Supervision) หมายถึง การช่วยเหลือและแนะนำครูเพื่อพัฒนาการจัดการเรียนรู้",
        "1. ศึกษาข้อมูลและวางแผนการนิเทศ",
        "1.1 สำรวจความต้องการของโรงเรียน",
        "1.1.1 ส่งแบบสำรวจทางระบบตามภาพที่ 1",
        "ภาพที่ 1 หน้าจอเข้าสู่ระบบนิเทศ",
        "ที่มา: ระบบนิเทศออนไลน์",
        "(1) ระบุชื่อโรงเรียนและผู้ตอบ",
        "(2) ระบุประเด็นที่ต้องการให้นิเทศ",
        "1.1.2 รวบรวมคำตอบ",
        "ข้อควรระวัง ต้องแจ้งโรงเรียนล่วงหน้าไม่น้อยกว่า 7 วัน",
        "ภาพที่ 2 หน้าจอปฏิทินและแบบบันทึก",
        "6. ปัจจัยความสำเร็จ",
        "7.1 แบบสำรวจความต้องการ ตามภาคผนวก ก",
        "7.2 แบบบันทึกการนิเทศ ตามภาคผนวก ข",
        "9. แบบฟอร์มสรุปมาตรฐานงาน",
        "นท 01",
        "หมายเหตุ",
        "ใช้ระบบนิเทศ",
        "นิเทศตามปฏิทินและบันทึกผล",
        "ชื่องาน : การประเมินคุณภาพผู้เรียน",
        "ตารางที่ 2 องค์ประกอบของกรรมการสนามสอบ",
        "นท 02",
        "ภาคผนวก ก",
        "แบบสำรวจความต้องการ",
        "ปานกลาง",
        "ภาคผนวก ข",
        "แบบบันทึกการนิเทศ",
        "แบบบันทึกของศึกษานิเทศก์",
        "ด้านการสอน",
        "ข้อเสนอแนะ",
    ),
    REPORT: (
        "รายงานฉบับนี้สรุปผลการบริหารจัดการศึกษาของสำนักงาน",
        "ผลการประเมินอยู่ในระดับดี ดูแผนภูมิในภาพที่ 1",
        "สำนักงานดูแลโรงเรียน 65 แห่ง",
        "ตารางที่ 1 จำนวนผู้เรียน",
        "5,430",
        "ภาพที่ 1 จำนวนผู้เรียนจำแนกตามระดับ",
        "ผู้บริหารประชุมร่วมกับโรงเรียนทุกเดือน ตามหลักฐานท้ายประเด็น",
        "ตารางที่ 2 ผลสัมฤทธิ์รายโรงเรียน",
        "1,020",
        "ผลเฉลี่ยสูงขึ้นจากปีก่อน",
        "E-1.1-01 ประชุมผู้บริหาร",
        "E-1.1-06 มอบรางวัลครูดีเด่น",
        "E-1.1-08 เกียรติบัตรผู้บริหารดีเด่น",
        "E-1.1-09",
        "ปรับวาระการประชุมให้สั้นลง",
        "โรงเรียนร่วมมือทุกแห่ง",
    ),
    ORDER: (
        "ด้วยสำนักงานจะจัดสรรงบประมาณให้โรงเรียนในสังกัดทุกแห่ง ตามตารางที่ ๑ และแบบในภาคผนวก",
        "กำหนดหลักเกณฑ์การจัดสรรให้โปร่งใส",
        "๑.ตรวจสอบคำขอของโรงเรียน",
        "๑.๑ตรวจเอกสาร",
        "๑.๑.๑แผนปฏิบัติการ",
        "๒.แจ้งผลภายใน ๗ วัน",
        "ตารางที่ ๑ งบประมาณที่จัดสรร",
        "๑,๒๐๐.๐๐",
        "๒๑,๕๐๐",
        "๒,๑๐๐.๕๐",
        "อาคารเรียน",
        "สนามกีฬา",
        "ภาพที่ ๑ สถานที่ของโรงเรียน",
        "ให้ใช้สถานที่ตามภาพที่ ๑",
        "ภาคผนวก",
        "แบบขอรับงบประมาณ",
    ),
}
"""Texts of the papers as they are printed, in their order."""
VALUES: dict[str, tuple[str, ...]] = {
    "S01": ("บ้านน้ำใส", "๒๑,๕๐๐.๐๐ บาท", "๑๖ ธันวาคม ๒๕๖๙", "๑๒,๕๐๐.๐๐", "๙,๐๐๐.๐๐", "๒๑,๕๐๐.๐๐"),
    "S02": ("บ้านทุ่งกว้าง", "๙,๐๐๐.๕๐ บาท", "๒๐ ธันวาคม ๒๕๖๙", "๙,๐๐๐.๕๐", "๙,๐๐๐.๕๐"),
    "S03": ("วัดป่าเรียน", "๑๐๕,๐๐๐.๐๐ บาท", "๕ มกราคม ๒๕๗๐", "๖๐,๐๐๐.๐๐", "๔๐,๐๐๐.๐๐", "๑๐๕,๐๐๐.๐๐"),
}
"""What each school's letter prints of lists/schools.csv and lists/budget.csv; sums by hand."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_rich_project(tmp_path_factory.mktemp("rich") / "project")


@pytest.fixture(scope="module")
def papers(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the Word file of each paper by its name."""
    out = tmp_path_factory.mktemp("built")
    report = api.build(api.load(root), out=out, today=TODAY)
    assert {each.code for each in report.diagnostics} <= EXPECTED_CODES
    return {name: (out / "2570" / f"{name}.docx").read_bytes() for name in (*TEXTS, *CIRCULARS)}


def part_of(data: bytes, name: str = "document") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def lines_of(data: bytes) -> Iterator[str]:
    """Generate the text of each paragraph of a Word file."""
    for paragraph in etree.fromstring(part_of(data).encode()).iter(f"{W}p"):
        pieces = [element.text or "" for element in paragraph.iter(f"{W}t")]
        yield "".join(pieces).replace("\u00a0", " ")


def missing_in_order(text: str, expected: tuple[str, ...]) -> list[str]:
    """Return the texts that do not follow, at any distance, the text before them."""
    missing: list[str] = []
    place = 0
    for words in expected:
        start = text.find(words, place)
        if start < 0:
            missing.append(words)
        else:
            place = start + len(words)
    return missing


def test_the_check_finds_nothing_to_mend(root: Path) -> None:
    assert {each.code for each in api.check_whole(api.load(root))} == EXPECTED_CODES


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_of_the_content_stands_in_its_order(papers: dict[str, bytes], name: str) -> None:
    assert missing_in_order("\n".join(lines_of(papers[name])), TEXTS[name]) == []


def test_an_order_of_texts_can_fail() -> None:
    assert missing_in_order("b a", ("a", "b")) == ["b"]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (MANUAL, (3, 0, 0, 2, 0)),
        # Two charts: of the means by standard, which every report has, and of its own content.
        (REPORT, (8, 2, 2, 0, 1)),
        (ORDER, (2, 0, 0, 0, 0)),
        (CIRCULARS[0], (0, 2, 0, 0, 0)),
    ],
)
def test_pictures_codes_charts_notes_and_pages_on_their_side(
    papers: dict[str, bytes], name: str, counts: tuple[int, ...]
) -> None:
    body = part_of(papers[name])
    drawings = ('<wp:docPr id="[0-9]+" name="Picture ', '<wp:docPr id="[0-9]+" name="QR ', "<c:chart ")
    marks = (*drawings, "<w:footnoteReference ", 'w:orient="landscape"')
    assert tuple(len(re.findall(mark, body)) for mark in marks) == counts


def test_notes_have_their_text_and_their_own_marks(papers: dict[str, bytes]) -> None:
    notes = part_of(papers[MANUAL], "footnotes")
    texts = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", notes)
    assert "".join(texts).split() == ["ใช้กับโรงเรียนในสังกัด", "ทุกแห่ง", "ดูเว็บไซต์", "ตามแนวปฏิบัติของสำนักงาน"]
    assert [bool(re.search(rf"<{mark}[ /]", notes)) for mark in ("w:b", "w:bCs")] == [True, True]


@pytest.mark.parametrize(
    ("name", "headings"), [(MANUAL, ["ภาคผนวก ก", "ภาคผนวก ข"]), (ORDER, ["ภาคผนวก"]), (CIRCULARS[0], [])]
)
def test_annexes_have_letters_where_there_are_several(
    papers: dict[str, bytes], name: str, headings: list[str]
) -> None:
    assert [line for line in lines_of(papers[name]) if re.fullmatch("ภาคผนวก( .)?", line)] == headings


@pytest.mark.parametrize("school", SCHOOLS)
def test_each_school_reads_its_own_values_alone(papers: dict[str, bytes], school: str) -> None:
    text = "\n".join(lines_of(papers[f"letters/circular/{school}"]))
    assert missing_in_order(text, VALUES[school]) == []
    for other in SCHOOLS:
        assert (VALUES[other][0] in text) is (other == school)
        assert (VALUES[other][1] in text) is (other == school)


def test_enclosures_are_counted_in_their_unit(papers: dict[str, bytes]) -> None:
    text = "\n".join(lines_of(papers[CIRCULARS[0]]))
    assert missing_in_order(text, ("จำนวน ๑ ฉบับ", "จำนวน ๒ ชุด", "สิ่งที่ส่งมาด้วย ๒", "แบบตอบรับ")) == []


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_the_pages_hold_what_belongs_together(root: Path, tmp_path: Path) -> None:
    report = api.build(api.load(root), out=tmp_path, today=TODAY, pdf=True)
    assert [each.code for each in report.diagnostics if each.is_error] == []
    pages = {name: read_lines(tmp_path / "2570" / f"{name}.pdf") for name in (*TEXTS, *CIRCULARS)}
    for name, place in (("ภาพที่ 1", "1.1.1 ส่งแบบสำรวจ"), ("ภาพที่ 2", "ข้อควรระวัง"), ("แบบบันทึกของ", "ภาคผนวก ข")):
        assert place in " ".join(plain_texts(page_with(pages[MANUAL], name)))
    photographs = plain_texts(page_with(pages[REPORT], "E-1.1-01 ประชุมผู้บริหาร"))
    assert "E-1.1-08 เกียรติบัตรผู้บริหารดีเด่น" in " ".join(photographs)
    divider, scan = pages[REPORT][-2:]
    assert "คำสั่งแต่งตั้งคณะกรรมการ" in plain_texts(divider)
    assert scan == []
    pages[REPORT].pop()
    assert [name for name, its_pages in pages.items() if [] in its_pages] == []
    assert "แบบตอบรับ" in " ".join(plain_texts(all_lines(pages[CIRCULARS[2]])[-4:]))
