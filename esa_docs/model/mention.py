"""A place where a person is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from esa_docs.model.life import State


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named.

    Attributes:
        document: ``year/name`` of the document, or office.yaml.
        title: what the document is about.
        field: key path of the reference. It is that of the signature where the director signs without being
            named.
        role: role of the person there, in words.
        state: state of the document. None for kinds that are not issued.
        date: date of the document. None where it has none, or a month whose day is left for the pen.
    """

    document: str
    title: str
    field: str
    role: str
    state: State | None = None
    date: dt.date | None = None

    def as_dict(self) -> dict[str, str | bool | None]:
        """Return the row of ``--format json``. Its date is in the Christian era, as programs write dates."""
        date = self.date.isoformat() if self.date else None
        is_draft = None if self.state is None else self.state is State.DRAFT
        return {
            "document": self.document,
            "title": self.title,
            "field": self.field,
            "role": self.role,
            "is_draft": is_draft,
            "state": self.state,
            "date": date,
        }
