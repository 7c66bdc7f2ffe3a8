"""One file of a document, as earlier builds left it and as this build leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.fingerprint import hash_bytes
from esa_docs.jobs.manifest import Made, Manifest
from esa_docs.source.files import path_label

_UNREADABLE: Final = "unreadable"


@dataclass(frozen=True, slots=True)
class Target:
    """A file with what is known of it.

    Attributes:
        path: where it goes.
        key: its path below the output folder, by which the manifest knows it.
        inputs: fingerprint of what it is made from now.
        made: what an earlier build put there.
        there: hash of the file that is there now; empty where there is none.
    """

    path: Path
    key: str
    inputs: str
    made: Made | None
    there: str

    @property
    def edited(self) -> bool:
        """Tell whether the file there is one that no build made."""
        return bool(self.there) and not (self.made and self.made.has(self.there))

    @property
    def is_current(self) -> bool:
        """Tell whether the file was made from what it would be made from now."""
        return self.made is not None and self.made.inputs == self.inputs and bool(self.there)

    def place_beside(self, digest: str) -> Path:
        """Give the place for a new file beside an edited one: what was put there before may be edited too."""
        ours = {"", digest, self.made.beside if self.made else ""}
        return next(place for place in _places_beside(self.path) if hash_of(place) in ours)

    def record(self, written: str, *, beside: bool) -> Made:
        """Give what the manifest is to know once a file of this hash is written."""
        if not beside:
            return Made(self.inputs, written)
        before = self.made or Made(self.inputs, "")
        return replace(before, inputs=self.inputs, beside=written)

    def told_as_edited(self, beside: Path | None) -> Diagnostic:
        """Tell that the file was edited by hand, and where the new one lies, if there is one (E402)."""
        place = Location(path_label(self.path))
        if beside is None:
            message = _("the file was edited by hand since the last build and is left as it is")
            return Diagnostic("E402", message, place, _("Use --force to overwrite it."), Severity.WARNING)
        text = _("the file was edited by hand and is kept; the new one is {beside}")
        hint = _("Take over what was edited, then delete one of the two. --force overwrites.")
        return Diagnostic("E402", text.format(beside=beside.name), place, hint, Severity.WARNING)


def examine(path: Path, key: str, inputs: str, manifest: Manifest) -> Target:
    """Look at a file and at what the manifest knows of it."""
    there = hash_of(path)
    return Target(path, key, inputs, manifest.recall(key, there), there)


def hash_of(path: Path) -> str:
    """Give the hash of a file: none of one that is not there, no real one of one that may not be read."""
    try:
        return hash_bytes(path.read_bytes())
    except OSError:
        return _UNREADABLE if path.is_file() else ""


def _places_beside(path: Path) -> Iterator[Path]:
    names = (f"{path.stem}.new{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    return map(path.with_name, names)
