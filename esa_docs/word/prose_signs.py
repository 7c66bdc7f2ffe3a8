"""Marks of prose on their way into a Word file: signs within a text, which content cannot hold.

A template may do with a text what it does with any other. The run writer acts on the signs in it. What a
mark says besides, such as the address of a link, follows its sign: each byte as a sign of its own. So a text
with signs says all by itself, and XML has nothing to escape in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.model.prose.prose import FieldValue, Link, Mark, Note, Prose, Reference, Style

_FIRST_BYTE: Final = 0xF0000
LINK, LINK_END, NOTE, REFERENCE, FIELD, BLOCK = map(chr, range(0xE100, 0xE106))
"""Behind `LINK`, `NOTE`, `REFERENCE`, `FIELD` and `BLOCK` stand the bytes of what they say."""
_FIRST_OF_STYLES: Final = 0xE110
"""All other signs of marks stand below it, those of `blocks/signs.py` far above: styles may become more."""
STYLE_OF_BEGINNING: Final = {chr(_FIRST_OF_STYLES + 2 * place): style for place, style in enumerate(Style)}
STYLE_OF_END: Final = {chr(_FIRST_OF_STYLES + 2 * place + 1): style for place, style in enumerate(Style)}
_BEGINNING_OF: Final = {style: sign for sign, style in STYLE_OF_BEGINNING.items()}
_END_OF: Final = {style: sign for sign, style in STYLE_OF_END.items()}
_SIGNS: Final = "\ue100-\ue1ff"
_BYTES: Final = "\U000f0000-\U000f00ff"
ANY_SIGN: Final = re.compile(f"[{_SIGNS}]")
SIGN: Final = re.compile(f"(?P<sign>[{_SIGNS}])(?P<bytes>[{_BYTES}]*)")
"""A sign with what it says besides."""
_ALL_SIGNS: Final = re.compile(f"[{_SIGNS}{_BYTES}]+")
OWN_SIGNS: Final = "".join(map(chr, (*range(0xE100, 0xE200), *range(_FIRST_BYTE, _FIRST_BYTE + 256))))
"""Signs that a template of an office may not hold."""


def with_signs(prose: Prose) -> str:
    """Return a text with signs in it for its marks."""
    text = prose.plain
    pieces = []
    end = 0
    for index, _rank, signs in sorted(_signs_of(prose)):
        pieces.append(text[end:index])
        pieces.append(signs)
        end = index
    pieces.append(text[end:])
    return "".join(pieces)


def without_signs(text: str) -> str:
    """Return a text without the signs of marks."""
    return _ALL_SIGNS.sub("", text)


def in_bytes(text: str) -> str:
    """Return what a sign says besides, as signs."""
    return "".join(chr(_FIRST_BYTE + byte) for byte in text.encode())


def from_bytes(signs: str) -> str:
    """Return the text that signs of bytes stand for."""
    return bytes(ord(sign) - _FIRST_BYTE for sign in signs).decode()


def _signs_of(prose: Prose) -> Iterator[tuple[int, int, str]]:
    """Generate the signs of a text: index in it, rank of those at one index, and the sign.

    What ends at an index comes first, then what stands there, then what begins there.
    """
    for span in prose.spans:
        if span.start == span.end:
            yield span.start, 1, _beginning(span.mark)
            continue
        yield span.start, 2, _beginning(span.mark)
        yield span.end, 0, _end(span.mark)


def _beginning(mark: Mark) -> str:
    match mark:
        case Style():
            return _BEGINNING_OF[mark]
        case Link():
            return LINK + in_bytes(mark.address)
        case Note():
            return NOTE + in_bytes(with_signs(mark.text))
        case Reference():
            return REFERENCE + in_bytes(mark.id)
        case FieldValue():
            return FIELD + in_bytes(mark.column)


def _end(mark: Mark) -> str:
    return _END_OF[mark] if isinstance(mark, Style) else LINK_END
