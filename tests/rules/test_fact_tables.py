"""Tables of a report: not wider than a page, every row full."""

from __future__ import annotations

import pytest

from esa_docs.kinds import KINDS
from esa_docs.kinds.assessment.content import SelfAssessment, Table
from esa_docs.kinds.assessment.table_rules import check_tables
from esa_docs.kinds.pmqa.content import Pmqa, PmqaItem
from esa_docs.kinds.sar.content import Sar, SarIndicator, SarIssue
from esa_docs.model.office import Office
from esa_docs.model.people import References
from esa_docs.source.schemes import shipped_schemes

OFFICE = Office.model_validate({"name": "สำนักงาน", "short_name": "สพป.", "parent": "สพฐ."})


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def found(columns: int, *rows: int) -> list[tuple[str, tuple[int | str, ...], str]]:
    table = {"columns": ["หัว"] * columns, "rows": [["ก"] * cells for cells in rows]}
    section = {"heading": "สภาพ", "tables": [{"columns": ["ก"], "rows": [["ข"]]}, table]}
    report = SelfAssessment.model_validate({"general": [section]})
    return [(one.code, one.path, one.message) for one in check_tables(report, OFFICE)]


def test_a_full_table_that_fits_is_right() -> None:
    assert found(8, 8, 8) == []


def test_a_table_wider_than_a_page_is_refused() -> None:
    path = ("general", 0, "tables", 1, "columns")
    assert found(9, 9) == [("E676", path, "at most 8 columns are expected, found 9")]


def test_a_table_without_rows_is_refused() -> None:
    path = ("general", 0, "tables", 1, "columns")
    assert found(2) == [("E669", path, "a table with a head and rows below it is expected")]


@pytest.mark.parametrize("cells", [1, 3])
def test_a_row_that_is_not_full_is_refused(cells: int) -> None:
    path = ("general", 0, "tables", 1, "rows", 1)
    assert found(2, 2, cells) == [("E677", path, f"2 cells are expected in the row, found {cells}")]


def test_tables_of_issues_and_items_are_looked_at_too() -> None:
    wide = Table(columns=("หัว",) * 9, rows=(("ก",) * 9,))
    uneven = Table(columns=("หัว",), rows=(("ก",), ()))
    indicator = SarIndicator(
        indicator="1.1", issues=(SarIssue(number=1), SarIssue(number=2, tables=(wide, uneven)))
    )
    item = PmqaItem(item="1.1", tables=(uneven,))
    schemes = References({}, schemes=shipped_schemes(KINDS))
    sar = Sar.model_validate({"scheme": "sar-2560", "indicators": [indicator]}, context=schemes)
    pmqa = Pmqa.model_validate({"scheme": "pmqa-4.0", "items": [item]}, context=schemes)

    assert [(one.code, one.path) for one in check_tables(sar, OFFICE)] == [
        ("E676", ("indicators", 0, "issues", 1, "tables", 0, "columns")),
        ("E677", ("indicators", 0, "issues", 1, "tables", 1, "rows", 1)),
    ]
    assert [(one.code, one.path) for one in check_tables(pmqa, OFFICE)] == [
        ("E677", ("items", 0, "tables", 0, "rows", 1))
    ]
