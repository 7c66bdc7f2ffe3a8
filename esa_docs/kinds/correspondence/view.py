"""What memos and letters share on paper: number, owner, attachments, the text of an invitation."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.kinds.correspondence.content import Correspondence
from esa_docs.model.attachment import Attachment
from esa_docs.model.linked import Meeting
from esa_docs.model.numbering import code_of_unit, group_of
from esa_docs.model.office import Contact, Office
from esa_docs.model.paper_number import parse_paper_number
from esa_docs.model.prose.prose import Prose
from esa_docs.model.qr_codes import CodeRow, QrCode
from esa_docs.word.context.signing import BLANK_NUMBER

INVITING_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว"
_ATTACHED = "สิ่งที่ส่งมาด้วย"
_REPLY = "แบบตอบรับ"
_CIRCULAR_MARK = "ว "
"""What stands before the number of a circular (ระเบียบงานสารบรรณ ข้อ 32)."""


def coded_number(content: Correspondence, office: Office) -> str:
    """Return code and number, such as ศธ 04001/ว 12. An unknown number is a blank."""
    mark = _CIRCULAR_MARK if content.circular else ""
    number = content.number or BLANK_NUMBER
    code = code_of_unit(office, content.owner)
    if code is None and content.number:
        # An office that names no code may type it with the number: ว stands behind it all the same.
        code, number = _typed_code(content.number)
    if code:
        return f"{code}/{mark}{number}"
    return f"{mark}{number}"


def _typed_code(number: str) -> tuple[str | None, str]:
    """Return the code that is typed with a number, and the number alone. None where no code is typed."""
    parts = parse_paper_number(number)
    code = parts.codes[-1] if parts.codes else None
    return code, parts.number


def long_date(content: Correspondence) -> str:
    """Return day, month and year, as memos and letters print their date; empty while there is no date.

    A day that is left for the pen is a blank.
    """
    # Arabic digits here: those of the document are put in when its template is filled in.
    return thai.format_date_or_month(content.date, "long", "arabic") if content.date else ""


def owner_name(content: Correspondence, office: Office) -> str:
    """Return the name of the unit it comes from; empty where content names none."""
    group = group_of(office, content.owner)
    return group.name if group else ""


def owner_contact(content: Correspondence, office: Office) -> Contact:
    """Return how to reach the unit it comes from. What the unit lacks is taken from the office."""
    office_contact = office.contact or Contact()
    group = group_of(office, content.owner)
    if group is None or group.contact is None:
        return office_contact
    values = group.contact.model_dump()
    present_values = {name: value for name, value in values.items() if value}
    return office_contact.model_copy(update=present_values)


def attachment_text(attachment: Attachment) -> str:
    """Return an attachment with its count, such as รายงานผล จำนวน 1 ฉบับ."""
    return f"{attachment.text} จำนวน {attachment.count} {attachment.unit}"


def foot_codes(content: Correspondence) -> list[CodeRow]:
    """Return the QR codes at the foot of a paper: a row of its attachments and of the reply, or nothing.

    Attachments have the numbers that they have above, where there are several.
    """
    codes = []
    attachments = content.attachments
    for number, attachment in enumerate(attachments, 1):
        if attachment.link is not None:
            label = f"{_ATTACHED} {number}" if len(attachments) > 1 else _ATTACHED
            codes.append(QrCode(attachment.link, Prose(f"{label} {attachment.text}")))
    if content.reply_link is not None:
        codes.append(QrCode(content.reply_link, Prose(_REPLY)))
    return [CodeRow(tuple(codes))] if codes else []


def invitation(meeting: Meeting, office: Office) -> str:
    """Return the paragraph that invites to a meeting: who meets, when and where."""
    day = thai.format_date(meeting.date, "weekday", "arabic")
    time = thai.format_time(meeting.begins, "arabic")
    name = meeting.which_meeting
    return f"ด้วย{office.name} กำหนดประชุม{name} ใน{day} เวลา {time} ณ {meeting.place}"
