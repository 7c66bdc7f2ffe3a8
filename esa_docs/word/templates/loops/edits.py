"""Edits of the source of a part: pieces that other texts replace, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.word.templates.loops.blocks import LoopBegin, Mark

_NO_TURN: Final = "()"


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a source that another text replaces.

    Attributes:
        start: where the piece begins.
        end: where it ends; the same place for a text that only comes in.
        text: what replaces it.
        loops: numbers of the loops for whose turns the text asks.
    """

    start: int
    end: int
    text: str
    loops: frozenset[int] = frozenset()


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Return a source with its edits; one inside a larger piece that goes, goes with it.

    A text that comes in at the beginning of such a piece comes in before it.
    """
    pieces = []
    end = 0
    for edit in sorted(edits, key=_order):
        if edit.start < end:
            continue
        pieces.append(source[end : edit.start])
        pieces.append(edit.text)
        end = edit.end
    pieces.append(source[end:])
    return "".join(pieces)


def _order(edit: Edit) -> tuple[int, bool, int]:
    return edit.start, edit.end > edit.start, -edit.end


def element_around(source: str, mark: Mark) -> tuple[int, int]:
    """Return beginning and end of the tag in which a mark stands: an empty element."""
    return source.rindex("<", 0, mark.start), source.index(">", mark.end) + 1


def path_of(loops: Sequence[int]) -> str:
    """Return the variable with the path of the turn of the innermost of some loops."""
    return f"_turn{loops[-1]}" if loops else _NO_TURN


def turn_statement(loop: int, begin: LoopBegin) -> str:
    """Return the statement that begins a turn of a loop."""
    return f"{{% set _turn{loop} = _copies|copy_turn({loop}, {path_of(begin.around)}) {begin.close}"
