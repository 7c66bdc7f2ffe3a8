"""What passes `check --strict` passes `build --strict`: texts of all mixtures of scripts, marks and signs.

ESA_DOCS_EXAMPLES=500 python -m pytest -n0 tests/word/test_strict_check_and_build.py looks at more texts.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_check_and_build_agree import TODAY, project_of, write_project
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Severity

EXAMPLES = int(os.environ.get("ESA_DOCS_EXAMPLES", "12"))
SYLLABLES = ("กา", "ที่", "น้ำ", "เพื่อ", "ศิลป์", "ณ", "ทั้ง", "ฯ", "ๆ", "เเละ", "ท\u0e4d\u0e32")
OTHER_SCRIPTS = (
    "Google",
    "e-GP",
    "é",
    "q\u0301",
    "Ω",
    "カ",
    "漢",
    "א",
    "क\u094d\u200dष",
    "😀",
    "👍\U0001f3fd",
)
SIGNS = ("(", ")", "[", "]", "“", "”", "-", "–", "/", "&", "<", ">", ",", ".", ":", "%", "…", "'", '"')
NUMBERS = ("5", "๕", "12,345", "2569", "4.0", "๑๐", "3/2")
BLANKS = (" ", "  ", "\u00a0", "\t", "\u3000")
NO_EMBLEM = "E501"
"""The office of the tests has no emblem, which no text changes."""
MARKS = tuple("ะาำัิู็่้์ํ๎")
piece = st.sampled_from([*SYLLABLES, *OTHER_SCRIPTS, *SIGNS, *NUMBERS, *BLANKS])
lettered = st.lists(piece, min_size=1, max_size=8).map(lambda pieces: "ก" + "".join(pieces) + "ข")
marked = st.tuples(lettered, st.sampled_from(MARKS), lettered).map("".join)


def findings_of_build(values: list[str], folder: str) -> tuple[int, set[str]]:
    """Return how many documents are made, and what a strict build stops at, by code and message."""
    project = project_of(folder, values)
    findings = set()
    for document in project.documents:
        printed = api.render_checked(document, today=TODAY)
        for diagnostic in printed.diagnostics:
            if diagnostic.severity is not Severity.INFO and diagnostic.code != NO_EMBLEM:
                findings.add(f"{diagnostic.code} {diagnostic.message}")
    return len(project.documents), findings


@given(st.lists(st.one_of(lettered, lettered, marked), min_size=5, max_size=5))
@example(["ด้วยระบบ Google์ ของเขต", "ใน e-GP้", "(ก)์", "ข้อ 5์", "์ก"])
@example(["ก&์ข", "ก<้ข>์", "กq\u0301์", "ก👍\U0001f3fd์", "ก\u00a0์"])
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
def test_no_text_that_check_lets_in_stops_a_strict_build(values: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        count, findings = findings_of_build(values, folder)
        # A tab in a text may make another table of table.csv, which `check` tells.
        assert count >= 3, values
        assert findings == set(), values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ด้วยระบบ Google์ ของเขต", "บบ Google◌์ ของเขต"),
        ("ใช้ e-GP้", "ใช้ e-GP◌้"),
        ("(ก)์", "(ก)◌์"),
        ("ข้อ 5์", "ข้อ 5◌์"),
        ("ข้อ ๕ั", "ข้อ ๕◌ั"),
        ("์ก", "◌์ก"),
        ("ะดี", "◌ะดี"),
        ("เ่ก", "เ◌่ก"),
        ("ก ำข", "ก ◌ำข"),
    ],
)
def test_a_mark_without_a_letter_is_told_where_it_stands(text: str, words: str, tmp_path: Path) -> None:
    write_project(tmp_path, ["ก"] * 5)
    put(tmp_path, "2569/memo.yaml", f'kind: memo\nsubject: ก\nto: ข\ntext:\n  - ค\n  - "{text}"\n')
    (tmp_path / "table.csv").write_text(f"ก,ข\nค,{text}\n", encoding="utf-8")
    marks = [d for d in api.check(api.load(tmp_path)) if d.code == "W516"]
    places = [(Path(d.location.path).name, d.location.line, d.location.column) for d in marks]
    assert ("memo.yaml", 6, 5) in places
    assert ("table.csv", 2) in [place[:2] for place in places]
    assert [words in d.message for d in marks] == [True, True]
    assert {d.severity for d in marks} == {Severity.WARNING}


@pytest.mark.parametrize("text", ["สระ -ะ และ (า)", "เขียน ◌์ เหนือตัวอักษร", "พุทฺธํ ธมฺมํ", "กู้ น้ำ ท้ำ ฤๅ"])
def test_a_mark_on_its_letter_or_in_a_text_about_spelling_is_not_told(text: str, tmp_path: Path) -> None:
    write_project(tmp_path, [text] * 5)
    assert [d.as_line() for d in api.check(api.load(tmp_path)) if d.code == "W516"] == []
