"""An order that another one amends or revokes is cited as it is, where it is in the project.

E640 its date or subject is another, an order cites itself or a later one (errors); a subject is shortened or
misspelt, or only the number or the year keeps it from being an order of the project (warnings) · E641 an
order is amended that has errors.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.hints import likeness
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.citing import OrderKey, order_key
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.base import DateOrMonth
from esa_docs.model.faulty_documents import FaultyDocuments
from esa_docs.model.people import KeyPath
from esa_docs.model.person_names import name_key
from esa_docs.model.problem import Problem

_LEAST_LIKENESS: Final = 0.6
"""Likeness of two subjects from which on one is taken for the other, misspelt or shortened."""
_LABEL: Final = "เรื่อง"
"""Word that stands before a printed subject."""
_SIGNS_OF_SHORTENING: Final = ("ฯลฯ", "ฯ", "…", "...")
"""Ends of a shortened subject: ฯ and ฯลฯ as the Royal Society uses them, and dots."""


@dataclass(frozen=True, slots=True)
class Citing:
    """How orders cite each other.

    Attributes:
        sound_orders: the orders without errors in what they cite, by name.
        problems: what is wrong, each with the name of its order.
    """

    sound_orders: Mapping[str, Order]
    problems: Sequence[tuple[str, Problem]]


@dataclass(slots=True)
class _IssuedOrders:
    """The issued orders of a project, by what others cite of them.

    Attributes:
        by_key: by number and calendar year. Several bear one number where that is an error.
        by_date_and_subject: by date, and subject as `_subject_key` has it.
        by_number_and_subject: by number and subject, likewise.
    """

    by_key: dict[OrderKey, list[Order]] = field(default_factory=dict)
    by_date_and_subject: dict[tuple[DateOrMonth | None, str], list[Order]] = field(default_factory=dict)
    by_number_and_subject: dict[tuple[str, str], list[Order]] = field(default_factory=dict)

    def add(self, order: Order) -> None:
        """Add an order, which is issued."""
        key = order_key(order)
        subject = _subject_key(order.subject)
        self.by_key.setdefault(key, []).append(order)
        self.by_date_and_subject.setdefault((order.date, subject), []).append(order)
        self.by_number_and_subject.setdefault((key[0], subject), []).append(order)


def check_citing(orders: Mapping[str, Order], faulty: FaultyDocuments) -> Citing:
    """Return what is wrong with the orders that orders amend and revoke, and the orders without such errors.

    Args:
        orders: the orders of all years by name.
        faulty: the orders with errors.
    """
    issued_orders = _IssuedOrders()
    for order in orders.values():
        if order.is_issued:
            issued_orders.add(order)
    problems: list[tuple[str, Problem]] = []
    for name, order in orders.items():
        problems += [(name, problem) for problem in _check_order(order, issued_orders)]
    names_with_errors = [name for name, problem in problems if problem.severity is Severity.ERROR]
    problems += _amending_what_has_errors(orders, faulty, names_with_errors)
    unsound_names = {name for name, problem in problems if problem.severity is Severity.ERROR}
    sound_orders = {name: order for name, order in orders.items() if name not in unsound_names}
    return Citing(sound_orders, problems)


def _amending_what_has_errors(
    orders: Mapping[str, Order], faulty: FaultyDocuments, names_with_errors: Sequence[str]
) -> Iterator[tuple[str, Problem]]:
    """Generate a problem (E641) of each order whose changes are of an order with errors.

    It has an error then itself, so orders that amend it are looked at too.
    """
    names_by_amended = _names_by_amended(orders)
    pending = list(faulty.by_number.items())
    pending += [(order_key(orders[name]), name) for name in names_with_errors if orders[name].is_issued]
    seen_names = set(names_with_errors)
    while pending:
        key, faulty_name = pending.pop()
        new_names = [name for name in names_by_amended.get(key, ()) if name not in seen_names]
        seen_names.update(new_names)
        for name in new_names:
            yield name, _faulty_order(faulty_name)
            if orders[name].is_issued:
                pending.append((order_key(orders[name]), name))


def _names_by_amended(orders: Mapping[str, Order]) -> dict[OrderKey, list[str]]:
    """Return the names of the orders with changes, by number and year of the order that they amend."""
    names: dict[OrderKey, list[str]] = {}
    for name, order in orders.items():
        if order.amends is not None and order.changes:
            names.setdefault(order_key(order.amends), []).append(name)
    return names


def _faulty_order(name: str) -> Problem:
    message = _("the document '{name}' has errors and cannot be referred to").format(name=name)
    return Problem(("amends",), "E641", message, _("Mend that document first."))


def _check_order(order: Order, issued_orders: _IssuedOrders) -> Iterator[Problem]:
    if order.amends is not None:
        yield from _check_cited(order, order.amends, ("amends",), issued_orders)
    for index, earlier_order in enumerate(order.revokes):
        yield from _check_cited(order, earlier_order, ("revokes", index), issued_orders)


def _check_cited(
    order: Order, cited_order: EarlierOrder, path: KeyPath, issued_orders: _IssuedOrders
) -> Iterator[Problem]:
    key = order_key(cited_order)
    if order.is_issued and order_key(order) == key:
        message = _("an earlier order is expected, and this is the order itself")
        yield Problem(path, "E640", message, _("Write number, date and subject of the earlier order."))
        return
    if order.day is not None and cited_order.date > order.day:
        message = _("an earlier order is expected, and {date} is after the date of this order, {day}")
        text = message.format(date=_long(cited_order.date), day=_long(order.day))
        yield Problem((*path, "date"), "E640", text, _("Correct one of the two dates."))
    orders_of_number = issued_orders.by_key.get(key, [])
    if orders_of_number:
        yield from _compare(cited_order, orders_of_number, path, issued_orders)
    else:
        yield from _check_near_misses(cited_order, path, issued_orders)


def _compare(
    cited_order: EarlierOrder, orders: Sequence[Order], path: KeyPath, issued_orders: _IssuedOrders
) -> Iterator[Problem]:
    """Generate the difference of a cited order from the orders of its number: of date, else of subject."""
    orders_of_date = [order for order in orders if order.date == cited_order.date]
    if not orders_of_date:
        message = _("order no. {number} of this project is of {date}, found {found}")
        text = message.format(
            number=_number_of(orders[0]), date=_long(orders[0].date), found=_long(cited_order.date)
        )
        hint = _("Write the date of that order, or the number of the one that is meant.")
        yield Problem((*path, "date"), "E640", text, _hint_at_number(cited_order, issued_orders, hint))
        return
    own_subject = _unlike_subject(cited_order, orders_of_date)
    if own_subject is None:
        return
    message = _("the subject of order no. {number} is '{subject}', found '{found}'")
    text = message.format(
        number=_number_of(orders_of_date[0]), subject=own_subject, found=cited_order.subject
    )
    hint = _("Write the subject as it stands in that order, or the number of the one that is meant.")
    hint = _hint_at_number(cited_order, issued_orders, hint)
    severity = Severity.WARNING if _is_like(cited_order.subject, own_subject) else Severity.ERROR
    yield Problem((*path, "subject"), "E640", text, hint, severity)


def _unlike_subject(cited_order: EarlierOrder, orders: Sequence[Order]) -> str | None:
    """Return the subject of the first of some orders; None where a cited order has the subject of one."""
    subjects = {_subject_key(order.subject) for order in orders}
    return None if _subject_key(cited_order.subject) in subjects else orders[0].subject


def _hint_at_number(cited_order: EarlierOrder, issued_orders: _IssuedOrders, hint: str) -> str:
    """Return a hint at the order of a date and a subject; where there is none, another hint."""
    date_and_subject = (cited_order.date, _subject_key(cited_order.subject))
    orders = issued_orders.by_date_and_subject.get(date_and_subject, [])
    if not orders:
        return hint
    return _("The order of that date and subject is no. {number}.").format(number=_number_of(orders[0]))


def _check_near_misses(
    cited_order: EarlierOrder, path: KeyPath, issued_orders: _IssuedOrders
) -> Iterator[Problem]:
    """Generate a warning of an order that is not in the project, where only its number or its year differs.

    It may be an order of which the project has no file, so it is no error.
    """
    subject = _subject_key(cited_order.subject)
    message = _("this project has no order no. {number}; the one of that date and subject is no. {other}")
    number = f"{cited_order.number}/{thai.buddhist_year(cited_order.date)}"
    for order in issued_orders.by_date_and_subject.get((cited_order.date, subject), [])[:1]:
        text = message.format(number=number, other=_number_of(order))
        hint = _("Correct the number, if that order is meant.")
        yield Problem((*path, "number"), "E640", text, hint, Severity.WARNING)
        return
    message = _("this project has no order no. {number}; the one of that number and subject is of {date}")
    for order in issued_orders.by_number_and_subject.get((order_key(cited_order)[0], subject), []):
        if _is_same_day_of_year(order.date, cited_order.date):
            text = message.format(number=number, date=_long(order.date))
            hint = _("Correct the date, if that order is meant.")
            yield Problem((*path, "date"), "E640", text, hint, Severity.WARNING)


def _is_same_day_of_year(date: DateOrMonth | None, other_date: dt.date) -> bool:
    if not isinstance(date, dt.date):
        return False
    return (date.month, date.day) == (other_date.month, other_date.day)


def _is_like(subject: str, own_subject: str) -> bool:
    """Return whether a subject is another one shortened or misspelt."""
    key = _subject_key(subject)
    for sign in _SIGNS_OF_SHORTENING:
        key = key.removesuffix(sign)
    own_key = _subject_key(own_subject)
    return key in own_key or own_key in key or likeness(key, own_key) >= _LEAST_LIKENESS


def _subject_key(subject: str) -> str:
    """Return what is equal for two ways to type a subject: spaces, digits and the word เรื่อง do not count."""
    return name_key(thai.to_arabic_digits(subject)).removeprefix(_LABEL)


def _number_of(order: Order) -> str:
    """Return the number of an issued order as it is cited: with its year."""
    _number, year = order_key(order)
    return f"{order.number}/{year}"


def _long(date: DateOrMonth | None) -> str:
    return thai.name_date_or_month(date) if date else ""
