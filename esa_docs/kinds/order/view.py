"""The view of an order that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.order.content import EarlierOrder, Order
from esa_docs.model.area import Area
from esa_docs.model.committee import Committee, Member
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.passage import labelled
from esa_docs.model.prose.prose import with_words
from esa_docs.model.title_lines import title_in_lines
from esa_docs.word.context.members import member_rows, name_and_post
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
    """Return everything that the template of an order prints."""
    order, office = document.content, document.office
    numerals = document.numerals
    effect = f"ทั้งนี้ {order.effect}" if order.effect else ""
    return {
        "office": office_names(office),
        "order": {
            "draft": draft_mark(document),
            "number": number_line(order),
            "subject": title_in_lines(order.title_lines, order.subject),
            "cause": list(order.cause),
            "power": _power(document),
            "earlier": list(_earlier_orders(order, numerals)),
            "committees": list(_committees(order)),
            "clauses": [*_changes(order), *order.clauses],
            "effect": effect,
            "date": issue_date(order, numerals),
        },
        "annexes": list(_annexes(order, numerals)),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, EMBLEM_CM, 0)],
        "signature": signature_of(order, office),
    }


def _power(document: Document[Order]) -> str:
    """Return the sentence that cites the powers and says what is ordered."""
    order = document.content
    action = order.action or _usual_action(order)
    powers = cited_powers(order.power, document.office)
    if not powers:
        return action
    return with_words(action, before=f"อาศัยอำนาจตามความใน{powers} ")


def _usual_action(order: Order) -> str:
    kinds = dict.fromkeys(committee.kind for committee in order.committees)
    if not kinds:
        return "จึงมีคำสั่ง ดังต่อไปนี้"
    kind_words = "และ".join(kinds)
    return f"จึงแต่งตั้ง{kind_words} ดังต่อไปนี้"


def _earlier_orders(order: Order, numerals: thai.Numerals) -> Iterator[str]:
    """Generate the sentences that revoke or amend earlier orders."""
    for revoked_order in order.revokes:
        yield f"ให้ยกเลิก{_citation(revoked_order, numerals)}"
    if order.amends:
        yield f"ให้แก้ไขเพิ่มเติม{_citation(order.amends, numerals)}"


def _citation(earlier_order: EarlierOrder, numerals: thai.Numerals) -> str:
    year = thai.buddhist_year(earlier_order.date)
    date = thai.format_date(earlier_order.date, "long", numerals)
    return f"คำสั่ง ที่ {earlier_order.number}/{year} ลงวันที่ {date} เรื่อง {earlier_order.subject}"


def _changes(order: Order) -> Iterator[str]:
    """Generate the sentences that say who leaves the committees of the amended order and who joins them."""
    for change in order.changes:
        for leaver in change.leave:
            role = leaver.role or "กรรมการ"
            yield f"ให้{leaver.words} พ้นจากการเป็น{_role_in(role, change.committee)}"
        for member, leaver_index in change.joining():
            manner = "เพิ่มเติม"
            if leaver_index is not None:
                manner = f"แทน{change.leave[leaver_index].words}"
            role = _role_in(member.role, change.committee)
            words_before = f"ให้{_name_with_post(member)} เป็น{role}"
            yield with_words(_in_brackets(member.note), words_before, f" {manner}")


def _role_in(role: str, committee: str | None) -> str:
    return f"{role} ใน{committee}" if committee else role


def _in_brackets(note: str | None) -> str:
    """Return what a member answers for as it stands in a sentence; empty for nothing."""
    return with_words(note, " (", ")") if note else ""


def _name_with_post(member: Member) -> str:
    name, post = name_and_post(member)
    return f"{name} ตำแหน่ง{post}" if post else name


def _committees(order: Order) -> Iterator[Context]:
    count = len(order.committees)
    for number, committee in enumerate(order.committees, 1):
        label = f"{number}." if count > 1 else ""
        yield _committee(committee, label, is_last=number == count)


def _committee(committee: Committee, label: str, *, is_last: bool) -> Context:
    """Return a committee as its order prints it. A committee with an annex has its members there.

    Args:
        committee: the committee.
        label: its number, such as ``2.``. Empty for the only committee of an order.
        is_last: whether it is the last of its order.
    """
    name = f"{label} {committee.name}" if label else committee.name
    if committee.annex:
        heading = f"{name} ตามบัญชีรายชื่อแนบท้ายคำสั่งนี้"
        members = []
    else:
        heading = f"{name} ประกอบด้วย"
        members = member_rows(committee.members, label)
    duties_heading = committee.duties_heading if committee.duties else ""
    return {
        "heading": heading,
        "members": members,
        "duties_heading": duties_heading,
        "duties": list(_duties(committee.duties, are_last=is_last)),
    }


def _duties(duties: Paragraphs, *, are_last: bool) -> Iterator[Context]:
    """Generate the duties of a committee.

    The last duty of the last committee closes the text: Word keeps it with the date and the signature below.
    """
    count = len(duties)
    for place, (label, duty) in enumerate(labelled(duties, "({}) "), 1):
        closes = are_last and place == count
        yield {"label": label, "text": duty, "closes": closes}


def _annexes(order: Order, numerals: thai.Numerals) -> Iterator[Context]:
    date = cited_date(order, numerals)
    for committee in order.committees:
        if committee.annex:
            yield {"name": committee.name, "dated": date, "members": member_rows(committee.members)}
