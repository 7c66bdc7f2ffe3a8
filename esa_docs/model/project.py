"""An office's content as read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.amended_kind import AmendedKind
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.office import Office
from esa_docs.model.people import Person


@dataclass(frozen=True, slots=True)
class Project:
    """An office's content. A part with faults is left out, and its diagnostics are there.

    Attributes:
        root: the project folder.
        kinds: the kinds of documents that there are.
        office: the office whose project it is. None where office.yaml is faulty.
        people: the roster.
        years: fiscal years that have a folder, ascending.
        documents: the documents without faults, in the order of year and name.
        faulty: ``year/name`` of documents that cannot be made.
        diagnostics: all that was noticed while reading.
        register: the documents with a number, and those that may yet get one.
        misnumbered: documents whose only errors are about their number. They cannot be made, but issued.
        errors: the errors of documents that cannot be made, by ``year/name``. A document that cannot be made
            only because office.yaml or the roster is faulty has none of its own.
        histories: the kept versions of papers, by ``year/name``.
        unread: the errors of all that may hold numbers and cannot be read: folders and files of years,
            registers, kept versions. They are among ``diagnostics`` too.
        hidden_series: names of the series of which such an error may hide a number; an error that is not
            there may hide one of every series.
        amended_kinds: the kinds whose documents amend each other, by name: their documents over time.
        today: the day as of which office, roster and papers without a date are read.
    """

    root: Path
    kinds: Kinds
    office: Office | None
    people: tuple[Person, ...]
    years: tuple[int, ...]
    documents: tuple[Document[Content], ...]
    faulty: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    register: tuple[NumberEntry, ...] = ()
    misnumbered: tuple[Document[Content], ...] = ()
    errors: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    histories: Mapping[str, History] = field(default_factory=dict)
    unread: tuple[Diagnostic, ...] = ()
    hidden_series: Mapping[Diagnostic, frozenset[str]] = field(default_factory=dict)
    amended_kinds: Mapping[str, AmendedKind] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether all that may hold numbers was read."""
        return not self.unread

    def unread_of(self, series: str) -> tuple[Diagnostic, ...]:
        """Return the errors that may hide a number of a series: only without them one is known to be free.

        Args:
            series: name of the series. Any other name gives the errors that may concern every series.
        """
        errors: list[Diagnostic] = []
        for error in self.unread:
            if error not in self.hidden_series or series in self.hidden_series[error]:
                errors.append(error)
        return tuple(errors)

    today: dt.date = field(kw_only=True)
