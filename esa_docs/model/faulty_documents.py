"""Documents with errors, as far as those that cite them by number and date have to know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

NumberAndYear: TypeAlias = tuple[str, int]
"""Number of a document as the register compares it, and its calendar year in the Buddhist era."""


@dataclass(frozen=True, slots=True)
class FaultyDocuments:
    """The documents of a kind that are there and cannot be used, because they have errors.

    Attributes:
        by_number: their names, ``year/name``, by number and year.
        unreadable: ``year/name`` of files that cannot be read, whose numbers nobody knows.
    """

    by_number: Mapping[NumberAndYear, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
