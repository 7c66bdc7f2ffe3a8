"""Names of files that every system allows."""

from __future__ import annotations

import re
from typing import Final

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')


def as_file_name(text: str) -> str:
    """Bring a text to what every system allows as part of a file's name; empty where nothing of it is."""
    return _NOT_IN_NAMES.sub("-", text).strip("-. ")
