"""What a manual says fits together: flow charts (``rules.flows``), sections, columns of the summary table.

E235 a section stands twice, has nothing in it, or is left out though it has content · E236 a column stands
twice, has nothing in it, or is left out though rows fill it in · E222 what no flow chart shows of a row ·
E226 parts of steps too deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esa_docs.i18n import gettext as _
from esa_docs.kinds.manual.columns_rules import check_columns
from esa_docs.kinds.manual.content import Manual, Substep
from esa_docs.kinds.manual.sections_rules import check_sections
from esa_docs.kinds.manual.undrawn_steps_rules import check_undrawn_steps
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath
from esa_docs.model.problem import Problem
from esa_docs.rules.flows import check_flow, find_hidden_notes

_DEEPEST = 3
"""Levels of parts below a step: 2.1, 2.1.1, (1)."""


def check_flows(manual: Manual, _office: Office) -> Iterator[Problem]:
    """Generate the problems of the flow charts of a manual."""
    for number, work in enumerate(manual.works):
        if not work.table and not work.flow.nodes:
            continue  # A work without steps has no chart, and that is told where one is wanted.
        for problem in (*check_flow(work), *find_hidden_notes(work)):
            yield replace(problem, path=("works", number, *problem.path))


def check_order(manual: Manual, _office: Office) -> Iterator[Problem]:
    """Generate the problems of sections and of columns."""
    yield from check_sections(manual)
    yield from check_columns(manual)
    yield from check_undrawn_steps(manual)


def check_depth(manual: Manual, _office: Office) -> Iterator[Problem]:
    """Generate the parts of steps that stand below the deepest level."""
    for work_index, work in enumerate(manual.works):
        for step_index, step in enumerate(work.steps):
            path = ("works", work_index, "steps", step_index)
            yield from _deep_parts(step.substeps, path, level=1)


def _deep_parts(substeps: tuple[Substep, ...], path: KeyPath, *, level: int) -> Iterator[Problem]:
    for index, substep in enumerate(substeps):
        inner_path = (*path, "substeps", index)
        if level > _DEEPEST:
            message = _("a list of at most {most} levels is expected").format(most=_DEEPEST)
            hint = _("Put the item a level further out, or write it as a paragraph.")
            yield Problem(inner_path, "E226", message, hint)
        else:
            yield from _deep_parts(substep.substeps, inner_path, level=level + 1)
