"""Tables of a report fit its pages.

E669 a table has no rows · E676 a table has more columns than a page has room for · E677 a row has fewer
or more cells than the table has columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.kinds.assessment.content import SelfAssessment, Table
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem

MOST_COLUMNS: Final = 8
"""Columns that a page of a report has room for: two centimetres each."""


def check_tables(report: SelfAssessment, _office: Office) -> Iterator[Problem]:
    """Find tables that are empty or too wide, and rows with too few or too many cells."""
    for path, table in report.tables():
        if table.columns and not table.rows:
            message = _("a table with a head and rows below it is expected")
            yield Problem((*path, "columns"), "E669", message, _("Add rows below the head."))
        if len(table.columns) > MOST_COLUMNS:
            message = _("at most {most} columns are expected, found {count}")
            message = message.format(most=MOST_COLUMNS, count=len(table.columns))
            hint = _("Divide the table, or leave columns out.")
            yield Problem((*path, "columns"), "E676", message, hint)
        yield from _check_rows(table, path)


def _check_rows(table: Table, path: KeyPath) -> Iterator[Problem]:
    for index, cells in enumerate(table.rows):
        if len(cells) != len(table.columns):
            message = _("{count} cells are expected in the row, found {found}")
            message = message.format(count=len(table.columns), found=len(cells))
            hint = _("Give each column a text; '-' stands for nothing.")
            if len(cells) > len(table.columns):
                hint = _("Take out what is too much, or name a further column under 'columns:'.")
            yield Problem((*path, "rows", index), "E677", message, hint)
