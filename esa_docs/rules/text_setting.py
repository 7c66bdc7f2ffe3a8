"""How the texts of a document are set, for rules about their width."""

from __future__ import annotations

from dataclasses import dataclass

from esa_docs import thai


@dataclass(frozen=True, slots=True)
class Setting:
    """How the texts of a document are set.

    Attributes:
        family: font of the office.
        numerals: digits of the document.
    """

    family: str
    numerals: thai.Numerals

    def printed(self, words: str) -> str:
        """Return words as they are printed."""
        return thai.bind_spaces(thai.apply_numerals(words, self.numerals))
