"""The tags of a template as text: which stand in a piece of text, and where it can be cut between them."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"\{[{%#]")
_STATEMENT: Final = re.compile(r"(\{%-?\s*(\w+)(?:(?!%\}).)*%\})", re.DOTALL)
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFUSED: Final = re.compile(r"\{\{(?:r|p|tr|tc)\s|\{%r\s")
_BLOCKS: Final = frozenset({"for", "if", "filter", "with", "macro", "call", "autoescape", "raw", "set"})
_MIDDLES: Final = frozenset({"else", "elif"})


def has_tag(text: str) -> bool:
    """Tell whether a text holds a tag of any sort."""
    return _TAG.search(text) is not None


def is_statement(text: str) -> bool:
    """Tell whether a text is one statement, such as ``{% if x %}``, and nothing else."""
    return _STATEMENT.fullmatch(text) is not None


def refused_tag(text: str) -> str:
    """Give the beginning of a tag that would write XML itself (``{{r x}}``); empty where there is none."""
    match = _REFUSED.search(text)
    return match[0].strip() if match else ""


def balanced_pieces(text: str) -> list[str]:
    """Cut a text so that each piece can be filled in by itself.

    A text whose statements open and close inside it stays whole; any other is parted at its statements.
    Comments are left out.
    """
    text = _COMMENT.sub("", text)
    if _is_balanced(text):
        return [text]
    pieces = []
    place = 0
    for match in _STATEMENT.finditer(text):
        pieces += [text[place : match.start()], match[0]]
        place = match.end()
    return [piece for piece in (*pieces, text[place:]) if piece]


def _is_balanced(text: str) -> bool:
    depth = 0
    for match in _STATEMENT.finditer(text):
        word = match[2]
        holds_further = word == "set" and "=" in match[0]
        depth += (word in _BLOCKS) - word.startswith("end")
        if depth < 0 or holds_further or (word in _MIDDLES and not depth):
            return False
    return not depth
