"""The view of a memo that its template prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from esa_docs.kinds.correspondence.view import (
    INVITING_CLOSING,
    attachment_text,
    coded_number,
    invitation,
    long_date,
    owner_contact,
    owner_name,
)
from esa_docs.kinds.memo.content import Memo
from esa_docs.model.area import Area
from esa_docs.model.attachment import Attachment
from esa_docs.model.document import Context, Document
from esa_docs.model.linked import Proposable
from esa_docs.model.office import Office
from esa_docs.word.context.powers import cited_powers
from esa_docs.word.context.signing import draft_mark, signature_of
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing

MEMO_EMBLEM_CM: Final = 1.5
"""Height of the emblem on memos, in centimetres (คำอธิบายการพิมพ์หนังสือราชการ 2553)."""

_CLOSING: Final = "จึงเรียนมาเพื่อโปรดพิจารณา"
_PROPOSING_CLOSING: Final = f"{_CLOSING} หากเห็นชอบโปรดลงนามในคำสั่งที่แนบมาพร้อมนี้"


def build_context(document: Document[Memo], _area: Area) -> Context:
    """Give the template everything a memo prints."""
    memo, office = document.content, document.office
    return {
        "memo": {
            "draft": draft_mark(memo),
            "secrecy": memo.secrecy or "",
            "speed": memo.speed or "",
            "unit": _unit(memo, office),
            "number": coded_number(memo, office).rstrip(),
            "date": long_date(memo),
            "subject": memo.subject,
            "to": memo.to or (office.director.post if office.director else ""),
            "text": [] if memo.is_long else _text(memo, office),
            "parts": list(_parts(memo, office)) if memo.is_long else [],
            "attached": _attached(memo.attachments or _usual_attachments(memo)),
            "closing": memo.closing or _closing(memo),
            "opinions": list(memo.opinions),
        },
        "signature": signature_of(memo, office),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, MEMO_EMBLEM_CM, 0)],
    }


def _unit(memo: Memo, office: Office) -> str:
    """Give ส่วนราชการ: the unit and the office it belongs to, with the telephone number."""
    name = owner_name(memo, office)
    where = f"{name} {office.short_name}" if name else office.name
    phone = owner_contact(memo, office).phone
    return f"{where} โทร. {phone}" if phone else where


def _text(memo: Memo, office: Office) -> list[str]:
    """Give the paragraphs of the short form; what the memo leaves out comes from what it is about."""
    if memo.text:
        return list(memo.text)
    if memo.invites:
        return [invitation(memo.invites.content, office)]
    return [*memo.proposes.content.cause, _proposed(memo.proposes.content, office)] if memo.proposes else []


def _proposed(order: Proposable, office: Office) -> str:
    """Give the sentence that proposes an order with the powers it cites."""
    powers = cited_powers(order.power, office)
    resting = f" โดยอาศัยอำนาจตามความใน{powers}" if powers else ""
    return f"ในการนี้ เห็นควรออกคำสั่ง{office.name} เรื่อง {order.subject}{resting}"


def _parts(memo: Memo, office: Office) -> Iterator[Context]:
    """Give the headings of the long form with their paragraphs, numbered where there are several."""
    order = memo.proposes.content if memo.proposes else None
    powers = cited_powers(order.power, office) if order else ""
    headed: tuple[tuple[str, Sequence[str]], ...] = (
        ("เรื่องเดิม", memo.background or (order.cause if order else ())),
        ("ข้อเท็จจริง", memo.facts),
        ("ข้อกฎหมาย", memo.law or ((powers,) if powers else ())),
        ("ข้อพิจารณา", memo.considerations),
        ("ข้อเสนอ", memo.proposal),
    )
    for heading, paragraphs in headed:
        if paragraphs:
            yield {"heading": heading, "paragraphs": _numbered(paragraphs)}


def _numbered(paragraphs: Sequence[str]) -> list[str]:
    if len(paragraphs) == 1:
        return list(paragraphs)
    return [f"{number}. {text}" for number, text in enumerate(paragraphs, 1)]


def _attached(attachments: Sequence[Attachment]) -> str:
    """Give the sentence that tells what goes with the memo: a memo has no line for it in its head."""
    texts = [attachment_text(one) for one in attachments]
    if not texts:
        return ""
    listed = f"{' '.join(texts[:-1])} และ{texts[-1]}" if len(texts) > 1 else texts[0]
    return f"พร้อมนี้ได้แนบ{listed} มาด้วยแล้ว"


def _usual_attachments(memo: Memo) -> Sequence[Attachment]:
    if memo.proposes:
        return tuple(_drafts(memo.proposes.content))
    if memo.invites and memo.invites.content.has_agenda:
        return (Attachment(text="ระเบียบวาระการประชุม"),)
    return ()


def _drafts(order: Proposable) -> Iterator[Attachment]:
    """Give what is put before the director: the draft order and the lists of members that it annexes."""
    yield Attachment(text="ร่างคำสั่ง")
    annexes = sum(committee.annex for committee in order.committees)
    if annexes:
        yield Attachment(text="บัญชีรายชื่อแนบท้ายคำสั่ง", count=annexes, unit="ชุด")


def _closing(memo: Memo) -> str:
    if memo.proposes:
        return _PROPOSING_CLOSING
    return INVITING_CLOSING if memo.invites else _CLOSING
