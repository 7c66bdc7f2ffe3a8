"""A build that is killed leaves whole files, and the next one knows them as its own."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import made_pdfs
import pytest
from small_office import build, outcomes, paragraphs, summaries, write_manual, write_office

from esa_docs.word.verify import verify

pytestmark = [pytest.mark.acceptance, pytest.mark.engines, pytest.mark.once]
COMMAND = "from esa_docs.cli import main; main()"
COPIES = 24


def _arguments(code: str, root: Path, out: Path) -> list[str]:
    return [sys.executable, "-c", code, "build", "-C", str(root), "--out", str(out)]


def _faults_of_files(out: Path) -> list[str]:
    """Return the names of the Word files that are not whole and valid."""
    files = sorted(out.rglob("*.docx"))
    return [path.name for path in files if verify(path.read_bytes(), path.name)]


def _change_title(root: Path, number: int) -> None:
    for path in (root / "2569").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        changed_text, changes = re.subn(r"^title:.*$", f"title: งานฉบับ{number}", text, flags=re.MULTILINE)
        assert changes == 1
        path.write_text(changed_text, encoding="utf-8")


def _run(code: str, root: Path, out: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_arguments(code, root, out), capture_output=True, check=False)


def _kill_after(root: Path, out: Path, lines: int, pause: float) -> int:
    """Start a build and kill it; return its exit code.

    Args:
        root: the project.
        out: output folder.
        lines: lines that the build has written before.
        pause: seconds from the last of them.
    """
    with subprocess.Popen(_arguments(COMMAND, root, out), stderr=subprocess.PIPE) as process:
        assert process.stderr
        for _line in range(lines):
            process.stderr.readline()
        time.sleep(pause)
        process.kill()
    return process.returncode


def test_killed_at_any_time_every_file_is_whole_and_the_next_build_finishes(tmp_path: Path) -> None:
    project_dir = write_office(tmp_path / "office", [f"m{number}" for number in range(COPIES)])
    out = tmp_path / "build"
    chance = random.Random(2569)  # noqa: S311 the same places in every run
    exit_codes: list[int] = []
    for number in range(6):
        _change_title(project_dir, number)
        lines = chance.randrange(COPIES - 10)
        pause = chance.random() / 30
        exit_codes.append(_kill_after(project_dir, out, lines, pause))
        assert _faults_of_files(out) == []
    assert 0 not in exit_codes
    _change_title(project_dir, 6)
    last_build = _run(COMMAND, project_dir, out)
    assert (last_build.returncode, last_build.stdout) == (0, b"")
    files = sorted((out / "2569").iterdir())
    assert len(files) == COPIES
    assert {path.suffixes[-1] for path in files} == {".docx"}
    assert [path.name for path in files if path.name.endswith(".new.docx")] == []
    assert [path.name for path in files if "งานฉบับ6" not in "\n".join(paragraphs(path))] == []
    assert _faults_of_files(out) == []


DYING = """\
import os
from pathlib import Path
replace = Path.replace
die = lambda: os._exit(9)
"""
DEATHS = {
    "before the file is on the disk": "os.fsync = lambda number: die()",
    "before the file is in place": "Path.replace = lambda a, b: die()",
    "after the file is in place": "Path.replace = lambda a, b: (replace(a, b), die())",
    "before the manifest is in place": (
        "Path.replace = lambda a, b: die() if b.name == 'manifest.json' else replace(a, b)"
    ),
    "after the manifest is in place": (
        "Path.replace = lambda a, b: (replace(a, b), b.name == 'manifest.json' and die())"
    ),
}


@pytest.mark.parametrize("death", DEATHS)
@pytest.mark.parametrize("first", [True, False], ids=["first build", "later build"])
def test_files_of_a_killed_build_are_not_taken_for_edited_ones(
    tmp_path: Path, death: str, *, first: bool
) -> None:
    root, out = write_office(tmp_path / "office", ["a", "b"]), tmp_path / "build"
    if not first:
        build(root, out)
        write_manual(root, "a", "ครั้งที่สอง")
        write_manual(root, "b", "ครั้งที่สอง")
    code = "\n".join((DYING, DEATHS[death], COMMAND))
    assert _run(code, root, out).returncode == 9
    assert _faults_of_files(out) == []
    write_manual(root, "a", "ครั้งที่สาม")
    report = build(root, out)
    assert (report.diagnostics, outcomes(report)["2569/a"]) == ((), "written")
    assert sorted(path.name for path in (out / "2569").iterdir()) == ["a.docx", "b.docx"]
    assert "ครั้งที่สาม" in paragraphs(out / "2569/a.docx")


DYING_BEFORE_SAVING = f"""\
import os
import esa_docs.jobs.building.run as run
run._save = lambda *_, **_options: os._exit(9)
{COMMAND}
"""


def test_the_file_of_a_killed_build_is_not_made_twice(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", ["a"]), tmp_path / "build"
    assert _run(DYING_BEFORE_SAVING, root, out).returncode == 9
    before = (out / "2569/a.docx").stat().st_mtime_ns
    assert outcomes(build(root, out)) == {"2569/a": "unchanged"}
    assert (out / "2569/a.docx").stat().st_mtime_ns == before
    assert (out / ".esa-docs/manifest.json").is_file()
    assert not (out / ".esa-docs/placing.jsonl").exists()


def test_an_edit_after_a_killed_build_is_still_seen(tmp_path: Path) -> None:
    root, out = write_office(tmp_path / "office", ["a"]), tmp_path / "build"
    _run(DYING_BEFORE_SAVING, root, out)
    (out / "2569/a.docx").write_bytes(b"mine")
    report = build(root, out)
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["E402"]
    assert outcomes(report) == {"2569/a": "beside"}
    assert (out / "2569/a.docx").read_bytes() == b"mine"


DYING_WHILE_PRUNING = """\
import os
from pathlib import Path
replace, unlink, rmdir, rename = Path.replace, Path.unlink, Path.rmdir, Path.rename
die = lambda: os._exit(9)
"""
DEATHS_WHILE_PRUNING = {
    "before the first file goes": (
        "Path.unlink = lambda a, missing_ok=False: die() if a.suffix == '.docx' else unlink(a, missing_ok)"
    ),
    "after the first file is gone": (
        "Path.unlink = lambda a, missing_ok=False: (unlink(a, missing_ok), a.suffix == '.docx' and die())"
    ),
    "before a folder goes": "Path.rmdir = lambda a: die()",
    "after a folder is gone": "Path.rmdir = lambda a: (rmdir(a), die())",
    "before the manifest is in place": DEATHS["before the manifest is in place"],
    "after the manifest is in place": DEATHS["after the manifest is in place"],
}


def _files(out: Path) -> list[str]:
    """Return the files and the empty folders of an output folder, without those of the program."""
    paths = [path for path in out.rglob("*") if ".esa-docs" not in path.parts]
    leaves = [path for path in paths if path.is_file() or not list(path.iterdir())]
    return sorted(path.relative_to(out).as_posix() for path in leaves)


@pytest.mark.parametrize("death", DEATHS_WHILE_PRUNING)
def test_a_prune_that_is_killed_is_finished_by_the_next_one(tmp_path: Path, death: str) -> None:
    root, out = write_office(tmp_path / "office", ["a", "b/1", "b/2", "d"]), tmp_path / "build"
    build(root, out)
    (out / "2569/d.docx").write_bytes(b"mine")
    (out / "2569/c").mkdir()
    for name in ("b/1", "b/2", "d"):
        (root / f"2569/{name}.yaml").unlink()
    code = "\n".join((DYING_WHILE_PRUNING, DEATHS_WHILE_PRUNING[death], COMMAND))
    arguments = [*_arguments(code, root, out), "--prune"]
    assert subprocess.run(arguments, capture_output=True, check=False).returncode == 9
    assert _faults_of_files(out) == ["d.docx"]

    report = build(root, out, prune=True)
    assert summaries(report.diagnostics) == [("E443", "warning", "d.docx")]
    assert _files(out) == ["2569/a.docx", "2569/c", "2569/d.docx"]
    assert (out / "2569/d.docx").read_bytes() == b"mine"
    (out / "2569/d.docx").unlink()
    assert build(root, out, prune=True).diagnostics == ()
    assert _files(out) == ["2569/a.docx", "2569/c"]


DEATHS_WHILE_MOVING = {
    "before the PDF is moved": "Path.rename = lambda a, b: die()",
    "after the PDF is moved": "Path.rename = lambda a, b: (rename(a, b), die())",
    "before the manifest is in place": DEATHS["before the manifest is in place"],
}


@pytest.mark.parametrize("death", DEATHS_WHILE_MOVING)
def test_a_pdf_that_a_killed_build_was_to_move_aside_is_moved_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, death: str
) -> None:
    root, out = write_office(tmp_path / "office", ["a"]), tmp_path / "build"
    drawing = made_pdfs.install(monkeypatch)
    build(root, out, pdf=True)
    old_pdf = (out / "2569/a.pdf").read_bytes()
    write_manual(root, "a", "ครั้งที่สอง")
    code = "\n".join((DYING_WHILE_PRUNING, DEATHS_WHILE_MOVING[death], COMMAND))
    assert _run(code, root, out).returncode == 9

    drawing.makes_pdf = False
    build(root, out)
    assert _files(out) == ["2569/a.docx", "2569/a.old.pdf"]
    assert (out / "2569/a.old.pdf").read_bytes() == old_pdf
    assert "ครั้งที่สอง" in paragraphs(out / "2569/a.docx")
    report = build(root, out, prune=True)
    assert (report.diagnostics, _files(out)) == ((), ["2569/a.docx"])
