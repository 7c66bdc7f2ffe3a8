"""The files that are kept of papers, read so that other bytes than were kept are never used.

A small file is compared with the log of kept versions when it is read. The zip file of a version, with its
record and its files, is compared where its files are used: to read them all would make loading slow.

E450 a file is damaged: other bytes than the log says; a version is no zip, cut short, without record, or has
other bytes than its record says.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.history import History, KeptFile, Version
from esa_docs.model.record import Record
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, read_bytes
from esa_docs.source.folders.files import name_fault, path_label
from esa_docs.source.kept.kept_log import logged_hash
from esa_docs.source.kept.kept_marks import damaged, json_bytes, parse_json
from esa_docs.source.yaml_files.text import unreadable

RECORD_NAME: Final = "record.json"
_WORD_ENDING: Final = ".docx"
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The zip file holds no time of day: equal versions are equal files."""
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError),
    *(RuntimeError, UnicodeError),
)
"""Errors of zipfile for damaged bytes, encryption and unknown compression."""
_LARGEST_RECORD: Final = 64 * 1024 * 1024


def read_record(path: Path) -> Checked[Record]:
    """Return the record of a kept version; the files beside it in the zip file are not read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _record_of(archive, path)
    except _DAMAGE:
        return Checked(None, (damaged(path, _("it is no whole zip file")),))
    except OSError as fault:
        return Checked(None, (unreadable(fault, Location(path_label(path))),))


def files_of(version: Version) -> tuple[KeptFile, ...]:
    """Return the files of a version whose record was read, in order; none of any other."""
    if version.record is None:
        return ()
    hashes = version.record.files.items()
    return tuple(KeptFile(version.path, name, sha256, version.sha256) for name, sha256 in hashes)


def read_logged(path: Path, sha256: str) -> bytes:
    """Return the bytes of a file that is kept: a version, a mark, a scan or its note.

    Args:
        path: the file.
        sha256: its SHA-256 as the log of kept versions has it; empty where there is no log.

    Raises:
        ContentError: it is not the file that was kept (E450), or cannot be read (E110).
    """
    try:
        data = read_bytes(path, MOST_BYTES_OF_PDF)
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(path)))]) from fault
    if sha256 and logged_hash(path.name, data) != sha256:
        raise ContentError([damaged(path, _("it is not the file that was kept, as log.jsonl has it"))])
    return data


def refuse_damaged(history: History) -> None:
    """Refuse a paper whose last version, or a scan of it, is not what was kept.

    Raises:
        ContentError: it is not (E450), or cannot be read (E110).
    """
    paths = [scan.path for scan in history.scans]
    if history.last is not None:
        paths.append(history.last.path)
    diagnostics: list[Diagnostic] = []
    for path in paths:
        try:
            read_logged(path, history.hashes.get(path, ""))
        except ContentError as fault:
            diagnostics += fault.diagnostics
    if diagnostics:
        raise ContentError(diagnostics)


def read_kept(file: KeptFile) -> bytes:
    """Return the bytes of a file of a kept version.

    Raises:
        ContentError: the version is damaged (E450), or cannot be read (E110).
    """
    try:
        _compare_version(file)
        with zipfile.ZipFile(file.version) as archive:
            data = archive.read(file.name)
    except _DAMAGE as fault:
        reason = _("it is no whole zip file")
        raise ContentError([damaged(file.version, reason)]) from fault
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(file.version)))]) from fault
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ContentError([_other_bytes(file.version, file.name)])
    return data


def _compare_version(file: KeptFile) -> None:
    """Compare the zip file of a kept file with the log, once for all its files.

    Raises:
        ContentError: it is not the file that was kept (E450), or cannot be read (E110).
        OSError: it cannot be looked at.
    """
    state = file.version.stat()
    _compare_once(file.version, file.version_sha256, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _compare_once(path: Path, sha256: str, _changed_at: int, _size: int) -> None:
    """Compare a file with the log; time of change and size are there to compare a changed file anew."""
    read_logged(path, sha256)


def check_version(path: Path) -> tuple[Diagnostic, ...]:
    """Read every byte of a version and return what is damaged: the record, or a file."""
    record = read_record(path)
    if record.value is None:
        return record.diagnostics
    try:
        with zipfile.ZipFile(path) as archive:
            return _differing_files(archive, record.value, path)
    except _DAMAGE:
        return (damaged(path, _("it is no whole zip file")),)
    except OSError as fault:
        return (unreadable(fault, Location(path_label(path))),)


def zip_bytes(record: Record, files: Mapping[str, bytes]) -> bytes:
    """Return the zip file of a version."""
    values: dict[str, object] = asdict(record)
    values["date"] = record.date.isoformat() if record.date else None
    for optional_key in ("anyway", "contents", "number_note"):
        if not values[optional_key]:
            del values[optional_key]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, RECORD_NAME, json_bytes(values), zipfile.ZIP_DEFLATED)
        for name, data in files.items():
            # A Word file is compressed already.
            _add(archive, name, data, zipfile.ZIP_STORED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, compression: int) -> None:
    archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), data, compression)


def _record_of(archive: zipfile.ZipFile, path: Path) -> Checked[Record]:
    if RECORD_NAME not in archive.namelist():
        return Checked(None, (damaged(path, _("it has no record.json")),))
    if archive.getinfo(RECORD_NAME).file_size > _LARGEST_RECORD:
        return Checked(None, (damaged(path, _("its record.json is far too large")),))
    try:
        values = parse_json(archive.read(RECORD_NAME))
        record = _records().validate_python(values)
    except ValidationError:
        return Checked(None, (damaged(path, _("a field of its record.json is missing or wrong")),))
    except ValueError as fault:
        return Checked(None, (damaged(path, str(fault)),))
    names = set(archive.namelist()) - {RECORD_NAME}
    if names != set(record.files) or not all(map(_is_word_file, names)):
        return Checked(None, (damaged(path, _("it has other files than its record names")),))
    return Checked(record)


def _is_word_file(name: str) -> bool:
    """Return whether a name is that of a Word file below a folder: never of a place outside it."""
    stem = name.removesuffix(_WORD_ENDING)
    return stem != name and name_fault(stem, "") is None


def _differing_files(archive: zipfile.ZipFile, record: Record, path: Path) -> tuple[Diagnostic, ...]:
    diagnostics: list[Diagnostic] = []
    for name, sha256 in record.files.items():
        if hashlib.sha256(archive.read(name)).hexdigest() != sha256:
            diagnostics.append(_other_bytes(path, name))
    return tuple(diagnostics)


def _other_bytes(path: Path, name: str) -> Diagnostic:
    reason = _("{name} in it is not the file that its record describes").format(name=name)
    return damaged(path, reason)


@cache
def _records() -> TypeAdapter[Record]:
    # Not at the top: most projects have no record, and making this takes some milliseconds.
    return TypeAdapter(Record)
