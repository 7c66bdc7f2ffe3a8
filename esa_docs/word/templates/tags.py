"""The tags of a template as text: which stand in a piece of text, and where it can be cut between them."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"\{[{%#]")
_STATEMENT: Final = re.compile(r"\{%-?\s*(?P<word>\w+)(?:(?!%\}).)*%\}", re.DOTALL)
"""A tag such as ``{% if x %}``; its first word says what it does."""
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFUSED: Final = re.compile(r"\{\{(?:r|p|tr|tc)\s|\{%r\s")
_CURVED_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BLOCKS: Final = frozenset({"for", "if", "filter", "with", "macro", "call", "autoescape", "raw", "set"})
"""Statements that open a block, as ``for`` does, which ``endfor`` closes."""
_MIDDLES: Final = frozenset({"else", "elif"})
"""Statements between the branches of a block."""


def plain_quotes(tag: str) -> str:
    """Return a tag with the quotes that Jinja knows: Word puts curved ones in their place while one types."""
    return tag.translate(_CURVED_QUOTES)


def has_tag(text: str) -> bool:
    """Return whether a text holds a tag of any sort."""
    return _TAG.search(text) is not None


def is_statement(text: str) -> bool:
    """Return whether a text is one statement, such as ``{% if x %}``, and nothing else."""
    return _STATEMENT.fullmatch(text) is not None


def refused_tag(text: str) -> str:
    """Return the beginning of a tag of docxtpl that puts XML in (``{{r x}}``); empty where there is none.

    Such a tag drops the formatting of its place.
    """
    match = _REFUSED.search(text)
    if match is None:
        return ""
    return match[0].strip()


def balanced_pieces(text: str) -> list[str]:
    """Return the pieces of a text, each of which can be filled in by itself.

    A text whose statements open and close inside it stays whole. Any other text is cut before and behind each
    of its statements. Comments are left out.
    """
    text = _COMMENT.sub("", text)
    if _is_balanced(text):
        return [text]
    pieces = []
    end = 0
    for match in _STATEMENT.finditer(text):
        pieces.append(text[end : match.start()])
        pieces.append(match[0])
        end = match.end()
    pieces.append(text[end:])
    return [piece for piece in pieces if piece]


def _is_balanced(text: str) -> bool:
    """Return whether the text closes every block that it opens, and has no statement of a block around it."""
    depth = 0
    for match in _STATEMENT.finditer(text):
        word = match["word"]
        # A piece becomes the block of a Jinja filter, and what is set inside a block is not known behind it.
        is_assignment = word == "set" and "=" in match[0]
        if is_assignment:
            return False
        if word in _MIDDLES and depth == 0:
            return False
        depth += _change_of_depth(word)
        if depth < 0:
            return False
    return depth == 0


def _change_of_depth(word: str) -> int:
    """Return by how many blocks the text behind a statement lies deeper than the text before it."""
    if word in _BLOCKS:
        return 1
    if word.startswith("end"):
        return -1
    return 0
