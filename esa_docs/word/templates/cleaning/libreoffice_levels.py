r"""Levels of contents as LibreOffice writes them: each is one deeper than it was read.

LibreOffice 7.4 reads ``TC "ขอบเขต" \f m \l 1`` and writes ``TC "ขอบเขต" \l 2``, and it leaves the switch
``\f`` of the contents without its letter (seen on the shipped templates). Word always writes that letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from esa_docs.ooxml.names import w

_CONTENTS_OF_LIBREOFFICE: Final = re.compile(r"\s*TOC\b(?=.*\\f\s*(?:\\|$)).*", re.DOTALL)
_ENTRY_OF_LIBREOFFICE: Final = re.compile(
    r'(?P<begin>\s*TC\s+".*"\s*\\l\s+)(?P<level>[2-9])(?P<end>\s*)', re.DOTALL
)

Element = Any


def mend_levels(root: Element) -> None:
    """Raise the entries of contents by as many levels as LibreOffice has lowered them.

    The first level is where the highest entry stands. Contents that Word wrote stay as they are.
    """
    instructions = list(root.iter(w("instrText")))
    if not any(_CONTENTS_OF_LIBREOFFICE.fullmatch(text.text or "") for text in instructions):
        return
    entries = list(_entries(instructions))
    lost_levels = min((int(match["level"]) for _text, match in entries), default=1) - 1
    for text, match in entries:
        level = int(match["level"]) - lost_levels
        text.text = f"{match['begin']}{level}{match['end']}"


def _entries(instructions: list[Element]) -> Iterator[tuple[Element, re.Match[str]]]:
    """Generate the instruction of each entry below the first level, with its parts."""
    for text in instructions:
        match = _ENTRY_OF_LIBREOFFICE.fullmatch(text.text or "")
        if match is not None:
            yield text, match
