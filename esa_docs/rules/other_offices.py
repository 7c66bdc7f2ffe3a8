"""The name of another area office where a paper speaks of its own, such as after a change of office.yaml.

W507 the name of another office stands where that of the own office is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.problem import Problem
from esa_docs.rules.area_offices import ANY_AREA, NAME, AreaOffice, OwnNames, office_of, own_names
from esa_docs.rules.meant import Meant
from esa_docs.rules.words_of_others import is_of_others, is_speaker

_SIGN: Final = re.compile("เขตพื้นที่|สพ[ปม]")
"""What is in every name of an area office."""
_OF_OTHERS: Final = frozenset({Meaning.CITATION, Meaning.OUTSIDER, Meaning.COMPARISON})


def check_other_offices(texts: Iterable[Written], office: Office, meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each text that names another area office where the own one is meant.

    An office that a paper goes to may be named in all of it.

    Args:
        texts: the texts of the content of a document.
        office: whose document it is. One that is no area office is not looked at.
        meant: words that are meant as they stand.
    """
    if ANY_AREA not in office.name:
        return
    names_of_own = own_names(office.name, office.short_name)
    texts = [written for written in texts if isinstance(written.value, str) and _SIGN.search(written.value)]
    partners = _partners_in(texts)
    for written in texts:
        if written.meanings & _OF_OTHERS:
            continue
        name = _other_name(str(written.value), names_of_own, partners, meant)
        if name:
            yield _problem(written.path, name, office)


def _partners_in(texts: Iterable[Written]) -> list[AreaOffice]:
    """Return the offices of those whom a paper goes to, or who come to it from outside."""
    partners: list[AreaOffice] = []
    for written in texts:
        if Meaning.OUTSIDER in written.meanings:
            matches = NAME.finditer(str(written.value))
            partners.extend(office_of(match) for match in matches)
    return partners


def check_offices_of_people(people: Iterable[Person], office: Office, meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each person with a post of another area office in the roster.

    Args:
        people: people whom a document names by their ids.
        office: whose document it is. One that is no area office is not looked at.
        meant: words that are meant as they stand.
    """
    if ANY_AREA not in office.name:
        return
    names_of_own = own_names(office.name, office.short_name)
    for person in people:
        name = _name_in_post(person.post, names_of_own, meant)
        if name:
            message = _("the post of {person} in the roster is of another office: '{name}'; this is {office}")
            text = message.format(person=person.full_name, name=name, office=office.name)
            hint = _("Correct 'position' of this person in the roster, or write '{name}' under 'meant:'.")
            path = ("people", person.id, "position")
            yield Problem(path, "W507", text, hint.format(name=name), Severity.WARNING, "roster")


def _other_name(text: str, names_of_own: OwnNames, partners: Sequence[AreaOffice], meant: Meant) -> str:
    """Return the first name of another office in a text; empty where there is none."""
    for match in NAME.finditer(text):
        if names_of_own.hold(match) or is_of_others(match) or _may_be_named(match, names_of_own, partners):
            continue
        if not meant.hold(match[0]):
            return match[0]
    return ""


def _may_be_named(match: re.Match[str], names_of_own: OwnNames, partners: Sequence[AreaOffice]) -> bool:
    """Return whether it is a partner of the paper, or a neighbour, and not named as the one that writes."""
    if is_speaker(match):
        return False
    named_office = office_of(match)
    is_partner = any(named_office.may_be(partner) for partner in partners)
    return is_partner or names_of_own.is_neighbour(named_office)


def _name_in_post(post: str, names_of_own: OwnNames, meant: Meant) -> str:
    """Return the name of another office in the post of a person of the roster; empty where there is none."""
    for match in NAME.finditer(post):
        if not names_of_own.hold(match) and not meant.hold(match[0]):
            return match[0]
    return ""


def _problem(path: KeyPath, name: str, office: Office) -> Problem:
    message = _("another office's name stands here: '{name}'; this office is {office}")
    text = message.format(name=name, office=office.name)
    hint = _(
        "Look which office is meant. If it is yours, write its name; if it is the other one, write '{name}'"
        " under 'meant:'."
    )
    return Problem(path, "W507", text, hint.format(name=name), Severity.WARNING)
