"""A document with all that it prints, and the project it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.manual import Manual
from esa_docs.model.office import Office
from esa_docs.model.people import Person

Kind = str
AnyContent = Manual
CONTENT_OF_KIND: dict[Kind, type[AnyContent]] = {"manual": Manual}
"""Every kind of document and the model of its content file."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of one year: nothing needs to be looked up to print it.

    Attributes:
        name: path below the year's folder without the ending, with forward slashes.
        year: fiscal year in the Buddhist era.
        content: what the document says, references resolved.
        office: whose document it is.
        template: the office's own Word template, or None for the shipped one of this kind.
        sources: content files it is made from.
    """

    name: str
    year: int
    content: AnyContent
    office: Office
    template: Path | None = None
    sources: tuple[Path, ...] = ()

    @property
    def kind(self) -> Kind:
        """Kind of document, such as ``manual``."""
        return self.content.kind

    @property
    def key(self) -> str:
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"


@dataclass(frozen=True, slots=True)
class Project:
    """An office's content as read; a part with faults is left out and its diagnostics are kept.

    Attributes:
        root: the project folder.
        office: whose project it is; None when office.yaml is faulty.
        people: the roster.
        years: fiscal years that have a folder, ascending.
        documents: the documents without faults, by year and name.
        faulty: ``year/name`` of documents that cannot be made.
        diagnostics: what was found while reading.
    """

    root: Path
    office: Office | None
    people: tuple[Person, ...]
    years: tuple[int, ...]
    documents: tuple[Document, ...]
    faulty: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
