"""The machine's clock, asked here and nowhere below."""

from __future__ import annotations

import datetime as dt


def this_day() -> dt.date:
    """Return the day by the machine's clock."""
    return dt.datetime.now().astimezone().date()
