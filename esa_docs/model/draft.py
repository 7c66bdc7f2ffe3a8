"""Drafts of content files, and what they ask for: plain values, written by ``jobs``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """A content file that somebody has to complete.

    Attributes:
        folder: where it goes.
        name: name of the file; what no system allows in names is taken out when it is written.
        depth: folders between the project and the file.
        content: what is known of it.
        note: what is to be done with it; it stands above the content, as a comment.
    """

    folder: Path
    name: str
    depth: int
    content: Mapping[str, object]
    note: str


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody of the office is asked for.

    Attributes:
        to: post of who is asked.
        subject: what it is about.
        text: paragraphs.
        closing: last paragraph.
        signer: id of who signs.
    """

    to: str
    subject: str
    text: Sequence[str]
    closing: str
    signer: str
