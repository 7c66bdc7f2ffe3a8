"""A committee over time: the committees of an order as the orders that amend it leave them, day by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from esa_docs.model.committee import Committee


@dataclass(frozen=True, slots=True)
class CitedOrder:
    """An issued order, as another paper cites it.

    Attributes:
        number: its number as written.
        date: its date.
        subject: its subject.
    """

    number: str
    date: dt.date
    subject: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """An order that amends another one.

    Attributes:
        order: the amending order.
        since: first day on which it is in force.
        revoked: first day on which it is revoked. None while it is in force.
    """

    order: CitedOrder
    since: dt.date
    revoked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CommitteeState:
    """The committees of an order from a day on.

    Attributes:
        since: the day.
        committees: the committees.
    """

    since: dt.date
    committees: tuple[Committee, ...]


@dataclass(frozen=True, slots=True)
class Revocation:
    """The end of an order.

    Attributes:
        order: the order that revokes it.
        since: first day on which it is revoked.
    """

    order: CitedOrder
    since: dt.date


@dataclass(frozen=True, slots=True)
class CommitteeHistory:
    """The committees of one order over time.

    Attributes:
        states: the committees from day to day; the first state holds from the earliest day there is.
        amendments: the orders that amend it, in the order in which they came into force.
        revocation: how it ended. None while it is in force.
        since: first day on which the order is in force. None while it is not issued.
    """

    states: Sequence[CommitteeState]
    amendments: Sequence[Amendment] = ()
    revocation: Revocation | None = None
    since: dt.date | None = None

    def has_begun(self, day: dt.date) -> bool:
        """Return whether the order is in force on a day or was before; one that is not issued counts too."""
        return self.since is None or self.since <= day

    def is_revoked(self, day: dt.date) -> bool:
        """Return whether the order is revoked on a day."""
        return self.revocation is not None and self.revocation.since <= day

    def committees_on(self, day: dt.date) -> tuple[Committee, ...]:
        """Return the committees as on a day; none once the order is revoked."""
        if self.is_revoked(day):
            return ()
        index = bisect_right(self.states, day, key=lambda state: state.since)
        return self.states[index - 1].committees

    def amendments_on(self, day: dt.date) -> tuple[CitedOrder, ...]:
        """Return the amending orders in force on a day."""
        orders: list[CitedOrder] = []
        for amendment in self.amendments:
            is_over = amendment.revoked is not None and amendment.revoked <= day
            if amendment.since <= day and not is_over:
                orders.append(amendment.order)
        return tuple(orders)
