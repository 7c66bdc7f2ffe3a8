"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, MachineError
from esa_docs.model.document import Emblem
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.people import Person, References
from esa_docs.model.person_names import People
from esa_docs.model.problem import Problem
from esa_docs.model.project import Project
from esa_docs.rules.office_names import check_office_names
from esa_docs.rules.posts import check_director_terms
from esa_docs.source.assets.emblem import load_emblem
from esa_docs.source.assets.own_templates import load_own_templates
from esa_docs.source.assets.schemes import load_schemes
from esa_docs.source.binding.binding import checked_value
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import OFFICE_FILE, path_label
from esa_docs.source.folders.named_files import file_fault
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.folders.no_project import no_project
from esa_docs.source.folders.unread import diagnose_refused
from esa_docs.source.folders.whole import errors_in
from esa_docs.source.kept.kept_history import load_histories
from esa_docs.source.kept.kept_series import with_series
from esa_docs.source.loading.loaded_years import LoadedYears, load_years
from esa_docs.source.loading.shared import Shared
from esa_docs.source.loading.shared_trees import SharedTrees
from esa_docs.source.people.listed_file import load_model
from esa_docs.source.people.roster import LoadedRoster, load_roster

_REFERENCE_TO_FAULTY: Final = "E641"
"""Code of a reference to a document, or an edition, that has errors."""
_NO_DRAFTS: Final[Mapping[Path, bytes]] = MappingProxyType({})


def load_project(
    root: Path, kinds: Kinds, drafts: Mapping[Path, bytes] = _NO_DRAFTS, *, today: dt.date
) -> Project:
    """Return the content of a project folder.

    Args:
        root: the folder.
        kinds: the kinds of documents that there are.
        drafts: what is read in place of what a content file or office.yaml holds, by its path: to look at a
            change before it is written.
        today: the day as of which papers without a date name people and their posts.

    Raises:
        MachineError: the folder is no project (E902), or cannot be looked into (E435).
    """
    _refuse_no_project(root, today)
    roster = load_roster(root)
    people, directory = _people_of(roster, today)
    office, emblem = _load_office(root, kinds, directory, drafts.get(root / OFFICE_FILE))
    roster = roster.checked_with(office.value)
    # A roster that does not fit its office has faults: then no document is made.
    office_of_documents = office.value if roster.roster else None
    hiding_errors = () if office_of_documents else _errors_of(roster.diagnostics, office)
    schemes, templates = load_schemes(root, kinds), load_own_templates(root, kinds)
    trees = SharedTrees(root, roster.tree, roster.roster)
    shared = Shared(root, kinds, office_of_documents, directory, today, trees, ProjectFiles(root), emblem)
    shared = replace(shared, schemes=schemes.by_id, templates=templates)
    histories = with_series(load_histories(root), kinds, office.value)
    years = load_years(shared, drafts, histories)
    project = _of_years(years, shared, today)
    diagnostics = (*roster.diagnostics, *office, *schemes.diagnostics, *templates.diagnostics)
    return replace(
        project,
        office=_office_on(office.value, today),
        people=people,
        diagnostics=(*diagnostics, *_own_faults(years.diagnostics, office_of_documents)),
        histories=histories.by_key,
        unread=(*hiding_errors, *years.unread),
    )


def _own_faults(diagnostics: Iterable[Diagnostic], office: Office | None) -> Iterator[Diagnostic]:
    """Generate the diagnostics of years; without an office, those that do not follow from its absence."""
    for diagnostic in diagnostics:
        # Without office or roster every document is faulty, and so is each reference to one.
        if office is not None or diagnostic.code != _REFERENCE_TO_FAULTY:
            yield diagnostic


def _of_years(years: LoadedYears, shared: Shared, today: dt.date) -> Project:
    """Return a project with what stands in the folders of its years alone."""
    return Project(
        shared.root,
        shared.kinds,
        office=None,
        people=(),
        years=years.numbers,
        documents=years.documents,
        faulty=years.faulty,
        register=years.register,
        misnumbered=years.misnumbered,
        errors=years.errors,
        hidden_series=years.hidden_series,
        amended_kinds=years.amended_kinds,
        today=today,
    )


def _people_of(loaded: LoadedRoster, today: dt.date) -> tuple[tuple[Person, ...], People | None]:
    """Return the people of a roster as of today, in its order and to be found; none of a faulty roster."""
    if loaded.roster is None:
        return (), None
    people = tuple(person.on(today) for person in loaded.roster.people)
    return people, People.of(people, loaded.file_name)


def _office_on(office: Office | None, today: dt.date) -> Office | None:
    """Return an office as of today. None where office.yaml is faulty."""
    return office.on(today) if office else None


def _errors_of(roster: Iterable[Diagnostic], office: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the errors of roster and office.

    Without them nobody knows which registers the office has, nor in which of them a paper is counted.
    """
    return (*errors_in(roster), *errors_in(office))


def _refuse_no_project(root: Path, today: dt.date) -> None:
    """Refuse a folder that is no project, or that cannot be looked into.

    Raises:
        MachineError: it is one (E902, E435).
    """
    office_file = look_at(root / OFFICE_FILE)
    if office_file.sort is Sort.MISSING:
        raise MachineError([no_project(root, today)])
    if office_file.sort is Sort.UNKNOWN:
        raise MachineError([diagnose_refused(office_file.reason, path_label(root))])


def errors_of_office_and_roster(root: Path, kinds: Kinds, *, today: dt.date) -> tuple[Diagnostic, ...]:
    """Return the errors of office.yaml and the roster, without reading any document; see `load_project`."""
    roster = load_roster(root)
    _people, directory = _people_of(roster, today)
    office, _emblem = _load_office(root, kinds, directory)
    return _errors_of(roster.checked_with(office.value).diagnostics, office)


def office_errors(root: Path, kinds: Kinds, *, today: dt.date) -> list[Diagnostic]:
    """Return the errors of office.yaml; see `load_project` for the arguments."""
    _people, directory = _people_of(load_roster(root), today)
    office, _emblem = _load_office(root, kinds, directory)
    return errors_in(office)


def _check_office(office: Office) -> Iterator[Problem]:
    """Generate the problems of an office that its schema cannot see."""
    yield from check_director_terms(office)
    yield from check_office_names(office)


def _load_office(
    root: Path, kinds: Kinds, people: People | None, draft: bytes | None = None
) -> tuple[Checked[Office], Emblem | None]:
    """Return the office and its emblem; without a sound emblem there is no office."""
    fault = file_fault(root, root / OFFICE_FILE)
    if fault:
        return Checked(None, (fault,)), None
    references = References(people, kinds=kinds.names, numbering_ways=kinds.numbering_ways())
    office = load_model(root / OFFICE_FILE, Office, references, "groups", _check_office, draft)
    emblem = load_emblem(root, office.value)
    return checked_value(office.value, (*office, *emblem)), emblem.value
