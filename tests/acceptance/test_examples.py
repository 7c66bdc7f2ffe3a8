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
ONLY_TOLD = {"E501"}
"""A project without the picture of its emblem is told so."""
SEPARATE_FILES = {"2569/letters/circular": 245}
"""Letters that make a file for each of so many recipients."""


def test_there_are_examples() -> None:
    assert [path.name for path in PROJECTS] == ["secondary-office"]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_an_example_builds(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "esa_docs.cli", "build", "-C", str(project), "--out", str(tmp_path)]
    environment = {**os.environ, "ESA_DOCS_LANG": "en"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    codes = {line.rpartition("[")[2].rstrip("]") for line in done.stdout.splitlines() if line.endswith("]")}
    assert codes <= ONLY_TOLD
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx"))
    sources = sorted(path.relative_to(project) for path in project.glob("2*/**/*.yaml"))
    folders = {f"{name}.docx" for name in SEPARATE_FILES}
    wanted = {path.with_suffix(".docx").as_posix() for path in sources} - folders
    copies = {name for name in names if f"{name.rpartition('/')[0]}.docx" in folders}
    assert set(names) - copies == wanted
    assert len(copies) == sum(SEPARATE_FILES.values())


def test_a_circular_is_made_for_245_offices_in_one_command(tmp_path: Path) -> None:
    """A file for each office of the list, which itself is invented, with its name and no other."""
    command = [sys.executable, "-m", "esa_docs.cli", "build", "letters/circular"]
    places = ["-C", str(PROJECTS[0]), "--out", str(tmp_path)]
    subprocess.run([*command, *places], capture_output=True, check=True)
    files = sorted((tmp_path / "2569" / "letters" / "circular").iterdir())

    assert len(files) == 245
    for number, path in enumerate(files, 1):
        assert path.name == f"{number:03d}-สพท.ตัวอย่าง-{number:03d}.docx"
        lines = [one.text.replace("\u00a0", " ") for one in Document(str(path)).paragraphs]
        addressed = [line for line in lines if line.startswith("เรียน")]
        assert addressed == [f"เรียน\tผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต {number}"]


def test_the_second_office_has_digits_of_its_own_and_a_deputy_signs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "esa_docs.cli", "build", "-C", str(PROJECTS[0]), "--out", str(tmp_path)]
    subprocess.run(command, capture_output=True, check=True)
    lines = [
        one.text.replace("\u00a0", " ")
        for one in Document(str(tmp_path / "2569/orders/standards.docx")).paragraphs
    ]

    assert "ที่ 7/2568" in lines
    assert lines[-3:] == [
        "(ว่าที่ร้อยตรี สมชาย นามสมมติ)",
        "รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน รักษาราชการแทน",
        "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน",
    ]
