"""The manifest of an output folder: which files earlier builds made, so that hand-edited ones stay safe."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.file_records import (
    FORMAT,
    FileRecord,
    NewerFormatError,
    ParsedRecords,
    parse_manifest,
    parse_notes,
)
from esa_docs.jobs.changes.files import write_whole
from esa_docs.source.folders.disk import read_bytes, reason_of
from esa_docs.source.folders.files import path_label

STATE_FOLDER: Final = ".esa-docs"


@dataclass(slots=True)
class Manifest:
    """The files made so far, by their paths below the output folder.

    Attributes:
        records: what finished builds put in place.
        notes: what a build that was killed was about to put in place. They do not count when two manifests
            are compared, because they are never written into manifest.json.
        records_read: the records as they were read, by which those that a build changes are told apart.
        is_whole: whether all records could be read.
        project: folder of the project that is built; empty where none is.
    """

    records: dict[str, FileRecord] = field(default_factory=dict)
    notes: dict[str, list[FileRecord]] = field(default_factory=dict, compare=False)
    records_read: dict[str, FileRecord] = field(default_factory=dict, compare=False)
    is_whole: bool = field(default=True, compare=False)
    project: str = field(default="", compare=False)

    def recall(self, key: str, present_hash: str) -> FileRecord | None:
        """Return the record of a file. A note that covers the present file replaces its record first.

        Args:
            key: path of the file below the output folder.
            present_hash: hash of the file that is there now.

        Returns:
            The record; None where no build made the file.
        """
        for note in self.notes.get(key, ()):
            if note.covers(present_hash):
                self.records[key] = note
        return self.records.get(key)


def read_manifest(out: Path, project: str = "") -> Manifest:
    """Return the manifest of an output folder; without records where it is missing or broken.

    Args:
        out: output folder.
        project: folder of the project that is built; empty where none is.

    Raises:
        MachineError: it is there and cannot be read, or a newer program wrote it (E467).
    """
    path = manifest_path(out)
    data = _read_own(path)
    parsed = ParsedRecords()
    if data is not None:
        try:
            parsed = parse_manifest(data)
        except NewerFormatError as fault:
            raise MachineError([_diagnose_newer(path)]) from fault
    notes: dict[str, list[FileRecord]] = {}
    for key, note in parse_notes(_read_own(_notes_path(out)) or b""):
        notes.setdefault(key, []).append(note)
    return Manifest(dict(parsed.records), notes, parsed.records, parsed.is_whole, project)


def merge_manifest(out: Path, manifest: Manifest) -> None:
    """Write what a build has changed in a manifest into the one of the output folder.

    Another build may have written there meanwhile, where the disk gives no locks: its records stay. A build
    that changes nothing leaves the file as it is, with its time.

    Raises:
        OSError: it cannot be written.
        MachineError: it cannot be read, or a newer program wrote it meanwhile (E467).
    """
    present = read_manifest(out)
    present_records = present.records
    # A manifest that was lost meanwhile is written whole.
    records = dict(present_records) if present_records else dict(manifest.records_read)
    for key in manifest.records_read.keys() - manifest.records.keys():
        records.pop(key, None)
    for key, record in manifest.records.items():
        if manifest.records_read.get(key) != record:
            records[key] = record
    if records != present_records or not present.is_whole:
        write_manifest(out, Manifest(records))


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the records of a manifest into an output folder.

    Raises:
        OSError: it cannot be written.
    """
    rows = {key: asdict(record) for key, record in sorted(manifest.records.items())}
    # The keys hold names of documents, which may be Thai. They stay readable.
    text = json.dumps({"format": FORMAT, "files": rows}, ensure_ascii=False, indent=1)
    write_whole(manifest_path(out), text.encode(), state_folder(out))


def add_note(out: Path, key: str, record: FileRecord) -> None:
    """Note a file that is about to be put in place.

    If the build is killed before it writes the manifest, the next build knows the file by the note.

    Raises:
        OSError: it cannot be written.
    """
    path = _notes_path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"file": key, "made": asdict(record)})
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def clear_notes(out: Path) -> None:
    """Delete the notes, once the manifest is written."""
    with suppress(OSError):
        _notes_path(out).unlink()


def state_folder(out: Path) -> Path:
    """Return the folder in which a build keeps its own files."""
    return out / STATE_FOLDER


def manifest_path(out: Path) -> Path:
    """Return the place of the manifest of an output folder."""
    return state_folder(out) / "manifest.json"


def _notes_path(out: Path) -> Path:
    return state_folder(out) / "placing.jsonl"


def _read_own(path: Path) -> bytes | None:
    """Return what a file of the program itself holds; None where there is none.

    Raises:
        MachineError: it cannot be read (E467).
    """
    try:
        return read_bytes(path)
    except FileNotFoundError:
        return None
    except OSError as fault:
        message = _("the list of the files that builds made cannot be read, so nothing is written: {reason}")
        text = message.format(reason=reason_of(fault))
        hint = _("Ask for the right to read it, or build into another folder with --out.")
        raise MachineError([Diagnostic("E467", text, Location(path_label(path)), hint)]) from fault


def _diagnose_newer(path: Path) -> Diagnostic:
    message = _("a newer version of esa-docs builds into this folder, so nothing is written")
    hint = _("Update esa-docs on this machine, or build into another folder with --out.")
    return Diagnostic("E467", message, Location(path_label(path)), hint)
