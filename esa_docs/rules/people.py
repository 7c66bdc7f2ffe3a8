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
from esa_docs.model.base import Content
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath, Person, people_in
from esa_docs.model.problem import Problem
from esa_docs.model.signing import Signature, Signed


def check_people(content: Content, office: Office) -> Iterator[Problem]:
    """Find the people of a document of any kind who do not serve on its date."""
    day: dt.date | None = getattr(content, "date", None)
    if day is not None:
        for path, person in people_in(content):
            if not person.in_office(day):
                yield _not_in_office(path, person, day)
    if isinstance(content, Signed):
        yield from _signer(content, office)


def check_roster(people: Sequence[Person], office: Office) -> Iterator[Problem]:
    """Find what is wrong with the roster as a whole; a unit may be given by id or by name."""
    ids = [group.id for group in office.groups]
    known = {*ids, *(group.name for group in office.groups)}
    for number, person in enumerate(people):
        place: KeyPath = ("people", number)
        if person.group is not None and person.group not in known:
            message = _("an id or a name of the groups in office.yaml is expected, found '{group}'")
            text = message.format(group=person.group)
            yield Problem((*place, "group"), "E627", text, nearest_hint(person.group, sorted(known)))
        yield from _reversed(person.since, person.until, place)
        for acting_number, acting in enumerate(person.acting):
            yield from _reversed(acting.since, acting.until, (*place, "acting", acting_number))


def _not_in_office(path: KeyPath, person: Person, day: dt.date) -> Problem:
    if person.since is not None and day < person.since:
        text = _("{name} is in office only from {since}, after the date of the document, {day}")
    else:
        text = _("{name} was in office until {until}, before the date of the document, {day}")
    message = text.format(
        name=_plain(person), since=_written(person.since), until=_written(person.until), day=_written(day)
    )
    return Problem(
        path, "E620", message, _("Name who serves on that day, or correct the days in the roster.")
    )


def _signer(issued: Signed, office: Office) -> Iterator[Problem]:
    """Look at who signs: by default the director, whose name changes with office.yaml."""
    director, given, day = office.director, issued.signature, issued.date
    if given is not None:
        yield from _acting_words(given, day)
    elif director is not None and day is not None and not director.in_office(day):
        found = _not_in_office(("date",), director, day)
        hint = _("Say with 'signature: by:' who signed as director on that day.")
        yield Problem(found.path, found.code, found.message, hint)


def _acting_words(signature: Signature, day: dt.date | None) -> Iterator[Problem]:
    if signature.for_position and not signature.acting:
        message = _("the post '{post}' is acted for, and it is not said how")
        hint = _("Add 'acting:' with รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง.")
        text = message.format(post=signature.for_position)
        yield Problem(("signature", "for_position"), "E629", text, hint)
    ways = [one.how for one in signature.by.acting if day is None or one.lasts_on(day)]
    if signature.acting and signature.by.acting and signature.acting not in ways:
        message = _("the roster does not say of {name} '{words}' on that day")
        text = message.format(name=_plain(signature.by), words=signature.acting)
        hint = _("Correct the words here, or 'acting:' of this person in the roster.")
        yield Problem(("signature", "acting"), "E629", text, hint, Severity.WARNING)


def _reversed(since: dt.date | None, until: dt.date | None, place: KeyPath) -> Iterator[Problem]:
    if since is not None and until is not None and until < since:
        message = _("the last day, {until}, lies before the first, {since}")
        text = message.format(until=_written(until), since=_written(since))
        yield Problem((*place, "until"), "E628", text, _("Correct one of the two days."))


def _plain(person: Person) -> str:
    return thai.normalise_spaces(person.full_name)


def _written(day: dt.date | None) -> str:
    return thai.format_date(day, "long", "arabic") if day else ""
