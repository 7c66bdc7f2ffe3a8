"""The state of a number in a register: ใช้ (used), จอง (reserved) or ยกเลิก (cancelled)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from esa_docs import thai


class NumberState(StrEnum):
    """The state of a number."""

    USED = "used"
    """ใช้: a paper bears it, or bore it."""
    RESERVED = "reserved"
    """จอง: it is kept for a paper until a day."""
    CANCELLED = "cancelled"
    """ยกเลิก: no paper bears it any more."""


STATE_WORDS: Final = {
    NumberState.USED: "ใช้",
    NumberState.RESERVED: "จอง",
    NumberState.CANCELLED: "ยกเลิก",
}
"""How a register file says the state of a number."""

REUSE_WORDS: Final = {True: "ได้", False: "ไม่ได้"}
"""How a register file says whether a cancelled number may be given to another paper."""


@dataclass(frozen=True, slots=True)
class NumberNote:
    """What a register notes of a number.

    Attributes:
        state: its state.
        who: who reserved it; empty where nobody is noted.
        purpose: what it is reserved for.
        until: the last day on which it is reserved. None for a number that is not reserved.
        why: why it was cancelled; of a reserved number what was noted of it before, see `words`.
        is_free: whether a cancelled number may be given to another paper.
        noted: the day on which it was reserved, where that is of another year than the number. None else.
    """

    state: NumberState = NumberState.USED
    who: str = ""
    purpose: str = ""
    until: dt.date | None = None
    why: str = ""
    is_free: bool = False
    noted: dt.date | None = None

    @property
    def is_reserved(self) -> bool:
        """Whether the number is kept for a paper, also when the reservation has run out."""
        return self.state is NumberState.RESERVED

    @property
    def is_cancelled(self) -> bool:
        """Whether the number was cancelled, free or not."""
        return self.state is NumberState.CANCELLED

    @property
    def words(self) -> str:
        """What is noted of a number that is reserved or was cancelled, in Thai as registers are; else empty.

        It is kept with the number once a paper bears it, or it is reserved anew.
        """
        pieces: list[str] = []
        if self.purpose:
            pieces.append(self._words_of_reservation())
        if self.is_cancelled:
            pieces.append(f"เคยยกเลิก: {self.why}")
        elif self.why:
            pieces.append(self.why)
        return "; ".join(pieces)

    def _words_of_reservation(self) -> str:
        words = f"จองไว้เพื่อ {self.purpose}"
        if self.who:
            words += f" ผู้จอง {self.who}"
        if self.until:
            words += f" ถึง {thai.format_date(self.until, 'short', 'arabic')}"
        return words

    def has_run_out(self, day: dt.date) -> bool:
        """Return whether a reservation has run out on a day. Its last day counts as reserved."""
        return self.is_reserved and self.until is not None and self.until < day
