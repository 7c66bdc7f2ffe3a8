"""Times of day: hours and minutes as official texts write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esa_docs import thai


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("09.30 น.", 9, 30),
        ("9.30 น.", 9, 30),
        ("09.30น.", 9, 30),
        ("09.30", 9, 30),
        ("09:30", 9, 30),
        ("๐๙.๓๐ น.", 9, 30),
        ("๙:๓๐", 9, 30),
        ("  09.30   น. ", 9, 30),
        ("09.30\u00a0น.", 9, 30),
        ("00.00 น.", 0, 0),
        ("23.59 น.", 23, 59),
    ],
)
def test_a_time_is_read(text: str, hour: int, minute: int) -> None:
    assert thai.parse_time(text) == dt.time(hour, minute)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "9 โมง",
        "เก้าโมงเช้า",
        "09.30 นาฬิกา",
        "09.3",
        "009.30",
        "09.300",
        "9,30",
        "-9.30",
        "24.00 น.",
        "25.00 น.",
        "09.60 น.",
        "09.30 น. ถึง 12.00 น.",
        "930",
        "09.30 น",
    ],
)
def test_what_is_no_time_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(thai.NotATime) as error_info:
        thai.parse_time(text)

    assert error_info.value.text == text
    assert isinstance(error_info.value, ValueError)
    assert repr(text) in str(error_info.value)


@pytest.mark.parametrize(
    ("time", "numerals", "text"),
    [
        (dt.time(9, 0), "thai", "๐๙.๐๐ น."),
        (dt.time(13, 5), "thai", "๑๓.๐๕ น."),
        (dt.time(9, 30), "arabic", "09.30 น."),
        (dt.time(0, 0), "arabic", "00.00 น."),
    ],
)
def test_a_time_is_written_with_two_figures_each(time: dt.time, numerals: thai.Numerals, text: str) -> None:
    assert thai.format_time(time, numerals) == text


def test_thai_digits_are_the_usual_ones() -> None:
    assert thai.format_time(dt.time(16, 30)) == "๑๖.๓๐ น."


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["thai", "arabic"]))
def test_what_is_written_is_read_again(hour: int, minute: int, numerals: thai.Numerals) -> None:
    time = dt.time(hour, minute)

    assert thai.parse_time(thai.format_time(time, numerals)) == time
