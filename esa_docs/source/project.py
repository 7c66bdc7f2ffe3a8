"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError, has_errors
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND, Document, Project
from esa_docs.model.office import Office
from esa_docs.model.people import References, Roster
from esa_docs.rules.finding import Finding
from esa_docs.rules.registry import check_content
from esa_docs.source.binding import bind, locate
from esa_docs.source.files import (
    OFFICE_FILE,
    PEOPLE_FILE,
    TEMPLATES_FOLDER,
    ContentFile,
    find_content,
    find_years,
    shown_path,
)
from esa_docs.source.parsing import parse_yaml
from esa_docs.source.parts import PART_LISTS, ParsedFile, join_parts, lost_parts, owner_of, parse_file
from esa_docs.source.text import read_text
from esa_docs.source.tree import Mapping, Sequence, value_place

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every document of the project needs."""

    root: Path
    office: Office | None
    people: References


def load_project(root: Path) -> Project:
    """Read a project folder.

    Raises:
        MachineError: the folder is no project (E902).
    """
    if not (root / OFFICE_FILE).is_file():
        raise MachineError([no_project(root)])
    roster = _load_model(root / PEOPLE_FILE, Roster, None, "people")
    people = roster.value.people if roster.value else ()
    known = {person.id: person for person in people} if roster.value else None
    office = _load_model(root / OFFICE_FILE, Office, References(known), "groups")
    shared = _Shared(root, office.value if roster.value else None, References(known))
    years, year_faults = find_years(root)
    documents, faulty, found = _load_documents(find_content(root, years), shared)
    return Project(
        root,
        office.value,
        people,
        tuple(years),
        documents,
        faulty,
        (*roster, *office, *year_faults, *found),
    )


def _load_model(path: Path, model: type[M], context: object, listed: str) -> Checked[M]:
    """Read one file into a model; the things in its list ``listed`` have each an id of their own."""
    shown = shown_path(path)
    text = read_text(path, shown)
    if text.value is None:
        return Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, shown)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    bound = bind(tree.value, model, context, {shown: text.value})
    found = (*tree, *bound, *_repeated_ids(tree.value, listed))
    return Checked(None if has_errors(found) else bound.value, found)


def _repeated_ids(tree: Mapping, listed: str) -> Iterator[Diagnostic]:
    here = tree.get(listed)
    items = here.value.items if here and isinstance(here.value, Sequence) else ()
    seen: set[str] = set()
    for number, item in enumerate(items):
        if not isinstance(item, Mapping):
            continue
        entry = item.get("id")
        text = unicodedata.normalize("NFC", item.text("id") or "").strip()
        if entry and text in seen:
            message = _("the id '{id}' stands here again").format(id=text)
            hint = _("Give each an id of its own.")
            yield Diagnostic("E604", message, entry.value.place, hint, field=f"{listed}[{number}].id")
        seen |= {text} if text else set()


def _load_documents(
    files: Collection[ContentFile], shared: _Shared
) -> tuple[tuple[Document, ...], tuple[str, ...], tuple[Diagnostic, ...]]:
    """Give the documents, the ``year/name`` of those that cannot be made, and what was found."""
    read = {file: parse_file(file) for file in files}
    faulty = {owner_of(file, one) for file, one in read.items() if has_errors(one)}
    parsed = [one.value for one in read.values() if one.value]
    parts = [one for one in parsed if one.is_part]
    whole = [one for one in parsed if not one.is_part]
    bound = [
        (one.owner, _bind_document(one, [part for part in parts if part.owner == one.owner], shared))
        for one in whole
    ]
    documents = {key: one.value for key, one in bound if one.value and key not in faulty}
    found = [diagnostic for one in read.values() for diagnostic in one]
    found += [diagnostic for _key, one in bound for diagnostic in one]
    found += lost_parts(parts, {file.key for file in files} - {part.file.key for part in parts})
    faulty |= {key for key, _one in bound} - documents.keys()
    return tuple(documents.values()), tuple(sorted(faulty)), tuple(found)


def _bind_document(parsed: ParsedFile, parts: list[ParsedFile], shared: _Shared) -> Checked[Document]:
    kind = parsed.tree.text("kind")
    if kind not in CONTENT_OF_KIND:
        return Checked(None, (_unknown_kind(parsed, kind),))
    tree = join_parts(parsed.tree, PART_LISTS.get(kind), parts)
    texts = {one.file.shown: one.text for one in (parsed, *parts)}
    content = bind(tree, CONTENT_OF_KIND[kind], shared.people, texts)
    if content.value is None or shared.office is None:
        return Checked(None, content.diagnostics)
    found = tuple(_diagnose(tree, one) for one in check_content(kind, content.value))
    template = shared.root / TEMPLATES_FOLDER / f"{kind}.docx"
    document = Document(
        parsed.file.name,
        parsed.file.year,
        content.value,
        shared.office,
        template if template.is_file() else None,
        tuple(one.file.path for one in (parsed, *parts)),
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
