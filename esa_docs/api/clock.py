"""The machine's clock. Nothing below the API asks it, so that tests and programs choose the day."""

from __future__ import annotations

import datetime as dt


def this_day() -> dt.date:
    """Return the day of today by the machine's clock, in its time zone."""
    return dt.datetime.now().astimezone().date()
