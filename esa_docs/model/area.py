"""The room that the pages of a template leave for what is drawn on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """Room on a page, in points."""

    width: float
    height: float
