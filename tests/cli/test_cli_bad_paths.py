"""Every path argument of every command with what people, shells and disks make of it: none is our fault."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from written_project import put, put_office

from esa_docs.cli import app

LONG_NAME = "ย" * 100
"""300 bytes: a disk takes 255."""
LONG_PATH = "/".join(["x" * 200] * 30)
_CODE = re.compile(r"\[(E\d{3})\]")
_ORDER = """\
kind: order
number: 7
date: 16 มีนาคม 2569
subject: แต่งตั้งคณะทำงาน
preamble: [อาศัยอำนาจ]
duties: [ทำงาน]
"""


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_other_file(path: Path) -> None:
    path.write_bytes(b"\xff\x00no such thing")


BAD_PLACES: dict[str, Callable[[Path], None]] = {
    "folder": Path.mkdir,
    "file": make_other_file,
    "loop": lambda path: path.symlink_to(path.name),
    "lost": lambda path: path.symlink_to("nothing"),
}
if hasattr(os, "mkfifo"):
    BAD_PLACES["pipe"] = make_pipe
NAMES = {"long name": LONG_NAME, "long path": LONG_PATH, "below a file": "plain/x", "empty": ""}
FOLDER_READERS = {
    "build": ["build", "-C", "{}", "--out", "out"],
    "list": ["list", "-C", "{}"],
    "check": ["check", "-C", "{}"],
    "new": ["new", "order", "x", "-C", "{}"],
    "issue": ["issue", "a", "--number", "1", "-C", "{}"],
    "sent": ["sent", "a", "-C", "{}"],
    "copy": ["copy", "a", "-C", "{}"],
    "numbers": ["numbers", "-C", "{}"],
    "people list": ["people", "list", "-C", "{}"],
    "people ids": ["people", "ids", "-C", "{}"],
    "people where": ["people", "where", "ก", "-C", "{}"],
    "people committee": ["people", "committee", "a", "-C", "{}"],
    "status": ["status", "-C", "{}"],
    "fields": ["fields", "a", "-C", "{}"],
    "flowchart": ["flowchart", "a", "-o", "x.svg", "-C", "{}"],
    "preview": ["preview", "a", "-C", "{}"],
    "fonts": ["fonts", "-C", "{}"],
    "sheet export": ["sheet", "export", "a", "x.xlsx", "-C", "{}"],
    "sheet import": ["sheet", "import", "a", "x.xlsx", "-C", "{}"],
    "migrate": ["migrate", "-C", "{}"],
    "template copy": ["template", "copy", "order", "-C", "{}"],
}
WRITERS = {
    "numbers csv": ["numbers", "order", "-C", "office", "-o", "{}.csv"],
    "numbers docx": ["numbers", "order", "-C", "office", "-o", "{}.docx"],
    "bundle": ["doctor", "-C", "office", "--bundle", "{}.zip"],
    "build log": ["build", "-C", "office", "--out", "out", "--log", "{}"],
    "schema log": ["schema", "-C", "office", "--log", "{}"],
    "build out": ["build", "-C", "office", "--out", "{}"],
    "schema": ["schema", "-C", "{}"],
    "template vars": ["template", "vars", "order", "-o", "{}.docx"],
}
FILE_READERS = {
    "verify": ["verify", "{}"],
    "import csv": ["numbers", "import", "{}.csv", "--kind", "order", "-C", "office"],
    "import xlsx": ["numbers", "import", "{}.xlsx", "--kind", "order", "-C", "office"],
    "attach": ["attach", "a", "{}.pdf", "-C", "office"],
    "emblem": ["emblem", "take", "{}.docx", "-C", "office"],
    "sheet import": ["sheet", "import", "a", "{}.xlsx", "-C", "office"],
    "check": ["check", "{}", "-C", "office"],
    "fonts": ["fonts", "install", "--from", "{}"],
    "template check": ["template", "check", "{}.docx", "--kind", "order"],
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_office(tmp_path / "office")
    put(tmp_path / "office", "2569/a.yaml", _ORDER)
    put(tmp_path, "plain", "x")
    monkeypatch.chdir(tmp_path)


def _run(arguments: list[str], path: str) -> Result:
    return CliRunner().invoke(app, [argument.replace("{}", path) for argument in arguments])


def _make(arguments: list[str], place: str) -> None:
    """Put a bad thing at the place that the arguments name."""
    template = next(argument for argument in arguments if "{}" in argument)
    BAD_PLACES[place](Path(template.replace("{}", "bad")))


def _codes(result: Result) -> set[str]:
    return set(_CODE.findall(result.output))


def _assert_told(result: Result) -> None:
    """Assert that a command ended with words and a code of its own, or was refused as it was called."""
    assert isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in {1, 2, 3}, result.output
    assert result.output
    assert "Traceback" not in result.output
    if result.exit_code != 2:
        assert _codes(result)


@pytest.mark.parametrize("place", sorted(set(BAD_PLACES) - {"loop"}))
@pytest.mark.parametrize("command", FOLDER_READERS)
def test_what_is_no_project_is_told(command: str, place: str) -> None:
    _make(FOLDER_READERS[command], place)
    result = _run(FOLDER_READERS[command], "bad")
    assert (result.exit_code, _codes(result)) == (3, {"E902"})


@pytest.mark.parametrize("command", FOLDER_READERS)
def test_a_project_folder_that_leads_to_itself_is_told(command: str) -> None:
    _make(FOLDER_READERS[command], "loop")
    _assert_told(_run(FOLDER_READERS[command], "bad"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", FOLDER_READERS)
def test_a_project_folder_of_an_odd_name_is_told(command: str, name: str) -> None:
    result = _run(FOLDER_READERS[command], NAMES[name])
    assert (result.exit_code, _codes(result)) == (3, {"E902"})


@pytest.mark.parametrize("name", ["long name", "long path", "below a file"])
@pytest.mark.parametrize("command", WRITERS)
def test_a_file_that_cannot_be_written_is_told(command: str, name: str) -> None:
    result = _run(WRITERS[command], NAMES[name])
    assert result.exit_code == 3
    assert "E405" in _codes(result)


@pytest.mark.parametrize("place", ["loop", "pipe"])
@pytest.mark.parametrize("command", sorted(set(WRITERS) - {"build out", "schema"}))
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_thing_that_is_no_file_is_not_written(command: str, place: str) -> None:
    _make(WRITERS[command], place)
    _assert_told(_run(WRITERS[command], "bad"))


@pytest.mark.parametrize("place", BAD_PLACES)
@pytest.mark.parametrize("command", sorted(set(FILE_READERS) - {"check"}))
def test_a_file_that_is_no_such_file_is_told(command: str, place: str) -> None:
    _make(FILE_READERS[command], place)
    _assert_told(_run(FILE_READERS[command], "bad"))


@pytest.mark.parametrize("name", ["long name", "long path", "below a file"])
@pytest.mark.parametrize("command", FILE_READERS)
def test_a_file_that_cannot_be_there_is_told(command: str, name: str) -> None:
    _assert_told(_run(FILE_READERS[command], NAMES[name]))


def _path_options() -> set[str]:
    """Return the commands that have an argument or an option of a path, without ``-C`` and ``--log``."""
    names: set[str] = set()

    def look(command: click.Command, name: str) -> None:
        for param in command.params:
            if isinstance(param.type, click.Path) and param.name not in {"root", "log"}:
                names.add(f"{name} {param.name}")
        if isinstance(command, click.Group):
            for sub_name, sub_command in command.commands.items():
                look(sub_command, f"{name} {sub_name}".strip())

    look(app, "")
    return names


def test_the_tables_know_every_path_of_every_command() -> None:
    """A new command with a path fails here: put it into a table above."""
    assert _path_options() == {
        *("attach file", "build out", "check paths", "copy out", "doctor bundle", "doctor out"),
        *("emblem take file", "fields folder", "flowchart output", "fonts install sources"),
        *("numbers output", "people committee output", "preview out", "sheet export file"),
        *("sheet import file", "status output", "verify files"),
        *("template check paths", "template vars output"),
    }
