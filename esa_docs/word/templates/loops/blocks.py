"""Where something stands in the source of a part: in which blocks of tags, and in which loops.

A loop is whatever repeats its body: ``for``, and ``macro`` and ``call``, whose bodies may be printed often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from esa_docs.word.templates.filling.block_marks import CLOSE, NAME_END, OPEN
from esa_docs.word.templates.loops.id_marks import MARK_CLOSE, MARK_OPEN
from esa_docs.word.templates.tags.tags import BLOCKS, MIDDLES, SIGN, is_assignment

_TOKEN: Final = re.compile(
    r"(?P<comment>\{#.*?#\})"
    rf"|(?P<raw>\{{%{SIGN}\s*raw\s*{SIGN}%\}}.*?\{{%{SIGN}\s*endraw\s*{SIGN}%\}})"
    rf"|\{{%{SIGN}\s*(?P<word>\w+)(?:(?!%\}}).)*%\}}"
    r"|(?P<begin><w:p(?:\s[^<>]*)?(?<!/)>)|(?P<end></w:p>)"
    rf"|{MARK_OPEN}(?P<kind>[a-z]+);(?P<key>[^{MARK_CLOSE}]*){MARK_CLOSE}",
    re.DOTALL,
)
_LOOPS: Final = frozenset({"for", "macro", "call"})
_CUT_TAG: Final = re.compile(rf"^[^<>]*>|<[^>]*(?:>|$)|{OPEN}[^{NAME_END}]*{NAME_END}|{CLOSE}")
"""What is not seen: pieces of the tags of XML, and marks around what may be emptied."""
_PRINTED: Final = re.compile(r"<(?:w:drawing|w:pict|w:object|w:br w:type|w:sectPr)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        blocks: numbers of the blocks around it, from outside; each branch of an ``if`` has its own.
        loops: those of them that are loops.
    """

    blocks: tuple[int, ...] = ()
    loops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of `id_marks` or `numbered_lists` in the source of a part.

    Attributes:
        kind: what it is.
        key: the id of the template.
        start: where it begins in the source.
        end: where it ends.
        place: the blocks around it.
    """

    kind: str
    key: str
    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class LoopBegin:
    """The beginning of the body of a loop.

    Attributes:
        end: where its tag ends in the source.
        close: how its tag ends, with the sign that eats white space.
        around: numbers of the loops around it.
    """

    end: int
    close: str
    around: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Something to be seen: where it stands, and the key of the list of its paragraph; empty for none."""

    start: int
    place: Place
    list_key: str


@dataclass(slots=True)
class Blocks:
    """What stands where in the source of a part.

    Attributes:
        marks: all marks, in their order.
        loops: the loops, by number.
        contents: what can be seen, in its order.
    """

    marks: list[Mark] = field(default_factory=list)
    loops: dict[int, LoopBegin] = field(default_factory=dict)
    contents: list[Content] = field(default_factory=list)


def read_blocks(source: str, first: int) -> Blocks:
    """Return what stands where in the source of a part.

    Blocks that do not close are no matter of this: Jinja refuses them.

    Args:
        source: the source, with the tags of docxtpl made plain.
        first: number of the first block, so that blocks of several parts differ.
    """
    return _Reader(source, first).read()


class _Reader:
    """Reads the source of a part from its beginning to its end."""

    def __init__(self, source: str, first: int) -> None:
        self._source = source
        self._numbers = count(first)
        self._words: list[str] = []
        self._place = Place()
        self._places: list[Place] = []
        self._lists: list[str] = []
        self._blocks = Blocks()

    def read(self) -> Blocks:
        end = 0
        for token in _TOKEN.finditer(self._source):
            self._read_content(end, token.start())
            self._read_token(token)
            end = token.end()
        self._read_content(end, len(self._source))
        return self._blocks

    @property
    def _list_key(self) -> str:
        """The key of the list of the paragraph that is being read; empty for none."""
        return self._lists[-1] if self._lists else ""

    def _read_token(self, token: re.Match[str]) -> None:
        if token["word"]:
            self._read_statement(token)
        elif token["begin"]:
            # A paragraph of a note or a text box in an item belongs to the item.
            self._lists.append(self._list_key)
        elif token["end"] and self._lists:
            self._lists.pop()
        elif token["kind"]:
            self._read_mark(token)

    def _read_mark(self, token: re.Match[str]) -> None:
        self._blocks.marks.append(Mark(token["kind"], token["key"], token.start(), token.end(), self._place))
        if token["kind"] == "list" and self._lists:
            self._lists[-1] = token["key"].partition("|")[0]

    def _read_content(self, start: int, end: int) -> None:
        text = self._source[start:end]
        is_printed = _PRINTED.search(text) is not None or bool(_CUT_TAG.sub("", text).strip())
        if is_printed:
            self._blocks.contents.append(Content(start, self._place, self._list_key))

    def _read_statement(self, token: re.Match[str]) -> None:
        word = token["word"]
        if word in BLOCKS and not is_assignment(token[0]):
            self._places.append(self._place)
            self._words.append(word)
            self._enter(token, is_loop=word in _LOOPS)
        elif word in MIDDLES and self._words:
            # The other branch of a loop is printed once, where the loop has no turns.
            self._place = self._places[-1]
            self._enter(token, is_loop=False)
        elif word.startswith("end") and self._words:
            self._words.pop()
            self._place = self._places.pop()

    def _enter(self, token: re.Match[str], *, is_loop: bool) -> None:
        number = next(self._numbers)
        around = self._place
        loops = around.loops
        if is_loop:
            close = "-%}" if token[0].endswith("-%}") else "%}"
            self._blocks.loops[number] = LoopBegin(token.end(), close, loops)
            loops = (*loops, number)
        self._place = Place((*around.blocks, number), loops)
