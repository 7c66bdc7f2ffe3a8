"""What memos and letters share on paper: number, owner, attachments, the text of an invitation."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.kinds.correspondence.content import Correspondence
from esa_docs.model.attachment import Attachment
from esa_docs.model.linked import Meeting
from esa_docs.model.office import Contact, Office
from esa_docs.word.context.signing import BLANK_NUMBER

INVITING_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ และขอเชิญเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว"
_CIRCULAR_MARK = "ว "


def coded_number(content: Correspondence, office: Office) -> str:
    """Give code and number, such as ศธ 04001/ว 12; a blank where the number is not known yet."""
    mark = _CIRCULAR_MARK if content.circular else ""
    number = f"{mark}{content.number or BLANK_NUMBER}"
    return f"{office.letter_code}/{number}" if office.letter_code else number


def long_date(content: Correspondence) -> str:
    """Give the date as memos and letters print it: day, month, year; nothing where it is not known yet."""
    return thai.format_date(content.date, "long", "arabic") if content.date else ""


def owner_name(content: Correspondence, office: Office) -> str:
    """Give the unit it comes from; nothing where none is named."""
    return next((group.name for group in office.groups if group.id == content.owner), "")


def owner_contact(content: Correspondence, office: Office) -> Contact:
    """Give how to reach the unit it comes from; what that does not say, the office does."""
    of_office = office.contact or Contact()
    group = next((one for one in office.groups if one.id == content.owner), None)
    own = group.contact if group and group.contact else Contact()
    given = {name: value for name, value in own.model_dump().items() if value}
    return of_office.model_copy(update=given)


def attachment_text(attachment: Attachment) -> str:
    """Give an attachment with its count, such as รายงานผล จำนวน 1 ฉบับ."""
    return f"{attachment.text} จำนวน {attachment.count} {attachment.unit}"


def invitation(meeting: Meeting, office: Office) -> str:
    """Give the paragraph that invites to a meeting: who meets, when and where."""
    day = thai.format_date(meeting.date, "weekday", "arabic")
    time = thai.format_time(meeting.begins, "arabic")
    which = meeting.which_meeting
    return f"ด้วย{office.name} กำหนดประชุม{which} ใน{day} เวลา {time} ณ {meeting.place}"
