"""Prepared pictures kept on the disk, so that the next build need not make them.

The folder belongs to the user's cache and holds what can be made again: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from esa_docs.fonts.writing import write_all
from esa_docs.word.pictures.encoding import EncodedPicture

PICTURES_VARIABLE: Final = "ESA_DOCS_PICTURES"
"""Environment variable that names another folder for prepared pictures."""
MOST_BYTES: Final = 512 * 1024 * 1024
"""Bytes of the whole cache: the photographs of some 50 reports."""
MOST_DAYS: Final = 90
"""Days after which a picture that no build has asked for is deleted: a report is written in a quarter."""
_SECONDS_OF_A_DAY: Final = 24 * 60 * 60
_DIGEST_SIZE: Final = hashlib.sha256().digest_size
_ENDINGS: Final = ("jpg", "png")


def pictures_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of prepared pictures; it need not exist."""
    chosen_folder = environment.get(PICTURES_VARIABLE)
    if chosen_folder:
        return Path(chosen_folder)
    return user_cache_path("esa-docs", appauthor=False) / "pictures"


def cached_picture(key: str) -> EncodedPicture | None:
    """Return a picture from the cache; None where the cache does not have it, or has it damaged.

    Args:
        key: hash of everything on which the picture depends.
    """
    for ending in _ENDINGS:
        path = _path(key, ending)
        with suppress(OSError):
            content = path.read_bytes()
            digest, data = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
            if hashlib.sha256(data).digest() == digest:
                _note_use(path)
                return EncodedPicture(data, ending)
    return None


def keep_picture(key: str, picture: EncodedPicture) -> None:
    """Put a picture into the cache. Where its folder cannot be written, nothing is kept, which is no fault.

    Each file is put in place whole: two processes may write the same one.

    Args:
        key: as for `cached_picture`.
        picture: the picture.
    """
    digest = hashlib.sha256(picture.data).digest()
    with suppress(OSError):
        write_all({_path(key, picture.ending): digest + picture.data})
        _tidy_once()


def tidy(folder: Path, now: float) -> None:
    """Delete the pictures that were not used for long, and the oldest while there are too many bytes.

    Args:
        folder: the folder of the cache.
        now: seconds since 1970.
    """
    total = 0
    for changed_at, size, path in sorted(_files_in(folder), reverse=True):
        total += size
        is_old = now - changed_at > MOST_DAYS * _SECONDS_OF_A_DAY
        if is_old or total > MOST_BYTES:
            # Another process may read it just now, or have deleted it.
            with suppress(OSError):
                path.unlink()


def _files_in(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """Generate time of the last use, size and path of each file of the cache."""
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                facts = entry.stat()
                yield facts.st_mtime, facts.st_size, Path(entry.path)


@cache
def _tidy_once() -> None:
    """Tidy the cache, once in each process that writes to it."""
    tidy(pictures_folder(), time.time())


def _note_use(path: Path) -> None:
    """Set the time of a file to that of its use; once a day is enough."""
    now = time.time()
    with suppress(OSError):
        if now - path.stat().st_mtime > _SECONDS_OF_A_DAY:
            os.utime(path, (now, now))


def _path(key: str, ending: str) -> Path:
    return pictures_folder() / f"{key}.{ending}"
