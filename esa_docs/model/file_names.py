"""Names of files that every system allows."""

from __future__ import annotations

import re
from typing import Final

# Windows refuses these characters in names, but for white space. It also refuses a dot or a space at the end.
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_NOT_AT_ENDS: Final = "-. "


def as_file_name(text: str) -> str:
    """Return a text as every system allows it in the name of a file; empty where nothing of it is allowed."""
    return _NOT_IN_NAMES.sub("-", text).strip(_NOT_AT_ENDS)
