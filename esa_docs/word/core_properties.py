"""The properties of a file that a file manager shows: title, office, language.

They hold no time of day, so equal documents are equal files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from esa_docs.ooxml.package import NotAPackageError, read_package
from esa_docs.word.runs import escape, unescape

CORE_PART: Final = "docProps/core.xml"
_PROGRAM_PART: Final = "docProps/app.xml"
_THIS_PROGRAM: Final = b"<Application>esa-docs</Application>"
_TITLE: Final = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)
_START: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_END: Final = "<dc:language>th-TH</dc:language></cp:coreProperties>"
_LONGEST_TITLE: Final = 255
"""Characters; python-docx, for one, takes no longer title."""


def core_properties(properties: Mapping[str, str]) -> bytes:
    """Return the core properties part; ``properties`` has ``title`` and ``creator``."""
    title = _title(properties["title"])
    creator = escape(properties["creator"])
    return f"{_START}{title}<dc:creator>{creator}</dc:creator>{_END}".encode()


def is_unaltered(parts: Mapping[str, bytes]) -> bool:
    """Return whether a Word file comes from this program, and no other one has saved it since.

    Every other program writes the core properties anew in its own way, with the time of day, and its own name
    as that of the program. A file made with an office's own template has the name of the program that saved
    the template, so its core properties tell; a shipped template has ours.
    """
    core = parts.get(CORE_PART, b"")
    is_core_ours = core.startswith(_START.encode()) and core.endswith(_END.encode())
    return is_core_ours or _THIS_PROGRAM in parts.get(_PROGRAM_PART, b"")


def is_made_here(data: bytes, title: str) -> bool:
    """Return whether bytes are the Word file of this title, saved by no other program since it was made.

    Word and LibreOffice write their own name where ours stands. A file made with an office's own template has
    the name of the program that saved the template, and so does not count as ours.
    """
    try:
        parts = read_package(data)
    except NotAPackageError:
        return False
    is_ours = _THIS_PROGRAM in parts.get(_PROGRAM_PART, b"")
    has_title = _title(title).encode() in parts.get(CORE_PART, b"")
    return is_ours and has_title


def title_of(data: bytes) -> str:
    """Return the title in the properties of a Word file that was made here; empty where it has none.

    Raises:
        NotAPackageError: the bytes are no Word file.
    """
    core = read_package(data).get(CORE_PART, b"").decode()
    match = _TITLE.search(core)
    return unescape(match[1]) if match else ""


def _title(title: str) -> str:
    return f"<dc:title>{escape(title[:_LONGEST_TITLE])}</dc:title>"
