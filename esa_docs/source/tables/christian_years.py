"""Dates that Excel shows with a year of the Christian era: they come in as shown, and are told once a file.

Those that fields of letters print come in with the year of the Buddhist era.
W503 a date came in with a year of the Christian era, or was shown with one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.recipient_columns import printed_value

_CODE: Final = "W503"


def tell_christian_year(text: str, place: Location) -> Diagnostic:
    """Return the information that a date has a year of the Christian era, as Excel shows it (W503).

    Args:
        text: the date as it is shown.
        place: its cell.
    """
    message = _("Excel shows this date with a year of the Christian era: {text}; it came in so")
    hint = _(
        "If the year is to be of the Buddhist era, choose for dates of this file the Thai calendar in"
        " Format Cells, or type the date as text. Told once a file."
    )
    return Diagnostic(_CODE, message.format(text=text), place, hint, Severity.INFO)


def tell_turned_year(excel_text: str, text: str, place: Location) -> Diagnostic:
    """Return the information that a date is printed with a year of the Buddhist era (W503).

    Args:
        excel_text: the date as Excel shows it.
        text: the date as it came in.
        place: its cell.
    """
    message = _(
        "Excel shows this date with a year of the Christian era: {text}; letters print it as {printed}"
    )
    hint = _("Nothing needs to be done if that is meant; else type the date as text. Told once a file.")
    words = message.format(text=excel_text, printed=printed_value(text))
    return Diagnostic(_CODE, words, place, hint, Severity.INFO)


def once_each(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Generate diagnostics of one file, that of a year of the Christian era once."""
    is_told = False
    for diagnostic in diagnostics:
        if diagnostic.code == _CODE:
            if is_told:
                continue
            is_told = True
        yield diagnostic
