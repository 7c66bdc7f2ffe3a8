"""Words that people write for a choice: marks on the type of a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Choices by other words for them: they are proposed where such a word stands, and never taken for it."""

    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A word that is no choice may be the office's own: it stands at another key.

    Attributes:
        before: what is written before the word, such as ``{head: ``.
        behind: what is written behind it.
    """

    before: str
    behind: str

    def written(self, word: str) -> str:
        """Return how content says the word."""
        return f"{self.before}{word}{self.behind}"
