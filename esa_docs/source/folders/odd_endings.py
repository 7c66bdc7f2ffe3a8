"""Files that may hold content under a name that is not read: what Notepad, a slip or a backup made of it.

A number in such a file would be given a second time. So where a file of a year holds a key of content, or
nobody can tell what it holds, it is an error (E439). Decided of each ending:

- ``.yaml`` and ``.yml`` in capitals or not are read.
- ``.yaml.txt``, ``.yaml~``, ``.yaml.bak`` and whatever else stands behind, and slips such as ``.ymal``, are
  told: as an error, or (info) where no key of content is in them.
- ``.yaml~``, ``.yaml.bak`` and the like are backups (info) where their original lies beside them.
- ``.txt`` and no ending at all are notes, unless a key of content stands in them.
"""

from __future__ import annotations

import codecs
import difflib
import re
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import is_there, open_file
from esa_docs.source.folders.unread import diagnose_hidden_ending

_ENDING_INSIDE: Final = re.compile(r"(?P<name>.+?\.ya?ml)(?P<behind>.+)", re.IGNORECASE)
_BACKUP: Final = re.compile(r"~|\.(?:bak|old|orig|backup|sav)[0-9]*~?", re.IGNORECASE)
"""What programs and people put behind the name of a file that they keep."""
_ENDINGS: Final = (".yaml", ".yml")
_LEAST_LIKENESS: Final = 0.76
"""How much a misspelt ending has in common with a right one: ``.ymal`` 0.8; ``.xml`` and ``.eml`` 0.75."""
_ENDINGS_OF_NOTES: Final = frozenset({"", ".txt"})
_KEY: Final = re.compile(rb"^[ \t{\"']*(?:kind|part_of|scheme)[\"']?[ \t]*:", re.MULTILINE)
"""A key that stands in every content file, part of one or edition."""
_MOST_BYTES: Final = 1_000_000
"""Bytes that are looked at: more than any content file has."""
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def diagnose_odd_ending(path: Path, file_label: str) -> Diagnostic | None:
    """Return the diagnostic of a file that is not read, by its name, and that may be content (E439).

    None of any other file.

    Args:
        path: a file whose name is not that of content.
        file_label: how diagnostics name it.
    """
    name = _name_as_content(path)
    if name is None:
        is_note = path.suffix.lower() in _ENDINGS_OF_NOTES
        if is_note and _may_hold_content(path, if_unreadable=False):
            return _diagnose_content(path, f"{path.stem}{_ENDINGS[0]}", file_label)
        return None
    if _is_backup(path) and is_there(path.with_name(name)):
        return _diagnose_backup(name, file_label)
    if _may_hold_content(path, if_unreadable=True):
        return _diagnose_content(path, name, file_label)
    return diagnose_hidden_ending(path, name, file_label)


def _name_as_content(path: Path) -> str | None:
    """Return the name that a file would have as content; None where its own is not like that of content."""
    match = _ENDING_INSIDE.fullmatch(path.name)
    if match:
        return match["name"]
    near_endings = difflib.get_close_matches(path.suffix.lower(), _ENDINGS, n=1, cutoff=_LEAST_LIKENESS)
    return f"{path.stem}{_ENDINGS[0]}" if near_endings else None


def _is_backup(path: Path) -> bool:
    match = _ENDING_INSIDE.fullmatch(path.name)
    return match is not None and _BACKUP.fullmatch(match["behind"]) is not None


def _may_hold_content(path: Path, *, if_unreadable: bool) -> bool:
    """Return whether a key of content stands in a file, whatever its encoding.

    Args:
        path: the file.
        if_unreadable: what is returned of a file that cannot be read.
    """
    try:
        with open_file(path) as file:
            data = file.read(_MOST_BYTES)
    except OSError:
        return if_unreadable
    for mark in _MARKS:
        data = data.removeprefix(mark)
    # The keys are Latin letters: in UTF-16 each has a NUL beside it.
    data = data.replace(b"\0", b"").replace(b"\r", b"\n")
    return _KEY.search(data) is not None


def _diagnose_content(path: Path, name: str, file_label: str) -> Diagnostic:
    message = _("this looks like content and is not read, because of the ending of its name: '{file}'")
    hint = _(
        "Rename it to {name}, or move it out of this folder. While it lies in the folder of a year no number "
        "is given, because one may stand in it. To see endings: File Explorer > View > File extensions."
    )
    return Diagnostic("E439", message.format(file=path.name), Location(file_label), hint.format(name=name))


def _diagnose_backup(name: str, file_label: str) -> Diagnostic:
    message = _("this is a backup of {name} by its name, and is not read")
    hint = _("Nothing need be done. Delete it if it is not needed any more.")
    return Diagnostic("E439", message.format(name=name), Location(file_label), hint, Severity.INFO)
