"""Print as JSON what click says: every --help, and every error. `test_click_words.py` runs it in Thai."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator

import click
from click.testing import CliRunner

from esa_docs.cli import app
from esa_docs.cli.numbers import import_numbers_command

WRONG_USES = (
    "frobnicate",
    "bild",
    "--nope",
    "build --yaer 2569",
    "build -C",
    "build --force=1",
    "build --format xml",
    "build -j two",
    "build -j 99",
    "build -j 0",
    "list one",
    "new",
    "new order",
    "verify",
    "numbers import no-such.csv --kind order",
    "check no-such.yaml",
    "emblem extract",
    "sheet export",
)
_OPTION = click.Option(["--out"])
_ARGUMENT = click.Argument(["name"])
_CONTEXT = click.Context(click.Command("build"), info_name="build")
ERRORS: dict[str, Callable[[], click.ClickException]] = {
    "ClickException": lambda: click.ClickException("ก"),
    "UsageError": lambda: click.UsageError("ก", _CONTEXT),
    "BadParameter": lambda: click.BadParameter("ก", _CONTEXT, _OPTION),
    "MissingParameter": lambda: click.MissingParameter(ctx=_CONTEXT, param=_ARGUMENT),
    "NoSuchOption": lambda: click.NoSuchOption("--yaer", possibilities=["--year"], ctx=_CONTEXT),
    "NoSuchCommand": lambda: click.exceptions.NoSuchCommand("bild", ctx=_CONTEXT),
    "BadOptionUsage": lambda: click.BadOptionUsage("--out", "ก", _CONTEXT),
    "BadArgumentUsage": lambda: click.BadArgumentUsage("ก", _CONTEXT),
    "NoArgsIsHelpError": lambda: click.exceptions.NoArgsIsHelpError(_CONTEXT),
    "FileError": lambda: click.FileError("a.yaml"),
}


def commands_below(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Generate a command and all below it, by their words."""
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands_below(inner, f"{path} {name}".strip())


def subclasses(cls: type[Exception]) -> Iterator[type[Exception]]:
    """Generate the classes of click below a class."""
    for subclass in cls.__subclasses__():
        if subclass.__module__.startswith("click"):
            yield subclass
            yield from subclasses(subclass)


def main() -> None:
    """Print everything."""
    runner = CliRunner()
    helps = {}
    for words, _command in [*commands_below(app, ""), ("numbers import", import_numbers_command)]:
        helps[words] = runner.invoke(app, [*words.split(), "--help"], prog_name="esa-docs").stdout
    uses = {}
    for use in WRONG_USES:
        result = runner.invoke(app, use.split(), prog_name="esa-docs")
        uses[use] = f"{result.exit_code}\n{result.stderr}"
    classes = ["ClickException", *(cls.__name__ for cls in subclasses(click.ClickException))]
    errors = {name: ERRORS[name]().format_message() for name in classes}
    version = runner.invoke(app, ["--version"], prog_name="esa-docs").stdout
    outputs = {"helps": helps, "uses": uses, "errors": errors, "version": {"--version": version}}
    sys.stdout.buffer.write(json.dumps(outputs).encode())


main()
