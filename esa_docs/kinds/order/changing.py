"""What an amending order does to the committees of the order that it amends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.kinds.order.content import Order
from esa_docs.model.committee import Committee, Member
from esa_docs.model.committee_applying import ChangeFault, apply_change
from esa_docs.model.committee_changes import CommitteeChange
from esa_docs.model.people import Person
from esa_docs.model.prose.paragraph_texts import words_in

LEAVING: Final = "พ้นจาก"
"""Word of a clause that takes somebody out of a committee."""


@dataclass(frozen=True, slots=True)
class Amending:
    """An amending order after its changes were made.

    Attributes:
        changes: its changes, with the names of committees and the roles that end.
        faults: what did not fit, each with the index of its change.
        before: the committees of the amended order before the changes. None where it is not known.
        after: the committees afterwards.
    """

    changes: tuple[CommitteeChange, ...]
    faults: tuple[tuple[int, ChangeFault], ...] = ()
    before: tuple[Committee, ...] | None = None
    after: tuple[Committee, ...] = ()


def amend(committees: Sequence[Committee], order: Order) -> Amending:
    """Return what an amending order does to the committees of the order that it amends."""
    committees_now = tuple(committees)
    changes: list[CommitteeChange] = []
    faults: list[tuple[int, ChangeFault]] = []
    for index, change in enumerate(order.changes):
        applied = apply_change(committees_now, change)
        committees_now = applied.committees
        changes.append(applied.change)
        faults += [(index, fault) for fault in applied.faults]
    for clause in words_in(order.clauses):
        committees_now = _without_leavers(committees_now, clause)
    return Amending(tuple(changes), tuple(faults), tuple(committees), committees_now)


def _without_leavers(committees: tuple[Committee, ...], clause: str) -> tuple[Committee, ...]:
    """Return committees without those of whom a clause in plain words says that they leave.

    A clause that names committees is about these alone.
    """
    text = thai.normalise_spaces(clause)
    if LEAVING not in text:
        return committees
    names_in_text = _longest_names([committee.name for committee in committees if committee.name in text])
    committees_after: list[Committee] = []
    for committee in committees:
        if names_in_text and committee.name not in names_in_text:
            committees_after.append(committee)
            continue
        members = tuple(member for member in committee.members if not _is_named(member, text))
        committees_after.append(committee.model_copy(update={"members": members}))
    return tuple(committees_after)


def takes_out(order: Order, person: Person) -> bool:
    """Return whether a clause of an amending order says in plain words that a person leaves (พ้นจาก)."""
    name = thai.normalise_spaces(person.full_name)
    for clause in words_in(order.clauses):
        text = thai.normalise_spaces(clause)
        if name in text and LEAVING in text:
            return True
    return False


def _longest_names(names: Sequence[str]) -> set[str]:
    """Return the names that are no part of another one."""
    longest_names = set(names)
    for name in names:
        if any(name != other_name and name in other_name for other_name in names):
            longest_names.discard(name)
    return longest_names


def _is_named(member: Member, text: str) -> bool:
    name = thai.normalise_spaces(member.full_name)
    return bool(name) and name in text
