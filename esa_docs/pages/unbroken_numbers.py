"""Numbers that LibreOffice keeps on one line.

Where a no-break space ties a number to a Thai word with no space before it (ตั้งแต่วันที่ 16), LibreOffice
7.4 finds no place to break the line in the word, and breaks it between the digits. With a word joiner
(U+2060) behind the no-break space it breaks the line before the number. The word joiner has no width, and is
not in the text of the PDF (measured).
"""

from __future__ import annotations

from typing import Final

from esa_docs.ooxml.package import NotAPackageError, read_package, write_package

_NO_BREAK_SPACE: Final = "\u00a0".encode()
_WORD_JOINER: Final = "\u2060".encode()


def with_unbroken_numbers(data: bytes) -> bytes:
    """Return a Word file with a word joiner behind each no-break space; a damaged file stays as it is."""
    try:
        parts = read_package(data)
    except NotAPackageError:
        return data
    for name, part in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            parts[name] = part.replace(_NO_BREAK_SPACE, _NO_BREAK_SPACE + _WORD_JOINER)
    return write_package(parts)
