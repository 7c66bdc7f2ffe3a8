"""Dates of the Buddhist era."""

import datetime as dt
from itertools import product
from typing import get_args

import pytest
from babel.dates import format_date as babel_format_date
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import thai_strftime

from esa_docs import thai
from esa_docs.thai import (
    DateStyle,
    Numerals,
    buddhist_year,
    fiscal_round,
    fiscal_year,
    format_date,
    format_date_range,
)

DAY = dt.date(2026, 9, 16)  # a Wednesday in any calendar
STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

FORMATS: list[tuple[DateStyle, Numerals, str, str]] = [
    ("long", "thai", "๑๖ กันยายน ๒๕๖๙", "contract"),
    ("order", "thai", "วันที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", "contract"),
    ("full", "thai", "วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", "contract"),
    ("weekday", "thai", "วันพุธที่ ๑๖ กันยายน ๒๕๖๙", "contract"),
    ("short", "thai", "๑๖ ก.ย. ๒๕๖๙", "contract"),
    ("month", "thai", "กันยายน ๒๕๖๙", "contract"),
    ("long", "arabic", "16 กันยายน 2569", "contract"),
    ("order", "arabic", "วันที่ 16 กันยายน พ.ศ. 2569", "contract"),
    ("full", "arabic", "วันพุธที่ 16 กันยายน พ.ศ. 2569", "contract"),
    ("weekday", "arabic", "วันพุธที่ 16 กันยายน 2569", "contract"),
    ("short", "arabic", "16 ก.ย. 2569", "contract"),
    ("month", "arabic", "กันยายน 2569", "contract"),
]

NEW_YEAR = (dt.date(2026, 12, 30), dt.date(2027, 1, 2))
TWO_MONTHS = (dt.date(2026, 9, 30), dt.date(2026, 10, 2))
ONE_MONTH = (dt.date(2026, 9, 14), dt.date(2026, 9, 16))
RANGES: list[tuple[tuple[dt.date, dt.date], DateStyle, str, str]] = [
    (ONE_MONTH, "long", "๑๔ - ๑๖ กันยายน ๒๕๖๙", "contract"),
    (TWO_MONTHS, "long", "๓๐ กันยายน - ๒ ตุลาคม ๒๕๖๙", "contract"),
    (NEW_YEAR, "long", "๓๐ ธันวาคม ๒๕๖๙ - ๒ มกราคม ๒๕๗๐", "contract"),
    (ONE_MONTH, "order", "วันที่ ๑๔ - ๑๖ กันยายน พ.ศ. ๒๕๖๙", "contract: shared parts once"),
    (TWO_MONTHS, "order", "วันที่ ๓๐ กันยายน - ๒ ตุลาคม พ.ศ. ๒๕๖๙", "contract: shared parts once"),
    (NEW_YEAR, "order", "วันที่ ๓๐ ธันวาคม พ.ศ. ๒๕๖๙ - ๒ มกราคม พ.ศ. ๒๕๗๐", "contract: shared parts once"),
    (ONE_MONTH, "full", "วันจันทร์ที่ ๑๔ - วันพุธที่ ๑๖ กันยายน พ.ศ. ๒๕๖๙", "decision: weekdays stay; calendar"),
    (TWO_MONTHS, "full", "วันพุธที่ ๓๐ กันยายน - วันศุกร์ที่ ๒ ตุลาคม พ.ศ. ๒๕๖๙", "calendar"),
    (NEW_YEAR, "full", "วันพุธที่ ๓๐ ธันวาคม พ.ศ. ๒๕๖๙ - วันเสาร์ที่ ๒ มกราคม พ.ศ. ๒๕๗๐", "calendar"),
    (ONE_MONTH, "weekday", "วันจันทร์ที่ ๑๔ - วันพุธที่ ๑๖ กันยายน ๒๕๖๙", "calendar"),
    (NEW_YEAR, "weekday", "วันพุธที่ ๓๐ ธันวาคม ๒๕๖๙ - วันเสาร์ที่ ๒ มกราคม ๒๕๗๐", "calendar"),
    (ONE_MONTH, "short", "๑๔ - ๑๖ ก.ย. ๒๕๖๙", "contract: shared parts once"),
    (TWO_MONTHS, "short", "๓๐ ก.ย. - ๒ ต.ค. ๒๕๖๙", "contract: shared parts once"),
    (NEW_YEAR, "short", "๓๐ ธ.ค. ๒๕๖๙ - ๒ ม.ค. ๒๕๗๐", "contract: shared parts once"),
    (ONE_MONTH, "month", "กันยายน ๒๕๖๙", "decision: dates that print alike are one"),
    (TWO_MONTHS, "month", "กันยายน - ตุลาคม ๒๕๖๙", "contract: shared parts once"),
    (NEW_YEAR, "month", "ธันวาคม ๒๕๖๙ - มกราคม ๒๕๗๐", "contract: shared parts once"),
    ((dt.date(2026, 9, 16), dt.date(2027, 9, 16)), "long", "๑๖ กันยายน ๒๕๖๙ - ๑๖ กันยายน ๒๕๗๐", "years differ"),
    ((dt.date(2026, 9, 9), dt.date(2026, 10, 9)), "long", "๙ กันยายน - ๙ ตุลาคม ๒๕๖๙", "equal days stay"),
]

