"""Values of built-in types of the schema (XML Schema, part 2)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from esa_docs.word.verify import simple_values
from esa_docs.word.verify.simple_values import is_allowed


def test_every_built_in_type_of_the_table_is_bounded_or_has_a_form_or_is_free() -> None:
    text = files("esa_docs.word.verify").joinpath("schema_table.json").read_text("utf-8")
    used_names = set(re.findall(r'"xsd:(\w+)"', text)) - {"anyType"}
    known_names = {*simple_values._BOUNDS, *simple_values._PATTERNS, *simple_values._FREE}
    assert used_names <= known_names
    assert {"string", "short", "nonNegativeInteger"} <= used_names


@pytest.mark.parametrize(
    ("name", "sound", "odd"),
    [
        ("short", ["-32768", "32767", "+5"], ["-32769", "32768", "1.5", "nonsense", ""]),
        ("nonNegativeInteger", ["0", "99999999999"], ["-1", "1.5", "nonsense", ""]),
        ("positiveInteger", ["1"], ["0", "nonsense"]),
        ("unsignedLong", ["4294967295"], ["-1", "4294967296"]),
        ("integer", ["-2147483648", "4294967295"], ["-2147483649", "4294967296"]),
    ],
)
def test_whole_numbers_have_bounds(name: str, sound: list[str], odd: list[str]) -> None:
    assert [text for text in sound if not is_allowed(f"xsd:{name}", text)] == []
    assert [text for text in odd if is_allowed(f"xsd:{name}", text)] == []
