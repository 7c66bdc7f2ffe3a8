"""Names of the heads and feet that come in with Word files."""

from __future__ import annotations

import re
from typing import Final

FIRST_NUMBER: Final = 9000
"""Numbers of heads and feet that come in: far above those of a template."""
_NAME: Final = re.compile(r"word/(?:header|footer)(?P<number>[0-9]+)\.xml")


def name_of_head(sort: str, number: int) -> str:
    """Return the name of the part of a head or foot that comes in.

    Args:
        sort: ``header`` or ``footer``.
        number: its number.
    """
    return f"word/{sort}{number}.xml"


def is_head_of_file(part_name: str) -> bool:
    """Return whether a part is a head or foot that came in with a Word file."""
    name = _NAME.fullmatch(part_name)
    return name is not None and int(name["number"]) >= FIRST_NUMBER
