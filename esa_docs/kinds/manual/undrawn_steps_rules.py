"""What rows of a summary table say to a flow chart that is not drawn, or not of them.

E222 no chart shows it · E236 the column of the chart has no steps to draw.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.manual.content import Manual, TableRow, Work
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem, unprinted


def check_undrawn_steps(manual: Manual) -> Iterator[Problem]:
    """Generate the shapes and the ways back of rows that no flow chart shows."""
    for index, work in enumerate(manual.works):
        path = ("works", index)
        if _has_chart(manual, work):
            yield from _rows_left_out(manual, work, path)
            yield from _replaced_ways_back(work, path)
        elif _has_table(manual, work):
            yield from _rows_without_chart(work, path)


def _has_table(manual: Manual, work: Work) -> bool:
    return any(section.name == "table" for section in manual.sections_of(work))


def _has_chart(manual: Manual, work: Work) -> bool:
    """Return whether a work prints a flow chart: in a section, or in a column of its table."""
    if any(section.name == "flow" for section in manual.sections_of(work)):
        return True
    return _has_chart_in_table(manual, work)


def _has_chart_in_table(manual: Manual, work: Work) -> bool:
    has_column = any(column.column == "chart" for column in manual.columns)
    return has_column and _has_table(manual, work)


def _words_for_charts(work: Work, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Generate path and key of each thing that the rows of a work say to a flow chart alone."""
    for index, row in enumerate(work.table):
        for key in _keys_for_charts(row):
            yield (*path, "table", index, key), key


def _keys_for_charts(row: TableRow) -> Iterator[str]:
    # A rectangle is what a row has anyway.
    if row.shape != "process":
        yield "shape"
    if row.back_to is not None:
        yield "back_to"


def _rows_without_chart(work: Work, path: KeyPath) -> Iterator[Problem]:
    for key_path, key in _words_for_charts(work, path):
        message = _("no flow chart of this work is printed, and '{key}' is for it alone").format(key=key)
        hint = _("Put 'flow' among 'sections:', or 'chart' among 'columns:' of the manual, or delete this.")
        yield unprinted(key_path, message, hint)


def _rows_left_out(manual: Manual, work: Work, path: KeyPath) -> Iterator[Problem]:
    """Generate what rows say to a flow chart that is told to leave them out."""
    if work.flow.from_table:
        return
    if _has_chart_in_table(manual, work):
        message = _("the chart in the table draws its rows alone, and 'from_table: false' leaves them out")
        hint = _("Delete 'from_table:', or take 'chart' out of 'columns:' of the manual.")
        yield Problem((*path, "flow", "from_table"), "E236", message, hint)
        return
    for key_path, key in _words_for_charts(work, path):
        message = _("the flow chart does not draw the rows, because of 'from_table: false': '{key}' is lost")
        hint = _("Write it under 'flow: nodes:', delete it, or delete 'from_table:'.")
        yield unprinted(key_path, message.format(key=key), hint)


def _replaced_ways_back(work: Work, path: KeyPath) -> Iterator[Problem]:
    """Generate each way back of a step that has arrows of its own, none of which leads there."""
    targets: dict[str, set[str]] = {}
    for edge in work.flow.edges:
        targets.setdefault(edge.source, set()).add(edge.to)
    for key_path, step, target in _ways_back(work, path):
        if step in targets and target not in targets[step]:
            message = _("the arrows from this step under 'flow: edges:' take the place of this one")
            hint = _("Add '{arrow}' there, or delete this.")
            arrow = f"{{from: {step}, to: {target}, label: ไม่เห็นชอบ}}"
            yield unprinted(key_path, message, hint.format(arrow=arrow))


def _ways_back(work: Work, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """Generate path, step and target of each way back that the flow chart would draw."""
    rows = work.table if work.flow.from_table else ()
    for index, row in enumerate(rows):
        if row.back_to is not None:
            yield (*path, "table", index, "back_to"), str(index + 1), row.back_to
    for index, node in enumerate(work.flow.nodes):
        if node.back_to is not None:
            yield (*path, "flow", "nodes", index, "back_to"), node.id, node.back_to
