"""Putting font files in place: each whole, all of a set or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files so that nobody sees half of one, and so that all are there afterwards or none that was not.

    A file that already holds what it should is left alone: Windows refuses to replace a font in use.

    Args:
        files: what each file shall hold; folders are made.

    Raises:
        OSError: one of them cannot be written.
    """
    wanted = {path: data for path, data in files.items() if not _holds(path, data)}
    staged: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, data in wanted.items():
            staged[path] = _staging_place(path)
            _write(staged[path], data)
        for path, temporary in staged.items():
            is_new = not path.exists()
            temporary.replace(path)
            placed += [path] if is_new else []
    except OSError:
        _remove(placed)
        raise
    finally:
        _remove(staged.values())


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _staging_place(path: Path) -> Path:
    return path.with_name(f".{os.urandom(8).hex()}.part")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
