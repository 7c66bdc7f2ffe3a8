"""The view of a list of the members of committees that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.model.area import Area
from esa_docs.model.committee_list import CommitteeList
from esa_docs.model.document import Context, Document
from esa_docs.word.context.members import member_rows
from esa_docs.word.context.signing import cited_date, number_line, office_names


def build_context(document: Document[CommitteeList], _area: Area) -> Context:
    """Return everything that a list prints: the order, what amends it, and the members by committee."""
    members = document.content
    return {
        "office": office_names(document.office),
        "list": {
            "names": members.names,
            "day": thai.format_date(members.day, "long", document.numerals),
            "orders": list(_orders(document)),
            "committees": list(_committees(members)),
        },
    }


def _orders(document: Document[CommitteeList]) -> Iterator[str]:
    """Generate the sentences that name the order and those that amend it."""
    members, name = document.content, document.office.name
    date = cited_date(members, document.numerals)
    yield f"ตามคำสั่ง{name} ที่ {number_line(members)} {date} เรื่อง {members.subject}"
    for order in members.amended_by:
        date = cited_date(order, document.numerals)
        yield f"แก้ไขเพิ่มเติมโดยคำสั่ง{name} ที่ {number_line(order)} {date} เรื่อง {order.subject}"


def _committees(members: CommitteeList) -> Iterator[Context]:
    """Generate the committees; the only one of a list has no heading of its own, for the title names it."""
    count = len(members.committees)
    for number, committee in enumerate(members.committees, 1):
        label = f"{number}." if count > 1 else ""
        heading = f"{label} {committee.name}" if label else ""
        yield {"heading": heading, "members": member_rows(committee.members, label)}
