"""Orders with blocks among their clauses, written into a small project and printed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.diagnostics import Checked
from esa_docs.model.project import Project

TODAY = dt.date(2026, 9, 16)
_HEAD = """\
kind: order
subject: จัดสรรงบประมาณ
cause: [ด้วยสำนักงานจะจัดสรรงบประมาณ]
action: จึงจัดสรรงบประมาณ ดังต่อไปนี้
clauses:
"""
FIRST_LINE = _HEAD.count("\n") + 1
"""The line of the first clause in the file of an order."""


def project_of(root: Path, clauses: str, *, content: int = 2) -> Project:
    """Write a project with one order and return it as it is loaded.

    Args:
        root: an empty folder.
        clauses: YAML of its clauses, without indentation.
        content: version of its content.
    """
    put(root, "office.yaml", f"content: {content}\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/order.yaml", _HEAD + clauses)
    return api.load(root)


def printed_order(root: Path, clauses: str) -> Checked[bytes]:
    """Return the Word file of an order with these clauses, and what is wrong with it."""
    project = project_of(root, clauses)
    return api.render_checked(api.find(project, "order"), today=TODAY)


def faults_of(root: Path, clauses: str, *, content: int = 2) -> list[tuple[str, int, int]]:
    """Return code, line below the key of the clauses (from 1) and column of each error in an order."""
    faults = []
    for diagnostic in api.check(project_of(root, clauses, content=content)):
        if diagnostic.severity == "error":
            location = diagnostic.location
            faults.append((diagnostic.code, location.line - FIRST_LINE + 1, location.column))
    return faults
