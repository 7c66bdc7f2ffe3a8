"""Changes of a register file: the csv module reads what was meant, and other lines stay byte for byte."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs.source.registers.register_text import HEADS, changed_register

ROW = {"number": "7", "date": "1 มกราคม 2569", "subject": 'ก, "ข"'}
RESERVED = {"number": "8", "date": "1 มกราคม 2569", "state": "จอง", "purpose": "ค", "until": "2 มกราคม 2569"}


def table(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_new_file_is_as_excel_writes_it() -> None:
    data = changed_register(None, {}, [ROW, RESERVED])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    assert table(data) == [
        ["เลขที่", "ลงวันที่", "เรื่อง", "สถานะ", "เพื่อ", "ถึงวันที่"],
        ["7", "1 มกราคม 2569", 'ก, "ข"', "", "", ""],
        ["8", "1 มกราคม 2569", "", "จอง", "ค", "2 มกราคม 2569"],
    ]


def test_a_new_column_is_added_to_the_head_alone() -> None:
    old = "number,date,subject,หมายเหตุ\n1,2569-01-01,ก,ข\n\n2,2569-01-02,ค".encode()
    data = changed_register(old, {}, [RESERVED])
    lines = data.decode().splitlines(keepends=True)
    assert lines[0] == "number,date,subject,หมายเหตุ,สถานะ,เพื่อ,ถึงวันที่\n"
    assert lines[1:4] == ["1,2569-01-01,ก,ข\n", "\n", "2,2569-01-02,ค\n"]
    assert table(data)[4] == ["8", "1 มกราคม 2569", "", "", "จอง", "ค", "2 มกราคม 2569"]


def test_a_line_is_changed_and_another_deleted() -> None:
    old = 'เลขที่,ลงวันที่,เรื่อง,หมายเหตุ\r\n1,1/1/2569,"ก\nข",ค\r\n2,2/1/2569,ง,จ\r\n3,3/1/2569,ฉ,ช\r\n'.encode()
    data = changed_register(old, {4: {**ROW, "why": "ผิด"}, 5: None}, [])
    assert data.splitlines(keepends=True)[1:3] == old.splitlines(keepends=True)[1:3]
    assert table(data)[2:] == [["7", "1 มกราคม 2569", 'ก, "ข"', "จ", "ผิด"]]
    head, *_lines = table(data)
    assert head[-1] == "เหตุผล"


def without_guard(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.lstrip("'")[:1] in tuple("=+-@\t\r\n") and cell.startswith("'") else cell


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
ROWS = st.lists(st.dictionaries(st.sampled_from(sorted(HEADS)), TEXTS), max_size=5)


@given(first_rows=ROWS, further_rows=ROWS, has_windows_ends=st.booleans())
def test_what_is_written_is_what_csv_reads(
    first_rows: list[dict[str, str]], further_rows: list[dict[str, str]], has_windows_ends: bool
) -> None:
    first = changed_register(None, {}, first_rows)
    if not has_windows_ends:
        first = first.replace(b"\r\n", b"\n")
    data = changed_register(first, {}, further_rows)
    head, *lines = table(data)
    fields = {heading: field for field, heading in HEADS.items()}
    rows = []
    for line in lines:
        cells = zip(head, line, strict=False)
        rows.append({fields[heading]: without_guard(cell) for heading, cell in cells if cell})
    assert rows == [without_empty(row) for row in (*first_rows, *further_rows)]


def without_empty(row: dict[str, str]) -> dict[str, str]:
    return {field: text for field, text in row.items() if text}


@pytest.mark.parametrize("data", [b"a,b,c\rd,e,f\r", b"a,b,c\nd,e,f", b"\xef\xbb\xbfa,b,c\r\nd,e,f\r\n"])
def test_line_ends_and_mark_of_a_file_are_kept(data: bytes) -> None:
    changed = changed_register(data, {}, [])
    assert changed.startswith(b"\xef\xbb\xbf") is data.startswith(b"\xef\xbb\xbf")
    assert table(changed) == [["a", "b", "c"], ["d", "e", "f"]]
