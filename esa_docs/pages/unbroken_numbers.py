"""Numbers that LibreOffice keeps in one piece.

Where a no-break space ties a number to a Thai word with no space before it (ตั้งแต่วันที่ 16), LibreOffice
7.4 finds no break in the word and takes one between the digits. A word joiner behind the space keeps the
digits together: the line then ends before the number. It has no width and is not in the text of the PDF
(measured).
"""

from __future__ import annotations

from typing import Final

from esa_docs.ooxml.package import NotAPackageError, read_package, write_package

_NO_BREAK_SPACE: Final = "\u00a0".encode()
_WORD_JOINER: Final = "\u2060".encode()


def with_unbroken_numbers(data: bytes) -> bytes:
    """Return a Word file whose no-break spaces are each followed by a word joiner; a damaged one as it is."""
    try:
        parts = read_package(data)
    except NotAPackageError:
        return data
    held = {
        name: part.replace(_NO_BREAK_SPACE, _NO_BREAK_SPACE + _WORD_JOINER)
        for name, part in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    return write_package({**parts, **held})
