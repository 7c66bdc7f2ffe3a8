"""Paths in the program's own files, which others may have written: none leads out of its folder."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath


def stays_below(written_path: str) -> bool:
    """Return whether a path leads to a place below the folder that it begins at, links aside.

    It is looked at as Windows and as other systems take it: the folder may be synchronised with either.

    Args:
        written_path: the path, with forward slashes.
    """
    if "\0" in written_path or not is_utf8(written_path):
        return False
    for path in (PurePosixPath(written_path), PureWindowsPath(written_path)):
        if path.anchor or not path.parts:
            return False
        # Windows takes ".. " and "..." for "..", and "x. " for "x".
        if any(part.strip(". ") == "" for part in path.parts):
            return False
    return True


def is_utf8(text: str) -> bool:
    """Return whether a text can be written as UTF-8: JSON may hold halves of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
