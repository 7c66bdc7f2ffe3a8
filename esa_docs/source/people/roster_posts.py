"""Several rows of one person in a list of people: with different days they are the posts of the person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.source.yaml_files import tree as yaml_tree
from esa_docs.source.yaml_files.tree import Entry

_POST_KEYS: Final = ("position", "level", "group", "since", "until")
"""Keys of a row that belong to a post and not to the person."""


def join_posts(people: Sequence[yaml_tree.Mapping]) -> list[yaml_tree.Mapping]:
    """Return the people of a table; rows with one id and one name, but different days, are joined.

    A row with the days of an earlier one stays apart: then an id stands twice, which has a diagnostic of its
    own. The others are joined all the same, so that posts that overlap are told too.

    Args:
        people: what people.yaml would say of each row.
    """
    rows_by_person: dict[tuple[str, ...], list[yaml_tree.Mapping]] = {}
    for row in people:
        rows_by_person.setdefault(_who(row), []).append(row)
    joined: list[yaml_tree.Mapping] = []
    for rows in rows_by_person.values():
        row_by_days: dict[tuple[str, str], yaml_tree.Mapping] = {}
        for row in rows:
            row_by_days.setdefault(_days(row), row)
        posts = list(row_by_days.values())
        if len(posts) > 1:
            joined.append(_joined(posts))
        else:
            joined += posts
        joined += [row for row in rows if row_by_days[_days(row)] is not row]
    return joined


def _who(row: yaml_tree.Mapping) -> tuple[str, ...]:
    return tuple(row.text(key) or "" for key in ("id", "first_name", "last_name"))


def _days(row: yaml_tree.Mapping) -> tuple[str, str]:
    return row.text("since") or "", row.text("until") or ""


def _joined(rows: Sequence[yaml_tree.Mapping]) -> yaml_tree.Mapping:
    """Return one person of several rows; the last row in time says how the name is written.

    The person is in office from the first day of all until the last, where all rows say so.
    """
    last_row = max(rows, key=_first_day)
    entries = tuple(entry for entry in last_row.entries if entry.key not in _POST_KEYS)
    person = yaml_tree.Mapping(entries, last_row.place)
    posts = yaml_tree.Sequence(tuple(_post(row) for row in rows), rows[0].place)
    return person.with_entries(Entry("posts", rows[0].place, posts), *_time_in_office(rows))


def _post(row: yaml_tree.Mapping) -> yaml_tree.Mapping:
    entries = tuple(entry for entry in row.entries if entry.key in _POST_KEYS)
    return yaml_tree.Mapping(entries, row.place)


def _time_in_office(rows: Sequence[yaml_tree.Mapping]) -> Iterator[Entry]:
    """Generate the entries of the first and the last day; none where a row leaves that day open."""
    first_days = list(filter(None, [row.get("since") for row in rows]))
    last_days = list(filter(None, [row.get("until") for row in rows]))
    if len(first_days) == len(rows):
        yield min(first_days, key=_day_of)
    if len(last_days) == len(rows):
        yield max(last_days, key=_day_of)


def _first_day(row: yaml_tree.Mapping) -> dt.date:
    entry = row.get("since")
    return _day_of(entry) if entry else dt.date.min


def _day_of(entry: Entry) -> dt.date:
    """Return the day that an entry says; the earliest there is where none can be read."""
    text = entry.value.text if isinstance(entry.value, yaml_tree.Scalar) else None
    try:
        return thai.parse_date(text or "")
    except ValueError:
        return dt.date.min
