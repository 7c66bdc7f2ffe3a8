"""Texts in CSV files that a spreadsheet would run as a formula, such as ``=HYPERLINK(…)`` or ``@SUM(1)``.

Excel and LibreOffice run a field that begins with one of ``= + - @`` or with a tab or line end before it. An
apostrophe is put before such a text, as the guides to CSV injection say (OWASP). When the file is read, it is
taken off again. A text that has one of its own gets another, so that every text comes back as it was.
"""

from __future__ import annotations

import re
from typing import Final

_RUN: Final = re.compile(r"'*[=+\-@\t\r\n].", re.DOTALL)
"""A text that is run, or one that would be read as a guarded one. A sign alone is not run."""
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9,.]*")


def guard_text(text: str) -> str:
    """Return a text as it is written into a CSV file: nothing in it is run by a spreadsheet."""
    if _RUN.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unguard_text(text: str) -> str:
    """Return the text of a CSV field without the apostrophe that guards it."""
    if text.startswith("'") and _RUN.match(text):
        return text[1:]
    return text
