r"""Marks that YAML takes for its own signs: told with the cure, and written so that they are read as text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from esa_docs.source.yaml_files.mark_hints import backslash_hint, braces_hint, mark_hint
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.yaml_changing import change_to, replace_texts

BEGINNINGS = ("**ก** ข", "*ก* ข", "[ก](https://a.th) ข", "{ref:ก} ข", "{field:ก} ข", "**ก: ข** ค")


@pytest.mark.parametrize("text", BEGINNINGS)
@pytest.mark.parametrize(("before", "column"), [("text:\n  - ", 5), ("closing: ", 10), ("  - text: ", 11)])
def test_a_text_that_begins_with_a_mark_is_told_with_quotes_and_a_block(
    text: str, before: str, column: int
) -> None:
    line = before.rpartition("\n")[2]
    hint = mark_hint(f"{line}{text}")
    assert f"'{text}'"[:20] in hint
    assert "'|'" in hint
    if not before.startswith(" "):
        (fault,) = parse_yaml(f"{before}{text}\n", "a.yaml").diagnostics
        line_number = before.count("\n") + 1
        assert (fault.code, fault.location.line) == ("E106", line_number)
        assert fault.location.column >= column
        assert fault.hint == hint


@pytest.mark.parametrize(
    "line", ["closing: ก **ข**", "  - ก *ข*", "closing: '**ก** ข'", "text: [ก, ข]", "ก: {a: b}"]
)
def test_other_lines_get_no_such_hint(line: str) -> None:
    assert mark_hint(line) == ""


def test_a_backslash_between_double_quotes_is_told_with_single_ones() -> None:
    (fault,) = parse_yaml('closing: "ก \\*ข"\n', "a.yaml").diagnostics
    assert (fault.code, fault.location.line, fault.hint) == ("E106", 1, backslash_hint('closing: "ก \\*ข"'))
    assert "'ก \\*ข'" in fault.hint


@pytest.mark.parametrize(
    ("value", "line", "column", "sign", "example"),
    [
        ("[ก ^[โน้ต]]", 1, 8, "[", "ก ^[โน้ต]"),
        ("[ก, ข ^[โน้ต] ค]", 1, 11, "[", "ข ^[โน้ต] ค"),
        ("[ดู [เว็บ](https://a.go.th) นี้]", 1, 8, "[", "ดู [เว็บ](https://a.go.th) นี้"),
        ("[ก {ref:x}]", 1, 8, "{", "ก {ref:x}"),
        ("[ก {field:a} ข, ค]", 1, 8, "{", "ก {field:a} ข"),
        ("[ก ข้อ [1]]", 1, 8, "[", "ก ข้อ [1]"),
        ("{title: ก, items: [ข {ref:x}]}", 1, 26, "{", "ข {ref:x}"),
        ("{title: ก ^[ข]}", 1, 15, "[", "ก ^[ข]"),
        ("['ก, [ข]', ค ^[ง]]", 1, 18, "[", "ค ^[ง]"),
        ("[ก,\n  ข ^[ค]]", 2, 3, "[", "ข ^[ค]"),
        ('["ก", **ข**]', 1, 13, "*", "**ข**"),
        ("[*ก* ข]", 1, 8, "*", "*ก* ข"),
        ("[ก, [ข](https://a.th) ค]", 1, 11, "[", "[ข](https://a.th) ค"),
        ("[{ref:ก} ข]", 1, 8, "{", "{ref:ก} ข"),
        ("{title: **ก**, id: x}", 1, 15, "*", "**ก**"),
        ("[ก,\n  **ข**]", 2, 3, "*", "**ข**"),
    ],
)
def test_a_text_with_a_mark_between_brackets_is_told_with_quotes(
    value: str, line: int, column: int, sign: str, example: str
) -> None:
    (fault,) = parse_yaml(f"text: {value}\n", "a.yaml").diagnostics
    assert (fault.code, fault.location.line, fault.location.column) == ("E106", line, column)
    assert f"'{sign}'" in fault.hint
    assert fault.hint.endswith(f" '{example}'")
    # The cure is one: with the text in quotes YAML reads what was meant.
    cured = value.replace(example, f"'{example}'")
    assert parse_yaml(f"text: {cured}\n", "a.yaml").diagnostics == ()


@pytest.mark.parametrize("value", ["[ก] [ข]", "[ก]]", "[ก,, ข]", "[ก #ข]", "[ก, ข", "[{a: ข} ก]"])
def test_other_slips_between_brackets_are_not_told_as_marks(value: str) -> None:
    (fault,) = parse_yaml(f"text: {value}\n", "a.yaml").diagnostics
    assert fault.code == "E106"
    assert "เดี่ยว" not in fault.hint


@pytest.mark.parametrize("value", [{"ref:ก": None}, {"field:ข": None}])
def test_a_mark_in_braces_that_yaml_reads_as_a_key_is_told(value: dict[str, None]) -> None:
    (key,) = value
    assert f"'{{{key}}}'" in braces_hint(value)


@pytest.mark.parametrize("value", [{"ก": "ข"}, {"ref:ก": "x", "ข": "y"}, "ก", None, {"ref:": None}])
def test_other_values_are_no_marks_in_braces(value: object) -> None:
    assert braces_hint(value) == ""


@pytest.mark.parametrize(
    "text",
    [*BEGINNINGS, "{ref:ก}", "ก^[ดู: ข]", r"\*ก\*", "__ก__", "~ก", "^[ก]", "ก # **ข**", "'**ก**'", '"*ก*"'],
)
def test_the_changer_writes_marks_so_that_they_are_read_as_text(text: str) -> None:
    data = "# เหตุ\ntext:\n  - ก\n  - ข  # คงไว้\nclosing: ค\n".encode()
    changed = replace_texts(data, {("text", 0): text, ("closing",): text})
    assert changed is not None
    assert yaml.safe_load(changed) == {"text": [text, "ข"], "closing": text}
    assert "# คงไว้".encode() in changed
    appended = change_to(data, {"text": ["ก", "ข", text], "closing": "ค"})
    assert appended is not None
    assert yaml.safe_load(appended)["text"] == ["ก", "ข", text]


def test_no_shipped_content_has_marks_that_version_2_would_read() -> None:
    from esa_docs.model.prose.reading import read_marks  # noqa: PLC0415 for this test alone

    root = Path(__file__).parents[2]
    marks = {}
    paths = [*sorted((root / "content").rglob("*.yaml")), *sorted((root / "examples").rglob("*.yaml"))]
    assert paths
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.lstrip().startswith("#"):
                marks[path.name, line] = read_marks(line).marks
    assert {place: marks_of_line for place, marks_of_line in marks.items() if marks_of_line} == {}
