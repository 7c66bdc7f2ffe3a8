"""Heads and feet of the pages of a template."""

from __future__ import annotations

from typing import NamedTuple

from template_bodies.pieces import PLAIN_NUMBER, secrecy_foot, secrecy_head, secrecy_number


class Frame(NamedTuple):
    """Heads and feet of pages, as paragraphs. Empty ones are left out of the template.

    Attributes:
        header: head of every page, or of all but the first.
        first_header: head of the first page of a section.
        footer: foot of every page.
    """

    header: str = PLAIN_NUMBER
    first_header: str = ""
    footer: str = ""


def marked_frame(marks: str) -> Frame:
    """Return the frame of memos and letters, with the marks of secrecy and draft.

    Args:
        marks: name of the value of the template that has ``secrecy`` and ``draft``.
    """
    draft = f"{marks}.draft"
    secrecy = f"{marks}.secrecy"
    return Frame(
        header=secrecy_number(secrecy),
        first_header=secrecy_head(draft, secrecy),
        footer=secrecy_foot(secrecy),
    )
