"""หนังสือราชการ: what memos and letters have in common (ระเบียบงานสารบรรณ ข้อ 11, 12, 28)."""

from __future__ import annotations

from typing import Any, Final, Literal, Self

from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.kinds.correspondence.numbers import CIRCULAR_WORDS
from esa_docs.model.attachment import Attachment
from esa_docs.model.linked import Meeting, MeetingRef, Proposable, linked_content
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.qr_codes import CodeAddress
from esa_docs.model.signing import Issued

Speed = Literal["ด่วน", "ด่วนมาก", "ด่วนที่สุด"]
Secrecy = Literal["ลับ", "ลับมาก", "ลับที่สุด"]

_SOURCES: Final = ("proposes", "invites")
"""Keys that name the document that a memo or letter is about."""


class Correspondence(Issued):
    """What memos and letters have in common."""

    secrecy: Secrecy | None = None
    """ชั้นความลับ: ลับ, ลับมาก or ลับที่สุด."""
    speed: Speed | None = None
    """ชั้นความเร็ว: ด่วน, ด่วนมาก or ด่วนที่สุด."""
    owner: SteeringText | None = None
    """The unit it comes from: an id of 'groups' in office.yaml."""
    circular: bool = False
    """true for a circular (หนังสือเวียน): ว stands before its number, which is of a series of its own."""
    invites: MeetingRef | None = None
    """The meeting it invites to: the name of its minutes; subject and text are taken from there."""
    text: Paragraphs = ()
    """Paragraphs: why it is written (ด้วย, ตามที่ … นั้น), then what is wanted."""
    attachments: tuple[Attachment, ...] = ()
    """What goes with it."""
    reply_link: CodeAddress | None = None
    """แบบตอบรับ: address of the form for the reply (https://…), printed as a QR code at the foot."""
    closing: ProseText | None = None
    """The last paragraph, such as จึงเรียนมาเพื่อโปรดพิจารณา; leave it out for the usual one."""

    @property
    def is_circular(self) -> bool:
        """เวียน: whether ว stands before its number."""
        return self.circular

    @property
    def mark_of_pages(self) -> str:
        """ชั้นความลับ, which stands on each page."""
        return self.secrecy or ""

    @property
    def words_before_number(self) -> tuple[str, ...]:
        """Words that are typed before its number: of its kind, and of circulars where it is one."""
        return (*self.number_words, *CIRCULAR_WORDS) if self.circular else self.number_words

    @model_validator(mode="before")
    @classmethod
    def _take_subject(cls, values: Any, info: ValidationInfo) -> Any:
        """Take the subject from the document that is proposed or invited to, unless content has one."""
        if not isinstance(values, dict) or values.get("subject") is not None:
            return values
        for key in _SOURCES:
            if values.get(key) is not None:
                subject = _subject_of(key, values[key], info.context)
                return {**values, "subject": subject}
        return values

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        # A letter proposes nothing: it has no such key.
        filled_keys = [key for key in _SOURCES if getattr(self, key, None) is not None]
        if len(filled_keys) > 1:
            raise PydanticCustomError("at_most_one", "at most one", {"choices": list(_SOURCES)})
        return self


def _subject_of(key: str, value: object, references: object) -> str:
    """Return the subject of a memo or letter that proposes a document or invites to it.

    Args:
        key: ``proposes`` or ``invites``.
        value: name of the document as content has it, or the document.
        references: the references of the project, or None.
    """
    content = linked_content(value, references)
    if key == "proposes" and isinstance(content, Proposable):
        return content.proposed_subject
    if key == "invites" and isinstance(content, Meeting):
        return content.invitation_subject
    # The reference is at fault and has an error already: a missing subject would be a second one.
    return "-"


def subject_may_be_left_out(schema: dict[str, Any]) -> None:
    """Let a JSON Schema require a subject, or another document from which it comes."""
    required_keys = schema.get("required", [])
    schema["required"] = [key for key in required_keys if key != "subject"]
    sources = [key for key in ("subject", "proposes", "invites") if key in schema["properties"]]
    schema["anyOf"] = [{"required": [key]} for key in sources]


def attachments_of(content: Correspondence) -> tuple[Attachment, ...]:
    """Return what goes with a memo or letter."""
    return content.attachments
