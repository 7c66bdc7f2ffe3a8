"""The signs of marks as people type them, each said once: how they are read, escaped and found follows.

Signs that stand for several styles at once, and what else people mean by a sign, are in `delimiters.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from esa_docs.model.prose.prose import FieldValue, Reference, Style

SIGNS_OF_STYLE: Final[Mapping[Style, str]] = MappingProxyType({style: style.value for style in Style})
"""What stands before and behind the letters of a style."""
NOTE_BEGINNING: Final = "^["
PLACED_MARKS: Final[Mapping[str, Callable[[str], Reference | FieldValue]]] = MappingProxyType(
    {"ref": Reference, "field": FieldValue}
)
"""What stands between braces before a colon, and the mark that it makes of the text behind it."""
PLACED_NAMES: Final = "|".join(PLACED_MARKS)
"""Pattern of these names."""
_BRACKETS: Final = "[]{}"
_CHARACTERS_OF_STYLES: Final = "".join(dict.fromkeys("".join(SIGNS_OF_STYLE.values())))
MARK_CHARACTERS: Final = _CHARACTERS_OF_STYLES + _BRACKETS
"""Characters of which marks consist: a backslash before one makes it literal."""
ANY_MARK_CHARACTER: Final = f"[{re.escape(MARK_CHARACTERS)}]"
"""Pattern of one of them."""


def _pattern_of_beginnings() -> str:
    """Return the pattern of what may begin a mark: a character that does so alone, or several alike."""
    signs_alone = [signs for signs in SIGNS_OF_STYLE.values() if len(signs) == 1]
    several = [signs for signs in SIGNS_OF_STYLE.values() if signs[0] not in signs_alone]
    patterns = [f"{re.escape(signs)}+" for signs in several]
    return "|".join([*patterns, f"[{re.escape(''.join(signs_alone))}\\[{{]"])


MARK_BEGINNING: Final = _pattern_of_beginnings()


def _pattern_of_delimiters() -> str:
    """Return the pattern of signs around the letters of a style, as many alike as stand together.

    The character with which a note begins is taken alone: the one behind it may begin a note.
    """
    patterns = []
    for character in _CHARACTERS_OF_STYLES:
        repeated = "" if character == NOTE_BEGINNING[0] else "+"
        patterns.append(re.escape(character) + repeated)
    return "|".join(patterns)


DELIMITERS: Final = _pattern_of_delimiters()
