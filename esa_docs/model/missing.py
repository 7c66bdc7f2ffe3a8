"""สิ่งที่ยังขาด: what a complete paper has and a draft lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from esa_docs.diagnostics import Location
from esa_docs.model.people import KeyPath

_NOWHERE: Final = Location("")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing in a paper.

    Attributes:
        path: keys and indexes that lead from the document to where it is missing.
        message: what is missing, in the reader's language.
        place: where that is in the content files. Empty for a document that was not read from files.
        field: the key path inside that file.
    """

    path: KeyPath
    message: str
    place: Location = _NOWHERE
    field: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """Return the form of ``--format json``."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "field": self.field,
            "message": self.message,
        }
