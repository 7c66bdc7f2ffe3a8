"""รายงานการประชุม: a meeting, its minutes and its papers (ระเบียบงานสารบรรณ ข้อ 25)."""

from __future__ import annotations

from typing import Any, Final

from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.minutes.copies import papers_of
from esa_docs.kinds.minutes.example import EXAMPLES
from esa_docs.kinds.minutes.missing import missing_in_minutes
from esa_docs.kinds.minutes.people import roles_by_keys, roles_by_order
from esa_docs.kinds.minutes.rules import check_meeting
from esa_docs.model.abilities import PeopleRoles
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Form
from esa_docs.model.kind import Kind


def _view(document: Document[Minutes], area: Area) -> Context:
    # Loaded when something is printed: a check needs neither fonts nor lxml.
    from esa_docs.kinds.minutes.view import build_context

    return build_context(document, area)


def _agenda(document: Document[Minutes], area: Area) -> Context:
    from esa_docs.kinds.minutes.view_papers import build_agenda_context

    return build_agenda_context(document, area)


def _sign_in(document: Document[Minutes], area: Area) -> Context:
    from esa_docs.kinds.minutes.view_papers import build_sign_in_context

    return build_sign_in_context(document, area)


def _printed() -> type[Any]:
    from esa_docs.kinds.minutes.printed import Printed

    return Printed


def _printed_agenda() -> type[Any]:
    from esa_docs.kinds.minutes.printed import PrintedAgenda

    return PrintedAgenda


def _printed_sign_in() -> type[Any]:
    from esa_docs.kinds.minutes.printed import PrintedSignIn

    return PrintedSignIn


def _title(minutes: Minutes) -> str:
    return minutes.title


def _agenda_title(document: Document[Minutes]) -> str:
    return f"ระเบียบวาระ{document.content.meeting_title}"


def _sign_in_title(document: Document[Minutes]) -> str:
    return f"ใบลงทะเบียนผู้เข้าร่วม{document.content.meeting_title}"


_FORMS: Final = (
    Form("minutes", _view, printed=_printed),
    Form("agenda", _agenda, _agenda_title, printed=_printed_agenda),
    Form("sign-in", _sign_in, _sign_in_title, printed=_printed_sign_in),
)


def _copies(document: Document[Minutes]) -> tuple[Document[Minutes], ...]:
    forms = {form.name: form for form in _FORMS}
    return papers_of(document, forms)


KIND: Final = Kind(
    name="minutes",
    thai_name="รายงานการประชุม",
    content=Minutes,
    title=_title,
    forms=_FORMS,
    rules=(check_meeting,),
    missing=missing_in_minutes,
    examples=EXAMPLES,
    copies=_copies,
    people=PeopleRoles(roles_by_keys, roles_by_order),
)
