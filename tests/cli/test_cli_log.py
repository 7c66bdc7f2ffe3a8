"""``--log FILE``: on every command, one JSON object a line, whole whatever happens, nothing of content."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from written_project import put, put_office

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import Diagnostic
from esa_docs.model.project import Project
from esa_docs.timing import Phase

NAMES = ("a", "orders/คำสั่ง ก")
HIDDEN = "เรื่องที่ไม่มีใครควรรู้"
PHASES = {"start", "end", *map(str, Phase)}
ORDER = """\
kind: order
subject: SUBJECT
cause: [ด้วย]
power: []
committees:
  - name: คณะทำงานเอกสาร
    kind: คณะทำงาน
    members:
      - {person: ก, role: หัวหน้าคณะทำงาน}
    duties: [ทำงาน]
"""
LETTER = """\
kind: letter
subject: ส่งรายงาน
separate_files: true
recipients:
  - {to: ผู้อำนวยการโรงเรียนบ้านหนึ่ง, short: บ้านหนึ่ง}
  - {to: ผู้อำนวยการโรงเรียนบ้านสอง, short: บ้านสอง}
owner: อำนวยการ
text: [ขอส่งรายงาน]
closing: จึงเรียนมาเพื่อโปรดทราบ
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write two orders; one has a Thai name with a space."""
    root = put_office(tmp_path / "office")
    for name in NAMES:
        put(root, f"2569/{name}.yaml", ORDER.replace("SUBJECT", HIDDEN))
    return root


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return the path of a log whose folder is not there yet."""
    return tmp_path / "logs" / "บันทึก.jsonl"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _rows(log: Path) -> list[dict[str, Any]]:
    *lines, behind_last_line_end = log.read_bytes().decode("utf-8").split("\n")
    assert behind_last_line_end == ""
    return [json.loads(line) for line in lines]


def _steps(log: Path) -> list[tuple[str, str]]:
    return [(row["phase"], row["document"]) for row in _rows(log)]


def _commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Generate every command that does something, those of groups too, with its name."""
    for name, command in group.commands.items():
        if not isinstance(command, click.Group):
            yield name, command
            continue
        if command.invoke_without_command:
            yield name, command
        for inner_name, inner_command in _commands(command):
            yield f"{name} {inner_name}", inner_command


COMMANDS = dict(_commands(app))


def test_there_are_commands_to_look_at() -> None:
    assert len(COMMANDS) >= 19
    assert {"build", "fonts", "fonts install", "people where", "sheet import"} <= COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_a_log(name: str) -> None:
    (option,) = [param for param in COMMANDS[name].params if "--log" in param.opts]
    assert (option.name, option.nargs, option.expose_value) == ("log", 1, False)
    assert "--log" in _run(*name.split(), "--help").stdout


def test_the_phases_of_a_build(project: Path, log: Path, tmp_path: Path) -> None:
    assert _run("build", "a", "-C", project, "--out", tmp_path / "build", "--log", log).exit_code == 0
    assert _steps(log) == [
        ("start", ""),
        ("load", ""),
        ("plan", ""),
        ("decide", "2569/a"),
        ("template", "2569/a"),
        ("render", "2569/a"),
        ("verify", "2569/a"),
        ("write", "2569/a"),
        ("write", ""),
        ("end", ""),
    ]


def test_every_line_has_phase_document_and_milliseconds(project: Path, log: Path, tmp_path: Path) -> None:
    _run("build", "-C", project, "--out", tmp_path / "build", "--log", log)
    rows = _rows(log)
    assert {row["phase"] for row in rows} <= PHASES
    assert {row["document"] for row in rows} == {"", "2569/a", "2569/orders/คำสั่ง ก"}
    for row in rows:
        assert isinstance(row["milliseconds"], int | float)
        assert row["milliseconds"] >= 0
    *phases, end = rows
    assert end["milliseconds"] >= sum(phase["milliseconds"] for phase in phases) > 0


def test_first_line_program_and_command_last_line_exit_code(project: Path, log: Path) -> None:
    _run("people", "where", "ก", "-C", project, "--log", log)
    first, *_between, last = _rows(log)
    program, version = first["program"].split()
    assert (program, version.count(".")) == ("esa-docs", 2)
    assert first["command"] == "people where"
    assert last["exit_code"] == 0
    assert set(first) - {"phase", "document", "milliseconds"} == {"program", "command", "python", "system"}


def test_the_manual_is_laid_out_under_its_name(project_dir: Path, log: Path, tmp_path: Path) -> None:
    _run("build", "-C", project_dir, "--out", tmp_path / "build", "--log", log)
    assert ("pages", "2569/manual") in _steps(log)


@pytest.mark.acceptance
def test_workers_tell_the_same_phases(project: Path, log: Path, tmp_path: Path) -> None:
    put(project, "2569/b.yaml", ORDER)
    steps_of_builds: list[list[tuple[str, str]]] = []
    for number, workers in enumerate(("1", "2", "2")):
        out = tmp_path / f"build-{number}"
        assert _run("build", "-C", project, "--out", out, "-j", workers, "--log", log).exit_code == 0
        steps_of_builds.append(_steps(log))
    steps_of_one, steps_of_two, steps_of_two_again = steps_of_builds
    assert sorted(steps_of_one) == sorted(steps_of_two)
    assert steps_of_two == steps_of_two_again
    assert steps_of_two.count(("render", "2569/b")) == 1


def test_nothing_of_content_or_of_this_machine_is_in_it(project: Path, log: Path, tmp_path: Path) -> None:
    put(project, "2569/letters/reports.yaml", LETTER)
    assert _run("build", "-C", project, "--out", tmp_path / "build", "--log", log).exit_code == 0
    text = log.read_text(encoding="utf-8")
    assert ("render", "2569/letters/reports") in _steps(log)
    hidden_words = (HIDDEN, "บ้านหนึ่ง", str(tmp_path), str(Path.home()))
    assert [words for words in hidden_words if words in text] == []


def _check_of_fault(project: Path) -> list[str]:
    put(project, "2569/c.yaml", "kind: order\nsubjet: x\n")
    return ["check", "-C", str(project)]


def _doctor_with_file_as_folder(project: Path) -> list[str]:
    file = put(project, "out", "a file")
    return ["doctor", "-C", str(project), "--out", str(file)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (lambda project: ["list", "-C", str(project)], 0),
        (_check_of_fault, 1),
        (lambda project: ["schema", "-C", str(project), "--stdout", "unknown"], 2),
        (_doctor_with_file_as_folder, 3),
        (lambda project: ["fonts", "-C", str(project / "none")], 3),
        (lambda project: ["verify", str(project / "none.docx")], 1),
    ],
)
def test_the_last_line_has_the_exit_code(project: Path, log: Path, arguments: Any, code: int) -> None:
    assert _run(*arguments(project), "--log", log).exit_code == code
    last_row = _rows(log)[-1]
    assert (last_row["phase"], last_row["exit_code"]) == ("end", code)


@pytest.mark.parametrize(("fault", "code"), [(ZeroDivisionError(), 4), (KeyboardInterrupt(), 130)])
def test_a_bug_and_an_interruption_end_the_log_too(
    project: Path, log: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    def fail(_path: Path) -> None:
        raise fault

    monkeypatch.setattr(api, "load", fail)
    assert _run("list", "-C", project, "--log", log).exit_code == code
    assert _rows(log)[-1]["exit_code"] == code


def test_a_log_named_before_the_command_of_a_group_is_its_log(project: Path, log: Path) -> None:
    font = put(project, "no font.ttf", "x")
    assert _run("fonts", "--log", log, "install", "--from", font).exit_code == 3
    first, *_between, last = _rows(log)
    assert (first["command"], last["exit_code"]) == ("fonts install", 3)


def test_every_line_is_there_at_once_and_whole(
    project: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that is killed meanwhile would leave these lines."""
    steps_meanwhile: list[tuple[str, str]] = []

    def check(_project: Project) -> tuple[Diagnostic, ...]:
        steps_meanwhile.extend(_steps(log))
        return ()

    monkeypatch.setattr(api, "check_whole", check)
    assert _run("check", "-C", project, "--log", log).exit_code == 0
    assert steps_meanwhile == [("start", ""), ("load", "")]


