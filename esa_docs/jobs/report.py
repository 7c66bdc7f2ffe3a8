"""What a build did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.diagnostics import Diagnostic, sort_diagnostics

if TYPE_CHECKING:
    from esa_docs.pages.expected_engine import ExpectedEngine


class Outcome(StrEnum):
    """What became of one document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    """The file had been edited by hand: the new one lies beside it."""
    KEPT = "kept"
    """The file had been edited by hand and nothing new was to be written."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document; ``output`` is the file written or left in place."""

    key: str
    outcome: Outcome
    output: Path
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        results: one for each document that was to be made.
        faulty: ``year/name`` of documents whose content has errors; they were not made.
        diagnostics: everything found, in content and on the way, sorted by place.
        engine: what lays out pages on this machine; None where there is no office to lay out for.
    """

    results: tuple[Result, ...]
    faulty: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    engine: ExpectedEngine | None = None

    @classmethod
    def of(
        cls,
        results: tuple[Result, ...],
        faulty: tuple[str, ...],
        found: tuple[Diagnostic, ...],
        engine: ExpectedEngine | None,
    ) -> BuildReport:
        """Gather the diagnostics of the content and of all results."""
        everything = (*found, *(one for result in results for one in result.diagnostics))
        return cls(results, faulty, sort_diagnostics(everything), engine)

    def count(self, outcome: Outcome) -> int:
        """Count the documents with one outcome."""
        return sum(result.outcome is outcome for result in self.results)
