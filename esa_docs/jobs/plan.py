"""What a build is to make: pure, from a project and the choices of the command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.copies import copies_of
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.project import Project
from esa_docs.source.files import path_label


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents are wanted; what is empty or None does not narrow the choice.

    Attributes:
        names: names of documents.
        year: fiscal year in the Buddhist era; None for the newest folder.
        kind: kind of document.
    """

    names: tuple[str, ...] = ()
    year: int | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make.

    Attributes:
        document: what it says.
        output: where its Word file goes.
        with_pdf: whether a PDF is to lie beside it.
    """

    document: Document[Content]
    output: Path
    with_pdf: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the document: the Word file first."""
        return (self.output, *([self.output.with_suffix(".pdf")] if self.with_pdf else []))


def plan_jobs(project: Project, choice: Choice, out: Path, *, with_pdf: bool = False) -> tuple[Job, ...]:
    """Say which files a build makes.

    Raises:
        ContentError: the year has no folder (E407) or a name no document (E408).
    """
    year = chosen_year(project, choice)
    faults = list(_unknown_names(project, choice, year))
    if faults:
        raise ContentError(faults)
    wanted = [one for one in project.documents if one.year == year and _is_wanted(one, choice)]
    copies = [copy for one in wanted for copy in copies_of(one, project.kinds)]
    return tuple(Job(copy, output_of(copy, out), with_pdf) for copy in copies)


def find_document(project: Project, name: str, year: int | None = None) -> Document[Content]:
    """Give one document, of the newest year where none is said.

    Raises:
        ContentError: the year has no folder (E407), no document has the name (E408), or it has errors.
    """
    chosen = chosen_year(project, Choice((name,), year))
    faults = list(_unknown_names(project, Choice((name,), year), chosen))
    if faults:
        raise ContentError(faults)
    for document in project.documents:
        if document.key == f"{chosen}/{name}":
            return document
    raise ContentError(project.diagnostics)


def concerns(project: Project, year: int | None, place: Location) -> bool:
    """Tell whether a finding concerns the build of a year: not if it lies in another year's folder."""
    root = path_label(project.root)
    inside = place.path.removeprefix(f"{root}/") if root != "." else place.path
    folder = thai.to_arabic_digits(inside.partition("/")[0])
    return folder == str(year) or not any(folder == str(other) for other in project.years)


def output_of(document: Document[Content], out: Path) -> Path:
    """Give the place of a document's Word file below the output folder."""
    return out / str(document.year) / f"{document.name}.docx"


def chosen_year(project: Project, choice: Choice) -> int | None:
    """Give the year asked for, or the newest.

    Raises:
        ContentError: the year has no folder (E407).
    """
    if choice.year is None:
        return max(project.years, default=None)
    if choice.year not in project.years:
        message = _("the project has no folder for the year {year}").format(year=choice.year)
        known = ", ".join(map(str, project.years)) or "-"
        hint = _("Years that are here: {years}.").format(years=known)
        raise ContentError([Diagnostic("E407", message, Location(project.root.as_posix()), hint)])
    return choice.year


def _is_wanted(document: Document[Content], choice: Choice) -> bool:
    return (not choice.names or document.name in choice.names) and choice.kind in (None, document.kind)


def _unknown_names(project: Project, choice: Choice, year: int | None) -> Sequence[Diagnostic]:
    keys = [document.key for document in project.documents] + list(project.faulty)
    known = [key.partition("/")[2] for key in keys if key.startswith(f"{year}/")]
    found = []
    for name in choice.names:
        if name not in known:
            message = _("no document of the year {year} is named '{name}'").format(year=year, name=name)
            place = Location(project.root.as_posix())
            found.append(Diagnostic("E408", message, place, nearest_hint(name, known)))
    return found
