"""Times in the roster and in office.yaml fit each other.

E610 two posts of a person, or two terms of acting for one post, overlap · E619 two directors at one time, or
(an information) a time without any · E628 a time ends before it begins.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.office import DirectorTerm, Office
from esa_docs.model.people import Acting, KeyPath, Person
from esa_docs.model.posts import Post, Term, first_day, is_same_post, overlapping
from esa_docs.model.problem import Problem

_DAY = dt.timedelta(days=1)


def check_posts(person: Person, place: KeyPath) -> Iterator[Problem]:
    """Generate the problems of the posts of a person, and of the posts acted for.

    Args:
        person: the person.
        place: key path of the person.
    """
    for number, post in enumerate(person.posts):
        yield from check_period(post, (*place, "posts", number))
    for earlier, later in overlapping(person.posts):
        path = _place_of_start(person.posts[later], (*place, "posts", later))
        yield _posts_overlap(person, person.posts[earlier], person.posts[later], path)
    yield from _check_plain_post(person, place)
    yield from _check_acting_terms(person, place)


def _posts_overlap(person: Person, post: Post, other_post: Post, path: KeyPath) -> Problem:
    message = _("{name} has two posts at one time: {first} ({first_days}) and {second} ({second_days})")
    text = message.format(
        name=plain_name(person),
        first=post.position,
        first_days=_days(post),
        second=other_post.position,
        second_days=_days(other_post),
    )
    hint = _("Let 'until' of the earlier post lie before 'since' of the later one.")
    return Problem(path, "E610", text, hint)


def _check_plain_post(person: Person, place: KeyPath) -> Iterator[Problem]:
    """Generate a problem of a post that stands beside the list of posts and has no day left."""
    if not person.posts:
        return
    plain_post = Post(position=person.position, level=person.level)
    if any(is_same_post(post, plain_post) for post in person.posts):
        return
    last_post = max(person.posts, key=first_day)
    yield _posts_overlap(person, plain_post, last_post, (*place, "position"))


def _check_acting_terms(person: Person, place: KeyPath) -> Iterator[Problem]:
    """Generate a problem of each two overlapping terms in which a person acts for one post in one way.

    Somebody may have the powers of a post by delegation, and act for it in absence, at the same time.
    """
    indexes_by_post: dict[tuple[str, str], list[int]] = {}
    for index, acting in enumerate(person.acting):
        indexes_by_post.setdefault((acting.how, acting.position), []).append(index)
    for indexes in indexes_by_post.values():
        terms = [person.acting[index] for index in indexes]
        for earlier, later in overlapping(terms):
            path = _place_of_start(terms[later], (*place, "acting", indexes[later]))
            yield _acting_overlaps(person, terms[earlier], terms[later], path)


def _acting_overlaps(person: Person, term: Acting, other_term: Acting, path: KeyPath) -> Problem:
    message = _("{name} acts for one post twice at one time: {post}, {first_days} and {second_days}")
    text = message.format(
        name=plain_name(person),
        post=f"{term.how} {term.position}",
        first_days=_days(term),
        second_days=_days(other_term),
    )
    hint = _("Let 'until' of the earlier term lie before 'since' of the later one, or join the two.")
    return Problem(path, "E610", text, hint)


def check_director_terms(office: Office) -> Iterator[Problem]:
    """Generate the problems of the terms of directors: two at one time, a time without any."""
    terms = office.director_terms
    for number, term in enumerate(terms):
        yield from check_period(term, ("director", number))
    overlaps = list(overlapping(terms))
    for earlier, later in overlaps:
        path = _place_of_start(terms[later], ("director", later))
        yield _terms_overlap(terms[earlier], terms[later], path)
    if not overlaps:
        yield from _check_gaps(terms)


def _terms_overlap(term: DirectorTerm, other_term: DirectorTerm, path: KeyPath) -> Problem:
    message = _("there are two directors at one time: {first} ({first_days}) and {second} ({second_days})")
    text = message.format(
        first=plain_name(term.person),
        first_days=_days(term),
        second=plain_name(other_term.person),
        second_days=_days(other_term),
    )
    hint = _("Let 'until' of the earlier director lie before 'since' of the later one.")
    return Problem(path, "E619", text, hint)


def _check_gaps(terms: Sequence[DirectorTerm]) -> Iterator[Problem]:
    indexes = sorted(range(len(terms)), key=lambda index: first_day(terms[index]))
    for earlier, later in pairwise(indexes):
        until, since = terms[earlier].until, terms[later].since
        if until is None or since is None or since - until == _DAY:
            continue
        message = _("the office has no director from {first} to {last}")
        text = message.format(first=long_date(until + _DAY), last=long_date(since - _DAY))
        hint = _("Papers of these days need 'signature:' with who signs for the director.")
        yield Problem(("director", later, "since"), "E619", text, hint, Severity.INFO)


def check_period(term: Term, place: KeyPath) -> Iterator[Problem]:
    """Generate a problem of a time that ends before it begins.

    Args:
        term: the time.
        place: its key path.
    """
    since, until = term.since, term.until
    if since is not None and until is not None and until < since:
        message = _("the last day, {until}, lies before the first, {since}")
        text = message.format(until=long_date(until), since=long_date(since))
        yield Problem((*place, "until"), "E628", text, _("Correct one of the two days."))


def plain_name(person: Person) -> str:
    """Return the full name of a person with plain blanks."""
    return thai.normalise_spaces(person.full_name)


def long_date(day: dt.date | None) -> str:
    """Return a day as messages write it; empty for no day."""
    return thai.format_date(day, "long", "arabic") if day else ""


def _place_of_start(term: Term, place: KeyPath) -> KeyPath:
    """Return the key path of the first day of a time, or that of the time where none is written."""
    return place if term.since is None else (*place, "since")


def _days(term: Term) -> str:
    """Return the days of a time in words."""
    since, until = long_date(term.since), long_date(term.until)
    if since and until:
        return _("{since} to {until}").format(since=since, until=until)
    if since:
        return _("from {since} on").format(since=since)
    if until:
        return _("until {until}").format(until=until)
    return _("no days written")
