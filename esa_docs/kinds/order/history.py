"""The committees of orders over time: each order with those that amend or revoke it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from esa_docs.kinds.order.changing import Amending, amend
from esa_docs.kinds.order.citing import OrderKey, cited, first_day, order_key
from esa_docs.kinds.order.content import Order
from esa_docs.model.committee import Committee
from esa_docs.model.committee_history import Amendment, CommitteeHistory, CommitteeState, Revocation


@dataclass(frozen=True, slots=True)
class OrderHistories:
    """The orders of all years, looked at together.

    Attributes:
        by_key: history of each issued order.
        amending: what each order with changes does, by the name of the order.
    """

    by_key: Mapping[OrderKey, CommitteeHistory]
    amending: Mapping[str, Amending]

    def of(self, order: Order) -> CommitteeHistory:
        """Return the history of an order.

        One that is not issued has no amendments yet, and so has one whose number another order bears too:
        nobody knows which of the two is amended.
        """
        history = self.by_key.get(order_key(order)) if order.is_issued else None
        if history and history.states[0].committees == order.committees:
            return history
        since = first_day(order) if order.is_issued else None
        return CommitteeHistory((CommitteeState(dt.date.min, order.committees),), since=since)


@dataclass(slots=True)
class _Course:
    """The history of one order while it is worked out, in the order in which orders come into force."""

    order: Order
    committees: tuple[Committee, ...]
    states: list[CommitteeState]
    amendments: dict[OrderKey, Amendment] = field(default_factory=dict)
    amending_orders: dict[OrderKey, Order] = field(default_factory=dict)
    revocation: Revocation | None = None

    def amend(self, order: Order, day: dt.date) -> Amending:
        """Take the changes of an amending order into the history."""
        key = order_key(order)
        self.amendments[key] = Amendment(cited(order), day)
        self.amending_orders[key] = order
        amending = amend(self.committees, order)
        self._set(amending.after, day)
        return amending

    def withdraw(self, key: OrderKey, day: dt.date) -> None:
        """Take a revoked amendment out of the history: the others are made anew."""
        self.amendments[key] = replace(self.amendments[key], revoked=day)
        del self.amending_orders[key]
        committees = self.order.committees
        for order in self.amending_orders.values():
            committees = amend(committees, order).after
        self._set(committees, day)

    def _set(self, committees: tuple[Committee, ...], day: dt.date) -> None:
        self.committees = committees
        self.states.append(CommitteeState(day, committees))

    def history(self) -> CommitteeHistory:
        """Return the history as it stands."""
        amendments = tuple(self.amendments.values())
        return CommitteeHistory(tuple(self.states), amendments, self.revocation, first_day(self.order))


def histories_of(orders: Mapping[str, Order]) -> OrderHistories:
    """Return the committees of orders over time.

    Orders come into force one after another: by the day of their effect, then by date and number. One without
    number or date changes nothing, but what it would change is looked at.

    Args:
        orders: the orders of all years by name.
    """
    issued_names = [name for name, order in orders.items() if order.is_issued]
    issued_names.sort(key=lambda name: _rank(orders[name]))
    book = _Book({order_key(orders[name]): _course(orders[name]) for name in issued_names})
    amending: dict[str, Amending] = {}
    for name in issued_names:
        amending[name] = book.enter(orders[name])
    for name, order in orders.items():
        if not order.is_issued:
            amending[name] = book.try_out(order)
    by_key = {key: course.history() for key, course in book.courses.items()}
    return OrderHistories(by_key, amending)


@dataclass(slots=True)
class _Book:
    """The histories of all orders while they are worked out.

    Attributes:
        courses: history of each issued order.
        amended: for each amending order the order that it amends in the end.
    """

    courses: Mapping[OrderKey, _Course]
    amended: dict[OrderKey, OrderKey] = field(default_factory=dict)

    def enter(self, order: Order) -> Amending:
        """Take an issued order into the histories of the orders that it revokes and amends."""
        day = first_day(order)
        for earlier_order in order.revokes:
            self._revoke(order_key(earlier_order), order, day)
        amended_key = self._amended_key(order)
        if amended_key is None or amended_key not in self.courses:
            return Amending(order.changes)
        self.amended[order_key(order)] = amended_key
        return self.courses[amended_key].amend(order, day)

    def try_out(self, order: Order) -> Amending:
        """Return what a draft would change in the order that it amends."""
        amended_key = self._amended_key(order)
        if amended_key is None or amended_key not in self.courses:
            return Amending(order.changes)
        return amend(self.courses[amended_key].committees, order)

    def _revoke(self, key: OrderKey, order: Order, day: dt.date) -> None:
        course = self.courses.get(key)
        if course and course.revocation is None:
            course.revocation = Revocation(cited(order), day)
        amended_course = self.courses.get(self.amended.get(key, key))
        if amended_course and key in amended_course.amending_orders:
            amended_course.withdraw(key, day)

    def _amended_key(self, order: Order) -> OrderKey | None:
        """Return the key of the order that is amended; None where none is.

        An order that amends an amending order without committees of its own amends what that one amends.
        """
        if order.amends is None:
            return None
        key = order_key(order.amends)
        course = self.courses.get(key)
        if course and course.order.committees:
            return key
        return self.amended.get(key, key)


def _rank(order: Order) -> tuple[dt.date, dt.date, str]:
    """Return what orders are sorted by: day of effect, date, number."""
    number, _year = order_key(order)
    return first_day(order), order.day or dt.date.min, number.zfill(9)


def _course(order: Order) -> _Course:
    return _Course(order, order.committees, [CommitteeState(dt.date.min, order.committees)])
