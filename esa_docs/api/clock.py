"""The machine's clock and user. Nothing below the API asks them, so that tests and programs choose both."""

from __future__ import annotations

import datetime as dt
import getpass

from esa_docs.jobs.kept.keeping import Occasion


def this_day() -> dt.date:
    """Return the day of today by the machine's clock, in its time zone."""
    return _now().date()


def this_occasion() -> Occasion:
    """Return the time of now, and the name by which the machine knows its user."""
    return Occasion(_now(), _user())


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _user() -> str:
    """Return the name of the user; empty where the machine does not know it."""
    try:
        return getpass.getuser()
    # Without a user database: OSError since Python 3.13, before it KeyError, on Windows ImportError.
    except (OSError, KeyError, ImportError):
        return ""
