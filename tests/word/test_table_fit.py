"""W527 and W528: tables whose words or numbers are broken, told at their place before anything is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocked_papers import FIRST_LINE, project_of
from growth import is_linear
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic

FIT = frozenset({"W527", "W528"})


def findings_of(root: Path, clauses: str) -> list[Diagnostic]:
    """Return what is said of tables that do not fit, of an order with these clauses."""
    return [each for each in api.check(project_of(root, clauses)) if each.code in FIT]


def places(root: Path, clauses: str) -> list[tuple[str, int, int]]:
    """Return code, line among the clauses and column of each."""
    rows = []
    for diagnostic in findings_of(root, clauses):
        location = diagnostic.location
        rows.append((diagnostic.code, location.line - FIRST_LINE + 1, location.column))
    return rows


def table_of(count: int, cell: str) -> str:
    """Return a table with a row of equal cells."""
    columns = ", ".join(f"ก{number}" for number in range(count))
    cells = ", ".join([cell] * count)
    return f"{{columns: [{columns}], rows: [[{cells}]]}}"


# A Thai digit of TH SarabunPSK Bold has 146 twips at 16 points, so 91 at 10; a comma 55 and 34. Beside the
# text of a cell there are 140 twips; 3 per cent are added for what engines round. A page has 9072 twips, a
# lying one 13608. "12,500,000" is 8 * 91 + 2 * 34 = 796, with all of this 960: nine columns fit, ten do not.
MONEY = '"12,500,000"'


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (f"- table: {table_of(9, MONEY)}\n", []),
        (f"- table: {table_of(10, MONEY)}\n", [("W527", 1, 10)]),
        (f"- landscape: [{{table: {table_of(14, MONEY)}}}]\n", []),
        (f"- landscape: [{{table: {table_of(15, MONEY)}}}]\n", [("W527", 1, 23)]),
        (f"- steps: [{{text: ก, paragraphs: [{{table: {table_of(10, MONEY)}}}]}}]\n", [("W527", 1, 42)]),
        # words without blanks are not broken either; long texts of Thai words may be
        (f"- table: {table_of(7, 'Administration-2569')}\n", [("W527", 1, 10)]),
        (f"- table: {table_of(7, 'โครงการพัฒนาคุณภาพการศึกษาของโรงเรียน')}\n", []),
        (f"- table: {table_of(16, 'ก')}\n", []),
    ],
)
def test_a_table_that_does_not_fit_its_page_is_told(
    clauses: str, expected: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    assert places(tmp_path, clauses) == expected


def test_the_cure_is_a_landscape_page_unless_the_table_stands_on_one(tmp_path: Path) -> None:
    (upright,) = findings_of(tmp_path, f"- table: {table_of(10, MONEY)}\n")
    (lying,) = findings_of(tmp_path, f"- landscape: [{{table: {table_of(15, MONEY)}}}]\n")
    assert upright.severity == lying.severity == "warning"
    # 10 * 960 twips are 16.9 cm
    assert "17.0" in upright.message or "16.9" in upright.message
    assert "landscape" in upright.hint
    assert "landscape" not in lying.hint


def test_a_table_of_a_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    heads = ",".join(f"ก{number}" for number in range(10))
    row = ",".join([MONEY] * 10)
    put(tmp_path, "tables/a.csv", f"{heads}\n{row}\n")
    assert places(tmp_path, "- table: {file: tables/a.csv}\n") == [("W527", 1, 10)]


def place_of_width(clauses: str, column: int) -> int:
    """Return where the width of a column is typed, from 1."""
    start = clauses.index("widths: [") + len("widths: [")
    before = clauses[start:].split(", ")[:column]
    return start + len(", ".join([*before, ""])) + 1


@pytest.mark.parametrize(
    ("table", "narrow_columns"),
    [
        # Letters become as small as numbers ask for: 1.7 cm are 964 twips, which 10 points need 960 of.
        ("columns: [ก, ข], rows: [['12,500,000', ง]], widths: [1.7, 8]", []),
        ("columns: [ก, ข], rows: [['12,500,000', ง]], widths: [1.6, 8]", [0]),
        ("columns: [ก, ข], rows: [['12,500,000', ง]], widths: [10, 90]", [0]),
        ("columns: [ก, ข], rows: [[ง, '16/9/2569']], widths: [8, 1]", [1]),
        ("columns: [ก, ข], rows: [[ง, Administration]], widths: [8, 1.5]", [1]),
        ("columns: [หมายเหตุ, ข], rows: [[ง, จ]], widths: [1, 8]", [0]),
        ("columns: [ที่, ข], rows: [[1, จ]], widths: [1, 8]", []),
        # what stands over two columns has the room of both, and each column is told once
        ("columns: [Administration, <], rows: [[ง, จ]], widths: [2, 2]", []),
        ("columns: [Administration, <], rows: [[ง, จ]], widths: [1, 1]", [0]),
        ("columns: [ก, ข], rows: [[Admin, จ], [Administration, จ]], widths: [1, 1]", [0]),
        ("columns: [โครงการพัฒนาคุณภาพการศึกษา, ข], rows: [[ง, จ]], widths: [2, 8]", []),
    ],
)
def test_a_width_that_breaks_a_number_a_date_or_a_word_is_told(
    table: str, narrow_columns: list[int], tmp_path: Path
) -> None:
    clauses = f"- table: {{{table}}}\n"
    assert places(tmp_path, clauses) == [
        ("W528", 1, place_of_width(clauses, each)) for each in narrow_columns
    ]


def test_the_widest_of_a_column_is_named(tmp_path: Path) -> None:
    table = "columns: [ชื่อ, ข], rows: [[Admin, จ], [Administration, จ]], widths: [1, 1]"
    (diagnostic,) = findings_of(tmp_path, f"- table: {{{table}}}\n")
    assert "'Administration'" in diagnostic.message
    assert "'ชื่อ'" in diagnostic.message


def test_the_work_grows_with_the_rows(tmp_path: Path) -> None:
    def check(count: int) -> None:
        rows = "\n".join(f"{number},12500,Administration" for number in range(count * 10))
        put(tmp_path, "tables/a.csv", f"ก,ข,ค\n{rows}\n")
        clauses = "- table: {file: tables/a.csv, widths: [1, 8, 1]}\n"
        assert places(tmp_path, clauses) == [("W528", 1, place_of_width(clauses, 2))]

    assert is_linear(check, 20)
