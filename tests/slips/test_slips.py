"""What a clerk typed wrongly is told in Thai: what is wrong, at which place, and what to do about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from slips import Slip, diagnose, findings, load_slips, run

SLIPS = load_slips()
FILES = [slip for slip in SLIPS if not slip.run]
COMMANDS = [slip for slip in SLIPS if slip.run]
NAMES = re.compile(r"'[^']*'|\besa-docs(?: [a-z]+)*|\"[^\"]*\"|\([^)]*\)|\b[a-z]+: \S+|[\w/.-]*\.[a-z]+\b")
ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Three words of English: names of keys and files stand alone or in a list."""


@pytest.fixture(autouse=True)
def _thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "th")


def test_there_are_many_slips_each_once() -> None:
    names = [slip.slip for slip in SLIPS]
    assert len(FILES) >= 60
    assert len(COMMANDS) >= 15
    assert len(set(names)) == len(names)


def test_the_project_without_a_slip_is_sound(tmp_path: Path) -> None:
    assert diagnose(Slip("none"), tmp_path / "p") == ()


@pytest.mark.parametrize("slip", FILES, ids=lambda slip: slip.slip)
def test_a_slip_in_a_file_is_told_at_its_place_with_the_cure(slip: Slip, tmp_path: Path) -> None:
    root = tmp_path / "p"
    diagnostics = diagnose(slip, root)
    assert findings(diagnostics, slip, root) == list(slip.expect)
    assert diagnostics != ()
    lines: list[str] = []
    for diagnostic in diagnostics:
        lines += [diagnostic.message, diagnostic.hint]
    assert [line for line in lines if not re.search("[ก-ฮ]", line)] == []
    assert [line for line in lines if ENGLISH.search(NAMES.sub("", line))] == []
    text = "\n".join(lines)
    for words in slip.says:
        assert words in text


@pytest.mark.parametrize("slip", COMMANDS, ids=lambda slip: slip.slip)
def test_a_slip_in_a_command_is_told_with_the_cure(slip: Slip, tmp_path: Path) -> None:
    exit_code, text = run(slip, tmp_path / "p")
    assert exit_code == slip.exit
    assert re.search("[ก-ฮ]", text)
    for words in slip.says:
        assert words in text
