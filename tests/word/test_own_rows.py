"""Tables of a circular of which each letter has the rows of its own recipient, with a total of these."""

from __future__ import annotations

from pathlib import Path

import pytest
from circulars import HEAD_LINES, letters_of, lines_with, printed_letters, put_circular, tables_of, text_of
from growth import is_linear
from openpyxl import Workbook
from qr_papers import put_letter
from word_files import xml_of, xpath
from written_project import diagnostics_of, put

from esa_docs import api
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.filling import letters_by_addressee

FIRST = HEAD_LINES + 1
SCHOOLS = "เรียน,รหัส,ชื่อย่อ\nผอ.ป่า,0421,ป่า\nผอ.นา,0422,นา\n"
ROWS = """\
รหัส,ที่,รายการ,จำนวน,ปี,งบ
0421,1,โต๊ะ,2,2569,"1,000"
0422,2,โต๊ะ,1,2569,500
0421,3,เก้าอี้,10,2569,250.50
"""
TABLE = """\
text:
  - ตามตารางที่ {ref:ร}
  - table: {file: rows.csv, rows_of: รหัส, total: true, columns: [ที่, รายการ, จำนวน, ปี, งบ]}
    id: ร
    caption: รายการ
"""
HEAD = ["ที่", "รายการ", "จำนวน", "ปี", "งบ"]
# 2 + 10, and 1,000 + 250.50; years are no sum, running numbers begin at 1.
# รวม takes the cells of ที่ and รายการ.
OF_FOREST = [
    HEAD,
    ["๑", "โต๊ะ", "๒", "๒๕๖๙", "๑,๐๐๐.๐๐"],
    ["๒", "เก้าอี้", "๑๐", "๒๕๖๙", "๒๕๐.๕๐"],
    ["รวม", "๑๒", "", "๑,๒๕๐.๕๐"],
]
OF_FIELD = [HEAD, ["๑", "โต๊ะ", "๑", "๒๕๖๙", "๕๐๐"], ["รวม", "๑", "", "๕๐๐"]]


def project(root: Path, keys: str = TABLE, rows: str = ROWS, schools: str = SCHOOLS) -> Path:
    """Write a project with a circular, the table of its recipients and that of their rows."""
    put(root, "rows.csv", rows)
    return put_circular(root, keys, schools)


def findings(root: Path) -> list[tuple[str, str, int, int]]:
    return [row for row in diagnostics_of(api.load(root)) if row[0] != "E624"]


