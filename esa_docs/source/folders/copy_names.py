"""Names of copies: how programs that synchronise folders, and people who copy files, name what they make.

The names are as the help pages of these programs give them, with what their Thai versions write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

SURE_NAMES: Final = (
    # Dropbox, Nextcloud and ownCloud.
    re.compile(r"(?P<original>.+?) \([^()]*(?:\bconflicted\b|\bcase conflict\b)[^()]*\)", re.IGNORECASE),
    re.compile(r"(?P<original>.+?) \([^()]*(?:สำเนา[^()]*ขัดแย้ง|ขัดแย้ง[^()]*สำเนา)[^()]*\)"),
    re.compile(r"(?P<original>.+?)_conflict-[0-9]{8}-[0-9]{6}", re.IGNORECASE),
    # Syncthing.
    re.compile(r"(?P<original>.+?)\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?"),
    # Synology Drive.
    re.compile(
        r"(?P<original>.+?)_[^_]+_[A-Z][a-z]{2}-[0-9]{2}-[0-9]{4}-[0-9]{4}_[A-Za-z]*Conflict(?:_[0-9]+)?"
    ),
    # Resilio Sync.
    re.compile(r"(?P<original>.+?)\.Conflict[0-9]*"),
)
"""Names that nobody gives a file."""
_NAMES_BY_HAND: Final = (
    # Windows and macOS: "x - Copy (2)", "x copy 2", "x - สำเนา".
    re.compile(r"(?P<original>.+?)(?: -)? (?:copy|สำเนา)(?: ?\(?[0-9๐-๙]{1,3}\)?)?", re.IGNORECASE),
    re.compile(r"(?P<original>.+?) \((?:copy|สำเนา)[^()]*\)", re.IGNORECASE),
    # Google Drive and older Windows: "Copy of x", "สำเนาของ x".
    re.compile(
        r"(?:copy (?:\([0-9]{1,3}\) )?of |สำเนา(?: ?\([0-9๐-๙]{1,3}\) ?)?ของ ?)(?P<original>.+)",
        re.IGNORECASE,
    ),
)
NAMES_OF_PAIRS: Final = (
    # Google Drive, and browsers. Four digits are a year.
    re.compile(r"(?P<original>.+) \([0-9๐-๙]{1,3}\)"),
    # OneDrive, with the names that Windows gives machines.
    re.compile(r"(?P<original>.+)-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,11}(?:-[0-9]+)?"),
    *_NAMES_BY_HAND,
)
"""Names of copies where the original stands beside them and both are of one kind."""
LIKELY_NAMES: Final = (
    # OneDrive, with another name of a machine: at most 15 capital letters, digits and hyphens.
    re.compile(r"(?P<original>.+)-(?=[A-Z0-9-]*[A-Z])[A-Z][A-Z0-9-]{1,14}"),
    # The same with what people call a machine.
    re.compile(
        r"(?P<original>.+)-(?:pc|nb|com|computer|notebook|laptop|desktop|i?mac|macbook)"
        r"(?:[-_]?[0-9๐-๙]{1,4}|-[a-z0-9]{1,12})?",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<original>.+)-(?:เครื่อง|คอม|โน้ตบุ๊|โน๊ตบุ๊)[^-()]{0,20}"),
    # iCloud and macOS.
    re.compile(r"(?P<original>.+) [0-9๐-๙]{1,2}"),
)
"""Names that a file may bear honestly: they count only where both files hold nearly the same."""


def original_stems(patterns: Iterable[re.Pattern[str]], stem: str) -> Iterator[str]:
    """Generate the names of what a file may be a copy of, by its own; names without endings.

    Args:
        patterns: names of copies.
        stem: the name of the file.
    """
    for pattern in patterns:
        match = pattern.fullmatch(stem)
        if match:
            yield match["original"]


def is_named_by_hand(stem: str) -> bool:
    """Return whether somebody copied the file in a folder, or a program did it for him."""
    return any(pattern.fullmatch(stem) for pattern in _NAMES_BY_HAND)
