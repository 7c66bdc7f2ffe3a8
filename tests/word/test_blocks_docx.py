"""Blocks in a Word file: tables, lists, steps, quotes, page breaks, captions and references to them."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocked_papers import TODAY, printed_order, project_of
from growth import is_linear
from lxml import etree
from word_files import DOCUMENT, HEADER, NAMES, STYLES, alter_part, parts_of, xml_of, xpath

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.model.counting_letters import letter
from esa_docs.model.prose.blocks import Block, ListBlock
from esa_docs.model.prose.number_columns import NumberForm, number_form
from esa_docs.model.prose.reading import read_prose
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.ooxml.names import w
from esa_docs.word.blocks.caption_writing import CaptionWriter
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.host import Host, MisplacedBlockError
from esa_docs.word.blocks.inserting import insert_blocks
from esa_docs.word.blocks.lists import labelled_items, labels_of
from esa_docs.word.blocks.printing import BlockPrinter
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.blocks.tables import table_xml
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.contents import Contents
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.prose_signs import BLOCK, in_bytes

TEMPLATE = Path(__file__).parents[2] / "templates_docx" / "order.docx"
TABLE = """\
  - table:
      columns: [ที่, โรงเรียน, งบประมาณ, <]
      head_rows: 2
      rows:
        - [^, ^, ไตรมาส 1, ไตรมาส 2]
        - [1, บ้านป่า, "12,500", 900.5]
        - [2, ^, 9000, "1,000.25"]
        - [รวม, <, "21,500", "1,900.75"]
      total: true
    id: งบ
    caption: งบประมาณ
