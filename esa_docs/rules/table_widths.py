"""Widths of a table that its page has no room for: an upright page has less than a landscape page.

E224 widths that do not add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.table_shape import WIDEST_CM, is_wider, total_of

_LANDSCAPE: Final = "landscape"


def check_width(path: KeyPath, block: Block) -> Iterator[Problem]:
    """Generate the problem of a block whose table is wider than an upright page.

    Args:
        path: keys and indexes that lead to the block.
        block: the block.
    """
    table = block.table
    if table is None or _LANDSCAPE in path or not is_wider(table.widths, WIDEST_CM):
        return
    message = _("widths of {most} centimetres at most, or of 100 per cent are expected, the sum is {total}")
    words = message.format(most=WIDEST_CM, total=total_of(table.widths))
    hint = _(
        "Correct the widths, or let the table stand under 'landscape:', which has room for 24 centimetres."
    )
    yield Problem((*path, "table", "widths"), "E224", words, hint)
