"""Conflict copies: what a synchronising program leaves where two people changed one file at the same time.

Such a copy would be made as a document of its own, or what somebody wrote would stand in a file that nobody
reads. Where the name alone tells it, or names like it stand beside what they are copies of, it is an error.
``x-PC2`` may also be an honest name: it is told, as a warning, only where both files hold nearly the same.
The names are in `copy_names.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.source.folders.conflict_words import CODE, diagnose_copy, diagnose_in_folder, diagnose_likeness
from esa_docs.source.folders.copy_names import (
    LIKELY_NAMES,
    NAMES_OF_PAIRS,
    SURE_NAMES,
    original_stems,
)
from esa_docs.source.folders.files import ContentFile
from esa_docs.source.folders.walking import CONTENT_ENDINGS
from esa_docs.source.loading.parts import PART_KEY
from esa_docs.source.yaml_files.parsing import parse_yaml
from esa_docs.source.yaml_files.text import salvage_text

_NEARLY_THE_SAME: Final = 0.8
"""Share of the lines that two files have in common, where one may be a copy of the other."""
_SORT_LINE: Final = re.compile(
    r"^[\ufeff \t{]*[\"']?(?P<key>kind|part_of)[\"']?[ \t]*:[ \t]*[\"']?(?P<value>[^\"'#,}\n]*)", re.MULTILINE
)
"""The line that tells the kind of a content file, or of what it is a part: for files with faults."""
_TEXT_ENDINGS: Final = frozenset({*CONTENT_ENDINGS, ".csv"})
_SHARED_NAMES: Final = frozenset({"office", "people"})
_SHARED_ENDINGS: Final = frozenset({".yaml", ".yml", ".csv", ".xlsx"})
_YEAR: Final = re.compile(r"[0-9๐-๙]{4}")


def mark_conflict_copies(files: Iterable[ContentFile]) -> tuple[ContentFile, ...]:
    """Return content files; a conflict copy among them has a fault (E433). A fault that a file has stays."""
    return tuple(_mark(file) for file in files)


def check_conflict_copies(root: Path) -> Iterator[Diagnostic]:
    """Check the files of the project folder that all documents share, and the folders of years (E433)."""
    for path in _entries(root):
        originals = (_sure_original(path), _likely_original(path))
        if any(original is not None and _is_shared(original) for original in originals):
            yield from _diagnose_copy(path)


def check_copies_in(folder: Path, names: Collection[str] | None = None) -> Iterator[Diagnostic]:
    """Check a folder for conflict copies of the files in it that are read (E433).

    Args:
        folder: the folder.
        names: names of the files that are read there; None for all.
    """
    for path in _entries(folder):
        if names is None:
            yield from _diagnose_copy(path)
            continue
        originals = (_sure_original(path), _likely_original(path))
        is_of_named = any(original is not None and original.name in names for original in originals)
        if is_of_named and path.name not in names:
            yield from _diagnose_copy(path)


def diagnose_copy_of_register(path: Path) -> Diagnostic | None:
    """Return the diagnostic of a conflict copy of a register (E433); None of any other file.

    It is an error though the name alone may not tell it: nobody reads the numbers in it.
    """
    diagnostic = next(_diagnose_copy(path), None)
    return None if diagnostic is None else replace(diagnostic, severity=Severity.ERROR)


def is_told_copy(file: ContentFile, *, for_sure: bool = False) -> bool:
    """Return whether a content file was told as a conflict copy (E433).

    Args:
        file: the file.
        for_sure: whether one that only looks like a copy is none.
    """
    if file.fault is None or file.fault.code != CODE:
        return False
    return file.fault.is_error or not for_sure


def diagnose_named_copy(path: Path) -> Diagnostic | None:
    """Return the diagnostic of a file whose name is that of a conflict copy (E433); None of any other."""
    original = _sure_original(path) or _likely_original(path)
    return None if original is None else diagnose_copy(path, original)


def is_sure_copy(path: Path) -> bool:
    """Return whether a file is told as a conflict copy by its name, whatever stands in it."""
    return _sure_original(path) is not None


def _mark(file: ContentFile) -> ContentFile:
    if file.fault is not None or file.is_outside:
        return file
    diagnostics = chain(_diagnose_copy(file.path), _diagnose_folder_of_copy(file))
    return replace(file, fault=next(diagnostics, None))


def _diagnose_copy(path: Path) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a file or folder that is a conflict copy, or looks like one."""
    original = _sure_original(path)
    if original is not None:
        yield diagnose_copy(path, original)
        return
    likely_original = _likely_original(path)
    if likely_original is not None and _is_nearly_the_same(path, likely_original):
        yield diagnose_likeness(path, likely_original)