def test_each_letter_has_the_rows_of_its_recipient_and_their_total(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert findings(root) == []
    (data,) = printed_letters(root)
    assert tables_of(data) == [OF_FOREST, OF_FIELD]


def test_each_file_has_the_rows_of_its_recipient(tmp_path: Path) -> None:
    files = printed_letters(project(tmp_path, f"separate_files: true\n{TABLE}"))
    assert [tables_of(data) for data in files] == [[OF_FOREST], [OF_FIELD]]


def test_captions_of_each_letter_of_a_file_count_from_1_and_references_lead_into_it(tmp_path: Path) -> None:
    (data,) = printed_letters(project(tmp_path))
    assert lines_with(data, "ตารางที่") == ["ตามตารางที่ ๑", "ตารางที่ ๑ รายการ"] * 2
    document = xml_of(data)
    names = xpath(document, ".//w:bookmarkStart[starts-with(@w:name, '_Ref')]/@w:name")
    assert len(names) == len(set(names)) == 2
    assert [str(anchor) for anchor in xpath(document, ".//w:hyperlink/@w:anchor")] == names


def test_the_last_paragraph_refers_to_the_table_of_its_letter(tmp_path: Path) -> None:
    keys = TABLE.replace(" {ref:ร}", "") + "closing: ตาราง {ref:ร} ทราบ\n"
    (data,) = printed_letters(project(tmp_path, keys))
    assert lines_with(data, "ทราบ") == ["ตาราง ๑ ทราบ"] * 2
    document = xml_of(data)
    names = xpath(document, ".//w:bookmarkStart[starts-with(@w:name, '_Ref')]/@w:name")
    assert [str(anchor) for anchor in xpath(document, ".//w:hyperlink/@w:anchor")] == names


def test_a_chart_shows_no_recipient_the_rows_of_others(tmp_path: Path) -> None:
    keys = "text:\n  - table: {file: rows.csv, rows_of: รหัส}\n    id: ต\n    caption: ก\n"
    root = project(tmp_path, f"{keys}  - chart: {{type: bar, of: ต}}\n", "รหัส,ของ,ราย\n0421,ก,1\n0422,ข,2\n")
    (finding,) = findings(root)
    assert (finding[0], finding[1]) == ("E229", "letter")


def test_figures_of_each_letter_of_a_file_count_from_1(tmp_path: Path) -> None:
    chart = "  - chart: {type: bar, columns: [ก, ข], rows: [[ค, 1], [ง, 2]]}\n    caption: ผล\n"
    (data,) = printed_letters(put_circular(tmp_path, f"text:\n  - ก\n{chart}"))
    assert lines_with(data, "ภาพที่") == ["ภาพที่ ๑ ผล", "ภาพที่ ๑ ผล"]


def test_a_table_that_is_the_same_for_all_may_have_a_caption_too(tmp_path: Path) -> None:
    keys = "text:\n  - table: {columns: [ก], rows: [[ข]]}\n    caption: งบ\n  - {page_break: true}\n"
    (data,) = printed_letters(project(tmp_path, keys))
    assert lines_with(data, "ตารางที่") == ["ตารางที่ ๑ งบ"] * 2


@pytest.mark.parametrize(("column", "first"), [("รหัส", "0421"), ("โรง", "ป่า"), ("โรง", "ผอ.ป่า")])
def test_rows_belong_by_key_then_short_name_then_name(tmp_path: Path, column: str, first: str) -> None:
    schools = {
        "0421": SCHOOLS,
        "ป่า": "เรียน,ชื่อย่อ\nผอ.ป่า,ป่า\nผอ.นา,นา\n",
        "ผอ.ป่า": "เรียน\nผอ.ป่า\nผอ.นา\n",
    }[first]
    second = {"0421": "๐๔๒๒", "ป่า": " นา ", "ผอ.ป่า": "ผอ.นา"}[first]
    rows = f"{column},ของ\n{first},ก\n{second},ข\n"
    keys = f"text:\n  - table: {{file: rows.csv, rows_of: {column}, columns: [ของ]}}\n"
    root = project(tmp_path, keys, rows, schools)
    assert findings(root) == []
    assert tables_of(printed_letters(root)[0]) == [[["ของ"], ["ก"]], [["ของ"], ["ข"]]]


def test_a_column_that_recipients_have_goes_before_their_key(tmp_path: Path) -> None:
    schools = "เรียน,รหัส,ชื่อ โรงเรียน\nก,1,บ้านป่า\nข,2,บ้านนา\n"
    rows = "ชื่อ  โรงเรียน,ของ\nบ้านนา,ข\nบ้านป่า,ก\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: ชื่อ โรงเรียน}\n"
    root = project(tmp_path, keys, rows, schools)
    assert findings(root) == []
    head = ["ชื่อ โรงเรียน", "ของ"]
    assert tables_of(printed_letters(root)[0]) == [[head, ["บ้านป่า", "ก"]], [head, ["บ้านนา", "ข"]]]


def test_a_table_of_the_letter_itself_and_joined_cells_of_excel_style(tmp_path: Path) -> None:
    keys = """\
text:
  - table:
      columns: [โรง, ของ, จำนวน, <]
      head_rows: 2
      rows:
        - [^, ^, ก่อน, หลัง]
        - [ป่า, โต๊ะ, 1, 2]
        - [^, ตู้, 3, 4]
        - [นา, ^, 5, 6]
      rows_of: โรง
"""
    schools = "เรียน,ชื่อย่อ\nผอ.ป่า,ป่า\nผอ.นา,นา\n"
    forest, field = tables_of(printed_letters(project(tmp_path, keys, schools=schools))[0])
    assert forest[2:] == [["ป่า", "โต๊ะ", "๑", "๒"], ["", "ตู้", "๓", "๔"]]
    assert field[2:] == [["นา", "ตู้", "๕", "๖"]]


def test_a_recipient_without_rows_and_rows_of_nobody_are_told(tmp_path: Path) -> None:
    rows = "รหัส,ของ\n0421,ก\n0499,ข\n,ค\n0499,ง\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: รหัส, total: true}\n"
    root = project(tmp_path, keys, rows)
    assert findings(root) == [("W521", "a", 3, 1), ("W522", "rows", 3, 1), ("W522", "rows", 4, 1)]
    assert tables_of(printed_letters(root)[0])[1] == [["รหัส", "ของ"], ["-", "-"]]


def test_a_total_of_the_recipient_itself_stays_as_typed(tmp_path: Path) -> None:
    rows = "รหัส,ของ,จำนวน\n0421,ก,1\n0421,รวมทั้งสิ้น,7\n0422,ข,2\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: รหัส, total: true, columns: [ของ, จำนวน]}\n"
    forest, field = tables_of(printed_letters(project(tmp_path, keys, rows))[0])
    assert forest[1:] == [["ก", "๑"], ["รวมทั้งสิ้น", "๗"]]
    assert field[1:] == [["ข", "๒"], ["รวม", "๒"]]


@pytest.mark.parametrize("head", ["รหัสพัสดุ", "ร้อยละ", "ปีการศึกษา", "ลำดับที่", "เลขที่", "ค่าเฉลี่ย"])
def test_numbers_that_make_no_sum_have_none(tmp_path: Path, head: str) -> None:
    rows = f"รหัส,ของ,{head}\n0421,ก,5\n0421,ข,6\n0422,ค,7\n"
    keys = f"text:\n  - table: {{file: rows.csv, rows_of: รหัส, total: true, columns: [ของ, {head}]}}\n"
    forest, _field = tables_of(printed_letters(project(tmp_path, keys, rows))[0])
    assert forest[-1] == ["รวม", ""]


def test_a_column_with_codes_among_its_numbers_has_no_sum(tmp_path: Path) -> None:
    rows = "รหัส,ของ,จำนวน,งบ\n0421,ก,05,1\n0421,ข,6,-\n0422,ค,7,2\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: รหัส, total: true, columns: [ของ, จำนวน, งบ]}\n"
    forest, _field = tables_of(printed_letters(project(tmp_path, keys, rows))[0])
    assert forest[-1] == ["รวม", "", "๑"]


def test_the_column_by_which_rows_belong_is_never_summed(tmp_path: Path) -> None:
    rows = "โรงเรียน,ราย,จำนวน\n2,โต๊ะ,1\n2,ตู้,2\n3,โต๊ะ,5\n"
    schools = "เรียน,ชื่อย่อ\nผอ.ป่า,2\nผอ.นา,3\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: โรงเรียน, total: true}\n"
    forest, field = tables_of(printed_letters(project(tmp_path, keys, rows, schools))[0])
    assert forest[-1] == ["รวม", "", "๓"]
    assert field[-1] == ["รวม", "", "๕"]


def test_all_rows_decide_whether_a_column_is_summed(tmp_path: Path) -> None:
    # The share of the second school lacks its sign; its neighbour's tell that the column holds shares.
    rows = "รหัส,ของ,เกณฑ์ (%),จำนวน\n0421,ก,50%,-\n0421,ข,60%,-\n0422,ค,5,4\n"
    keys = "text:\n  - table: {file: rows.csv, rows_of: รหัส, total: true, columns: [ของ, เกณฑ์ (%), จำนวน]}\n"
    forest, field = tables_of(printed_letters(project(tmp_path, keys, rows))[0])
    assert forest[-1] == ["รวม", "", ""]
    assert field[-1] == ["รวม", "", "๔"]


def test_cells_that_are_joined_to_another_count_once_in_a_total(tmp_path: Path) -> None:
    keys = """\
text:
  - table:
      columns: [โรง, ของ, จำนวน]
      rows: [[ป่า, โต๊ะ, 3], [^, ตู้, ^], [นา, โต๊ะ, 5]]
      rows_of: โรง
      total: true
"""
    schools = "เรียน,ชื่อย่อ\nผอ.ป่า,ป่า\nผอ.นา,นา\n"
    forest, _field = tables_of(printed_letters(project(tmp_path, keys, schools=schools))[0])
    assert forest[-1] == ["รวม", "", "๓"]


def test_rows_of_a_workbook_belong_to_recipients_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("รหัส", "เงิน"), (421, 1000), (422, 2000.5), (421, 500)):
        sheet.append(row)
    for number in range(2, 5):
        sheet[f"A{number}"].number_format = "0000"
        sheet[f"B{number}"].number_format = "#,##0.00"
    keys = "text:\n  - table: {file: rows.xlsx, rows_of: รหัส, total: true, columns: [เงิน]}\n"
    root = project(tmp_path, keys)
    book.save(root / "rows.xlsx")
    assert findings(root) == []
    assert [table[1:] for table in tables_of(printed_letters(root)[0])] == [
        [["๑,๐๐๐.๐๐"], ["๕๐๐.๐๐"], ["๑,๕๐๐.๐๐"]],
        [["๒,๐๐๐.๕๐"], ["๒,๐๐๐.๕๐"]],
    ]


