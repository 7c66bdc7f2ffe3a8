"""Beginnings and ends of bookmarks, and of what may be changed in a protected paper.

Both ends of a range stand in the same blocks of tags, with one id that nothing else has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.ooxml.measures import whole_number
from esa_docs.word.templates.loops.blocks import Blocks, Mark
from esa_docs.word.templates.loops.edits import Edit, element_around, path_of
from esa_docs.word.templates.loops.ranges import Range, Ranges, ranges_of

_HIGHEST_ID: Final = 999
"""Ids behind it belong to entries of the contents and to copies."""
_FIRST_FURTHER_ID: Final = 20_000_000


BOOKMARK: Final = "bookmark"
PERMISSION: Final = "perm"
"""Kinds of ranges: the kinds of their marks, and how the names of their elements begin."""


def settle_ranges(
    source: str, blocks: Blocks, kind: str, ids: set[str], serials: Iterator[int]
) -> list[Edit]:
    """Return the edits of the ids of ranges.

    Word refuses nothing here, but it repairs: an end without a beginning goes, and what begins in a loop ends
    in it.

    Args:
        source: the source of a part.
        blocks: what stands where in it.
        kind: ``bookmark`` or ``perm``.
        ids: ids that ranges of this kind have so far in the template; more are added.
        serials: numbers that no other range has.
    """
    edits = []
    ranges = _ranges(source, blocks, kind)
    for pair in ranges.pairs:
        edits += _settle_pair(source, pair, _id_of(pair.start, ids, serials))
    for end in ranges.lone_ends:
        edits.append(Edit(*element_around(source, end), ""))
    return edits


def _ranges(source: str, blocks: Blocks, kind: str) -> Ranges[Mark]:
    """Return the ranges of a kind by the marks of their ids."""

    def is_end(mark: Mark) -> bool:
        begin, _end = element_around(source, mark)
        return source.startswith(f"<w:{kind}End", begin)

    marks = [mark for mark in blocks.marks if mark.kind == kind]
    return ranges_of(marks, lambda mark: mark.key, is_end)


def _settle_pair(source: str, pair: Range[Mark], identifier: str) -> list[Edit]:
    """Return the edits of both ends of a range; one without an end ends where it begins."""
    start, end = pair.start, pair.end
    loops = frozenset(start.place.loops)
    edits = [Edit(start.start, start.end, identifier, loops)]
    if end is not None and end.place.blocks == start.place.blocks:
        return [*edits, Edit(end.start, end.end, identifier, loops)]
    _begin, place = element_around(source, start)
    edits.append(Edit(place, place, f'<w:{start.kind}End w:id="{identifier}"/>'))
    if end is not None:
        edits.append(Edit(*element_around(source, end), ""))
    return edits


def _id_of(start: Mark, ids: set[str], serials: Iterator[int]) -> str:
    """Return the id of a range, or the tag that asks for one in each turn."""
    serial = next(serials)
    if start.place.loops:
        return f"{{{{ _copies|copy_number('{start.kind}', '{serial}', {path_of(start.place.loops)}) }}}}"
    number = whole_number(start.key, -1)
    is_good = 0 <= number <= _HIGHEST_ID and str(number) not in ids
    if not is_good:
        number = _FIRST_FURTHER_ID + serial
    identifier = str(number)
    ids.add(identifier)
    return identifier
