"""The workbook as Excel finds it: what stands in it, what is locked, what can be chosen."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest
from office_with_sar import FIRST, export, part, take_back, write_project
from openpyxl import Workbook

from esa_docs import api
from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.jobs.workbooks import export_workbook

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "content")


def test_a_sheet_for_each_standard_stands_between_guide_and_record(root: Path) -> None:
    book = openpyxl.load_workbook(export(root))
    assert book.sheetnames == ["คำชี้แจง", "มาตรฐาน 1", "มาตรฐาน 2", "มาตรฐาน 3", "esa-docs"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 4 + ["hidden"]


def test_a_row_for_each_indicator_and_issue_with_its_answers(root: Path) -> None:
    sheet = openpyxl.load_workbook(export(root))[FIRST]
    codes = [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(3, 11)]
    assert codes == [
        ("1.1", None),
        ("1.1", "1"),
        ("1.1", "2"),
        ("1.1", "3"),
        ("1.1", "4"),
        ("1.1", "5"),
        ("1.2", None),
        ("1.2", "1"),
    ]
    assert sheet["C3"].value == "การบริหารจัดการที่ดี"
    assert sheet["C4"].value == "ภาวะผู้นำของผู้บริหารในการนำองค์การไปสู่เป้าหมาย"
    assert sheet["D3"].value == "ก"
    assert sheet["E4"].value == "ผลที่ 1: ทำแล้ว\nผลที่ 2 ทำต่อ"
    assert sheet["F4"].value == "๓"
    assert sheet["I4"].value == "E-1 | ภาพ \\| ข่าว | proof.txt\nE-2 | เว็บ | https://example.go.th/2"
    assert (sheet["J3"].value, sheet["L3"].value) == ("มีแผน", "ทำปฏิทิน |  | ไตรมาส 1")
    assert sheet["K9"].value == "ส่งช้า"


def test_the_free_row_goes_on_from_the_highest_number_also_where_numbers_are_left_out(root: Path) -> None:
    issues = "issues: [{number: 1, name: หนึ่ง}, {number: 3, name: สาม}]\n"
    part(root, "1-2").write_text(f"part_of: sar\nindicator: '1.2'\n{issues}", "utf-8")
    sheet = openpyxl.load_workbook(export(root))[FIRST]
    assert [sheet.cell(row, 2).value for row in range(9, 13)] == [None, "1", "3", "4"]


def test_headings_are_locked_and_cells_to_fill_in_are_not(root: Path) -> None:
    book = openpyxl.load_workbook(export(root))
    standard_sheet = book[FIRST]
    assert [sheet.protection.sheet for sheet in book] == [True] * 5
    assert [sheet.protection.password for sheet in book] == [None] * 5
    assert book.security.lockStructure
    names = ("A3", "B4", "C4", "C5", "E3", "E4", "J3", "J4")
    open_cells = [name for name in names if not standard_sheet[name].protection.locked]
    assert open_cells == ["C5", "E4", "J3"]


def test_levels_and_owners_are_chosen_from_lists(root: Path) -> None:
    book = openpyxl.load_workbook(export(root))
    rules = {str(rule.sqref): rule.formula1 for rule in book[FIRST].data_validations.dataValidation}
    assert rules == {
        "D3 D4 D5 D6 D7 D8 D9 D10": "'esa-docs'!$I$1:$I$2",
        "F4 F5 F6 F7 F8 F10": '"1,2,3,4,5"',
        "H4 H5 H6 H7 H8 H10": '"1,2,3,4,5"',
    }
    assert [book["esa-docs"][name].value for name in ("I1", "I2")] == ["ก", "ข"]


def test_the_sheet_reads_well(root: Path) -> None:
    sheet = openpyxl.load_workbook(export(root))[FIRST]
    assert sheet.freeze_panes == "D3"
    assert sheet["E4"].font.name == "TH SarabunPSK"
    assert sheet["E4"].alignment.wrap_text
    assert sheet["E4"].number_format == "@"
    assert sheet.column_dimensions["E"].width == 48
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$2")


def test_the_record_names_document_year_edition_and_files(root: Path) -> None:
    sheet = openpyxl.load_workbook(export(root))["esa-docs"]
    rows = list(sheet.iter_rows(values_only=True, max_row=7, max_col=3))
    assert rows[:4] == [
        ("format", "1", None),
        ("document", "sar", None),
        ("year", "2569", None),
        ("edition", "sar-2560", None),
    ]
    assert [row[:2] for row in rows[4:]] == [
        ("file", "sar.yaml"),
        ("file", "sar/1-1.yaml"),
        ("file", "sar/1-2.yaml"),
    ]
    assert all(len(str(row[2])) == 64 for row in rows[4:])


def test_texts_that_look_like_formulas_and_errors_stay_texts(root: Path) -> None:
    path = part(root, "1-2")
    path.write_text(
        "part_of: sar\nindicator: '1.2'\nimprove: ['=1+1', '#N/A']\nstrengths: ['=A1']\n", "utf-8"
    )
    sheet = openpyxl.load_workbook(export(root))[FIRST]
    assert (sheet["J9"].value, sheet["J9"].data_type) == ("=A1", "s")
    assert (sheet["K9"].value, sheet["K9"].data_type) == ("=1+1\n#N/A", "s")


def test_indicators_without_a_file_are_told(root: Path) -> None:
    diagnostics = tuple(export_workbook(api.load(root), "sar", root.parent / "a.xlsx"))
    assert len(diagnostics) == 12
    assert {(diagnostic.code, diagnostic.severity) for diagnostic in diagnostics} == {("E689", "warning")}


def test_a_file_that_is_there_is_not_overwritten(root: Path) -> None:
    book = export(root)
    before = book.read_bytes()
    with pytest.raises(ContentError) as fault:
        export_workbook(api.load(root), "sar", book)
    assert [diagnostic.code for diagnostic in fault.value.diagnostics] == ["E418"]
    assert book.read_bytes() == before


def test_a_text_too_long_for_a_cell_is_told(root: Path) -> None:
    part(root, "1-2").write_text(f"part_of: sar\nindicator: '1.2'\nimprove: [{'ก' * 32_768}]\n", "utf-8")
    with pytest.raises(ContentError) as fault:
        export(root)
    assert [diagnostic.code for diagnostic in fault.value.diagnostics if diagnostic.is_error] == ["E688"]
    part(root, "1-2").write_text(f"part_of: sar\nindicator: '1.2'\nimprove: [{'ก' * 32_767}]\n", "utf-8")
    assert export(root).exists()


def test_other_kinds_have_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as fault:
        export_workbook(api.load(ROOT / "content"), "manual", tmp_path / "a.xlsx")
    assert [diagnostic.code for diagnostic in fault.value.diagnostics] == ["E679"]


def test_without_openpyxl_the_machine_lacks_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = export(root)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MachineError) as fault:
        export(root)
    assert [diagnostic.code for diagnostic in fault.value.diagnostics] == ["E911"]
    assert "people.csv" not in fault.value.diagnostics[0].hint
    with pytest.raises(MachineError):
        take_back(root, book)


def heads_of_scored_columns(book: Workbook, sheet: str) -> list[str]:
    """Return the heads of the columns by which parts are scored, without the shape of their lines."""
    heads = [str(cell.value).partition("\n(")[0] for cell in book[sheet][2]]
    return [head for head in heads if head.startswith(("ร้อยละ", "ช่อง", "ตัววัด"))]


def test_editions_of_percentages_ask_for_factors_and_for_measures_of_results(root: Path) -> None:
    """PMQA of 2558: ADLI for processes, LeTCI for results, of which category 7 is."""
    items = "items: [{item: '1.1'}, {item: '7.1'}]\n"
    (root / "2569" / "pmqa.yaml").write_text(f"kind: pmqa\nscheme: pmqa-2558\n{items}", "utf-8")
    book = openpyxl.load_workbook(export(root, "pmqa"))
    assert heads_of_scored_columns(book, "หมวด 1") == [
        "ร้อยละ\nApproach",
        "ร้อยละ\nDeployment",
        "ร้อยละ\nLearning",
        "ร้อยละ\nIntegration",
    ]
    assert heads_of_scored_columns(book, "หมวด 7") == [
        "ร้อยละ\nLevel",
        "ร้อยละ\nTrend",
        "ร้อยละ\nComparison",
        "ร้อยละ\nIntegration",
        "ตัววัด",
    ]
