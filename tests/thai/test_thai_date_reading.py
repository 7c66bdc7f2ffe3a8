"""Dates of the Buddhist era, read from text."""

import datetime as dt
import pickle
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs import thai
from esa_docs.thai import DateStyle, Numerals, buddhist_year, format_date, parse_date, parse_month

DAY = dt.date(2026, 9, 16)  # a Wednesday in any calendar
DAY_STYLES = [style for style in get_args(DateStyle) if style != "month"]

PARSED = [
    ("๑๖ กันยายน ๒๕๖๙", DAY, "contract"),
    ("16 กันยายน 2569", DAY, "contract"),
    ("16 กันยายน พ.ศ. 2569", DAY, "contract: with พ.ศ."),
    ("วันที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", DAY, "contract"),
    ("วันที่ 16 กันยายน 2569", DAY, "contract: without พ.ศ."),
    ("วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", DAY, "contract"),
    ("วันพุธที่ 16 กันยายน 2569", DAY, "contract"),
    ("๑๖ ก.ย. ๒๕๖๙", DAY, "contract"),
    ("16 ก.ย. พ.ศ. 2569", DAY, "contract"),
    ("16ก.ย.2569", DAY, "decision: no space needed"),
    ("วันที่ 16 กันยายน พ.ศ.2569", DAY, "decision: no space needed"),
    ("\u00a0๑๖\u00a0 กันยายน\t\n๒๕๖๙ ", DAY, "contract: mixed white space"),
    ("2569-09-16", DAY, "contract: read as B.E."),
    ("๒๕๖๙-๐๙-๑๖", DAY, "contract: both digit sets"),
    ("2569-9-6", dt.date(2026, 9, 6), "decision: one digit suffices"),
    ("16/9/2569", DAY, "contract"),
    ("๑๖/๐๙/๒๕๖๙", DAY, "contract: both digit sets"),
    ("29 กุมภาพันธ์ 2567", dt.date(2024, 2, 29), "calendar: leap year"),
    ("1 มกราคม 2484", dt.date(1941, 1, 1), "contract: first year that began in January"),
    ("31 ธันวาคม 2483", dt.date(1940, 12, 31), "contract: the year of nine months"),
    ("1 เมษายน 2483", dt.date(1940, 4, 1), "contract"),
    ("31 มีนาคม 2482", dt.date(1940, 3, 31), "contract: the year before it, 542 years apart"),
    ("1 เมษายน 2482", dt.date(1939, 4, 1), "contract"),
    ("1 เมษายน 2400", dt.date(1857, 4, 1), "decision: first year read"),
]

NOT_DATES = [
    ("", "empty"),
    ("พ.ศ.", "the era alone"),
    ("กันยายน 2569", "no day: style month"),
    ("16 กันยายน", "no year"),
    ("16 กันยายน 69", "two-digit year"),
    ("16/9/69", "two-digit year"),
    ("16 กันยายน 25690", "five-digit year"),
    ("116 กันยายน 2569", "three-digit day"),
    ("16 กันยา 2569", "no such month's name"),
    ("16 September 2569", "English"),
    ("16-9-2569", "hyphens with the day first"),
    ("2569/09/16", "slashes with the year first"),
    ("16.9.2569", "dots"),
    ("๑๔ - ๑๖ กันยายน ๒๕๖๙", "a range"),
    ("16 กันยายน 2569 เวลา 9.00 น.", "more than a date"),
    ("วันพฤหัสที่ 17 กันยายน 2569", "no such weekday's name"),
    ("พุธที่ 16 กันยายน 2569", "weekday without วัน"),
    ("١٦/٩/٢٥٦٩", "digits of another script"),
    ("16\u200bกันยายน 2569", "zero width space"),
    ("-16/9/2569", "sign"),
]

NO_SUCH_DAYS = [
    ("31 กันยายน 2569", (2569, 9, 31), "calendar"),
    ("29 กุมภาพันธ์ 2569", (2569, 2, 29), "calendar: 2026 is no leap year"),
    ("0 กันยายน 2569", (2569, 9, 0), "calendar"),
    ("9/16/2569", (2569, 16, 9), "calendar: month first"),
    ("2569-13-01", (2569, 13, 1), "calendar"),
    ("2569-00-01", (2569, 0, 1), "calendar"),
    ("1 มกราคม 2483", (2483, 1, 1), "contract: 2483 has no January"),
    ("31 มี.ค. 2483", (2483, 3, 31), "contract: 2483 has no March"),
    ("29 กุมภาพันธ์ 2483", (2483, 2, 29), "contract: 2483 has no February"),
]

