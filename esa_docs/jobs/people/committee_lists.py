"""บัญชีรายชื่อฉบับรวม: the committees of an order as on a day, to look at and to print."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import Checked, ContentError, Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document
from esa_docs.jobs.people.doubtful_committees import refuse_doubtful_committees
from esa_docs.jobs.program_documents import make_file, program_document
from esa_docs.model.amended_kind import number_and_year
from esa_docs.model.area import Area
from esa_docs.model.base import Content
from esa_docs.model.committee_history import CommitteeHistory
from esa_docs.model.committee_list import CommitteeList
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.linked import Appointing
from esa_docs.model.people_on import people_on
from esa_docs.model.project import Project
from esa_docs.source.folders.files import path_label


def _view(document: Document[CommitteeList], area: Area) -> Context:
    from esa_docs.word.context.committee_list import build_context  # noqa: PLC0415 loads fonts and lxml

    return build_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.model.printed.program_forms import PrintedCommitteeList  # noqa: PLC0415 only templates need it

    return PrintedCommitteeList


COMMITTEE_LIST: Final = Form("committee-list", _view, printed=_printed)
"""How a list of the members of committees looks."""


def committee_list(
    project: Project, name: str, day: dt.date, year: int | None = None
) -> tuple[Document[Content], CommitteeList]:
    """Return an order, and its committees as on a day.

    Args:
        project: where the orders are; those of all years are looked at.
        name: name of the order.
        day: the day.
        year: fiscal year of the folder of the order; None for the newest.

    Returns:
        The order and the list, which is empty before the order is in force.

    Raises:
        ContentError: there is no such document (E407, E408), it has errors, it appoints no committees (E640),
            or it is revoked by then (E638).
    """
    document = find_document(project, name, year)
    history = _history(project, document)
    content: Any = document.content
    if not isinstance(content, Appointing) or history is None or not content.committees:
        raise ContentError([_no_order(project, document)])
    if history.is_revoked(day):
        raise ContentError([_revoked(document, history, day)])
    committees = people_on(history.committees_on(day), day) if history.has_begun(day) else ()
    members = CommitteeList(
        day,
        content.subject,
        content.number,
        content.date,
        history.amendments_on(day),
        committees,
        history.since,
    )
    return document, members


def _history(project: Project, document: Document[Content]) -> CommitteeHistory | None:
    """Return the committees of a document over time; None where documents of its kind are not amended."""
    amended_kind = project.amended_kinds.get(document.kind)
    return amended_kind.amended.history(document.content) if amended_kind else None


def make_committee_list(
    project: Project,
    order: Document[Content],
    members: CommitteeList,
    output: Path,
    *,
    today: dt.date,
    force: bool = False,
) -> Checked[dict[Path, bytes]]:
    """Make the Word file of a list.

    Args:
        project: the project of the order.
        order: the order.
        members: its committees.
        output: where the file goes.
        today: the day on which it is made.
        force: overwrite a file that somebody else made or edited.

    Returns:
        The bytes of the file; None where it must not be written.

    Raises:
        ContentError: an order that amends or revokes the order has errors (E641), the order or one that
            amends it was sent and says something else today (E456), another file is there (E418), office.yaml
            has errors, or the office's own template does not fit (E302 to E307).
        MachineError: the installation lacks the template (E301).
    """
    refuse_doubtful_committees(project, order)
    key = (f"committee-list-{order.name}", order.year)
    document = program_document(project, COMMITTEE_LIST, key, members.title, members, order.numerals)
    return make_file(document, output, today=today, force=force)


def _no_order(project: Project, document: Document[Content]) -> Diagnostic:
    message = _("an order that appoints committees is expected, found '{name}'").format(name=document.name)
    place = Location(path_label(document.sources[0]))
    amended_document = _amended_document(project, document)
    if amended_document is None:
        names = _names_of_appointing_orders(project, document.year)
        hint = nearest_hint(document.name, names, is_command=True)
    else:
        hint = _("It amends '{name}' of {year}: name that one.")
        hint = hint.format(name=amended_document.name, year=amended_document.year)
    return Diagnostic("E640", message, place, hint)


def _amended_document(project: Project, document: Document[Content]) -> Document[Content] | None:
    """Return the document with committees that a document amends; None where it is not in the project."""
    amended_kind = project.amended_kinds.get(document.kind)
    content: Any = document.content
    if amended_kind is None or not getattr(content, "is_issued", False):
        return None
    number = number_and_year(content.number, content.date)
    for other_document in project.documents:
        other_content: Any = other_document.content
        if other_document.kind == document.kind and other_content.committees:
            history = amended_kind.amended.history(other_content)
            orders = [amendment.order for amendment in history.amendments]
            if number in [number_and_year(order.number, order.date) for order in orders]:
                return other_document
    return None


def _names_of_appointing_orders(project: Project, year: int) -> list[str]:
    names: list[str] = []
    for document in project.documents:
        content = document.content
        if document.year == year and isinstance(content, Appointing) and content.committees:
            names.append(document.name)
    return names


def _revoked(document: Document[Content], history: CommitteeHistory, day: dt.date) -> Diagnostic:
    """Return the diagnostic of an order that is revoked.

    Raises:
        ValueError: the order is not revoked.
    """
    revocation = history.revocation
    if revocation is None:
        raise ValueError("the order is not revoked")
    message = _("this order is revoked from {since} on, by order no. {number} of {date}")
    order = revocation.order
    text = message.format(
        since=thai.format_date(revocation.since, "long", "arabic"),
        number=f"{order.number}/{thai.buddhist_year(order.date)}",
        date=thai.format_date(order.date, "long", "arabic"),
    )
    hint = _("Ask with --date for a day before it; on {day} the order has no committee.")
    day_text = thai.format_date(day, "long", "arabic")
    return Diagnostic("E638", text, Location(path_label(document.sources[0])), hint.format(day=day_text))
