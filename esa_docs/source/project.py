"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND, Document, Emblem, Project
from esa_docs.model.office import Office
from esa_docs.model.people import References
from esa_docs.model.register import Entry
from esa_docs.rules.finding import Finding
from esa_docs.rules.registry import check_content
from esa_docs.source.binding import bind, locate
from esa_docs.source.emblem import load_emblem
from esa_docs.source.files import (
    OFFICE_FILE,
    TEMPLATES_FOLDER,
    ContentFile,
    find_content,
    find_years,
    shown_path,
)
from esa_docs.source.listed_file import load_model
from esa_docs.source.parts import PART_LISTS, ParsedFile, join_parts, lost_parts, owner_of, parse_file
from esa_docs.source.register import load_register
from esa_docs.source.roster import load_roster
from esa_docs.source.tree import Mapping, value_place


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every document of the project needs."""

    root: Path
    office: Office | None
    people: References
    emblem: Emblem | None = None


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents, the ``year/name`` of those that cannot be made, what was found, and their numbers."""

    documents: tuple[Document, ...]
    faulty: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    register: tuple[Entry, ...]


def load_project(root: Path) -> Project:
    """Read a project folder.

    Raises:
        MachineError: the folder is no project (E902).
    """
    if not (root / OFFICE_FILE).is_file():
        raise MachineError([no_project(root)])
    roster = load_roster(root)
    people = roster.roster.people if roster.roster else ()
    known = {person.id: person for person in people} if roster.roster else None
    office, emblem = _load_office(root, References(known))
    roster = roster.checked_with(office.value)
    shared = _Shared(root, office.value if roster.roster else None, References(known), emblem)
    years, year_faults = find_years(root)
    read = _load_documents(find_content(root, years), shared)
    return Project(
        root,
        office.value,
        people,
        tuple(years),
        read.documents,
        read.faulty,
        (*roster.diagnostics, *office, *year_faults, *read.diagnostics),
        read.register,
    )


def _load_office(root: Path, people: References) -> tuple[Checked[Office], Emblem | None]:
    """Read the office and its emblem; without a sound emblem there is no office."""
    office = load_model(root / OFFICE_FILE, Office, people, "groups")
    emblem = load_emblem(root, office.value)
    found = (*office, *emblem)
    return Checked(None if has_errors(found) else office.value, found), emblem.value


def _load_documents(files: Collection[ContentFile], shared: _Shared) -> _Documents:
    read = {file: parse_file(file) for file in files}
    faulty = {owner_of(file, one) for file, one in read.items() if has_errors(one)}
    parsed = [one.value for one in read.values() if one.value]
    parts = [one for one in parsed if one.is_part]
    whole = [one for one in parsed if not one.is_part]
    bound = [
        (one.owner, _bind_document(one, [part for part in parts if part.owner == one.owner], shared))
        for one in whole
    ]
    numbers = load_register(shared.root, whole)
    faulty |= numbers.faulty
    documents = {key: one.value for key, one in bound if one.value and key not in faulty}
    found = [diagnostic for one in read.values() for diagnostic in one]
    found += [diagnostic for _key, one in bound for diagnostic in one]
    found += lost_parts(parts, {file.key for file in files} - {part.file.key for part in parts})
    found += numbers.diagnostics
    faulty |= {key for key, _one in bound} - documents.keys()
    return _Documents(tuple(documents.values()), tuple(sorted(faulty)), tuple(found), numbers.entries)


def _bind_document(parsed: ParsedFile, parts: list[ParsedFile], shared: _Shared) -> Checked[Document]:
    kind = parsed.tree.text("kind")
    if kind not in CONTENT_OF_KIND:
        return Checked(None, (_unknown_kind(parsed, kind),))
    tree = join_parts(parsed.tree, PART_LISTS.get(kind), parts)
    texts = {one.file.shown: one.text for one in (parsed, *parts)}
    content = bind(tree, CONTENT_OF_KIND[kind], shared.people, texts)
    if content.value is None or shared.office is None:
        return Checked(None, content.diagnostics)
    found = tuple(_diagnose(tree, one) for one in check_content(kind, content.value, shared.office))
    template = shared.root / TEMPLATES_FOLDER / f"{kind}.docx"
    document = Document(
        parsed.file.name,
        parsed.file.year,
        content.value,
        shared.office,
        template if template.is_file() else None,
        tuple(one.file.path for one in (parsed, *parts)),
        shared.emblem,
        Location(shown_path(shared.root / OFFICE_FILE)),
    )
    return Checked(None if has_errors(found) else document, (*content.diagnostics, *found))


def _diagnose(tree: Mapping, finding: Finding) -> Diagnostic:
    place, field = locate(tree, finding.path)
    return Diagnostic(finding.code, finding.message, place, finding.hint, finding.severity, field)


def _unknown_kind(parsed: ParsedFile, kind: str | None) -> Diagnostic:
    entry = parsed.tree.get("kind")
    hint = nearest_hint(kind or "", list(CONTENT_OF_KIND))
    if entry is None:
        message = _("the key '{key}' is missing").format(key="kind")
        return Diagnostic("E214", message, parsed.tree.place, hint, field="kind")
    message = _("a kind of document is expected, found '{kind}'").format(kind=kind or "")
    return Diagnostic("E214", message, value_place(entry), hint, field="kind")


def no_project(root: Path) -> Diagnostic:
    """Tell that a folder is no project (E902)."""
    message = _("a project folder with office.yaml is expected")
    return Diagnostic("E902", message, Location(shown_path(root)), _("Name the folder with -C DIR."))
