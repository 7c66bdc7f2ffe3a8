"""The view of a memo that its template prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from esa_docs.kinds.correspondence.view import (
    INVITING_CLOSING,
    attachment_text,
    coded_number,
    foot_codes,
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
from esa_docs.model.prose.blocks import Block, Paragraphs
from esa_docs.model.prose.paragraph_texts import numbered_paragraphs
from esa_docs.model.prose.prose import Prose
from esa_docs.word.context.powers import cited_powers
from esa_docs.word.context.signing import draft_mark, signature_of
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing

MEMO_EMBLEM_CM: Final = 1.5
"""Height of the emblem on memos, in centimetres (คำอธิบายการพิมพ์หนังสือราชการ 2553)."""

_CLOSING: Final = "จึงเรียนมาเพื่อโปรดพิจารณา"
_PROPOSING_CLOSING: Final = f"{_CLOSING} หากเห็นชอบโปรดลงนามในคำสั่งที่แนบมาพร้อมนี้"


def build_context(document: Document[Memo], _area: Area) -> Context:
    """Return everything that the template of a memo prints."""
    memo, office = document.content, document.office
    attachments = memo.attachments or _usual_attachments(memo)
    return {
        "memo": {
            "draft": draft_mark(document),
            "secrecy": memo.secrecy or "",
            "speed": memo.speed or "",
            "unit": _unit(memo, office),
            "number": _number(document),
            "date": long_date(memo),
            "subject": memo.subject,
            "to": _addressee(memo, office),
            "text": _text(memo, office),
            "parts": list(_parts(memo, office)),
            "attached": _attachment_sentence(attachments),
            "closing": memo.closing or _usual_closing(memo),
            "opinions": list(memo.opinions),
        },
        "signature": _signature(memo, office),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, MEMO_EMBLEM_CM, 0)],
    }


def _signature(memo: Memo, office: Office) -> Context:
    """Return the lines of the signature, and behind them the QR codes of what goes with the memo.

    A memo has no lines at its foot. Every template prints those of the signature, each in a paragraph of its
    own, and below them stands at most the room for the words of superiors.
    """
    signature = signature_of(memo, office)
    lines = cast("Sequence[str]", signature["lines"])
    return {**signature, "lines": [*lines, *foot_codes(memo)]}


def _number(document: Document[Memo]) -> str:
    """Return code and number; empty where the office gives memos no number.

    The form's word ที่ and its dotted line stand there in any case (แบบที่ 2 of the regulation).
    """
    is_without_number = document.office.numbering.get(document.kind) == "none"
    # A memo that was kept before the office gave up numbers keeps its own.
    if is_without_number and document.content.number is None:
        return ""
    # The dotted line behind the number stands in the place of a missing one, not blanks as in letters.
    return coded_number(document.content, document.office).rstrip()


def _unit(memo: Memo, office: Office) -> str:
    """Return ส่วนราชการ: the unit and the office it belongs to, with the telephone number."""
    name = owner_name(memo, office)
    unit = f"{name} {office.short_name}" if name else office.name
    phone = owner_contact(memo, office).phone
    return f"{unit} โทร. {phone}" if phone else unit


def _addressee(memo: Memo, office: Office) -> str:
    if memo.to:
        return memo.to
    return office.director.post if office.director else ""


def _text(memo: Memo, office: Office) -> list[str | Block]:
    """Return the paragraphs of the short form; empty for the long form.

    A memo without paragraphs of its own has those of the document that it is about.
    """
    if memo.is_long:
        return []
    if memo.text:
        return list(memo.text)
    if memo.invites:
        return [invitation(memo.invites.content, office)]
    if memo.proposes:
        order = memo.proposes.content
        return [*order.cause, _proposal_of(order, office)]
    return []


def _proposal_of(order: Proposable, office: Office) -> str:
    """Return the sentence that proposes an order with the powers it cites."""
    sentence = f"ในการนี้ เห็นควรออกคำสั่ง{office.name} เรื่อง {order.subject}"
    powers = cited_powers(order.power, office)
    if not powers:
        return sentence
    return f"{sentence} โดยอาศัยอำนาจตามความใน{powers}"


def _parts(memo: Memo, office: Office) -> Iterator[Context]:
    """Generate the headings of the long form that have paragraphs; none for the short form."""
    if not memo.is_long:
        return
    parts = {
        "เรื่องเดิม": _background(memo),
        "ข้อเท็จจริง": memo.facts,
        "ข้อกฎหมาย": _law(memo, office),
        "ข้อพิจารณา": memo.considerations,
        "ข้อเสนอ": memo.proposal,
    }
    for heading, paragraphs in parts.items():
        if paragraphs:
            yield {"heading": heading, "paragraphs": numbered_paragraphs(paragraphs)}


def _background(memo: Memo) -> Paragraphs:
    if memo.background or memo.proposes is None:
        return memo.background
    return memo.proposes.content.cause


def _law(memo: Memo, office: Office) -> Paragraphs:
    if memo.law or memo.proposes is None:
        return memo.law
    powers = cited_powers(memo.proposes.content.power, office)
    return (Prose(powers),) if powers else ()


def _attachment_sentence(attachments: Sequence[Attachment]) -> str:
    """Return the sentence that names what goes with the memo; empty where nothing does.

    A memo has no line for it in its head, as letters have.
    """
    texts = [attachment_text(attachment) for attachment in attachments]
    if not texts:
        return ""
    words = texts[-1]
    if len(texts) > 1:
        words_before = " ".join(texts[:-1])
        words = f"{words_before} และ{words}"
    return f"พร้อมนี้ได้แนบ{words} มาด้วยแล้ว"


def _usual_attachments(memo: Memo) -> tuple[Attachment, ...]:
    """Return what goes with a memo that has no attachments of its own."""
    if memo.proposes:
        return tuple(_papers_to_sign(memo.proposes.content))
    if memo.invites and memo.invites.content.has_agenda:
        return (Attachment(text="ระเบียบวาระการประชุม"),)
    return ()


def _papers_to_sign(order: Proposable) -> Iterator[Attachment]:
    """Generate what the director has to sign: the draft order and the lists of members that it annexes."""
    yield Attachment(text="ร่างคำสั่ง")
    annexed_committees = [committee for committee in order.committees if committee.annex]
    if annexed_committees:
        count = len(annexed_committees)
        yield Attachment(text="บัญชีรายชื่อแนบท้ายคำสั่ง", count=count, unit="ชุด")


def _usual_closing(memo: Memo) -> str:
    if memo.proposes:
        return _PROPOSING_CLOSING
    return INVITING_CLOSING if memo.invites else _CLOSING
