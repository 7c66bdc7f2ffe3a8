"""บัญชีรายชื่อฉบับรวม: the members of the committees of an order on a day, after all that amends the order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs.model.base import DateOrMonth
from esa_docs.model.committee import Committee
from esa_docs.model.committee_history import CitedOrder


@dataclass(frozen=True, slots=True)
class CommitteeList:
    """The committees of an order as on a day.

    Attributes:
        day: the day.
        subject: subject of the order.
        number: number of the order. None while it has none.
        date: date of the order, or its month. None while it has none.
        amended_by: the orders that amend it and are in force on the day.
        committees: the committees with the members of the day, who have their posts of the day; none before
            the order is in force.
        since: first day on which the order is in force. None while it is not issued.
    """

    day: dt.date
    subject: str
    number: str | None
    date: DateOrMonth | None
    amended_by: tuple[CitedOrder, ...]
    committees: tuple[Committee, ...]
    since: dt.date | None = None

    @property
    def has_begun(self) -> bool:
        """Whether the order is in force on the day; one that is not issued counts too."""
        return self.since is None or self.since <= self.day

    @property
    def names(self) -> str:
        """Name of the committee, or the kinds of committees where there are several."""
        names = [committee.name for committee in self.committees]
        if len(names) > 1:
            names = [committee.kind for committee in self.committees]
        return "และ".join(dict.fromkeys(names))

    @property
    def title(self) -> str:
        """Name of the list."""
        return f"บัญชีรายชื่อ{self.names} (ฉบับรวม)"
