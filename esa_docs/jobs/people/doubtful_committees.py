"""Committees that nobody can be sure of: an order concerns them that has errors, or says what was not sent.

E641 an order that amends or revokes another has errors · E456 an order says something else than its last kept
version, or the roster gives other names · E457 the content file of an order is gone, or has another number or
date than was kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.kept.comparing import other_words
from esa_docs.jobs.kept.frozen import without_content
from esa_docs.jobs.people.citing_papers import citing_keys, is_given_up
from esa_docs.jobs.people.other_names import other_names
from esa_docs.model.amended_kind import number_and_year
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.history import History
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.compared_records import differing_papers

_OTHER_WORDS: Final = "E456"


def committee_doubts(project: Project, order: Document[Content]) -> tuple[Diagnostic, ...]:
    """Return why the committees of an order may be others than the content says; empty where they are sure.

    Args:
        project: the project of the order.
        order: the order.
    """
    diagnostics = list(_faulty_amendments(project, order))
    for document in _order_and_amendments(project, order):
        diagnostics += other_names(project, document)
    for _key, doubt in _other_than_kept(project, order):
        diagnostics.append(doubt)
    return tuple(diagnostics)


def refuse_doubtful_committees(project: Project, order: Document[Content]) -> None:
    """Refuse to print the committees of an order that nobody can be sure of.

    Of an order that was not sent, only a warning (`committee_doubts`) tells that its content has changed; so
    it is of names that the roster has changed since.

    Raises:
        ContentError: an order that amends or revokes it has errors (E641), it or one that concerns it was
            sent and says something else (E456), or the content of a kept one is gone or has another number or
            date (E457, E460).
    """
    diagnostics = list(_faulty_amendments(project, order))
    for key, doubt in _other_than_kept(project, order):
        is_sent = project.histories.get(key, History()).is_sent
        if is_sent or doubt.code != _OTHER_WORDS:
            diagnostics.append(replace(doubt, severity=Severity.ERROR))
    if diagnostics:
        raise ContentError(diagnostics)


def _other_than_kept(project: Project, order: Document[Content]) -> Iterator[tuple[str, Diagnostic]]:
    """Generate why an order, and each that concerns it, is not what was kept, with ``year/name`` of that one.

    Of orders with errors `_faulty_amendments` tells.
    """
    differing = differing_papers(project.register, project.histories)
    documents = {document.key: document for document in project.documents}
    keys = [document.key for document in _order_and_amendments(project, order)]
    for key in dict.fromkeys([*keys, *citing_keys(project, order)]):
        if key in differing:
            yield key, differing[key]
            continue
        if key in documents:
            doubts = other_words(project, documents[key])
        else:
            doubts = _of_gone_content(project, key)
        for doubt in doubts:
            yield key, doubt


def _of_gone_content(project: Project, key: str) -> tuple[Diagnostic, ...]:
    """Return the warning that the content file of a kept order is gone; none of one that was cancelled."""
    if key in project.faulty or is_given_up(project, key):
        return ()
    diagnostics = without_content(project, key).diagnostics
    return tuple(replace(diagnostic, severity=Severity.WARNING) for diagnostic in diagnostics)


def _faulty_amendments(project: Project, order: Document[Content]) -> Iterator[Diagnostic]:
    """Generate the errors of each order that amends or revokes an order, after a word on what follows."""
    keys = [key for key in citing_keys(project, order) if key in project.faulty]
    amended_kind = project.amended_kinds.get(order.kind)
    if amended_kind is not None:
        keys += amended_kind.faulty_amendments(order.content)
    for key in dict.fromkeys(keys):
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
