"""A document with all that it prints: its Word file is made of nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final, Generic, Literal, TypeVar

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.model.annexes import Annex
from esa_docs.model.area import Area
from esa_docs.model.flow import Procedure
from esa_docs.model.missing import Missing
from esa_docs.model.office import Office
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.picture_file import PictureFile

C_co = TypeVar("C_co", covariant=True)
"""The content of a document: the model of its kind."""
F = TypeVar("F")

EmblemType = Literal["image/png", "image/jpeg"]
Context = dict[str, object]
"""Values for a template: plain dicts, lists and texts."""
_OFFICE_PLACE: Final = Location("office.yaml")


@dataclass(frozen=True, slots=True)
class Emblem:
    """ตราครุฑ: the picture of the emblem, as the office has it.

    Attributes:
        data: bytes of the picture file.
        media_type: type of the picture file.
        width: pixels from left to right.
        height: pixels from top to bottom.
    """

    data: bytes = field(repr=False)
    media_type: EmblemType
    width: int
    height: int


class AnnexGroup(Enum):
    """What the files bound behind a PDF are, with the bookmark that holds those of all of them."""

    EVIDENCE = "หลักฐาน"
    """Evidence of a report."""
    ANNEX = "ภาคผนวก"
    """Annexes of a paper."""


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """A PDF that is bound behind the PDF of a paper: evidence of a report, or an annex.

    Attributes:
        code: code by which the report cites it; of an annex what stands above it, such as ภาคผนวก ก.
        name: what it is.
        path: path of the PDF file.
        place: where the content names the file.
        field: key that names the file.
        cited: places of the report that cite it, in words.
        sha256: its SHA-256 as the log of kept versions has it; empty of a file that is not kept.
        group: whether it is evidence or an annex.
        before: number of the next annex that stands in the Word file; 0 where it stands behind all pages.
        mark: what each of its pages must bear, as those of the paper do, such as ลับ; empty where nothing is.
    """

    code: str
    name: str
    path: Path
    place: Location
    field: str
    cited: tuple[str, ...] = ()
    sha256: str = ""
    group: AnnexGroup = AnnexGroup.EVIDENCE
    before: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """Where an annex of a paper comes from.

    Attributes:
        path: its file; None of an annex that is content, and of one whose file is not there.
        place: where the content names it.
        field: key that names it.
    """

    path: Path | None
    place: Location
    field: str


def _title_of(document: Document[Any]) -> str:
    return document.title


def _office_of(document: Document[Any]) -> str:
    return document.office.name


def _no_procedures(_document: Document[Any]) -> Iterable[tuple[str, Procedure]]:
    return ()


@dataclass(frozen=True, slots=True)
class Form(Generic[F]):
    """แบบ: how a document looks, and what its template is filled in with.

    Attributes:
        name: name of its template without the ending; no other form has the same.
        view: returns the values that the template prints, from the document and the room on its pages.
        title: returns the title for the properties of the file.
        author: returns who answers for the text, for the properties of a PDF.
        procedures: returns the procedures that it draws as flow charts, each with its title.
        printed: returns the TypedDict that declares what the view returns; None where nothing is declared.
        own_annexes: how many annexes its template prints itself, ก first: those of content go on behind them.
    """

    name: str
    view: Callable[[Document[F], Area], Context]
    title: Callable[[Document[F]], str] = _title_of
    author: Callable[[Document[F]], str] = _office_of
    procedures: Callable[[Document[F]], Iterable[tuple[str, Procedure]]] = _no_procedures
    printed: Callable[[], type[Any]] | None = None
    own_annexes: int = 0


@dataclass(frozen=True, slots=True)
class Document(Generic[C_co]):
    """One document of one year.

    Attributes:
        name: path below the year's folder without the ending, with forward slashes.
        year: fiscal year in the Buddhist era.
        kind: name of its kind, such as ``manual``.
        form: how it looks.
        title: what it is about, in a line.
        content: what it says, references resolved.
        office: whose document it is.
        numerals: digits it is printed with.
        templates: the office's own Word templates by name of their form. A form without one uses the shipped
            template.
        sources: content files it is made from.
        emblem: picture of the emblem. None where the office names none.
        office_place: where the office is described, for diagnostics about the office.
        shared_warnings: what it has from office.yaml or the roster and is not true there.
        copy_of: name of the content file of which it is one of several copies. Empty for any other document.
        annex: PDFs that are bound behind its PDF: its annexes, and the evidence in the order of the report.
        annex_sources: where each annex of its content comes from, in order; empty where nobody has looked.
        last_year: content of the document of the same name and kind of the year before. None where there is
            none.
        missing: what a complete paper has and it lacks.
        is_issued_anyway: whether it was issued although something is missing in it.
        pictures: the picture files that it prints, by their paths as written in content.
    """

    name: str
    year: int
    kind: str
    form: Form[C_co]
    title: str
    content: C_co
    office: Office
    numerals: thai.Numerals
    templates: Mapping[str, Path] = field(default_factory=dict)
    sources: tuple[Path, ...] = ()
    emblem: Emblem | None = None
    office_place: Location = _OFFICE_PLACE
    shared_warnings: tuple[Diagnostic, ...] = field(default=(), compare=False)
    copy_of: str = ""
    annex: tuple[AnnexFile, ...] = ()
    annex_sources: tuple[AnnexSource, ...] = ()
    last_year: C_co | None = None
    missing: tuple[Missing, ...] = ()
    is_issued_anyway: bool = False
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """ร่าง: whether something is missing, or its content says ``draft: true``.

        What was issued all the same is none any more.
        """
        if self.is_issued_anyway:
            return False
        is_kept_draft = isinstance(self.content, OfficialPaper) and self.content.draft
        return bool(self.missing) or is_kept_draft

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes behind it: behind the paper itself, not behind others that its content makes."""
        if not isinstance(self.content, OfficialPaper) or self.form.name != self.kind:
            return ()
        return self.content.annexes_of_file

    @property
    def template(self) -> Path | None:
        """The office's own Word template of its form; None for the shipped one."""
        return self.templates.get(self.form.name)

    @property
    def year_folder(self) -> Path:
        """Folder of its year, for a document that has a content file."""
        content_file = self.sources[0]
        folders_below_year = self.name.count("/")
        return content_file.parents[folders_below_year]

    @property
    def key(self) -> str:
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"

    @property
    def content_key(self) -> str:
        """Year and name of its content file, as a log names it: the key of a copy may name a recipient."""
        return f"{self.year}/{self.copy_of or self.name}"
