"""The operations manual as a Word file: headings, table of contents, tables."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from manual_facts import ENTRIES, TABLE_ROWS, WORKS
from word_files import (
    Element,
    attribute,
    text_of,
    the,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.model.document import Document


@pytest.fixture(scope="module")
def root(manual_bytes: bytes) -> Element:
    return xml_of(manual_bytes)


@pytest.fixture(scope="module")
def opened(manual_bytes: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(manual_bytes))


# Headings and table of contents.


def test_the_nine_headings_of_each_work(opened: DocxDocument) -> None:
    headings = [
        one.text for one in opened.paragraphs if one.style is not None and one.style.name == "Heading 2"
    ]
    expected = [
        heading
        for work in WORKS
        for heading in (
            f"1. ชื่องาน : {work}",
            "2. วัตถุประสงค์",
            "3. ขอบเขตของงาน",
            "4. คำจำกัดความ",
            "5. ขั้นตอนการปฏิบัติงาน",
            "6. Flow Chart การปฏิบัติงาน",
            f"7. สรุปมาตรฐาน {work}",
            "8. แบบฟอร์มที่ใช้",
            "9. เอกสาร / หลักฐานอ้างอิง",
        )
    ]
    assert headings == expected


def toc_paragraphs(root: Element) -> list[Element]:
    return xpath(root, "//w:p[w:pPr/w:pStyle[@w:val='TOC1' or @w:val='TOC2']]")


def test_the_contents_have_the_entries_of_the_original(root: Element) -> None:
    paragraphs = toc_paragraphs(root)
    assert [text_of(one) for one in paragraphs] == [f"{entry}\t" for entry in ENTRIES]
    levels = [attribute(the(one, "w:pPr/w:pStyle"), "val") for one in paragraphs]
    assert levels == ["TOC1", *["TOC2"] * 5] * 4


def test_the_contents_are_one_field(root: Element) -> None:
    starts = [text for text in xpath(root, "//w:instrText/text()") if text.split()[0] == "TOC"]
    assert [text.split() for text in starts] == [["TOC", "\\f", "m", "\\h", "\\z"]]
    first, *_, last = toc_paragraphs(root)
    assert len(xpath(first, "w:r/w:fldChar[@w:fldCharType='begin']")) == 1
    closing = xpath(last, "following-sibling::w:p[1]")[0]
    assert len(xpath(closing, "w:r/w:fldChar[@w:fldCharType='end']")) == 1
    depth, inside = 0, []
    for char in xpath(root, "//w:fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[char.get(char.keys()[0])]
        inside.append(depth)
    assert (min(inside), max(inside), inside[-1]) == (0, 2, 0)
    assert xpath(root, "//*[@w:dirty]") == []


def test_each_entry_leads_to_the_tc_field_of_its_heading(root: Element) -> None:
    leads = []
    for paragraph in toc_paragraphs(root):
        link = the(paragraph, "w:hyperlink")
        anchor = attribute(link, "anchor")
        (reference,) = xpath(link, ".//w:instrText/text()")
        assert reference.split() == ["PAGEREF", anchor, "\\h"]
        leads.append((text_of(paragraph).rstrip("\t"), _tc_text(root, anchor)))
    assert leads == [(entry, entry) for entry in ENTRIES]


def _tc_text(root: Element, bookmark: str | None) -> str:
    """Read the TC field between the start and the end of a bookmark."""
    start = the(root, f"//w:bookmarkStart[@w:name='{bookmark}']")
    the(root, f"//w:bookmarkEnd[@w:id='{attribute(start, 'id')}']")
    pieces = []
    for sibling in start.itersiblings():
        if sibling.tag.endswith("}bookmarkEnd"):
            break
        pieces += xpath(sibling, "w:instrText/text()")
    head, text, switches = "".join(pieces).split('"')
    style = attribute(the(start, "../w:pPr/w:pStyle"), "val")
    level = {"Heading1": "1", "Heading2": "2"}[style or ""]
    assert (head.strip(), switches.split()) == ("TC", ["\\f", "m", "\\l", level])
    return text


def test_page_numbers_are_not_typed(root: Element) -> None:
    for paragraph in toc_paragraphs(root):
        chars = xpath(paragraph, "w:hyperlink//w:fldChar/@w:fldCharType")
        assert chars == ["begin", "separate", "end"]
        separate, end = xpath(paragraph, "w:hyperlink/w:r[w:fldChar[@w:fldCharType!='begin']]")
        assert separate.getnext() is end


def test_every_tc_field_has_its_entry(root: Element) -> None:
    fields = [text for text in xpath(root, "//w:instrText/text()") if text.split()[0] == "TC"]
    assert len(fields) == len(ENTRIES) == 24


# Tables.


def test_the_four_tables_have_the_rows_of_the_original(opened: DocxDocument) -> None:
    assert [len(table.rows) - 1 for table in opened.tables] == TABLE_ROWS
    assert [len(table.columns) for table in opened.tables] == [6] * 4
    assert [[cell.text for cell in table.rows[0].cells] for table in opened.tables] == [
        ["ลำดับที่", "ขั้นตอนการดำเนินงาน", "รายละเอียดงาน", "เวลาดำเนินการ", "มาตรฐานคุณภาพงาน", "ผู้รับผิดชอบ"]
    ] * 4


def test_cells_hold_the_content(opened: DocxDocument, manual: Document[Any]) -> None:
    for table, work in zip(opened.tables, manual.content.works, strict=True):
        for number, (row, line) in enumerate(zip(table.rows[1:], work.table, strict=True), 1):
            shown = [cell.text.replace("\u00a0", " ") for cell in row.cells]
            values = [f"{number}.", line.step, line.detail, line.time or "", line.quality or "", line.owner]
            assert shown == [thai.to_arabic_digits(value) for value in values]


def test_the_head_repeats_and_no_row_is_broken(root: Element) -> None:
    for table in xpath(root, "//w:tbl"):
        rows = xpath(table, "w:tr")
        assert [len(xpath(row, "w:trPr/w:tblHeader")) for row in rows] == [1] + [0] * (len(rows) - 1)
        assert [len(xpath(row, "w:trPr/w:cantSplit")) for row in rows] == [1] * len(rows)


def test_widths_are_fixed_equal_and_fill_the_text(root: Element) -> None:
    tables = xpath(root, "//w:tbl")
    for table in tables:
        grid = [int(width) for width in xpath(table, "w:tblGrid/w:gridCol/@w:w")]
        assert attribute(the(table, "w:tblPr/w:tblLayout"), "type") == "fixed"
        rows = [
            [int(width) for width in xpath(row, "w:tc/w:tcPr/w:tcW/@w:w")] for row in xpath(table, "w:tr")
        ]
        assert rows == [grid] * len(rows)
        assert set(xpath(table, ".//w:tcW/@w:type")) == {"dxa"}
        assert sum(grid) == round(16 / 2.54 * 1440) == int(the(table, "w:tblPr/w:tblW/@w:w"))
        assert len(xpath(table, "w:tblPr/w:tblCellMar/*")) == 4
    assert len(tables) == 4


def test_an_empty_cell_keeps_its_paragraph(root: Element) -> None:
    cells = xpath(root, "//w:tc")
    assert Counter(cell[-1].tag.rpartition("}")[2] for cell in cells) == {"p": 6 * (sum(TABLE_ROWS) + 4)}
