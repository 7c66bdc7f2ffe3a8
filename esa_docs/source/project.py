"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
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
from esa_docs.model.project import Project
from esa_docs.source.documents import Shared, bind_documents
from esa_docs.source.emblem import load_emblem
from esa_docs.source.files import OFFICE_FILE, ContentFile, find_content, find_years, path_label
from esa_docs.source.listed_file import load_model
from esa_docs.source.number_register import load_register
from esa_docs.source.parts import lost_parts, owner_of, parse_file
from esa_docs.source.roster import load_roster
from esa_docs.source.schemes import load_schemes

_NO_DRAFTS: Final[Mapping[Path, bytes]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents, the ``year/name`` of those that cannot be made, what was found, and their numbers."""

    documents: tuple[Document[Content], ...]
    faulty: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    register: tuple[NumberEntry, ...]


def load_project(root: Path, kinds: Kinds, drafts: Mapping[Path, bytes] = _NO_DRAFTS) -> Project:
    """Read a project folder.

    Args:
        root: the folder.
        kinds: the kinds of documents that there are.
        drafts: content files, and what is read in place of what they hold: to look at a change before it is
            written.

    Raises:
        MachineError: the folder is no project (E902).
    """
    if not (root / OFFICE_FILE).is_file():
        raise MachineError([no_project(root)])
    roster = load_roster(root)
    people = roster.roster.people if roster.roster else ()
    known = {person.id: person for person in people} if roster.roster else None
    office, emblem = _load_office(root, References(known, kinds=kinds.names))
    roster = roster.checked_with(office.value)
    schemes = load_schemes(root, kinds)
    shared = Shared(
        root, kinds, office.value if roster.roster else None, known, emblem, schemes=schemes.by_id
    )
    years, year_faults = find_years(root)
    read = _load_documents(find_content(root, years), shared, drafts)
    return Project(
        root,
        kinds,
        office.value,
        people,
        tuple(years),
        read.documents,
        read.faulty,
        (*roster.diagnostics, *office, *schemes.diagnostics, *year_faults, *read.diagnostics),
        read.register,
    )


def _load_office(root: Path, people: References) -> tuple[Checked[Office], Emblem | None]:
    """Read the office and its emblem; without a sound emblem there is no office."""
    office = load_model(root / OFFICE_FILE, Office, people, "groups")
    emblem = load_emblem(root, office.value)
    found = (*office, *emblem)
    return Checked(None if has_errors(found) else office.value, found), emblem.value


def _load_documents(
    files: Collection[ContentFile], shared: Shared, drafts: Mapping[Path, bytes]
) -> _Documents:
    read = {file: parse_file(file, drafts.get(file.path)) for file in files}
    faulty = {owner_of(file, one) for file, one in read.items() if has_errors(one)}
    parsed = [one.value for one in read.values() if one.value]
    parts = [one for one in parsed if one.is_part]
    whole = [one for one in parsed if not one.is_part]
    names = frozenset(file.key for file in files) - {part.file.key for part in parts}
    bound = bind_documents(whole, parts, replace(shared, names=names, unreadable=frozenset(faulty)))
    subjects = {key: one.value.title for key, one in bound.items() if one.value}
    numbers = load_register(shared.root, shared.kinds, whole, subjects)
    faulty |= numbers.faulty
    documents = {one.owner: bound[one.owner].value for one in whole if one.owner not in faulty}
    sound = {key: document for key, document in documents.items() if document}
    found = [diagnostic for one in read.values() for diagnostic in one]
    found += [diagnostic for one in bound.values() for diagnostic in one]
    found += lost_parts(parts, names)
    found += numbers.diagnostics
    faulty |= bound.keys() - sound.keys()
    return _Documents(tuple(sound.values()), tuple(sorted(faulty)), tuple(found), numbers.entries)


def no_project(root: Path) -> Diagnostic:
    """Tell that a folder is no project (E902)."""
    message = _("a project folder with office.yaml is expected")
    return Diagnostic("E902", message, Location(path_label(root)), _("Name the folder with -C DIR."))
