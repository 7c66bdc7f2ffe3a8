"""Commands, their options, and wrong usage, which exits with 2."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from esa_docs.cli import COMMANDS, app
from esa_docs.source.loading import documents

NAMES = [
    *("attach", "build", "check", "copy", "doctor", "emblem", "fields", "flowchart", "fonts", "issue"),
    *("list", "migrate", "new", "numbers", "people", "preview", "schema", "sent", "sheet", "status"),
    "template",
    "verify",
]
DOING_NOTHING = {"emblem", "people", "sheet", "template"}
"""Groups that only hold commands."""
HEAVY = ("pydantic", "jinja2", "docxtpl", "docx", "lxml", "yaml", "rich", "openxml_audit", "multiprocessing")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_the_commands_are_those_of_the_contract() -> None:
    assert sorted(app.commands) == NAMES
    assert sorted(str(command.name) for command in COMMANDS) == NAMES


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_of_the_group_names_every_command(option: str) -> None:
    result = _run(option)
    assert (result.exit_code, result.stderr) == (0, "")
    _head, _commands, list_of_commands = result.stdout.partition("\nคำสั่ง:\n")
    assert [line.split()[0] for line in list_of_commands.splitlines()] == NAMES


def _options(name: str) -> list[click.Option]:
    return [param for param in app.commands[name].params if isinstance(param, click.Option)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_of_a_command_shows_every_option(name: str, option: str) -> None:
    result = _run(name, option)
    assert (result.exit_code, result.stderr) == (0, "")
    options = _options(name)
    assert options or name in DOING_NOTHING
    for option_of_command in options:
        assert option_of_command.help
        assert option_of_command.opts[0] in result.stdout


OPTIONS = {
    "build": {"-C", "--year", "--kind", "--out", "--pdf", "-j", "--force", "--prune", "--format", "--strict"},
    "check": {"-C", "--format", "--strict"},
    "fields": {"-C", "--year", "-o", "--force", "--format"},
    "flowchart": {"-o", "--work", "-C", "--year"},
    "fonts": {"-C", "--format"},
    "preview": {"--dpi", "-C", "--year", "--out"},
    "emblem": set(),
    "template": set(),
    "attach": {"--note", "-C", "--year"},
    "copy": {"--certified", "--by", "-C", "--year", "--out"},
    "sent": {"--date", "-C", "--year"},
    "issue": {
        *("--number", "--date", "--force", "--again", "--why", "--anyway", "-C", "--year"),
        *("--reserve", "--cancel", "--kind", "--for", "--until", "--who", "--free"),
    },
    "migrate": {"--dry-run", "--as-marks", "-C", "--format"},
    "new": {"--scheme", "-C", "--year"},
    "numbers": {"-C", "--calendar-year", "-o", "--force", "--format"},
    "people": set(),
    "sheet": set(),
    "list": {"-C", "--year", "--kind", "--format"},
    "schema": {"-C", "--stdout"},
    "status": {"-C", "--year", "-o", "--force", "--draft-memos", "--format"},
    "verify": {"--format", "--strict"},
    "doctor": {"-C", "--out", "--bundle", "--force", "--format"},
}


@pytest.mark.parametrize("name", NAMES)
def test_the_options_are_those_of_the_contract(name: str) -> None:
    expected = set(OPTIONS[name])
    if name not in DOING_NOTHING:
        expected.add("--log")
    assert set(chain.from_iterable(option.opts for option in _options(name))) == expected


def test_the_version_is_told() -> None:
    result = _run("--version")
    *_program, version = result.stdout.split()
    assert (result.exit_code, version.count(".")) == (0, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["--nope"],
        *([name, "--nope"] for name in NAMES),
        ["list", "too", "many"],
        ["doctor", "too"],
        ["verify"],
        ["check", "no-such-file.yaml"],
        ["build", "--format", "xml"],
        ["build", "-j", "0"],
        ["build", "-j", "65"],
        ["build", "-j", "two"],
        ["build", "--kind", "unknown"],
        ["list", "--kind", "unknown"],
        ["schema", "--stdout", "unknown"],
        ["build", "-C"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_and_prints_no_report(arguments: list[str]) -> None:
    result = _run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "วิธีใช้: " in result.stderr or "ผิดพลาด: " in result.stderr


@pytest.mark.parametrize("command", ["build", "list"])
@pytest.mark.parametrize(
    "year", ["2026", "๒๐๒๖", "12", "0", "-1", "2569.0", "25๖9x", "", "²⁵⁶⁹", "2399", "3000", "ปีนี้"]
)
def test_a_year_of_another_era_or_none_is_wrong_usage(command: str, year: str) -> None:
    result = _run(command, "--year", year)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--year" in result.stderr
    assert year in result.stderr


@pytest.mark.parametrize("year", ["2569", "๒๕๖๙", "๒๕69"])
def test_a_year_is_read_in_both_digit_sets(content: Path, year: str) -> None:
    result = _run("list", "-C", str(content), "--year", year)
    assert (result.exit_code, result.stdout.split("\t")[0]) == (0, "2569/manual")


def test_the_kind_that_exists_is_taken(content: Path) -> None:
    result = _run("list", "-C", str(content), "--kind", "manual")
    assert (result.exit_code, result.stdout.split("\t")[:2]) == (0, ["2569/manual", "manual"])


@pytest.mark.parametrize(
    "code",
    [
        "import esa_docs.cli",
        "from esa_docs.cli import app; app(['--help'], standalone_mode=False)",
        *(
            f"from esa_docs.cli import app; app([{name!r}, '--help'], standalone_mode=False)"
            for name in NAMES
        ),
    ],
)
def test_help_loads_nothing_heavy(code: str) -> None:
    script = f"import sys\n{code}\nprint('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])"
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert process.stdout.splitlines()[-1] == "loaded:"


def test_a_fault_of_the_program_names_the_document_it_came_with(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("a rule that fails")

    monkeypatch.setattr(documents, "check_content", fail)
    result = CliRunner().invoke(app, ["check", "-C", str(project_dir)])

    assert result.exit_code == 4
    assert "a rule that fails" in result.stderr
    assert "2569/manual" in result.stderr
