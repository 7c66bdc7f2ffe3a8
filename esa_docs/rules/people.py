"""People are named while they are in office, and belong to units that the office has.

E620 a person is not in office on the document's date · E627 a unit is not in office.yaml · E628 a time ends
before it begins · E629 the words of acting: a post acted for without them, or (a warning) others than the
roster says. A document without a date is checked against nothing; with one it is checked also as a draft.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content, DateOrMonth
from esa_docs.model.office import Office
from esa_docs.model.people import Acting, KeyPath, Person, people_in
from esa_docs.model.problem import Problem
from esa_docs.model.signing import Signature, Signed


def check_people(content: Content, office: Office) -> Iterator[Problem]:
    """Generate the problems of those who do not serve on the date of a document, and of its signature."""
    date: DateOrMonth | None = getattr(content, "date", None)
    if date is not None:
        yield from _absent_people(content, date)
    if isinstance(content, Signed):
        yield from _check_signer(content, office)


def check_roster(people: Sequence[Person], office: Office) -> Iterator[Problem]:
    """Generate the problems of the roster. The unit of a person may be the id or the name of a group."""
    group_words = {group.id for group in office.groups} | {group.name for group in office.groups}
    for number, person in enumerate(people):
        place: KeyPath = ("people", number)
        if person.group is not None and person.group not in group_words:
            yield _unknown_group(person.group, group_words, place)
        yield from _check_period(person.since, person.until, place)
        for acting_number, acting in enumerate(person.acting):
            yield from _check_period(acting.since, acting.until, (*place, "acting", acting_number))


def _unknown_group(group: str, group_words: set[str], place: KeyPath) -> Problem:
    message = _("an id or a name of the groups in office.yaml is expected, found '{group}'")
    text = message.format(group=group)
    hint = nearest_hint(group, sorted(group_words))
    return Problem((*place, "group"), "E627", text, hint)


def _absent_people(content: Content, date: DateOrMonth) -> Iterator[Problem]:
    hint = _("Name who serves on that day, or correct the days in the roster.")
    for path, person in people_in(content):
        if not _serves(person, date):
            yield Problem(path, "E620", _absence_message(person, date), hint)


def _serves(person: Person, date: DateOrMonth) -> bool:
    """Return whether a person serves on the date of a document; on one day at least of a month."""
    if isinstance(date, thai.ThaiMonth):
        return any(person.in_office(day) for day in date.days())
    return person.in_office(date)


def _absence_message(person: Person, date: DateOrMonth) -> str:
    """Return the message that a person does not serve on a date, with the first or last day in office."""
    comes_later = person.since is not None and thai.last_day_of(date) < person.since
    if comes_later:
        message = _("{name} is in office only from {since}, after the date of the document, {day}")
    else:
        message = _("{name} was in office until {until}, before the date of the document, {day}")
    name = _plain_name(person)
    since = _long_date(person.since)
    until = _long_date(person.until)
    return message.format(name=name, since=since, until=until, day=thai.name_date_or_month(date))


def _check_signer(signed: Signed, office: Office) -> Iterator[Problem]:
    """Generate the problems of a signature. Without one the director signs, whom office.yaml names."""
    director = office.director
    date = signed.date
    if signed.signature is not None:
        yield from _check_acting(signed.signature, date)
    elif director is not None and date is not None and not _serves(director, date):
        # office.yaml names the director of today: a document of a former one has to name its signer.
        hint = _("Say with 'signature: by:' who signed as director on that day.")
        yield Problem(("date",), "E620", _absence_message(director, date), hint)


def _check_acting(signature: Signature, date: DateOrMonth | None) -> Iterator[Problem]:
    signer = signature.by
    if signature.for_position and not signature.acting:
        message = _("the post '{post}' is acted for, and it is not said how")
        hint = _("Add 'acting:' with รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง.")
        text = message.format(post=signature.for_position)
        yield Problem(("signature", "for_position"), "E629", text, hint)
    words_of_roster = [acting.how for acting in signer.acting if _lasts(acting, date)]
    # A roster that says nothing about acting contradicts nothing.
    if signature.acting and signer.acting and signature.acting not in words_of_roster:
        message = _("the roster does not say of {name} '{words}' on that day")
        text = message.format(name=_plain_name(signer), words=signature.acting)
        hint = _("Correct the words here, or 'acting:' of this person in the roster.")
        yield Problem(("signature", "acting"), "E629", text, hint, Severity.WARNING)


def _lasts(acting: Acting, date: DateOrMonth | None) -> bool:
    """Return whether somebody acts for a post on the date of a document; on one day at least of a month."""
    if date is None:
        return True
    if isinstance(date, thai.ThaiMonth):
        return any(acting.lasts_on(day) for day in date.days())
    return acting.lasts_on(date)


def _check_period(since: dt.date | None, until: dt.date | None, place: KeyPath) -> Iterator[Problem]:
    if since is not None and until is not None and until < since:
        message = _("the last day, {until}, lies before the first, {since}")
        text = message.format(until=_long_date(until), since=_long_date(since))
        yield Problem((*place, "until"), "E628", text, _("Correct one of the two days."))


def _plain_name(person: Person) -> str:
    return thai.normalise_spaces(person.full_name)


def _long_date(day: dt.date | None) -> str:
    return thai.format_date(day, "long", "arabic") if day else ""