def test_a_column_that_the_table_lacks_is_told_with_the_nearest(tmp_path: Path) -> None:
    root = project(tmp_path, "text:\n  - table: {file: rows.csv, rows_of: รหส}\n")
    (diagnostic,) = [each for each in api.check(api.load(root)) if each.code == "E233"]
    assert (diagnostic.location.line, diagnostic.location.column) == (FIRST + 2, 38)
    assert "'รหัส'" in diagnostic.hint
    root = project(tmp_path, "text:\n  - table: {columns: [ก], rows: [[1]], rows_of: ข}\n")
    assert findings(root) == [("E233", "letter", FIRST + 2, 49)]


def test_a_table_of_recipients_in_a_paper_without_them_is_an_error(tmp_path: Path) -> None:
    table = "text:\n  - table: {columns: [ก], rows: [[1]], rows_of: ก}\n"
    root = put_letter(tmp_path, f"to: ก\n{table}")
    put(root, "2569/memo.yaml", f"kind: memo\nsubject: ก\nsignature: {{by: ก}}\n{table}")
    assert findings(root) == [("E234", "letter", FIRST + 2, 49), ("E234", "memo", 5, 49)]


def test_a_file_that_is_not_there_is_told_alone(tmp_path: Path) -> None:
    root = project(tmp_path, "text:\n  - table: {file: no.csv, rows_of: รหัส}\n")
    assert [code for code, *_place in findings(root)] == ["E648"]


