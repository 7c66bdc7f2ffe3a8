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
CLICK_ENCODINGS = {"ascii": "utf-8"}
"""click takes a console of plain ASCII for one that was never set up, and writes UTF-8 to it."""
THAI = [chr(code) for code in range(0x0E01, 0x0E5C)]


def _run(
    *arguments: str | Path, cwd: Path, encoding: str = "utf-8", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, arguments)]
    environment = _environment(encoding) | variables
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)


def _environment(encoding: str) -> dict[str, str]:
    """Return the environment of this process with another encoding, and without our variables."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ESA_DOCS")}
    return environment | {"PYTHONIOENCODING": encoding}


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
    process = _run(*arguments, cwd=short_project.parent, encoding=encoding)
    assert process.returncode == code
    assert b"Traceback" not in process.stderr
    report = process.stderr if call == "usage" else process.stdout
    assert report
    console_encoding = CLICK_ENCODINGS.get(encoding, encoding)
    output_encoding = "utf-8" if call in {"json", "schema"} else console_encoding
    process.stderr.decode(console_encoding)
    process.stdout.decode(output_encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_console_with_thai_letters_gets_thai(short_project: Path, encoding: str) -> None:
    _break(short_project)
    folder = short_project.parent
    listed = _run("list", cwd=folder, encoding=encoding)
    assert TITLE in listed.stdout.decode(encoding)
    checked = _run("check", cwd=folder, encoding=encoding)
    lines = checked.stdout.decode(encoding).splitlines()
    hints = [line for line in lines if line.startswith("  hint: ")]
    assert hints
    assert [hint for hint in hints if not _is_thai(hint)] == []
    help_page = _run("build", "--help", cwd=folder, encoding=encoding)
    assert _is_thai(help_page.stdout.decode(encoding))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_without_thai_letters_gets_english(short_project: Path, encoding: str) -> None:
    folder = short_project.parent
    text = _run("build", "--help", cwd=folder, encoding=encoding).stdout.decode(encoding)
    assert "Make all files anew" in text
    assert "\\u" not in text
    listed = _run("list", cwd=folder, encoding=encoding)
    console_encoding = CLICK_ENCODINGS.get(encoding, encoding)
    assert TITLE.encode(console_encoding, "backslashreplace") in listed.stdout


def test_the_language_can_be_chosen(short_project: Path) -> None:
    process = _run("build", "--help", cwd=short_project, ESA_DOCS_LANG="en")
    assert not _is_thai(process.stdout.decode())


@pytest.mark.parametrize("arguments", [["list", "--format", "json"], ["schema", "--stdout", "manual"]])
def test_json_is_utf_8_on_every_console(short_project: Path, arguments: list[str]) -> None:
    outputs = []
    for encoding in ENCODINGS:
        process = _run(*arguments, cwd=short_project, encoding=encoding, ESA_DOCS_LANG="th")
        assert process.returncode == 0
        outputs.append(process.stdout)
    assert set(outputs) == {outputs[0]}
    assert _is_thai(json.dumps(json.loads(outputs[0]), ensure_ascii=False))


def test_thai_names_and_spaces_everywhere(short_project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "เอกสาร ของ ฉัน"
    project = Path(shutil.copytree(short_project, folder / "ปี นี้"))
    document = project / "2569" / "คำสั่ง แต่งตั้ง" / "คู่มือ งาน ๑.yaml"
    document.parent.mkdir()
    (project / "2569/manual.yaml").rename(document)
    word_file = "ผล งาน/2569/คำสั่ง แต่งตั้ง/คู่มือ งาน ๑.docx"
    for outcome in ("written", "unchanged"):
        process = _run("build", "-C", project, "--out", "ผล งาน", cwd=folder, ESA_DOCS_LANG="en")
        assert (process.returncode, process.stdout) == (0, b"")
        assert process.stderr.decode().splitlines()[0] == f"{outcome}: {word_file}"
        assert (folder / word_file).is_file()
    process = _run("build", "คำสั่ง แต่งตั้ง/คู่มือ งาน ๑", "-C", project, "--out", "one", cwd=folder)
    assert process.returncode == 0
    assert len(list((folder / "one").rglob("*.docx"))) == 1


def test_the_longest_names_a_disk_takes(short_project: Path) -> None:
    name = "ก" * 83 + "a"  # with its ending 255 bytes in UTF-8
    (short_project / "2569/manual.yaml").rename(short_project / "2569" / f"{name}.yaml")
    for _time in range(2):
        process = _run("build", cwd=short_project.parent)
        assert (process.returncode, process.stdout) == (0, b"")
        assert [path.stem for path in (short_project.parent / "build/2569").iterdir()] == [name]


def test_from_another_folder_the_output_lies_there(short_project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    process = _run("build", "-C", os.path.relpath(short_project, elsewhere), cwd=elsewhere)
    assert (process.returncode, [path.name for path in elsewhere.iterdir()]) == (0, ["build"])
    assert (elsewhere / "build/2569/manual.docx").is_file()


def test_nothing_is_written_into_the_project(short_project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    paths = [short_project, *short_project.rglob("*")]
    # That folders give locks can only be tried; `doctor` leaves no file behind, but the time of the folder.
    files = [path for path in paths if path.is_file()]
    before = [_times_of_change(path) for path in files]
    for path in reversed(paths):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        for command in ("build", "list", "check", "doctor"):
            process = _run(command, "-C", short_project, cwd=elsewhere)
            assert process.returncode == 0, command
            assert b"Traceback" not in process.stderr, command
    finally:
        for path in paths:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
    assert [path for path in short_project.rglob("*") if path.is_file()] == files
    assert [_times_of_change(path) for path in files] == before


def _times_of_change(folder: Path) -> dict[Path, int]:
    """Return when a folder and all that is in it was last changed, in nanoseconds."""
    return {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
def test_a_reader_that_goes_away_gets_no_traceback(short_project: Path) -> None:
    _break(short_project)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        process = subprocess.run(
            [*COMMAND, "check"], cwd=short_project, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert b"Traceback" not in process.stderr
    assert b"fault of the program" not in process.stderr


# a terminal


def _on_terminal(folder: Path, *arguments: str, encoding: str = "utf-8") -> tuple[int, bytes, bytes]:
    """Run with standard error on a terminal; return exit code, standard output and the terminal's bytes."""
    import pty  # noqa: PLC0415 not on Windows

    our_end, program_end = pty.openpty()
    environment = _environment(encoding) | {"TERM": "xterm", "COLUMNS": "60", "ESA_DOCS_LANG": "en"}
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=program_end
    ) as process:
        os.close(program_end)
        screen = _read_all(our_end)
        assert process.stdout
        output = process.stdout.read()
    return process.returncode, output, screen


