"""Tables in a text that stand in Excel or CSV files: empty cells, merged cells, logical values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from written_project import OFFICE, diagnostics_of, put, put_office

from esa_docs import api
from esa_docs.diagnostics import Location
from esa_docs.source.tables.merged_cells import joined_cells
from esa_docs.source.tables.row_places import cell_place
from esa_docs.source.tables.table_file import Cell

ROWS: tuple[tuple[str | int | bool | None, ...], ...] = (
    ("กลุ่ม", "ปี", None, "รวม"),
    ("ก", 1, None, 3),
    ("ข", 2, 3, 4),
    (None, 5, 6, None),
    ("รวม", 7, 8, 9),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = put_office(tmp_path)
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    return root


def put_book(root: Path, *merged_cells: str, **values: str | float | bool) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    for name, value in values.items():
        sheet[name] = value
    for cells in merged_cells:
        sheet.merge_cells(cells)
    book.save(root / "t.xlsx")


def cells_of(root: Path, table: str) -> list[list[str]]:
    """Return the texts of the table in an announcement, its head first."""
    text = f"kind: announcement\nsubject: ก\ntext:\n  - table: {{{table}}}\nsignature: {{by: ก}}\n"
    put(root, "2569/a.yaml", text)
    (document,) = api.load(root).documents
    content: Any = document.content
    rows = []
    for row in content.text[0].table.cells:
        rows.append([cell.source for cell in row])
    return rows


def findings(root: Path) -> list[tuple[str, str, int, int]]:
    return [row for row in diagnostics_of(api.load(root)) if row[0] in {"E224", "E470", "E471"}]


def test_empty_cells_stay_empty(root: Path) -> None:
    put(root, "t.csv", "ก,ข,ค\n1,,-\n,2\n")
    assert cells_of(root, "file: t.csv") == [["ก", "ข", "ค"], ["1", "", "-"], ["", "2", ""]]


def test_merged_cells_are_merged(root: Path) -> None:
    put_book(root, "B1:C1", "A3:A4", "B2:C2")
    assert cells_of(root, "file: t.xlsx") == [
        ["กลุ่ม", "ปี", "<", "รวม"],
        ["ก", "1", "<", "3"],
        ["ข", "2", "3", "4"],
        ["^", "5", "6", ""],
        ["รวม", "7", "8", "9"],
    ]
    assert findings(root) == []


def test_a_cell_merged_with_a_column_that_is_left_out_has_its_text(root: Path) -> None:
    put_book(root, "B2:C2", C1="ปีก่อน")
    assert cells_of(root, "file: t.xlsx, columns: [กลุ่ม, ปีก่อน]")[:2] == [["กลุ่ม", "ปีก่อน"], ["ก", "1"]]


def test_cells_merged_from_the_head_into_the_rows_are_told(root: Path) -> None:
    put_book(root, "A1:A2")
    text = "kind: announcement\nsubject: ก\ntext:\n  - table: {file: t.xlsx}\nsignature: {by: ก}\n"
    put(root, "2569/a.yaml", text)
    (fault,) = [each for each in api.load(root).diagnostics if each.code == "E224"]
    assert fault.location.path.endswith("t.xlsx!Sheet!A2")
    assert "Excel" in fault.message
    assert ("head_rows" in fault.hint, "^" in fault.message + fault.hint) == (True, False)
    assert cells_of(root, "file: t.xlsx, head_rows: 2")[1] == ["^", "1", "", "3"]


@pytest.mark.parametrize(
    ("merged", "head_rows", "cell"),
    # The last column is D; the row of the cell that is told ends before it.
    [("D1:D2", 1, "D2"), ("C2:D3", 2, "D3"), ("D3:D4", 3, "D4")],
)
def test_a_merged_cell_of_the_last_column_is_told_at_its_own_place(
    merged: str, head_rows: int, cell: str, root: Path
) -> None:
    told_row = int(cell[1:])
    put_book(root, merged)
    columns = "columns: [รวม, กลุ่ม]"
    text = f"table: {{file: t.xlsx, {columns}, head_rows: {head_rows}}}"
    put(root, "2569/a.yaml", f"kind: announcement\nsubject: ก\ntext:\n  - {text}\nsignature: {{by: ก}}\n")
    places = [each.location.path for each in api.load(root).diagnostics if each.code == "E224"]
    assert told_row == head_rows + 1
    assert [place.rpartition("!")[2] for place in places] == [cell]


@pytest.mark.parametrize(
    ("paths", "index", "place"),
    [
        (("t.xlsx!ก!A9", "t.xlsx!ก!B9"), 1, "t.xlsx!ก!B9"),
        (("t.xlsx!ก!A9", "t.xlsx!ก!B9"), 2, "t.xlsx!ก!C9"),
        (("t.xlsx!A1!A9",), 27, "t.xlsx!A1!AB9"),
        (("t.csv",), 5, "t.csv"),
    ],
)
def test_places_beyond_the_end_of_a_row(paths: tuple[str, ...], index: int, place: str) -> None:
    row = [Cell("ก", Location(path)) for path in paths]
    assert cell_place(row, index) == Location(place)


@pytest.mark.parametrize("value", [True, False])
def test_a_logical_value_is_told(root: Path, *, value: bool) -> None:
    put_book(root, D2=value)
    _head, row, *_other_rows = cells_of(root, "file: t.xlsx")
    assert row[3] == str(value).upper()
    (fault,) = [each for each in api.check(api.load(root)) if each.code == "E470"]
    assert fault.location.path.endswith("t.xlsx!Sheet!D2")


@pytest.mark.parametrize(
    ("ranges", "signs"),
    [
        # three rows of two columns
        (("B2:C4",), {(2, 3): "<", (3, 2): "^", (3, 3): "<", (4, 2): "^", (4, 3): "<"}),
        # a whole column, of which three rows are filled
        (("A1:A1048576",), {(2, 1): "^", (3, 1): "^", (4, 1): "^"}),
        # the sheet has four columns
        (("D1:XFD1",), {}),
        (("AA1:AB1", "?", "A1"), {}),
    ],
)
def test_merged_cells_as_signs(ranges: tuple[str, ...], signs: dict[tuple[int, int], str]) -> None:
    assert joined_cells(ranges, most_rows=4, most_columns=4) == signs


def test_a_head_that_is_merged_to_its_last_column_is_as_wide_as_its_cells(root: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("ที่", "ชื่อ", "ก"), (None, None, "1", "2"), (1, "x", 3, 4)):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(cells)
    book.save(root / "t.xlsx")
    assert cells_of(root, "file: t.xlsx, head_rows: 2") == [
        ["ที่", "ชื่อ", "ก", "<"],
        ["^", "^", "1", "2"],
        ["1", "x", "3", "4"],
    ]


def test_a_title_over_all_columns_is_no_head(root: Path) -> None:
    put_book(root, "A1:D1", B1="", D1="")
    put(root, "2569/a.yaml", "kind: announcement\nsubject: ก\ntext: [{table: {file: t.xlsx}}]\n")
    (fault,) = [each for each in api.load(root).diagnostics if each.code == "E677"]
    assert fault.location.path.endswith("t.xlsx!Sheet!A1")


@pytest.mark.parametrize(
    ("merged_cells", "columns", "rows"),
    [
        ("A2:B3", "ปี", [["ก"], ["^"]]),
        ("A2:B3", "รวม, ปี", [["3", "ก"], ["4", "^"]]),
        ("B2:D2", "กลุ่ม, รวม", [["ก", "1"], ["ข", "4"]]),
        ("A2:D2", "รวม, ปี", [["ก", ""], ["4", "2"]]),
    ],
)
def test_the_text_of_merged_cells_moves_to_the_first_chosen_column(
    merged_cells: str, columns: str, rows: list[list[str]], root: Path
) -> None:
    put_book(root, merged_cells)
    assert cells_of(root, f"file: t.xlsx, columns: [{columns}]")[1:3] == rows


@pytest.mark.parametrize(
    ("merged_cells", "cell"), [("A1:A2", "A2"), ("B2:B3", "B3"), ("B1:C1", "C1"), ("A2:A3", "A3")]
)
def test_merged_cells_in_the_file_of_a_chart_are_told(merged_cells: str, cell: str, root: Path) -> None:
    put_book(root, merged_cells)
    put(root, "2569/a.yaml", "kind: announcement\nsubject: ก\ntext: [{chart: {type: bar, file: t.xlsx}}]\n")
    (fault,) = [each for each in api.load(root).diagnostics if each.code == "E229"]
    assert fault.location.path.endswith(f"t.xlsx!Sheet!{cell}")
    assert ("Excel" in fault.message, "'of:'" in fault.hint, "^" in fault.message) == (True, True, False)


def test_the_merged_name_of_a_total_is_left_out_of_a_chart(root: Path) -> None:
    put_book(root, "A5:B5", A1="ที่", B1="ชื่อ", C1="ก", C2=1, B4="ค", A4=3, D4=1)
    put(root, "2569/a.yaml", "kind: announcement\nsubject: ก\ntext: [{chart: {type: bar, file: t.xlsx}}]\n")
    assert [each.code for each in api.load(root).diagnostics if each.code == "E229"] == []


def test_the_hint_of_an_unknown_column_names_columns_alone(root: Path) -> None:
    put_book(root, "B1:C1")
    text = "kind: announcement\nsubject: ก\ntext: [{table: {file: t.xlsx, columns: [กลุ่ม, ไม่มี]}}]\n"
    put(root, "2569/a.yaml", text)
    (fault,) = [each for each in api.load(root).diagnostics if each.code == "E224"]
    assert ("กลุ่ม" in fault.hint, "<" in fault.hint) == (True, False)
