"""Every project under examples/ builds, with nothing to mend."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
PROJECTS = sorted(path.parent for path in (ROOT / "examples").glob("*/office.yaml"))
EXPECTED_CODES = {"E455", "E501"}
"""Codes of a project that has no picture of its emblem, and whose numbers were typed by hand."""
SEPARATE_FILES = {"2569/letters/circular": 245}
"""Letters that make a file for each recipient, with the number of recipients."""


def test_there_are_examples() -> None:
    assert [path.name for path in PROJECTS] == ["secondary-office"]


def build(project: Path, out: Path, *names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "esa_docs.cli", "build", *names, "-C", str(project), "--out", str(out)]
    environment = {**os.environ, "ESA_DOCS_LANG": "en"}
    process = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert process.returncode == 0, process.stdout + process.stderr
    return process


def texts_of(path: Path) -> list[str]:
    return [paragraph.text.replace("\u00a0", " ") for paragraph in Document(str(path)).paragraphs]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_an_example_builds(project: Path, tmp_path: Path) -> None:
    process = build(project, tmp_path)

    lines_with_code = [line for line in process.stdout.splitlines() if line.endswith("]")]
    codes = {line.rpartition("[")[2].rstrip("]") for line in lines_with_code}
    assert codes <= EXPECTED_CODES
    files = {path.relative_to(tmp_path).with_suffix("") for path in tmp_path.rglob("*.docx")}
    sources = {path.relative_to(project).with_suffix("") for path in project.glob("2*/**/*.yaml")}
    folders_of_copies = {Path(name) for name in SEPARATE_FILES}
    copies = {file for file in files if file.parent in folders_of_copies}
    assert files - copies == sources - folders_of_copies
    assert len(copies) == sum(SEPARATE_FILES.values())


def test_a_circular_is_made_for_245_offices_in_one_command(tmp_path: Path) -> None:
    """Each office of the list, which is invented, gets a file with its name and no other name."""
    build(PROJECTS[0], tmp_path, "letters/circular")
    files = sorted((tmp_path / "2569" / "letters" / "circular").iterdir())

    assert len(files) == 245
    for number, path in enumerate(files, 1):
        assert path.name == f"สพท.ตัวอย่าง-{number:03d}.docx"
        address_lines = [text for text in texts_of(path) if text.startswith("เรียน")]
        assert address_lines == [f"เรียน\tผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต {number}"]


def test_the_second_office_has_digits_of_its_own_and_a_deputy_signs(tmp_path: Path) -> None:
    build(PROJECTS[0], tmp_path)
    texts = texts_of(tmp_path / "2569/orders/standards.docx")

    assert "ที่ 7/2568" in texts
    assert texts[-3:] == [
        "(ว่าที่ร้อยตรี สมชาย นามสมมติ)",
        "รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน รักษาราชการแทน",
        "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน",
    ]
