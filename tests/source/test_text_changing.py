"""Unusual layouts brought to other values: what is not changed stays, or the file is refused."""

from __future__ import annotations

import pytest

from esa_docs.model.cell_forms import Value
from esa_docs.source.yaml_files.yaml_changing import change_to
from esa_docs.source.yaml_files.yaml_text import scalar_text


def change(text: str, values: dict[str, Value]) -> str | None:
    """Return a content file with other values; None where it is refused."""
    data = change_to(text.encode("utf-8"), values)
    return None if data is None else data.decode("utf-8")


EMPTY_ITEMS = "a:\n- ~\n- None\n-\n- number:\n- {number: ,  b: null}\n"
EMPTIES: list[Value] = [None, "None", None, {"number": None}, {"number": None, "b": None}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (EMPTY_ITEMS, EMPTIES),
        ("a:\n- {n: 1,  m: ~}\n- {n: 1,  m: 2}\n", [{"n": "1", "m": None}, {"n": "1", "m": "2"}]),
        ("a: |\n  ก", "ก"),
        ("a: {b: ,  c: [ ]}\n", {"b": None, "c": []}),
    ],
)
def test_what_says_already_what_is_wanted_stays(text: str, value: Value) -> None:
    assert change(text, {"a": value}) == text


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("a: |  # ก\n  ข\n  # ค\nb: 1\n", {"a": "ง", "b": "1"}, "a: ง  # ก\nb: 1\n"),
        ("a: 1\rb:\r- 1\r", {"a": "1", "c": "2", "b": ["1", "2"]}, "a: 1\rc: '2'\rb:\r- 1\r- '2'\r"),
        ("a: 1\r\nb: 1\nc: 1\r\n", {"a": "1", "b": "1", "d": 2, "c": "1"}, "a: 1\r\nb: 1\nd: 2\nc: 1\r\n"),
        ("a: 1\nb: 1\r", {"a": "1", "b": "1", "c": 2}, "a: 1\nb: 1\rc: 2\r"),
        ("a:\n- 1\n  # ข\n# ค\nb: 1\n", {"a": ["1"], "c": 2, "b": "1"}, "a:\n- 1\n  # ข\nc: 2\n# ค\nb: 1\n"),
        ("a: &x 1\nb: 1\nc: *x\n", {"a": "1", "b": "1", "c": "1", "d": 2}, "a: &x 1\nb: 1\nc: *x\nd: 2\n"),
        ("a: &x 1\nb: 1\nc: *x\n", {"a": "1", "b": "1"}, "a: &x 1\nb: 1\n"),
        ("a: 1 # ก\u2028b: 1\n", {"a": "1", "c": 2, "b": "1"}, "a: 1 # ก\u2028c: 2\nb: 1\n"),
        ("a: ~\nb: 1\n", {"a": "~", "b": "1"}, "a: '~'\nb: 1\n"),
        (EMPTY_ITEMS, {"a": [*EMPTIES, "ก"]}, f"{EMPTY_ITEMS}- ก\n"),
    ],
)
def test_only_what_is_wanted_changes(before: str, values: dict[str, Value], after: str) -> None:
    assert change(before, values) == after


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: 1\na: 2\nb: 1\n", {"a": "1", "b": "2"}),
        ("? [x]\n: 1\na: 1\n", {"a": "2"}),
        ("a: 1\n? b\n", {"a": "1", "b": "2"}),
        ("a: 1\n? b\n", {"a": "1", "b": None, "c": "2"}),
        ("a: &x 1\nb:\n- *x\n", {"a": "1", "b": ["1", "2"]}),
        ("a: 1\nb: [\n", {"a": "2"}),
        ("a:\n- b: 1\n", {"a": [{}]}),
        ("- a\n", {"a": "2"}),
        ("", {"a": "2"}),
        ("a: |\n  ก", {"a": "ก", "b": "2"}),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(text: str, values: dict[str, Value]) -> None:
    assert change(text, values) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12, "12"),
        ("12", "'12'"),
        ("ก ข", "ก ข"),
        ("ก: ข", "'ก: ข'"),
        ("~", "'~'"),
        ("", "''"),
        ("ก #", "'ก #'"),
    ],
)
def test_a_text_that_would_be_misread_goes_into_quotes(value: str | int, expected: str) -> None:
    assert scalar_text(value) == expected
