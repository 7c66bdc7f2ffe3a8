"""The report of a build: what became of each file, and all diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from esa_docs.diagnostics import Diagnostic, sort_diagnostics

if TYPE_CHECKING:
    from esa_docs.pages.expected_engine import ExpectedEngine


class Outcome(StrEnum):
    """The outcome of a build for one file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    """The file had been edited by hand: the new one lies beside it."""
    EDITED = "kept"
    """The file had been edited by hand and nothing new was to be written."""
    ASIDE = "moved aside"
    """The file showed an earlier state of its document: it has another name now."""
    REMOVED = "removed"
    """No document made the file any more."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a build for one file of a document.

    Attributes:
        key: ``year/name`` of the document.
        outcome: what became of the file.
        output: the file that was written, or that was left in place.
        diagnostics: findings about the document; only the first of its files has them.
        is_draft: whether the file has ร่าง printed in it.
    """

    key: str
    outcome: Outcome
    output: Path
    diagnostics: tuple[Diagnostic, ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The report of a build.

    Attributes:
        results: one for each file that was to be made.
        faulty: ``year/name`` of documents whose content has errors; they were not made.
        diagnostics: all findings, in the content and of the build, sorted by place.
        engine: what lays out pages on this machine; None where the project has no sound office.yaml.
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
        content_diagnostics: tuple[Diagnostic, ...],
        engine: ExpectedEngine | None,
    ) -> BuildReport:
        """Return a report that has the diagnostics of the content and of all results."""
        diagnostics = list(content_diagnostics)
        for result in results:
            diagnostics += result.diagnostics
        return cls(results, faulty, sort_diagnostics(diagnostics), engine)

    def count(self, outcome: Outcome) -> int:
        """Return how many files have an outcome."""
        return sum(result.outcome is outcome for result in self.results)
