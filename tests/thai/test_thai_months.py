"""Months of the Buddhist era, read from text and printed with a blank for the day."""

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs import thai
from esa_docs.thai import ThaiMonth, parse_date_or_month

MARCH = ThaiMonth(2569, 3)
NAMES = (
    ("มกราคม", "ม.ค.", 31),
    ("กุมภาพันธ์", "ก.พ.", 28),
    ("มีนาคม", "มี.ค.", 31),
    ("เมษายน", "เม.ย.", 30),
    ("พฤษภาคม", "พ.ค.", 31),
    ("มิถุนายน", "มิ.ย.", 30),
    ("กรกฎาคม", "ก.ค.", 31),
    ("สิงหาคม", "ส.ค.", 31),
    ("กันยายน", "ก.ย.", 30),
    ("ตุลาคม", "ต.ค.", 31),
    ("พฤศจิกายน", "พ.ย.", 30),
    ("ธันวาคม", "ธ.ค.", 31),
)
"""Name, abbreviation and days of the months of 2569, which is no leap year."""


@pytest.mark.parametrize(
    "text",
    [
        "มีนาคม 2569",
        "มีนาคม ๒๕๖๙",
        "มี.ค. 2569",
        "มี.ค.2569",
        "มีนาคม พ.ศ. 2569",
        "เดือนมีนาคม 2569",
        "เดือน มีนาคม พ.ศ. ๒๕๖๙",
        "วันที่      มีนาคม 2569",
        "วันที่        มีนาคม พ.ศ. ๒๕๖๙",
        "วันที่      เดือน มีนาคม พ.ศ. ๒๕๖๙",
        " \u00a0มีนาคม\t2569\n",
        "2569-03",
        "๒๕๖๙-๓",
    ],
)
def test_a_month_is_read(text: str) -> None:
    assert parse_date_or_month(text) == MARCH


@pytest.mark.parametrize("text", ["16 มีนาคม 2569", "วันจันทร์ที่ 16 มีนาคม 2569", "2569-03-16", "๑๖/๓/๒๕๖๙"])
def test_a_date_stays_a_date(text: str) -> None:
    assert parse_date_or_month(text) == dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "มีนาคม",
        "2569",
        "มีนาคม 69",
        "มีนาคม 25690",
        "มีนา 2569",
        "March 2569",
        "3/2569",
        "12/2569",
        "2569/03",
    ],
)
def test_what_is_neither_is_refused(text: str) -> None:
    """``12/2569`` is the number of an order: as a month it would be taken for December."""
    with pytest.raises(thai.NotADate):
        parse_date_or_month(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("มีนาคม 2026", thai.WrongEra),
        ("มีนาคม ค.ศ. 2569", thai.WrongEra),
        ("2026-03", thai.WrongEra),
        ("2569-13", thai.NoSuchMonth),
        ("2569-00", thai.NoSuchMonth),
        ("มกราคม 2483", thai.NoSuchMonth),
        ("31 เมษายน 2569", thai.NoSuchDay),
        ("วันอังคารที่ 16 มีนาคม 2569", thai.WrongWeekday),
    ],
)
def test_what_is_wrong_is_told_by_its_kind(text: str, fault: type[thai.DateError]) -> None:
    with pytest.raises(fault) as error_info:
        parse_date_or_month(text)
    assert error_info.value.text == text
    assert text in str(error_info.value)


@pytest.mark.parametrize(("name", "abbreviation", "days"), NAMES, ids=str)
def test_every_month_has_its_names_and_its_days(name: str, abbreviation: str, days: int) -> None:
    month = parse_date_or_month(f"{name} 2569")

    assert isinstance(month, ThaiMonth)
    assert parse_date_or_month(f"{abbreviation} 2569") == month
    assert (month.first_day.day, month.last_day.day, len(list(month.days()))) == (1, days, days)
    assert {day.month for day in month.days()} == {month.month}
    assert str(month) == f"{name} 2569"


def test_february_of_a_leap_year_has_29_days() -> None:
    assert ThaiMonth(2567, 2).last_day == dt.date(2024, 2, 29)


def test_months_before_the_short_year_are_542_years_apart() -> None:
    assert ThaiMonth(2482, 3).first_day == dt.date(1940, 3, 1)
    assert ThaiMonth(2483, 12).last_day == dt.date(1940, 12, 31)


def test_the_day_is_a_blank_in_every_style() -> None:
    blank = " " * 8

    assert thai.format_blank_day(MARCH) == f"{blank}มีนาคม ๒๕๖๙"
    assert thai.format_blank_day(MARCH, "order") == f"วันที่{blank}มีนาคม พ.ศ. ๒๕๖๙"
    assert thai.format_blank_day(MARCH, "short", "arabic") == f"{blank}มี.ค. 2569"
    assert thai.format_date_or_month(MARCH, "long", "arabic") == f"{blank}มีนาคม 2569"
    assert thai.format_date_or_month(dt.date(2026, 3, 16), "order") == "วันที่ ๑๖ มีนาคม พ.ศ. ๒๕๖๙"


def test_dates_and_months_have_days_a_year_and_a_name() -> None:
    day = dt.date(2026, 3, 16)

    assert (thai.first_day_of(MARCH), thai.last_day_of(MARCH)) == (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert (thai.first_day_of(day), thai.last_day_of(day)) == (day, day)
    assert (thai.calendar_year(MARCH), thai.calendar_year(day)) == (2569, 2569)
    assert (thai.name_date_or_month(MARCH), thai.name_date_or_month(day)) == ("มีนาคม 2569", "16 มีนาคม 2569")


def test_a_month_goes_to_worker_processes() -> None:
    assert pickle.loads(pickle.dumps(MARCH)) == MARCH  # noqa: S301 our own bytes


MONTHS = st.dates(dt.date(1941, 1, 1), dt.date(2456, 12, 31)).map(
    lambda day: ThaiMonth(thai.buddhist_year(day), day.month)
)


@given(
    month=MONTHS,
    style=st.sampled_from(["long", "order", "short"]),
    numerals=st.sampled_from(["thai", "arabic"]),
)
def test_what_is_printed_is_read_again(month: ThaiMonth, style: str, numerals: thai.Numerals) -> None:
    assert parse_date_or_month(thai.format_blank_day(month, style, numerals)) == month  # type: ignore[arg-type]


@given(month=MONTHS)
def test_the_days_of_a_month_follow_each_other(month: ThaiMonth) -> None:
    days = list(month.days())

    assert days[0] == month.first_day
    assert days[-1] == month.last_day
    assert (month.last_day + dt.timedelta(days=1)).day == 1
    assert len(days) == (month.last_day - month.first_day).days + 1


@given(text=st.text(alphabet="0123456789/-. มีนาคมพศวันที่เดือน๒๕๖๙", max_size=24))
def test_any_text_is_a_date_a_month_or_refused(text: str) -> None:
    try:
        value = parse_date_or_month(text)
    except thai.DateError:
        return
    assert thai.first_day_of(value) <= thai.last_day_of(value)
