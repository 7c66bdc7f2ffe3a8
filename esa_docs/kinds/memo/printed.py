"""Variables of the template of a memo."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import SignatureLines
from esa_docs.model.printed.shape import Mark


class Part(TypedDict):
    """A part of the long form."""

    heading: Annotated[str, "เรื่องเดิม"]
    """Heading."""
    paragraphs: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs."""


class Paper(TypedDict):
    """The memo."""

    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    secrecy: Annotated[str, "ลับ"]
    """Degree of secrecy; empty where there is none."""
    speed: Annotated[str, "ด่วน"]
    """Degree of speed; empty where there is none."""
    unit: Annotated[str, "กลุ่มอำนวยการ สพป.ตัวอย่าง เขต 1 โทร. 0 4200 0000"]
    """The unit that it comes from, with the telephone number."""
    number: Annotated[str, "ศธ 04001/12"]
    """Code and number; empty where the office does not number them."""
    date: Annotated[str, "16 กันยายน 2569"]
    """Date; empty where it is not known yet."""
    subject: Annotated[str, "ขอความเห็นชอบโครงการ"]
    """Subject of the paper."""
    to: Annotated[str, "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"]
    """Whom it is addressed to."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the short form; none for the long form."""
    parts: list[Part]
    """Parts of the long form; none for the short form."""
    attached: Annotated[str, "พร้อมนี้ได้แนบร่างคำสั่ง จำนวน 1 ฉบับ มาด้วยแล้ว"]
    """The sentence that names what goes with it; empty where nothing does."""
    closing: Annotated[str, "จึงเรียนมาเพื่อโปรดพิจารณา"]
    """Last paragraph."""
    opinions: list[Annotated[str, "ความเห็นของผู้บังคับบัญชา"]]
    """Headings of the places for the opinions of superiors."""


class Printed(TypedDict):
    """What a memo prints."""

    memo: Paper
    """The paper itself."""
    signature: SignatureLines
    """The signature."""
    emblem: Annotated[Mark, "ตราครุฑ"]
    """The emblem; the tag stands alone in its paragraph."""
