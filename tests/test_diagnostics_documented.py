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
    """Return code and other cells of each row, in the order of the page."""
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    rows: list[tuple[str, list[str]]] = []
    for line in page.splitlines():
        match = ROW.fullmatch(line)
        if match:
            code, cells = match.groups()
            rows.append((code, [cell.strip() for cell in cells.split("|")]))
    return rows


def _codes_in_source() -> set[str]:
    """Return the codes that are a whole text in the program; a code inside prose is not counted as used."""
    codes: set[str] = set()
    for path in (ROOT / "esa_docs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)) if CODE.fullmatch(text):
                    codes.add(text)
    return codes


def _codes_in_tests() -> set[str]:
    tests = ROOT / "tests"
    cases = [path for path in (tests / "corpus").rglob("*") if path.is_file()]
    codes: set[str] = set()
    for path in {*tests.rglob("*.py"), *cases} - {Path(__file__)}:
        text = path.read_bytes().decode("utf-8", "replace")
        codes.update(CODE.findall(text))
    return codes


@pytest.fixture(scope="module")
def used_codes() -> set[str]:
    codes = _codes_in_source()
    assert len(codes) >= FEWEST, "the search for codes in the program is broken"
    return codes


def test_every_code_is_documented_and_every_documented_code_is_used(used_codes: set[str]) -> None:
    assert {code for code, _cells in _rows()} == used_codes


def test_codes_are_sorted_and_stand_once() -> None:
    codes = [code for code, _cells in _rows()]
    assert len(codes) >= FEWEST
    assert codes == sorted(set(codes))


def test_every_line_of_a_table_is_read() -> None:
    """A row that the pattern does not fit would be left out in silence."""
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


def test_every_code_is_asked_for_by_a_test(used_codes: set[str]) -> None:
    assert sorted(used_codes - _codes_in_tests()) == []
