"""Committees that nobody can be sure of: an order concerns them that has errors, or says what was not sent.

E641 an order that amends or revokes another has errors · E456 an order says something else than its last kept
version.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.kept.comparing import other_words
from esa_docs.model.amended_kind import number_and_year
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.project import Project
from esa_docs.source.files import path_label


def committee_doubts(project: Project, order: Document[Content]) -> tuple[Diagnostic, ...]:
    """Return why the committees of an order may be others than the content says; empty where they are sure.

    Args:
        project: the project of the order.
        order: the order.
    """
    diagnostics = list(_faulty_amendments(project, order))
    for document in _order_and_amendments(project, order):
        diagnostics += other_words(project, document)
    return tuple(diagnostics)


def refuse_doubtful_committees(project: Project, order: Document[Content]) -> None:
    """Refuse to print the committees of an order that nobody can be sure of.

    Of an order that was not sent, only a warning (`committee_doubts`) tells that its content has changed.

    Raises:
        ContentError: an order that amends or revokes it has errors (E641), or it or one that amends it was
            sent, and its content says something else (E456).
    """
    diagnostics = list(_faulty_amendments(project, order))
    for document in _order_and_amendments(project, order):
        if project.histories.get(document.key, History()).is_sent:
            diagnostics += [
                replace(difference, severity=Severity.ERROR) for difference in other_words(project, document)
            ]
    if diagnostics:
        raise ContentError(diagnostics)


def _faulty_amendments(project: Project, order: Document[Content]) -> Iterator[Diagnostic]:
    """Generate the errors of each order that amends or revokes an order, after a word on what follows."""
    amended_kind = project.amended_kinds.get(order.kind)
    if amended_kind is None:
        return
    for key in amended_kind.faulty_amendments(order.content):
        message = _("'{name}' amends or revokes this order and has errors: the committees may be others")
        place = Location(path_label(order.sources[0]))
        yield Diagnostic("E641", message.format(name=key), place, _("Mend that document first."))
        yield from project.errors.get(key, ())


def _order_and_amendments(project: Project, order: Document[Content]) -> Iterator[Document[Content]]:
    """Generate an order and the orders that amend it."""
    yield order
    amended_kind = project.amended_kinds.get(order.kind)
    if amended_kind is None:
        return
    history = amended_kind.amended.history(order.content)
    orders = [amendment.order for amendment in history.amendments]
    numbers = {number_and_year(cited_order.number, cited_order.date) for cited_order in orders}
    for document in project.documents:
        content: Any = document.content
        is_issued_order = document.kind == order.kind and content.is_issued
        if is_issued_order and number_and_year(content.number, content.date) in numbers:
            yield document
