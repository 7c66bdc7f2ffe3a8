"""The real program on real consoles: encodings, terminals, folders and names of all kinds."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.acceptance
COMMAND = [sys.executable, "-c", "from esa_docs.cli import main; main()"]
TITLE = "งานการจัดระบบบริหารสำนักงานเขตพื้นที่การศึกษา"
ENCODINGS = ["utf-8", "ascii", "cp874", "cp1252"]
WRITTEN = {"ascii": "utf-8"}
"""click takes a console of plain ASCII for one that was never set up, and writes UTF-8 to it."""
THAI = [chr(code) for code in range(0x0E01, 0x0E5C)]


def _run(
    *arguments: str | Path, cwd: Path, encoding: str = "utf-8", **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=_environment(encoding) | more,
        capture_output=True,
        check=False,
    )


def _environment(encoding: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ESA_DOCS")}
    return kept | {"PYTHONIOENCODING": encoding}


def _break(project: Path) -> None:
    (project / "2569/broken.yaml").write_text("kind: manual\ntitel: ก 😀 –\n", encoding="utf-8")


def _is_thai(text: str) -> bool:
    return any(letter in text for letter in THAI)


CALLS = {
    "build": (["build"], 1),
    "list": (["list"], 1),
    "check": (["check"], 1),
    "json": (["check", "--format", "json"], 1),
    "doctor": (["doctor"], 0),
    "verify": (["verify", "ไม่มี.docx"], 1),
    "help": (["build", "--help"], 0),
    "usage": (["build", "--year", "ปีนี้"], 2),
    "schema": (["schema", "--stdout", "manual"], 0),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("call", CALLS)
def test_no_console_makes_it_crash(short_project: Path, call: str, encoding: str) -> None:
    _break(short_project)
    arguments, code = CALLS[call]
    done = _run(*arguments, cwd=short_project.parent, encoding=encoding)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert done.stdout if call != "usage" else done.stderr
    written = WRITTEN.get(encoding, encoding)
    done.stderr.decode(written)
    done.stdout.decode("utf-8" if call in {"json", "schema"} else written)


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_console_with_thai_letters_gets_thai(short_project: Path, encoding: str) -> None:
    _break(short_project)
    folder = short_project.parent
    assert TITLE in _run("list", cwd=folder, encoding=encoding).stdout.decode(encoding)
    hints = [
        line
        for line in _run("check", cwd=folder, encoding=encoding).stdout.decode(encoding).splitlines()
        if line.startswith("  hint: ")
    ]
    assert hints
    assert [line for line in hints if not _is_thai(line)] == []
    assert _is_thai(_run("build", "--help", cwd=folder, encoding=encoding).stdout.decode(encoding))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_without_thai_letters_gets_english(short_project: Path, encoding: str) -> None:
    folder = short_project.parent
    text = _run("build", "--help", cwd=folder, encoding=encoding).stdout.decode(encoding)
    assert "Make all files anew" in text
    assert "\\u" not in text
    listed = _run("list", cwd=folder, encoding=encoding).stdout
    assert TITLE.encode(WRITTEN.get(encoding, encoding), "backslashreplace") in listed


def test_the_language_can_be_chosen(short_project: Path) -> None:
    done = _run("build", "--help", cwd=short_project, ESA_DOCS_LANG="en")
    assert not _is_thai(done.stdout.decode())


@pytest.mark.parametrize("arguments", [["list", "--format", "json"], ["schema", "--stdout", "manual"]])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_is_utf_8_on_every_console(short_project: Path, arguments: list[str], encoding: str) -> None:
    done = _run(*arguments, cwd=short_project, encoding=encoding, ESA_DOCS_LANG="th")
    reference = _run(*arguments, cwd=short_project, encoding="utf-8", ESA_DOCS_LANG="th")
    assert (done.returncode, done.stdout) == (0, reference.stdout)
    assert _is_thai(json.dumps(json.loads(done.stdout), ensure_ascii=False))


def test_thai_names_and_spaces_everywhere(short_project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "เอกสาร ของ ฉัน"
    project = Path(shutil.copytree(short_project, folder / "ปี นี้"))
    document = project / "2569" / "คำสั่ง แต่งตั้ง" / "คู่มือ งาน ๑.yaml"
    document.parent.mkdir()
    (project / "2569/manual.yaml").rename(document)
    for words in (["written"], ["unchanged"]):
        done = _run("build", "-C", project, "--out", "ผล งาน", cwd=folder, ESA_DOCS_LANG="en")
        assert (done.returncode, done.stdout) == (0, b"")
        shown = "ผล งาน/2569/คำสั่ง แต่งตั้ง/คู่มือ งาน ๑.docx"
        assert done.stderr.decode().splitlines()[0] == f"{words[0]}: {shown}"
        assert (folder / shown).is_file()
    named = _run("build", "คำสั่ง แต่งตั้ง/คู่มือ งาน ๑", "-C", project, "--out", "one", cwd=folder)
    assert (named.returncode, len(list((folder / "one").rglob("*.docx")))) == (0, 1)


def test_the_longest_names_a_disk_takes(short_project: Path) -> None:
    name = "ก" * 83 + "a"  # with its ending 255 bytes in UTF-8
    (short_project / "2569/manual.yaml").rename(short_project / "2569" / f"{name}.yaml")
    for _time in range(2):
        done = _run("build", cwd=short_project.parent)
        assert (done.returncode, done.stdout) == (0, b"")
        assert [path.stem for path in (short_project.parent / "build/2569").iterdir()] == [name]


def test_from_another_folder_the_output_lies_there(short_project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = _run("build", "-C", os.path.relpath(short_project, elsewhere), cwd=elsewhere)
    assert (done.returncode, [path.name for path in elsewhere.iterdir()]) == (0, ["build"])
    assert (elsewhere / "build/2569/manual.docx").is_file()


def test_nothing_is_written_into_the_project(short_project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    everything = [short_project, *short_project.rglob("*")]
    before = [(path, path.stat().st_mtime_ns) for path in everything]
    for path in reversed(everything):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        for command in (["build"], ["list"], ["check"], ["doctor"]):
            done = _run(*command, "-C", short_project, cwd=elsewhere)
            assert (command, done.returncode, b"Traceback" in done.stderr) == (command, 0, False)
    finally:
        for path in everything:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
    assert [(path, path.stat().st_mtime_ns) for path in [short_project, *short_project.rglob("*")]] == before


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
def test_a_reader_that_goes_away_gets_no_traceback(short_project: Path) -> None:
    _break(short_project)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*COMMAND, "check"], cwd=short_project, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"fault of the program" not in done.stderr


# a terminal


def _on_terminal(
    folder: Path, *arguments: str, encoding: str = "utf-8", **more: str
) -> tuple[int, bytes, bytes]:
    """Run with standard error on a terminal; give exit code, standard output and what the terminal got."""
    import pty  # noqa: PLC0415 not on Windows

    ours, theirs = pty.openpty()
    environment = _environment(encoding) | {"TERM": "xterm", "COLUMNS": "60", "ESA_DOCS_LANG": "en"} | more
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = _read_all(ours)
        assert process.stdout
        output = process.stdout.read()
    return process.returncode, output, shown


def _read_all(number: int) -> bytes:
    """Read until the last program at the other end is gone (an error on Linux, an end on macOS)."""
    pieces = []
    with os.fdopen(number, "rb", buffering=0) as terminal:
        while True:
            try:
                piece = terminal.read(4096)
            except OSError:
                break
            if not piece:
                break
            pieces.append(piece)
    return b"".join(pieces)


terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in Python")
ESCAPE = b"\x1b["


@terminal
def test_a_terminal_shows_progress(short_project: Path) -> None:
    code, output, shown = _on_terminal(short_project, "build", "--format", "json")
    assert (code, json.loads(output)) == (0, [])
    assert ESCAPE in shown
    assert b"Making documents" in shown
    assert b"written: build/2569/manual.docx" in shown


@terminal
def test_a_long_path_stays_on_one_line_and_as_it_is(short_project: Path) -> None:
    out = "a-folder-with-a-very-long-name-[bold]-:smile:-that-does-not-fit-on-one-line-of-the-terminal"
    code, _output, shown = _on_terminal(short_project, "build", "--out", out)
    assert code == 0
    assert f"written: {out}/2569/manual.docx".encode() in shown


@terminal
@pytest.mark.parametrize("encoding", ["ascii", "cp874"])
def test_a_terminal_of_another_encoding_shows_progress(short_project: Path, encoding: str) -> None:
    code, _output, shown = _on_terminal(short_project, "build", encoding=encoding)
    assert (code, b"Traceback" in shown) == (0, False)
    assert b"manual.docx" in shown
    shown.decode(encoding)


def test_elsewhere_lines_are_plain(short_project: Path) -> None:
    done = _run("build", cwd=short_project, ESA_DOCS_LANG="en", FORCE_COLOR="1", TERM="xterm")
    assert done.returncode == 0
    assert ESCAPE not in done.stderr + done.stdout
    assert done.stderr.decode().splitlines()[0] == "written: build/2569/manual.docx"
    assert b"Making documents" not in done.stderr
