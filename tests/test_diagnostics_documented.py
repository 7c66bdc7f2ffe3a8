"""Every diagnostic code stands in docs/diagnostics.md, and a test asks for each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"[EW][1-9]\d\d")
ROW = re.compile(r"\| ([EW][1-9]\d\d) \|(.*)\|")
FAMILY = re.compile(r"## ([EW][1-9])xx: .")
SEVERITIES = {"error", "warning", "info"}
FEWEST = 60


def _rows() -> list[tuple[str, list[str]]]:
    """Give code and other cells of each row, in the order of the page."""
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    rows = [ROW.fullmatch(line) for line in page.splitlines() if line.startswith(("| E", "| W"))]
    return [(row[1], [cell.strip() for cell in row[2].split("|")]) for row in rows if row]


def _codes_in_source() -> set[str]:
    """Give the codes that stand in the program as text of their own; prose that mentions one is no use."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "esa_docs").rglob("*.py")]
    texts = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


def _codes_in_tests() -> set[str]:
    tests = ROOT / "tests"
    files = {*tests.rglob("*.py"), *(path for path in (tests / "corpus").rglob("*") if path.is_file())}
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(files - {Path(__file__)})]
    return {code for text in texts for code in CODE.findall(text)}


@pytest.fixture(scope="module")
def used() -> set[str]:
    codes = _codes_in_source()
    assert len(codes) >= FEWEST, "the search for codes in the program is broken"
    return codes


def test_every_code_is_documented_and_every_documented_code_is_used(used: set[str]) -> None:
    assert {code for code, _cells in _rows()} == used


def test_codes_are_sorted_and_stand_once() -> None:
    codes = [code for code, _cells in _rows()]
    assert len(codes) >= FEWEST
    assert codes == sorted(set(codes))


def test_every_line_of_a_table_is_read() -> None:
    """A row the pattern does not fit would be passed over in silence."""
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("|")]
    families = FAMILY.findall(page)
    assert len(lines) == len(_rows()) + 2 * len(families)
    assert families == sorted({code[:2] for code, _cells in _rows()})


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_row_says_severity_reason_cure_and_thai_meaning(row: tuple[str, list[str]]) -> None:
    _code, cells = row
    severity, reason, cure, thai = cells
    assert set(severity.split(", ")) <= SEVERITIES
    assert re.search("[a-z]", reason)
    assert re.search("[a-z]", cure)
    assert re.search("[ก-ฮ]", thai)


def test_every_code_is_asked_for_by_a_test(used: set[str]) -> None:
    assert sorted(used - _codes_in_tests()) == []
