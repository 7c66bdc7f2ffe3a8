"""Words for faults of dates and times, one for each type of error that our models raise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from esa_docs.hints import did_you_mean
from esa_docs.i18n import gettext as _
from esa_docs.source.binding.near_dates import near_date
from esa_docs.source.binding.reference_faults import FaultText

# Each function takes what was found, quoted as messages have it.


def with_near_date(hint: str, typed: object) -> str:
    """Return the hint at a date: the date that was likely meant; the given hint where none was."""
    date = near_date(typed) if isinstance(typed, str) else ""
    if not date:
        return hint
    return did_you_mean([date])


def _tell_no_such_day(quoted_text: str) -> FaultText:
    message = _("a day of the calendar is expected, found {found}").format(found=quoted_text)
    return "E204", message, _("Check the day against the calendar of that month.")


def _tell_not_a_date(quoted_text: str) -> FaultText:
    message = _("a date is expected, found {found}").format(found=quoted_text)
    return "E206", message, _("Write it as 16 กันยายน 2569 or 16/9/2569.")


def _tell_not_a_date_or_month(quoted_text: str) -> FaultText:
    message = _("a date is expected, found {found}").format(found=quoted_text)
    hint = _("Write it as 16 กันยายน 2569, or as กันยายน 2569 to leave the day for the pen.")
    return "E206", message, hint


def _tell_no_day(quoted_text: str) -> FaultText:
    message = _("a date with its day is expected, found {found}").format(found=quoted_text)
    return "E206", message, _("Write it as 16 กันยายน 2569 or 16/9/2569.")


def _tell_wrong_weekday(quoted_text: str) -> FaultText:
    message = _("the weekday of {found} is not that of the date").format(found=quoted_text)
    return "E207", message, _("Correct the weekday, or leave it out.")


def _tell_not_a_time(quoted_text: str) -> FaultText:
    message = _("a time of the day is expected, found {found}").format(found=quoted_text)
    return "E217", message, _("Write it as 09.30 น.")


DATE_TELLERS: dict[str, Callable[[str], FaultText]] = {
    "date_type": _tell_not_a_date,
    "no_such_day": _tell_no_such_day,
    "not_a_date": _tell_not_a_date,
    "not_a_date_or_month": _tell_not_a_date_or_month,
    "no_day": _tell_no_day,
    "wrong_weekday": _tell_wrong_weekday,
    "not_a_time": _tell_not_a_time,
    "time_type": _tell_not_a_time,
}
"""What describes each fault of a date or time, by the type of the error."""

WITHOUT_DATE: Final = frozenset({"not_a_date", "not_a_date_or_month"})
"""Types of errors of a text that is no date as it is written, but may mean one."""
