"""Drafts of the orders that take somebody who leaves out of the committees of earlier orders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.changing import takes_out
from esa_docs.kinds.order.citing import OrderKey, cited, order_key
from esa_docs.kinds.order.content import Order
from esa_docs.kinds.order.history import histories_of
from esa_docs.model.committee_changes import is_person_of
from esa_docs.model.committee_history import CommitteeHistory
from esa_docs.model.document import Document
from esa_docs.model.draft import Draft
from esa_docs.model.people import Person


def draft_amendments(
    documents: Sequence[Document[Order]], person: Person
) -> Iterator[tuple[Document[Order], Draft]]:
    """Generate the issued orders in force whose committees a person still belongs to, each with its draft.

    An order is no longer in force once a later one revokes it, or revokes the one that it amends. A person
    belongs to it as the last order that amends it leaves its committees.

    Args:
        documents: the orders of all years.
        person: the person who leaves.
    """
    histories = histories_of({document.key: document.content for document in documents})
    issued_documents = [document for document in documents if document.content.is_issued]
    keys_without_person = set(_keys_without(person, issued_documents))
    for document in issued_documents:
        order = document.content
        if _is_revoked(order, histories.by_key) or order_key(order) in keys_without_person:
            continue
        committees = histories.of(order).states[-1].committees
        order_now = order.model_copy(update={"committees": committees})
        has_a_role = any(_roles(order_now, person))
        if has_a_role:
            yield document, _draft(document, order_now, person)


def _keys_without(person: Person, documents: Sequence[Document[Order]]) -> Iterator[OrderKey]:
    """Generate the keys of the orders of which a clause in plain words says that a person leaves them."""
    for document in documents:
        order = document.content
        if order.amends and takes_out(order, person):
            yield order_key(order.amends)


def _is_revoked(order: Order, histories: Mapping[OrderKey, CommitteeHistory]) -> bool:
    """Return whether an order, or the one that it amends, is revoked by another, on whatever day."""
    keys = [order_key(order)]
    if order.amends:
        keys.append(order_key(order.amends))
    histories_of_both = [histories[key] for key in keys if key in histories]
    return any(history.revocation for history in histories_of_both)


def _draft(document: Document[Order], order_now: Order, person: Person) -> Draft:
    """Draft the order that takes a person out of another order. Its file goes beside that of the other.

    The sentences are plain ones for the office to complete: who takes the place cannot be known here.

    Args:
        document: an issued order.
        order_now: the order with its committees of today.
        person: the person who leaves.
    """
    source = document.sources[0]
    name = f"amend-{source.stem}-{person.id}"
    depth = document.name.count("/") + 1
    note = _("A draft: complete it, say who takes the place, then delete this line and 'draft: true'.")
    return Draft(source.parent, name, depth, _content(document, order_now, person), note)


def _content(document: Document[Order], order: Order, person: Person) -> dict[str, object]:
    # A full name holds no-break spaces, which are for print and never for content.
    name = thai.normalise_spaces(person.full_name)
    roles = list(_roles(order, person))
    day = cited(order).date
    date = thai.format_date(day, "long", "arabic")
    citation = f"คำสั่ง{document.office.name} ที่ {order.number}/{thai.buddhist_year(day)} ลงวันที่ {date}"
    joined_later = list(_roles(document.content, person)) != roles
    with_amendments = " และที่แก้ไขเพิ่มเติม" if joined_later else ""
    role_words = " และเป็น".join(roles)
    changes = [
        {"committee": name_of_committee, "leave": [{"person": person.id}]}
        for name_of_committee in _committees_with(order, person)
    ]
    return {
        "kind": "order",
        "subject": _subject(order),
        "cause": [
            f"ตาม{citation} เรื่อง {order.subject}{with_amendments} ได้แต่งตั้งให้{name} เป็น{role_words} นั้น",
            f"เนื่องจาก{name} {_reason(person)} จึงเห็นสมควรแก้ไขเพิ่มเติมคำสั่งดังกล่าว",
        ],
        "power": list(order.power),
        "amends": {"number": order.number, "date": date, "subject": order.subject},
        "changes": changes,
        "clauses": ["นอกจากที่แก้ไขเพิ่มเติมนี้ ให้เป็นไปตามคำสั่งเดิมทุกประการ"],
    }


def _subject(order: Order) -> str:
    if order.subject.startswith("แต่งตั้ง"):
        return f"แก้ไขเพิ่มเติมคำสั่ง{order.subject}"
    return f"แก้ไขเพิ่มเติมคำสั่ง เรื่อง {order.subject}"


def _roles(order: Order, person: Person) -> Iterator[str]:
    """Generate the roles of a person in the committees of an order, in the words of the order."""
    for committee in order.committees:
        for member in committee.members:
            if is_person_of(member, person):
                yield f"{member.role} ใน{committee.name}"


def _committees_with(order: Order, person: Person) -> Iterator[str]:
    """Generate the name of each committee of an order that a person belongs to."""
    for committee in order.committees:
        if any(is_person_of(member, person) for member in committee.members):
            yield committee.name


def _reason(person: Person) -> str:
    """Return why a person leaves, as far as the roster knows."""
    if person.until is None:
        return "มีการเปลี่ยนแปลงตำแหน่งหรือหน้าที่"
    # 'until' is the last day in office.
    day_after = person.until + dt.timedelta(days=1)
    leaving_date = thai.format_date(day_after, "long", "arabic")
    last_post = person.on(person.until).post
    return f"พ้นจากตำแหน่ง{last_post} ตั้งแต่วันที่ {leaving_date}"
