"""The view of an order that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.area import Area
from esa_docs.model.committee import Committee
from esa_docs.model.document import Context, Document
from esa_docs.word.context.members import member_rows
from esa_docs.word.context.powers import cited_powers
from esa_docs.word.context.signing import (
    EMBLEM_CM,
    cited_date,
    draft_mark,
    issue_date,
    number_line,
    office_names,
    signature_of,
)
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing


def build_context(document: Document[Order], _area: Area) -> Context:
    """Give the template everything an order prints."""
    order, office = document.content, document.office
    numerals = document.numerals
    return {
        "office": office_names(office),
        "order": {
            "draft": draft_mark(order),
            "number": number_line(order),
            "subject": order.subject,
            "cause": list(order.cause),
            "power": _power(document),
            "earlier": list(_earlier(order, numerals)),
            "committees": [_committee(number, one, order) for number, one in enumerate(order.committees, 1)],
            "clauses": list(order.clauses),
            "effect": f"ทั้งนี้ {order.effect}" if order.effect else "",
            "date": issue_date(order, numerals),
        },
        "annexes": list(_annexes(order, numerals)),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, EMBLEM_CM, 0)],
        "signature": signature_of(order, office),
    }


def _power(document: Document[Order]) -> str:
    """Give the sentence that cites the powers and says what is ordered."""
    order = document.content
    powers = cited_powers(order.power, document.office)
    action = order.action or _action(order)
    return f"อาศัยอำนาจตามความใน{powers} {action}" if powers else action


def _action(order: Order) -> str:
    kinds = list(dict.fromkeys(committee.kind for committee in order.committees))
    return f"จึงแต่งตั้ง{'และ'.join(kinds)} ดังต่อไปนี้" if kinds else "จึงมีคำสั่ง ดังต่อไปนี้"


def _earlier(order: Order, numerals: thai.Numerals) -> Iterator[str]:
    for one in order.revokes:
        yield f"ให้ยกเลิก{_cited(one, numerals)}"
    if order.amends:
        yield f"ให้แก้ไขเพิ่มเติม{_cited(order.amends, numerals)}"


def _cited(earlier: EarlierOrder, numerals: thai.Numerals) -> str:
    year = thai.buddhist_year(earlier.date)
    date = thai.format_date(earlier.date, "long", numerals)
    return f"คำสั่ง ที่ {earlier.number}/{year} ลงวันที่ {date} เรื่อง {earlier.subject}"


def _committee(number: int, committee: Committee, order: Order) -> Context:
    several = len(order.committees) > 1
    label = f"{number}. " if several else ""
    prefix = f"{number}." if several else ""
    ending = "ตามบัญชีรายชื่อแนบท้ายคำสั่งนี้" if committee.annex else "ประกอบด้วย"
    return {
        "heading": f"{label}{committee.name} {ending}",
        "members": [] if committee.annex else member_rows(committee.members, prefix),
        "duties_heading": committee.duties_heading if committee.duties else "",
        "duties": list(_duties(committee.duties, closes=number == len(order.committees))),
    }


def _duties(duties: tuple[str, ...], *, closes: bool) -> Iterator[Context]:
    """Give the duties; the last of the last committee stays with the date and the signature below it."""
    for number, text in enumerate(duties, 1):
        label = f"({number}) " if len(duties) > 1 else ""
        yield {"label": label, "text": text, "closes": closes and number == len(duties)}


def _annexes(order: Order, numerals: thai.Numerals) -> Iterator[Context]:
    dated = cited_date(order, numerals)
    for committee in order.committees:
        if committee.annex:
            yield {"name": committee.name, "dated": dated, "members": member_rows(committee.members)}
