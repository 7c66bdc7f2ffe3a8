"""ตำแหน่งตามเวลา: the posts that a person holds one after another, and which of them is that of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

from esa_docs import thai
from esa_docs.model.base import Content, Text, ThaiDate

_DAY: Final = dt.timedelta(days=1)


class Term(Protocol):
    """Something that lasts from a day until a day."""

    @property
    def since(self) -> dt.date | None:
        """First day; None for no limit."""

    @property
    def until(self) -> dt.date | None:
        """Last day; None for no limit."""


class Post(Content):
    """A post that a person holds, or held, for some time."""

    position: Text
    """Post as printed below the name."""
    level: Text | None = None
    """Level in that post, such as ชำนาญการ."""
    group: Text | None = None
    """Unit of that post: an id, or the name, of 'groups' in office.yaml; by default that of the person."""
    since: ThaiDate | None = None
    """First day in that post; leave it out if it does not matter."""
    until: ThaiDate | None = None
    """Last day in that post; leave it out while it lasts."""


def is_between(since: dt.date | None, day: dt.date, until: dt.date | None) -> bool:
    """Return whether a day lies in a time; first and last day count, None is no limit."""
    has_begun = since is None or since <= day
    is_over = until is not None and until < day
    return has_begun and not is_over


def post_on(posts: Sequence[Post], day: dt.date) -> Post:
    """Return the post of a day: the last that has begun by then, though it may be over.

    Before the first post the first one is returned. The order of the posts does not matter.

    Args:
        posts: posts that do not overlap; at least one.
        day: the day.
    """
    begun_posts = [post for post in posts if first_day(post) <= day]
    if begun_posts:
        return max(begun_posts, key=first_day)
    return min(posts, key=first_day)


def first_day(term: Term) -> dt.date:
    """Return the first day of a time; the earliest day there is for no limit."""
    return term.since or dt.date.min


def overlapping(terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Generate the indexes of two terms that have a day in common: the earlier one, then the later one.

    A term is compared with the one before it that ends last, so a day in three terms is told twice.
    """
    indexes = sorted(range(len(terms)), key=lambda index: (first_day(terms[index]), index))
    if not indexes:
        return
    index_before = indexes[0]
    for index in indexes[1:]:
        end_before = _last_day(terms[index_before])
        if first_day(terms[index]) <= end_before:
            yield index_before, index
        if _last_day(terms[index]) > end_before:
            index_before = index


def _last_day(term: Term) -> dt.date:
    return term.until or dt.date.max


def complete_posts(posts: Sequence[Post], plain_post: Post) -> tuple[Post, ...]:
    """Return the posts of a person together with the plain one, in the order in which they are written.

    A post without a unit has the unit of the plain one; one of the same name without a level has its level.
    Where the plain post is none of the list, it stands last, with the days that are left for it. It is left
    out where no day is left.

    Args:
        posts: the list of posts; at least one.
        plain_post: what stands beside the list, without days.
    """
    full_posts = [_inheriting(post, plain_post) for post in posts]
    if any(is_same_post(post, plain_post) for post in full_posts):
        return tuple(full_posts)
    free_days = _free_days(sorted(full_posts, key=first_day))
    if free_days is None:
        return tuple(full_posts)
    since, until = free_days
    return (*full_posts, plain_post.model_copy(update={"since": since, "until": until}))


def is_same_post(post: Post, other_post: Post) -> bool:
    """Return whether two posts are printed alike."""
    return (post.position, post.level) == (other_post.position, other_post.level)


def _inheriting(post: Post, plain_post: Post) -> Post:
    level = post.level
    if post.position == plain_post.position:
        level = level or plain_post.level
    return post.model_copy(update={"level": level, "group": post.group or plain_post.group})


def _free_days(posts: Sequence[Post]) -> tuple[dt.date | None, dt.date | None] | None:
    """Return first and last day of a plain post beside posts that are sorted; None where no day is left.

    It follows the last post that ends. Where the last post has no end, it stands before that one.
    """
    last_post = posts[-1]
    if last_post.until is not None:
        return last_post.until + _DAY, None
    if last_post.since is None:
        return None
    until = last_post.since - _DAY
    if len(posts) == 1:
        return None, until
    end_before = posts[-2].until
    if end_before is None or end_before >= until:
        return None
    return end_before + _DAY, until


def plain_texts(written_posts: object) -> dict[str, Any]:
    """Return post, level and unit of the last post in time, of a list as content writes it.

    It is empty where there is no such post: then the schema tells what is wrong.
    """
    if not isinstance(written_posts, (list, tuple)):
        return {}
    mappings = [post for post in written_posts if isinstance(post, dict) and post.get("position")]
    if not mappings:
        return {}
    last_post = max(mappings, key=_written_first_day)
    return {key: last_post[key] for key in ("position", "level", "group") if last_post.get(key)}


def _written_first_day(written_post: dict[str, Any]) -> dt.date:
    """Return the first day of a post as content writes it; the earliest day there is for none."""
    since = written_post.get("since")
    if isinstance(since, dt.date):
        return since
    try:
        return thai.parse_date(str(since))
    except ValueError:
        return dt.date.min
