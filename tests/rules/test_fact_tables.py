"""Tables of a report: they are not wider than a page, and every row is full."""

from __future__ import annotations

import pytest

from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.content import SelfAssessment, Table
from esa_docs.kinds.assessment.table_rules import check_tables
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.kinds.sar.content import Sar, SarIndicator, SarIssue
from esa_docs.model.office import Office
from esa_docs.model.people import References
from esa_docs.model.person_names import People
from esa_docs.source.assets.schemes import shipped_schemes

OFFICE = Office.model_validate({"name": "สำนักงาน", "short_name": "สพป.", "parent": "สพฐ."})


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def problems_in(columns: int, *cell_counts: int) -> list[tuple[str, tuple[int | str, ...], str]]:
    """Return code, path and message of each problem of the second table of a report.

    Args:
        columns: how many columns the table has.
        cell_counts: how many cells each of its rows has.
    """
    rows = [["ก"] * cell_count for cell_count in cell_counts]
    table = {"columns": ["หัว"] * columns, "rows": rows}
    section = {"heading": "สภาพ", "tables": [{"columns": ["ก"], "rows": [["ข"]]}, table]}
    report = SelfAssessment.model_validate({"general": [section]})
    problems = check_tables(report, OFFICE)
    return [(problem.code, problem.path, problem.message) for problem in problems]


def test_a_full_table_that_fits_is_right() -> None:
    assert problems_in(8, 8, 8) == []


def test_a_table_wider_than_a_page_is_refused() -> None:
    path = ("general", 0, "tables", 1, "columns")
    assert problems_in(9, 9) == [("E676", path, "at most 8 columns are expected, found 9")]


def test_a_table_without_rows_is_refused() -> None:
    path = ("general", 0, "tables", 1, "columns")
    assert problems_in(2) == [("E669", path, "a table with a head and rows below it is expected")]


@pytest.mark.parametrize("cells", [1, 3])
def test_a_row_that_is_not_full_is_refused(cells: int) -> None:
    path = ("general", 0, "tables", 1, "rows", 1)
    assert problems_in(2, 2, cells) == [("E677", path, f"2 cells are expected in the row, found {cells}")]


def test_tables_of_issues_and_items_are_looked_at_too() -> None:
    wide_table = Table(columns=("หัว",) * 9, rows=(("ก",) * 9,))
    uneven_table = Table(columns=("หัว",), rows=(("ก",), ()))
    issues = (SarIssue(number=1), SarIssue(number=2, tables=(wide_table, uneven_table)))
    indicator = SarIndicator(indicator="1.1", issues=issues)
    item = PmqaItem(item="1.1", tables=(uneven_table,))
    schemes = References(People.of([]), schemes=shipped_schemes(KINDS))
    sar = Sar.model_validate({"scheme": "sar-2560", "indicators": [indicator]}, context=schemes)
    pmqa = Pmqa.model_validate({"scheme": "pmqa-4.0", "items": [item]}, context=schemes)

    problem_of_wide, problem_of_uneven = check_tables(sar, OFFICE)
    assert problem_of_wide.code == "E676"
    assert problem_of_wide.path == ("indicators", 0, "issues", 1, "tables", 0, "columns")
    assert problem_of_uneven.code == "E677"
    assert problem_of_uneven.path == ("indicators", 0, "issues", 1, "tables", 1, "rows", 1)
    (problem_of_item,) = check_tables(pmqa, OFFICE)
    assert problem_of_item.code == "E677"
    assert problem_of_item.path == ("items", 0, "tables", 0, "rows", 1)
