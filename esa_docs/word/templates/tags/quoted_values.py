"""Values between the quotation marks of a field's instruction, such as ``IF "{{ name }}" = …``.

There a quotation mark ends the text and a backslash begins a switch, so a value may hold neither as it is.
"""

from __future__ import annotations

import re
from typing import Any, Final

from esa_docs.ooxml.names import w
from esa_docs.word.templates.tags.tags import SIGN, next_tag

FIELD_TEXT: Final = "field_text"
"""Filter that returns a value as it stands between quotation marks of an instruction."""
_QUOTES: Final = frozenset('"“”')
_ESCAPED: Final = str.maketrans({sign: f"\\{sign}" for sign in '\\"“”'})
_PRINTING_TAG: Final = re.compile(rf"\{{\{{({SIGN})(.*?)({SIGN})\}}\}}", re.DOTALL)

Element = Any


def quote_values(root: Element) -> None:
    """Let each tag between quotation marks of an instruction ask for its value as it must stand there."""
    fields: list[_Quotes] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        sort = element.get(w("fldCharType"))
        if sort == "begin":
            fields.append(_Quotes())
        elif sort == "end" and fields:
            fields.pop()
        elif element.tag == w("instrText") and fields:
            element.text = fields[-1].with_quoted_values(element.text or "")
    for field in root.iter(w("fldSimple")):
        field.set(w("instr"), _Quotes().with_quoted_values(field.get(w("instr"), "")))


class _Quotes:
    """Knows whether the place in an instruction, which comes in pieces, lies between quotation marks."""

    def __init__(self) -> None:
        self._is_open = False

    def with_quoted_values(self, text: str) -> str:
        """Return the next piece of the instruction, with tags that ask for values between quotation marks."""
        pieces = []
        place = 0
        tag = next_tag(text, place)
        while tag is not None:
            self._read(text[place : tag.start])
            pieces.append(text[place : tag.start])
            quoted_tag = _quoted_tag(tag.text) if self._is_open else tag.text
            pieces.append(quoted_tag)
            place = tag.end
            tag = next_tag(text, place)
        self._read(text[place:])
        pieces.append(text[place:])
        return "".join(pieces)

    def _read(self, text: str) -> None:
        is_escaped = False
        for sign in text:
            if sign in _QUOTES and not is_escaped:
                self._is_open = not self._is_open
            is_escaped = sign == "\\" and not is_escaped


def _quoted_tag(tag: str) -> str:
    match = _PRINTING_TAG.fullmatch(tag)
    if match is None:
        return tag
    opening_sign, value, closing_sign = match.groups()
    return f"{{{{{opening_sign} ({value})|{FIELD_TEXT} {closing_sign}}}}}"


def field_text(value: Any) -> Any:
    """Return a text as it stands between quotation marks of an instruction; anything else as it is."""
    if isinstance(value, str):
        return str(value).translate(_ESCAPED)
    return value