def _read_all(file_number: int) -> bytes:
    """Return what a terminal gets until the last program at its other end is gone."""
    pieces = []
    with os.fdopen(file_number, "rb", buffering=0) as terminal:
        while True:
            try:
                piece = terminal.read(4096)
            # Linux raises an error when the other end is gone; macOS gives an empty piece.
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
    code, output, screen = _on_terminal(short_project, "build", "--format", "json")
    assert (code, json.loads(output)) == (0, [])
    assert ESCAPE in screen
    assert b"Making documents" in screen
    assert b"written: build/2569/manual.docx" in screen


@terminal
def test_a_long_path_stays_on_one_line_and_as_it_is(short_project: Path) -> None:
    out = "a-folder-with-a-very-long-name-[bold]-:smile:-that-does-not-fit-on-one-line-of-the-terminal"
    code, _output, screen = _on_terminal(short_project, "build", "--out", out)
    assert code == 0
    assert f"written: {out}/2569/manual.docx".encode() in screen


@terminal
@pytest.mark.parametrize("encoding", ["ascii", "cp874"])
def test_a_terminal_of_another_encoding_shows_progress(short_project: Path, encoding: str) -> None:
    code, _output, screen = _on_terminal(short_project, "build", encoding=encoding)
    assert (code, b"Traceback" in screen) == (0, False)
    assert b"manual.docx" in screen
    screen.decode(encoding)


def test_elsewhere_lines_are_plain(short_project: Path) -> None:
    process = _run("build", cwd=short_project, ESA_DOCS_LANG="en", FORCE_COLOR="1", TERM="xterm")
    assert process.returncode == 0
    assert ESCAPE not in process.stderr + process.stdout
    assert process.stderr.decode().splitlines()[0] == "written: build/2569/manual.docx"
    assert b"Making documents" not in process.stderr
