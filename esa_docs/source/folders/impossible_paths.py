"""Paths at which no file can ever be: names that are too long, and paths that go through a file."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import Sort, look_at

NEVER_THERE: Final = frozenset({errno.ENAMETOOLONG, errno.ENOTDIR})
"""Why a system says that nothing can be at a path."""
_TOO_LONG_ON_WINDOWS: Final = frozenset({206, 111})
"""What Windows calls a name or path that is too long (ERROR_FILENAME_EXCED_RANGE, ERROR_BUFFER_OVERFLOW)."""


def cure_of_path(path: Path) -> str:
    """Return what to do where no file can be at a path; empty where one could be.

    Args:
        path: a path at which nothing is.
    """
    for folder in reversed(path.parents):
        if look_at(folder).sort is Sort.FILE:
            hint = _("'{name}' on the way there is a file and no folder: correct the path.")
            return hint.format(name=folder.name)
    if _is_too_long(path):
        return _("No file can have so long a name: give the file a shorter one, and write that here.")
    return ""


def _is_too_long(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as fault:
        is_long_on_windows = getattr(fault, "winerror", 0) in _TOO_LONG_ON_WINDOWS
        return fault.errno == errno.ENAMETOOLONG or is_long_on_windows
    except ValueError:
        # A name with the character NUL.
        return False
    return False