WRONG_ERAS = [
    ("2026-09-16", 2026, "contract"),
    ("16 กันยายน 2026", 2026, "contract"),
    ("๑๖/๙/๒๐๒๖", 2026, "contract: both digit sets"),
    ("16 กันยายน ค.ศ. 2026", 2026, "decision: names the era"),
    ("16 กันยายน ค.ศ. 2569", 2569, "decision: names the era"),
    ("31 ธันวาคม 2399", 2399, "decision: last year not read"),
    ("2026-02-30", 2026, "decision: the era is said before the day"),
]


@pytest.mark.parametrize(("text", "date", "source"), PARSED)
def test_parse(text: str, date: dt.date, source: str) -> None:
    assert parse_date(text) == date, source


@pytest.mark.parametrize(("text", "why"), NOT_DATES)
def test_not_a_date(text: str, why: str) -> None:
    with pytest.raises(thai.NotADate) as error_info:
        parse_date(text)
    assert error_info.value.text == text, why


@pytest.mark.parametrize(("text", "parts", "source"), NO_SUCH_DAYS)
def test_no_such_day(text: str, parts: tuple[int, int, int], source: str) -> None:
    with pytest.raises(thai.NoSuchDay) as error_info:
        parse_date(text)
    error = error_info.value
    assert (error.year, error.month, error.day) == parts, source


@pytest.mark.parametrize(("text", "year", "source"), WRONG_ERAS)
def test_wrong_era(text: str, year: int, source: str) -> None:
    with pytest.raises(thai.WrongEra) as error_info:
        parse_date(text)
    assert error_info.value.year == year, source


def test_wrong_weekday() -> None:
    with pytest.raises(thai.WrongWeekday) as error_info:
        parse_date("วันศุกร์ที่ ๑๖ กันยายน ๒๕๖๙")
    error = error_info.value
    assert (error.written, error.actual, error.date) == ("ศุกร์", "พุธ", DAY)


@pytest.mark.parametrize("text", ["x", "31 กันยายน 2569", "2026-09-16", "วันศุกร์ที่ 16 กันยายน 2569"])
def test_errors_are_one_family_and_travel_between_processes(text: str) -> None:
    with pytest.raises(thai.DateError) as error_info:
        parse_date(text)
    error = error_info.value
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - pickled in this line
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)
    assert text in str(copy)
    assert isinstance(copy, ValueError)


@given(
    st.dates(min_value=dt.date(1857, 4, 1), max_value=dt.date(2400, 12, 31)),
    st.sampled_from(DAY_STYLES),
    st.sampled_from(get_args(Numerals)),
)
def test_round_trip(date: dt.date, style: DateStyle, numerals: Numerals) -> None:
    text = format_date(date, style, numerals)
    assert parse_date(text) == date
    assert "\u00a0" not in text


@given(st.dates(min_value=dt.date(1857, 4, 1), max_value=dt.date(2400, 12, 31)))
def test_round_trip_in_numbers(date: dt.date) -> None:
    year = buddhist_year(date)
    assert parse_date(f"{year}-{date:%m-%d}") == date
    assert parse_date(f"{date.day}/{date.month}/{year}") == date


@given(st.text())
def test_any_other_text_is_a_date_error(text: str) -> None:
    with pytest.raises(thai.NotADate):
        parse_date("ก" + text)


@pytest.mark.parametrize("number", range(1, 13))
def test_month_names_are_read(number: int) -> None:
    name, abbreviation = thai.MONTHS[number - 1], thai.MONTH_ABBREVIATIONS[number - 1]
    assert parse_month(name) == number
    assert parse_month(f" {abbreviation}\u00a0") == number


@pytest.mark.parametrize("text", ["", "กันยา", "9", "กย.", "กันยายน 2569"])
def test_not_a_month(text: str) -> None:
    with pytest.raises(thai.NotAMonth) as error_info:
        parse_month(text)
    assert error_info.value.text == text
    assert repr(text) in str(error_info.value)
