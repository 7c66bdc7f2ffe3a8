"""เอกสารของปี: what the content of every document of a year has, whatever its kind."""

from __future__ import annotations

import datetime as dt

from esa_docs.model.base import Content


class OfficialPaper(Content):
    """The content of a document of a year."""

    draft: bool = False
    """true keeps it a draft though nothing is missing: ร่าง is printed, and it is not issued."""

    @property
    def day(self) -> dt.date | None:
        """Its date. None while it has none, and while the day of the month is left for the pen."""
        date = getattr(self, "date", None)
        return date if isinstance(date, dt.date) else None

    @property
    def is_issued(self) -> bool:
        """ออกเลขแล้ว: whether it has what is given to it at the end: a date, and a number where it bears one.

        Whether anything else is missing is asked of its document.
        """
        return self.day is not None and not self.draft
