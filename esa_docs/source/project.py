"""Reading a project: office, roster and documents, references resolved, every fault kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from esa_docs.diagnostics import Checked, Diagnostic, Location, MachineError, has_errors
from esa_docs.i18n import gettext as _
from esa_docs.model.document import CONTENT_OF_KIND, Document, Project
from esa_docs.model.office import Office
from esa_docs.model.people import References, Roster
from esa_docs.source.binding import bind
from esa_docs.source.faults import nearest_hint
from esa_docs.source.files import (
    OFFICE_FILE,
    PEOPLE_FILE,
    TEMPLATES_FOLDER,
    ContentFile,
    find_content,
    find_years,
    shown_path,
)
from esa_docs.source.text import read_text
from esa_docs.source.tree import Entry, Mapping, Scalar, Sequence, parse_yaml

M = TypeVar("M", bound=BaseModel)
PART_KEY = "part_of"
PART_LISTS = {"manual": "works"}
"""The list of each kind to which its part files add an item."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A content file as a tree, with the text it came from."""

    file: ContentFile
    tree: Mapping
    text: str


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
        raise MachineError([_no_project(root)])
    roster = _load_model(root / PEOPLE_FILE, Roster, None, _repeated_ids)
    people = roster.value.people if roster.value else ()
    known = {person.id: person for person in people} if roster.value else None
    office = _load_model(root / OFFICE_FILE, Office, References(known))
    shared = _Shared(root, office.value if roster.value else None, References(known))
    years, year_faults = find_years(root)
    files, file_faults = find_content(root, years)
    documents, faulty, found = _load_documents(files, shared)
    return Project(
        root,
        office.value,
        people,
        tuple(years),
        documents,
        faulty,
        (*roster, *office, *year_faults, *file_faults, *found),
    )


def _load_model(
    path: Path,
    model: type[M],
    context: object,
    more: Callable[[Mapping], Iterable[Diagnostic]] = lambda _: (),
) -> Checked[M]:
    """Read one file into a model; ``more`` finds in its tree what the model alone cannot see."""
    shown = shown_path(path)
    text = read_text(path, shown)
    if text.value is None:
        return Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, shown)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    bound = bind(tree.value, model, context, {shown: text.value})
    found = (*tree, *bound, *more(tree.value))
    return Checked(None if has_errors(found) else bound.value, found)


def _repeated_ids(tree: Mapping) -> Iterator[Diagnostic]:
    people = tree.get("people")
    items = people.value.items if people and isinstance(people.value, Sequence) else ()
    seen: set[str] = set()
    for number, item in enumerate(items):
        entry = item.get("id") if isinstance(item, Mapping) else None
        text = entry.value.text if entry and isinstance(entry.value, Scalar) else None
        if entry and text in seen:
            message = _("the id '{id}' stands here again").format(id=text)
            hint = _("Give each person an id of their own.")
            yield Diagnostic("E604", message, entry.value.place, hint, field=f"people[{number}].id")
        seen |= {text} if text else set()


def _load_documents(
    files: Iterable[ContentFile], shared: _Shared
) -> tuple[tuple[Document, ...], tuple[str, ...], tuple[Diagnostic, ...]]:
    """Give the documents, the ``year/name`` of those that cannot be made, and what was found."""
    read = {file.key: _parse(file) for file in files}
    parsed = [one.value for one in read.values() if one.value]
    parts = [one for one in parsed if one.tree.get(PART_KEY)]
    whole = [one for one in parsed if not one.tree.get(PART_KEY)]
    faulty = {_owner(one.value) or key for key, one in read.items() if has_errors(one)}
    bound = {
        one.file.key: _bind_document(one, [part for part in parts if _owner(part) == one.file.key], shared)
        for one in whole
    }
    documents = {key: one.value for key, one in bound.items() if one.value and key not in faulty}
    found = [diagnostic for one in read.values() for diagnostic in one]
    found += [diagnostic for one in bound.values() for diagnostic in one]
    found += _lost_parts(parts, {*bound, *faulty})
    faulty |= bound.keys() - documents.keys()
    return tuple(documents.values()), tuple(sorted(faulty)), tuple(found)


def _parse(file: ContentFile) -> Checked[_Parsed]:
    text = read_text(file.path, file.shown)
    if text.value is None:
        return Checked(None, text.diagnostics)
    tree = parse_yaml(text.value, file.shown)
    return Checked(_Parsed(file, tree.value, text.value) if tree.value else None, tree.diagnostics)


def _owner(parsed: _Parsed | None) -> str | None:
    """Give ``year/name`` of the document that a part file belongs to."""
    name = parsed.tree.text(PART_KEY) if parsed else None
    return f"{parsed.file.year}/{name}" if parsed and name else None


def _bind_document(parsed: _Parsed, parts: list[_Parsed], shared: _Shared) -> Checked[Document]:
    kind = parsed.tree.text("kind")
    if kind not in CONTENT_OF_KIND:
        return Checked(None, (_unknown_kind(parsed, kind),))
    tree = _with_parts(parsed.tree, PART_LISTS.get(kind), parts)
    texts = {one.file.shown: one.text for one in (parsed, *parts)}
    content = bind(tree, CONTENT_OF_KIND[kind], shared.people, texts)
    if content.value is None or shared.office is None:
        return Checked(None, content.diagnostics)
    template = shared.root / TEMPLATES_FOLDER / f"{kind}.docx"
    document = Document(
        parsed.file.name,
        parsed.file.year,
        content.value,
        shared.office,
        template if template.is_file() else None,
        tuple(one.file.path for one in (parsed, *parts)),
    )
    return Checked(document, content.diagnostics)


def _with_parts(tree: Mapping, key: str | None, parts: list[_Parsed]) -> Mapping:
    """Add part files to the list of their document, in the order of their names."""
    if key is None or not parts:
        return tree
    more = tuple(part.tree.without(PART_KEY) for part in parts)
    here = tree.get(key)
    if here and not isinstance(here.value, Sequence):
        return tree
    own = here.value.items if here and isinstance(here.value, Sequence) else ()
    joined = Entry(key, here.key_place if here else tree.place, Sequence((*own, *more), tree.place))
    return replace(tree, entries=(*tree.without(key).entries, joined))


def _lost_parts(parts: Iterable[_Parsed], known: set[str]) -> Iterable[Diagnostic]:
    for part in parts:
        entry = part.tree.get(PART_KEY)
        if entry and _owner(part) not in known:
            name = entry.value.text if isinstance(entry.value, Scalar) else ""
            message = _("a document of this year is expected, found '{name}'").format(name=name or "")
            names = [key.partition("/")[2] for key in known if key.startswith(f"{part.file.year}/")]
            yield Diagnostic(
                "E603", message, entry.value.place, nearest_hint(name or "", names), field=PART_KEY
            )


def _unknown_kind(parsed: _Parsed, kind: str | None) -> Diagnostic:
    entry = parsed.tree.get("kind")
    hint = nearest_hint(kind or "", list(CONTENT_OF_KIND))
    if entry is None:
        message = _("the key '{key}' is missing").format(key="kind")
        return Diagnostic("E214", message, parsed.tree.place, hint, field="kind")
    message = _("a kind of document is expected, found '{kind}'").format(kind=kind or "")
    return Diagnostic("E214", message, entry.value.place, hint, field="kind")


def _no_project(root: Path) -> Diagnostic:
    message = _("a project folder with office.yaml is expected")
    return Diagnostic("E902", message, Location(shown_path(root)), _("Name the folder with -C FOLDER."))
