"""A committee has its members in official order, each once, with the role words of its kind.

E630 a second chair · E631 no chair (a warning: lists of advisers exist) · E632 a member stands after
one of lower rank, such as a secretary before the members · E633 somebody stands twice · E634 a role word
that does not exist, or belongs to another kind of committee · E635 no duties (a warning).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.committee import ROLES, Committee, Member, rank_of
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem

_CHAIRS: Final = {"ประธานกรรมการ", "หัวหน้าคณะทำงาน", "ประธานคณะทำงาน", "ประธานอนุกรรมการ"}


def check_committee(committee: Committee, place: KeyPath) -> Iterator[Problem]:
    """Generate the problems of a committee.

    Args:
        committee: the committee.
        place: its key path.
    """
    problems_of_words = list(_check_words(committee, place))
    yield from problems_of_words
    yield from _check_chairs(committee, place)
    if not problems_of_words:  # a wrong word has no rank that could be compared
        yield from _check_ranks(committee, place)
    yield from _check_repetition(committee.members, place)
    if not committee.duties:
        message = _("duties of the committee '{name}' are expected").format(name=committee.name)
        yield Problem((*place, "duties"), "E635", message, _("Add 'duties:'."), Severity.WARNING)


def _check_words(committee: Committee, place: KeyPath) -> Iterator[Problem]:
    words = ROLES[committee.kind]
    for index, member in enumerate(committee.members):
        if member.role not in words:
            message = _("a role word of {kind} is expected, found '{role}'")
            message = message.format(kind=committee.kind, role=member.role)
            hint = nearest_hint(member.role, words)
            yield Problem((*place, "members", index, "role"), "E634", message, hint)


def _check_chairs(committee: Committee, place: KeyPath) -> Iterator[Problem]:
    chair_indexes = [index for index, member in enumerate(committee.members) if member.role in _CHAIRS]
    for index in chair_indexes[1:]:
        message = _("the committee '{name}' has a second chair").format(name=committee.name)
        hint = _("One member leads a committee; give the others another role.")
        yield Problem((*place, "members", index, "role"), "E630", message, hint)
    if not chair_indexes:
        message = _("the committee '{name}' has no chair").format(name=committee.name)
        hint = _("Give one member the role that leads the committee, if it has one.")
        yield Problem((*place, "members"), "E631", message, hint, Severity.WARNING)


def _check_ranks(committee: Committee, place: KeyPath) -> Iterator[Problem]:
    for index, (earlier, later) in enumerate(pairwise(committee.members), 1):
        if rank_of(later.role, committee.kind) < rank_of(earlier.role, committee.kind):
            message = _("'{role}' stands after '{before}', which is of lower rank")
            message = message.format(role=later.role, before=earlier.role)
            hint = _("List the chair first, then members, secretaries and their assistants.")
            yield Problem((*place, "members", index, "role"), "E632", message, hint)


def _check_repetition(members: Iterable[Member], place: KeyPath) -> Iterator[Problem]:
    seen_names: set[str] = set()
    for index, member in enumerate(members):
        name = member.full_name
        if name and name in seen_names:
            message = _("{name} stands twice in this committee").format(name=name)
            key = "person" if member.person else "name"
            hint = _("Delete one of the two.")
            yield Problem((*place, "members", index, key), "E633", message, hint)
        seen_names.add(name)
