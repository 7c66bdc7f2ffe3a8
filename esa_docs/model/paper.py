"""เอกสารของปี: what the content of every document of a year has, whatever its kind."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from esa_docs.model.annexes import Annex
from esa_docs.model.base import Content
from esa_docs.model.printed_fields import SteeringText


class OfficialPaper(Content):
    """The content of a document of a year."""

    number_words: ClassVar[tuple[str, ...]] = ()
    """Words of its kind that are typed before its number, such as คำสั่ง; they are taken off."""

    draft: bool = False
    """true keeps it a draft though nothing is missing: ร่าง is printed, and it is not issued."""
    meant: tuple[SteeringText, ...] = ()
    """Words that are meant as they stand, though the check asks about them (W506 to W508)."""
    annexes: tuple[Annex, ...] = ()
    """ภาคผนวก: what stands behind the paper, each annex on pages of its own."""

    @property
    def day(self) -> dt.date | None:
        """Its date. None while it has none, and while the day of the month is left for the pen."""
        date = getattr(self, "date", None)
        return date if isinstance(date, dt.date) else None

    @property
    def is_issued(self) -> bool:
        """Whether what is given to it at the end stands in it: a date, and a number where it bears one.

        The state of the paper is asked of its document (`model/life.py`): one that was issued anyway has
        effect as any other.
        """
        return self.day is not None

    @property
    def mark_of_pages(self) -> str:
        """What the head and foot of each of its pages must bear, such as ลับ; empty where nothing is."""
        return ""

    @property
    def annexes_of_file(self) -> tuple[Annex, ...]:
        """Its annexes as they stand in a file with all of it."""
        return self.annexes
