"""Values of the tags ``cellbg`` and ``colspan``, as marks of what Word takes."""

from __future__ import annotations

import re
from typing import Any, Final

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.faults.filling_words import UnfitCellError
from esa_docs.word.templates.filling.table_grid import MOST_COLUMNS
from esa_docs.word.templates.tags.cell_tags import CELL_FILL, CELL_SPAN, CELL_TIMES
from esa_docs.word.templates.tags.held_pieces import held
from esa_docs.word.templates.tags.marked_cells import FILL, SPAN, TIMES, mark_of

_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_NO_COLOUR: Final = "auto"


@pass_context
def _cell_fill(_context: Context, value: Any) -> Any:
    """Return the mark of a colour of six hexadecimal digits; a missing value stays, and Jinja names it."""
    if isinstance(value, Undefined):
        return value
    colour = str(value).strip().removeprefix("#")
    if colour in {"", _NO_COLOUR}:
        return held(mark_of(FILL, _NO_COLOUR))
    if _COLOUR.fullmatch(colour) is None:
        hint = _("Write a colour such as {tag}.").format(tag='{% cellbg "FFE699" %}')
        message = _("the tag cellbg takes six digits such as FFE699, not {value}")
        raise UnfitCellError(message.format(value=repr(value)), hint)
    return held(mark_of(FILL, colour.upper()))


@pass_context
def _cell_span(_context: Context, value: Any) -> Any:
    """Return the mark of a number of columns; a missing value stays, and Jinja names it."""
    if isinstance(value, Undefined):
        return value
    text = str(value).strip()
    if not text.isdecimal() or not 1 <= int(text) <= MOST_COLUMNS:
        hint = _("Write a number such as {tag}.").format(tag="{% colspan 2 %}")
        message = _("the tag colspan takes a number of columns from 1 to {most}, not {value}")
        raise UnfitCellError(message.format(most=MOST_COLUMNS, value=repr(value)), hint)
    return held(mark_of(SPAN, text))


# With the context of a document Jinja cannot work it out once, while it compiles.
@pass_context
def _cell_times(_context: Context, length: int) -> str:
    return held(mark_of(TIMES, str(length)))


CELL_FILTERS: Final = {CELL_FILL: _cell_fill, CELL_SPAN: _cell_span, CELL_TIMES: _cell_times}
