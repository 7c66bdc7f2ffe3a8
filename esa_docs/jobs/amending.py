"""Drafts of the orders that amend those in which somebody is named who leaves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document, Project
from esa_docs.model.order import EarlierOrder, Order
from esa_docs.model.people import Person, people_in
from esa_docs.source.schema import editor_line

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\s.]+')
_LONGEST_LINE: Final = 1_000_000


def orders_to_amend(project: Project, person: Person) -> tuple[Document, ...]:
    """Find the issued orders whose committees a person belongs to, less those that a later one revokes."""
    orders = [one for one in project.documents if isinstance(one.content, Order)]
    revoked = {
        (_number_of(earlier), earlier.date)
        for one in orders
        if not one.content.is_draft
        for earlier in one.content.revokes
    }
    return tuple(
        one
        for one in orders
        if not one.content.is_draft
        and (_number_of(one.content), one.content.date) not in revoked
        and list(_roles(one, person))
    )


def draft_amendment(document: Document, person: Person) -> tuple[Path, bytes]:
    """Write the draft that takes a person out of an order: where it goes, beside the order, and its text.

    The sentences are plain ones for the office to complete: who takes the place cannot be known here.

    Args:
        document: an issued order.
        person: who leaves.
    """
    source = document.sources[0]
    name = _NOT_IN_NAMES.sub("-", f"amend-{source.stem}-{person.id}").strip("-")
    depth = document.name.count("/") + 1
    note = _("A draft: complete it, say who takes the place, then delete this line.")
    content = yaml.safe_dump(
        _content(document, person), allow_unicode=True, sort_keys=False, width=_LONGEST_LINE
    )
    text = f"{editor_line('order', depth)}\n# {note}\n{content}"
    return source.with_name(f"{name}.yaml"), text.encode()


def _content(document: Document, person: Person) -> dict[str, object]:
    order: Order = document.content
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
            *(f"ให้{name} พ้นจากการเป็น{role}" for role in roles),
            "นอกจากที่แก้ไขเพิ่มเติมนี้ ให้เป็นไปตามคำสั่งเดิมทุกประการ",
        ],
    }


def _roles(document: Document, person: Person) -> Iterator[str]:
    """Give what a person is in the committees of an order, in the words of the order."""
    for path, one in people_in(document.content.committees, ("committees",)):
        if one.id == person.id:
            committee = document.content.committees[path[1]]
            member = committee.members[path[3]]
            yield f"{member.role} ใน{committee.name}"


def _reason(person: Person) -> str:
    """Say why, as far as the roster knows."""
    if person.until is None:
        return "มีการเปลี่ยนแปลงตำแหน่งหรือหน้าที่"
    leaving = thai.format_date(person.until + dt.timedelta(days=1), "long", "arabic")
    return f"พ้นจากตำแหน่ง{person.post} ตั้งแต่วันที่ {leaving}"


def _day(order: Order) -> dt.date:
    if order.date is None:
        raise ValueError("an order without a date is not issued")
    return order.date


def _number_of(order: Order | EarlierOrder) -> str:
    return thai.to_arabic_digits(order.number or "")
