"""Conflict copies: what a synchronising program leaves where two people changed one file at the same time.

Such a copy would be made as a document of its own, or what somebody wrote would stand in a file that nobody
reads. Where the name alone tells it, or names like it stand beside what they are copies of, it is an error.
``x-PC2`` may also be an honest name: it is told, as a warning, only where both files hold nearly the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.disk import read_bytes
from esa_docs.source.files import ContentFile, path_label

# Names as the help pages of these programs give them: Dropbox, Nextcloud and ownCloud; Syncthing; Synology
# Drive; Resilio Sync.
_SURE_NAMES: Final = (
    re.compile(
        r"(?P<original>.+?) \((?:[^()]* )?(?:conflicted copy|case conflict)(?: [^()]*)?\)", re.IGNORECASE
    ),
    re.compile(r"(?P<original>.+?)\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?"),
    re.compile(
        r"(?P<original>.+?)_[^_]+_[A-Z][a-z]{2}-[0-9]{2}-[0-9]{4}-[0-9]{4}_[A-Za-z]*Conflict(?:_[0-9]+)?"
    ),
    re.compile(r"(?P<original>.+?)\.Conflict[0-9]*"),
)
"""Names that nobody gives a file."""
_NAMES_OF_PAIRS: Final = (
    # Google Drive, and browsers.
    re.compile(r"(?P<original>.+) \([0-9๐-๙]{1,2}\)"),
    # OneDrive, with the names that Windows gives machines.
    re.compile(r"(?P<original>.+)-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,11}(?:-[0-9]+)?"),
)
"""Names of copies where the original stands beside them and both are of one kind."""
_LIKELY_NAME: Final = re.compile(r"(?P<original>.+)-(?=[A-Z0-9-]*[A-Z])[A-Z][A-Z0-9-]{1,14}")
"""OneDrive, with another name of a machine: at most 15 capital letters, digits and hyphens."""
_NEARLY_THE_SAME: Final = 0.8
"""Share of the lines that two files have in common, where one may be a copy of the other."""
_SORT_LINE: Final = re.compile(r"^(?:kind|part_of)[ \t]*:.*$", re.MULTILINE)
_WORKBOOK_ENDING: Final = ".xlsx"
_SHARED_NAMES: Final = frozenset({"office", "people"})
_SHARED_ENDINGS: Final = frozenset({".yaml", ".yml", ".csv", ".xlsx"})
_YEAR: Final = re.compile(r"[0-9๐-๙]{4}")


def mark_conflict_copies(files: Iterable[ContentFile]) -> tuple[ContentFile, ...]:
    """Return content files; a conflict copy among them has a fault (E433). A fault that a file has stays."""
    return tuple(_mark(file) for file in files)


def check_conflict_copies(root: Path, registers_folder: str) -> Iterator[Diagnostic]:
    """Check the files that all documents share, the registers and the folders of years (E433).

    Args:
        root: project folder.
        registers_folder: name of the folder of registers.
    """
    for path in _entries(root):
        original = _sure_original(path) or _likely_original(path)
        if original is not None and _is_shared(original):
            yield from _diagnose_copy(path)
    for path in _entries(root / registers_folder):
        if path.suffix.lower() == ".csv":
            yield from _diagnose_copy(path)


def is_conflict_copy(path: Path) -> bool:
    """Return whether the name of a file or folder makes it a conflict copy for sure."""
    return _sure_original(path) is not None


def diagnose_named_copy(path: Path) -> Diagnostic | None:
    """Return the diagnostic of a file whose name is that of a conflict copy (E433); None of any other."""
    original = _sure_original(path) or _likely_original(path)
    return None if original is None else _diagnose(path, original)


def _mark(file: ContentFile) -> ContentFile:
    if file.fault is not None or file.is_outside:
        return file
    diagnostics = chain(_diagnose_copy(file.path), _diagnose_folder_of_copy(file))
    return replace(file, fault=next(diagnostics, None))


def _diagnose_copy(path: Path) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a file or folder that is a conflict copy, or looks like one."""
    original = _sure_original(path)
    if original is not None:
        yield _diagnose(path, original)
        return
    likely_original = _likely_original(path)
    if likely_original is not None and _is_nearly_the_same(path, likely_original):
        yield _diagnose_likeness(path, likely_original)


