"""The flow chart of each work of a manual is sound: the rules of ``rules.flows``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esa_docs.kinds.manual.content import Manual
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.flows import check_flow, find_hidden_notes


def check_flows(manual: Manual, _office: Office) -> Iterator[Problem]:
    """Generate the problems of the flow charts of a manual."""
    for number, work in enumerate(manual.works):
        for problem in (*check_flow(work), *find_hidden_notes(work)):
            yield replace(problem, path=("works", number, *problem.path))
