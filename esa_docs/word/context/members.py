"""Members of a committee by name and post, as orders and the papers of its meetings print them."""

from __future__ import annotations

from esa_docs.model.committee import Member
from esa_docs.model.minutes import Attendee


def name_and_post(member: Member) -> tuple[str, str]:
    """Give name and post; a post whose holder is the member stands in the place of the name."""
    if member.person:
        return member.person.full_name, post_of(member)
    return (member.name, post_of(member)) if member.name else (post_of(member), "")


def attendee_name_and_post(attendee: Attendee) -> tuple[str, str]:
    """Give name and post of somebody at a meeting who is no member of the committee."""
    person = attendee.person
    name = person.full_name if person else attendee.name or ""
    return name, attendee.position or (person.post if person else "")


def post_of(member: Member) -> str:
    """Give the post: the one said for this committee, else that of the roster; nothing for neither."""
    return member.position or (member.person.post if member.person else "")
