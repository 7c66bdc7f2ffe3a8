"""Thai letters that count: in lists, and those of annexes."""

from __future__ import annotations

from typing import Final

LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Letters that count: without ฃ and ฅ, which are no longer used, and ฆ, which lists leave out (usage, not
verified; the format thaiLetters of Word leaves the same out)."""


def letter(number: int) -> str:
    """Return the letter that counts for a number; beyond the last one letters are doubled, as in Word."""
    turns, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] * (turns + 1)
