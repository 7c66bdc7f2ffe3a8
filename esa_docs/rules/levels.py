"""W517: the level of a person is not printed, because it is none that ends the name of a post.

A warning where it looks like a slip of one, else an information: rosters hold ลูกจ้างประจำ, too. So is the
level of a leader, whose post is never followed by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs.diagnostics import Severity
from esa_docs.hints import did_you_mean, nearest
from esa_docs.i18n import gettext as _
from esa_docs.model.levels import PRINTED_LEVELS, holds_level, is_leader, plain_level
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.problem import Problem


def check_levels(people: Sequence[Person]) -> Iterator[Problem]:
    """Generate a problem for each level that is not printed: at the first who has it.

    Args:
        people: the roster.
    """
    unknown_places: dict[str, list[KeyPath]] = {}
    leader_places: list[KeyPath] = []
    for position, level, path in _levels_outside_posts(people):
        if plain_level(level) not in PRINTED_LEVELS:
            unknown_places.setdefault(level, []).append(path)
        elif is_leader(position):
            leader_places.append(path)
    for level, places in unknown_places.items():
        yield _unknown_level(level, places)
    if leader_places:
        yield _level_of_leader(leader_places)


def _levels_outside_posts(people: Sequence[Person]) -> Iterator[tuple[str, str, KeyPath]]:
    """Generate each level that the post beside it does not hold, with that post and its key path."""
    for number, person in enumerate(people):
        for position, level, path in _levels(person, ("people", number)):
            if not holds_level(position, level):
                yield position, level, path


def _levels(person: Person, place: KeyPath) -> Iterator[tuple[str, str, KeyPath]]:
    """Generate each level of a person and of the posts, once, with the post and its key path."""
    seen_levels: set[str] = set()
    for post_number, post in enumerate(person.posts):
        if post.level and post.level != person.level and post.level not in seen_levels:
            seen_levels.add(post.level)
            yield post.position, post.level, (*place, "posts", post_number, "level")
    if person.level:
        yield person.position, person.level, (*place, "level")


def _unknown_level(level: str, places: Sequence[KeyPath]) -> Problem:
    """Return a warning for what looks like a slip of a level, an information for any other word."""
    message = _("the level '{level}' is not printed: it is none that follows the name of a post")
    text = _with_count(message.format(level=level), places)
    near_levels = nearest(plain_level(level), PRINTED_LEVELS)
    if near_levels:
        return Problem(places[0], "W517", text, did_you_mean(near_levels), Severity.WARNING)
    return Problem(places[0], "W517", text, _hint_to_print(), Severity.INFO)


def _level_of_leader(places: Sequence[KeyPath]) -> Problem:
    message = _("the level of who leads is not printed: it does not follow the name of that post")
    return Problem(places[0], "W517", _with_count(message, places), _hint_to_print(), Severity.INFO)


def _hint_to_print() -> str:
    return _("Nothing need be done. To print it all the same, write it at the end of 'position'.")


def _with_count(message: str, places: Sequence[KeyPath]) -> str:
    if len(places) == 1:
        return message
    text = _("{message} (here and at {count} further places)")
    return text.format(message=message, count=len(places) - 1)
