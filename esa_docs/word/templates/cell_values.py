"""Values of the tags ``cellbg`` and ``colspan``, as Word takes them."""

from __future__ import annotations

import re
from typing import Any, Final

from jinja2 import Undefined

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.cell_tags import CELL_FILL, CELL_SPAN
from esa_docs.word.templates.filling_words import UnfitCellError
from esa_docs.word.templates.table_grid import MOST_COLUMNS

_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_NO_COLOUR: Final = "auto"


def _cell_fill(value: Any) -> Any:
    """Return a colour of six hexadecimal digits; a missing value stays, and Jinja names it."""
    if isinstance(value, Undefined):
        return value
    colour = str(value).strip().removeprefix("#")
    if colour in {"", _NO_COLOUR}:
        return _NO_COLOUR
    if _COLOUR.fullmatch(colour) is None:
        message = _("the tag cellbg takes six digits such as FFE699, not {value}")
        raise UnfitCellError(message.format(value=repr(value)))
    return colour.upper()


def _cell_span(value: Any) -> Any:
    """Return a number of columns; a missing value stays, and Jinja names it."""
    if isinstance(value, Undefined):
        return value
    text = str(value).strip()
    if not text.isdecimal() or not 1 <= int(text) <= MOST_COLUMNS:
        message = _("the tag colspan takes a number of columns from 1 to {most}, not {value}")
        raise UnfitCellError(message.format(most=MOST_COLUMNS, value=repr(value)))
    return int(text)


CELL_FILTERS: Final = {CELL_FILL: _cell_fill, CELL_SPAN: _cell_span}
