"""How an order is told from all others, and cited by them."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from esa_docs import thai
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.committee_history import CitedOrder
from esa_docs.model.number_register import number_key

OrderKey: TypeAlias = tuple[str, int]
"""Number and calendar year of an order: no other order has both."""


def order_key(order: Order | EarlierOrder) -> OrderKey:
    """Return number and calendar year of an order that is issued.

    Raises:
        ValueError: the order has no date.
    """
    return number_key(order.number or ""), thai.buddhist_year(_day(order))


def cited(order: Order) -> CitedOrder:
    """Return an issued order as another paper cites it.

    Raises:
        ValueError: the order has no date.
    """
    return CitedOrder(order.number or "", _day(order), order.subject)


def first_day(order: Order) -> dt.date:
    """Return the first day on which an issued order has effect.

    Raises:
        ValueError: the order has no date.
    """
    day = order.in_force_from
    if day is None:
        raise ValueError("an order without a date is not issued")
    return day


def _day(order: Order | EarlierOrder) -> dt.date:
    day = order.date if isinstance(order, EarlierOrder) else order.day
    if day is None:
        raise ValueError("an order without a date is not issued")
    return day
