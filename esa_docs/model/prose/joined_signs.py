"""Signs of marks where a text has them: those of two marks may stand one behind the other, as ``**ก****ข**``.

Elsewhere four stars cover a number, and a row of underscores is a gap for the pen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Final

from esa_docs.model.prose.delimiters import STYLES_OF_SIGNS, Delimiter, delimiter_at, is_in_one_word
from esa_docs.model.prose.mark_faults import MarkFault, MarkFaultSort
from esa_docs.model.prose.open_marks import OpenMarks

_OF_SINGLE_WORDS: Final = "~"
"""What stands in one word, between digits too, as in ``H~2~~3~``."""


class Ended(Enum):
    """What may end right before signs."""

    MARK = "mark"
    """A link, a note or a placed value: its bracket is not printed."""
    ADDRESS = "address"
    """An address as typed, to which signs without a partner belong."""


def delimiters_in(
    text: str, start: int, end: int, open_marks: OpenMarks, ended: Ended | None
) -> Iterator[Delimiter]:
    """Generate the signs at a place: those that end marks, then those that begin others.

    Args:
        text: the text as typed.
        start: index of the first sign.
        end: index behind the last sign.
        open_marks: the marks that have begun before them.
        ended: what ends right before them; None for letters.
    """
    is_behind_mark = ended is Ended.MARK
    signs = text[start:end]
    if signs in STYLES_OF_SIGNS:
        delimiter = delimiter_at(text, start, end, is_behind_mark=is_behind_mark)
        is_told = delimiter.is_told and not (ended is Ended.ADDRESS and "*" not in signs)
        yield replace(delimiter, is_told=is_told)
        return
    middle = start + open_marks.length_of_signs(signs[0])
    are_joined = text[start:middle] in STYLES_OF_SIGNS and text[middle:end] in STYLES_OF_SIGNS
    if not are_joined:
        return
    if is_in_one_word(text, start, end) and signs[0] != _OF_SINGLE_WORDS:
        fault = MarkFault(MarkFaultSort.UNMATCHED, start, text[start:middle])
        open_marks.faults.append(fault)
        return
    ending = delimiter_at(text, start, middle, is_behind_mark=is_behind_mark)
    beginning = delimiter_at(text, middle, end)
    if ending.can_end and beginning.can_begin:
        yield replace(ending, can_begin=False)
        yield replace(beginning, can_end=False)
