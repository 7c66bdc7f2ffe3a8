"""Numbered lists that begin anew in each turn of a loop: where the list of the template begins in the loop.

A loop makes lists, or the items of one list. It makes lists where a turn has something before the first item,
such as a heading, or several items and something else, or where a loop inside it makes the items. A turn that
begins with its one item (and says more about it) is an item, and its list runs on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.word.templates.loops.blocks import Blocks, Content, Mark
from esa_docs.word.templates.loops.edits import Edit, path_of


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list, as `numbered_lists` marks it.

    Attributes:
        mark: the mark.
        key: what it counts with.
        number: its ``w:numId`` in the template.
        level: from 0.
        has_own_levels: whether this ``w:num`` looks otherwise than those with which it counts.
        xml: what stands in place of the mark where the list begins anew; ``%s`` for the id of the list.
        unchanged: what stands there else.
    """

    mark: Mark
    key: str
    number: str
    level: int
    has_own_levels: bool
    xml: str
    unchanged: str


def settle_lists(blocks: Blocks) -> tuple[list[Edit], dict[str, bool]]:
    """Return the edits of the lists of a part, and the lists of which turns of loops have copies.

    These are told by their ids, with whether a copy begins anew or counts on.

    Lists that count on together share the list that begins anew. Where one of them looks otherwise, each
    keeps its own: only the first begins anew, and the others count on.

    Args:
        blocks: what stands where in the source of the part.
    """
    items_of_list: dict[str, list[_Item]] = {}
    for mark in blocks.marks:
        if mark.kind == "list":
            item = _item(mark)
            items_of_list.setdefault(item.key, []).append(item)
    edits: list[Edit] = []
    copied_lists: dict[str, bool] = {}
    for items in items_of_list.values():
        loop = _loop_of_lists(items, blocks.contents)
        first_number = items[0].number
        keeps_numbers = any(item.has_own_levels for item in items)
        for item in items:
            number = item.number if keeps_numbers else first_number
            edits.append(_edit(item, number, loop))
            if loop is not None:
                copied_lists[number] = number == first_number
    return edits, copied_lists


def _item(mark: Mark) -> _Item:
    key, number, level, has_own_levels, xml, unchanged = mark.key.split("|")
    return _Item(
        mark=mark,
        key=key,
        number=number,
        level=int(level),
        has_own_levels=has_own_levels == "1",
        xml=bytes.fromhex(xml).decode(),
        unchanged=bytes.fromhex(unchanged).decode(),
    )


def _loop_of_lists(items: list[_Item], contents: list[Content]) -> int | None:
    """Return the loop in each of whose turns a list begins anew; None where it runs on through all."""
    loops = items[0].mark.place.loops
    if not loops:
        return None
    if _makes_lists(items, contents):
        return loops[-1]
    for depth in range(len(loops) - 2, -1, -1):
        loop, inner_loop = loops[depth], loops[depth + 1]
        for content in _other_contents(items[0].key, loop, contents):
            if inner_loop not in content.place.loops:
                return loop
    return _loop_of_inner_items(items)


def _loop_of_inner_items(items: list[_Item]) -> int | None:
    """Return the loop in which loops inside it make all items; None where there is none.

    Args:
        items: the items of a list; the first stands in a loop.
    """
    loops = items[0].mark.place.loops
    if len(loops) == 1:
        return None
    loop = loops[-2]
    innermost_loops = [item.mark.place.loops[-1] for item in items if loop in item.mark.place.loops]
    return None if loop in innermost_loops else loop


def _makes_lists(items: list[_Item], contents: list[Content]) -> bool:
    """Return whether each turn of the innermost loop around the first item has a list of its own."""
    first_item = items[0]
    loop = first_item.mark.place.loops[-1]
    other_contents = list(_other_contents(first_item.key, loop, contents))
    if not other_contents:
        return False
    has_heading = other_contents[0].start < first_item.mark.start
    equal_items = [item for item in items if _is_equal(item, first_item)]
    return has_heading or len(equal_items) > 1


def _is_equal(item: _Item, first_item: _Item) -> bool:
    """Return whether an item stands in the same loops and on the same level as the first item."""
    return item.level == first_item.level and item.mark.place.loops == first_item.mark.place.loops


def _other_contents(key: str, loop: int, contents: list[Content]) -> Iterator[Content]:
    """Generate what can be seen in a loop that is no item of a list."""
    for content in contents:
        if loop in content.place.loops and content.list_key != key:
            yield content


def _edit(item: _Item, number: str, loop: int | None) -> Edit:
    """Return the edit of an item: in its loop it asks for the list of the turn, behind it for the latest."""
    mark = item.mark
    if loop is None:
        return Edit(mark.start, mark.end, item.unchanged)
    if loop not in mark.place.loops:
        tag = f"{{{{ _copies|copy_latest_list('{number}') }}}}"
        return Edit(mark.start, mark.end, item.xml.replace("%s", tag))
    loops = mark.place.loops[: mark.place.loops.index(loop) + 1]
    tag = f"{{{{ _copies|copy_list('{number}', {loop}, {path_of(loops)}) }}}}"
    return Edit(mark.start, mark.end, item.xml.replace("%s", tag), frozenset(loops))
