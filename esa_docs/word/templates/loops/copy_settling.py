"""What stands in place of the marks of ids: the id of the template, or tags that ask for one in each turn.

A name in a loop has the number of its turn behind it. A link to it leads to the turn in which the link
stands, one from outside to the first turn. All is decided while a template is compiled.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from esa_docs.word.templates.loops.blocks import Blocks, Mark, Place, read_blocks
from esa_docs.word.templates.loops.bookmark_pairs import BOOKMARK, PERMISSION, settle_ranges
from esa_docs.word.templates.loops.edits import Edit, apply_edits, element_around, path_of, turn_statement
from esa_docs.word.templates.loops.list_settling import settle_lists

_BLOCKS_OF_A_PART: Final = 1_000_000
"""Blocks of several parts have different numbers: no link stands in a loop of another part."""
_LONGEST_NAME: Final = 24
"""Letters of the name of a bookmark in a loop, which leaves room for turns: Word allows 40."""

_NAMES: Final = {"name": "bookmark", "to": "bookmark", "shapeid": "shape", "shape": "shape"}
"""Marks of names and of links to them, with what they name."""
_NUMBERS: Final = frozenset({"chain", "object"})
_SETTLED_ELSEWHERE: Final = frozenset({BOOKMARK, PERMISSION, "list"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a bookmark or a shape.

    Attributes:
        text: how it is written in the first turn.
        separator: what stands before the number of a further turn; empty outside of loops.
        place: where it is given.
    """

    text: str
    separator: str
    place: Place


@dataclass(slots=True)
class _Template:
    """What the parts of a template have so far."""

    bookmarks: dict[str, _Name] = field(default_factory=dict)
    bookmark_ids: set[str] = field(default_factory=set)
    permission_ids: set[str] = field(default_factory=set)
    controls: set[str] = field(default_factory=set)
    serials: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(frozen=True, slots=True)
class SettledParts:
    """The sources of all parts, and the lists of which turns have copies, with whether these begin anew."""

    sources: Mapping[str, str]
    copied_lists: Mapping[str, bool]


def settle_copies(sources: Mapping[str, str]) -> SettledParts:
    """Return the sources of parts with ids, or tags that ask for them, in place of marks."""
    blocks_of_part = {}
    for number, (part, source) in enumerate(sources.items()):
        blocks_of_part[part] = read_blocks(source, number * _BLOCKS_OF_A_PART)
    template = _Template()
    template.bookmarks = _bookmark_names(blocks_of_part)
    settled_sources = {}
    copied_lists: dict[str, bool] = {}
    for part, source in sources.items():
        blocks = blocks_of_part[part]
        list_edits, lists_of_part = settle_lists(blocks)
        for list_number, begins_anew in lists_of_part.items():
            copied_lists[list_number] = begins_anew or copied_lists.get(list_number, False)
        edits = [*list_edits, *_settle_part(source, blocks, template)]
        edits += _turn_statements(blocks, edits)
        settled_sources[part] = apply_edits(source, edits)
    return SettledParts(settled_sources, copied_lists)


def _settle_part(source: str, blocks: Blocks, template: _Template) -> list[Edit]:
    """Return the edits of a part, but for its lists."""
    edits = settle_ranges(source, blocks, BOOKMARK, template.bookmark_ids, template.serials)
    edits += settle_ranges(source, blocks, PERMISSION, template.permission_ids, template.serials)
    shapes = _names(blocks.marks, "shapeid")
    for mark in blocks.marks:
        if mark.kind in _NAMES:
            names = shapes if _NAMES[mark.kind] == "shape" else template.bookmarks
            edits.append(_name_edit(mark, names))
        elif mark.kind in _NUMBERS:
            edits.append(_number_edit(mark))
        elif mark.kind not in _SETTLED_ELSEWHERE:
            edits.append(_other_edit(source, mark, template))
    return edits


def _other_edit(source: str, mark: Mark, template: _Template) -> Edit:
    """Return the edit of an id that goes where it would stand twice, or of a reference without its note."""
    if mark.kind == "control":
        return _control_edit(source, mark, template.controls)
    if mark.kind == "spid":
        return _shape_number_edit(source, mark)
    # The reference of a note that the template does not have: with it Word would not open the paper.
    return Edit(*element_around(source, mark), "")


