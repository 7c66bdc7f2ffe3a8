"""Rows of a table with texts beyond its head: one message and one cure, whatever the table is for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _

_BEFORE_COMMA: Final = re.compile(r"[-+]?[0-9๐-๙]{1,3}")
_BEHIND_COMMA: Final = re.compile(r"[0-9๐-๙]{3}(\.[0-9๐-๙]+)?")


def wide_row(code: str, width: int, texts: Sequence[str], place: Location, separator: str) -> Diagnostic:
    """Return the error of a row with texts beyond the head.

    Args:
        code: that of the table (E117, E607, E677).
        width: how many cells the head has.
        texts: those of the row.
        place: that of its first text beyond the head.
        separator: the sign between two columns of a CSV file; empty for a workbook.
    """
    message = _("{count} cells are expected in the row, found {found}")
    text = message.format(count=width, found=len(texts))
    hint = _("Name a further column in the head of the table, or clear this cell.")
    if separator:
        hint = _("Put a text that contains '{separator}' in quotation marks, or name a further column.")
        hint = hint.format(separator=_name_of_separator(separator))
    if separator == "," and _has_thousands(texts):
        hint = _('Put the number in quotation marks, as in "12,345".')
    return Diagnostic(code, text, place, hint)


def _name_of_separator(separator: str) -> str:
    """Return the sign between two columns as it is named in a message."""
    return "TAB" if separator == "\t" else separator


def _has_thousands(texts: Sequence[str]) -> bool:
    """Return whether two cells side by side look like a number that its comma has parted."""
    for text, text_behind in itertools.pairwise(texts):
        if _BEFORE_COMMA.fullmatch(text) and _BEHIND_COMMA.fullmatch(text_behind):
            return True
    return False
