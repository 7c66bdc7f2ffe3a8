"""A person is known by an id or by the full name, in the roster and wherever content refers to the person.

E602 (a warning) a reference says only a first name · E604 somebody without an id has the name of another ·
E609 (a warning) somebody has no id in a roster in which others have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.person_names import made_id, name_key
from esa_docs.model.problem import Problem


def first_name_problem(reference: str, person: Person, path: KeyPath) -> Problem:
    """Return the problem of a reference that says only the first name of a person.

    Args:
        reference: what content says.
        person: who is meant.
        path: key path of the reference.
    """
    message = _(
        "'{text}' is only a first name; {name} ({post}) is taken for it, and another may bear it later"
    )
    name = thai.normalise_spaces(person.full_name)
    text = message.format(text=reference, name=name, post=person.post)
    hint = _("Write '{id}' instead.").format(id=person.id)
    return Problem(path, "E602", text, hint, Severity.WARNING)


def check_ids(people: Sequence[Person]) -> Iterator[Problem]:
    """Generate the problems of those who have no id in the roster."""
    people_with_ids = [person for person in people if person.has_written_id]
    taken_names: set[str] = set()
    for person in people_with_ids:
        name = made_id(person.first_name, person.last_name)
        taken_names |= {name_key(name), name_key(person.id)}
    for number, person in enumerate(people):
        if person.has_written_id:
            continue
        name = name_key(person.id)
        if name in taken_names:
            yield _namesake(person, number)
        elif people_with_ids:
            yield _without_id(person, number)
        taken_names.add(name)


def _namesake(person: Person, number: int) -> Problem:
    message = _("another person of the roster is called '{name}' too, and this one has no id")
    hint = _("Give each an id of their own: in the column รหัส, or with 'id:' in people.yaml.")
    return Problem(("people", number, "id"), "E604", message.format(name=person.id), hint)


def _without_id(person: Person, number: int) -> Problem:
    message = _("{name} has no id, while others of the roster have one")
    text = message.format(name=thai.normalise_spaces(person.full_name))
    hint = _("Write '{id}' there, or another id of this person's own; 'esa-docs people ids' writes it.")
    return Problem(("people", number, "id"), "E609", text, hint.format(id=person.id), Severity.WARNING)
