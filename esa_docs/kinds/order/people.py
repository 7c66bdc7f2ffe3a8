"""What people are in an order, in words, beside the roles of committees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esa_docs.i18n import gettext as _
from esa_docs.kinds.order.content import Order
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.people import KeyPath, Person


def roles_by_keys() -> Mapping[KeyNames, str]:
    """Return the roles that an order gives people, by key path without numbers."""
    return {("changes", "leave", "person"): _("leaves the committee")}


def roles_by_reference(_order: Order, _person: Person) -> Iterator[tuple[KeyPath, str]]:
    """Generate nothing: an order names people itself."""
    yield from ()
