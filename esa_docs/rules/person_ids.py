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
    hint = _("Write '{id}' instead.")
    if not person.has_written_id:
        # It stays good when the roster gets ids.
        hint = _("Write the full name '{id}' instead.")
    hint = hint.format(id=person.id)
    return Problem(path, "E602", text, hint, Severity.WARNING)


def check_ids(people: Sequence[Person]) -> Iterator[Problem]:
    """Generate the problems of those who have no id in the roster."""
    bearers = _bearers_with_ids(people)
    have_others_ids = bool(bearers)
    for number, person in enumerate(people):
        if person.has_written_id:
            continue
        bearer = bearers.setdefault(name_key(person.id), number)
        if bearer != number:
            yield _namesake(person, number, bearer)
        elif have_others_ids:
            yield _without_id(person, number)


def _bearers_with_ids(people: Sequence[Person]) -> dict[str, int]:
    """Return the position of each person with an id, by the keys of id and name."""
    bearers: dict[str, int] = {}
    for number, person in enumerate(people):
        if person.has_written_id:
            name = made_id(person.first_name, person.last_name)
            bearers.setdefault(name_key(name), number)
            bearers.setdefault(name_key(person.id), number)
    return bearers


def _namesake(person: Person, number: int, bearer: int) -> Problem:
    message = _("person {position} of the roster is called '{name}' too, and this one has no id")
    text = message.format(position=bearer + 1, name=person.id)
    hint = _("Give each an id of their own: in the column รหัส, or with 'id:' in people.yaml.")
    return Problem(("people", number, "id"), "E604", text, hint)


def _without_id(person: Person, number: int) -> Problem:
    message = _("{name} has no id, while others of the roster have one")
    text = message.format(name=thai.normalise_spaces(person.full_name))
    hint = _("Write '{id}' there, or another id of this person's own; 'esa-docs people ids' writes it.")
    return Problem(("people", number, "id"), "E609", text, hint.format(id=person.id), Severity.WARNING)
