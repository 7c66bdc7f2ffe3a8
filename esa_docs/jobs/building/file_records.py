"""Records of the files that builds made, and reading them from a manifest or notes of any bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from esa_docs.jobs.changes.inner_paths import is_utf8, stays_below

FORMAT: Final = 2
"""The format of a manifest; a newer program counts further."""
_FORMAT_WITHOUT_ENDINGS: Final = 1
"""The first format: it knew Word files only, and its keys had no file ending."""
_NO_JSON: Final = (ValueError, RecursionError)
"""What json raises of bytes that are none: no UTF-8, cut short, numbers too long, nested too deep."""


class NewerFormatError(Exception):
    """A manifest was written by a newer program."""


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
        project: folder of the project; empty likewise. See `owners.py`.
    """

    inputs: str
    output: str
    beside: str = ""
    document: str = ""
    kind: str = ""
    project: str = ""

    def covers(self, digest: str) -> bool:
        """Return whether a build made a file with this hash; never for the empty hash of no file."""
        return digest != "" and digest in {self.output, self.beside}


_FIELDS: Final = tuple(record_field.name for record_field in fields(FileRecord))
_REQUIRED: Final = ("inputs", "output")


@dataclass(frozen=True, slots=True)
class ParsedRecords:
    """The records of a manifest.

    Attributes:
        records: those that could be read, by the path of the file below the output folder.
        is_whole: whether all could be read.
    """

    records: dict[str, FileRecord] = field(default_factory=dict)
    is_whole: bool = True


def parse_manifest(data: bytes) -> ParsedRecords:
    """Return the records of a manifest. A broken row is left out, and so is a field of another version.

    Raises:
        NewerFormatError: a newer program wrote it; what its rows mean is not known.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except _NO_JSON:
        return ParsedRecords(is_whole=False)
    rows = _rows_of(content)
    if rows is None:
        return ParsedRecords(is_whole=False)
    records: dict[str, FileRecord] = {}
    for key, row in rows.items():
        record = _parse_record(key, row)
        if record is not None:
            records[key] = record
    return ParsedRecords(records, is_whole=len(records) == len(rows))


def parse_notes(data: bytes) -> Iterator[tuple[str, FileRecord]]:
    """Generate the key and the record of each note; a line that is none is left out.

    A build that was killed may have cut its last line short.
    """
    for line in data.splitlines():
        try:
            row = json.loads(line)
        except _NO_JSON:
            continue
        if isinstance(row, dict):
            key = row.get("file")
            record = _parse_record(key, row.get("made"))
            if isinstance(key, str) and record is not None:
                yield key, record


def _rows_of(content: object) -> Mapping[str, object] | None:
    """Return the rows of a manifest by their keys; None where it has none.

    Raises:
        NewerFormatError: a newer program wrote it.
    """
    if not isinstance(content, dict):
        return None
    number = content.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise NewerFormatError
    if number == FORMAT:
        return _mapping(content.get("files"))
    if number == _FORMAT_WITHOUT_ENDINGS:
        rows = _mapping(content.get("documents"))
        return None if rows is None else {f"{name}.docx": row for name, row in rows.items()}
    return None


def _mapping(value: object) -> Mapping[str, object] | None:
    return value if isinstance(value, dict) else None


def _parse_record(key: object, row: Any) -> FileRecord | None:
    """Return the record of a row; None where the row is broken, or its file would lie outside."""
    if not isinstance(key, str) or not stays_below(key) or not isinstance(row, dict):
        return None
    texts = {name: row[name] for name in _FIELDS if name in row}
    if any(name not in texts for name in _REQUIRED):
        return None
    are_texts = all(isinstance(text, str) and is_utf8(text) for text in texts.values())
    return FileRecord(**texts) if are_texts else None
