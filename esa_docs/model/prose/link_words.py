r"""The words of a link in square brackets, and whether there are any."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.thai.unseen import UNSEEN

_BLANKS_OF_LETTERS: Final = "\u2800\u3164\uffa0"
"""Letters of Braille and Hangul that are drawn as a blank."""
_NO_WORDS: Final = re.compile(rf"(?:[\s*_^~\[\]{{}}{UNSEEN}{_BLANKS_OF_LETTERS}]|\\(?![*_^~\[\]{{}}]))*")
r"""Blanks, what nobody sees, and signs of marks; one behind a backslash is printed, as in ``[\*](https://…)``."""
_MAILTO: Final = "mailto:"


def has_words(text: str, start: int, end: int) -> bool:
    """Return whether something that a reader sees and can click stands between the brackets of a link.

    Args:
        text: the text as typed.
        start: index behind the opening bracket.
        end: index of the closing one.
    """
    return _NO_WORDS.fullmatch(text, start, end) is None


def printed_address(start: int, end: int, address: str) -> tuple[int, int]:
    """Return where the address of a link without words begins and ends, as it is printed in their place.

    Args:
        start: index of the round bracket before it.
        end: index behind the one that closes it.
        address: the address, of which ``mailto:`` is not printed.
    """
    is_mail = address.lower().startswith(_MAILTO)
    hidden = len(_MAILTO) if is_mail else 0
    return start + 1 + hidden, end - 1
