"""The blocks of tags around a tag: which begin outside its cell, and which in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import w
from esa_docs.word.templates.tags.tags import tags_in

_CELL: Final = w("tc")
_LOOP: Final = "for"
_WITHOUT_LOOP: Final = frozenset({"macro", "call"})
"""Blocks in which no loop around them is known."""

Element = Any


@dataclass(frozen=True, slots=True)
class BlocksAround:
    """The blocks around a tag.

    Attributes:
        is_in_loop: whether a loop is open where its cell begins.
        is_in_block: whether a block of its own cell is open around it.
    """

    is_in_loop: bool
    is_in_block: bool

    @property
    def may_merge(self) -> bool:
        """Whether the cell is printed in turns of a loop, whatever conditions in it say."""
        return self.is_in_loop and not self.is_in_block


@dataclass(slots=True)
class _Walk:
    """The open blocks, and how many of them were open at the beginning of each open cell."""

    words: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def around(self) -> BlocksAround:
        outside = self.counts[-1] if self.counts else 0
        is_in_loop = False
        for word in self.words[:outside]:
            if word in _WITHOUT_LOOP:
                is_in_loop = False
            elif word == _LOOP:
                is_in_loop = True
        return BlocksAround(is_in_loop, len(self.words) > outside)


def blocks_around(root: Element, pattern: re.Pattern[str]) -> dict[tuple[Element, int], BlocksAround]:
    """Return the blocks around each tag of a pattern, by its element and its place in the text of it."""
    places = {}
    walk = _Walk()
    for element, text in _texts(root, walk):
        for tag in tags_in(text):
            if pattern.fullmatch(tag.text):
                places[element, tag.start] = walk.around()
            elif tag.change_of_depth > 0:
                walk.words.append(tag.word)
            elif tag.change_of_depth < 0 and walk.words:
                walk.words.pop()
    return places


def _texts(root: Element, walk: _Walk) -> Iterator[tuple[Element, str]]:
    """Generate the texts of a part in their order, each with the element in or behind which it stands."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if element.tag == _CELL:
                walk.counts.pop()
            yield element, element.tail or ""
            continue
        if element.tag == _CELL:
            walk.counts.append(len(walk.words))
        yield element, element.text or ""
