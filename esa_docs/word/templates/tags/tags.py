"""The tags of a template as text: which stand in a piece of text, and where it can be cut between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs.word.templates.tags.tag_spelling import end_of_tag

_TAG: Final = re.compile(r"\{[{%#]")
SIGN: Final = r"[-+]?"
"""The sign of a statement that says whether the white space beside it goes."""
END_OF_RAW: Final = re.compile(rf"\{{%{SIGN}\s*(?:(?P<level>p|tr|tc|r)\s+)?endraw\s*{SIGN}%\}}")
"""The end of a text whose tags are printed as they are."""
_STATEMENT: Final = re.compile(rf"\{{%{SIGN}\s*(?P<word>\w+)(?:(?!%\}}).)*%\}}", re.DOTALL)
"""A tag such as ``{% if x %}``; its first word says what it does."""
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_LEVEL: Final = re.compile(r"\{(?:%-?|#)(?P<level>tr|tc|p|r)\s")
_REFUSED: Final = re.compile(r"\{\{(?:r|p|tr|tc)\s+(?!(?:if|in|is|and|or|not|else)\b)[\w\"'(]")
BLOCKS: Final = frozenset(
    {"for", "if", "filter", "with", "macro", "call", "autoescape", "block", "raw", "set"}
)
"""Statements that open a block, as ``for`` does, which ``endfor`` closes."""
PRINTING_BLOCKS: Final = frozenset({"call", "filter"})
"""Statements that print what their block gives, and not the block as it stands."""
PLACED: Final = "placed"
"""Filter that puts what such a block gives between paragraphs, rows or cells."""
_DEFINITIONS: Final = frozenset({"macro", "set"})
"""Statements whose block prints nothing where it stands."""
MIDDLES: Final = frozenset({"else", "elif"})
"""Statements between the branches of a block."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its place in a text.

    Attributes:
        text: the tag as it is written; the whole rest of the text where it has no end.
        start: the place of its first sign.
        has_end: whether it is closed.
    """

    text: str
    start: int
    has_end: bool = True

    @property
    def end(self) -> int:
        """The place behind its last sign."""
        return self.start + len(self.text)

    @property
    def level(self) -> str:
        """What it stands for: ``p``, ``tr``, ``tc`` or ``r``; empty for a plain tag."""
        match = _LEVEL.match(self.text)
        return "" if match is None else match["level"]

    @property
    def plain_text(self) -> str:
        """The tag without the letters of its level."""
        if not self.level:
            return self.text
        opening, _level, further_text = self.text.partition(self.level)
        return opening + further_text

    @property
    def is_statement(self) -> bool:
        """Whether it is a statement such as ``{% if x %}``, which prints nothing."""
        return self.text.startswith("{%")

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment such as ``{# note #}``."""
        return self.text.startswith("{#")

    @property
    def word(self) -> str:
        """The first word of a statement; empty for any other tag."""
        match = _STATEMENT.match(self.plain_text)
        return "" if match is None else match["word"]

    @property
    def is_between_branches(self) -> bool:
        """Whether it leads from one branch of a block to the next, as ``{% else %}`` does."""
        return self.word in MIDDLES

    @property
    def change_of_depth(self) -> int:
        """By how many blocks the text behind the tag lies deeper than the text before it."""
        if is_assignment(self.plain_text):
            return 0
        return change_of_depth(self.word)


def tags_in(text: str) -> Iterator[Tag]:
    """Generate the tags of a text, in their order; the last may have no end."""
    tag = next_tag(text, 0)
    while tag is not None:
        yield tag
        tag = next_tag(text, tag.end)


def next_tag(text: str, place: int) -> Tag | None:
    """Return the first tag from a place of a text on; None where there is none."""
    match = _TAG.search(text, place)
    if match is None:
        return None
    start = match.start()
    end = end_of_tag(text, start)
    if end < 0:
        return Tag(text[start:], start, has_end=False)
    return Tag(text[start:end], start)


def without_tags(text: str) -> str:
    """Return a text without its tags."""
    pieces = []
    place = 0
    for tag in tags_in(text):
        pieces.append(text[place : tag.start])
        place = tag.end
    pieces.append(text[place:])
    return "".join(pieces)


def has_tag(text: str) -> bool:
    """Return whether a text holds a tag of any sort."""
    return _TAG.search(text) is not None


def is_statement(text: str) -> bool:
    """Return whether a text is one statement, such as ``{% if x %}``, and nothing else."""
    return _STATEMENT.fullmatch(text) is not None


def is_assignment(text: str) -> bool:
    """Return whether a statement is ``{% set x = … %}``, which opens no block."""
    match = _STATEMENT.match(text)
    return match is not None and match["word"] == "set" and "=" in text


def refused_tag(text: str) -> str:
    """Return the beginning of a tag of docxtpl that puts XML in (``{{r x}}``); empty where there is none.

    Such a tag drops the formatting of its place.
    """
    match = _REFUSED.search(text)
    if match is None:
        return ""
    return match[0][:-1].strip()


def balanced_pieces(text: str) -> list[str]:
    """Return the pieces of a text, each of which can be filled in by itself.

    A text whose statements open and close inside it stays whole. Any other text is cut before and behind each
    of its statements, and around each macro and block set that is whole in it. Comments are left out.
    """
    text = _COMMENT.sub("", text)
    if _is_balanced(text):
        return [text]
    pieces = []
    end = 0
    for start, behind in _cuts(text):
        pieces.append(text[end:start])
        pieces.append(text[start:behind])
        end = behind
    pieces.append(text[end:])
    return [piece for piece in pieces if piece]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Generate beginning and end of each statement, and of each whole definition."""
    statements = list(_STATEMENT.finditer(text))
    ends = _ends_of_definitions(statements)
    end = 0
    for statement in statements:
        if statement.start() >= end:
            end = ends.get(statement.start(), statement.end())
            yield statement.start(), end


def _ends_of_definitions(statements: list[re.Match[str]]) -> dict[int, int]:
    """Return the ends of the definitions that end in a text, by where each begins."""
    ends = {}
    openings: list[re.Match[str]] = []
    for statement in statements:
        if is_assignment(statement[0]):
            continue
        change = change_of_depth(statement["word"])
        if change > 0:
            openings.append(statement)
        elif change < 0 and openings:
            opening = openings.pop()
            if opening["word"] in _DEFINITIONS:
                ends[opening.start()] = statement.end()
    return ends


def is_definition(text: str) -> bool:
    """Return whether a piece is a macro or a block set: what stands in it is printed by other tags."""
    match = _STATEMENT.match(text)
    return match is not None and match["word"] in _DEFINITIONS and match.end() < len(text)


def _is_balanced(text: str) -> bool:
    """Return whether the text closes every block that it opens, and has no statement of a block around it."""
    depth = 0
    for match in _STATEMENT.finditer(text):
        word = match["word"]
        # A piece becomes the block of a Jinja filter, and what is set inside a block is not known behind it.
        if word in _DEFINITIONS:
            return False
        if word in MIDDLES and depth == 0:
            return False
        depth += change_of_depth(word)
        if depth < 0:
            return False
    return depth == 0


def change_of_depth(word: str) -> int:
    """Return by how many blocks the text behind a statement lies deeper than the text before it."""
    if word in BLOCKS:
        return 1
    if word.startswith("end"):
        return -1
    return 0
