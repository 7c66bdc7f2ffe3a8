"""Keys that nobody types: the program fills them in while it reads, and no schema or hint offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ProgramKey:
    """The mark of the type of such a key."""


PROGRAM_KEY: Final = ProgramKey()