def test_what_the_program_fills_in_is_no_key(tmp_path: Path) -> None:
    root = project(tmp_path, "text:\n  - table: {columns: [ก], rows: [[1]], row_values: [x]}\n")
    (diagnostic,) = [each for each in api.check(api.load(root)) if each.code == "E201"]
    assert "rows_of: values" not in diagnostic.hint


def test_a_row_of_one_recipient_changes_no_other_letter(tmp_path: Path) -> None:
    keys = f"separate_files: true\n{TABLE}"
    before = [fingerprint(letter, "") for letter in letters_of(project(tmp_path, keys))]
    changed_rows = ROWS.replace(",500\n", ",501\n")
    after = [fingerprint(letter, "") for letter in letters_of(project(tmp_path, keys, changed_rows))]
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_the_work_grows_with_the_rows(tmp_path: Path) -> None:
    def fill(count: int) -> None:
        schools = [f"ก{number},{number:04}" for number in range(count)]
        rows = [f"{number:04},{number},ข" for number in range(count)] * 3
        root = project(
            tmp_path,
            "text:\n  - table: {file: rows.csv, rows_of: รหัส, total: true}\n",
            "รหัส,จำนวน,ของ\n" + "\n".join(rows),
            "เรียน,รหัส\n" + "\n".join(schools),
        )
        (document,) = api.load(root).documents
        assert isinstance(document.content, Letter)
        assert len(list(letters_by_addressee(document.content))) == count

    assert is_linear(fill, 40)


@pytest.mark.parametrize(
    ("columns", "rows", "total"),
    [
        ("ที่, รายการ, จำนวน", "1,โต๊ะ,2\n0421,2,ตู้,3", [("รวม", 2), ("๕", 1)]),
        ("ที่, จำนวน, รายการ", "1,2,โต๊ะ\n0421,2,3,ตู้", [("รวม", 1), ("๕", 1), ("", 1)]),
        ("ที่, จำนวน", "1,2\n0421,2,3", [("รวม", 1), ("๕", 1)]),
        ("จำนวน, ที่, รายการ", "2,1,โต๊ะ\n0421,3,2,ตู้", [("๕", 1), ("รวม", 2)]),
        ("จำนวน, งบ", "2,10\n0421,3,20", [("๕", 1), ("๓๐", 1)]),
        ("รายการ, ที่, จำนวน", "โต๊ะ,1,2\n0421,ตู้,2,3", [("รวม", 1), ("", 1), ("๕", 1)]),
    ],
)
def test_the_word_for_the_total_stands_in_the_first_cell_without_a_sum(
    columns: str, rows: str, total: list[tuple[str, int]], tmp_path: Path
) -> None:
    rows_file = f"รหัส,{columns.replace(' ', '')}\n0421,{rows}\n0422,{rows.splitlines()[0]}\n"
    keys = f"text:\n  - table: {{file: rows.csv, rows_of: รหัส, total: true, columns: [{columns}]}}\n"
    (data,) = printed_letters(project(tmp_path, keys, rows_file))
    first_table = xpath(xml_of(data), ".//w:tbl[.//w:tblHeader]")[0]
    last_row = xpath(first_table, "./w:tr")[-1]
    cells = []
    for cell in xpath(last_row, "./w:tc"):
        spans = xpath(cell, "./w:tcPr/w:gridSpan/@w:val")
        cells.append((text_of(cell), int(*spans) or 1))
    assert cells == total