"""


def word_file(root: Path, clauses: str) -> Any:
    """Return the root of the document of an order with these clauses, which no rule faults."""
    checked = printed_order(root, clauses)
    assert [diagnostic.code for diagnostic in checked.diagnostics if diagnostic.severity == "error"] == []
    assert checked.value is not None
    return xml_of(checked.value)


def text_of(element: Any) -> str:
    """Return the text of an element, with a sign for each tab."""
    pieces = []
    for node in element.iter(w("t"), w("tab")):
        sign = "→" if node.tag == w("tab") else ""
        pieces.append(sign or node.text or "")
    return "".join(pieces).replace("\u00a0", " ")


def put_template(root: Path, part: str, alter: Callable[[Any], object]) -> None:
    """Write the shipped template of orders into a project, with one part changed."""
    path = root / "templates_docx" / "order.docx"
    path.parent.mkdir()
    path.write_bytes(alter_part(TEMPLATE.read_bytes(), part, alter))


def texts_of_cells(table: Any) -> list[list[str]]:
    """Return the texts of the cells of a table, row by row."""
    return [list(map(text_of, xpath(row, "./w:tc"))) for row in xpath(table, "./w:tr")]


def paragraphs_of(root: Any) -> list[str]:
    """Return the text of each paragraph of a document that has one."""
    return [text for text in map(text_of, xpath(root, "//w:body/w:p")) if text]


def test_a_table_has_its_cells_its_head_and_its_total(tmp_path: Path) -> None:
    root = word_file(tmp_path, TABLE)
    (table,) = xpath(root, "//w:tbl[.//w:tblHeader]")
    rows = xpath(table, "./w:tr")

    assert texts_of_cells(table) == [
        ["ที่", "โรงเรียน", "งบประมาณ"],
        ["", "", "ไตรมาส ๑", "ไตรมาส ๒"],
        ["๑", "บ้านป่า", "๑๒,๕๐๐", "๙๐๐.๕๐"],
        ["๒", "", "๙,๐๐๐", "๑,๐๐๐.๒๕"],
        ["รวม", "๒๑,๕๐๐", "๑,๙๐๐.๗๕"],
    ]
    assert [len(xpath(row, "./w:trPr/w:tblHeader")) for row in rows] == [1, 1, 0, 0, 0]
    assert [len(xpath(row, "./w:trPr/w:cantSplit")) for row in rows] == [1] * 5
    assert xpath(rows[0], "./w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert xpath(rows[4], "./w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert len(xpath(rows[0], ".//w:vMerge[@w:val='restart']")) == 2
    assert len(xpath(rows[1], ".//w:vMerge[not(@w:val)]")) == 2
    alignments = [xpath(cell, ".//w:jc/@w:val") for cell in xpath(rows[2], "./w:tc")]
    assert alignments == [["center"], ["left"], ["right"], ["right"]]
    assert [len(xpath(row, ".//w:r/w:rPr/w:b")) > 0 for row in rows] == [False, False, False, False, True]
    assert len(xpath(rows[4], ".//w:r/w:rPr/w:b")) == len(xpath(rows[4], ".//w:r/w:rPr/w:bCs"))


def test_a_table_is_as_wide_as_its_page_or_as_it_says(tmp_path: Path) -> None:
    clauses = (
        "  - table: {columns: [ก, ข], rows: [[ค, ง]]}\n  - ก\n"
        "  - table: {columns: [ก, ข], rows: [[ค, ง]], widths: [25, 75]}\n  - ก\n"
        "  - table: {columns: [ก, ข], rows: [[ค, ง]], widths: [2, 4]}\n"
    )
    fitted, shares, centimetres = xpath(word_file(tmp_path, clauses), "//w:tbl")

    # 16 cm are 9071 twips, a centimetre is 567
    assert sum(map(int, xpath(fitted, "./w:tblGrid/w:gridCol/@w:w"))) == 9071
    assert xpath(shares, "./w:tblGrid/w:gridCol/@w:w") == ["2267", "6804"]
    assert xpath(shares, ".//w:tcW/@w:w") == ["2267", "6804"] * 2
    assert xpath(centimetres, "./w:tblGrid/w:gridCol/@w:w") == ["1134", "2268"]


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["1,200", "15000", "3"], ["1,200", "15,000", "3"]),
        (["1.5", "2", "๓.๒๕"], ["1.50", "2.00", "3.25"]),
        (["2567", "2568"], ["2567", "2568"]),
        (["12.5%", "-", "8%"], ["12.5%", "-", "8.0%"]),
        (["-5", "1,000"], ["-5", "1,000"]),
    ],
)
def test_numbers_of_a_column_have_one_form(texts: list[str], written: list[str]) -> None:
    form = number_form(texts)

    assert form is not None
    assert [form.written(text) for text in texts] == written


def test_numbers_in_their_form_keep_their_marks(tmp_path: Path) -> None:
    rows = "['2','**2000**'],['2','300^[น]'],['3','1,000.5'],['4','[5000](https://a.b)'],['5','*7*^[ม]']"
    root = word_file(tmp_path, f"  - table: {{columns: [ที่, บาท], rows: [{rows}]}}\n")
    cells = xpath(root, "//w:tbl[.//w:tblHeader]/w:tr[position() > 1]/w:tc[2]")

    assert list(map(text_of, cells)) == ["๒,๐๐๐.๐", "๓๐๐.๐", "๑,๐๐๐.๕", "๕,๐๐๐.๐", "๗.๐"]
    bold, noted, _plain, linked, italic = cells
    assert "".join(map(text_of, xpath(bold, ".//w:r[w:rPr/w:bCs]"))) == "๒,๐๐๐.๐"
    assert xpath(linked, ".//w:instrText/text()") == [' HYPERLINK "https://a.b" ']
    assert "".join(map(text_of, xpath(italic, ".//w:r[w:rPr/w:iCs]"))) == "๗.๐"
    assert [len(xpath(cell, ".//w:footnoteReference")) for cell in cells] == [0, 1, 0, 0, 1]
    last_runs = [xpath(cell, ".//w:r")[-1] for cell in (noted, italic)]
    assert [len(xpath(run, "./w:footnoteReference")) for run in last_runs] == [1, 1]


@pytest.mark.parametrize(
    ("typed", "written", "spans"),
    [
        ("**2000**", "2,000.0", [(0, 7)]),
        ("-**2000**%", "-2,000.0%", [(1, 8)]),
        ("2000^[ก]%", "2,000.0%", [(7, 7)]),
        ("^[ก]2000", "2,000.0", [(0, 0)]),
        ("**๒๐๐๐^[ก]**", "2,000.0", [(0, 7), (7, 7)]),
        ("**2**,000", "2,000", [(0, 1)]),
        ("20^[ก]00", "2000", [(2, 2)]),
    ],
)
def test_marks_move_with_the_digits_that_bear_them(
    typed: str, written: str, spans: list[tuple[int, int]]
) -> None:
    cell = NumberForm(has_commas=True, places=1).in_form(read_prose(typed))

    assert (str(cell), [(span.start, span.end) for span in cell.spans]) == (written, spans)
    assert cell.source == typed


@pytest.mark.parametrize(
    "texts", [["0812345678"], ["001", "2"], ["1,23"], ["12/2569"], ["ไม่มี", "3"], ["-"], []]
)
def test_codes_and_words_are_no_numbers(texts: list[str]) -> None:
    assert number_form(texts) is None


def test_a_list_counts_in_the_official_cascade_and_begins_anew(tmp_path: Path) -> None:
    deep = "{text: ง, items: [จ, {text: ฉ, items: [ช, ซ]}]}"
    clauses = (
        f"  - list: {{items: [ก, {{text: ข, items: [ค, {{text: ฅ, items: [{deep}]}}]}}]}}\n"
        "  - list: {items: [ก]}\n  - list: {style: arabic, items: [ก]}\n"
        "  - list: {style: letter, items: [ก, {text: ข, items: [ค]}]}\n"
        "  - list: {style: dash, items: [ก]}\n  - list: {style: bullet, items: [ก]}\n"
    )
    texts = paragraphs_of(word_file(tmp_path, clauses))

    labelled = [text for text in texts if "→" in text]
    assert labelled[:15] == [
        *("๑.→ก", "๒.→ข", "๒.๑→ค", "๒.๒→ฅ", "๒.๒.๑→ง", "(๑)→จ", "(๒)→ฉ", "(ก)→ช", "(ข)→ซ"),
        *("๑.→ก", "1.→ก", "ก.→ก", "ข.→ข", "(ก)→ค", "-→ก"),
    ]
    assert labelled[15] == "•→ก"


def test_each_level_of_a_list_stands_further_in(tmp_path: Path) -> None:
    below = "{text: ค, items: [{text: ง, items: [{text: จ, items: [ฉ]}]}]}"
    clauses = f"  - list: {{items: [ก, {{text: ข, items: [{below}]}}]}}\n"
    root = word_file(tmp_path, clauses)

    starts = [int(start) for start in xpath(root, "//w:p[w:r/w:tab]/w:pPr/w:ind[@w:hanging]/@w:left")]
    assert len(starts) == 6
    assert starts[0] == starts[1]
    assert starts[1:] == sorted(set(starts[1:]))


def test_letters_count_beyond_the_last() -> None:
    assert [letter(number) for number in (1, 2, 3, 4, 41, 42, 83)] == ["ก", "ข", "ค", "ง", "ฮ", "กก", "กกก"]


def test_steps_hold_paragraphs_and_tables(tmp_path: Path) -> None:
    clauses = (
        "  - steps:\n      - เปิดระบบ\n      - text: กรอก\n        paragraphs:\n          - ทุกช่อง\n"
        "          - table: {columns: [ก], rows: [[ข]]}\n            caption: แบบ\n      - บันทึก\n"
        "  - quote: [ยก, มา]\n"
    )
    texts = paragraphs_of(word_file(tmp_path, clauses))

    start = texts.index("ขั้นที่ ๑→เปิดระบบ")
    assert texts[start : start + 7] == [
        *("ขั้นที่ ๑→เปิดระบบ", "ขั้นที่ ๒→กรอก", "ทุกช่อง", "ตารางที่ ๑ แบบ", "ขั้นที่ ๓→บันทึก"),
        *("ยก", "มา"),
    ]


def test_a_page_break_begins_a_page_with_the_next_paragraph(tmp_path: Path) -> None:
    root = word_file(tmp_path, "  - ก่อน\n  - page_break: true\n  - หลัง\n")

    begins = [text_of(paragraph) for paragraph in xpath(root, "//w:p[w:pPr/w:pageBreakBefore]")]
    assert begins == ["หลัง"]


def test_two_tables_stay_apart(tmp_path: Path) -> None:
    table = "  - table: {columns: [ก], rows: [[ข]]}\n"
    root = word_file(tmp_path, table * 2)

    names = [child.tag for child in xpath(root, "/w:document/w:body/*")]
    place = names.index(w("tbl"))
    assert names[place : place + 3] == [w("tbl"), w("p"), w("tbl")]


def test_references_print_numbers_and_lead_to_captions(tmp_path: Path) -> None:
    clauses = "  - ดูตารางที่ {ref:สอง} และ {ref:งบ} ต่อ\n" + TABLE + "  - ก\n"
    clauses += "  - table: {columns: [ก], rows: [[ข]]}\n    id: สอง\n    caption: ตัว**หนา**\n"
    root = word_file(tmp_path, clauses)

    texts = paragraphs_of(root)
    assert "ดูตารางที่ ๒ และ ๑ ต่อ" in texts
    assert [text for text in texts if text.startswith("ตารางที่")] == ["ตารางที่ ๑ งบประมาณ", "ตารางที่ ๒ ตัวหนา"]
    targets = xpath(root, "//w:hyperlink/@w:anchor")
    names = xpath(root, "//w:bookmarkStart[starts-with(@w:name, '_Ref')]/@w:name")
    assert targets == [names[1], names[0]]


@pytest.mark.parametrize(
    ("mark", "xml"),
    [
        ("**{ref:งบ}**", "<w:b/><w:bCs/>"),
        ("*{ref:งบ}*", "<w:i/><w:iCs/>"),
        ("__{ref:งบ}__", '<w:u w:val="single"/>'),
        ("__ตารางที่ {ref:งบ}__", '<w:u w:val="single"/>'),
        ("ก^{ref:งบ}^", '<w:vertAlign w:val="superscript"/>'),
    ],
)
def test_a_reference_bears_the_marks_around_it(tmp_path: Path, mark: str, xml: str) -> None:
    root = word_file(tmp_path, f"  - 'ดู {mark} ต่อ'\n{TABLE}")
    (number,) = xpath(root, "//w:hyperlink//w:r[w:t='๑']")
    names_of_xml = f' xmlns:w="{NAMES["w"]}"'
    assert xml in etree.tostring(number, encoding="unicode").replace(names_of_xml, "")


@pytest.mark.parametrize("text", ["**ดู**{ref:งบ} ต่อ", "ดู {ref:งบ}**ต่อ**"])
def test_a_reference_beside_a_mark_does_not_bear_it(tmp_path: Path, text: str) -> None:
    root = word_file(tmp_path, f"  - '{text}'\n{TABLE}")
    assert len(xpath(root, "//w:hyperlink//w:r[w:t='๑']")) == 1
    assert xpath(root, "//w:hyperlink//w:b") == []


def test_a_reference_in_a_note_prints_the_number_of_its_caption(tmp_path: Path) -> None:
    data = printed_order(tmp_path, "  - ดู^[ตารางที่ {ref:งบ} ท้ายข้อ]\n" + TABLE).value
    assert data is not None

    notes = etree.fromstring(parts_of(data)["word/footnotes.xml"])
    assert "ตารางที่ ๑ ท้ายข้อ" in [text_of(paragraph).strip() for paragraph in xpath(notes, "//w:p")]
    (name,) = xpath(xml_of(data), "//w:bookmarkStart[starts-with(@w:name, '_Ref')]/@w:name")
    assert xpath(notes, "//w:hyperlink/@w:anchor") == [name]


def test_rows_come_from_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "tables" / "a.csv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["ชื่อ", "รหัส", "จำนวน"], ["ก", "001", "1200"], ["ข", "002", "3,000"]])
    clauses = "  - table: {file: tables/a.csv, columns: [จำนวน, ชื่อ]}\n"
    (table,) = xpath(word_file(tmp_path, clauses), "//w:tbl")

    assert texts_of_cells(table) == [["จำนวน", "ชื่อ"], ["๑,๒๐๐", "ก"], ["๓,๐๐๐", "ข"]]


def test_words_beside_a_block_stay_with_their_paragraph(tmp_path: Path) -> None:
    def add_words(root: Any) -> None:
        (text,) = xpath(root, "//w:t[text()='{{ paragraph }}'][1]")[2:3]
        text.text = "ก่อน {{ paragraph }} หลัง"

    project = project_of(tmp_path, "  - quote: ยก\n")
    put_template(tmp_path, DOCUMENT, add_words)
    project = api.load(tmp_path)

    texts = paragraphs_of(xml_of(api.render(api.find(project, "order"), today=TODAY)))
    place = texts.index("ก่อน ")
    assert texts[place : place + 3] == ["ก่อน ", "ยก", " หลัง"]


def test_a_block_in_a_header_is_refused(tmp_path: Path) -> None:
    def print_clauses(root: Any) -> None:
        xpath(root, "//w:t")[0].text = "{% for clause in order.clauses %}{{ clause }}{% endfor %}"

    project_of(tmp_path, TABLE)
    put_template(tmp_path, HEADER, print_clauses)
    project = api.load(tmp_path)

    with pytest.raises(ContentError) as error_info:
        api.render(api.find(project, "order"), today=TODAY)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field) == ("E124", HEADER)
    assert Path(diagnostic.location.path).name == "order.docx"
    assert "งบประมาณ" in diagnostic.message


def test_a_template_without_styles_of_tables_gets_them(tmp_path: Path) -> None:
    def remove_styles(root: Any) -> None:
        for style in xpath(
            root, "//w:style[starts-with(@w:styleId, 'Table') and @w:styleId != 'TableNormal']"
        ):
            style.getparent().remove(style)

    project_of(tmp_path, TABLE)
    put_template(tmp_path, STYLES, remove_styles)
    data = api.render(api.find(api.load(tmp_path), "order"), today=TODAY)

    names = set(xpath(xml_of(data, STYLES), "//w:style/@w:styleId"))
    assert names >= {"EsaTableGrid", "EsaTableText", "EsaTableHeading", "EsaTableTitle"}
    assert xpath(xml_of(data), "//w:tbl[.//w:tblHeader]/w:tblPr/w:tblStyle/@w:val") == ["EsaTableGrid"]
    assert len(parts_of(data)) == len(set(parts_of(data)))


def test_a_template_lists_its_tables(tmp_path: Path) -> None:
    def add_list(root: Any) -> None:
        begin, separate, end = [
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        ]
        instruction = "<w:r><w:instrText> TOC \\f t </w:instrText></w:r>"
        runs = begin + instruction + separate + end
        field = f'<w:p xmlns:w="{root.nsmap["w"]}">{runs}</w:p>'
        root[0].insert(0, etree.fromstring(field))

    project_of(tmp_path, TABLE + "  - table: {columns: [ก], rows: [[ข]]}\n    caption: 'ต่อจาก {ref:งบ}'\n")
    put_template(tmp_path, DOCUMENT, add_list)
    root = xml_of(api.render(api.find(api.load(tmp_path), "order"), today=TODAY))

    entries = xpath(root, "//w:p[w:hyperlink/@w:anchor][.//w:instrText[contains(., 'PAGEREF')]]")
    assert [text_of(entry) for entry in entries] == ["ตารางที่ ๑ งบประมาณ→", "ตารางที่ ๒ ต่อจาก ๑→"]
    for entry in entries:
        (anchor,) = xpath(entry, "./w:hyperlink/@w:anchor")
        assert xpath(root, "//w:bookmarkStart/@w:name").count(anchor) == 1


def test_a_table_in_a_cell_is_as_wide_as_the_cell_and_ends_with_a_paragraph() -> None:
    sign = BLOCK + in_bytes("0")
    width = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
    cell = f"<w:tc>{width}<w:p><w:r><w:t>{sign}</w:t></w:r></w:p></w:tc>"
    hosts = []

    def print_block(_number: int, host: Any) -> str:
        hosts.append(host)
        return "\ue1f1<w:tbl></w:tbl>\ue1f1"

    xml = insert_blocks(f"<w:document><w:body>{cell}</w:body></w:document>", print_block, 9071)

    assert "</w:tbl><w:p>" in xml
    # the margins of the cell are 57 at each side
    assert [(host.width, host.is_in_cell) for host in hosts] == [(2886, True)]


@pytest.mark.parametrize(
    "content",
    [
        '<w:hyperlink w:anchor="a"><w:r><w:t>{sign}</w:t></w:r></w:hyperlink>',
        "<w:sdt><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:instrText>{sign}</w:instrText></w:r>",
    ],
)
def test_a_block_in_a_link_a_control_or_a_field_is_refused(content: str) -> None:
    paragraph = f"<w:p>{content.format(sign=BLOCK + in_bytes('7'))}</w:p>"

    with pytest.raises(MisplacedBlockError) as error_info:
        insert_blocks(f"<w:document><w:body>{paragraph}</w:body></w:document>", lambda *_args: "", 9071)
    assert error_info.value.number == 7


def test_a_page_break_in_a_cell_is_refused() -> None:
    styles = block_styles(b"<w:styles></w:styles>")
    text = BlockText(Captions(), styles, "thai", "TH SarabunPSK", MarkStyles())
    printer = BlockPrinter((Block(page_break=True),), CaptionWriter(text, Contents("thai", {}), ()))

    with pytest.raises(MisplacedBlockError):
        printer.xml(0, Host("", "", "", 2000, is_in_cell=True))


def test_the_text_of_a_block_has_the_look_of_its_paragraph() -> None:
    big = '<w:sz w:val="40"/><w:szCs w:val="40"/>'
    paragraph = (
        '<w:p><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr>'
        f'<w:jc w:val="both"/></w:pPr><w:r><w:rPr>{big}</w:rPr><w:t>{BLOCK}{in_bytes("0")}</w:t></w:r></w:p>'
    )
    styles = block_styles(b"<w:styles></w:styles>")
    text = BlockText(Captions(), styles, "thai", "TH SarabunPSK", MarkStyles())
    printer = BlockPrinter(
        (Block.model_validate({"quote": ["ก", "ข"]}),), CaptionWriter(text, Contents("thai", {}), ())
    )
    declared = f'xmlns:w="{NAMES["w"]}"'

    xml = insert_blocks(
        f"<w:document {declared}><w:body>{paragraph}</w:body></w:document>", printer.xml, 9071
    )

    first, second = xpath(etree.fromstring(xml), "//w:p")
    assert xpath(first, "./w:pPr/w:pStyle/@w:val") == ["A"]
    assert xpath(first, "./w:pPr/w:jc/@w:val") == ["both"]
    assert xpath(first, ".//w:sz/@w:val | .//w:szCs/@w:val") == ["40", "40"]
    # the block has not the number of the paragraph, and only its last paragraph is kept with what follows
    assert xpath(first, "./w:pPr/w:numPr") == []
    assert [len(xpath(each, "./w:pPr/w:keepNext")) for each in (first, second)] == [0, 1]


@pytest.mark.parametrize("cell", ["ก", "^"])
def test_a_table_is_read_and_written_in_linear_time(cell: str) -> None:
    text = BlockText(
        Captions(), block_styles(b"<w:styles></w:styles>"), "thai", "TH SarabunPSK", MarkStyles()
    )

    def write(count: int) -> object:
        rows = [["ก", "1,000"], *([[cell, "2"]] * count)]
        table = TableBlock.model_validate({"columns": ["ก", "ข"], "rows": rows})
        return table_xml(table, Host("", "", "", 9071), text)

    assert is_linear(write, 100)


def test_a_list_is_read_and_labelled_in_linear_time() -> None:
    def read(count: int) -> object:
        items = [{"text": "ก", "items": ["ข"] * 3}] * count
        block = ListBlock.model_validate({"items": items})
        return list(labelled_items(block.items, labels_of(None, "thai")))

    assert is_linear(read, 100)


def test_blocks_are_put_in_in_linear_time() -> None:
    def insert(count: int) -> object:
        sign = BLOCK + in_bytes("0")
        paragraph = f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>{sign}</w:t></w:r></w:p>'
        xml = f"<w:document><w:body>{paragraph * count}</w:body></w:document>"
        return insert_blocks(xml, lambda _number, _host: "<w:p/>", 9071)

    assert is_linear(insert, 100)


def test_a_paper_without_blocks_loads_nothing_of_them(tmp_path: Path) -> None:
    project_of(tmp_path, "  - ก\n")
    program = (
        "import datetime, sys; from pathlib import Path; from esa_docs import api\n"
        f"project = api.load(Path({str(tmp_path)!r}))\n"
        "api.render(api.find(project, 'order'), today=datetime.date(2026, 9, 16))\n"
        "print(sorted(name for name in sys.modules if name.startswith('esa_docs.word.blocks')))"
    )
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert output.stdout.strip() == "[]"
