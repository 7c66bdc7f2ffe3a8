"""Fields of a circular: what each letter prints, and what is told before anything is made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from circulars import (
    HEAD_LINES,
    SCHOOLS,
    SENTENCES,
    TEXT,
    letters_of,
    lines_with,
    printed_letters,
    put_circular,
)
from growth import is_linear
from openpyxl import Workbook
from qr_papers import put_letter
from word_files import xml_of, xpath
from written_project import diagnostics_of, put

from esa_docs import api
from esa_docs.jobs.building.fingerprint import fingerprint
from esa_docs.jobs.kept.own_words import contents_of
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.filling import letters_by_addressee

FIRST = HEAD_LINES + 1
"""The line of the first key of a test in the file of the letter."""
LISTED = """\
recipients:
  - {to: โรงเรียนหนึ่ง, ชื่อ โรงเรียน: บ้านป่า}
  - to: โรงเรียนสอง
    ชื่อ โรงเรียน: บ้านนา
"""


def findings(root: Path) -> list[tuple[str, str, int, int]]:
    """Return code, file, line and column of each finding but the info of columns that are not read."""
    return [row for row in diagnostics_of(api.load(root)) if row[0] != "E624"]


def test_each_letter_of_a_file_says_what_its_recipient_has(tmp_path: Path) -> None:
    (data,) = printed_letters(put_circular(tmp_path, TEXT))
    assert lines_with(data, "ด้วยโรงเรียน") == SENTENCES


def test_each_file_of_a_circular_says_what_its_recipient_has(tmp_path: Path) -> None:
    files = printed_letters(put_circular(tmp_path, f"separate_files: true\n{TEXT}"))
    assert [lines_with(data, "ด้วยโรงเรียน") for data in files] == [[SENTENCES[0]], [SENTENCES[1]]]


def test_recipients_of_the_letter_itself_may_have_columns(tmp_path: Path) -> None:
    keys = f"{LISTED}text: ['ถึง **{{field:ชื่อ  โรงเรียน}}** ขอแสดง']\nclosing: ขอ{{field:ชื่อ โรงเรียน}}ทราบ\n"
    root = put_letter(tmp_path, keys)
    assert findings(root) == []
    (data,) = printed_letters(root)
    assert lines_with(data, "ถึง") == ["ถึง บ้านป่า ขอแสดง", "ถึง บ้านนา ขอแสดง"]
    assert lines_with(data, "ทราบ") == ["ขอบ้านป่าทราบ", "ขอบ้านนาทราบ"]
    bold_texts = ["".join(run.itertext()) for run in xpath(xml_of(data), ".//w:r[w:rPr/w:b and w:rPr/w:bCs]")]
    assert [text for text in bold_texts if text.startswith("บ้าน")] == ["บ้านป่า", "บ้านนา"]


@pytest.mark.parametrize("head", ["ชื่อ  โรงเรียน", " ชื่อ โรงเรียน ", "School NAME"])
def test_heads_are_the_same_with_other_blanks_and_case(tmp_path: Path, head: str) -> None:
    field = "school name" if "NAME" in head else "ชื่อ โรงเรียน"
    root = put_circular(tmp_path, f"text: ['ถึง {{field:{field}}}']\n", f"เรียน,{head}\nก,บ้านป่า\n")
    assert findings(root) == []
    assert lines_with(printed_letters(root)[0], "ถึง") == ["ถึง บ้านป่า"]


def test_the_columns_that_name_a_recipient_are_fields_too(tmp_path: Path) -> None:
    root = put_circular(tmp_path, "text: ['ถึง {field:เรียน} รหัส {field:รหัส}']\n")
    assert lines_with(printed_letters(root)[0], "ถึง")[0] == "ถึง ผอ.รร.บ้านป่า รหัส ๐๔๒๑"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("**หนา** [ก](https://a.go.th)", "**หนา** [ก](https://a.go.th)"),
        ("{field:รหัส} {ref:ก}", "{field:รหัส} {ref:ก}"),
        ("=SUM(A1:A3)", "=SUM(A1:A3)"),
        ("0421", "๐๔๒๑"),
        ("0812345678", "๐๘๑๒๓๔๕๖๗๘"),
        ("12,500", "๑๒,๕๐๐"),
        ("2569", "๒๕๖๙"),
        ("-12.50", "-๑๒.๕๐"),
        ("95.5%", "๙๕.๕%"),
        ("31/3/2569", "๓๑ มีนาคม ๒๕๖๙"),
        ("๑ ก.พ. ๒๕๖๙", "๑ กุมภาพันธ์ ๒๕๖๙"),
        ("1 ต.ค. 69", "๑ ตุลาคม ๒๕๖๙"),
        ("16/9/69", "๑๖ กันยายน ๒๕๖๙"),
        ("2026-09-16", "๑๖ กันยายน ๒๕๖๙"),
        ("16/9/2026", "๑๖ กันยายน ๒๕๖๙"),
        ("16.9.2569", "๑๖ กันยายน ๒๕๖๙"),
        ("1 ต.ค. ค.ศ. 2026", "๑ ตุลาคม ๒๕๖๙"),
        ("1.2.69", "๑.๒.๖๙"),
        ("99/12/34", "๙๙/๑๒/๓๔"),
        ("12/2569", "๑๒/๒๕๖๙"),
        ('"บรรทัดหนึ่ง\nบรรทัดสอง"', "บรรทัดหนึ่ง บรรทัดสอง"),
        ("ก" * 3000, "ก" * 3000),
        ("a < b & c", "a < b & c"),
    ],
)
def test_a_value_is_printed_as_it_is_seen(tmp_path: Path, value: str, text: str) -> None:
    field = value if value.startswith('"') else '"' + value.replace('"', '""') + '"'
    root = put_circular(tmp_path, "text: ['ค่า{field:ค่า}จบ']\n", f"เรียน,ค่า\nก,{field}\n")
    assert findings(root) == []
    assert lines_with(printed_letters(root)[0], "ค่า") == [f"ค่า{text}จบ"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("31/2/2569", "๓๑/๒/๒๕๖๙"),
        ("3/4/2026", "๓/๔/๒๐๒๖"),
        ("1/10/26", "๑/๑๐/๒๖"),
        ("1 ต.ค. 26", "๑ ต.ค. ๒๖"),
        ("16 ตค 69", "๑๖ ตค ๖๙"),
        ("วันจันทร์ที่ 16 กันยายน 2569", "วันจันทร์ที่ ๑๖ กันยายน ๒๕๖๙"),
        ("16-Sep-26", "๑๖-Sep-26"),
    ],
)
def test_a_date_that_is_not_certain_is_told_at_its_cell(tmp_path: Path, value: str, text: str) -> None:
    root = put_circular(tmp_path, "text: ['ค่า{field:ค่า}จบ']\n", f"เรียน,ค่า\nก,16/9/2569\nข,{value}\n")
    assert findings(root) == [("W503", "a", 3, 3)]
    assert lines_with(printed_letters(root)[0], "ค่า") == ["ค่า๑๖ กันยายน ๒๕๖๙จบ", f"ค่า{text}จบ"]


@pytest.mark.parametrize(
    ("field", "table"), [("ชื่อย่อ", "เรียน,ชื่อย่อ"), ("short", "เรียน,ชื่อย่อ"), ("รหัส", "เรียน,รหัส")]
)
def test_a_column_without_a_value_is_named_as_its_table_has_it(
    tmp_path: Path, field: str, table: str
) -> None:
    root = put_circular(tmp_path, f"text: ['{{field:{field}}}']\n", f"{table}\nก,ย\nข,\n")
    (diagnostic,) = [each for each in api.check(api.load(root)) if each.code == "E232"]
    head = table.partition(",")[2]
    assert f"'{head}'" in diagnostic.message
    assert diagnostic.location.line == 3


def test_cells_of_excel_are_printed_as_excel_shows_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เรียน", "เงิน", "วัน", "รหัสโรง", "สั้น", "เดือน"])
    day = dt.date(2026, 9, 16)
    sheet.append(["ก", 12500.5, day, 7, day, day])
    formats = ("#,##0.00", "d/m/yyyy", "0000", "[$-107041E]d mmm yy", "[$-107041E]mmmm yyyy")
    for column, number_format in zip("BCDEF", formats, strict=True):
        sheet[f"{column}2"].number_format = number_format
    root = put_letter(
        tmp_path,
        "recipients_from: a.xlsx\n"
        "text: ['ค่า {field:เงิน} {field:วัน} {field:รหัสโรง} {field:สั้น} {field:เดือน}']\n",
    )
    book.save(root / "a.xlsx")
    assert lines_with(printed_letters(root)[0], "ค่า") == [
        "ค่า ๑๒,๕๐๐.๕๐ ๑๖ กันยายน ๒๕๖๙ ๐๐๐๗ ๑๖ กันยายน ๒๕๖๙ กันยายน ๒๕๖๙"
    ]


@pytest.mark.parametrize(
    ("number_format", "numbers", "values"),
    [
        # What Excel shows for each number, in Thai digits; a format that hides a 0 hides no value.
        ("General", (0, -2.5, 12.5), ("๐", "-๒.๕", "๑๒.๕")),
        ("0", (0, -2, 7), ("๐", "-๒", "๗")),
        ("0.00", (0, -2.5, 12.5), ("๐.๐๐", "-๒.๕๐", "๑๒.๕๐")),
        ("#,##0.00", (0, -1234.5, 5), ("๐.๐๐", "-๑,๒๓๔.๕๐", "๕.๐๐")),
        ("#,##0.00;(#,##0.00)", (0, -2, 3.25), ("๐.๐๐", "(๒.๐๐)", "๓.๒๕")),
        ("0.00;[Red]-0.00", (0, -2, 3), ("๐.๐๐", "-๒.๐๐", "๓.๐๐")),
        ('#,##0.00" บาท"', (0, -2, 3), ("๐.๐๐ บาท", "-๒.๐๐ บาท", "๓.๐๐ บาท")),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', (0, -2, 3), ("-", "-๒.๐๐", "๓.๐๐")),
        ('_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', (0, -2, 3), ("-", "(๒)", "๓")),
        ('General;-General;"ไม่มี"', (0, -2, 3), ("ไม่มี", "-๒", "๓")),
        ("0;-0;;@", (0, -2, 3), ("๐", "-๒", "๓")),
        ("#,###", (0, -2, 1500), ("๐", "-๒", "๑,๕๐๐")),
        ("0.00%", (0, -0.055, 0.5), ("๐.๐๐%", "-๕.๕๐%", "๕๐.๐๐%")),
        ("@", (0, -2, 3), ("๐", "-๒", "๓")),
        ('@" บาท"', ("สอง", "ก", "-"), ("สอง บาท", "ก บาท", "- บาท")),
    ],
)
def test_a_number_of_excel_is_a_value_in_every_format(
    tmp_path: Path, number_format: str, numbers: tuple[object, ...], values: tuple[str, ...]
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เรียน", "เงิน"])
    for row, number in enumerate(numbers, 2):
        sheet.append([f"ผู้รับ {row}", number])
        sheet[f"B{row}"].number_format = number_format
    root = put_letter(tmp_path, "recipients_from: a.xlsx\ntext: ['ค่า {field:เงิน} จบ']\n")
    book.save(root / "a.xlsx")
    (file,) = printed_letters(root)[:1]
    assert lines_with(file, "ค่า") == [f"ค่า {value} จบ" for value in values]


def test_a_dash_that_is_typed_is_no_value(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เรียน", "เงิน"])
    sheet.append(["ก", "-"])
    root = put_letter(tmp_path, "recipients_from: a.xlsx\ntext: ['ค่า {field:เงิน}']\n")
    book.save(root / "a.xlsx")
    (fault,) = [each for each in api.check(api.load(root)) if each.is_error]
    assert (fault.code, fault.location.path.rpartition("!")[2]) == ("E232", "B2")


def test_a_column_that_no_recipient_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    root = put_circular(tmp_path, "text:\n  - ก {field:ชื่อโรงเรยน}\n  - ก^[{field:ไม่มีเลย}]\n")
    diagnostics = [each for each in api.check(api.load(root)) if each.code == "E120"]
    places = [(each.location.line, each.location.column) for each in diagnostics]
    assert places == [(FIRST + 2, 7), (FIRST + 3, 8)]
    assert "'ชื่อโรงเรียน'" in diagnostics[0].hint
    for column in ("งบประมาณ", "กำหนดส่ง", "หมายเหตุ", "เรียน", "รหัส"):
        assert column in diagnostics[1].hint
    assert api.load(root).documents == ()


def test_a_recipient_without_a_value_is_told_at_its_cell_or_line(tmp_path: Path) -> None:
    table = 'เรียน,งบ,ชื่อ\nหนึ่ง,1,ก\nสอง,-,"ข"\nสาม,,\nสี่\n'
    root = put_circular(tmp_path, "text: ['{field:งบ} {field:งบ} {field:ชื่อ}']\n", table)
    assert findings(root) == [
        ("E232", "a", 3, 5),
        ("E232", "a", 4, 5),
        ("E232", "a", 4, 6),
        ("E232", "a", 5, 1),
        ("E232", "a", 5, 1),
    ]
    listed = "recipients:\n  - {to: ก, งบ: 1}\n  - {to: ข, งบ: }\n  - to: ค\ntext: ['{field:งบ}']\n"
    root = put_letter(tmp_path, listed)
    assert findings(root) == [("E232", "letter", FIRST + 2, 13), ("E232", "letter", FIRST + 3, 5)]


def test_a_field_where_all_letters_say_the_same_is_an_error(tmp_path: Path) -> None:
    keys = f"{TEXT}attachments: [{{text: 'แบบ {{field:งบประมาณ}}'}}]\n"
    assert findings(put_circular(tmp_path, keys)) == [("E120", "letter", FIRST + 3, 27)]


@pytest.mark.parametrize("recipient", ["to: นายอำเภอ", "to: ก\nowner: อำนวยการ"])
def test_a_field_in_a_letter_to_one_stays_an_error(tmp_path: Path, recipient: str) -> None:
    root = put_letter(tmp_path, f"{recipient}\ntext: ['{{field:ก}}']\n")
    (row,) = findings(root)
    assert row[0] == "E120"


def test_a_field_in_a_memo_stays_an_error(tmp_path: Path) -> None:
    root = put_circular(tmp_path, TEXT)
    put(root, "2569/memo.yaml", "kind: memo\nsubject: ก\nsignature: {by: ก}\ntext: ['{field:รหัส}']\n")
    assert findings(root) == [("E120", "memo", 4, 9)]


def test_a_column_that_no_text_names_is_told_once_and_a_misspelt_key_is_an_error(tmp_path: Path) -> None:
    keys = "recipients:\n  - {to: ก, หมายเหตุ: 1}\n  - {to: ข, หมายเหตุ: 2, shrot: x}\ntext: [ก]\n"
    rows = diagnostics_of(api.load(put_letter(tmp_path, keys)))
    assert rows == [("E624", "letter", FIRST + 1, 23), ("E201", "letter", FIRST + 2, 33)]


def test_all_that_is_wrong_in_a_recipient_is_told_at_once(tmp_path: Path) -> None:
    """An unknown key hides neither the missing name nor a key that is no text."""
    root = put_letter(tmp_path, "recipients:\n  - {รหัส: 1, key: [2]}\ntext: [ก]\n")
    codes = [(code, column) for code, _file, _line, column in findings(root)]
    assert sorted(codes) == [("E201", 6), ("E202", 5), ("E203", 20)]


@pytest.mark.parametrize("key", ["เรียน", "รหัส", "ชื่อย่อ"])
def test_heads_of_tables_are_no_keys(tmp_path: Path, key: str) -> None:
    root = put_letter(tmp_path, f"recipients:\n  - {{to: ก, {key}: 1}}\ntext: [ก]\n")
    assert findings(root) == [("E201", "letter", FIRST + 1, 13)]


def test_a_column_may_have_any_name(tmp_path: Path) -> None:
    names = ("self", "_fields_set", "columns", "model_config", "copy", "a:b", "x")
    keys = ", ".join(f"'{name}': {number}" for number, name in enumerate(names))
    fields = " ".join(f"{{field:{name}}}" for name in names[:-1])
    root = put_letter(tmp_path, f"recipients: [{{to: ก, {keys}}}]\ntext: ['ค่า {fields}']\n")
    assert findings(root) == []
    assert lines_with(printed_letters(root)[0], "ค่า") == ["ค่า ๐ ๑ ๒ ๓ ๔ ๕"]


def test_content_of_version_1_knows_no_columns(tmp_path: Path) -> None:
    root = put_circular(tmp_path, "text: ['ค่า {field:งบประมาณ}']\n", content=1)
    assert lines_with(printed_letters(root)[0], "ค่า") == ["ค่า {field:งบประมาณ}"] * 2
    root = put_letter(tmp_path, f"{LISTED}text: [ก]\n", content=1)
    assert findings(root) == [("E201", "letter", FIRST + 1, 25), ("E201", "letter", FIRST + 3, 5)]


def test_two_columns_of_one_head_that_a_text_names_are_an_error(tmp_path: Path) -> None:
    table = "เรียน,งบ,หมายเหตุ, งบ ,หมายเหตุ\nก,1,2,3,4\n"
    assert findings(put_circular(tmp_path, "text: ['{field:งบ}']\n", table)) == [("E623", "a", 1, 19)]


def test_two_keys_of_a_recipient_that_are_one_column_are_an_error(tmp_path: Path) -> None:
    keys = "recipients:\n  - to: ก\n    ชื่อ โรง: 1\n    ชื่อ  โรง: 2\ntext: ['{field:ชื่อ โรง}']\n"
    assert findings(put_letter(tmp_path, keys)) == [("E623", "letter", FIRST + 3, 16)]


def test_a_formula_without_a_value_is_told_where_its_column_is_printed(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["เรียน", "เงิน", "อื่น"])
    sheet.append(["ก", "=1+1", "=1+1"])
    root = put_letter(tmp_path, "recipients_from: a.xlsx\ntext: ['{field:เงิน}']\n")
    book.save(root / "a.xlsx")
    rows = [
        (each.code, str(each.location)[-2:]) for each in api.check(api.load(root)) if each.severity == "error"
    ]
    assert rows == [("E625", "B2")]


def test_a_change_of_one_recipient_touches_the_letter_to_it_alone(tmp_path: Path) -> None:
    def prints(table: str) -> tuple[list[str], list[str]]:
        root = put_circular(tmp_path, f"separate_files: true\n{TEXT}", table)
        letters = letters_of(root)
        document = api.find(api.load(root), "letter")
        words = contents_of(document, {letter.name: letter for letter in letters})
        return [fingerprint(letter, "") for letter in letters], list(words.values())

    before = prints(SCHOOLS)
    assert prints(SCHOOLS.replace(",ข\n", ",ค\n")) == before
    after = prints(SCHOOLS.replace("900", "901"))
    for old_prints, new_prints in zip(before, after, strict=True):
        assert old_prints[0] == new_prints[0]
        assert old_prints[1] != new_prints[1]


def test_the_work_grows_with_the_recipients(tmp_path: Path) -> None:
    def check_and_fill(count: int) -> None:
        lines = [f"ผู้รับ {number},{number:04},บ้าน {number},1/2/2569" for number in range(count)]
        table = "เรียน,รหัส,ชื่อ,วัน\n" + "\n".join(lines)
        root = put_circular(tmp_path, "text: ['{field:ชื่อ} {field:วัน} {field:รหัส}']\n", table)
        (document,) = api.load(root).documents
        assert isinstance(document.content, Letter)
        assert len(list(letters_by_addressee(document.content))) == count

    assert is_linear(check_and_fill, 40)


ANNEXED = """\
recipients: [{to: หนึ่ง}, {to: สอง}]
text:
  - ตามภาคผนวก {ref:แบบ} และตารางที่ {ref:ตาราง}
  - {table: {columns: [ก], rows: [[ข]]}, caption: ยอด, id: ตาราง}
