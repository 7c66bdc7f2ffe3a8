"""The operations manual as a Word file: headings, table of contents, tables."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.text.paragraph import Paragraph
from manual_facts import ENTRIES, TABLE_ROWS, WORKS
from word_files import Element, W, attribute, only_match, text_of, texts_of_all, xml_of, xpath

from esa_docs import thai
from esa_docs.model.document import Document


@pytest.fixture(scope="module")
def root(manual_bytes: bytes) -> Element:
    return xml_of(manual_bytes)


@pytest.fixture(scope="module")
def word_document(manual_bytes: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(manual_bytes))


# Headings and table of contents.


def has_style(paragraph: Paragraph, name: str) -> bool:
    return paragraph.style is not None and paragraph.style.name == name


def test_the_nine_headings_of_each_work(word_document: DocxDocument) -> None:
    headings = [paragraph.text for paragraph in word_document.paragraphs if has_style(paragraph, "Heading 2")]
    expected: list[str] = []
    for work in WORKS:
        expected += (
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
    assert headings == expected


def style_of(paragraph: Element) -> str:
    style: str = only_match(paragraph, "w:pPr/w:pStyle/@w:val")
    return style


def instructions_of(root: Element, field_name: str) -> list[str]:
    """Return the instructions of all fields of a name."""
    instructions = xpath(root, "//w:instrText/text()")
    return [instruction for instruction in instructions if instruction.split()[0] == field_name]


def toc_paragraphs(root: Element) -> list[Element]:
    return xpath(root, "//w:p[w:pPr/w:pStyle[@w:val='TOC1' or @w:val='TOC2']]")


def test_the_contents_have_the_entries_of_the_original(root: Element) -> None:
    paragraphs = toc_paragraphs(root)
    assert texts_of_all(paragraphs) == [f"{entry}\t" for entry in ENTRIES]
    styles = [style_of(paragraph) for paragraph in paragraphs]
    assert styles == ["TOC1", *["TOC2"] * 5] * 4


def test_the_contents_are_one_field(root: Element) -> None:
    (instruction,) = instructions_of(root, "TOC")
    assert instruction.split() == ["TOC", "\\f", "m", "\\h", "\\z"]
    first, *_, last = toc_paragraphs(root)
    assert len(xpath(first, "w:r/w:fldChar[@w:fldCharType='begin']")) == 1
    closing = xpath(last, "following-sibling::w:p[1]")[0]
    assert len(xpath(closing, "w:r/w:fldChar[@w:fldCharType='end']")) == 1
    # Word, told that a field is dirty, asks the reader whether to update it.
    assert xpath(root, "//*[@w:dirty]") == []


def test_fields_end_after_they_begin_and_stand_at_most_in_one_other(root: Element) -> None:
    depth_change = {"begin": 1, "separate": 0, "end": -1}
    depth, depths = 0, []
    for field_type in xpath(root, "//w:fldChar/@w:fldCharType"):
        depth += depth_change[field_type]
        depths.append(depth)
    assert (min(depths), max(depths), depths[-1]) == (0, 2, 0)


def test_each_entry_leads_to_the_tc_field_of_its_heading(root: Element) -> None:
    entries, headings = [], []
    for paragraph in toc_paragraphs(root):
        link = only_match(paragraph, "w:hyperlink")
        anchor = attribute(link, "anchor")
        (reference,) = xpath(link, ".//w:instrText/text()")
        assert reference.split() == ["PAGEREF", anchor, "\\h"]
        entries.append(text_of(paragraph).rstrip("\t"))
        headings.append(_tc_text(root, anchor))
    assert entries == ENTRIES
    assert headings == ENTRIES


def _tc_text(root: Element, bookmark: str | None) -> str:
    """Return the text of the TC field of a heading; it stands between the start and the end of a bookmark."""
    start = only_match(root, f"//w:bookmarkStart[@w:name='{bookmark}']")
    only_match(root, f"//w:bookmarkEnd[@w:id='{attribute(start, 'id')}']")
    pieces = []
    for sibling in start.itersiblings():
        if sibling.tag.endswith("}bookmarkEnd"):
            break
        pieces += xpath(sibling, "w:instrText/text()")
    head, text, switches = "".join(pieces).split('"')
    level = {"Heading1": "1", "Heading2": "2"}[style_of(start.getparent())]
    assert (head.strip(), switches.split()) == ("TC", ["\\f", "m", "\\l", level])
    return text


def test_page_numbers_are_not_typed(root: Element) -> None:
    for paragraph in toc_paragraphs(root):
        field_types = xpath(paragraph, "w:hyperlink//w:fldChar/@w:fldCharType")
        assert field_types == ["begin", "separate", "end"]
        separate, end = xpath(paragraph, "w:hyperlink/w:r[w:fldChar[@w:fldCharType!='begin']]")
        assert separate.getnext() is end


def test_every_tc_field_has_its_entry(root: Element) -> None:
    assert len(instructions_of(root, "TC")) == len(ENTRIES) == 24


# Tables.


def test_the_four_tables_have_the_rows_of_the_original(word_document: DocxDocument) -> None:
    assert [len(table.rows) - 1 for table in word_document.tables] == TABLE_ROWS
    heads = ["ลำดับที่", "ขั้นตอนการดำเนินงาน", "รายละเอียดงาน", "เวลาดำเนินการ", "มาตรฐานคุณภาพงาน", "ผู้รับผิดชอบ"]
    for table in word_document.tables:
        assert len(table.columns) == 6
        assert [cell.text for cell in table.rows[0].cells] == heads


def test_cells_hold_the_content(word_document: DocxDocument, manual: Document[Any]) -> None:
    for table, work in zip(word_document.tables, manual.content.works, strict=True):
        rows = table.rows[1:]
        for number, (row, step) in enumerate(zip(rows, work.table, strict=True), start=1):
            texts = [cell.text.replace("\u00a0", " ") for cell in row.cells]
            values = [f"{number}.", step.step, step.detail, step.time or "", step.quality or "", step.owner]
            assert texts == [thai.to_arabic_digits(value) for value in values]


def test_the_head_repeats_and_no_row_is_broken(root: Element) -> None:
    for table in xpath(root, "//w:tbl"):
        head, *steps = xpath(table, "w:tr")
        assert len(xpath(head, "w:trPr/w:tblHeader")) == 1
        for row in steps:
            assert xpath(row, "w:trPr/w:tblHeader") == []
        for row in (head, *steps):
            assert len(xpath(row, "w:trPr/w:cantSplit")) == 1


def test_widths_are_fixed_equal_and_fill_the_text(root: Element) -> None:
    tables = xpath(root, "//w:tbl")
    for table in tables:
        # LibreOffice reads the grid, Word reads the cells.
        grid = xpath(table, "w:tblGrid/w:gridCol/@w:w")
        for row in xpath(table, "w:tr"):
            assert xpath(row, "w:tc/w:tcPr/w:tcW/@w:w") == grid
        assert set(xpath(table, ".//w:tcW/@w:type")) == {"dxa"}
        assert attribute(only_match(table, "w:tblPr/w:tblLayout"), "type") == "fixed"
        width = sum(int(column) for column in grid)
        assert width == round(16 / 2.54 * 1440) == int(only_match(table, "w:tblPr/w:tblW/@w:w"))
        # Engines differ in the margins that they take where a table has none.
        assert len(xpath(table, "w:tblPr/w:tblCellMar/*")) == 4
    assert len(tables) == 4


def test_an_empty_cell_keeps_its_paragraph(root: Element) -> None:
    """Word cannot open a file in which a cell does not end with a paragraph."""
    cells = xpath(root, "//w:tc")
    assert len(cells) == 6 * (sum(TABLE_ROWS) + 4)
    assert {cell[-1].tag for cell in cells} == {f"{{{W}}}p"}
