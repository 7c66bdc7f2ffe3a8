"""One number for everything a document is made from: equal numbers, equal files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from esa_docs.model.document import Document
from esa_docs.word.template_file import template_of


def fingerprint(document: Document) -> str:
    """Hash content, office, template and program of a document.

    Raises:
        MachineError: the installation lacks the template (E301).
    """
    digest = hashlib.sha256()
    for piece in (
        _program(),
        document.key,
        document.content.model_dump_json(),
        document.office.model_dump_json(),
        _hash_of(template_of(document)),
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
    return " ".join(f"{name} {version(name)}" for name in ("esa-docs", "docxtpl", "jinja2", "lxml"))


def _hash_of(path: Path) -> str:
    try:
        return hash_bytes(path.read_bytes())
    except OSError:
        return ""
