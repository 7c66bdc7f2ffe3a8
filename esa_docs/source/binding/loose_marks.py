"""W516 (warning): a Thai vowel sign or tone mark stands on no Thai letter."""

from __future__ import annotations

from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _

_MOST_NEIGHBOURS: Final = 12
"""Characters that are shown on each side of the mark."""
_DOTTED_CIRCLE: Final = "\u25cc"
"""Stands for the letter that is missing: without it a console draws the mark on the sign before."""


def loose_mark(text: str, place: Location) -> Diagnostic | None:
    """Return what is to be told of the first mark of a text that stands on no letter; None where all do.

    Args:
        text: the text.
        place: where the mark stands.
    """
    index = thai.find_loose_mark(text)
    if index < 0:
        return None
    mark = f"{_DOTTED_CIRCLE}{text[index]}"
    before = text[max(0, index - _MOST_NEIGHBOURS) : index]
    behind = text[index + 1 : index + 1 + _MOST_NEIGHBOURS]
    neighbours = thai.normalise_spaces(f"{before}{mark}{behind}")
    message = _("the Thai sign {mark} stands on no Thai letter: {neighbours}")
    hint = _(
        "Type the letter that it belongs to before it, or delete the sign; digits and English take none."
    )
    return Diagnostic("W516", message.format(mark=mark, neighbours=neighbours), place, hint, Severity.WARNING)
