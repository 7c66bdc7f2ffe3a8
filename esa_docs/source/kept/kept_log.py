"""The log of what was kept: ``issued/log.jsonl`` names every version, mark and scan, so none is lost unseen.

Each line is a JSON object of one file: ``at``, ``key`` (``year/name`` of the paper), ``event`` (kept, sent or
scan), ``version`` or ``scan`` with its number, ``file`` and ``sha256``. Lines are only ever added.

E450 the log is missing, or a line of it is damaged.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.history import ISSUED_FOLDER
from esa_docs.source.folders.disk import Sort, look_at, read_bytes
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_marks import damaged
from esa_docs.source.yaml_files.text import unreadable

LOG_NAME: Final = "log.jsonl"
_VERSION: Final = re.compile(r"([1-9][0-9]*)\.zip")
_FILE_NAMES: Final = (
    ("kept", "version", _VERSION),
    ("sent", "version", re.compile(r"([1-9][0-9]*)\.sent\.json")),
    ("scan", "scan", re.compile(r"scan-([1-9][0-9]*)\.(?:pdf|json)")),
)
"""Event, key of the number, and name of the file."""
_KEY: Final = re.compile(r"[0-9]{4}/.+")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KeptLog:
    """What the log names.

    Attributes:
        is_there: whether there is a log that can be read.
        files: SHA-256 of every file by its name, by the ``year/name`` of its paper.
        diagnostics: what is damaged (E450), or cannot be read (E110).
    """

    is_there: bool = False
    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def files_of(self, key: str) -> Mapping[str, str]:
        """Return SHA-256 of every file of a paper, by its name."""
        return self.files.get(composed(key), {})

    def versions_of(self, key: str) -> set[int]:
        """Return the numbers of the versions of a paper."""
        numbers = [number_in(name, _VERSION) for name in self.files_of(key)]
        return {number for number in numbers if number is not None}


def number_in(name: str, pattern: re.Pattern[str]) -> int | None:
    """Return the number of a version or scan from the name of its file.

    None of another name, and of one with more figures than a number of this program has.

    Args:
        name: name of the file.
        pattern: how such a file is called, its number in a group.
    """
    match = pattern.fullmatch(name)
    return thai.whole_number(match[1]) if match else None


def composed(key: str) -> str:
    """Return ``year/name`` as logs have it: the disks of macOS may write a letter with an accent as two."""
    return unicodedata.normalize("NFC", key)


def log_path(root: Path) -> Path:
    """Return where the log of a project lies."""
    return root / ISSUED_FOLDER / LOG_NAME


def logged_hash(name: str, data: bytes) -> str:
    """Return the SHA-256 of a file as the log has it. Git may change the line ends of a text."""
    if name.endswith(".json"):
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest()


def log_line(at: str, key: str, name: str, data: bytes) -> bytes:
    """Return the line of a file.

    Args:
        at: date and time, as in a record.
        key: ``year/name`` of the paper.
        name: name of the file: that of a version, a mark, a scan or the note of a scan.
        data: what the file holds.
    """
    for event, number_name, pattern in _FILE_NAMES:
        number = number_in(name, pattern)
        if number is not None:
            facts = {"at": at, "key": composed(key), "event": event, number_name: number}
            values = {**facts, "file": name, "sha256": logged_hash(name, data)}
            return json.dumps(values, ensure_ascii=False).encode() + b"\n"
    raise ValueError(name)


def read_log(root: Path) -> KeptLog:
    """Return the log of a project; one that is not there has no diagnostic, since nothing may be kept yet."""
    path = log_path(root)
    if look_at(path).sort is Sort.MISSING:
        return KeptLog()
    try:
        data = read_bytes(path)
    except OSError as fault:
        return KeptLog(diagnostics=(unreadable(fault, Location(path_label(path))),))
    files: dict[str, dict[str, str]] = {}
    diagnostics: list[Diagnostic] = []
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        values = _parse(line)
        if values is None:
            diagnostics.append(_damaged_line(path, number, _("it is no line of this log, or cut short")))
            continue
        hashes = files.setdefault(composed(values["key"]), {})
        if hashes.setdefault(values["file"], values["sha256"]) != values["sha256"]:
            reason = _("an earlier line has the same file with another content")
            diagnostics.append(_damaged_line(path, number, reason))
    return KeptLog(is_there=True, files=files, diagnostics=tuple(diagnostics))


def missing_log(root: Path) -> Diagnostic:
    """Return the diagnostic of a project with kept versions and without log (E450)."""
    return damaged(log_path(root), _("the list of all that was kept, log.jsonl, is missing"))


def _parse(line: bytes) -> dict[str, Any] | None:
    """Return the values of a line; None where it is damaged. A whole line ends with a line feed."""
    try:
        values = json.loads(line.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(values, dict) or not line.endswith(b"\n"):
        return None
    texts = [values.get(name) for name in ("at", "key", "file", "sha256")]
    if not all(isinstance(text, str) for text in texts):
        return None
    is_sound = _KEY.fullmatch(values["key"]) and _SHA256.fullmatch(values["sha256"])
    return values if is_sound and _names_its_file(values) else None


def _names_its_file(values: Mapping[str, Any]) -> bool:
    """Return whether event, number and name of the file of a line go together."""
    return (values.get("event"), values["file"]) in set(_files_of_number(values))


def _files_of_number(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Generate event and name of the files that the number of a line may mean."""
    for event, number_name, pattern in _FILE_NAMES:
        number = number_in(values["file"], pattern)
        if number is not None and values.get(number_name) == number:
            yield event, values["file"]


def _damaged_line(path: Path, number: int, reason: str) -> Diagnostic:
    message = _("the list of all that was kept is damaged in this line: {reason}").format(reason=reason)
    hint = _("Put log.jsonl back as it was, from a backup or from git. Lines are only ever added to it.")
    return Diagnostic("E450", message, Location(path_label(path), number, 1), hint)
