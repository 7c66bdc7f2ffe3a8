"""An order orders something, rests on powers that the office has, and appoints sound committees.

E636 nothing is ordered · E637 a power is not in the list of office.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.content import Order
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.committees import check_committee


def check_order(order: Order, office: Office) -> Iterator[Problem]:
    """Generate the problems of an order, without those of its committees."""
    orders_something = any((order.committees, order.clauses, order.amends, order.revokes))
    if not orders_something:
        message = _("an order with committees, clauses, or earlier orders it amends or revokes is expected")
        yield Problem((), "E636", message, _("Add 'committees:' or 'clauses:'."))
    power_ids = [power.id for power in office.powers]
    for number, power_id in enumerate(order.power):
        if power_id not in power_ids:
            message = _("an id of the powers in office.yaml is expected, found '{id}'").format(id=power_id)
            yield Problem(("power", number), "E637", message, nearest_hint(power_id, power_ids))


def check_committees(order: Order, _office: Office) -> Iterator[Problem]:
    """Generate the problems of the committees of an order."""
    for number, committee in enumerate(order.committees):
        yield from check_committee(committee, ("committees", number))
