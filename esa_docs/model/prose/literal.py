"""Text as it must be typed so that its marks print as they stand."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.model.prose.mark_faults import MarkFaultSort
from esa_docs.model.prose.mark_signs import MARK_BEGINNING, MARK_CHARACTERS
from esa_docs.model.prose.reading import read_marks

_MARK: Final = re.compile(MARK_BEGINNING)
_BACKSLASHES: Final = re.compile(r"\\+")


def as_literal(text: str) -> str:
    """Return a text with backslashes before its signs where some would be read as marks, or refused as such.

    Args:
        text: the text as it is to be printed.
    """
    reading = read_marks(text)
    is_refused = any(fault.sort != MarkFaultSort.UNMATCHED for fault in reading.faults)
    if not reading.marks and not is_refused:
        return text
    with_backslashes = _BACKSLASHES.sub(_doubled_before_mark, text)
    return _MARK.sub(_behind_backslashes, with_backslashes)


def _doubled_before_mark(match: re.Match[str]) -> str:
    """Return backslashes, twice as many where a mark stands behind them."""
    behind = match.string[match.end() : match.end() + 1]
    is_before_mark = bool(behind) and behind in MARK_CHARACTERS
    return match[0] * 2 if is_before_mark else match[0]


def _behind_backslashes(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in match[0])
