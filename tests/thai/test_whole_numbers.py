"""Whole numbers of files and of the command line: of any length, in either digit set."""

from __future__ import annotations

import pytest

from esa_docs import thai


@pytest.mark.parametrize(
    ("figures", "number"),
    [
        ("12", 12),
        ("๑๒", 12),
        ("007", 7),
        ("9" * 18, 999_999_999_999_999_999),
        ("9" * 19, None),
        ("9" * 5000, None),
        ("", None),
        ("-1", None),
        ("1_000", None),
        ("²", None),
        ("٣", None),
    ],
)
def test_figures_are_a_number_or_none(figures: str, number: int | None) -> None:
    assert thai.whole_number(figures) == number
