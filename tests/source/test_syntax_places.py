"""The slip that stopped YAML is found in a line of any length, and stands where it was typed."""

from __future__ import annotations

import time

import pytest

from esa_docs.source.yaml_files.syntax_places import find_slip


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: {b: 1; c: 2}", 9),
        ("a: {b: {c: 1; d: 2}", 13),
        ("a: {b: {c: 1}; d: 2}", None),
        ("a: [b #1, c]", 7),
        ("a: {b: [c #1], d: 2", 11),
        ("a: [b, {c: d #1}", 14),
        ("a: [b] #1 [c]", None),
    ],
)
def test_the_place_of_a_slip_between_brackets(line: str, column: int | None) -> None:
    slip = find_slip(line, 1, None)
    column_of_slip = slip.column if slip else None
    assert column_of_slip == column


HARD = {
    "braces": "{" * 100_000,
    "brackets": "[" * 100_000,
    "number signs": "[" + " #" * 50_000,
    "brackets and number signs": "[ #" * 30_000,
    "semicolons": "{" + ";" * 100_000,
}


@pytest.mark.parametrize("line", HARD.values(), ids=HARD.keys())
def test_a_long_line_is_searched_in_linear_time(line: str) -> None:
    """Each line takes milliseconds; a search that goes back and forth would take many seconds."""
    start = time.perf_counter()
    find_slip(line, 1, None)
    assert time.perf_counter() - start < 2
