"""Members of a committee by name and post, as orders and the papers of its meetings print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esa_docs.model.committee import Member
from esa_docs.model.document import Context


def name_and_post(member: Member) -> tuple[str, str]:
    """Return name and post as they are printed. The post is empty for a name written out without one.

    A member by post alone has no name: the post stands in its place, and the second text is empty.
    """
    name = member.full_name
    if not name:
        return member.post, ""
    return name, member.post


def member_rows(members: Sequence[Member], prefix: str = "") -> list[Context]:
    """Return the rows of the table of members.

    Args:
        members: members of a committee, in their order.
        prefix: what stands before each number: ``2.`` makes 2.1 and 2.2. An empty one makes 1. and 2.
    """
    return list(_rows(members, prefix))


def _rows(members: Sequence[Member], prefix: str) -> Iterator[Context]:
    for number, member in enumerate(members, 1):
        label = f"{prefix}{number}" if prefix else f"{number}."
        name, position = name_and_post(member)
        note = member.note or ""
        yield {"label": label, "name": name, "position": position, "role": member.role, "note": note}
