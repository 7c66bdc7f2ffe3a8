"""เวลา: hours and minutes as official texts write them, ๐๙.๐๐ น."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from esa_docs.thai.digits import Numerals, apply_numerals, to_arabic_digits
from esa_docs.thai.text import normalise_spaces

_TIME: Final = re.compile(r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?: ?น\.)?")


class NotATime(ValueError):  # noqa: N818 named as the faults of dates
    """The text, `text` as written, is no time of the day: 9 โมง, 25.00 น."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"not a time of the day: {self.text!r}"


def parse_time(text: str) -> dt.time:
    """เวลา: read `09.30 น.`, `9.30`, `๐๙.๓๐ น.` and `09:30`; raises NotATime for any other text."""
    found = _TIME.fullmatch(to_arabic_digits(normalise_spaces(text)))
    try:
        return dt.time(int(found["hour"]), int(found["minute"])) if found else _refuse(text)
    except ValueError:
        raise NotATime(text) from None


def format_time(time: dt.time, numerals: Numerals = "thai") -> str:
    """เวลา: two figures, a dot, two figures, น.: such as `๐๙.๐๐ น`."""
    return apply_numerals(f"{time:%H.%M} น.", numerals)


def _refuse(text: str) -> dt.time:
    raise NotATime(text)
