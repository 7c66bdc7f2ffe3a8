"""Texts in CSV files that a spreadsheet would run as a formula, such as ``=HYPERLINK(…)`` or ``@SUM(1)``.

Excel and LibreOffice run a field that begins with one of ``= + - @`` or with a tab or line end before it. An
apostrophe is put before such a text, as the guides to CSV injection say (OWASP). When the file is read, it is
taken off again. A text that has one of its own gets another, so that every text comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.source.yaml_files.text import place_in

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


def places_of_fields(record: str, field_count: int, separator: str) -> Iterator[tuple[int, int]]:
    """Generate line and column of each field of a record, from 1, which the csv module does not know.

    Args:
        record: the text of the record, which may have several lines.
        field_count: how many fields the csv module found in it.
        separator: sign between two columns.
    """
    written_field = re.compile(rf'"(?:[^"]|"")*"|[^{separator}]*')
    start = 0
    for _number in range(field_count):
        yield place_in(record, start)
        field = written_field.match(record, start)
        end = field.end() if field else start
        start = end + len(separator)
