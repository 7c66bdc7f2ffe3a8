"""Numbers and lengths as any program may have written them into a Word file."""

from __future__ import annotations

import pytest

from esa_docs.ooxml.measures import twips, whole_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("1440", 1440), ("-20", -20), ("12.5", 12.5), ("1in", 1440), ("72pt", 1440), ("6pc", 1440)),
        *(("2.54cm", 1440), ("25.4mm", 1440), ("1pi", 240)),
        *(("", 0), (None, 0), ("x", 0), ("9" * 5000, 0), ("1e5", 0), ("٣", 0)),
    ],
)
def test_a_length_is_in_twips(text: str | None, expected: float) -> None:
    assert twips(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("7", 7), (" 7 ", 7), ("-3", -3), ("", 5), (None, 5), ("1in", 5), ("9" * 5000, 5)]
)
def test_a_number_that_is_none_has_the_default(text: str | None, expected: int) -> None:
    assert whole_number(text, 5) == expected
