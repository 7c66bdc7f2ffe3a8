"""Branches for what conditions or one loop may empty: so nothing is left to mend in each document."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from esa_docs.ooxml.names import w
from esa_docs.word.templates.tags.node_text import texts_and_children
from esa_docs.word.templates.tags.tags import Tag, tags_in

_CHOOSING: Final = frozenset({"for", "if"})
_PROPERTIES: Final = frozenset(map(w, ("tcPr", "sectPr")))
_P: Final = w("p")

Element = Any
Item: TypeAlias = Tag | Element


def add_else_branch(container: Element, style: str) -> bool:
    """Return whether a container always ends with a paragraph, if need be by an else branch added to it.

    That is so where all of its content is one ``for`` or ``if``, or several ``if`` without ``else``, whose
    branches end with a paragraph.

    Args:
        container: what must end with a paragraph.
        style: id of the paragraph's style; empty for none.
    """
    items = _items(container)
    if not _is_one_block(items):
        return _add_last_choice(items, style)
    branches = _branches(items[1:-1])
    if not all(_ends_with_a_paragraph(branch) for branch in branches):
        return False
    if _has_else(items):
        return True
    last_branch = branches[-1]
    last_item = last_branch[-1]
    if isinstance(last_item, Tag):
        return False
    _add_branch(last_item, style)
    return True


def _add_last_choice(items: list[Item], style: str) -> bool:
    """Return whether all content is conditions; a paragraph is then added for the case that none holds."""
    conditions = []
    last_paragraph: Element = None
    while items:
        depths = _depths(items)
        end = depths.index(0) + 1 if 0 in depths else 0
        block, items = items[:end], items[end:]
        if not _is_one_block(block) or block[0].word != "if" or _has_else(block):
            return False
        if not all(_is_last_a_paragraph(branch) for branch in _branches(block[1:-1])):
            return False
        conditions += _conditions(block)
        last_paragraph = block[-2]
    if not conditions:
        return False
    negations = " and ".join([f"not ({condition})" for condition in conditions])
    paragraph = _empty_paragraph(last_paragraph, style)
    end_of_block = last_paragraph.tail
    last_paragraph.addnext(paragraph)
    last_paragraph.tail = f"{end_of_block}{{% if {negations} %}}"
    paragraph.tail = "{% endif %}"
    return True


def _conditions(block: list[Item]) -> list[str]:
    """Return the conditions of a choice: of its ``if`` and of each ``elif``."""
    conditions = []
    for item, depth in zip(block, _depths(block), strict=True):
        if isinstance(item, Tag) and depth == 1 and item.word in {"if", "elif"}:
            _word, _blank, condition = item.plain_text[2:-2].strip().partition(" ")
            conditions.append(condition)
    return conditions


def _is_last_a_paragraph(items: list[Item]) -> bool:
    return bool(items) and not isinstance(items[-1], Tag) and items[-1].tag == _P


def _ends_with_a_paragraph(items: list[Item]) -> bool:
    """Return whether a branch ends with a paragraph, or with a choice all of whose branches do."""
    if not items:
        return False
    if not isinstance(items[-1], Tag):
        is_paragraph: bool = items[-1].tag == _P
        return is_paragraph
    if not _is_one_block(items) or not _has_else(items):
        return False
    return all(_ends_with_a_paragraph(branch) for branch in _branches(items[1:-1]))


def _items(container: Element) -> list[Item]:
    """Return the tags and the elements of a container, in their order."""
    items: list[Item] = []
    for node in texts_and_children(container):
        if isinstance(node, str):
            items += tags_in(node)
        elif node.tag not in _PROPERTIES:
            items.append(node)
    return items


def _is_one_block(items: list[Item]) -> bool:
    """Return whether the first item opens a choice or a loop that the last one closes."""
    if not items or not isinstance(items[0], Tag) or items[0].word not in _CHOOSING:
        return False
    depths = _depths(items)
    return depths[-1] == 0 and 0 not in depths[:-1]


def _depths(items: list[Item]) -> list[int]:
    """Return how deep the place behind each item lies."""
    depth = 0
    depths = []
    for item in items:
        if isinstance(item, Tag):
            depth += item.change_of_depth
        depths.append(depth)
    return depths


def _branches(items: list[Item]) -> list[list[Item]]:
    """Return the items of each branch of a block, whose own opening and closing are not among the items."""
    branches: list[list[Item]] = [[]]
    for item, depth in zip(items, _depths(items), strict=True):
        if isinstance(item, Tag) and item.is_between_branches and depth == 0:
            branches.append([])
        else:
            branches[-1].append(item)
    return branches


def _has_else(items: list[Item]) -> bool:
    pairs = zip(items, _depths(items), strict=True)
    return any(isinstance(item, Tag) and item.word == "else" and depth == 1 for item, depth in pairs)


def _add_branch(last_paragraph: Element, style: str) -> None:
    """Put an else branch with an empty paragraph behind the last paragraph of a block."""
    paragraph = _empty_paragraph(last_paragraph, style)
    end_of_block = last_paragraph.tail
    last_paragraph.addnext(paragraph)
    last_paragraph.tail = "{% else %}"
    paragraph.tail = end_of_block


def _empty_paragraph(neighbour: Element, style: str) -> Element:
    paragraph = neighbour.makeelement(_P)
    if style:
        properties = neighbour.makeelement(w("pPr"))
        properties.append(neighbour.makeelement(w("pStyle"), {w("val"): style}))
        paragraph.append(properties)
    return paragraph
