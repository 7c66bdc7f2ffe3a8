"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import Document, Emblem
from esa_docs.model.kind import Kinds
from esa_docs.model.number_register import NumberEntry
from esa_docs.model.office import Office
from esa_docs.model.people import References
from esa_docs.model.person_names import People
from esa_docs.model.project import Project
from esa_docs.rules.posts import check_director_terms
from esa_docs.source.binding import checked_value
from esa_docs.source.disk import Sort, look_at
from esa_docs.source.document_errors import errors_by_document
from esa_docs.source.documents import Shared, bind_documents
from esa_docs.source.emblem import load_emblem
from esa_docs.source.files import OFFICE_FILE, ContentFile, find_content, find_years, path_label
from esa_docs.source.listed_file import load_model
from esa_docs.source.named_files import file_fault
from esa_docs.source.number_register import load_register
from esa_docs.source.own_templates import load_own_templates
from esa_docs.source.parts import ParsedFile, lost_parts, owner_of, parse_file
from esa_docs.source.roster import load_roster
from esa_docs.source.schemes import load_schemes
from esa_docs.source.unread import diagnose_refused
from esa_docs.source.whole import (
    check_issued,
    check_registers,
    errors_in,
    unread_files,
    unread_registers,
    without_next_number,
)

_NO_DRAFTS: Final[Mapping[Path, bytes]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents of a project.

    Attributes:
        years: fiscal years that have a folder, ascending.
        faultless: documents that can be made.
        faulty: ``year/name`` of those that cannot be made.
        diagnostics: what is wrong with any of them.
        register: their numbers.
        unread: errors of all that may hold numbers and cannot be read.
        misnumbered: documents whose only errors are about their number.
        errors: the errors of those that cannot be made, by ``year/name``.
    """

    years: tuple[int, ...]
    faultless: tuple[Document[Content], ...]
    faulty: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    register: tuple[NumberEntry, ...]
    unread: tuple[Diagnostic, ...]
    misnumbered: tuple[Document[Content], ...]
    errors: Mapping[str, tuple[Diagnostic, ...]]


def load_project(
    root: Path, kinds: Kinds, drafts: Mapping[Path, bytes] = _NO_DRAFTS, *, today: dt.date
) -> Project:
    """Return the content of a project folder.

    Args:
        root: the folder.
        kinds: the kinds of documents that there are.
        drafts: what is read in place of what a content file holds, by its path: to look at a change before
            it is written.
        today: the day as of which papers without a date name people and their posts.

    Raises:
        MachineError: the folder is no project (E902), or cannot be looked into (E435).
    """
    _refuse_no_project(root)
    roster = load_roster(root)
    people = tuple(person.on(today) for person in roster.roster.people) if roster.roster else ()
    directory = People.of(people) if roster.roster else None
    references = References(directory, kinds=kinds.names, numbering_ways=kinds.numbering_ways())
    office, emblem = _load_office(root, references)
    roster = roster.checked_with(office.value)
    # A roster that does not fit its office has faults: then no document is made.
    office_of_documents = office.value if roster.roster else None
    schemes = load_schemes(root, kinds)
    templates = load_own_templates(root, kinds)
    shared = Shared(root, kinds, office_of_documents, directory, today, emblem)
    shared = replace(shared, schemes=schemes.by_id, templates=templates)
    documents = _load_years(shared, drafts)
    office_today = office.value.on(today) if office.value else None
    return Project(
        root,
        kinds,
        office_today,
        people,
        documents.years,
        documents.faultless,
        documents.faulty,
        (*roster.diagnostics, *office, *schemes.diagnostics, *templates.diagnostics, *documents.diagnostics),
        documents.register,
        misnumbered=documents.misnumbered,
        errors=documents.errors,
        unread=documents.unread,
        today=today,
    )


def _refuse_no_project(root: Path) -> None:
    """Refuse a folder that is no project, or that cannot be looked into.

    Raises:
        MachineError: it is one (E902, E435).
    """
    office_file = look_at(root / OFFICE_FILE)
    if office_file.sort is Sort.MISSING:
        raise MachineError([no_project(root)])
    if office_file.sort is Sort.UNKNOWN:
        raise MachineError([diagnose_refused(office_file.reason, path_label(root))])


def _load_office(root: Path, people: References) -> tuple[Checked[Office], Emblem | None]:
    """Return the office and its emblem; without a sound emblem there is no office."""
    fault = file_fault(root, root / OFFICE_FILE)
    if fault:
        return Checked(None, (fault,)), None
    office = load_model(root / OFFICE_FILE, Office, people, "groups", check_director_terms)
    emblem = load_emblem(root, office.value)
    return checked_value(office.value, (*office, *emblem)), emblem.value


def _load_years(shared: Shared, drafts: Mapping[Path, bytes]) -> _Documents:
    """Return the documents of all years, and what of the folders that hold numbers cannot be read."""
    years, year_faults = find_years(shared.root)
    content = find_content(shared.root, years)
    documents = _load_documents(tuple(years), content.files, shared, drafts)
    registers = [series.register for series in shared.kinds.series().values()]
    folder_faults = (*check_registers(shared.root, registers), *check_issued(shared.root))
    faults = (*year_faults, *content.diagnostics, *folder_faults)
    unread = (*errors_in(faults), *documents.unread)
    diagnostics = (*faults, *documents.diagnostics)
    if unread:
        diagnostics = tuple(without_next_number(diagnostics))
    return replace(documents, diagnostics=diagnostics, unread=unread)


def _load_documents(
    years: tuple[int, ...], files: Collection[ContentFile], shared: Shared, drafts: Mapping[Path, bytes]
) -> _Documents:
    checked_files = {file: parse_file(file, drafts.get(file.path)) for file in files}
    faulty = set(_owners_of_faulty_files(checked_files))
    parsed_files = [checked.value for checked in checked_files.values() if checked.value]
    part_files = [parsed for parsed in parsed_files if parsed.is_part]
    document_files = [parsed for parsed in parsed_files if not parsed.is_part]
    part_names = {part_file.file.key for part_file in part_files}
    names = frozenset(file.key for file in files) - part_names
    shared = replace(shared, names=names, unreadable=frozenset(faulty))
    checked_documents = bind_documents(document_files, part_files, shared)
    numbers = load_register(
        shared.root, shared.kinds, shared.office, document_files, _subjects(checked_documents)
    )
    documents: list[Document[Content]] = []
    misnumbered: list[Document[Content]] = []
    for parsed in document_files:
        document = checked_documents[parsed.owner].value
        if document is None:
            faulty.add(parsed.owner)
        elif parsed.owner in faulty:
            continue
        elif parsed.owner in numbers.faulty:
            misnumbered.append(document)
        else:
            documents.append(document)
    faulty |= numbers.faulty
    diagnostics = [
        *chain.from_iterable(checked_files.values()),
        *chain.from_iterable(checked_documents.values()),
        *lost_parts(part_files, names),
        *numbers.diagnostics,
    ]
    return _Documents(
        years,
        tuple(documents),
        tuple(sorted(faulty)),
        tuple(diagnostics),
        numbers.entries,
        unread=(*unread_files(checked_files), *unread_registers(shared.root, numbers.diagnostics)),
        misnumbered=tuple(misnumbered),
        errors=errors_by_document(checked_files, checked_documents, numbers.diagnostics),
    )


def _owners_of_faulty_files(files: Mapping[ContentFile, Checked[ParsedFile]]) -> Iterator[str]:
    """Generate ``year/name`` of the document of each file with errors."""
    for file, checked in files.items():
        if has_errors(checked):
            yield owner_of(file, checked)


def _subjects(documents: Mapping[str, Checked[Document[Content]]]) -> dict[str, str]:
    """Return the titles of the documents without faults, by ``year/name``."""
    return {key: checked.value.title for key, checked in documents.items() if checked.value}


def no_project(root: Path) -> Diagnostic:
    """Return the diagnostic of a folder that is no project (E902)."""
    message = _("a project folder with office.yaml is expected")
    return Diagnostic("E902", message, Location(path_label(root)), _("Name the folder with -C DIR."))
