"""People are named while they are in office, and belong to units that the office has.

E620 a person is not in office on the document's date · E627 a unit is not in office.yaml · E628 a time ends
before it begins · E629 the words of acting: a post acted for without them, or (a warning) others than the
roster says. A document without a date is checked against today; a draft is checked too.
Posts over time are looked at in `rules/posts.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content, DateOrMonth
from esa_docs.model.committee_changes import LEAVE_KEY
from esa_docs.model.office import Office
from esa_docs.model.people import Acting, KeyPath, Person, people_in
from esa_docs.model.problem import Problem
from esa_docs.model.signing import Signature, Signed
from esa_docs.rules.levels import check_levels
from esa_docs.rules.posts import check_period, check_posts, long_date, plain_name


@dataclass(frozen=True, slots=True)
class _Day:
    """The day as of which a document names people.

    Attributes:
        date: the date of the document, or its month; today for a document without a date.
        is_today: whether the document has no date.
    """

    date: DateOrMonth
    is_today: bool


def check_people(content: Content, office: Office, today: dt.date) -> Iterator[Problem]:
    """Generate the problems of those who do not serve on the date of a document, and of its signature.

    Args:
        content: what the document says.
        office: whose document it is.
        today: the day as of which a document without a date names people. One of a kind that never has
            a date, such as a report of a year, is not looked at.
    """
    # Reports of a year have no date, and are signed all the same.
    signature = getattr(content, "signature", None)
    if isinstance(signature, Signature):
        yield from _check_acted_post(signature)
    if not hasattr(content, "date"):
        return
    date: DateOrMonth | None = content.date
    day = _Day(today, is_today=True) if date is None else _Day(date, is_today=False)
    yield from _absent_people(content, day)
    if isinstance(content, Signed):
        yield from _check_signer(content, office, day)


def check_roster(people: Sequence[Person], office: Office | None) -> Iterator[Problem]:
    """Generate the problems of the roster. The unit of a person may be the id or the name of a group.

    Args:
        people: the roster.
        office: its office; None where it is not known: then units are not looked at.
    """
    if office is not None:
        yield from _check_units(people, office)
    yield from check_levels(people)
    for number, person in enumerate(people):
        place: KeyPath = ("people", number)
        yield from check_period(person, place)
        for acting_number, acting in enumerate(person.acting):
            yield from check_period(acting, (*place, "acting", acting_number))
        yield from check_posts(person, place)


def _check_units(people: Sequence[Person], office: Office) -> Iterator[Problem]:
    """Generate a problem for each unit that the office does not have: at the first who is in it."""
    group_words = {group.id for group in office.groups} | {group.name for group in office.groups}
    places_by_group: dict[str, list[KeyPath]] = {}
    for number, person in enumerate(people):
        for group, place in _units(person, ("people", number)):
            if group not in group_words:
                places_by_group.setdefault(group, []).append(place)
    for group, places in places_by_group.items():
        yield _unknown_group(group, group_words, places)


def _units(person: Person, place: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    """Generate the units of a person and of the posts, each with its place."""
    if person.group is not None:
        yield person.group, (*place, "group")
    for post_number, post in enumerate(person.posts):
        # A post without a unit of its own has that of the person.
        if post.group not in {None, person.group}:
            yield str(post.group), (*place, "posts", post_number, "group")


def _unknown_group(group: str, group_words: set[str], places: Sequence[KeyPath]) -> Problem:
    message = _("an id or a name of the groups in office.yaml is expected, found '{group}'")
    text = message.format(group=group)
    if len(places) > 1:
        text = _("{message} (here and at {count} further places)").format(message=text, count=len(places) - 1)
    hint = nearest_hint(group, sorted(group_words))
    return Problem(places[0], "E627", text, hint)


def _absent_people(content: Content, day: _Day) -> Iterator[Problem]:
    for path, person in people_in(content):
        if LEAVE_KEY not in path and not _serves(person, day.date):
            yield _absence(person, day, path, _hint_at_person(day))


def check_in_office(person: Person, today: dt.date) -> Iterator[Problem]:
    """Generate a problem of a person who acts today and does not serve: an error for who has left."""
    if not person.in_office(today):
        hint = _("Name who serves on that day, or correct the days in the roster.")
        yield _absence(person, _Day(today, is_today=True), (), hint)


def _hint_at_person(day: _Day) -> str:
    if day.is_today:
        return _("Name who serves today, write the date of the document, or correct the days in the roster.")
    return _("Name who serves on that day, or correct the days in the roster.")


def _absence(person: Person, day: _Day, path: KeyPath, hint: str) -> Problem:
    """Return the problem of a person who does not serve on a day.

    A document without a date gets one of today or later: then somebody who is yet to come may serve.
    """
    comes_later = _comes_after(person, day.date)
    severity = Severity.WARNING if comes_later and day.is_today else Severity.ERROR
    return Problem(path, "E620", _absence_message(person, day), hint, severity)


def _comes_after(person: Person, date: DateOrMonth) -> bool:
    return person.since is not None and thai.last_day_of(date) < person.since


def _serves(person: Person, date: DateOrMonth) -> bool:
    """Return whether a person serves on the date of a document; on one day at least of a month."""
    if isinstance(date, thai.ThaiMonth):
        return any(person.in_office(day) for day in date.days())
    return person.in_office(date)


def _absence_message(person: Person, day: _Day) -> str:
    """Return the message that a person does not serve on a day, with the first or last day in office."""
    comes_later = _comes_after(person, day.date)
    message = _message_of_newcomer(day) if comes_later else _message_of_leaver(day)
    name = plain_name(person)
    since = long_date(person.since)
    until = long_date(person.until)
    return message.format(name=name, since=since, until=until, day=thai.name_date_or_month(day.date))


def _message_of_newcomer(day: _Day) -> str:
    if day.is_today:
        return _("{name} is in office only from {since}, and the document has no date: today is {day}")
    return _("{name} is in office only from {since}, after the date of the document, {day}")


def _message_of_leaver(day: _Day) -> str:
    if day.is_today:
        return _("{name} was in office until {until}, and the document has no date: today is {day}")
    return _("{name} was in office until {until}, before the date of the document, {day}")


def _check_signer(signed: Signed, office: Office, day: _Day) -> Iterator[Problem]:
    """Generate the problems of a signature. Without one the director signs, whom office.yaml names."""
    director = office.director
    if signed.signature is not None:
        yield from _check_acting(signed.signature, day.date)
    elif director is not None and not _serves(director, day.date):
        hint = _hint_at_director(office)
        yield _absence(director, day, ("date",), hint)


def _hint_at_director(office: Office) -> str:
    if office.director_terms:
        return _("Correct the days in the roster, or those of 'director:' in office.yaml.")
    # One id in office.yaml names the director of all days.
    return _(
        "List the directors under 'director:' in office.yaml, each with 'person:', 'since:' and 'until:'; "
        "or say with 'signature: by:' who signed."
    )


def _check_acted_post(signature: Signature) -> Iterator[Problem]:
    if signature.for_position and not signature.acting:
        message = _("the post '{post}' is acted for, and it is not said how")
        hint = _("Add 'acting:' with รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง.")
        text = message.format(post=signature.for_position)
        yield Problem(("signature", "for_position"), "E629", text, hint)


def _check_acting(signature: Signature, date: DateOrMonth) -> Iterator[Problem]:
    signer = signature.by
    words_of_roster = [acting.how for acting in signer.acting if _lasts(acting, date)]
    # A roster that says nothing about acting contradicts nothing.
    if signature.acting and signer.acting and signature.acting not in words_of_roster:
        message = _("the roster does not say of {name} '{words}' on that day")
        text = message.format(name=plain_name(signer), words=signature.acting)
        hint = _("Correct the words here, or 'acting:' of this person in the roster.")
        yield Problem(("signature", "acting"), "E629", text, hint, Severity.WARNING)


def _lasts(acting: Acting, date: DateOrMonth) -> bool:
    """Return whether somebody acts for a post on the date of a document; on one day at least of a month."""
    if isinstance(date, thai.ThaiMonth):
        return any(acting.lasts_on(day) for day in date.days())
    return acting.lasts_on(date)
