"""Members of a committee by name and post, as orders and the papers of its meetings print them."""

from __future__ import annotations

from collections.abc import Sequence

from esa_docs.model.committee import Member
from esa_docs.model.document import Context


def name_and_post(member: Member) -> tuple[str, str]:
    """Return name and post of a member.

    Whoever holds a post may be the member, without a name: then the post stands in the place of the name and
    the second text is empty.
    """
    post = post_of(member)
    if member.person:
        return member.person.full_name, post
    if member.name:
        return member.name, post
    return post, ""


def post_of(member: Member) -> str:
    """Return the post of a member: for this committee, or else of the roster; empty where neither says it."""
    if member.position:
        return member.position
    if member.person:
        return member.person.post
    return ""


def member_rows(members: Sequence[Member], prefix: str = "") -> list[Context]:
    """Return the members of a committee as the rows of its table.

    They are numbered ``1.``, ``2.`` and so on, or ``2.1``, ``2.2`` after a prefix ``2.``.
    """
    rows = []
    for number, member in enumerate(members, 1):
        label = f"{prefix}{number}" if prefix else f"{number}."
        rows.append(_row(label, member))
    return rows


def _row(label: str, member: Member) -> Context:
    name, position = name_and_post(member)
    return {
        "label": label,
        "name": name,
        "position": position,
        "role": member.role,
        "note": member.note or "",
    }
