"""A cache of made faces on disk, so that the next build need not make them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from esa_docs.fonts.folders import kept_folder
from esa_docs.fonts.writing import write_all

_FOLDER: Final = "layout"
_ENDING: Final = ".face"
_DIGEST_SIZE: Final = hashlib.sha256().digest_size


def cached_face(make: Callable[[], bytes], *sources: bytes) -> bytes:
    """Return a face from the cache; if the cache does not have it, make it and put it there.

    A file of the cache begins with the hash of its face. If the hash is another one, the file was damaged and
    the face is made anew. If the folder of the cache cannot be written, the face is made each time.

    Args:
        make: makes the face.
        sources: everything on which the face depends.
    """
    path = _path(sources)
    with suppress(OSError):
        content = path.read_bytes()
        digest, face = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if hashlib.sha256(face).digest() == digest:
            return face
    face = make()
    with suppress(OSError):
        write_all({path: hashlib.sha256(face).digest() + face})
    return face


def _path(sources: tuple[bytes, ...]) -> Path:
    digests = [hashlib.sha256(source).digest() for source in sources]
    key = hashlib.sha256(b"".join(digests)).hexdigest()
    return kept_folder() / _FOLDER / f"{key}{_ENDING}"
