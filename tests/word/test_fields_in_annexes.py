"""Fields in the annexes of a circular: filled in for each file, and told where nothing can fill them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from circulars import HEAD_LINES, letters_of, lines_with, printed_letters, put_circular, tables_of
from qr_papers import put_letter
from word_files import xml_of, xpath
from written_project import diagnostics_of, put

from esa_docs import api

FIRST = HEAD_LINES + 1
"""The line of the first key of a test in the file of the letter; ``recipients_from`` stands on it."""
ANNEXES = """\
text: ['ก ดูตารางที่ {ref:ยอด}']
annexes:
  - title: บัญชี
    paragraphs:
      - ของโรงเรียน{field:ชื่อโรงเรียน}^[ครบ {field:กำหนดส่ง}]
      - {table: {columns: [รายการ, '{field:รหัส}'], rows: [[เงิน, '{field:งบประมาณ}']]},
         caption: 'ยอดของ{field:ชื่อโรงเรียน}', id: ยอด}
      - {table: {columns: [รหัส, ห้อง], rows: [[0421, หนึ่ง], [0422, สอง], [0422, สาม]], rows_of: รหัส}}
"""


def findings(root: Path) -> list[tuple[str, str, int, int]]:
    """Return code, file, line and column of each finding but the remarks on columns and shared annexes."""
    return [row for row in diagnostics_of(api.load(root)) if row[0] not in {"E222", "E624"}]


def test_the_annexes_of_each_file_say_what_its_recipient_has(tmp_path: Path) -> None:
    root = put_circular(tmp_path, f"separate_files: true\n{ANNEXES}")
    assert findings(root) == []
    files = printed_letters(root)
    assert [lines_with(data, "ของโรงเรียน") for data in files] == [["ของโรงเรียนบ้านป่า"], ["ของโรงเรียนบ้านนา"]]
    captions = [lines_with(data, "ยอดของ") for data in files]
    assert captions == [["ตารางที่ ๑ ยอดของบ้านป่า"], ["ตารางที่ ๑ ยอดของบ้านนา"]]
    assert [tables_of(data) for data in files] == [
        [[["รายการ", "๐๔๒๑"], ["เงิน", "๑๒,๕๐๐.๕๐"]], [["รหัส", "ห้อง"], ["๐๔๒๑", "หนึ่ง"]]],
        [[["รายการ", "๐๔๒๒"], ["เงิน", "๙๐๐"]], [["รหัส", "ห้อง"], ["๐๔๒๒", "สอง"], ["๐๔๒๒", "สาม"]]],
    ]
    notes = ["".join(xpath(xml_of(data, "word/footnotes.xml"), ".//w:t/text()")) for data in files]
    assert ["๑๖ กันยายน ๒๕๖๙" in notes[0], "๑ ตุลาคม ๒๕๖๙" in notes[1]] == [True, True]


def test_a_file_with_all_letters_has_the_annexes_of_the_last(tmp_path: Path) -> None:
    """Such a file is drawn by ``preview`` alone."""
    root = put_circular(tmp_path, f"separate_files: true\n{ANNEXES}")
    document = api.find(api.load(root), "letter")
    assert lines_with(api.render(document, today=api.load(root).today), "ของโรงเรียน") == ["ของโรงเรียนบ้านนา"]


def test_an_annex_that_stands_once_says_nothing_of_each(tmp_path: Path) -> None:
    root = put_circular(tmp_path, ANNEXES)
    places = [(row[0], row[2], row[3]) for row in findings(root)]
    lines = ANNEXES.splitlines()
    assert places == [
        ("E120", FIRST + 5, lines[4].index("{field") + 1),
        ("E120", FIRST + 5, lines[4].rindex("{field") + 1),
        ("E120", FIRST + 6, lines[5].index("{field") + 1),
        ("E120", FIRST + 6, lines[5].rindex("{field") + 1),
        ("E120", FIRST + 7, lines[6].index("{field") + 1),
        ("E234", FIRST + 8, lines[7].index("rows_of: ") + len("rows_of: ") + 1),
    ]
    diagnostics = [each for each in api.check(api.load(root)) if each.code in {"E120", "E234"}]
    assert all("separate_files: true" in each.hint for each in diagnostics)
    assert api.load(root).documents == ()


def test_a_column_that_is_missing_is_told_in_an_annex_as_in_the_text(tmp_path: Path) -> None:
    keys = (
        "separate_files: true\ntext: [ก]\nannexes:\n  - {title: ก, paragraphs: ['{field:ไม่มี} {field:งบ}']}\n"
    )
    root = put_circular(tmp_path, keys, "เรียน,งบ\nก,1\nข,\n")
    assert findings(root) == [("E120", "letter", FIRST + 4, 30), ("E232", "a", 3, 3)]


def test_a_change_of_one_recipient_changes_the_annex_of_it_alone(tmp_path: Path) -> None:
    keys = "separate_files: true\ntext: [ก]\nannexes: [{title: ก, paragraphs: ['ค่า {field:งบ}']}]\n"
    before = letters_of(put_circular(tmp_path, keys, "เรียน,งบ\nก,1\nข,2\n"))
    after = letters_of(put_circular(tmp_path, keys, "เรียน,งบ\nก,1\nข,3\n"))
    assert [old.content.annexes == new.content.annexes for old, new in zip(before, after, strict=True)] == [
        True,
        False,
    ]


def test_a_cell_of_a_table_file_may_name_a_column(tmp_path: Path) -> None:
    put(tmp_path, "lists/cells.csv", "รายการ,ค่า\nเงิน,{field:งบ}\n")
    keys = "text: [{table: {file: lists/cells.csv}}]\n"
    root = put_circular(tmp_path, keys, "เรียน,งบ\nก,7\n")
    assert findings(root) == []
    assert tables_of(printed_letters(root)[0]) == [[["รายการ", "ค่า"], ["เงิน", "๗"]]]


@pytest.mark.parametrize(
    ("keys", "column"),
    [
        ("attachments: [{text: ก, link: 'https://a.go.th/{field:รหัส}'}]", 48),
        ("reply_link: 'https://a.go.th/{field:รหัส}'", 30),
        ("closing: 'ก [ดู](https://a.go.th/{field:รหัส}) ข'", 34),
        ("closing: 'ก^[ดู [ที่](https://a.go.th/{field:รหัส})]'", 39),
    ],
)
@pytest.mark.parametrize("head", ["recipients_from: lists/a.csv", "to: นายอำเภอ"])
def test_a_field_in_an_address_is_told(tmp_path: Path, head: str, keys: str, column: int) -> None:
    put_circular(tmp_path, "text: [ก]\n")
    root = put_letter(tmp_path, f"{head}\ntext: [ก]\n{keys}\n")
    assert findings(root) == [("E120", "letter", FIRST + 2, column)]


def test_a_field_in_the_words_of_a_picture_is_told(tmp_path: Path) -> None:
    keys = "text: [{picture: {file: a.png, alt: 'ภาพ {field:รหัส}'}}]\n"
    rows = findings(put_circular(tmp_path, keys))
    assert ("E120", "letter", FIRST + 1, 42) in rows


def test_content_of_version_1_has_no_fields_in_addresses(tmp_path: Path) -> None:
    root = put_circular(tmp_path, "text: [ก]\nreply_link: 'https://a.go.th/{field:รหัส}'\n", content=1)
    assert findings(root) == []