@pytest.mark.parametrize("name", ["old.jsonl", "old.LOG", "logged"])
def test_an_older_log_is_overwritten(project: Path, tmp_path: Path, name: str) -> None:
    log = tmp_path / name
    if name == "old.LOG":
        log.write_text("x" * 10_000, encoding="utf-8")
    for _time in range(2):
        assert _run("list", "-C", project, "--log", log).exit_code == 0
    assert _steps(log) == [("start", ""), ("load", ""), ("end", "")]


def test_a_file_that_is_no_log_is_kept(project: Path) -> None:
    office = project / "office.yaml"
    before = office.read_bytes()
    result = _run("check", "--format", "json", "-C", project, "--log", office)
    assert (result.exit_code, [row["code"] for row in json.loads(result.stdout)]) == (1, ["E418"])
    assert office.read_bytes() == before


def test_a_log_that_cannot_be_written_is_told_before_anything_is_done(project: Path, tmp_path: Path) -> None:
    place = put(tmp_path, "file", "x") / "build.jsonl"
    out = tmp_path / "build"
    result = _run("build", "--format", "json", "-C", project, "--out", out, "--log", place)
    rows = json.loads(result.stdout)
    assert (result.exit_code, [(row["code"], row["severity"]) for row in rows]) == (3, [("E405", "error")])
    assert "--log" in rows[0]["hint"]
    assert not out.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_log_that_breaks_off_stops_nothing(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    result = _run("build", "--format", "json", "-C", project, "--out", out, "--log", "/dev/full")
    assert result.exit_code == 3
    assert "[E405]" in result.stderr
    assert "[E405]" not in result.stdout
    assert isinstance(json.loads(result.stdout), list)
    assert (out / "2569/a.docx").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="another name there")
def test_a_log_thrown_away_is_no_fault(project: Path) -> None:
    assert _run("list", "-C", project, "--log", "/dev/null").exit_code == 0


def test_a_folder_is_wrong_usage(project: Path) -> None:
    assert _run("list", "-C", project, "--log", project).exit_code == 2
