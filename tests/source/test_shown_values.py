"""Numbers, dates and texts of Excel come in as Excel shows them; LibreOffice agrees."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from shown_cells import AS_EXCEL, AS_LIBREOFFICE, DAY, UNREAD_FORMATS

from esa_docs.source.tables.shown.values import CellText, format_code, show_value


@pytest.mark.parametrize(("value", "code", "text"), [*AS_LIBREOFFICE, *AS_EXCEL])
def test_a_value_comes_in_as_it_is_shown(value: Any, code: str, text: str) -> None:
    cell = show_value(value, code)

    assert (cell.text, cell.is_raw) == (text, False)


@pytest.mark.parametrize(("value", "code", "text"), UNREAD_FORMATS)
def test_what_is_shown_in_another_way_is_marked(value: Any, code: str, text: str) -> None:
    cell = show_value(value, code)

    assert (cell.text, cell.is_raw) == (text, True)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (14, "31/3/2569"),
        (15, "31-มี.ค.-69"),
        (22, "31/3/2569 0:00"),
        (71, "๓๑/๓/๒๕๖๙"),
        (81, "31/3/69"),
    ],
)
def test_formats_of_the_system_are_those_of_a_thai_windows(number: int, code: str) -> None:
    assert show_value(DAY, format_code("General", number)).text == code


def test_the_currency_of_the_machine_is_not_guessed() -> None:
    assert show_value(5, format_code('"$"#,##0_)', 5)) == CellText("5", "5", is_raw=True)


@pytest.mark.parametrize(
    ("value", "code", "plain"),
    [
        (12345, "#,##0", "12345"),
        (4, "0.00", "4"),
        (0.955, "0.0%", "95.5%"),
        (DAY, "d mmm yy", "2569-3-31"),
        (DAY.replace(year=2569), "d/m/yyyy", "2569-3-31"),
        (DAY, "h:mm", "0:00"),
    ],
)
def test_where_a_number_or_date_is_expected_it_is_as_typed(value: Any, code: str, plain: str) -> None:
    assert show_value(value, code).plain == plain


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    cell = show_value(44650, "yyyy-mm-dd", is_from_1904=True)

    assert cell == CellText("2026-03-31", "2569-3-31", has_christian_year=True)


def test_days_before_march_1900_are_those_of_excel() -> None:
    assert [show_value(day, "d/m/yyyy").text for day in (1, 59, 61)] == ["1/1/1900", "28/2/1900", "1/3/1900"]
    assert show_value(60, "d/m/yyyy") == CellText("60", "60", is_raw=True)


@pytest.mark.parametrize(
    ("value", "code", "raw"),
    [
        (DAY, "B2yyyy", "2569-3-31"),
        (DAY, "B2d/m/yyyy", "2569-3-31"),
        (DAY, "B1yyyy", "2569-3-31"),
        (DAY, "[$-060041E]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-030411]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-080000]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-ar-SA,6]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-th-TH,87]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-187041E]d/m/yyyy", "2569-3-31"),
        (DAY, "[$-ar-SA-u-ca-islamic]d/m/yyyy", "2569-3-31"),
        (12, "[$-2000401]0", "12"),
        (123456789012345678, "General", "123456789012345678"),
        (-1234567890123456, "0", "-1234567890123456"),
        (0, "d/m/yyyy", "0"),
        (dt.time(12, 0), "d/m/yyyy", "0.5"),
        (dt.datetime(1900, 2, 28), "d/m/yyyy", "60"),  # noqa: DTZ001 as openpyxl gives days 59 and 60
    ],
)
def test_what_is_shown_in_another_calendar_or_is_no_day_is_raw(value: Any, code: str, raw: str) -> None:
    assert show_value(value, code) == CellText(raw, raw, is_raw=True)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (999_999_999_999_999, "0", "999999999999999"),
        (5, "[$-060041E]0", "5"),
        (DAY, "[$-1010409]d/m/yyyy", "31/3/2026"),
        (dt.time(8, 30), "[$-060041E]h:mm", "8:30"),
    ],
)
def test_what_needs_no_calendar_is_read_beside_one(value: Any, code: str, text: str) -> None:
    cell = show_value(value, code)
    assert (cell.text, cell.is_raw) == (text, False)