def _diagnose_folder_of_copy(file: ContentFile) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a file that has its like in the folder of which its own is a conflict copy."""
    folder = file.path
    for _part in file.name.split("/")[1:]:
        folder = folder.parent
        original = _sure_original(folder)
        if original is None:
            continue
        original_file = original / file.path.relative_to(folder)
        if not original_file.exists():
            continue
        if _is_nearly_the_same(file.path, original_file):
            yield diagnose_in_folder(file.path, folder, original)
        # An honest folder may be named ก (1), and its files like those of the folder ก.
        elif list(original_stems(SURE_NAMES, folder.stem)):
            yield diagnose_copy(file.path, original_file)


def _sure_original(path: Path) -> Path | None:
    """Return what a file or folder is a conflict copy of; None where that is not sure."""
    for stem in original_stems(SURE_NAMES, path.stem):
        return _beside(path, stem)
    return _original_of_one_sort(path, NAMES_OF_PAIRS)


def _likely_original(path: Path) -> Path | None:
    """Return the file or folder beside it that one may be a conflict copy of, by their names; else None."""
    return _original_of_one_sort(path, LIKELY_NAMES)


def _original_of_one_sort(path: Path, patterns: Iterable[re.Pattern[str]]) -> Path | None:
    for stem in original_stems(patterns, path.stem):
        original = _beside(path, stem)
        if _is_of_one_sort(path, original):
            return original
    return None


def _beside(path: Path, stem: str) -> Path:
    return path.with_name(f"{stem}{path.suffix}")


def _is_of_one_sort(path: Path, original: Path) -> bool:
    """Return whether both are folders, or files of one kind of document."""
    if original.is_dir():
        return path.is_dir()
    if not original.is_file() or not path.is_file():
        return False
    return _sort_of(path) == _sort_of(original)


def _sort_of(path: Path) -> tuple[str, str]:
    """Return what stands at ``kind`` and ``part_of`` in a content file; empty where nothing does."""
    if path.suffix.lower() not in CONTENT_ENDINGS:
        return "", ""
    text = _text(path)
    tree = parse_yaml(text, "").value
    if tree is not None:
        return (tree.text("kind") or "").strip(), (tree.text(PART_KEY) or "").strip()
    values = {match["key"]: match["value"].strip() for match in _SORT_LINE.finditer(text)}
    return values.get("kind", ""), values.get(PART_KEY, "")


def _is_nearly_the_same(path: Path, original: Path) -> bool:
    """Return whether two text files have nearly all lines in common. Comments do not count."""
    lines = _lines(path)
    original_lines = _lines(original)
    if not lines or not original_lines:
        return False
    common_count = (lines & original_lines).total()
    return 2 * common_count >= _NEARLY_THE_SAME * (lines.total() + original_lines.total())


def _lines(path: Path) -> Counter[str]:
    """Return the lines of a text file without empty ones and comments; none of any other file or a folder."""
    if path.suffix.lower() not in _TEXT_ENDINGS:
        return Counter()
    lines = [line.strip() for line in _text(path).splitlines()]
    return Counter(line for line in lines if line and not line.startswith("#"))


def _text(path: Path) -> str:
    """Return the text of a file; empty where it cannot be read, which is told elsewhere."""
    return salvage_text(path).removeprefix("\ufeff")


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
