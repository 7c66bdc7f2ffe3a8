"""A place where a person is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named.

    Attributes:
        document: ``year/name`` of the document, or office.yaml.
        title: what the document is about.
        field: key path of the reference. It is that of the signature where the director signs without being
            named.
        role: role of the person there, in words.
        is_draft: whether the document lacks its number or date. None for kinds that are not issued.
        date: date of the document. None where it has none.
    """

    document: str
    title: str
    field: str
    role: str
    is_draft: bool | None = None
    date: dt.date | None = None

    def as_dict(self) -> dict[str, str | bool | None]:
        """Return the row of ``--format json``. Its date is in the Christian era, as programs write dates."""
        date = self.date.isoformat() if self.date else None
        return {
            "document": self.document,
            "title": self.title,
            "field": self.field,
            "role": self.role,
            "is_draft": self.is_draft,
            "date": date,
        }
