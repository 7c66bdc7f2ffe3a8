"""The fingerprint of a document: one hash of everything it is made from. Equal hashes mean equal files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import MachineError
from esa_docs.jobs.building.dividers import divider_of
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Document
from esa_docs.source.folders.disk import open_file, read_bytes
from esa_docs.word.templates.reading.template_file import template_of

_PACKAGES: Final = ("esa-docs", "fonttools", "jinja2", "lxml", "nlpo3", "pypdf", "pythainlp", "segno")
"""Packages that decide how a file comes out. With another version of one of them every file is made anew."""


def fingerprint(document: Document[Content], engine: str) -> str:
    """Return one hash of content, that of last year, office, emblem, annex, pictures, template and program.

    Args:
        document: the document that is to be made.
        engine: identity of the engine that lays out its pages.
    """
    digest = hashlib.sha256()
    for piece in _pieces(document, engine):
        digest.update(piece.encode())
        # No piece has this byte, so the pieces "ab", "c" never count as the pieces "a", "bc".
        digest.update(b"\0")
    return digest.hexdigest()


def kept_fingerprint(sha256: str, engine: str) -> str:
    """Return the fingerprint of a file that is placed as it was kept; its PDF depends on the engine.

    Args:
        sha256: hash of the kept file.
        engine: identity of the engine that lays out its pages.
    """
    return hash_bytes(f"kept {sha256} {engine}".encode())


def hash_bytes(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _pieces(document: Document[Content], engine: str) -> Iterator[str]:
    """Generate a text for each thing that a document is made from; an empty one for what it does not have."""
    yield _program_versions()
    yield engine
    yield document.key
    yield document.numerals
    yield str(document.is_draft)
    yield document.content.model_dump_json()
    yield _last_year_json(document)
    yield document.office.model_dump_json()
    yield template_hash(document)
    yield _emblem_hash(document)
    for file in document.annex:
        yield _annex_hash(document, file)
    if document.pictures:
        yield f"pillow {version('pillow')}"
    for name, picture in sorted(document.pictures.items()):
        yield f"{name} {_file_hash(picture.path)}"
    for source in document.annex_sources:
        if source.path is not None:
            yield _file_hash(source.path)


def _last_year_json(document: Document[Content]) -> str:
    return document.last_year.model_dump_json() if document.last_year else ""


def _emblem_hash(document: Document[Content]) -> str:
    return hash_bytes(document.emblem.data) if document.emblem else ""


@cache
def _program_versions() -> str:
    """Return the versions of the packages that turn content into a file."""
    versions = [f"{name} {version(name)}" for name in _PACKAGES]
    return " ".join(versions)


def _annex_hash(document: Document[Content], file: AnnexFile) -> str:
    divider = divider_of(document, file)
    return _file_hash(file.path) + template_hash(divider)


def _file_hash(path: Path) -> str:
    """Return the hash of a file; empty where it cannot be read: who prints it has a diagnostic for that."""
    try:
        with open_file(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def template_hash(document: Document[Content]) -> str:
    """Return the hash of a template; empty where it cannot be read: rendering has a diagnostic for that."""
    try:
        return hash_bytes(read_bytes(template_of(document)))
    except (OSError, MachineError):
        return ""
