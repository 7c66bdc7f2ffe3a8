r"""Characters that nobody sees: Unicode's property Default_Ignorable_Code_Point, and where one has a meaning.

Some are never meant in an official paper and go: soft hyphen, zero width space, word joiner, byte order mark.
Others change the sign beside them, and stay there: a joiner between letters of scripts that join (Arabic,
those of India, lanna) or between pictographs, a variation selector behind a sign that has variants, the
fillers of Hangul between its letters. Anywhere else, so between Thai letters, they go too. `refused.py` has
the marks of direction, the tags, and the places of the property that are no characters.

(Unicode 14 to 16, DerivedCoreProperties.txt; U+180E and the two fillers that are drawn as a blank are treated
as what they look like.)
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

NEVER_MEANT: Final = "\u00ad\u034f\u200b\u2060-\u2065\ufeff"
"""Characters that always go, as ranges of a pattern."""
_JOINERS: Final = "\u200c\u200d"
_SELECTORS: Final = "\ufe00-\ufe0f"
_MONGOLIAN: Final = "\u180b-\u180f"
_KHMER: Final = "\u17b4\u17b5"
_HANGUL: Final = "\u115f\u1160"
_IDEOGRAPHIC: Final = "\U000e0100-\U000e01ef"
_SHORTHAND: Final = "\U0001bca0-\U0001bca3"
_MUSICAL: Final = "\U0001d173-\U0001d17a"
UNSEEN: Final = (
    f"{NEVER_MEANT}{_JOINERS}{_SELECTORS}{_MONGOLIAN}{_KHMER}{_HANGUL}{_IDEOGRAPHIC}{_SHORTHAND}{_MUSICAL}"
)
"""All that nobody sees and that is not refused, as ranges of a pattern."""

_PICTOGRAPHS: Final = "\u2190-\u27ff\u2900-\u2bff\U0001f000-\U0001faff"
_JOINING: Final = (
    "\u0620-\u085f\u0870-\u0dff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1800-\u180a\u1810-\u18af"
    "\u1a20-\u1aad\u1b00-\u1c4f\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff"
)
"""Blocks of scripts in which a joiner changes the letters beside it."""
_WITH_VARIANTS: Final = (
    f"{_PICTOGRAPHS}#*0-9\u00a9\u00ae\u1000-\u109f\u203c\u2049\u2100-\u218f\u3000-\u303f\u3200-\u9fff"
    "\ua840-\ua87f\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
)
_IDEOGRAPHS: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL_LETTERS: Final = "\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb"

# A base is always seen. So what stays keeps its base, and looking twice finds nothing more.
_LOOSE_SELECTOR: Final = (
    f"(?<![{_WITH_VARIANTS}])[{_SELECTORS}]"
    f"|(?<![\u1800-\u180a\u1810-\u18af])[{_MONGOLIAN}]"
    f"|(?<![\u1780-\u17b3])[{_KHMER}]"
    f"|(?<![{_HANGUL_LETTERS}])[{_HANGUL}](?![{_HANGUL_LETTERS}])"
    f"|(?<![{_IDEOGRAPHS}])[{_IDEOGRAPHIC}]"
    f"|(?<![\U0001bc00-\U0001bc9f])[{_SHORTHAND}]"
    f"|(?<![\U0001d100-\U0001d172\U0001d17b-\U0001d1ff])[{_MUSICAL}]"
)
_BEFORE_JOINER: Final = f"{_PICTOGRAPHS}{_SELECTORS}{_JOINING}"
_LOOSE_JOINER: Final = (
    f"(?<![{_BEFORE_JOINER}])\u200d|\u200d(?![{_PICTOGRAPHS}{_JOINING}])"
    f"|(?<![{_JOINING}])\u200c|\u200c(?![{_JOINING}])"
)
LOOSE: Final = f"[{NEVER_MEANT}]|{_LOOSE_SELECTOR}|{_LOOSE_JOINER}"
"""Pattern of what goes; of several in a row it may leave some, which `without_loose` sees at last."""


def without_loose(text: str) -> str:
    """Return a text without what nobody sees and that has no meaning where it stands."""
    never_meant, selectors, joiners = _patterns()
    # Each step may lay bare what the next one looks at, never what one before it has let stand.
    return joiners.sub("", selectors.sub("", never_meant.sub("", text)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (re.compile(f"[{NEVER_MEANT}]"), re.compile(_LOOSE_SELECTOR), re.compile(_LOOSE_JOINER))
