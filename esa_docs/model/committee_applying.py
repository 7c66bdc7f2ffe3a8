"""A change of a committee made: the members afterwards, and what of the change does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeGuard

from esa_docs import thai
from esa_docs.model.committee import Committee, Member, rank_of
from esa_docs.model.committee_changes import CommitteeChange, Leaver, is_same_member
from esa_docs.model.people import KeyPath


class FaultKind(Enum):
    """What is wrong with a change."""

    NO_COMMITTEE = auto()
    """The order appoints no committee."""
    UNNAMED_COMMITTEE = auto()
    """The order appoints several, and it is not said which is meant."""
    UNKNOWN_COMMITTEE = auto()
    """The order has no committee of that name."""
    NO_MEMBER = auto()
    """Who leaves is no member."""
    MEMBER_ALREADY = auto()
    """Who joins is a member."""


@dataclass(frozen=True, slots=True)
class ChangeFault:
    """Something in a change that does not fit the committee.

    Attributes:
        kind: what is wrong.
        path: key path inside the change.
        name: who, or which committee.
        choices: names that would fit.
    """

    kind: FaultKind
    path: KeyPath
    name: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """A change after it was made.

    Attributes:
        committees: all committees afterwards.
        change: the change, with the name of its committee and the roles that end.
        faults: what did not fit; it is left undone.
        number: index of the committee that is changed. None where it is not known.
    """

    committees: tuple[Committee, ...]
    change: CommitteeChange
    faults: tuple[ChangeFault, ...] = ()
    number: int | None = None


def apply_change(committees: Sequence[Committee], change: CommitteeChange) -> Applied:
    """Make a change in one of several committees, without whatever does not fit."""
    number, fault = _find_committee(committees, change.committee)
    if number is None:
        faults_of_name = tuple(filter(None, [fault]))
        return Applied(tuple(committees), change, faults_of_name)
    committee = committees[number]
    places = _places(change.leave, committee.members)
    full_change = _complete(change, committee, places)
    faults = list(_faults_of_leaving(change, committee, places))
    members, faults_of_joining = _changed_members(committee, full_change, places)
    changed = committee.model_copy(update={"members": members})
    all_committees = (*committees[:number], changed, *committees[number + 1 :])
    return Applied(all_committees, full_change, (*faults, *faults_of_joining), number)


def _find_committee(
    committees: Sequence[Committee], name: str | None
) -> tuple[int | None, ChangeFault | None]:
    """Return the index of the committee that a change is about, or what is wrong with its name."""
    names = tuple(committee.name for committee in committees)
    if not names:
        return None, ChangeFault(FaultKind.NO_COMMITTEE, ("committee",))
    if name is None and len(names) > 1:
        return None, ChangeFault(FaultKind.UNNAMED_COMMITTEE, ("committee",), choices=names)
    if name is None:
        return 0, None
    if name not in names:
        return None, ChangeFault(FaultKind.UNKNOWN_COMMITTEE, ("committee",), name, names)
    return names.index(name), None


def _places(leavers: Sequence[Leaver], members: Sequence[Member]) -> list[int | None]:
    """Return the index of each member who leaves; None for somebody who is no member, or leaves twice."""
    places: list[int | None] = []
    for leaver in leavers:
        indexes = (index for index, member in enumerate(members) if leaver.is_member(member))
        place = next((index for index in indexes if index not in places), None)
        places.append(place)
    return places


def _complete(change: CommitteeChange, committee: Committee, places: Sequence[int | None]) -> CommitteeChange:
    """Return a change with the name of its committee, and with the role of each who leaves."""
    leavers: list[Leaver] = []
    for leaver, place in zip(change.leave, places, strict=True):
        if place is None:
            leavers.append(leaver)
        else:
            leavers.append(leaver.model_copy(update={"role": committee.members[place].role}))
    return change.model_copy(update={"committee": committee.name, "leave": tuple(leavers)})


def _faults_of_leaving(
    change: CommitteeChange, committee: Committee, places: Sequence[int | None]
) -> Iterator[ChangeFault]:
    names = tuple(_name(member) for member in committee.members)
    for index, place in enumerate(places):
        if place is None:
            name = thai.normalise_spaces(change.leave[index].words)
            yield ChangeFault(FaultKind.NO_MEMBER, ("leave", index), name, names)


def _changed_members(
    committee: Committee, change: CommitteeChange, places: Sequence[int | None]
) -> tuple[tuple[Member, ...], tuple[ChangeFault, ...]]:
    """Return the members after a change, and a fault of each who joins and is a member already."""
    slots: list[Member | None] = list(committee.members)
    for leaving_place in filter(_is_place, places):
        slots[leaving_place] = None
    added_members: list[Member] = []
    faults: list[ChangeFault] = []
    for index, (member, leaver_index) in enumerate(change.joining()):
        place = None if leaver_index is None else places[leaver_index]
        if _is_among(member, (*slots, *added_members)):
            faults.append(ChangeFault(FaultKind.MEMBER_ALREADY, ("join", index), _name(member)))
        elif place is None:
            added_members.append(member)
        else:
            slots[place] = member
    members = [member for member in slots if member is not None]
    for member in added_members:
        members.insert(_place_by_rank(member, members, committee), member)
    return tuple(members), tuple(faults)


def _is_place(place: int | None) -> TypeGuard[int]:
    return place is not None


def _is_among(member: Member, slots: Sequence[Member | None]) -> bool:
    return any(other_member and is_same_member(member, other_member) for other_member in slots)


def _place_by_rank(member: Member, members: Sequence[Member], committee: Committee) -> int:
    """Return the index of a new member: behind the last one of the same or a higher rank."""
    rank = rank_of(member.role, committee.kind)
    place = 0
    for index, present_member in enumerate(members):
        if rank_of(present_member.role, committee.kind) <= rank:
            place = index + 1
    return place


def _name(member: Member) -> str:
    return thai.normalise_spaces(member.full_name or member.post)
