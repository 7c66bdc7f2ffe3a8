"""Variables of the template of an announcement."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import OfficeNames, SignatureLines
from esa_docs.model.printed.shape import Mark


class Paper(TypedDict):
    """The announcement."""

    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    number: Annotated[str, "12/2569"]
    """Number and calendar year; empty where the office does not number them."""
    subject: Annotated[str, "รับสมัครบุคคล"]
    """Subject of the paper."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs."""
    items: list[Annotated[str, "1. รายการตัวอย่าง"]]
    """Items with their numbers."""
    closing: Annotated[str, "จึงประกาศให้ทราบโดยทั่วกัน"]
    """Last paragraph; empty where there is none."""
    date: Annotated[str, "วันที่ 16 กันยายน พ.ศ. 2569"]
    """Date; blanks where it is not known yet."""


class Printed(TypedDict):
    """What an announcement prints."""

    office: OfficeNames
    """The office."""
    announcement: Paper
    """The paper itself."""
    signature: SignatureLines
    """The signature."""
    emblem: Annotated[Mark, "ตราครุฑ"]
    """The emblem; the tag stands alone in its paragraph."""
