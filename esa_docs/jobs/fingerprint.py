"""One number for everything a document is made from: equal numbers, equal files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import MachineError
from esa_docs.jobs.dividers import divider_of
from esa_docs.model.base import Content
from esa_docs.model.document import AnnexFile, Document
from esa_docs.word.template_file import template_of

_PACKAGES: Final = ("esa-docs", "docxtpl", "fonttools", "jinja2", "lxml", "nlpo3", "pypdf", "pythainlp")


def fingerprint(document: Document[Content], engine: str) -> str:
    """Hash content, that of last year, office, emblem, annex, template and program of a document.

    Args:
        document: what is to be made.
        engine: identity of what lays out its pages.
    """
    digest = hashlib.sha256()
    for piece in (
        _program(),
        engine,
        document.key,
        document.numerals,
        document.content.model_dump_json(),
        document.last_year.model_dump_json() if document.last_year else "",
        document.office.model_dump_json(),
        _template_hash(document),
        hash_bytes(document.emblem.data) if document.emblem else "",
        *(_annex_hash(document, one) for one in document.annex),
    ):
        digest.update(piece.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def hash_bytes(data: bytes) -> str:
    """Hash the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


@cache
def _program() -> str:
    """Give the versions of what turns content into a file."""
    return " ".join(f"{name} {version(name)}" for name in _PACKAGES)


def _annex_hash(document: Document[Content], file: AnnexFile) -> str:
    return _file_hash(file.path) + _template_hash(divider_of(document, file))


def _file_hash(path: Path) -> str:
    """Give none for a file that cannot be read: binding it will tell."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _template_hash(document: Document[Content]) -> str:
    """Give none for a template that cannot be read: rendering will tell."""
    try:
        return hash_bytes(template_of(document).read_bytes())
    except (OSError, MachineError):
        return ""
