"""An order orders something, rests on powers that the office has, and appoints sound committees.

E617 changes of no order, or that change nothing · E636 nothing is ordered · E637 a power is not in the list
of office.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.content import Order
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem, unprinted
from esa_docs.rules.committees import check_committee


def check_order(order: Order, office: Office) -> Iterator[Problem]:
    """Generate the problems of an order, without those of its committees."""
    orders_something = any((order.committees, order.clauses, order.amends, order.revokes))
    if not orders_something:
        message = _("an order with committees, clauses, or earlier orders it amends or revokes is expected")
        yield Problem((), "E636", message, _("Add 'committees:' or 'clauses:'."))
    yield from _check_changes(order)
    power_ids = [power.id for power in office.powers]
    for number, power_id in enumerate(order.power):
        if power_id not in power_ids:
            message = _("an id of the powers in office.yaml is expected, found '{id}'").format(id=power_id)
            yield Problem(("power", number), "E637", message, nearest_hint(power_id, power_ids))


def _check_changes(order: Order) -> Iterator[Problem]:
    if order.changes and order.amends is None:
        message = _("'amends:' is expected: changes are of an earlier order")
        hint = _("Add 'amends:' with number, date and subject of the order that is changed.")
        yield Problem(("changes",), "E617", message, hint)
    for index, change in enumerate(order.changes):
        if not change.leave and not change.join:
            message = _("who leaves or who joins is expected")
            hint = _("Add 'leave:' or 'join:', or delete the entry.")
            yield Problem(("changes", index), "E617", message, hint)


def check_committees(order: Order, _office: Office) -> Iterator[Problem]:
    """Generate the problems of the committees of an order."""
    for number, committee in enumerate(order.committees):
        yield from check_committee(committee, ("committees", number))
        if "duties_heading" in committee.model_fields_set and not committee.duties:
            message = _("'duties_heading' is not printed, because there are no duties below it")
            hint = _("Add 'duties:', or delete it.")
            yield unprinted(("committees", number, "duties_heading"), message, hint)