OLD_YEARS = [
    (dt.date(1939, 3, 31), 2481, "contract: the year began on 1 April"),
    (dt.date(1939, 4, 1), 2482, "contract"),
    (dt.date(1940, 3, 31), 2482, "contract"),
    (dt.date(1940, 4, 1), 2483, "contract"),
    (dt.date(1940, 12, 31), 2483, "contract: nine months long"),
    (dt.date(1941, 1, 1), 2484, "contract"),
    (dt.date(1941, 4, 1), 2484, "contract"),
    (DAY, 2569, "contract"),
]

FISCAL = [
    (dt.date(2025, 9, 30), 2568, 2, "contract: ends 30 September"),
    (dt.date(2025, 10, 1), 2569, 1, "contract: begins 1 October"),
    (dt.date(2025, 12, 31), 2569, 1, "calendar"),
    (dt.date(2026, 3, 31), 2569, 1, "contract: round 1 October to March"),
    (dt.date(2026, 4, 1), 2569, 2, "contract: round 2 April to September"),
    (dt.date(2026, 9, 30), 2569, 2, "contract"),
    (dt.date(2026, 10, 1), 2570, 1, "contract"),
]


@pytest.mark.parametrize(("style", "numerals", "expected", "source"), FORMATS)
def test_format(style: DateStyle, numerals: Numerals, expected: str, source: str) -> None:
    assert format_date(DAY, style, numerals) == expected, source


def test_every_style_is_in_the_table_and_long_thai_is_the_default() -> None:
    tested_pairs = {(style, numerals) for style, numerals, _expected, _source in FORMATS}
    assert tested_pairs == set(product(STYLES, get_args(Numerals)))
    assert format_date(DAY) == "๑๖ กันยายน ๒๕๖๙"
    assert format_date(dt.datetime(2026, 9, 6, 12, tzinfo=dt.UTC)) == "๖ กันยายน ๒๕๖๙"


def test_unknown_style_or_numerals() -> None:
    with pytest.raises(ValueError, match="'iso'"):
        format_date(DAY, "iso")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'roman'"):
        format_date_range(DAY, DAY, "long", "roman")  # type: ignore[arg-type]


@pytest.mark.parametrize(("dates", "style", "expected", "source"), RANGES)
def test_range(dates: tuple[dt.date, dt.date], style: DateStyle, expected: str, source: str) -> None:
    assert format_date_range(*dates, style) == expected, source
    assert format_date_range(*dates, style, "arabic") == thai.to_arabic_digits(expected)


@pytest.mark.parametrize("style", STYLES)
def test_range_of_one_day(style: DateStyle) -> None:
    assert format_date_range(DAY, DAY, style) == format_date(DAY, style)


def test_reversed_range() -> None:
    day_before = dt.date(2026, 9, 15)
    with pytest.raises(thai.ReversedRange) as error_info:
        format_date_range(DAY, day_before)
    assert error_info.value.first == DAY
    assert error_info.value.last == day_before
    assert isinstance(error_info.value, ValueError)


@pytest.mark.parametrize(("date", "year", "source"), OLD_YEARS)
def test_buddhist_year(date: dt.date, year: int, source: str) -> None:
    assert buddhist_year(date) == year, source
    assert format_date(date).endswith(thai.to_thai_digits(str(year)))


@pytest.mark.parametrize(("date", "year", "round_number", "source"), FISCAL)
def test_fiscal_year_and_round(date: dt.date, year: int, round_number: int, source: str) -> None:
    assert fiscal_year(date) == year, source
    assert fiscal_round(date) == round_number, source


