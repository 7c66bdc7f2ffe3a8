"""What stands above and below the text of each page of a template."""

from __future__ import annotations

from typing import NamedTuple

from template_bodies.pieces import PLAIN_NUMBER, secrecy_foot, secrecy_head, secrecy_number


class Frame(NamedTuple):
    """What stands above and below the text of each page, as paragraphs; empty parts are left out.

    Attributes:
        header: head of every page, or of all but the first.
        first_header: head of the first page of a section.
        footer: foot of every page.
    """

    header: str = PLAIN_NUMBER
    first_header: str = ""
    footer: str = ""


def marked_frame(names: str) -> Frame:
    """Return the frame of memos and letters, whose marks of secrecy and draft stand under ``names``."""
    secrecy = f"{names}.secrecy"
    return Frame(secrecy_number(secrecy), secrecy_head(f"{names}.draft", secrecy), secrecy_foot(secrecy))
