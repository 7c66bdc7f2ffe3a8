"""The words that a clerk typed into a content file, read line by line and by no YAML reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_KEY: Final = re.compile(r"(?:^|(?<=[\s{,]))([A-Za-z_][A-Za-z0-9_]*):(?=\s|$)")
_COMMENT: Final = re.compile(r"""^((?:[ -]*|[ -]*\w+:|(?:[ -]*\w+:)? *[^ #ก-๎]+|.*["'}\]])) *(?<![^ ])#.*""")
_WORD: Final = re.compile(r"[A-Za-z0-9\u0e01-\u0e4e]{3,}")
_THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_NOT_SEEN: Final = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word of a line, with the key before it and those above that."""

    text: str
    key: str
    line: int


def plain(text: str) -> str:
    """Return a text without blanks, in Arabic digits, with each letter in its usual form."""
    composed = unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ")
    return _NOT_SEEN.sub("", composed.translate(_THAI_DIGITS))


def all_typed(text: str) -> str:
    """Return all words of a content file in one, to count what stands inside longer words as well."""
    return plain("|".join(word.text for word in typed_words(text)))


def typed_words(text: str) -> Iterator[TypedWord]:
    """Generate the words of a content file.

    A comment is left out where it can be nothing else: on a line of its own, behind a key alone, behind a
    value of one word without Thai letters, a quote or a bracket.
    """
    keys_by_indent: dict[int, str] = {}
    for number, whole_line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = _COMMENT.sub(r"\1", whole_line)
        words = line.lstrip(" -\t")
        indent = len(line) - len(words)
        keys_by_indent = {place: key for place, key in keys_by_indent.items() if place < indent}
        outer_key = ".".join(keys_by_indent.values())
        for key, segment in _segments(line, outer_key):
            if key != outer_key and indent not in keys_by_indent:
                keys_by_indent[indent] = key.rpartition(".")[2]
            for word in _WORD.findall(segment.translate(_THAI_DIGITS)):
                yield TypedWord(word, key, number)


def _segments(line: str, outer_key: str) -> Iterator[tuple[str, str]]:
    """Generate each key of a line, behind the keys above it, with the text behind it."""
    key, start = outer_key, 0
    for match in _KEY.finditer(line):
        yield key, line[start : match.start()]
        key, start = f"{outer_key}.{match[1]}".removeprefix("."), match.end()
    yield key, line[start:]
