"""One line of a register file: a paper that was made elsewhere, a reserved number, or a cancelled one."""

from __future__ import annotations

from typing import Annotated, Final, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, DateOfIssue, Text, ThaiDate
from esa_docs.model.number_state import REUSE_WORDS, STATE_WORDS, NumberNote, NumberState

_STATES: Final = {word: state for state, word in STATE_WORDS.items()} | {
    state.value: state for state in NumberState
}
_REUSES: Final = {word: is_free for is_free, word in REUSE_WORDS.items()} | {"yes": True, "no": False}


def _parse_state(value: object) -> object:
    state = _STATES.get(_word(value))
    if state is None:
        raise _unknown_word("สถานะ", value, list(STATE_WORDS.values()))
    return state


def _parse_reuse(value: object) -> object:
    is_free = _REUSES.get(_word(value))
    if is_free is None:
        raise _unknown_word("ใช้ซ้ำได้", value, list(REUSE_WORDS.values()))
    return is_free


def _word(value: object) -> str:
    return str(value).strip().casefold()


def _unknown_word(head: str, value: object, choices: list[str]) -> PydanticCustomError:
    details = {"head": head, "text": str(value), "choices": choices}
    return PydanticCustomError("register_word", "unknown word", details)


class RegisterRow(Content):
    """One line of a register file. A cell that is empty is left out."""

    number: Text
    """เลขที่: the number, with or without code and year."""
    date: DateOfIssue
    """ลงวันที่: date of the paper, or its month; of a number without a paper a day of its calendar year."""
    subject: Text | None = None
    """เรื่อง, without this word."""
    state: Annotated[NumberState, BeforeValidator(_parse_state)] = NumberState.USED
    """สถานะ."""
    who: Text | None = None
    """ผู้จอง."""
    purpose: Text | None = None
    """เพื่อ: what it is reserved for."""
    until: ThaiDate | None = None
    """ถึงวันที่: last day on which it is reserved."""
    why: Text | None = None
    """เหตุผล: why it was cancelled."""
    is_free: Annotated[bool, BeforeValidator(_parse_reuse)] = False
    """ใช้ซ้ำได้: whether a cancelled number may be given to another paper."""
    noted: ThaiDate | None = None
    """จองเมื่อ: day on which it was reserved, where ลงวันที่ says another year in which it is counted."""

    @model_validator(mode="after")
    def _check_state(self) -> Self:
        for key in _REQUIRED[self.state]:
            if getattr(self, key) is None:
                raise PydanticCustomError("no_value", "a text is expected", {"key": key})
        return self

    @property
    def note(self) -> NumberNote:
        """What the line notes of the number."""
        is_free = self.state is NumberState.CANCELLED and self.is_free
        who, purpose, why = self.who or "", self.purpose or "", self.why or ""
        return NumberNote(self.state, who, purpose, self.until, why, is_free, self.noted)


_REQUIRED: Final = {
    NumberState.USED: ("subject",),
    NumberState.RESERVED: ("purpose", "until"),
    NumberState.CANCELLED: ("why",),
}
"""Keys that a line of each state must have beside number and date."""
