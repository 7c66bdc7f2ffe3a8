"""Where a person is named: every document and role, so that a transfer shows what must be amended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.plan import Choice, chosen_year
from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds
from esa_docs.model.mention import Mention
from esa_docs.model.people import KeyPath, Person, people_in
from esa_docs.model.project import Project
from esa_docs.model.signing import Signature, Signed
from esa_docs.source.files import OFFICE_FILE, path_label
from esa_docs.source.roster import find_roster
from esa_docs.source.tree import format_path


def find_person(project: Project, name: str) -> Person:
    """Give a person of the roster by id.

    Raises:
        ContentError: the roster is faulty, or has no such id (E601).
    """
    known = {person.id: person for person in project.people}
    if name in known:
        return known[name]
    path, _faults = find_roster(project.root)
    place = path_label(path)
    if not known:
        raise ContentError(project.diagnostics)
    message = _("an id of people.yaml is expected, found '{text}'").format(text=name)
    raise ContentError([Diagnostic("E601", message, Location(place), nearest_hint(name, sorted(known)))])


def find_mentions(project: Project, person: Person, year: int | None = None) -> tuple[Mention, ...]:
    """Find every place where a person is named, over all years or in one.

    Raises:
        ContentError: the year has no folder (E407).
    """
    wanted = None if year is None else chosen_year(project, Choice(year=year))
    documents = (one for one in project.documents if wanted in (None, one.year))
    in_documents = (mention for one in documents for mention in mentions_in(one, project.kinds, person))
    return (*_mentions_in_office(project, person), *in_documents)


def mentions_in(document: Document[Content], kinds: Kinds, person: Person) -> Iterator[Mention]:
    """Find the places where one document names a person."""
    content, director = document.content, document.office.director
    people = kinds.of(document).people
    roles = people.by_keys() if people else {}
    places = [
        (path, role_at(content, path, roles)) for path, one in people_in(content) if one.id == person.id
    ]
    places += people.by_reference(content, person) if people else ()
    if isinstance(content, Signed) and content.signature is None and director and director.id == person.id:
        places.append((("signature",), _("signs as director of the office")))
    name = thai.normalise_spaces(f"{person.first_name} {person.last_name}")
    places += [(path, _named_in_text(path)) for path, text in _texts_in(content) if name in text]
    is_draft = content.is_draft if isinstance(content, Signed) else None
    date = getattr(content, "date", None)
    for path, role in places:
        yield Mention(document.key, document.title, format_path(path), role, is_draft, date)


def role_at(content: Content, path: KeyPath, roles: Mapping[KeyNames, str]) -> str:
    """Say in words what the person at a key path is: a role of a committee, signer, author, recorder.

    What nobody has words for is told by its role word, else by the key path itself.

    Args:
        content: what the document says.
        path: where the person stands.
        roles: roles in words that its kind knows, by key path without numbers.
    """
    keys = tuple(step for step in path if isinstance(step, str))
    if keys in roles:
        return roles[keys]
    above = _models_above(content, path)
    role = next((text for one in above if (text := getattr(one, "role", ""))), "")
    body = next((text for one in above[:-1] if (text := getattr(one, "name", ""))), "")
    if role:
        return _("{role} in {committee}").format(role=role, committee=body) if body else str(role)
    if isinstance(above[0], Signature):
        return " ".join(filter(None, (_("signs"), above[0].acting, above[0].for_position)))
    return _("author") if path == ("author",) else format_path(path)


def _named_in_text(path: KeyPath) -> str:
    return _("named in the text at {field}").format(field=format_path(path))


def _texts_in(content: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Find the texts of content with their key paths; people of the roster are no text."""
    if isinstance(content, str):
        yield path, thai.normalise_spaces(content)
    elif isinstance(content, BaseModel) and not isinstance(content, Person):
        for name in type(content).model_fields:
            yield from _texts_in(getattr(content, name), (*path, name))
    elif isinstance(content, tuple):
        for number, item in enumerate(content):
            yield from _texts_in(item, (*path, number))


def _models_above(content: Content, path: KeyPath) -> list[BaseModel]:
    """Give the models on the way to a place, the nearest first."""
    value: Any = content
    found: list[BaseModel] = [content]
    for step in path[:-1]:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        found += [value] if isinstance(value, BaseModel) else []
    return found[::-1]


def _mentions_in_office(project: Project, person: Person) -> Iterator[Mention]:
    office = project.office
    for path, one in people_in(office):
        if office and one.id == person.id:
            role = _("director of the office") if path == ("director",) else format_path(path)
            yield Mention(OFFICE_FILE, office.name, format_path(path), role)
