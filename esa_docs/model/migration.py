"""What changes in content of an older version, as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.model.people import KeyPath


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text of a file that is written otherwise in the new version.

    Attributes:
        path: the file.
        keys: key path of the text in that file.
        field: the same as diagnostics name it.
        place: where the text stands.
        old: the text.
        new: the text in its place.
    """

    path: Path
    keys: KeyPath
    field: str
    place: Location
    old: str
    new: str

    def as_dict(self) -> dict[str, str | int]:
        """Return the form of ``--format json``."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "field": self.field,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True)
class Migration:
    """The way of a project from one version of content to the newest.

    Attributes:
        old_version: its version before.
        new_version: its version afterwards.
        changes: the texts that are written otherwise.
        paths: the files that were changed; empty where nothing was written.
        diagnostics: what has another meaning, prints otherwise, or is in the way.
    """

    old_version: int
    new_version: int
    changes: tuple[TextChange, ...] = ()
    paths: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return the form of ``--format json``."""
        return {
            "from": self.old_version,
            "to": self.new_version,
            "changes": [change.as_dict() for change in self.changes],
            "files": [path.as_posix() for path in self.paths],
            "diagnostics": [diagnostic.as_dict() for diagnostic in self.diagnostics],
        }
