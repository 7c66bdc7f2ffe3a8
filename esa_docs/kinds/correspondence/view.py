"""What memos and letters share on paper: number, owner, attachments, the text of an invitation."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.kinds.correspondence.content import Correspondence
from esa_docs.model.attachment import Attachment
from esa_docs.model.linked import Meeting
from esa_docs.model.office import Contact, Group, Office
from esa_docs.word.context.signing import BLANK_NUMBER

INVITING_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว"
_CIRCULAR_MARK = "ว "
"""What stands before the number of a circular (ระเบียบงานสารบรรณ ข้อ 32)."""


def coded_number(content: Correspondence, office: Office) -> str:
    """Return code and number, such as ศธ 04001/ว 12. An unknown number is a blank."""
    mark = _CIRCULAR_MARK if content.circular else ""
    number = content.number or BLANK_NUMBER
    if office.letter_code:
        return f"{office.letter_code}/{mark}{number}"
    return f"{mark}{number}"


def long_date(content: Correspondence) -> str:
    """Return day, month and year, as memos and letters print their date; empty while there is no date."""
    # Arabic digits here: those of the document are put in when its template is filled in.
    return thai.format_date(content.date, "long", "arabic") if content.date else ""


def owner_name(content: Correspondence, office: Office) -> str:
    """Return the name of the unit it comes from; empty where content names none."""
    group = _owner(content, office)
    return group.name if group else ""


def owner_contact(content: Correspondence, office: Office) -> Contact:
    """Return how to reach the unit it comes from. What the unit lacks is taken from the office."""
    office_contact = office.contact or Contact()
    group = _owner(content, office)
    if group is None or group.contact is None:
        return office_contact
    values = group.contact.model_dump()
    present_values = {name: value for name, value in values.items() if value}
    return office_contact.model_copy(update=present_values)


def _owner(content: Correspondence, office: Office) -> Group | None:
    for group in office.groups:
        if group.id == content.owner:
            return group
    return None


def attachment_text(attachment: Attachment) -> str:
    """Return an attachment with its count, such as รายงานผล จำนวน 1 ฉบับ."""
    return f"{attachment.text} จำนวน {attachment.count} {attachment.unit}"


def invitation(meeting: Meeting, office: Office) -> str:
    """Return the paragraph that invites to a meeting: who meets, when and where."""
    day = thai.format_date(meeting.date, "weekday", "arabic")
    time = thai.format_time(meeting.begins, "arabic")
    name = meeting.which_meeting
    return f"ด้วย{office.name} กำหนดประชุม{name} ใน{day} เวลา {time} ณ {meeting.place}"
