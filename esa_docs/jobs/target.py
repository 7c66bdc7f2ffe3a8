"""One file of a document: how earlier builds left it, and how this build leaves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.fingerprint import hash_bytes
from esa_docs.jobs.manifest import FileRecord, Manifest
from esa_docs.source.files import path_label

_UNREADABLE: Final = "unreadable"
"""Stands for the hash of a file that cannot be read. No file has it, so such a file counts as edited."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file of a document, with what is there now and what the manifest knows.

    Attributes:
        path: where the file goes.
        key: its path below the output folder, by which the manifest knows it.
        inputs: fingerprint of its document as it is now.
        record: what an earlier build put there; None where no build made the file.
        present_hash: hash of the file that is there now; empty where there is none.
    """

    path: Path
    key: str
    inputs: str
    record: FileRecord | None
    present_hash: str

    @property
    def is_edited(self) -> bool:
        """Whether a file is there that no build made."""
        if self.present_hash == "":
            return False
        return self.record is None or not self.record.covers(self.present_hash)

    @property
    def is_current(self) -> bool:
        """Whether the file is there, and its document has not changed since a build made it."""
        if self.record is None or self.present_hash == "":
            return False
        return self.record.inputs == self.inputs

    def place_beside(self, digest: str) -> Path:
        """Return the place for a new file beside an edited one.

        Somebody may also have edited the file that an earlier build put beside. It stays, and the new file
        goes to the next place.

        Args:
            digest: hash of the new file.
        """
        no_file = ""
        replaceable_hashes = {no_file, digest}
        if self.record is not None:
            replaceable_hashes.add(self.record.beside)
        number = 1
        while hash_of(self._numbered_place(number)) not in replaceable_hashes:
            number += 1
        return self._numbered_place(number)

    def new_record(self, digest: str, *, beside: bool) -> FileRecord:
        """Return the record that the manifest gets once a file is written.

        Args:
            digest: hash of the file that is written.
            beside: whether it is written beside an edited file.
        """
        if not beside:
            return FileRecord(self.inputs, digest)
        if self.record is None:
            return FileRecord(self.inputs, output="", beside=digest)
        return replace(self.record, inputs=self.inputs, beside=digest)

    def diagnose_edit(self, new_file: Path | None = None) -> Diagnostic:
        """Return the diagnostic of a file that was edited by hand (E402).

        Args:
            new_file: the file that was written beside it; None where nothing was written.
        """
        place = Location(path_label(self.path))
        if new_file is None:
            message = _("the file was edited by hand since the last build and is left as it is")
            hint = _("Use --force to overwrite it.")
            return Diagnostic("E402", message, place, hint, Severity.WARNING)
        message = _("the file was edited by hand and is kept; the new one is {beside}")
        text = message.format(beside=new_file.name)
        hint = _("Take over what was edited, then delete one of the two. --force overwrites.")
        return Diagnostic("E402", text, place, hint, Severity.WARNING)

    def _numbered_place(self, number: int) -> Path:
        ending = "" if number == 1 else f"-{number}"
        return self.path.with_name(f"{self.path.stem}.new{ending}{self.path.suffix}")


def examine_target(path: Path, key: str, inputs: str, manifest: Manifest) -> Target:
    """Return the target of a file, from what is on the disk and in the manifest."""
    present_hash = hash_of(path)
    record = manifest.recall(key, present_hash)
    return Target(path, key, inputs, record, present_hash)


def hash_of(path: Path) -> str:
    """Return the hash of a file.

    Empty where there is no file, and `_UNREADABLE` where it cannot be read.
    """
    try:
        return hash_bytes(path.read_bytes())
    except OSError:
        return _UNREADABLE if path.is_file() else ""
