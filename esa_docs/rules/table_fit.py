"""Tables whose words or numbers are broken on paper: the page, or the widths that are given, leave no room.

The measure is that by which tables are printed; it needs no fonts on the machine.
W527 a table that does not fit its page · W528 a width that is less than a word or a number takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.fonts.unbroken import (
    SIZES,
    ColumnText,
    Unbroken,
    in_twips,
    least_widths,
    unbroken_in,
)
from esa_docs.i18n import gettext as _
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.number_columns import forms_of_columns
from esa_docs.model.prose.table_block import TableBlock
from esa_docs.model.prose.table_shape import WIDEST_CM, WIDEST_LYING_CM, in_percent, joined_cells
from esa_docs.rules.text_setting import Setting

_LANDSCAPE: Final = "landscape"
_TWIPS_OF_CM: Final = 567
_LONGEST_QUOTE: Final = 24


def check_fit(path: KeyPath, table: TableBlock, setting: Setting) -> Iterator[Problem]:
    """Generate the problems of a table that breaks words or numbers.

    Args:
        path: keys and indexes that lead to the block.
        table: its table.
        setting: how its texts are set.
    """
    # Of a file that could not be read nobody knows the texts.
    if table.file is not None:
        return
    is_lying = _LANDSCAPE in path
    texts = list(_texts_of(table, setting))
    if table.widths:
        yield from _narrow_columns((*path, "table", "widths"), table, texts, setting, is_lying=is_lying)
    else:
        yield from _too_wide((*path, "table"), table, texts, setting, is_lying=is_lying)


def _texts_of(table: TableBlock, setting: Setting) -> Iterator[ColumnText]:
    """Generate the texts of a table as they are printed, numbers in the form of their column."""
    forms = forms_of_columns(table)
    for joined in joined_cells(table.cells):
        cell = table.cells[joined.row][joined.column]
        form = forms[joined.column]
        if form is not None and joined.row >= table.head_rows:
            cell = form.in_form(cell)
        yield ColumnText(joined.column, joined.columns, setting.printed(str(cell)))


def _too_wide(
    path: KeyPath, table: TableBlock, texts: Sequence[ColumnText], setting: Setting, *, is_lying: bool
) -> Iterator[Problem]:
    """Generate the problem of a table that breaks words on its page even in the smallest letters."""
    most = WIDEST_LYING_CM if is_lying else WIDEST_CM
    smallest = SIZES[-1]
    least = least_widths(texts, len(table.columns), setting.family, numbers_alone=False)
    width = sum(in_twips(least, smallest))
    if width <= most * _TWIPS_OF_CM:
        return
    message = _(
        "the table does not fit its page: even in letters of {size} points its {count} columns take "
        "{width} centimetres, and the page has {most}; words or numbers are broken"
    )
    words = message.format(size=smallest, count=len(table.columns), width=_in_cm(width), most=most)
    hint = _("Take fewer columns, or part it into two tables.")
    if not is_lying:
        hint = _(
            "Take fewer columns, part it into two tables, or let it stand under 'landscape:', which has "
            "room for 24 centimetres."
        )
    yield Problem(path, "W527", words, hint, Severity.WARNING)


def _narrow_columns(
    path: KeyPath, table: TableBlock, texts: Sequence[ColumnText], setting: Setting, *, is_lying: bool
) -> Iterator[Problem]:
    """Generate the columns whose given width is less than the widest of what must not be broken in them."""
    most = WIDEST_LYING_CM if is_lying else WIDEST_CM
    widths = _in_twips_of_page(table.widths, most)
    size = _size_of_letters(widths, texts, setting)
    worst_of_columns: dict[int, tuple[int, Unbroken]] = {}
    for text in texts:
        room = sum(widths[text.column : text.column + text.columns])
        for piece in unbroken_in(text.words, setting.family):
            (need,) = in_twips([piece.width], size)
            lacking = need - room
            worst, _piece = worst_of_columns.get(text.column, (0, piece))
            if lacking > worst:
                worst_of_columns[text.column] = (lacking, piece)
    for column, (lacking, piece) in sorted(worst_of_columns.items()):
        message = _(
            "'{words}' is broken in the column '{column}': in letters of {size} points it takes {need} "
            "centimetres, and the column has {width}"
        )
        words = message.format(
            words=_quoted(piece.words),
            column=_quoted(str(table.columns[column])),
            need=_in_cm(widths[column] + lacking),
            size=size,
            width=_in_cm(widths[column]),
        )
        hint = _("Make the column wider and another narrower, or delete 'widths': then they fit the texts.")
        yield Problem((*path, column), "W528", words, hint, Severity.WARNING)


def _size_of_letters(widths: Sequence[int], texts: Sequence[ColumnText], setting: Setting) -> int:
    """Return the size in which the table is printed: the largest one in which no number is broken."""
    least = least_widths(texts, len(widths), setting.family, numbers_alone=True)
    for size in SIZES:
        pairs = zip(widths, in_twips(least, size), least, strict=True)
        if all(width >= need or not number for width, need, number in pairs):
            return size
    return SIZES[-1]


def _in_twips_of_page(widths: Sequence[Decimal], most: int) -> list[int]:
    """Return widths that content gives in twips: they are centimetres, or per cent of the page."""
    unit = _TWIPS_OF_CM
    if in_percent(widths):
        unit = round(most * _TWIPS_OF_CM / 100)
    return [round(width * unit) for width in widths]


def _in_cm(twips: int) -> str:
    """Return a width as people write it, with one place, rounded up."""
    tenths = -(-twips * 10 // _TWIPS_OF_CM)
    return f"{tenths / 10:.1f}"


def _quoted(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
