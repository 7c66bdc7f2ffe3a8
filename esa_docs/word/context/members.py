"""Members of a committee by name and post, as orders and the papers of its meetings print them."""

from __future__ import annotations

from collections.abc import Sequence

from esa_docs.model.committee import Member
from esa_docs.model.document import Context


def name_and_post(member: Member) -> tuple[str, str]:
    """Give name and post; a post whose holder is the member stands in the place of the name."""
    if member.person:
        return member.person.full_name, post_of(member)
    return (member.name, post_of(member)) if member.name else (post_of(member), "")


def post_of(member: Member) -> str:
    """Give the post: the one said for this committee, else that of the roster; nothing for neither."""
    return member.position or (member.person.post if member.person else "")


def member_rows(members: Sequence[Member], prefix: str = "") -> list[Context]:
    """Give the members of a committee as its table prints them, numbered after a prefix if there is one."""
    return [
        {"label": f"{prefix}{number}" if prefix else f"{number}.", **_member(member)}
        for number, member in enumerate(members, 1)
    ]


def _member(member: Member) -> Context:
    name, position = name_and_post(member)
    return {"name": name, "position": position, "role": member.role, "note": member.note or ""}
