"""ฉบับที่เก็บไว้: the versions of a paper that were kept when it was issued or sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """The kept versions of one paper.

    Attributes:
        is_sent: whether its last version was sent.
    """

    is_sent: bool = False
