"""A cache of made faces on disk, so that the next build need not make them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from esa_docs.fonts.folders import kept_folder
from esa_docs.fonts.writing import write_all

_FOLDER: Final = "layout"
_ENDING: Final = ".face"
_DIGEST_SIZE: Final = hashlib.sha256().digest_size


def cached_or_made(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """Give a face that was made before of equal things, else make and keep it.

    A kept file begins with the hash of the rest: one that was damaged is made anew. Where nothing can be
    kept, the face is made each time.

    Args:
        make: makes the face.
        made_of: everything the face depends on.
    """
    key = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in made_of)).hexdigest()
    path = kept_folder() / _FOLDER / f"{key}{_ENDING}"
    with suppress(OSError):
        kept = path.read_bytes()
        digest, face = kept[:_DIGEST_SIZE], kept[_DIGEST_SIZE:]
        if hashlib.sha256(face).digest() == digest:
            return face
    face = make()
    with suppress(OSError):
        write_all({path: hashlib.sha256(face).digest() + face})
    return face
