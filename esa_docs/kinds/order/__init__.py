"""คำสั่ง: an order, such as one that appoints committees (ระเบียบงานสารบรรณ ข้อ 16)."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.kinds.order.amending import draft_amendments
from esa_docs.kinds.order.changes_rules import amended_orders
from esa_docs.kinds.order.content import Order
from esa_docs.kinds.order.example import EXAMPLES
from esa_docs.kinds.order.people import roles_by_keys, roles_by_reference
from esa_docs.kinds.order.rules import check_committees, check_order
from esa_docs.model.abilities import Amendments, NumberSeries, PeopleRoles
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind
from esa_docs.model.signing import subject_of
from esa_docs.rules.signing import check_signer


def _view(document: Document[Order], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.order.view import build_context

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.order.printed import Printed

    return Printed


KIND: Final = Kind(
    name="order",
    thai_name="คำสั่ง",
    content=Order,
    title=subject_of,
    forms=(Form("order", _view, printed=_printed),),
    rules=(check_signer, check_order, check_committees),
    examples=EXAMPLES,
    numbers=NumberSeries("order", "ทะเบียนคำสั่ง", words=Order.number_words),
    amendments=Amendments("amends", "revokes", amended_orders, draft_amendments),
    people=PeopleRoles(roles_by_keys, roles_by_reference),
    prints_emblem=True,
)