@given(st.dates(max_value=dt.date(9998, 12, 31)))
def test_fiscal_years_never_go_back(date: dt.date) -> None:
    """The year stays the same from one day to the next, except on 1 October."""
    tomorrow = date + dt.timedelta(days=1)
    is_first_day = (tomorrow.month, tomorrow.day) == (10, 1)
    years_added = 1 if is_first_day else 0
    assert fiscal_year(tomorrow) == fiscal_year(date) + years_added


def test_cldr_has_the_same_names() -> None:
    assert tuple(get_month_names("wide", locale="th").values()) == thai.MONTHS
    assert tuple(get_month_names("abbreviated", locale="th").values()) == thai.MONTH_ABBREVIATIONS
    # CLDR names of the days begin with วัน, Babel counts them from Monday. The letters with a full stop are
    # "short" names in every edition of CLDR; "abbreviated" ones are จันทร์, พฤหัส … since CLDR 48 (CLDR-18862).
    wide, short = get_day_names("wide", locale="th"), get_day_names("short", locale="th")
    assert tuple(wide[day].removeprefix("วัน") for day in range(7)) == thai.WEEKDAYS
    assert tuple(short[day] for day in range(7)) == thai.WEEKDAY_ABBREVIATIONS


def test_babel_agrees_on_weekday_day_and_month() -> None:
    for day in range(365):
        date = dt.date(2026, 1, 1) + dt.timedelta(days=day)
        text_by_babel = babel_format_date(date, "EEEE'ที่' d MMMM '2569'", locale="th")
        assert format_date(date, "weekday", "arabic") == text_by_babel


PYTHAINLP_SHAPES: list[tuple[DateStyle, str]] = [
    ("long", "%-d %B %Y"),
    ("order", "วันที่ %-d %B พ.ศ. %Y"),
    ("full", "%Aที่ %-d %B พ.ศ. %Y"),
    ("weekday", "%Aที่ %-d %B %Y"),
    ("short", "%-d %b %Y"),
    ("month", "%B %Y"),
]

# first of the month, theirs, ours, why ours
PYTHAINLP_DISAGREES = [
    (dt.date(1939, 1, 1), "๑ มกราคม ๒๔๘๒", "๑ มกราคม ๒๔๘๑", "the year began on 1 April"),
    (dt.date(1939, 2, 1), "๑ กุมภาพันธ์ ๒๔๘๒", "๑ กุมภาพันธ์ ๒๔๘๑", "the year began on 1 April"),
    (dt.date(1939, 3, 1), "๑ มีนาคม ๒๔๘๒", "๑ มีนาคม ๒๔๘๑", "the year began on 1 April"),
    (dt.date(1940, 1, 1), "๑ มกราคม ๒๔๘๓", "๑ มกราคม ๒๔๘๒", "the year began on 1 April"),
    (dt.date(1940, 2, 1), "๑ กุมภาพันธ์ ๒๔๘๓", "๑ กุมภาพันธ์ ๒๔๘๒", "the year began on 1 April"),
    (dt.date(1940, 3, 1), "๑ มีนาคม ๒๔๘๓", "๑ มีนาคม ๒๔๘๒", "the year began on 1 April"),
]


@pytest.mark.parametrize(("style", "shape"), PYTHAINLP_SHAPES)
def test_pythainlp_agrees_from_1941_on(style: DateStyle, shape: str) -> None:
    for step in range(400):
        date = dt.date(1941, 1, 1) + dt.timedelta(days=97 * step)
        assert format_date(date, style) == _text_by_pythainlp(date, shape)


def test_pythainlp_disagrees_only_here() -> None:
    disagreements = []
    for year, month in product(range(1939, 1943), range(1, 13)):
        date = dt.date(year, month, 1)
        their_text, our_text = _text_by_pythainlp(date, "%-d %B %Y"), format_date(date)
        if their_text != our_text:
            disagreements.append((date, their_text, our_text))
    expected = [(date, their_text, our_text) for date, their_text, our_text, _why in PYTHAINLP_DISAGREES]
    assert disagreements == expected


def _text_by_pythainlp(date: dt.date, shape: str) -> str:
    moment = dt.datetime.combine(date, dt.time(), tzinfo=dt.UTC)
    return str(thai_strftime(moment, shape, thaidigit=True))
