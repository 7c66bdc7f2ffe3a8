"""What may be wrong with a text that should be a date."""

import datetime as dt

from esa_docs.thai.calendar_names import WEEKDAYS


class DateError(ValueError):
    """A text that is no date. Callers match the subclasses.

    Attributes:
        text: the text as it was written.
    """

    def __init__(self, text: str, *details: object) -> None:
        super().__init__(text, *details)
        self.text = text


class NotADate(DateError):  # noqa: N818 - these names say what was found, as callers match them
    """The text has none of the shapes of a date."""

    def __str__(self) -> str:
        return f"not a date: {self.text!r}"


class NotAMonth(DateError):  # noqa: N818
    """The text is no month's name."""

    def __str__(self) -> str:
        return f"not the name of a month: {self.text!r}"


class WrongEra(DateError):  # noqa: N818
    """The year is of the Christian era: 16 กันยายน 2026, 2026-09-16.

    Attributes:
        year: the year as written.
    """

    def __init__(self, text: str, year: int) -> None:
        super().__init__(text, year)
        self.year = year

    def __str__(self) -> str:
        return f"year {self.year} is not of the Buddhist era: {self.text!r}"


class NoSuchDay(DateError):  # noqa: N818
    """The day does not exist.

    Attributes:
        year: the year as written, in B.E.
        month: the month as written, 1 to 12 where it is a name.
        day: the day as written.
    """

    def __init__(self, text: str, year: int, month: int, day: int) -> None:
        super().__init__(text, year, month, day)
        self.year, self.month, self.day = year, month, day

    def __str__(self) -> str:
        return f"no such day: {self.text!r}"


class NoSuchMonth(DateError):  # noqa: N818
    """The year has no such month: 2569-13, มกราคม 2483.

    Attributes:
        year: the year as written, in B.E.
        month: the month as written, 1 to 12 where it is a name.
    """

    def __init__(self, text: str, year: int, month: int) -> None:
        super().__init__(text, year, month)
        self.year, self.month = year, month

    def __str__(self) -> str:
        return f"no such month: {self.text!r}"


class WrongWeekday(DateError):  # noqa: N818
    """The weekday is not that of the date.

    Attributes:
        written: the weekday in the text, without วัน.
        date: the date.
        actual: the weekday of the date, without วัน.
    """

    def __init__(self, text: str, written: str, date: dt.date) -> None:
        super().__init__(text, written, date)
        self.written = written
        self.date = date
        self.actual = WEEKDAYS[date.weekday()]

    def __str__(self) -> str:
        return f"weekday {self.written} is written, the date falls on {self.actual}: {self.text!r}"


class ReversedRange(ValueError):  # noqa: N818
    """A range of dates whose last day lies before its first."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def __str__(self) -> str:
        return f"the range ends on {self.last} before it begins on {self.first}"