def _bookmark_names(blocks_of_part: Mapping[str, Blocks]) -> dict[str, _Name]:
    marks = []
    for blocks in blocks_of_part.values():
        marks += blocks.marks
    return _names(marks, "name")


def _names(marks: list[Mark], kind: str) -> dict[str, _Name]:
    """Return the names that marks of a kind give, by the names of the template in lower case."""
    place_of_key: dict[str, Mark] = {}
    for mark in marks:
        if mark.kind == kind:
            place_of_key.setdefault(mark.key.casefold(), mark)
    sorted_keys = sorted(place_of_key)
    names: dict[str, _Name] = {}
    for key, mark in place_of_key.items():
        if mark.place.loops:
            names[key] = _name_of_turns(mark, kind, sorted_keys, len(names))
        else:
            names[key] = _Name(mark.key, "", mark.place)
    return names


def _name_of_turns(mark: Mark, kind: str, sorted_keys: Sequence[str], number: int) -> _Name:
    """Return how a name in a loop is written, so that in no turn it is like another name of the template.

    Args:
        mark: the mark of the name.
        kind: what the mark is.
        sorted_keys: the names of the template in lower case, sorted.
        number: one that no other name has.
    """
    text = mark.key
    if kind == "name" and len(text) > _LONGEST_NAME:
        text = f"{text[:_LONGEST_NAME]}_{number}"
    separator = "_c"
    while _begins_a_name((text + separator).casefold(), sorted_keys):
        separator += "_"
    return _Name(text, separator, mark.place)


def _begins_a_name(text: str, sorted_names: Sequence[str]) -> bool:
    place = bisect_left(sorted_names, text)
    return place < len(sorted_names) and sorted_names[place].startswith(text)


def _name_edit(mark: Mark, names: Mapping[str, _Name]) -> Edit:
    """Return the edit of a name, or of a link to it."""
    name = names.get(mark.key.casefold())
    if name is None:
        return Edit(mark.start, mark.end, mark.key)
    common_loops = []
    for loop, loop_of_name in zip(mark.place.loops, name.place.loops, strict=False):
        if loop == loop_of_name:
            common_loops.append(loop)
    if not common_loops:
        return Edit(mark.start, mark.end, name.text)
    path = path_of(common_loops)
    tag = f"{{{{ _copies|copy_suffix('{name.separator}', {path}) }}}}"
    return Edit(mark.start, mark.end, name.text + tag, frozenset(name.place.loops))


def _number_edit(mark: Mark) -> Edit:
    """Return the edit of a number that is the same wherever it stands in one turn."""
    if not mark.place.loops:
        return Edit(mark.start, mark.end, mark.key)
    start = "_" if mark.kind == "object" else ""
    # With the loop in it, equal ids of several parts stay apart.
    key = "".join(filter(str.isalnum, mark.key)) + f" {mark.place.loops[-1]}"
    path = path_of(mark.place.loops)
    tag = f"{start}{{{{ _copies|copy_number('{mark.kind}', '{key}', {path}) }}}}"
    return Edit(mark.start, mark.end, tag, frozenset(mark.place.loops))


def _control_edit(source: str, mark: Mark, controls: set[str]) -> Edit:
    """Return the edit of the id of a content control. Word gives a control its id where it has none."""
    is_repeated = bool(mark.place.loops) or mark.key in controls
    controls.add(mark.key)
    if is_repeated:
        return Edit(*element_around(source, mark), "")
    return Edit(mark.start, mark.end, mark.key)


def _shape_number_edit(source: str, mark: Mark) -> Edit:
    """Return the edit of the number of a shape, an attribute that Word gives where it is missing."""
    if not mark.place.loops:
        return Edit(mark.start, mark.end, mark.key)
    start_of_attribute = source.rindex(" ", 0, mark.start)
    return Edit(start_of_attribute, mark.end + len('"'), "")


def _turn_statements(blocks: Blocks, edits: list[Edit]) -> list[Edit]:
    """Return the statements that begin the turns of the loops for which edits ask."""
    loops: set[int] = set()
    for edit in edits:
        loops |= edit.loops
    statements = []
    for loop in sorted(loops & blocks.loops.keys()):
        begin = blocks.loops[loop]
        statements.append(Edit(begin.end, begin.end, turn_statement(loop, begin)))
    return statements
