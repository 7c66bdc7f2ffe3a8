"""Files of an output folder: their hashes, and the places beside them for what must not take their place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Final

from esa_docs.source.folders.disk import Sort, look_at, open_file

NEWER: Final = "new"
"""The word of a file beside one that somebody edited: ``NAME.new.docx``."""
OLDER: Final = "old"
"""The word of a file that was moved aside: ``NAME.old.pdf``."""
UNREADABLE: Final = "unreadable"
"""Stands for the hash of a file that cannot be read. No file has it, so such a file counts as edited."""
_NO_FILE: Final = {Sort.MISSING, Sort.FOLDER}
_MOST_BYTES: Final = 255
"""Bytes that a disk takes for a name."""
_SEARCHED_PLACES: Final = 99
"""Places in which a file beside another is looked for: nobody edits as many in a row."""


def hash_of(path: Path) -> str:
    """Return the hash of a file.

    Empty where there is no file, and `UNREADABLE` where it cannot be read, such as a pipe in its place.
    """
    try:
        with open_file(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "" if look_at(path).sort in _NO_FILE else UNREADABLE


def place_beside(path: Path, word: str, number: int) -> Path:
    """Return a place beside a file: ``NAME.new.docx``, ``NAME.new-2.docx`` and so on.

    A name that would be longer than a disk takes is cut.

    Args:
        path: the file.
        word: what the file in that place is: `NEWER` or `OLDER`.
        number: which of the places, from 1.
    """
    mark = word if number == 1 else f"{word}-{number}"
    ending = f".{mark}{path.suffix}"
    room = _MOST_BYTES - len(ending.encode())
    stem = path.stem.encode()[:room].decode(errors="ignore")
    return path.with_name(f"{stem}{ending}")


def places_beside(path: Path, word: str) -> Iterator[Path]:
    """Generate the places beside a file, in order and without end."""
    for number in count(1):
        yield place_beside(path, word, number)


def files_beside(path: Path, word: str) -> Iterator[Path]:
    """Generate the files that are there in the places beside a file."""
    for place in islice(places_beside(path, word), _SEARCHED_PLACES):
        if look_at(place).sort is Sort.FILE:
            yield place


def find_beside(path: Path, digest: str) -> Path | None:
    """Return the newer file beside another that has a hash; None where none has, or the hash is empty."""
    if digest == "":
        return None
    for file in files_beside(path, NEWER):
        if hash_of(file) == digest:
            return file
    return None


def key_of(out: Path, path: Path) -> str:
    """Return the key of a file in the manifest: its path below the output folder, with forward slashes."""
    return path.relative_to(out).as_posix()
