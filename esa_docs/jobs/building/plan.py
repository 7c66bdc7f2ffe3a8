"""Planning a build: which documents it makes, and where their files go. Nothing here touches the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.unknown_names import unknown_name_hint
from esa_docs.jobs.kept.frozen import frozen_files, keys_without_content, made_copies, without_content
from esa_docs.jobs.kept.kept_evidence import with_logged_hashes
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.file_names import compared_name, meant_name
from esa_docs.model.history import KeptFile
from esa_docs.model.project import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of documents.

    Attributes:
        names: names of documents; empty for all.
        year: fiscal year in the Buddhist era; None for the newest folder.
        kinds: kinds of documents; empty for all.
        names_to_compare: the names as `compared_name` has them.
    """

    names: tuple[str, ...] = ()
    year: int | None = None
    kinds: tuple[str, ...] = ()
    names_to_compare: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note the names for comparing, once for all documents."""
        object.__setattr__(self, "names_to_compare", frozenset(map(compared_name, self.names)))


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make.

    Attributes:
        document: the document.
        output: where its Word file goes.
        with_pdf: whether a PDF is made beside the Word file.
        kept_file: the kept file that is placed as it is. None for a document that is made anew.
    """

    document: Document[Content]
    output: Path
    with_pdf: bool = False
    kept_file: KeptFile | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the document: the Word file first."""
        if self.with_pdf:
            return (self.output, self.output.with_suffix(".pdf"))
        return (self.output,)


def plan_jobs(project: Project, choice: Choice, out: Path, *, with_pdf: bool = False) -> tuple[Job, ...]:
    """Return a job for each document that a build makes.

    Args:
        project: where the documents are.
        choice: which of them are wanted.
        out: output folder.
        with_pdf: whether a PDF is made beside each Word file.

    Raises:
        ContentError: the year has no folder (E407), or no document has a wanted name (E408).
    """
    year = chosen_year(project, choice)
    keys = _keys_of(project, keys_without_content(project))
    _refuse_unknown_names(project, choice.names, year, keys)
    jobs: list[Job] = []
    for document in project.documents:
        if document.year == year and is_wanted(document.name, document.kind, choice):
            for copy in made_copies(project, with_logged_hashes(project, document)):
                jobs.append(Job(copy, output_of(copy, out), with_pdf))
    for record, kept_file, document in frozen_files(project):
        if record.year == year and is_wanted(record.name, record.kind, choice):
            placed = with_logged_hashes(project, document)
            jobs.append(Job(placed, output_of(document, out), with_pdf, kept_file))
    return tuple(jobs)


def document_keys(project: Project) -> list[str]:
    """Return the keys of all that builds make: documents and their copies, faulty documents, kept files."""
    keys: list[str] = []
    for document in project.documents:
        keys += [copy.key for copy in made_copies(project, document)]
    keys += [document.key for _record, _file, document in frozen_files(project)]
    keys += project.faulty
    return keys


def find_document(project: Project, name: str, year: int | None = None) -> Document[Content]:
    """Return a document by its name.

    Args:
        project: where it is.
        name: its name.
        year: fiscal year in the Buddhist era; None for the newest folder.

    Raises:
        ContentError: the year has no folder (E407), no document has the name (E408), only kept versions of it
            are there (E457), or it has errors.
    """
    keys_of_kept = list(keys_without_content(project))
    wanted_year = chosen_year(project, Choice(year=year))
    keys = _keys_of(project, keys_of_kept)
    _refuse_unknown_names(project, (name,), wanted_year, keys)
    key = _meant_key(name, wanted_year, keys)
    if key in keys_of_kept:
        raise without_content(project, key)
    for document in project.documents:
        if document.key == key:
            return document
    # The name is known, but the document has errors.
    raise ContentError(project.diagnostics)


def wanted_key(project: Project, name: str, year: int | None) -> str:
    """Return ``year/name`` of the document that a name means, as its content file or its folder has it.

    Args:
        project: where it is.
        name: its name as typed; `meant_name` says how it is compared.
        year: fiscal year in the Buddhist era; None for the newest folder.

    Raises:
        ContentError: the year has no folder (E407).
    """
    wanted_year = chosen_year(project, Choice(year=year))
    return _meant_key(name, wanted_year, _keys_of(project, project.histories))


def _meant_key(name: str, year: int | None, keys: Iterable[str]) -> str:
    """Return the one of some ``year/name`` that a name means in a year; the name as typed where none is."""
    return f"{year}/{meant_name(name, _names_of_year(year, keys)) or name}"


def _keys_of(project: Project, further_keys: Iterable[str]) -> list[str]:
    """Return ``year/name`` of all documents, those with errors too, and of what else may be named."""
    keys = [*(document.key for document in project.documents), *project.faulty, *further_keys]
    return list(dict.fromkeys(keys))


def _names_of_year(year: int | None, keys: Iterable[str]) -> list[str]:
    folder = f"{year}/"
    return [key.removeprefix(folder) for key in keys if key.startswith(folder)]


def output_of(document: Document[Content], out: Path) -> Path:
    """Return where the Word file of a document goes below an output folder."""
    # Not with_suffix: a name such as kpi.round1 would lose what stands behind its dot.
    return out / str(document.year) / f"{document.name}.docx"


def chosen_year(project: Project, choice: Choice) -> int | None:
    """Return the year that is wanted: the newest folder if the choice has none.

    Returns:
        The fiscal year in the Buddhist era; None where the project has no folder of a year.

    Raises:
        ContentError: the year has no folder, and nothing of it is kept (E407).
    """
    if choice.year is None:
        return max(project.years, default=None)
    years_here = _years_here(project)
    if choice.year not in years_here:
        message = _("the project has no folder for the year {year}").format(year=choice.year)
        years = ", ".join(map(str, years_here))
        hint = _("Years that are here: {years}.").format(years=years or "-")
        diagnostic = Diagnostic("E407", message, Location(project.root.as_posix()), hint)
        raise ContentError((*project.unread, diagnostic))
    return choice.year


def _years_here(project: Project) -> list[int]:
    """Return the years that have a folder, and those of which kept versions are there, ascending."""
    years = set(project.years)
    for history in project.histories.values():
        if history.record is not None:
            years.add(history.record.year)
    return sorted(years)


def is_wanted_by_name(name: str, choice: Choice) -> bool:
    """Return whether the names of a choice want the paper of a name; without names they want all."""
    return not choice.names or compared_name(name) in choice.names_to_compare


def is_wanted(name: str, kind: str, choice: Choice) -> bool:
    """Return whether a choice wants the paper of a name and kind, apart from its year."""
    if not is_wanted_by_name(name, choice):
        return False
    return not choice.kinds or kind in choice.kinds


def _refuse_unknown_names(
    project: Project, names: Sequence[str], year: int | None, keys: Sequence[str]
) -> None:
    """Refuse names that no document of a year has. The name of a document with errors is not refused.

    Args:
        project: where the documents are.
        names: the names.
        year: the year.
        keys: ``year/name`` of what may be named.

    Raises:
        ContentError: no document has a name (E408), one diagnostic for each name.
    """
    names_to_compare = frozenset(map(compared_name, _names_of_year(year, keys)))
    diagnostics: list[Diagnostic] = []
    for name in names:
        if compared_name(name) not in names_to_compare:
            message = _("no document is named '{name}': the project has no folder of a year yet")
            if year is not None:
                message = _("no document of the year {year} is named '{name}'")
            place = Location(project.root.as_posix())
            hint = unknown_name_hint(name, year, keys)
            text = message.format(year=year, name=name)
            diagnostics.append(Diagnostic("E408", text, place, hint))
    if diagnostics:
        # A document may stand where nobody can look.
        raise ContentError((*project.unread, *diagnostics))
