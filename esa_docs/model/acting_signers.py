"""ลงนามแทน: the words of acting that a signature takes from the roster, as on the date of its paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

from esa_docs.model.base import Content
from esa_docs.model.office import Office
from esa_docs.model.people import Acting, Person
from esa_docs.model.signing import Signature

C = TypeVar("C", bound=Content)


def with_acting_words(content: C, office: Office, day: dt.date) -> C:
    """Return a paper whose signature says how the signer acts for the director.

    The roster says it, where exactly one of the signer's acting posts is that of the director and lasts on
    the day. A signature that says something of its own, or is the director's, stays as it is. So does the
    signature of a paper that everybody signs for himself, such as a memo.

    Args:
        content: the paper; anything without a signature stays as it is.
        office: its office as on the day.
        day: the day as of which the paper names people.
    """
    signature = getattr(content, "signature", None)
    if not isinstance(signature, Signature) or not _is_director_the_usual_signer(content):
        return content
    if signature.acting or signature.for_position or _is_director(signature.by, office):
        return content
    acting_posts = list(_acting_for_director(signature.by, office, day))
    if len(acting_posts) != 1:
        return content
    acting = acting_posts[0]
    words = {"acting": acting.how, "for_position": acting.position}
    return content.model_copy(update={"signature": signature.model_copy(update=words)})


def _is_director_the_usual_signer(content: Content) -> bool:
    """Return whether the director signs a paper that names no signer."""
    return not type(content).model_fields["signature"].is_required()


def _is_director(person: Person, office: Office) -> bool:
    return office.director is not None and office.director.id == person.id


def _acting_for_director(person: Person, office: Office, day: dt.date) -> Iterator[Acting]:
    """Generate the posts that a person acts for on a day and that are the director's."""
    posts = set(_posts_of_director(office))
    for acting in person.acting:
        if acting.position in posts and acting.lasts_on(day):
            yield acting


def _posts_of_director(office: Office) -> Iterator[str]:
    """Generate the names of the director's post: that of the day, else those of all terms."""
    if office.director is not None:
        yield office.director.position
        yield office.director.post
        return
    for term in office.director_terms:
        yield term.director.position
        yield term.director.post
