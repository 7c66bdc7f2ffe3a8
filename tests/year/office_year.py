"""An invented office and its clerks, for a test that plays a year through the command line."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import docx
from click.testing import CliRunner
from written_project import put
from year_papers import OFFICE, PEOPLE

from esa_docs.cli import app


def morning(year: int, month: int, day: int) -> dt.datetime:
    """Return nine o'clock of a day."""
    return dt.datetime(year, month, day, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


END_OF_YEAR = morning(2026, 9, 30)
"""A day by which every paper of the year was sent."""


@dataclass
class OfficeYear:
    """The project folder of the office and its output folder.

    Attributes:
        root: project folder.
        out: output folder.
        sent_names: names of the papers that were sent.
        sent_files: hash of each of their Word files as first built, by its path below the output folder.
        now: when the commands are given.
    """

    root: Path
    out: Path
    sent_names: list[str] = field(default_factory=list)
    sent_files: dict[str, str] = field(default_factory=dict)
    now: dt.datetime = END_OF_YEAR

    @classmethod
    def begin(cls, folder: Path) -> OfficeYear:
        """Write the office and its roster."""
        root = folder / "office"
        put(root, "office.yaml", OFFICE)
        put(root, "people.yaml", PEOPLE)
        (root / "2569").mkdir()
        return cls(root, folder / "build")

    def read(self, *arguments: str) -> Any:
        """Run a command and return its JSON."""
        return json.loads(self.run(*arguments, "--format", "json"))

    def run(self, *arguments: str, code: int = 0, user: str = "registry") -> str:
        """Run a command as a user of the machine, and return what it prints on standard output."""
        users = {"LOGNAME": user, "USER": user, "USERNAME": user, "ESA_DOCS_LANG": "en"}
        command = [*arguments, "-C", str(self.root)]
        with patch("esa_docs.api.clock._now", return_value=self.now):
            result = CliRunner().invoke(app, command, env=users, catch_exceptions=False)
        assert result.exit_code == code, (arguments, result.output)
        return result.stdout

    def build(self, *names: str, out: Path) -> None:
        """Build papers of 2569."""
        self.run("build", *names, "--year", "2569", "--out", str(out))

    def files_of(self, name: str) -> list[Path]:
        """Return the Word files of a paper: its own, or those of its copies."""
        path = self.out / "2569" / f"{name}.docx"
        if path.exists():
            return [path]
        return sorted((self.out / "2569" / name).glob("*.docx"))

    def build_what_was_sent(self) -> None:
        """Build the papers that were sent since the last time, and remember their files."""
        new_names = [name for name in self.sent_names if not self._is_remembered(name)]
        self.build(*new_names, out=self.out)
        for name in new_names:
            files = self.files_of(name)
            assert files, name
            for path in files:
                self.sent_files[path.relative_to(self.out).as_posix()] = digest(path)

    def _is_remembered(self, name: str) -> bool:
        beginnings = (f"2569/{name}.", f"2569/{name}/")
        return any(key.startswith(beginnings) for key in self.sent_files)

    def hashes_in(self, out: Path) -> dict[str, str]:
        """Return the hash of every sent file as it lies in an output folder."""
        return {key: digest(out / key) for key in self.sent_files}


@dataclass(frozen=True)
class Clerk:
    """One of the people who work with the project."""

    year: OfficeYear
    user: str

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command."""
        return self.year.run(*arguments, code=code, user=self.user)

    def write(self, name: str, text: str) -> None:
        """Write the content file of a paper of 2569."""
        put(self.year.root, f"2569/{name}.yaml", text)

    def mend(self, name: str, old: str, new: str) -> None:
        """Replace words that stand once in the content file of a paper."""
        replace_words(self.year.root / "2569" / f"{name}.yaml", old, new)

    def issue(self, name: str, number: str, date: str) -> None:
        """Issue a paper with its number and its date."""
        self.run("issue", name, "--number", number, "--date", date, "--year", "2569")

    def send(self, name: str, date: str) -> None:
        """Note that a paper was sent."""
        self.run("sent", name, "--date", date, "--year", "2569")
        self.year.sent_names.append(name)


def replace_words(path: Path, old: str, new: str) -> None:
    """Replace words that stand once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text_of(path: Path) -> str:
    """Return the text of a Word file, tables too, in which a no-break space is a space."""
    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            lines += [cell.text for cell in row.cells]
    return "\n".join(lines).replace("\u00a0", " ")
