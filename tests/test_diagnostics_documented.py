"""Every diagnostic code stands in docs/diagnostics.md, and a test asks for each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from esa_docs.cli import show

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
CODE = re.compile(r"[EW][1-9]\d\d")
ROW = re.compile(r"\| ([EW][1-9]\d\d) \|(.*)\|")
FAMILY = re.compile(r"## ([EW][1-9])xx: .")
SEVERITIES = {"error", "warning", "info"}
FEWEST = 60


def _rows() -> list[tuple[str, list[str]]]:
    """Return code and other cells of each row, in the order of the page."""
    rows = []
    for line in PAGE.splitlines():
        row = ROW.fullmatch(line)
        if row:
            code, cells = row.groups()
            rows.append((code, [cell.strip() for cell in cells.split("|")]))
    return rows


def _codes_in_source() -> set[str]:
    """Return the codes that are texts of the program; a code inside a longer text is mentioned, not used."""
    codes: set[str] = set()
    for path in (ROOT / "esa_docs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)) if CODE.fullmatch(text):
                    codes.add(text)
    return codes


def _codes_in_tests() -> set[str]:
    """Return the codes in other tests and in the corpus."""
    corpus = [path for path in (ROOT / "tests" / "corpus").rglob("*") if path.is_file()]
    files = {*(ROOT / "tests").rglob("*.py"), *corpus} - {Path(__file__)}
    codes: set[str] = set()
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        codes.update(CODE.findall(text))
    return codes


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
    """A row that does not fit the pattern would be left out in silence."""
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    families = FAMILY.findall(PAGE)
    lines_of_heads = 2 * len(families)
    assert len(lines) == len(_rows()) + lines_of_heads
    assert families == sorted({code[:2] for code, _cells in _rows()})


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_row_says_severity_reason_cure_and_thai_meaning(row: tuple[str, list[str]]) -> None:
    _code, cells = row
    severity, reason, cure, thai = cells
    assert set(severity.split(", ")) <= SEVERITIES
    assert re.search("[a-z]", reason)
    assert re.search("[a-z]", cure)
    assert re.search("[ก-ฮ]", thai)


def test_the_page_names_the_codes_of_the_machine() -> None:
    (words,) = re.findall(r"all errors come from this machine \((.*?)\)", PAGE)
    page_codes = {code.removesuffix("xx") for code in words.split(", ")}
    assert page_codes == set(show._CODES_OF_MACHINE)


def test_every_code_is_asked_for_by_a_test(used: set[str]) -> None:
    assert sorted(used - _codes_in_tests()) == []