def _diagnose_folder_of_copy(file: ContentFile) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a file that has its like in the folder of which its own is a conflict copy."""
    path = file.path
    for _part in file.name.split("/")[1:]:
        path = path.parent
        original = _sure_original(path)
        if original is None:
            continue
        original_file = original / file.path.relative_to(path)
        if original_file.exists():
            yield _diagnose(file.path, original_file)


def _sure_original(path: Path) -> Path | None:
    """Return what a file or folder is a conflict copy of; None where that is not sure."""
    for pattern in _SURE_NAMES:
        match = pattern.fullmatch(path.stem)
        if match:
            return _beside(path, match)
    for pattern in _NAMES_OF_PAIRS:
        match = pattern.fullmatch(path.stem)
        if match:
            original = _beside(path, match)
            return original if _is_of_one_sort(path, original) else None
    return None


def _likely_original(path: Path) -> Path | None:
    """Return the file or folder beside it that one may be a conflict copy of, by their names; else None."""
    match = _LIKELY_NAME.fullmatch(path.stem)
    if match is None:
        return None
    original = _beside(path, match)
    return original if _is_of_one_sort(path, original) else None


def _beside(path: Path, match: re.Match[str]) -> Path:
    return path.with_name(f"{match['original']}{path.suffix}")


def _is_of_one_sort(path: Path, original: Path) -> bool:
    """Return whether both are folders, or files of one kind of document."""
    if original.is_dir():
        return path.is_dir()
    if not original.is_file() or not path.is_file():
        return False
    return _sort_line(path) == _sort_line(original)


def _sort_line(path: Path) -> str:
    """Return the line that tells the kind of a content file, or of what it is a part; empty without one."""
    match = _SORT_LINE.search(_text(path))
    return match.group() if match else ""


def _is_nearly_the_same(path: Path, original: Path) -> bool:
    """Return whether two text files have nearly all lines in common. Comments do not count."""
    lines = _lines(path)
    original_lines = _lines(original)
    if not lines or not original_lines:
        return False
    common_count = (lines & original_lines).total()
    return 2 * common_count >= _NEARLY_THE_SAME * (lines.total() + original_lines.total())


def _lines(path: Path) -> Counter[str]:
    """Return the lines of a text file without empty ones and comments; none of a workbook or a folder."""
    if path.suffix.lower() == _WORKBOOK_ENDING:
        return Counter()
    lines = [line.strip() for line in _text(path).splitlines()]
    return Counter(line for line in lines if line and not line.startswith("#"))


def _text(path: Path) -> str:
    """Return the text of a file; empty where it cannot be read, which is told elsewhere."""
    with suppress(OSError):
        return read_bytes(path).decode("utf-8", "replace")
    return ""


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, in the order of names; nothing where it cannot be read."""
    with suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _is_shared(path: Path) -> bool:
    """Return whether a path is that of office.yaml, a roster or the folder of a year."""
    if path.is_dir():
        return _YEAR.fullmatch(path.name) is not None
    return path.stem in _SHARED_NAMES and path.suffix.lower() in _SHARED_ENDINGS


def _diagnose(path: Path, original: Path) -> Diagnostic:
    message = _("a synchronising program made this copy because two people changed '{name}' at the same time")
    text = message.format(name=original.name)
    return Diagnostic("E433", text, Location(path_label(path)), _cure(original))


def _diagnose_likeness(path: Path, original: Path) -> Diagnostic:
    message = _(
        "this looks like a copy that a synchronising program made of '{name}': both hold nearly the same"
    )
    text = message.format(name=original.name)
    return Diagnostic("E433", text, Location(path_label(path)), _cure(original), Severity.WARNING)


def _cure(original: Path) -> str:
    hint = _(
        "Take what is right over into '{name}' and delete this copy. If it is none, give it another name."
    )
    return hint.format(name=original.name)
