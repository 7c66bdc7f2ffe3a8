"""Names of files that every system allows, and names that a disk takes for one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from typing import Final

from esa_docs import thai

# Windows refuses these characters in names, but for white space. It also refuses a dot or a space at the end.
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_NOT_AT_ENDS: Final = "-. "
_REFUSED: Final = re.compile(r'[<>:"|?*\\/\x00-\x1f\ud800-\udfff]|[. ]$|^[ .]|^~\$')
"""What no name has: refused by Windows, hidden, or like the owner file of Word. A slash begins a folder."""
# Windows takes these names for devices, whatever ending follows.
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_MOST_BYTES: Final = 240
"""A disk takes 255 bytes. Behind the name stand an ending, or ``.new-2`` and an ending."""
_MOST_LETTERS: Final = 60
"""Letters of a text that go into a name; a Thai letter has three bytes."""
_DIGEST_LETTERS: Final = 8
_NO_BREAK: Final = "\u00a0"


def as_file_name(text: str) -> str:
    """Return a text as every system allows it in the name of a file; empty where nothing of it is allowed."""
    return _NOT_IN_NAMES.sub("-", text).strip(_NOT_AT_ENDS)


def name_from_text(text: str) -> str:
    """Return a name of a file, without an ending, that a text always gets, whatever it is and stands beside.

    A long text is cut, and a piece of its hash keeps it apart from others that begin alike. Of a text of
    which a system allows nothing, that piece is the whole name.
    """
    name = as_file_name(text)
    if not name:
        return _digest(text)
    if len(name) > _MOST_LETTERS:
        beginning = name[: _MOST_LETTERS - _DIGEST_LETTERS - 1]
        return f"{beginning}-{_digest(text)}"
    if not is_file_name(name):
        return f"{name}-"
    return name


def is_file_name(name: str) -> bool:
    """Return whether every system allows a name of a file, given without its ending."""
    if not name or len(name.encode(errors="replace")) > _MOST_BYTES:
        return False
    return _REFUSED.search(name) is None and _DEVICE.fullmatch(name) is None


def same_name_key(name: str) -> str:
    """Return a key that is equal for two names, or paths, which a disk takes for one."""
    # By default the disks of Windows and macOS take A.docx and a.docx for one file. Those of macOS do so too
    # where a letter with an accent is one character in one name and two in the other.
    return unicodedata.normalize("NFC", name.casefold())


def compared_name(name: str) -> str:
    """Return what is equal for two names that mean the same document, however they are typed.

    That is the name as content has it, where all text is mended. A no-break space, which nobody sees in a
    name, is a blank.
    """
    return thai.clean_text(name).replace(_NO_BREAK, " ")


def meant_name(name: str, names: Collection[str]) -> str | None:
    """Return the one of some names that a name means. None where there is none.

    That is the name itself where it is among them, else the first that is the same as `compared_name` has it.
    """
    if name in names:
        return name
    wanted_name = compared_name(name)
    for other_name in names:
        if compared_name(other_name) == wanted_name:
            return other_name
    return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LETTERS]
