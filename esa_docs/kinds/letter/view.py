"""The view of a letter that its template prints: once for each recipient."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs import thai
from esa_docs.kinds.correspondence.view import (
    INVITING_CLOSING,
    coded_number,
    invitation,
    long_date,
    owner_contact,
    owner_name,
)
from esa_docs.kinds.letter.content import Letter, Reference
from esa_docs.kinds.letter.salutations import salutation_for
from esa_docs.model.area import Area
from esa_docs.model.attachment import Attachment
from esa_docs.model.document import Context, Document
from esa_docs.model.office import Office
from esa_docs.word.context.signing import EMBLEM_CM, draft_mark, office_names, signature_of
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing

USUAL_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"
_BLANK_DATE = " " * 40


def build_context(document: Document[Letter], _area: Area) -> Context:
    """Give the template everything a letter prints, for each of its recipients."""
    letter, office = document.content, document.office
    addressees = [one.to for one in letter.addressees]
    shared = _shared(letter, office)
    return {
        "office": {**office_names(office), "address": list(office.address)},
        "marks": {"draft": draft_mark(letter), "secrecy": letter.secrecy or ""},
        "letters": [
            {**shared, **_of_addressee(letter, to, office), "emblem": drawing_mark(number)}
            for number, to in enumerate(addressees)
        ],
        "signature": signature_of(letter, office),
        "drawings": [emblem_drawing(document, EMBLEM_CM, number) for number in range(len(addressees))],
    }


def _shared(letter: Letter, office: Office) -> Context:
    """Give what is the same for all recipients."""
    return {
        "speed": letter.speed or "",
        "number": coded_number(letter, office),
        "date": long_date(letter) or _BLANK_DATE,
        "subject": letter.subject,
        "refers": list(_references(letter.refers)),
        "attachments": list(_attachments(letter.attachments)),
        "text": [*_invited(letter, office), *letter.text],
        "closing": letter.closing or (INVITING_CLOSING if letter.invites else USUAL_CLOSING),
        "foot": list(_foot(letter, office)),
        "copies": list(letter.copies),
    }


def _of_addressee(letter: Letter, to: str, office: Office) -> Context:
    salutation, respects = salutation_for(letter, to, office)
    return {"to": to, "salutation": salutation, "respects": respects}


def _references(refers: tuple[Reference, ...]) -> Iterator[str]:
    """Give the letters referred to; a number stays on one line."""
    for number, one in enumerate(refers, 1):
        date = thai.format_date(one.date, "long", "arabic")
        which = f"ที่ {one.number}".replace(" ", thai.NO_BREAK_SPACE)
        yield f"{_label(number, refers)}{one.text} {which} ลงวันที่ {date}"


def _label(number: int, among: tuple[object, ...]) -> str:
    return f"{number}. " if len(among) > 1 else ""


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[Context]:
    for number, one in enumerate(attachments, 1):
        yield {
            "label": "สิ่งที่ส่งมาด้วย" if number == 1 else "",
            "number": _label(number, attachments).strip(),
            "text": one.text,
            "count": f"จำนวน {one.count} {one.unit}",
        }


def _invited(letter: Letter, office: Office) -> Iterator[str]:
    if letter.invites:
        yield invitation(letter.invites.content, office)


def _foot(letter: Letter, office: Office) -> Iterator[str]:
    """Give the unit it comes from and how to reach it, line by line."""
    contact = owner_contact(letter, office)
    if name := owner_name(letter, office):
        yield name
    for label, value in (
        ("โทร.", contact.phone),
        ("โทรสาร", contact.fax),
        ("ไปรษณีย์อิเล็กทรอนิกส์", contact.email),
    ):
        if value:
            yield f"{label} {value}"
