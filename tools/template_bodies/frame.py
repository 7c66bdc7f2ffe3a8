"""Heads and feet of the pages of a template."""

from __future__ import annotations

from typing import NamedTuple

from template_bodies.pieces import PLAIN_NUMBER, secrecy_foot, secrecy_head, secrecy_number


class Frame(NamedTuple):
    """Heads and feet of pages, as paragraphs; a template does not have those that are empty.

    Attributes:
        header: head of every page, or of all but the first.
        first_header: head of the first page of a section.
        footer: foot of every page.
    """

    header: str = PLAIN_NUMBER
    first_header: str = ""
    footer: str = ""


def marked_frame(names: str) -> Frame:
    """Return the frame of memos and letters, with the marks of secrecy and draft.

    Args:
        names: what the template is given for them: an object with ``secrecy`` and ``draft``.
    """
    draft = f"{names}.draft"
    secrecy = f"{names}.secrecy"
    return Frame(
        header=secrecy_number(secrecy),
        first_header=secrecy_head(draft, secrecy),
        footer=secrecy_foot(secrecy),
    )
