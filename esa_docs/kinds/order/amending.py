"""Drafts of the orders that amend those in which somebody is named who leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft
from esa_docs.model.number_register import number_key
from esa_docs.model.people import Person
from esa_docs.thai.name_parts import parse_name

_LEAVES: Final = "พ้นจาก"


def orders_in_force(orders: Sequence[Document[Order]], person: Person) -> Iterator[Document[Order]]:
    """Give the issued orders in force whose committees a person belongs to, and has not been taken out of.

    An order is no longer in force once a later one revokes it, or revokes the one that it amends.

    Args:
        orders: the orders of all years.
        person: who leaves.
    """
    issued = [order for order in orders if not order.content.is_draft]
    revoked = {_identity(earlier) for order in issued for earlier in order.content.revokes}
    amended = set(_amended_for(person, issued))
    for order in issued:
        identity = _identity(order.content)
        is_revoked = not revoked.isdisjoint({identity, *_amended(order.content)})
        if not is_revoked and identity not in amended and any(_roles(order, person)):
            yield order


def _amended_for(person: Person, orders: Iterable[Document[Order]]) -> Iterator[tuple[str, int]]:
    """Give the orders that a person has been taken out of."""
    for order in orders:
        if order.content.amends and _takes_out(order.content, person):
            yield _identity(order.content.amends)


def _amended(order: Order) -> tuple[tuple[str, int], ...]:
    return (_identity(order.amends),) if order.amends else ()


def _identity(order: Order | EarlierOrder) -> tuple[str, int]:
    """Give number and calendar year: no other order has both, however they are written."""
    return number_key(order.number or ""), thai.buddhist_year(_day(order))


def _takes_out(order: Order, person: Person) -> bool:
    """Tell whether an amending order says of a person that a place is left (พ้นจาก)."""
    name = thai.normalise_spaces(person.full_name)
    return any(name in text and _LEAVES in text for text in map(thai.normalise_spaces, order.clauses))


def draft_amendment(document: Document[Order], person: Person) -> Draft:
    """Draft the order that takes a person out of another; it goes beside that.

    The sentences are plain ones for the office to complete: who takes the place cannot be known here.

    Args:
        document: an issued order.
        person: who leaves.
    """
    source = document.sources[0]
    name = f"amend-{source.stem}-{person.id}"
    note = _("A draft: complete it, say who takes the place, then delete this line.")
    return Draft(source.parent, name, document.name.count("/") + 1, _content(document, person), note)


def _content(document: Document[Order], person: Person) -> dict[str, object]:
    order = document.content
    name = thai.normalise_spaces(person.full_name)
    roles = list(_roles(document, person))
    date = thai.format_date(_day(order), "long", "arabic")
    cited = f"คำสั่ง{document.office.name} ที่ {order.number}/{thai.buddhist_year(_day(order))} ลงวันที่ {date}"
    subject = order.subject if order.subject.startswith("แต่งตั้ง") else f" เรื่อง {order.subject}"
    return {
        "kind": "order",
        "subject": f"แก้ไขเพิ่มเติมคำสั่ง{subject}",
        "cause": [
            f"ตาม{cited} เรื่อง {order.subject} ได้แต่งตั้งให้{name} เป็น{' และเป็น'.join(roles)} นั้น",
            f"เนื่องจาก{name} {_reason(person)} จึงเห็นสมควรแก้ไขเพิ่มเติมคำสั่งดังกล่าว",
        ],
        "power": list(order.power),
        "amends": {"number": order.number, "date": date, "subject": order.subject},
        "clauses": [
            *(f"ให้{name} {_LEAVES}การเป็น{role}" for role in roles),
            "นอกจากที่แก้ไขเพิ่มเติมนี้ ให้เป็นไปตามคำสั่งเดิมทุกประการ",
        ],
    }


def _roles(document: Document[Order], person: Person) -> Iterator[str]:
    """Give what a person is in the committees of an order, in the words of the order; by id or name."""
    for committee in document.content.committees:
        for member in committee.members:
            if member.person.id == person.id if member.person else _is_named(person, member.name or ""):
                yield f"{member.role} ใน{committee.name}"


def _is_named(person: Person, name: str) -> bool:
    """Tell whether a name written out is that of a person, whatever title stands before it."""
    written = parse_name(name)
    wanted = (person.first_name, person.last_name)
    return (written.first, written.last) == tuple(map(thai.normalise_spaces, wanted))


def _reason(person: Person) -> str:
    """Say why, as far as the roster knows."""
    if person.until is None:
        return "มีการเปลี่ยนแปลงตำแหน่งหรือหน้าที่"
    leaving = thai.format_date(person.until + dt.timedelta(days=1), "long", "arabic")
    return f"พ้นจากตำแหน่ง{person.post} ตั้งแต่วันที่ {leaving}"


def _day(order: Order | EarlierOrder) -> dt.date:
    if order.date is None:
        raise ValueError("an order without a date is not issued")
    return order.date
