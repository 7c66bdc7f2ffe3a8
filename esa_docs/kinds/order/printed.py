"""Variables of the template of an order."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import Member, OfficeNames, SignatureLines
from esa_docs.model.printed.shape import Mark


class Duty(TypedDict):
    """A duty of a committee."""

    label: Annotated[str, "(1) "]
    """Number of the duty; empty for the only one."""
    text: Annotated[str, "กำหนดแนวทางการดำเนินงาน"]
    """The duty."""
    closes: Annotated[bool, True]
    """Whether it is the last text before date and signature."""


class Committee(TypedDict):
    """A committee that the order appoints."""

    heading: Annotated[str, "1. คณะกรรมการอำนวยการ ประกอบด้วย"]
    """Number and name of the committee, with the words that follow it."""
    members: list[Member]
    """Members of the committee; none where they stand in an annex."""
    duties_heading: Annotated[str, "มีหน้าที่"]
    """Words before the duties; empty where there are none."""
    duties: list[Duty]
    """Duties of the committee."""


class Annex(TypedDict):
    """A list of members behind the order."""

    name: Annotated[str, "คณะกรรมการดำเนินงาน"]
    """Name of the committee."""
    dated: Annotated[str, "ลงวันที่ 16 กันยายน 2569"]
    """Date of the order, as the annex cites it."""
    members: list[Member]
    """Members of the committee."""


class Paper(TypedDict):
    """The order."""

    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    number: Annotated[str, "12/2569"]
    """Number and calendar year; blanks where they are not known yet."""
    subject: Annotated[str, "แต่งตั้งคณะทำงาน"]
    """Subject of the paper."""
    cause: list[Annotated[str, "ด้วยสำนักงานจะดำเนินงานตัวอย่าง"]]
    """Paragraphs that say why it is made."""
    power: Annotated[str, "อาศัยอำนาจตามความในมาตรา 37 จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้"]
    """The sentence that cites the powers and says what is ordered."""
    earlier: list[Annotated[str, "ให้ยกเลิกคำสั่ง ที่ 5/2568"]]
    """Sentences that revoke or amend earlier orders."""
    committees: list[Committee]
    """Committees."""
    clauses: list[Annotated[str, "ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่"]]
    """What is ordered beside the committees."""
    effect: Annotated[str, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]
    """The sentence that says from when it holds; empty where nothing is said."""
    date: Annotated[str, "วันที่ 16 กันยายน พ.ศ. 2569"]
    """Date; blanks where it is not known yet."""


class Printed(TypedDict):
    """What an order prints."""

    office: OfficeNames
    """The office."""
    order: Paper
    """The paper itself."""
    annexes: list[Annex]
    """Lists of members behind the order."""
    emblem: Annotated[Mark, "ตราครุฑ"]
    """The emblem; the tag stands alone in its paragraph."""
    signature: SignatureLines
    """The signature."""