closing: ดู {ref:ระเบียบ} กับ {ref:ตาราง}
annexes:
  - {title: แบบ, id: แบบ, paragraphs: [ข้อความ]}
  - {title: ระเบียบ, id: ระเบียบ, paragraphs: [ข้อความ]}
"""


def test_each_letter_of_a_file_refers_to_its_table_and_to_the_annexes_of_all(tmp_path: Path) -> None:
    root = put_letter(tmp_path, ANNEXED)
    assert findings(root) == [("E222", "letter", FIRST + 6, 3)]
    (data,) = printed_letters(root)
    assert lines_with(data, "ตามภาคผนวก") == ["ตามภาคผนวก ก และตารางที่ ๑"] * 2
    assert lines_with(data, "ดู") == ["ดู ข กับ ๑"] * 2
    assert lines_with(data, "ภาคผนวก ") == [*["ตามภาคผนวก ก และตารางที่ ๑"] * 2, "ภาคผนวก ก", "ภาคผนวก ข"]


def test_letters_in_files_of_their_own_all_have_the_annexes(tmp_path: Path) -> None:
    root = put_letter(tmp_path, f"separate_files: true\n{ANNEXED}")
    assert findings(root) == []
    headings = [lines_with(data, "ภาคผนวก ")[-2:] for data in printed_letters(root)]
    assert headings == [["ภาคผนวก ก", "ภาคผนวก ข"]] * 2
