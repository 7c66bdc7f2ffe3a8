"""One file of a document: how earlier builds left it, and how this build leaves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import FileRecord
from esa_docs.jobs.building.manifest import Manifest
from esa_docs.jobs.building.places import NEWER, find_beside, hash_of, key_of, places_beside
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.source.folders.files import path_label


@dataclass(frozen=True, slots=True)
class Target:
    """A file of a document, with what is there now and what the manifest knows.

    Attributes:
        path: where the file goes.
        key: its path below the output folder, by which the manifest knows it.
        inputs: fingerprint of its document as it is now.
        record: what an earlier build put there; None where no build made the file.
        present_hash: hash of the file that is there now; empty where there is none.
        newer_file: the file that an earlier build put beside, because somebody had edited this one. None
            where it is gone or was edited itself.
        follows_edit: whether it is the PDF of a Word file that somebody edited. Then a new one goes beside:
            it shows another text than the Word file of its name.
    """

    path: Path
    key: str
    inputs: str
    record: FileRecord | None
    present_hash: str
    newer_file: Path | None = None
    follows_edit: bool = False

    @property
    def goes_beside(self) -> bool:
        """Whether a new file goes beside the place and not into it."""
        return self.is_edited or self.follows_edit

    @property
    def is_edited(self) -> bool:
        """Whether a file is there that no build made."""
        if self.present_hash == "":
            return False
        return self.record is None or not self.record.covers(self.present_hash)

    @property
    def has_file_of_ours(self) -> bool:
        """Whether a file that a build made is there as it was made, in the place or beside it."""
        is_in_place = self.present_hash != "" and not self.is_edited
        return is_in_place or self.newer_file is not None

    @property
    def is_current(self) -> bool:
        """Whether the file is there, and its document has not changed since a build made it."""
        if self.record is None:
            return False
        if self.follows_edit:
            is_there = self.present_hash != "" or self.newer_file is not None
            return is_there and self.record.inputs == self.inputs
        if self.present_hash == "":
            return False
        newest_hash = self.record.beside or self.record.output
        if self.present_hash == self.record.output != newest_hash:
            # Somebody took back an edit: this is the file from before the newer one beside it.
            return False
        return self.record.inputs == self.inputs

    def place_beside(self, digest: str, manifest: Manifest) -> Path:
        """Return the place for a new file beside an edited one.

        It replaces the file that an earlier build put beside. If somebody edited that too, it stays, and the
        new file goes to the next place, as it does past the files of other documents.

        Args:
            digest: hash of the new file.
            manifest: what is known of the output folder.
        """
        if self.newer_file is not None:
            return self.newer_file
        places = places_beside(self.path, NEWER)
        return next(place for place in places if self._is_free(place, digest, manifest))

    def _is_free(self, place: Path, digest: str, manifest: Manifest) -> bool:
        folder_key, _slash, _name = self.key.rpartition("/")
        if f"{folder_key}/{place.name}" in manifest.records:
            return False
        no_file = ""
        return hash_of(place) in {no_file, digest}

    def diagnose_edit(self, new_file: Path | None = None) -> Diagnostic:
        """Return the diagnostic of a file that was edited by hand (E402), or whose Word file was (E442).

        Args:
            new_file: the file that was written beside it; None where nothing was written.
        """
        if not self.is_edited:
            return self._diagnose_edit_of_word(new_file or self.newer_file)
        place = Location(path_label(self.path))
        if self.record is None or self.record.output == "":
            return self._diagnose_unknown(new_file)
        if new_file is None:
            message = _("the file was edited by hand since the last build and is left as it is")
            hint = _("Use --force to overwrite it.")
            return Diagnostic("E402", message, place, hint, Severity.WARNING)
        message = _("the file was edited by hand and is kept; the new one is {beside}")
        text = message.format(beside=new_file.name)
        hint = _("Take over what was edited, then delete one of the two. --force overwrites.")
        return Diagnostic("E402", text, place, hint, Severity.WARNING)

    def _diagnose_unknown(self, new_file: Path | None) -> Diagnostic:
        """Return the diagnostic of a file of which nobody knows whether a build made it (E402)."""
        place = Location(path_label(self.path))
        hint = _("Look at both and delete one of the two. --force overwrites.")
        if new_file is None:
            message = _("no record says that the program made this file, so it is left as it is")
            return Diagnostic("E402", message, place, hint, Severity.WARNING)
        message = _("no record says that the program made this file, so it is kept; the new one is {beside}")
        text = message.format(beside=new_file.name)
        return Diagnostic("E402", text, place, hint, Severity.WARNING)

    def _diagnose_edit_of_word(self, new_file: Path | None) -> Diagnostic:
        place = Location(path_label(self.path))
        message = _("the Word file of this PDF was edited by hand, so the PDF may show something else")
        if new_file is not None:
            message = _("the Word file of this PDF was edited by hand, so the new PDF is {beside}")
            message = message.format(beside=new_file.name)
        hint = _("Take over what was edited, or save the edited Word file as PDF. --pdf --force overwrites.")
        return Diagnostic("E442", message, place, hint, Severity.WARNING)


def examine_target(
    path: Path, document: Document[Content], inputs: str, out: Path, manifest: Manifest
) -> Target:
    """Return the target of a file, from what is on the disk and in the manifest.

    Args:
        path: where the file goes.
        document: what it is made from.
        inputs: fingerprint of the document.
        out: output folder.
        manifest: what is known of it. A record of an older version learns whose it is.
    """
    key = f"{document.key}{path.suffix}"
    present_hash = hash_of(path)
    record = manifest.recall(key, present_hash)
    if record is None:
        return Target(path, key, inputs, None, present_hash)
    owner = manifest.project or record.project
    # Records of an older version do not say whose they are, and a project may have been moved.
    record = replace(record, document=document.content_key, kind=document.kind, project=owner)
    newer_file = find_beside(path, record.beside)
    if record.beside and present_hash == record.beside:
        # Somebody put the newer file into the place.
        release_newer(record, newer_file, out, manifest)
        record = replace(record, output=record.beside, beside="")
        newer_file = None
    manifest.records[key] = record
    return Target(path, key, inputs, record, present_hash, newer_file)


def release_newer(record: FileRecord, newer_file: Path | None, out: Path, manifest: Manifest) -> str:
    """Let a file that lies beside another be known by itself: nothing makes it anew from now on.

    Args:
        record: the record of the other.
        newer_file: the file; None where there is none.
        out: output folder.
        manifest: what is known of it.

    Returns:
        The key of the file; empty where there is none.
    """
    if newer_file is None:
        return ""
    key = key_of(out, newer_file)
    manifest.records[key] = replace(record, output=record.beside, beside="")
    return key
