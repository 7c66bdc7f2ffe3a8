"""Words that people write for a choice that has another name in content: a mark on the type of a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Choices by other words for them: they are proposed where such a word stands, and never taken for it."""

    choices: Mapping[str, str]
