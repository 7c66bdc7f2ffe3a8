"""The person whom a reference means: known by an id or by the full name, never by a first name alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from esa_docs import thai

if TYPE_CHECKING:
    from esa_docs.model.people import Person

_OPENED_SARA_AM: Final = "\u0e4d\u0e32"
"""SARA AM as two characters, as some programs write it; NFC does not join them."""
_SARA_AM: Final = "\u0e33"


@dataclass(frozen=True, slots=True)
class People:
    """The people of a roster, to be looked up by what content says of them.

    Attributes:
        by_id: each person by id.
        by_full_name: the people of each full name, with and without title, by its `name_key`.
        by_first_name: the people of each first name, with and without title, by its `name_key`.
        file_name: file of the roster, as messages name it.
    """

    by_id: Mapping[str, Person]
    by_full_name: Mapping[str, tuple[Person, ...]]
    by_first_name: Mapping[str, tuple[Person, ...]]
    file_name: str = "people.yaml"

    @classmethod
    def of(cls, people: Iterable[Person], file_name: str = "people.yaml") -> People:
        """Return the people of a roster, in which every id stands once."""
        by_id: dict[str, Person] = {}
        by_full_name: dict[str, list[Person]] = {}
        by_first_name: dict[str, list[Person]] = {}
        for person in people:
            by_id[person.id] = person
            for key in _keys(person, person.last_name):
                by_full_name.setdefault(key, []).append(person)
            for key in _keys(person, ""):
                by_first_name.setdefault(key, []).append(person)
        return cls(by_id, _frozen(by_full_name), _frozen(by_first_name), file_name)

    def matching(self, reference: str) -> tuple[Person, ...]:
        """Return the people whom a reference may mean. Only if it is a single one, the reference is good.

        An id is worth more than a first name. An id that is also the full name of somebody else means two
        people.

        Args:
            reference: what content says.
        """
        text = _as_read(reference)
        key = name_key(text)
        people_of_name = self.by_full_name.get(key, ())
        person = self.by_id.get(text)
        if person is not None:
            namesakes = [namesake for namesake in people_of_name if namesake.id != person.id]
            return (person, *namesakes)
        return people_of_name or self.by_first_name.get(key, ())

    def is_first_name(self, reference: str) -> bool:
        """Return whether a reference to a person says only the first name; another may bear it later."""
        text = _as_read(reference)
        return text not in self.by_id and name_key(text) not in self.by_full_name

    def references_by_name(self) -> dict[str, list[str]]:
        """Return what a reference could say, by all that somebody may say instead: ids, full and first names.

        Of a first name it is the ids of all who bear it; an id is worth more than a first name.
        """
        references: dict[str, list[str]] = {}
        for person in self.by_id.values():
            references.setdefault(person.first_name, []).append(person.id)
            name_with_title = f"{person.prefix}{made_id(person.first_name, person.last_name)}"
            references.setdefault(name_with_title, []).append(person.id)
        for reference in self.references():
            references[reference] = [reference]
        return references

    def references(self) -> list[str]:
        """Return what a reference may say: the ids, then the full names without title."""
        names = {made_id(person.first_name, person.last_name) for person in self.by_id.values()}
        return [*sorted(self.by_id), *sorted(names - set(self.by_id))]


def made_id(first_name: str, last_name: str) -> str:
    """Return the id of a person who has none in the roster: the full name without title.

    It stays the same whoever else comes into the roster.
    """
    return thai.normalise_spaces(unicodedata.normalize("NFC", f"{first_name} {last_name}"))


def ids_to_write(people: Iterable[Person]) -> dict[str, str]:
    """Return the ids to be written into a roster for those who have none there, by the ids made from names.

    In a roster without any id, somebody whose first name no other bears gets it as id: content that says
    the first name keeps its meaning. In a roster that has ids a newcomer gets the full name, since the first
    name may be the id of somebody who has left, and old documents may say it.

    Args:
        people: the roster. No two people have one id.
    """
    roster = tuple(people)
    directory = People.of(roster)
    has_ids = any(person.has_written_id for person in roster)
    ids: dict[str, str] = {}
    for person in roster:
        if person.has_written_id:
            continue
        first_name = thai.normalise_spaces(person.first_name)
        is_free = not has_ids and directory.matching(first_name) == (person,)
        ids[person.id] = first_name if is_free else person.id
    return ids


def name_key(name: str) -> str:
    """Return what is equal for two ways to type a name: spaces and the two ways to write ำ do not count."""
    text = "".join(unicodedata.normalize("NFC", name).split())
    return text.replace(_OPENED_SARA_AM, _SARA_AM)


def _as_read(reference: str) -> str:
    """Return a reference in the form of content; one of the command line comes as it was typed."""
    return thai.clean_text(reference)


def _frozen(people_by_key: dict[str, list[Person]]) -> dict[str, tuple[Person, ...]]:
    return {key: tuple(people) for key, people in people_by_key.items()}


def _keys(person: Person, last_name: str) -> tuple[str, str]:
    """Return the keys of a name, without and with the title."""
    name = f"{person.first_name} {last_name}"
    return name_key(name), name_key(f"{person.prefix} {name}")
