"""Diagnostics of charts and landscape pages that do not fit.

E229 the numbers of a chart · E230 landscape pages within steps or landscape pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.source.binding.reference_faults import Context, FaultText


def _tell(sort: str, context: Context) -> FaultText:
    """Return the fault of a sort in words."""
    message, hint = {**_words_of_columns(), **_words_of_cells(), **_words_of_pies()}[sort]
    return "E229", message.format(**context), hint.format(**context)


def _tell_landscape_within(_context: Context) -> FaultText:
    message = _("landscape pages cannot stand within steps or within landscape pages")
    return "E230", message, _("Let them stand where a paragraph of the text stands.")


def _words_of_columns() -> dict[str, tuple[str, str]]:
    return {
        "chart_without_numbers": (
            _("a chart needs a column of names and at least one column of numbers"),
            _("Name both columns under 'columns:', and write both into each row."),
        ),
        "too_many_series": (
            _("at most {most} columns of numbers can be told apart in a chart, found {count}"),
            _("Name those that are to be drawn under 'columns:', the names first; or make two charts."),
        ),
        "too_many_categories": (
            _("a chart has room for {most} names, found {count}"),
            _("Put several together, or make two charts."),
        ),
        "chart_name_missing": (
            _("a chart needs a name for each column and each row"),
            _("Write what the numbers belong to."),
        ),
    }


def _words_of_cells() -> dict[str, tuple[str, str]]:
    return {
        "no_number": (
            _("a number of at most 15 digits is expected in a chart, found '{cell}'"),
            _(
                "Write digits, such as 12,500 or ๑๒.๕ or 80%; '-' stands for no number. If the column has "
                "other words, leave it out: name the columns that are drawn under 'columns:'."
            ),
        ),
        "chart_of_two_units": (
            _("'{cell}' cannot stand in one chart with the numbers before it: only some are per cent"),
            _("Write all of them with % or none, or make two charts."),
        ),
        "nothing_to_draw": (
            _("a chart needs a number that can be drawn, and there is none"),
            _("Fill in the numbers; a pie also needs one above zero."),
        ),
    }


def _words_of_pies() -> dict[str, tuple[str, str]]:
    return {
        "pie_of_several": (
            _("a pie shows one column of numbers, found {count}"),
            _("Name the names and one column under 'columns:', or write 'type: bar'."),
        ),
        "too_many_slices": (
            _("at most {most} slices can be told apart in a pie, found {count}"),
            _("Put the small ones together as อื่น ๆ, or write 'type: bar'."),
        ),
        "gap_in_pie": (
            _("a pie needs a number for each name"),
            _("Write the number, 0 for none of it, or delete the row."),
        ),
        "negative_in_pie": (
            _("a pie shows parts of a whole, which are not below zero: found '{cell}'"),
            _("Write 'type: bar', which shows numbers below zero too."),
        ),
    }


_SORTS: Final = (
    *("chart_without_numbers", "too_many_series", "too_many_categories", "chart_name_missing", "no_number"),
    *("chart_of_two_units", "nothing_to_draw", "pie_of_several", "too_many_slices", "gap_in_pie"),
    "negative_in_pie",
)

CHART_TELLERS: Final[dict[str, Callable[[Context], FaultText]]] = {
    **{sort: partial(_tell, sort) for sort in _SORTS},
    "landscape_within": _tell_landscape_within,
}
"""What describes each fault of a chart or of landscape pages, by the type of its error."""
