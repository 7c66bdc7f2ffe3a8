"""Ranges of a template whose beginning and end are marks with one id, such as bookmarks.

Word pairs them in the order of the document. Two ranges may share an id where one ends before the other
begins, as programs leave it that put files together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from esa_docs.ooxml.names import w

BOOKMARK_START: Final = w("bookmarkStart")
BOOKMARK_END: Final = w("bookmarkEnd")
BOOKMARK_MARKS: Final = (BOOKMARK_START, BOOKMARK_END)

Element = Any
Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Range(Generic[Mark]):
    """A range.

    Attributes:
        start: the mark at its beginning.
        end: the mark at its end; None where it has none.
    """

    start: Mark
    end: Mark | None


@dataclass(frozen=True, slots=True)
class Ranges(Generic[Mark]):
    """The ranges of some marks.

    Attributes:
        pairs: the ranges, in the order of their beginnings.
        lone_ends: ends to which no beginning before them belongs.
    """

    pairs: list[Range[Mark]]
    lone_ends: list[Mark]


def ranges_of(
    marks: Iterable[Mark], id_of: Callable[[Mark], str], is_end: Callable[[Mark], bool]
) -> Ranges[Mark]:
    """Return the ranges of some marks: an end belongs to the last beginning of its id that has none yet.

    Args:
        marks: the marks, in the order of the document.
        id_of: returns the id of a mark.
        is_end: returns whether a mark is an end.
    """
    starts: list[Mark] = []
    end_of_place: dict[int, Mark] = {}
    open_places: dict[str, list[int]] = {}
    lone_ends = []
    for mark in marks:
        places = open_places.setdefault(id_of(mark), [])
        if not is_end(mark):
            places.append(len(starts))
            starts.append(mark)
        elif places:
            end_of_place[places.pop()] = mark
        else:
            lone_ends.append(mark)
    pairs = [Range(start, end_of_place.get(place)) for place, start in enumerate(starts)]
    return Ranges(pairs, lone_ends)


def bookmarks_in(element: Element) -> Ranges[Element]:
    """Return the bookmarks whose marks stand in an element."""
    return ranges_of(element.iter(*BOOKMARK_MARKS), _id_of, _is_end)


def remove_range(bookmark: Range[Element]) -> None:
    """Remove both marks of a bookmark."""
    bookmark.start.getparent().remove(bookmark.start)
    if bookmark.end is not None:
        bookmark.end.getparent().remove(bookmark.end)


def _id_of(mark: Element) -> str:
    return str(mark.get(w("id"), ""))


def _is_end(mark: Element) -> bool:
    return bool(mark.tag == BOOKMARK_END)
