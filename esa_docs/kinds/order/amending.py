"""Drafts of the orders that take somebody who leaves out of the committees of earlier orders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.committee import Member
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft
from esa_docs.model.number_register import number_key
from esa_docs.model.people import Person
from esa_docs.thai.name_parts import parse_name

_LEAVING: Final = "พ้นจาก"
"""Word of a clause that takes somebody out of a committee."""

OrderKey = tuple[str, int]
"""Number and calendar year of an order: no other order has both."""


def orders_in_force(documents: Sequence[Document[Order]], person: Person) -> Iterator[Document[Order]]:
    """Generate the issued orders in force whose committees a person still belongs to.

    An order is no longer in force once a later one revokes it, or revokes the one that it amends. A person
    belongs to it until an order that amends it takes the person out.

    Args:
        documents: the orders of all years.
        person: the person who leaves.
    """
    issued_documents = [document for document in documents if document.content.is_issued]
    issued_orders = [document.content for document in issued_documents]
    revoked_keys = set(_revoked_keys(issued_orders))
    amended_keys = set(_amended_keys(issued_orders, person))
    for document in issued_documents:
        order = document.content
        if _is_revoked(order, revoked_keys) or _key(order) in amended_keys:
            continue
        has_a_role = any(_roles(order, person))
        if has_a_role:
            yield document


def _revoked_keys(orders: Iterable[Order]) -> Iterator[OrderKey]:
    for order in orders:
        for earlier_order in order.revokes:
            yield _key(earlier_order)


def _amended_keys(orders: Iterable[Order], person: Person) -> Iterator[OrderKey]:
    """Generate the keys of the orders that a person has been taken out of."""
    for order in orders:
        if order.amends and _takes_out(order, person):
            yield _key(order.amends)


def _is_revoked(order: Order, revoked_keys: set[OrderKey]) -> bool:
    if _key(order) in revoked_keys:
        return True
    return order.amends is not None and _key(order.amends) in revoked_keys


def _key(order: Order | EarlierOrder) -> OrderKey:
    number = number_key(order.number or "")
    return number, thai.buddhist_year(_day(order))


def _takes_out(order: Order, person: Person) -> bool:
    """Return whether a clause of an amending order says that a person leaves a place (พ้นจาก)."""
    name = thai.normalise_spaces(person.full_name)
    for clause in order.clauses:
        text = thai.normalise_spaces(clause)
        if name in text and _LEAVING in text:
            return True
    return False


def draft_amendment(document: Document[Order], person: Person) -> Draft:
    """Draft the order that takes a person out of another order. Its file goes beside that of the other.

    The sentences are plain ones for the office to complete: who takes the place cannot be known here.

    Args:
        document: an issued order.
        person: the person who leaves.
    """
    source = document.sources[0]
    name = f"amend-{source.stem}-{person.id}"
    depth = document.name.count("/") + 1
    note = _("A draft: complete it, say who takes the place, then delete this line and 'draft: true'.")
    return Draft(source.parent, name, depth, _content(document, person), note)


def _content(document: Document[Order], person: Person) -> dict[str, object]:
    order = document.content
    # A full name holds no-break spaces, which are for print and never for content.
    name = thai.normalise_spaces(person.full_name)
    roles = list(_roles(order, person))
    day = _day(order)
    date = thai.format_date(day, "long", "arabic")
    citation = f"คำสั่ง{document.office.name} ที่ {order.number}/{thai.buddhist_year(day)} ลงวันที่ {date}"
    role_words = " และเป็น".join(roles)
    clauses = [f"ให้{name} {_LEAVING}การเป็น{role}" for role in roles]
    return {
        "kind": "order",
        "subject": _subject(order),
        "cause": [
            f"ตาม{citation} เรื่อง {order.subject} ได้แต่งตั้งให้{name} เป็น{role_words} นั้น",
            f"เนื่องจาก{name} {_reason(person)} จึงเห็นสมควรแก้ไขเพิ่มเติมคำสั่งดังกล่าว",
        ],
        "power": list(order.power),
        "amends": {"number": order.number, "date": date, "subject": order.subject},
        "clauses": [*clauses, "นอกจากที่แก้ไขเพิ่มเติมนี้ ให้เป็นไปตามคำสั่งเดิมทุกประการ"],
    }


def _subject(order: Order) -> str:
    if order.subject.startswith("แต่งตั้ง"):
        return f"แก้ไขเพิ่มเติมคำสั่ง{order.subject}"
    return f"แก้ไขเพิ่มเติมคำสั่ง เรื่อง {order.subject}"


def _roles(order: Order, person: Person) -> Iterator[str]:
    """Generate the roles of a person in the committees of an order, in the words of the order."""
    for committee in order.committees:
        for member in committee.members:
            if _is_member(member, person):
                yield f"{member.role} ใน{committee.name}"


def _is_member(member: Member, person: Person) -> bool:
    if member.person:
        return member.is_person(person)
    return _is_name_of(person, member.full_name)


def _is_name_of(person: Person, name: str) -> bool:
    """Return whether a name written out is that of a person, whatever title stands before it."""
    parts = parse_name(name)
    has_first_name = parts.first == thai.normalise_spaces(person.first_name)
    has_last_name = parts.last == thai.normalise_spaces(person.last_name)
    return has_first_name and has_last_name


def _reason(person: Person) -> str:
    """Return why a person leaves, as far as the roster knows."""
    if person.until is None:
        return "มีการเปลี่ยนแปลงตำแหน่งหรือหน้าที่"
    # 'until' is the last day in office.
    day_after = person.until + dt.timedelta(days=1)
    leaving_date = thai.format_date(day_after, "long", "arabic")
    return f"พ้นจากตำแหน่ง{person.post} ตั้งแต่วันที่ {leaving_date}"


def _day(order: Order | EarlierOrder) -> dt.date:
    """Return the date of an order that is issued.

    Raises:
        ValueError: the order has no date, or a month without a day.
    """
    day = order.date if isinstance(order, EarlierOrder) else order.day
    if day is None:
        raise ValueError("an order without a date is not issued")
    return day
