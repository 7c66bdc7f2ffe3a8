"""The manifest of an output folder: which files earlier builds made, so that hand-edited ones stay safe."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from esa_docs.jobs.changes.files import write_whole
from esa_docs.source.disk import read_bytes

STATE_FOLDER: Final = ".esa-docs"
_FORMAT: Final = 2
_FORMAT_WITHOUT_ENDINGS: Final = 1
"""The first format: it knew Word files only, and its keys had no file ending."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file that a build made. The field names are the keys in manifest.json.

    Attributes:
        inputs: fingerprint of the document that the file was made from.
        output: hash of the file; empty where somebody else's file lies in its place.
        beside: hash of the newer file that lies beside it, because it had been edited by hand; empty where
            there is none. The fingerprint is then that of the newer file.
        document: ``year/name`` of the content file it was made of; empty in records of older versions.
        kind: kind of the document; empty likewise.
    """

    inputs: str
    output: str
    beside: str = ""
    document: str = ""
    kind: str = ""

    def covers(self, digest: str) -> bool:
        """Return whether a build made a file with this hash; never for the empty hash of no file."""
        return digest != "" and digest in {self.output, self.beside}


@dataclass(slots=True)
class Manifest:
    """The files made so far, by their paths below the output folder.

    Attributes:
        records: what finished builds put in place.
        notes: what a build that was killed was about to put in place. They do not count when two manifests
            are compared, because they are never written into manifest.json.
        records_read: the records as they were read, by which those that a build changes are told apart.
    """

    records: dict[str, FileRecord] = field(default_factory=dict)
    notes: dict[str, list[FileRecord]] = field(default_factory=dict, compare=False)
    records_read: dict[str, FileRecord] = field(default_factory=dict, compare=False)

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


def read_manifest(out: Path) -> Manifest:
    """Return the manifest of an output folder; without records where it is missing or broken."""
    notes: dict[str, list[FileRecord]] = {}
    for key, note in _read_notes(out):
        notes.setdefault(key, []).append(note)
    try:
        text = read_bytes(_manifest_path(out)).decode()
        records = {key: _parse_record(row) for key, row in _rows(json.loads(text))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest({}, notes)
    return Manifest(records, notes, dict(records))


def merge_manifest(out: Path, manifest: Manifest) -> None:
    """Write what a build has changed in a manifest into the one of the output folder.

    Another build may have written there meanwhile, where the disk gives no locks: its records stay. A build
    that changes nothing leaves the file as it is, with its time.

    Raises:
        OSError: it cannot be written.
    """
    present_records = read_manifest(out).records
    # A manifest that was lost meanwhile is written whole.
    records = dict(present_records) if present_records else dict(manifest.records_read)
    for key in manifest.records_read.keys() - manifest.records.keys():
        records.pop(key, None)
    for key, record in manifest.records.items():
        if manifest.records_read.get(key) != record:
            records[key] = record
    if records != present_records:
        write_manifest(out, Manifest(records))


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the records of a manifest into an output folder.

    Raises:
        OSError: it cannot be written.
    """
    rows = {key: asdict(record) for key, record in sorted(manifest.records.items())}
    # The keys hold names of documents, which may be Thai. They stay readable.
    text = json.dumps({"format": _FORMAT, "files": rows}, ensure_ascii=False, indent=1)
    write_whole(_manifest_path(out), text.encode(), state_folder(out))


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


def _manifest_path(out: Path) -> Path:
    return state_folder(out) / "manifest.json"


def _notes_path(out: Path) -> Path:
    return state_folder(out) / "placing.jsonl"


def _read_notes(out: Path) -> Iterator[tuple[str, FileRecord]]:
    """Generate the key and the record of each note."""
    try:
        lines = read_bytes(_notes_path(out)).splitlines()
    except OSError:
        return
    for line in lines:
        # A build that was killed may have cut its last line short.
        with suppress(ValueError, KeyError, TypeError):
            row = json.loads(line)
            yield str(row["file"]), _parse_record(row["made"])


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Generate the key and the row of each file in the data of a manifest; none of an unknown format."""
    if data["format"] == _FORMAT:
        yield from data["files"].items()
    elif data["format"] == _FORMAT_WITHOUT_ENDINGS:
        for name, row in data["documents"].items():
            yield f"{name}.docx", row


def _parse_record(row: Mapping[str, Any]) -> FileRecord:
    for value in row.values():
        if not isinstance(value, str):
            raise TypeError("hashes are text")
    return FileRecord(**row)
