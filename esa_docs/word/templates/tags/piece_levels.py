"""The level of a piece of XML: whether it is runs, whole paragraphs, rows or cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]+)[^>]*?(?P<empty>/?)>|(?P<text>[^<]+)")
RUNS: Final = "r"
BLOCKS: Final = "p"
ROWS: Final = "tr"
CELLS: Final = "tc"
TORN: Final = ""
"""Levels of a piece: what stands in it. A torn piece begins in one paragraph and ends in another."""
_LEVELS: Final = {"w:p": BLOCKS, "w:tbl": BLOCKS, "w:tr": ROWS, "w:tc": CELLS}
_ANYWHERE: Final = frozenset({"w:bookmarkStart", "w:bookmarkEnd"})
_CONTROL: Final = "w:sdt"
_BLOCK_IN_CONTROL: Final = re.compile(r"<w:(?:p|tbl)[ >/]")


def level_of(xml: str) -> str:
    """Return the level of a piece of XML."""
    levels = set(_levels_of_elements(xml))
    if len(levels) > 1:
        return TORN
    return levels.pop() if levels else RUNS


def _levels_of_elements(xml: str) -> Iterator[str]:
    """Generate the levels of the outermost elements of a piece; `TORN` for a torn one and for text there."""
    depth = 0
    for token in _TOKEN.finditer(xml):
        if depth == 0:
            yield from _level_of_token(token, xml)
        depth += _change_of_depth(token)
        if depth < 0:
            return
    if depth > 0:
        yield TORN


def _change_of_depth(token: re.Match[str]) -> int:
    if token["end"]:
        return -1
    return 1 if token["name"] and not token["empty"] else 0


def _level_of_token(token: re.Match[str], xml: str) -> Iterator[str]:
    """Generate the level of an outermost element; nothing for blanks and marks of bookmarks."""
    is_blank = token["text"] and not token["text"].strip()
    if is_blank or token["name"] in _ANYWHERE:
        return
    if token["end"] or token["text"]:
        yield TORN
    elif token["name"] == _CONTROL and _BLOCK_IN_CONTROL.search(xml):
        yield BLOCKS
    else:
        yield _LEVELS.get(token["name"], RUNS)
