"""Variables of the template of a letter."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import SignatureLines
from esa_docs.model.printed.shape import Mark


class Sender(TypedDict):
    """The office of a letter."""

    name: Annotated[str, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1"]
    """Name of the office."""
    short_name: Annotated[str, "สพป.ตัวอย่าง เขต 1"]
    """Short name of the office."""
    parent: Annotated[str, "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"]
    """The office that it belongs to."""
    address: list[Annotated[str, "ถนนตัวอย่าง จังหวัดตัวอย่าง 42000"]]
    """Lines of the address."""


class Marks(TypedDict):
    """What heads every page."""

    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    secrecy: Annotated[str, "ลับ"]
    """Degree of secrecy; empty where there is none."""


class Attached(TypedDict):
    """What is sent with a letter."""

    label: Annotated[str, "สิ่งที่ส่งมาด้วย"]
    """Heading before the first; empty for the others."""
    number: Annotated[str, "1."]
    """Number; empty for the only one."""
    text: Annotated[str, "กำหนดการประชุม"]
    """What is sent with it."""
    count: Annotated[str, "จำนวน 1 ฉบับ"]
    """How many of them."""


class Letter(TypedDict):
    """A letter to one recipient."""

    speed: Annotated[str, "ด่วน"]
    """Degree of speed; empty where there is none."""
    number: Annotated[str, "ศธ 04001/ว 12"]
    """Code and number; blanks where the number is not known yet."""
    date: Annotated[str, "16 กันยายน 2569"]
    """Date; blanks where it is not known yet."""
    subject: Annotated[str, "ขอเชิญประชุม"]
    """Subject of the paper."""
    refers: list[Annotated[str, "หนังสือสำนักงาน ที่ ศธ 04001/5 ลงวันที่ 1 กันยายน 2569"]]
    """Letters that it refers to."""
    attachments: list[Attached]
    """What is sent with it."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs."""
    closing: Annotated[str, "จึงเรียนมาเพื่อโปรดทราบ"]
    """Last paragraph."""
    foot: list[Annotated[str, "กลุ่มอำนวยการ"]]
    """Lines with the unit that it comes from and how to reach it."""
    copies: list[Annotated[str, "ผู้อำนวยการกลุ่ม"]]
    """Who gets a copy."""
    to: Annotated[str, "ผู้อำนวยการโรงเรียนตัวอย่าง"]
    """Whom it is addressed to."""
    salutation: Annotated[str, "เรียน"]
    """How the salutation begins."""
    respects: Annotated[str, "ขอแสดงความนับถือ"]
    """Words before the signature."""
    emblem: Annotated[Mark, "ตราครุฑ"]
    """The emblem; the tag stands alone in its paragraph."""


class Printed(TypedDict):
    """What the letters of a file print."""

    office: Sender
    """The office."""
    marks: Marks
    """What heads every page."""
    letters: list[Letter]
    """A letter for each recipient."""
    signature: SignatureLines
    """The signature."""
