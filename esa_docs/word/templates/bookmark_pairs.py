"""Beginnings and ends of bookmarks: both in the same blocks of tags, with one id that nothing else has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs.ooxml.measures import whole_number
from esa_docs.word.templates.blocks import Blocks, Mark
from esa_docs.word.templates.edits import Edit, element_around, path_of

_HIGHEST_ID: Final = 999
"""Ids behind it belong to entries of the contents and to copies."""
_FIRST_FURTHER_ID: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class _Ends:
    """The marks of the ids of a bookmark; one without an end ends where it begins."""

    start: Mark
    end: Mark | None


def settle_bookmarks(source: str, blocks: Blocks, ids: set[str], serials: Iterator[int]) -> list[Edit]:
    """Return the edits of the ids of bookmarks.

    Word refuses nothing here, but it repairs: an end without a beginning goes, and what begins in a loop ends
    in it.

    Args:
        source: the source of a part.
        blocks: what stands where in it.
        ids: ids that bookmarks of the template have so far; more are added.
        serials: numbers that no other bookmark has.
    """
    edits = []
    pairs, lone_ends = _pairs(source, blocks)
    for pair in pairs:
        edits += _settle_pair(source, pair, _id_of(pair.start, ids, serials))
    for end in lone_ends:
        edits.append(Edit(*element_around(source, end), ""))
    return edits


def _pairs(source: str, blocks: Blocks) -> tuple[list[_Ends], list[Mark]]:
    """Return the bookmarks of a part, and the ends to which no beginning belongs."""
    starts: dict[str, Mark] = {}
    ends: dict[str, Mark] = {}
    lone_ends = []
    for mark in blocks.marks:
        if mark.kind != "bookmark":
            continue
        begin, _end = element_around(source, mark)
        is_end = source.startswith("<w:bookmarkEnd", begin)
        marks = ends if is_end else starts
        if mark.key in marks:
            lone_ends.append(mark)
        else:
            marks[mark.key] = mark
    for key in ends.keys() - starts.keys():
        lone_ends.append(ends.pop(key))
    return [_Ends(start, ends.get(key)) for key, start in starts.items()], lone_ends


def _settle_pair(source: str, pair: _Ends, identifier: str) -> list[Edit]:
    """Return the edits of both ends of a bookmark."""
    loops = frozenset(pair.start.place.loops)
    edits = [Edit(pair.start.start, pair.start.end, identifier, loops)]
    end = pair.end
    is_whole = end is not None and end.start > pair.start.start
    if is_whole and end is not None and end.place.blocks == pair.start.place.blocks:
        return [*edits, Edit(end.start, end.end, identifier, loops)]
    _begin, place = element_around(source, pair.start)
    edits.append(Edit(place, place, f'<w:bookmarkEnd w:id="{identifier}"/>'))
    if end is not None:
        edits.append(Edit(*element_around(source, end), ""))
    return edits


def _id_of(start: Mark, ids: set[str], serials: Iterator[int]) -> str:
    """Return the id of a bookmark, or the tag that asks for one in each turn."""
    serial = next(serials)
    if start.place.loops:
        return f"{{{{ _copies|copy_number('bookmark', '{serial}', {path_of(start.place.loops)}) }}}}"
    number = whole_number(start.key, -1)
    is_good = 0 <= number <= _HIGHEST_ID and str(number) not in ids
    identifier = str(number if is_good else _FIRST_FURTHER_ID + serial)
    ids.add(identifier)
    return identifier
