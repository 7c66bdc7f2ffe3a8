"""เวลา: hours and minutes as official texts write them, ๐๙.๐๐ น."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits
from esa_docs.thai.text import normalise_spaces

_TIME: Final = re.compile(r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?: ?น\.)?")


class NotATime(ValueError):  # noqa: N818 named as the faults of dates
    """The text is no time of the day: 9 โมง, 25.00 น.

    Attributes:
        text: the text as it was written.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"not a time of the day: {self.text!r}"


def parse_time(text: str) -> dt.time:
    """Return the time of the day that a text such as `09.30 น.`, `9.30`, `๐๙.๓๐ น.` or `09:30` names.

    Raises:
        NotATime: any other text.
    """
    plain = to_arabic_digits(normalise_spaces(text))
    match = _TIME.fullmatch(plain)
    if match is None:
        raise NotATime(text)
    hour, minute = int(match["hour"]), int(match["minute"])
    try:
        return dt.time(hour, minute)
    except ValueError:
        raise NotATime(text) from None


def format_time(time: dt.time, numerals: Numerals = "thai") -> str:
    """Return a time as two figures, a dot, two figures and น., such as `๐๙.๐๐ น.`."""
    return apply_numerals(f"{time:%H.%M} น.", numerals)
