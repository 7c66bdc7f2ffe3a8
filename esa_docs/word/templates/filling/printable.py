"""What a tag may print: a text or an exact number, without signs that no Word file can hold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from esa_docs.word.drawings import DRAWING_MARK
from esa_docs.word.templates.faults.filling_words import (
    DocxtplValueError,
    UnprintableSignError,
    UnprintableValueError,
)
from esa_docs.word.templates.filling.split_paragraphs import PAGE_SIGN, PARAGRAPH_SIGN

_DOCXTPL: Final = "docxtpl"
# XML 1.0, section 2.2: no other character can be written into a part, not even by its number.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SPLITTING: Final = str.maketrans(dict.fromkeys((PARAGRAPH_SIGN, PAGE_SIGN)))
"""Signs for a new paragraph and a new page, on which a later step acts."""


# With the context of a document Jinja cannot work out a tag once, while it compiles: then no tag is named.
@pass_context
def printable(context: Context, value: Any) -> Any:
    """Return the value of a tag as it is.

    A missing value is returned too: Jinja itself refuses it, with its name.

    Raises:
        UnprintableValueError: the value is neither text nor an exact number.
        DocxtplValueError: it is an object of docxtpl.
        UnprintableSignError: a character of the text cannot stand in XML.
    """
    if isinstance(value, str):
        if _NO_XML.search(value):
            text = value.translate(_SPLITTING) if context.get("_splits_paragraphs") else value
            _refuse_signs(text, len(context.get("drawings", ())))
        return value
    # A bool is an int to Python, and would be printed as True.
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, Undefined)):
        if type(value).__module__.partition(".")[0] == _DOCXTPL:
            raise DocxtplValueError(type(value).__name__)
        raise UnprintableValueError(value)
    return value


def _refuse_signs(text: str, count_of_drawings: int) -> None:
    """Refuse a text with signs that XML does not have, but for the marks of drawings."""
    for mark in DRAWING_MARK.finditer(text):
        number = mark[1]
        if len(number) > len(str(count_of_drawings)) or int(number) >= count_of_drawings:
            raise UnprintableSignError(text[mark.start()])
    sign = _NO_XML.search(DRAWING_MARK.sub("", text))
    if sign:
        raise UnprintableSignError(sign[0])
