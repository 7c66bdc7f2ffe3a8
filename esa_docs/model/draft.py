"""Drafts of content files, and requests to people: plain values, which ``jobs`` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """A content file that somebody has to complete.

    Attributes:
        folder: folder of the file.
        name: name of the file. Characters that no system allows in names are taken out when it is written.
        depth: number of folders between the project and the file.
        content: values that the file begins with, by key.
        note: what somebody has to do with the file. It stands above the content, as a comment.
    """

    folder: Path
    name: str
    depth: int
    content: Mapping[str, object]
    note: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request to somebody of the office.

    Attributes:
        to: post of the person whom it goes to.
        subject: what it is about.
        text: paragraphs.
        closing: last paragraph.
        signer: id of the person who signs.
    """

    to: str
    subject: str
    text: Sequence[str]
    closing: str
    signer: str
