"""Small JSON files beside kept versions: the mark that a version was sent, and the note of a scan.

E450 a file is damaged.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.history import Scan, SentMark
from esa_docs.source.folders.files import path_label

FORMAT: Final = 1
"""Format of the records, marks and notes that this program writes."""


def damaged(path: Path, reason: str) -> Diagnostic:
    """Return the diagnostic of a kept version, mark or scan that is damaged (E450)."""
    message = _("what was kept of the paper is damaged: {reason}").format(reason=reason)
    hint = _("Put the file back as it was, from a backup or from git. Nothing is made anew in its place.")
    return Diagnostic("E450", message, Location(path_label(path)), hint)


def json_bytes(values: dict[str, object]) -> bytes:
    """Return the bytes of a record, mark or note, with its format."""
    text = json.dumps({"format": FORMAT, **values}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def parse_json(data: bytes) -> dict[str, Any]:
    """Return the values of a record, mark or note.

    Raises:
        ValueError: it is no JSON object of a format that this program knows.
    """
    values = json.loads(data.decode("utf-8"))
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ValueError(_("it is not in the format {number}").format(number=FORMAT))
    return values


def parse_sent_mark(path: Path, data: bytes, number: int) -> Checked[SentMark]:
    """Return the mark that a version was sent.

    Args:
        path: where it lies.
        data: what it holds.
        number: the version that its name says.
    """
    values = _parse(path, data)
    if values.value is None:
        return Checked(None, values.diagnostics)
    if values.value.get("version") != number:
        reason = _("it is the mark of another version")
        return Checked(None, (damaged(path, reason),))
    try:
        return Checked(_sent_marks().validate_python(values.value))
    except ValidationError:
        return Checked(None, (damaged(path, _("a field is missing or wrong")),))


def sent_mark_bytes(mark: SentMark, number: int) -> bytes:
    """Return the file of the mark that a version was sent."""
    return json_bytes({"version": number, "date": mark.date.isoformat(), "at": mark.at, "by": mark.by})


def parse_scan(path: Path, note_path: Path, note: bytes, number: int) -> Checked[Scan]:
    """Return a scan as its note describes it. The bytes of the scan are not read.

    Args:
        path: the scan.
        note_path: its note.
        note: what the note holds.
        number: its number.
    """
    values = _parse(note_path, note)
    if values.value is None:
        return Checked(None, values.diagnostics)
    place = {"number": number, "path": path}
    try:
        return Checked(_scans().validate_python(values.value | place))
    except ValidationError:
        return Checked(None, (damaged(note_path, _("a field is missing or wrong")),))


def scan_bytes(scan: Scan) -> bytes:
    """Return the file of the note of a scan."""
    return json_bytes(
        {
            "sha256": scan.sha256,
            "note": scan.note,
            "at": scan.at,
            "by": scan.by,
            "version": scan.version,
            "source_name": scan.source_name,
        }
    )


def _parse(path: Path, data: bytes) -> Checked[dict[str, Any]]:
    try:
        return Checked(parse_json(data))
    except ValueError as fault:
        return Checked(None, (damaged(path, str(fault)),))


@cache
def _sent_marks() -> TypeAdapter[SentMark]:
    # Not at the top: most projects have no mark, and making this takes a millisecond.
    return TypeAdapter(SentMark)


@cache
def _scans() -> TypeAdapter[Scan]:
    return TypeAdapter(Scan)
