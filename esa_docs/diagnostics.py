"""What a reader is told: where, how serious, what was expected and found, and the cure.

A diagnostic is a plain value. Nothing here prints, translates or decides what happens next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How much a diagnostic weighs: an error keeps its document from being written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give the form that editors follow: ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: stable code such as ``E204``; the table is in docs/diagnostics.md.
        message: what was expected and what was found, in the reader's language.
        location: where.
        hint: what to do about it.
        field: the key path inside the file (``works[0].steps[2].text``), where there is one.
    """

    code: str
    message: str
    location: Location
    hint: str = ""
    severity: Severity = Severity.ERROR
    field: str = ""

    @property
    def is_error(self) -> bool:
        """Tell whether this finding keeps a document from being written."""
        return self.severity is Severity.ERROR

    def as_dict(self) -> dict[str, str | int]:
        """Give the form of ``--format json``."""
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
    """A value together with everything noticed on the way to it; ``value`` is None when it cannot be used."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def __iter__(self) -> Iterator[Diagnostic]:
        """Walk over the diagnostics."""
        return iter(self.diagnostics)


class EsaDocsError(Exception):
    """A fault that carries its diagnostics; what a Python caller catches."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{d.location}: {d.message} [{d.code}]" for d in self.diagnostics))


class ContentError(EsaDocsError):
    """The content cannot be used; exit code 1."""


class MachineError(EsaDocsError):
    """Something this machine lacks or refuses; exit code 3."""


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order findings by place, then code, each said once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.location, d.code, d.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding is an error."""
    return any(d.is_error for d in diagnostics)


@contextmanager
def noting(document: str) -> Iterator[None]:
    """Note on a fault of the program which document it came with.

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
