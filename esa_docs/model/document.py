"""A document with all that it prints, and the project it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.model.announcement import Announcement
from esa_docs.model.base import Content
from esa_docs.model.letter import Letter
from esa_docs.model.manual import Manual
from esa_docs.model.memo import Memo
from esa_docs.model.minutes import Minutes
from esa_docs.model.office import Office
from esa_docs.model.order import Order
from esa_docs.model.people import Person
from esa_docs.model.pmqa import Pmqa
from esa_docs.model.register import Entry
from esa_docs.model.sar import Sar

Kind = str
EmblemType = Literal["image/png", "image/jpeg"]
AnyContent = Any
"""The content of a document: the model of its kind."""
CONTENT_OF_KIND: dict[Kind, type[Content]] = {
    "manual": Manual,
    "order": Order,
    "announcement": Announcement,
    "sar": Sar,
    "pmqa": Pmqa,
    "minutes": Minutes,
    "memo": Memo,
    "letter": Letter,
}
"""Every kind of document and the model of its content file; a kind refers only to those before it."""
_OFFICE_PLACE: Final = Location("office.yaml")


@dataclass(frozen=True, slots=True)
class Emblem:
    """ตราครุฑ: the picture of the emblem, as the office has it.

    Attributes:
        data: the picture.
        media_type: its form.
        width: pixels from left to right.
        height: pixels from top to bottom.
    """

    data: bytes = field(repr=False)
    media_type: EmblemType
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """Evidence that is bound behind the PDF of its report.

    Attributes:
        code: code by which the report cites it.
        name: what it is.
        path: the PDF file.
        place: where the content names the file.
        field: the key that names it.
    """

    code: str
    name: str
    path: Path
    place: Location
    field: str


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
        emblem: picture of the emblem, or None where the office names none.
        office_place: where the office is described, for what is told about it.
        paper: a paper of a meeting, agenda or sign-in; empty for the document itself.
        copy_of: name of the content file, where each of its copies is a document; else empty.
        annex: evidence that is bound behind its PDF, in the order of the report.
        last_year: content of the document of the same name and kind of the year before; None without one.
    """

    name: str
    year: int
    content: AnyContent
    office: Office
    template: Path | None = None
    sources: tuple[Path, ...] = ()
    emblem: Emblem | None = None
    office_place: Location = _OFFICE_PLACE
    paper: str = ""
    copy_of: str = ""
    annex: tuple[AnnexFile, ...] = ()
    last_year: AnyContent = None

    @property
    def kind(self) -> Kind:
        """Kind of document, such as ``manual``."""
        kind: Kind = self.content.kind
        return kind

    @property
    def form(self) -> str:
        """What it looks like, and the name of its template: its kind, or the paper it is."""
        return self.paper or self.kind

    @property
    def numerals(self) -> thai.Numerals:
        """Digits it is printed with."""
        numerals: thai.Numerals = getattr(self.office.numerals, self.kind)
        return numerals

    @property
    def title(self) -> str:
        """What it is about, in a line."""
        title: str = getattr(self.content, "title", None) or self.content.subject
        return title

    @property
    def year_folder(self) -> Path:
        """Folder of its year, for a document that has a content file."""
        return self.sources[0].parents[self.name.count("/")]

    @property
    def key(self) -> str:
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"

    @property
    def content_key(self) -> str:
        """Year and name of its content file, which all its copies share; their own may name a recipient."""
        return f"{self.year}/{self.copy_of or self.name}"


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
        register: the numbers that are taken, and the documents that have none yet.
    """

    root: Path
    office: Office | None
    people: tuple[Person, ...]
    years: tuple[int, ...]
    documents: tuple[Document, ...]
    faulty: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    register: tuple[Entry, ...] = ()
