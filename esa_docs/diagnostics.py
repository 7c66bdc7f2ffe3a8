"""Diagnostics: the place of a fault, its weight, what was expected and found, and the cure.

A diagnostic is a plain value. Nothing here prints, translates or decides what happens next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
_CELL = re.compile(r"(?P<column>[A-Z]+)(?P<row>[0-9]+)")
_PLACE_IN_WORKBOOK = re.compile(r"(?<=\.xlsx)!.*", re.IGNORECASE | re.DOTALL)
_BREAKS_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that would break a line of text; file names may hold them, though not on Windows."""


class Severity(StrEnum):
    """The weight of a diagnostic. A document with an error is not written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    @property
    def file(self) -> str:
        """The path of the file; of a cell, written ``people.xlsx!Sheet1!C7``, that of its workbook."""
        return _PLACE_IN_WORKBOOK.sub("", self.path)

    def __str__(self) -> str:
        """Return ``path:line:column``, which editors turn into a link; the path alone for a whole file."""
        if self.line == 0:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault, or anything else worth a reader's attention.

    Attributes:
        code: stable code such as ``E204``; the table is in docs/diagnostics.md.
        message: what was expected and what was found, in the reader's language.
        location: the place in a file.
        hint: what to do about it; empty where the message says it all.
        severity: how much it weighs.
        field: the key path inside the file (``works[0].steps[2].text``); empty where there is none.
        position: where its place comes among those of a file without lines, such as a Word file; 0 where
            nothing is known. Two findings that differ in it alone are one.
    """

    code: str
    message: str
    location: Location
    hint: str = ""
    severity: Severity = Severity.ERROR
    field: str = ""
    position: int = dataclass_field(default=0, compare=False)

    def as_line(self) -> str:
        r"""Return the line of the text form, without the hint; a line end in it stands as ``\n``."""
        line = f"{self.location}: {self.severity}: {self.message} [{self.code}]"
        return on_one_line(line)

    def as_lines(self) -> list[str]:
        """Return the text form: its line, and below it the hint where there is one."""
        if not self.hint:
            return [self.as_line()]
        hint_line = on_one_line(self.hint)
        return [self.as_line(), f"  hint: {hint_line}"]

    @property
    def is_error(self) -> bool:
        """Whether this diagnostic keeps a document from being written."""
        return self.severity is Severity.ERROR

    def as_dict(self) -> dict[str, str | int]:
        """Return the form of ``--format json``."""
        return {
            "path": self.location.path,
            "line": self.location.line,
            "column": self.location.column,
            "severity": str(self.severity),
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "field": self.field,
        }


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A value and the diagnostics of how it came about.

    Attributes:
        value: the value; None when it cannot be used.
        diagnostics: errors, warnings and whatever else was noticed.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = dataclass_field(default=())

    def __iter__(self) -> Iterator[Diagnostic]:
        """Generate the diagnostics."""
        return iter(self.diagnostics)


def on_one_line(text: str) -> str:
    r"""Return a text of one line: a character that would break the line stands as ``\n`` or ``\x1b``."""
    return _BREAKS_LINE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


class EsaDocsError(Exception):
    """A fault that carries its diagnostics; the class that a Python caller catches."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        lines = [
            on_one_line(f"{diagnostic.location}: {diagnostic.message} [{diagnostic.code}]")
            for diagnostic in self.diagnostics
        ]
        super().__init__("\n".join(lines))


class ContentError(EsaDocsError):
    """The content cannot be used; exit code 1."""


class MachineError(EsaDocsError):
    """Something this machine lacks or refuses; exit code 3."""


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in the order of their places and codes; equal ones come once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=_sorting_key))


def _sorting_key(diagnostic: Diagnostic) -> tuple[str, int, int, int, str, int, str, str]:
    place = diagnostic.location
    file, _mark, cell = place.path.rpartition("!")
    match = _CELL.fullmatch(cell)
    if match is None or not file:
        return (
            place.path,
            0,
            place.line,
            place.column,
            "",
            diagnostic.position,
            diagnostic.code,
            diagnostic.message,
        )
    # The cells of a sheet come row by row: B7 before B10, Z1 before AA1.
    column = match["column"]
    return (file, int(match["row"]), len(column), 0, column, 0, diagnostic.code, diagnostic.message)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any diagnostic is an error."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


@contextmanager
def noting(document: str) -> Iterator[None]:
    """Add the name of a document to a fault of the program in a ``with`` block.

    An ``EsaDocsError`` passes as it is: its diagnostics name their files.

    Args:
        document: ``year/name`` of the document.
    """
    try:
        yield
    except EsaDocsError:
        raise
    except Exception as fault:
        fault.add_note(document)
        raise
