"""The columns of the summary tables fit the rows (E236)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from esa_docs.diagnostics import Severity
from esa_docs.hints import did_you_mean, nearest, nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.manual.columns import HEADS, USUAL_COLUMNS, ColumnName, TableColumn
from esa_docs.kinds.manual.content import Manual, TableRow, Work
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.model.prose.table_shape import WIDEST_CM

_NARROWEST_CHART_CM = Decimal("2.5")
"""Centimetres in which a diamond has room for a word of 12 points."""
_NARROWEST_CM = Decimal(1)
"""Centimetres that a column without a width needs, at least."""


def check_columns(manual: Manual) -> Iterator[Problem]:
    """Generate columns that stand twice or are never filled in, cells without a column, and odd widths."""
    yield from _repeated(manual.columns)
    yield from _too_wide(manual.columns)
    yield from _narrow_charts(manual.columns)
    heads = {column.head: None for column in manual.columns if column.column is None and column.head}
    names = [column.column for column in manual.columns] or list(USUAL_COLUMNS)
    filled_heads: set[str] = set()
    if manual.columns and not any(_works_with_tables(manual)):
        message = _("no work prints a summary table, and so its columns are not printed")
        hint = _("Delete 'columns:', or put 'table' among the sections.")
        yield Problem(("columns",), "E236", message, hint)
    for path, work in _works_with_tables(manual):
        for index, row in enumerate(work.table):
            filled_heads |= row.more.keys()
            row_path = (*path, "table", index)
            yield from _cells_without_column(row, list(heads), row_path)
            yield from _fields_without_column(manual, work, row, names, row_path)
            yield from _missing_detail(row, names, row_path)
    yield from _never_filled(manual.columns, filled_heads)


def _works_with_tables(manual: Manual) -> Iterator[tuple[KeyPath, Work]]:
    """Generate the works whose summary table is printed."""
    for index, work in enumerate(manual.works):
        if any(section.name == "table" for section in manual.sections_of(work)):
            yield ("works", index), work


def _repeated(columns: tuple[TableColumn, ...]) -> Iterator[Problem]:
    names: set[str] = set()
    for index, column in enumerate(columns):
        name = column.column or column.printed_head
        if name in names:
            message = _("the column '{name}' stands here again").format(name=column.printed_head)
            yield Problem(("columns", index), "E236", message, _("Delete one of the two."))
        names.add(name)


def _too_wide(columns: tuple[TableColumn, ...]) -> Iterator[Problem]:
    """Generate the problem of widths that leave no room for the columns without one."""
    fixed_width = sum((column.width or Decimal() for column in columns), Decimal())
    open_columns = sum(column.width is None for column in columns)
    if fixed_width + open_columns * _NARROWEST_CM > WIDEST_CM:
        message = _("widths of {most} centimetres at most are expected, the sum is {total}")
        message = message.format(most=WIDEST_CM, total=f"{fixed_width.normalize():f}")
        hint = _("Make columns narrower: those without a width need a centimetre each.")
        yield Problem(("columns",), "E236", message, hint)


def _narrow_charts(columns: tuple[TableColumn, ...]) -> Iterator[Problem]:
    """Generate a column of the chart in which its symbols have no room for words."""
    for index, column in enumerate(columns):
        if column.column == "chart" and column.width and column.width < _NARROWEST_CHART_CM:
            message = _("a column of {least} centimetres at least is expected for the chart, found {width}")
            message = message.format(least=_NARROWEST_CHART_CM, width=f"{column.width.normalize():f}")
            yield Problem(
                ("columns", index), "E236", message, _("Give it more room, or leave the width out.")
            )


def _cells_without_column(row: TableRow, heads: list[str], path: KeyPath) -> Iterator[Problem]:
    for head in row.more:
        if head not in heads:
            message = _("the table has no column '{name}'").format(name=head)
            hint = _("Name it under 'columns:' of the manual, or delete it.")
            if heads:
                hint = nearest_hint(head, heads)
            yield Problem((*path, "more", head), "E236", message, hint)


def _fields_without_column(
    manual: Manual, work: Work, row: TableRow, names: list[ColumnName | None], path: KeyPath
) -> Iterator[Problem]:
    """Generate what a row says that neither the table nor the flow chart prints."""
    printed = {*names, *_printed_by_charts(manual, work, names)}
    fields: tuple[ColumnName, ...] = ("step", "detail", "time", "quality", "owner")
    for name in fields:
        if name not in printed and getattr(row, name):
            head = HEADS[name]
            message = _("the table has no column '{name}', and nothing else prints this").format(name=head)
            hint = _("Put '{key}' among 'columns:' of the manual, or delete this.").format(key=head)
            yield Problem((*path, name), "E236", message, hint)


def _printed_by_charts(manual: Manual, work: Work, names: list[ColumnName | None]) -> Iterator[ColumnName]:
    """Generate what the flow charts print of a row: the one in the table has the name of the step alone."""
    has_chart = any(section.name == "flow" for section in manual.sections_of(work))
    if has_chart or "chart" in names:
        yield "step"
    if has_chart and work.flow.show_owner:
        yield "owner"
    if has_chart and work.flow.show_time:
        yield "time"


def _missing_detail(row: TableRow, names: list[ColumnName | None], path: KeyPath) -> Iterator[Problem]:
    if "detail" in names and not row.detail:
        message = _("the column '{name}' has nothing in this row: the key '{key}' is missing")
        hint = _("Add '{key}:', or leave the column out of 'columns:' of the manual.")
        text = message.format(name=HEADS["detail"], key="detail")
        yield Problem(path, "E236", text, hint.format(key="detail"))


def _never_filled(columns: tuple[TableColumn, ...], filled_heads: set[str]) -> Iterator[Problem]:
    """Generate own columns that look like a usual one that is misspelt; others may be left for the pen."""
    for index, column in enumerate(columns):
        near_heads = nearest(column.printed_head, list(HEADS.values()))
        if column.column is None and column.head not in filled_heads and near_heads:
            message = _("no row fills in the column '{name}'").format(name=column.printed_head)
            hint = did_you_mean(near_heads)
            yield Problem(("columns", index), "E236", message, hint, Severity.WARNING)
