"""สิ่งที่ส่งมาด้วย: what goes with a memo or letter."""

from __future__ import annotations

from typing import Annotated, ClassVar

from esa_docs.model.base import Content, Count, Text
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.printed_labels import behind
from esa_docs.model.qr_codes import CodeAddress


class Attachment(Content):
    """สิ่งที่ส่งมาด้วย: what goes with a memo or letter."""

    meanings: ClassVar[Meanings] = {"text": Meaning.CITATION}

    text: Annotated[Text, behind("สิ่งที่ส่งมาด้วย")]
    """What it is."""
    count: Count = 1
    """How many there are."""
    unit: Text = "ฉบับ"
    """What they are counted in, such as ฉบับ, ชุด or แผ่น."""
    document: SteeringText | None = None
    """Name of the document of this project that is attached; the check tells if it is not there."""
    file: SteeringText | None = None
    """Path of the file that is attached, from the project folder; the check tells if it is not there."""
    link: CodeAddress | None = None
    """Address from which it can be fetched (https://…): printed as a QR code at the foot of the paper."""
