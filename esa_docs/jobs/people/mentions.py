"""Mentions of a person: every document and role, so that a transfer shows what must be amended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import Choice, chosen_year
from esa_docs.jobs.kept.comparing import other_words
from esa_docs.model.base import Content
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.inner_values import inner_values
from esa_docs.model.kind import Kinds
from esa_docs.model.life import state_of
from esa_docs.model.mention import Mention
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.people import KeyPath, Person, people_in
from esa_docs.model.project import Project
from esa_docs.model.prose.prose import Note, Prose
from esa_docs.model.recipient_columns import Recipient
from esa_docs.model.signing import Signature, Signed
from esa_docs.source.folders.files import OFFICE_FILE
from esa_docs.source.kept.compared_records import differing_papers
from esa_docs.source.yaml_files.tree import format_path


def find_mentions(project: Project, person: Person, year: int | None = None) -> tuple[Mention, ...]:
    """Find every place where a person is named, in office.yaml and in the documents.

    Args:
        project: where the documents are.
        person: the person.
        year: fiscal year whose documents are searched; None for all years.

    Raises:
        ContentError: the year has no folder (E407).
    """
    wanted_year = None if year is None else chosen_year(project, Choice(year=year))
    mentions = list(_mentions_in_office(project, person))
    for document in project.documents:
        if wanted_year is None or document.year == wanted_year:
            history = project.histories.get(document.key)
            mentions += mentions_in(document, project.kinds, person, history)
    return tuple(mentions)


def changed_since_kept(project: Project, year: int | None = None) -> tuple[Diagnostic, ...]:
    """Return what papers would print in other words than their last kept versions (E456).

    Of a paper with another number or date than was kept that is told, with its own cure (E457). Mentions are
    of the content, so they may be others than those of the paper that was sent.

    Args:
        project: where the documents are.
        year: fiscal year whose documents are looked at; None for all years.
    """
    differing = differing_papers(project.register, project.histories)
    diagnostics: list[Diagnostic] = []
    for document in project.documents:
        if year is not None and document.year != year:
            continue
        if document.key in differing:
            diagnostics.append(differing[document.key])
        else:
            diagnostics += other_words(project, document)
    return tuple(diagnostics)


def mentions_in(
    document: Document[Content], kinds: Kinds, person: Person, history: History | None = None
) -> Iterator[Mention]:
    """Generate a mention for each place where a document names a person.

    Args:
        document: the document.
        kinds: the kinds of documents.
        person: the person.
        history: kept versions of the document. None where none was kept.
    """
    content = document.content
    state = state_of(document, kinds, history or History()) if isinstance(content, Signed) else None
    day = content.day if isinstance(content, OfficialPaper) else None
    for path, role in _places_in(document, kinds, person):
        yield Mention(document.key, document.title, format_path(path), role, state, day)


def _places_in(document: Document[Content], kinds: Kinds, person: Person) -> Iterator[tuple[KeyPath, str]]:
    """Generate the key path of each place that names a person, and what the person is there."""
    content = document.content
    people = kinds.of(document).people
    roles = people.by_keys() if people else {}
    for path, person_here in people_in(content):
        if person_here.id == person.id:
            yield path, role_at(content, path, roles)
    if people:
        yield from people.by_reference(content, person)
    if _signs_as_director(document, person):
        yield ("signature",), _("signs as director of the office")
    yield from _places_in_texts(content, person)


def _signs_as_director(document: Document[Content], person: Person) -> bool:
    """Return whether a person signs a document that names no signer, because the director does."""
    content = document.content
    director = document.office.director
    if not isinstance(content, Signed) or content.signature is not None:
        return False
    return director is not None and director.id == person.id


def _places_in_texts(content: Content, person: Person) -> Iterator[tuple[KeyPath, str]]:
    """Generate the key path of each text that has the name of a person, and words for it."""
    name = thai.normalise_spaces(f"{person.first_name} {person.last_name}")
    # Of a text and its notes one mention is enough.
    paths = dict.fromkeys(path for path, text in _texts_in(content) if name in text)
    for path in paths:
        yield path, _("named in the text at {field}").format(field=format_path(path))


def role_at(content: Content, path: KeyPath, roles: Mapping[KeyNames, str]) -> str:
    """Return in words what the person at a key path is, such as a role in a committee, or the author.

    Args:
        content: the content of the document.
        path: key path of the person.
        roles: the roles in words that the kind of the document knows, by key path without numbers.

    Returns:
        The words of the kind, else the role word of the content, else words for signers and authors. The key
        path itself where none of these is there.
    """
    keys = tuple(step for step in path if isinstance(step, str))
    if keys in roles:
        return roles[keys]
    models = _models_above(content, path)
    role = _first_text(models, "role")
    # The content comes last. Its name is none of a committee.
    committee = _first_text(models[:-1], "name")
    if role and committee:
        return _("{role} in {committee}").format(role=role, committee=committee)
    if role:
        return role
    return _role_without_word(models[0], path)


def _role_without_word(model: BaseModel, path: KeyPath) -> str:
    """Return in words what the person at a key path is, where the content has no role word.

    Args:
        model: the model that has the person.
        path: key path of the person.
    """
    if isinstance(model, Signature):
        words = (_("signs"), model.acting, model.for_position)
        return " ".join(word for word in words if word)
    if path == ("author",):
        return _("author")
    return format_path(path)


def _first_text(models: Sequence[BaseModel], field: str) -> str:
    """Return the text of a field in the first model that has it; empty where none has it."""
    for model in models:
        text = getattr(model, field, None)
        if text:
            return str(text)
    return ""


def _texts_in(content: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Generate the texts of content, and of their notes, with their key paths."""
    if isinstance(content, str):
        for text in _with_notes(content):
            yield path, thai.normalise_spaces(text)
        return
    for step, item in _parts_of(content):
        yield from _texts_in(item, (*path, step))


def _parts_of(content: object) -> Iterator[tuple[int | str, object]]:
    """Generate what content holds, with its key or index, and the further columns of a recipient."""
    yield from inner_values(content)
    if isinstance(content, Recipient):
        yield from (content.model_extra or {}).items()


def _with_notes(text: str) -> Iterator[str]:
    """Generate a text, and the texts of the notes that its marks hold."""
    yield text
    if isinstance(text, Prose):
        for span in text.spans:
            if isinstance(span.mark, Note):
                yield span.mark.text


def _models_above(content: Content, path: KeyPath) -> list[BaseModel]:
    """Return the models on the way to a place: the nearest first, the content itself last."""
    value: Any = content
    models: list[BaseModel] = [content]
    for step in path[:-1]:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        if isinstance(value, BaseModel):
            models.append(value)
    models.reverse()
    return models


def _mentions_in_office(project: Project, person: Person) -> Iterator[Mention]:
    office = project.office
    if office is None:
        return
    role = _("director of the office")
    for number, term in enumerate(office.director_terms):
        if term.person.id == person.id:
            yield Mention(OFFICE_FILE, office.name, format_path(("director", number, "person")), role)
    director = office.director
    if not office.director_terms and director is not None and director.id == person.id:
        yield Mention(OFFICE_FILE, office.name, "director", role)
