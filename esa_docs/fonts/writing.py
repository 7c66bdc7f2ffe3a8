"""Writing font files: each file whole, and all files of a set or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files: each file whole, and all new files or none.

    A file that already has its content is left alone.

    Args:
        files: content of each file; missing folders are made.

    Raises:
        OSError: one of them cannot be written.
    """
    # Windows refuses to replace a font in use: a file that need not change must not be replaced.
    changes = {path: data for path, data in files.items() if not _holds(path, data)}
    temporary_paths: dict[Path, Path] = {}
    new_paths: list[Path] = []
    try:
        for path, data in changes.items():
            temporary_paths[path] = _temporary_path(path)
            _write(temporary_paths[path], data)
        for path, temporary_path in temporary_paths.items():
            is_new = not path.exists()
            temporary_path.replace(path)
            if is_new:
                new_paths.append(path)
    except OSError:
        _remove(new_paths)
        raise
    finally:
        _remove(temporary_paths.values())


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _temporary_path(path: Path) -> Path:
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
