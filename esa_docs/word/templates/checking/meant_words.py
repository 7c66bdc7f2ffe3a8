"""What somebody meant by a statement that begins with a word that is none: ``else if``, ``{%P``, ``ถ้า``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from esa_docs.hints import nearest

OPENERS: Final = ("for", "if", "filter", "with", "macro", "call", "autoescape", "set")
MIDDLES: Final = ("else", "elif")
ENDS: Final = tuple(f"end{word}" for word in OPENERS)
CELL_WORDS: Final = ("cellbg", "colspan", "hm", "vm")
"""Statements of docxtpl for a cell."""
_SINGLE: Final = ("do", "include", "import", "from", "extends", "block", "endblock", "raw", *CELL_WORDS)
WORDS: Final = (*OPENERS, *MIDDLES, *ENDS, *_SINGLE)
"""The words with which a statement may begin."""
_COMMON: Final = ("for", "if", "set", "else", "elif", "endfor", "endif", "endset")
"""Those that a hint names: an office needs no others."""
_FIRST_WORD: Final = re.compile(r"[\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
"""A word with the signs of Thai that stand on a letter, which Python counts as none."""
_OTHER_FORMS: Final = (
    (re.compile(r"else\s*if\b|els?e?if\b(?<!\belif)", re.IGNORECASE), "elif"),
    (re.compile(r"end[\s_-]+(?P<word>for|if|filter|with|macro|call|autoescape|set)\b", re.IGNORECASE), "end"),
)
_THAI: Final[Mapping[str, str]] = {
    "ถ้า": "if",
    "หาก": "if",
    "สำหรับ": "for",
    "วน": "for",
    "ไม่เช่นนั้น": "else",
    "มิฉะนั้น": "else",
    "จบถ้า": "endif",
    "จบวน": "endfor",
}
_ENDS_OF_ANYTHING: Final = ("end", "endof", "จบ", "สิ้นสุด")
"""What people write for the end of whatever is open."""


def first_word(body: str) -> str:
    """Return the first word of a statement; empty where it begins with a sign."""
    match = _FIRST_WORD.match(body)
    return match[0] if match else ""


def meant_body(body: str) -> str:
    """Return a statement with the word that somebody meant; empty where nobody can tell.

    Args:
        body: what stands in the tag, without the letters of docxtpl.
    """
    for pattern, meant_word in _OTHER_FORMS:
        match = pattern.match(body)
        if match is not None:
            inner_word = match.groupdict().get("word", "")
            return f"{meant_word}{inner_word.lower()}{body[match.end() :]}"
    word = first_word(body)
    if word in WORDS:
        return body
    meant_word = _nearest_word(word)
    return f"{meant_word}{body[len(word) :]}" if meant_word else ""


def wrong_words(body: str, meant: str) -> str:
    """Return the words of a statement in whose place another word was meant, such as ``else if``."""
    unchanged = meant[len(first_word(meant)) :]
    return body.removesuffix(unchanged).strip()


def is_some_end(word: str) -> bool:
    """Return whether a word means the end of whatever block is open."""
    return word.lower() in _ENDS_OF_ANYTHING


def common_words() -> str:
    """Return the words that a hint names."""
    return ", ".join(_COMMON)


def _nearest_word(word: str) -> str:
    """Return the word of a statement that is most like a word; empty where none is."""
    if is_some_end(word):
        return ""
    if word in _THAI:
        return _THAI[word]
    if word.lower() in WORDS:
        return word.lower()
    near_words = nearest(word.lower(), (*OPENERS, *MIDDLES, *ENDS))
    return near_words[0] if near_words else ""


def written_tag(prefix: str, body: str) -> str:
    """Return a statement as it is typed, such as ``{%tr endfor %}``."""
    return f"{{%{prefix} {body} %}}"
