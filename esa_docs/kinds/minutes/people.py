"""What people are at a meeting, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esa_docs.i18n import gettext as _
from esa_docs.kinds.minutes.content import Minutes
from esa_docs.model.cell_forms import KeyNames
from esa_docs.model.people import KeyPath, Person


def roles_by_keys() -> Mapping[KeyNames, str]:
    """Return the roles that minutes give people, by key path without numbers."""
    return {
        ("recorder",): _("records the minutes"),
        ("checker",): _("checks the minutes"),
        ("absent", "person"): _("absent from the meeting"),
        ("absent", "substitute"): _("substitute at the meeting"),
        ("others", "person"): _("takes part in the meeting, no member"),
    }


def roles_by_order(minutes: Minutes, person: Person) -> Iterator[tuple[KeyPath, str]]:
    """Generate the role of a person in the committee that an order appoints; at most one for a meeting.

    The minutes print the members of that committee, although their content does not name them.
    """
    committee = minutes.appointed_committee
    if committee is None:
        return
    for member in committee.members:
        if member.is_person(person):
            text = _("{role} in {committee}, by the order")
            yield ("order",), text.format(role=member.role, committee=committee.name)
            return
