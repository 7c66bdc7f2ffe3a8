"""Cures that several layers name."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from esa_docs.i18n import gettext as _

_MOST_CHOICES = 12
_CE_TO_BE = 543


def nearest_hint(word: str, choices: Sequence[str]) -> str:
    """Say which known word was probably meant, or which are known."""
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    if near:
        return _("Did you mean '{near}'?").format(near=near[0])
    shown = [*choices[:_MOST_CHOICES], *(["…"] if len(choices) > _MOST_CHOICES else [])]
    return _("Known here: {choices}.").format(choices=", ".join(shown) or "-")


def era_hint(year: int) -> str:
    """Say which Buddhist year a year of the Christian era is."""
    return _("Did you mean B.E. {year}?").format(year=year + _CE_TO_BE)
