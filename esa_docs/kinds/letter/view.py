"""The view of a letter that its template prints: once for each recipient."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from esa_docs import thai
from esa_docs.kinds.correspondence.view import (
    INVITING_CLOSING,
    coded_number,
    foot_codes,
    invitation,
    long_date,
    owner_contact,
    owner_name,
)
from esa_docs.kinds.letter.content import Letter, Reference
from esa_docs.kinds.letter.filling import letters_by_addressee
from esa_docs.kinds.letter.salutations import addressed, salutation_for
from esa_docs.model.area import Area
from esa_docs.model.attachment import Attachment
from esa_docs.model.captions_apart import apart
from esa_docs.model.document import Context, Document
from esa_docs.model.meanings import written_in
from esa_docs.model.office import Office
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.numbered_blocks import NumberedBlock, numbered_captions
from esa_docs.model.prose.prose import Note, Prose
from esa_docs.model.qr_codes import CodeRow
from esa_docs.word.context.signing import EMBLEM_CM, draft_mark, office_names, signature_of
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing
from esa_docs.word.notes_by_section import NOTES_BY_SECTION

USUAL_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"
_BLANK_DATE = " " * 40
"""What stands in the place of a date that is not known yet."""


def build_context(document: Document[Letter], _area: Area) -> Context:
    """Return everything that the template of a letter prints, for each of its recipients."""
    letter, office = document.content, document.office
    shared_values = _shared_values(letter, office)
    letters = []
    drawings = []
    # A drawing for each letter: ids of drawings stand once in a Word file.
    for number, (addressee, filled_letter) in enumerate(letters_by_addressee(letter)):
        values = _values_of_addressee(letter, addressee.to, office)
        prose = _prose_of(filled_letter, office, number)
        letters.append({**shared_values, **prose, **values, "emblem": drawing_mark(number)})
        drawings.append(emblem_drawing(document, EMBLEM_CM, number))
    context: Context = {
        "office": {**office_names(office), "address": list(office.address)},
        "marks": {"draft": draft_mark(document), "secrecy": letter.secrecy or ""},
        "letters": letters,
        "signature": signature_of(letter, office),
        "drawings": drawings,
    }
    if len(letters) > 1 and _has_notes(letter):
        context[NOTES_BY_SECTION] = ""
    return context


def _has_notes(letter: Letter) -> bool:
    """Return whether a text of a letter has a note."""
    for written in written_in((letter.text, letter.closing)):
        text = written.value
        if isinstance(text, Prose) and any(isinstance(span.mark, Note) for span in text.spans):
            return True
    return False


def _shared_values(letter: Letter, office: Office) -> Context:
    """Return what is the same for all recipients."""
    date = long_date(letter)
    return {
        "speed": letter.speed or "",
        "number": coded_number(letter, office),
        "date": date or _BLANK_DATE,
        "subject": letter.subject,
        "refers": list(_references(letter.refers)),
        "attachments": list(_attachments(letter.attachments)),
        "foot": list(_foot(letter, office)),
        "copies": list(letter.copies),
    }


def _prose_of(letter: Letter, office: Office, number: int) -> Context:
    """Return what the fields of a letter may make another for each recipient.

    Args:
        letter: the letter as the recipient gets it.
        office: the office.
        number: how many letters stand before it in the file; captions count anew in each.
    """
    text: list[str | Block | NumberedBlock] = [*letter.text]
    closing = _closing(letter)
    if number and any(isinstance(paragraph, Block) for paragraph in letter.text):
        paragraphs, closing = apart((letter.text, closing), number)
        text = [*numbered_captions(paragraphs, count(1), count(1))]
    if letter.invites is not None:
        text.insert(0, invitation(letter.invites.content, office))
    return {"text": text, "closing": closing}


def _closing(letter: Letter) -> str:
    if letter.closing:
        return letter.closing
    return INVITING_CLOSING if letter.invites else USUAL_CLOSING


def _values_of_addressee(letter: Letter, to: str, office: Office) -> Context:
    typed_salutation, name = addressed(letter, to, office)
    salutation, respects = salutation_for(letter, name, office, typed_salutation)
    return {"to": name, "salutation": salutation, "respects": respects}


def _references(references: tuple[Reference, ...]) -> Iterator[str]:
    """Generate the letters referred to, numbered where there are several."""
    for number, reference in enumerate(references, 1):
        label = f"{number}. " if len(references) > 1 else ""
        # At a plain space Word might break the line inside the number.
        letter_number = f"ที่ {reference.number}".replace(" ", thai.NO_BREAK_SPACE)
        date = thai.format_date(reference.date, "long", "arabic")
        yield f"{label}{reference.text} {letter_number} ลงวันที่ {date}"


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[Context]:
    """Generate the attachments, numbered where there are several. The heading stands before the first."""
    for number, attachment in enumerate(attachments, 1):
        heading = "สิ่งที่ส่งมาด้วย" if number == 1 else ""
        number_label = f"{number}." if len(attachments) > 1 else ""
        count = f"จำนวน {attachment.count} {attachment.unit}"
        yield {"label": heading, "number": number_label, "text": attachment.text, "count": count}


def _foot(letter: Letter, office: Office) -> Iterator[str | CodeRow]:
    """Generate the lines with the unit it comes from and how to reach it, then a row of QR codes.

    Every template prints these lines, each in a paragraph of its own, at the foot of each letter: so the
    codes stand there in a template of the office too. The place is usual, and not verified.
    """
    name = owner_name(letter, office)
    if name:
        yield name
    contact = owner_contact(letter, office)
    if contact.phone:
        yield f"โทร. {contact.phone}"
    if contact.fax:
        yield f"โทรสาร {contact.fax}"
    if contact.email:
        yield f"ไปรษณีย์อิเล็กทรอนิกส์ {contact.email}"
    yield from foot_codes(letter)
