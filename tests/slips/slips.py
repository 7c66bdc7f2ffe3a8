"""The slips of `slips.yaml`: what a clerk typed, put into a small project, and what the program says."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import Diagnostic, EsaDocsError, Severity, sort_diagnostics

FOLDER = Path(__file__).parent
_USUAL_FILE = "2569/orders/a.yaml"


@dataclass(frozen=True)
class Slip:
    """A slip of the hand.

    Attributes:
        slip: what went wrong, in a few words.
        file: where it was typed.
        put: what stands there, and what was typed instead.
        write: further files, by their place.
        rename: files and folders that got another name.
        remove: files that are gone.
        run: a command that was typed; empty where files were.
        expect: code and place of each finding; empty for a command.
        exit: the exit code of the command.
        says: words that the message or the hint must hold, in Thai.
    """

    slip: str
    file: str = _USUAL_FILE
    put: tuple[str, str] | None = None
    write: Mapping[str, str] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    run: str = ""
    expect: tuple[str, ...] = ()
    exit: int = 1
    says: tuple[str, ...] = ()

    def make_project(self, root: Path) -> None:
        """Put the project with the slip into a folder that is not there yet."""
        shutil.copytree(FOLDER / "base", root)
        if self.put is not None:
            path = root / self.file
            text = path.read_text(encoding="utf-8")
            old, typed = self.put
            if text.count(old) < 1:
                raise ValueError(f"{self.slip}: '{old}' is not in {self.file}")
            path.write_text(text.replace(old, typed), encoding="utf-8", newline="\n")
        for name, content in self.write.items():
            (root / name).write_text(content, encoding="utf-8")
        for name in self.remove:
            (root / name).unlink()
        for name, other_name in self.rename.items():
            (root / name).rename(root / other_name)


def load_slips() -> list[Slip]:
    """Return all slips."""
    entries: list[dict[str, Any]] = yaml.safe_load((FOLDER / "slips.yaml").read_text(encoding="utf-8"))
    slips: list[Slip] = []
    for entry in entries:
        for key in ("put", "remove", "expect", "says"):
            if key in entry:
                entry[key] = tuple(entry[key])
        slips.append(Slip(**entry))
    return slips


def diagnose(slip: Slip, root: Path) -> tuple[Diagnostic, ...]:
    """Return what ``check`` finds in the project of a slip; notes without a fault are left out."""
    slip.make_project(root)
    try:
        diagnostics = tuple(api.check(api.load(root)))
    except EsaDocsError as error:
        diagnostics = error.diagnostics
    faults = [diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.INFO]
    return sort_diagnostics(faults)


def findings(diagnostics: tuple[Diagnostic, ...], slip: Slip, root: Path) -> list[str]:
    """Return code and place of each diagnostic, as `slips.yaml` has them."""
    lines: list[str] = []
    for diagnostic in diagnostics:
        place = Path(diagnostic.location.path).absolute()
        name = place.relative_to(root).as_posix()
        words = [diagnostic.code]
        if name != slip.file:
            words.append(name)
        if diagnostic.location.line:
            words.append(f"{diagnostic.location.line}:{diagnostic.location.column}")
        lines.append(" ".join(words))
    return lines


def run(slip: Slip, root: Path) -> tuple[int, str]:
    """Return the exit code and the words of a command of a slip."""
    slip.make_project(root)
    name, *options = slip.run.split(" ")
    arguments = [name, *options]
    if name in api_commands():
        arguments = [name, "-C", str(root), *options]
    result = CliRunner().invoke(app, arguments, prog_name="esa-docs")
    return result.exit_code, result.output


def api_commands() -> set[str]:
    """Return the commands that take ``-C``."""
    names: set[str] = set()
    for name, command in app.commands.items():
        if any(param.name == "root" for param in command.params):
            names.add(name)
    return names
