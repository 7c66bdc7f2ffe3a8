"""Evidence lies where a reader can find it: not among the working files of the project.

W510 the place of a piece of evidence is a working file of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.kind import Kind
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem

_OWN_FOLDERS: Final = frozenset(
    {
        "tables",
        "lists",
        "schemas",
        "schemes",
        "templates_docx",
        "registers",
        "issued",
        "out",
        "build",
        ".esa-docs",
    }
)
"""Folders in which the program keeps, reads and writes its files."""
_YEAR_FOLDER: Final = re.compile(r"[0-9๐-๙]{4}")
_CONTENT_ENDINGS: Final = frozenset({".yaml", ".yml"})


def check_evidence_places(kind: Kind[Any], content: Content) -> Iterator[Problem]:
    """Generate a problem for each piece of evidence whose place is a working file of the project.

    Args:
        kind: kind of the document.
        content: what it says.
    """
    if kind.evidence is None:
        return
    for path, evidence in kind.evidence.pieces(content):
        for key, place in (("file", evidence.file), ("link", evidence.link)):
            if place and _is_working_file(place):
                yield _problem((*path, key), place)


def _problem(path: KeyPath, place: str) -> Problem:
    message = _("'{file}' is a working file of this program: a reader of the report does not find it")
    hint = _("Put a copy into evidence/ and name that, or write where the office keeps it at 'link:'.")
    return Problem(path, "W510", message.format(file=place), hint, Severity.WARNING)


def _is_working_file(name: str) -> bool:
    """Return whether a path, which counts from the project folder, is that of a working file.

    One that leads out of the project is none: it has an error of its own (E670).
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if ".." in path.parts:
        return False
    folder = path.parts[0].casefold() if len(path.parts) > 1 else ""
    is_in_year = bool(_YEAR_FOLDER.fullmatch(folder))
    return folder in _OWN_FOLDERS or is_in_year or path.suffix.casefold() in _CONTENT_ENDINGS
