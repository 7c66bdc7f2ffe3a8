"""The documents of a kind that amend each other, with those among them that have errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from esa_docs import thai
from esa_docs.model.abilities import Amended
from esa_docs.model.faulty_documents import NumberAndYear
from esa_docs.model.number_register import number_key


@dataclass(frozen=True, slots=True)
class AmendedKind:
    """The documents of a kind whose documents amend each other.

    Attributes:
        amended: those without errors.
        faulty: ``year/name`` of those with errors, by number and year of each document that they amend or
            revoke.
    """

    amended: Amended[Any]
    faulty: Mapping[NumberAndYear, tuple[str, ...]]

    def faulty_amendments(self, content: Any) -> tuple[str, ...]:
        """Return ``year/name`` of the documents with errors that concern a document.

        These amend or revoke the document, or one that amends it. While they have errors nobody knows its
        committees. Empty where there are none.

        Args:
            content: the document.
        """
        if not content.is_issued:
            return ()
        history = self.amended.history(content)
        numbers = [number_and_year(content.number, content.date)]
        numbers += [
            number_and_year(amendment.order.number, amendment.order.date) for amendment in history.amendments
        ]
        names: list[str] = []
        for number in numbers:
            names += self.faulty.get(number, ())
        return tuple(dict.fromkeys(names))


def number_and_year(number: str | None, date: Any) -> NumberAndYear:
    """Return number and calendar year, by which an issued document is known."""
    return number_key(number or ""), thai.buddhist_year(date)
