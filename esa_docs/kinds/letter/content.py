"""หนังสือภายนอก: a letter to those outside the office (ระเบียบงานสารบรรณ ข้อ 11), and circulars (ข้อ 32)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import ConfigDict, field_validator, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.kinds.correspondence.content import Correspondence, subject_may_be_left_out
from esa_docs.model.annexes import Annex
from esa_docs.model.base import Content, NumberText, Text, ThaiDate
from esa_docs.model.filled_copies import Copies
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.number_labels import without_label
from esa_docs.model.printed_fields import STEERS, SteeringText
from esa_docs.model.printed_labels import behind
from esa_docs.model.recipient_columns import Recipient

_WORDS_BEFORE_NUMBERS: Final = ("หนังสือ", "บันทึกข้อความ")


class Reference(Content):
    """อ้างถึง: a letter that the addressee already has."""

    text: Annotated[Text, behind("อ้างถึง")]
    """Whose letter it is, such as หนังสือสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน ด่วนที่สุด."""
    number: Text
    """Its number as written, such as ศธ 04009/ว 123."""
    date: ThaiDate
    """Date of that letter."""

    @field_validator("number")
    @classmethod
    def _take_off_the_label(cls, number: str) -> str:
        # The letter is of another office: its code and its ว are printed as they stand there.
        return without_label(number, _WORDS_BEFORE_NUMBERS)


class Addressee(Recipient):
    """ผู้รับ: one of those to whom a letter goes; further keys are columns that {field:…} in its text prints."""

    to: Annotated[Text, behind("เรียน")]
    """Name or post, as printed after เรียน."""
    key: Annotated[NumberText, STEERS] | None = None
    """รหัส of the recipient: the name of its file. It is never printed; each recipient has one of its own."""
    short: SteeringText | None = None
    """Short name: the name of the file where there is no key; it is never printed."""


class Letter(Correspondence):
    """หนังสือภายนอก."""

    model_config = ConfigDict(json_schema_extra=subject_may_be_left_out)

    number_words: ClassVar = ("หนังสือ",)
    meanings: ClassVar[Meanings] = {
        "to": Meaning.OUTSIDER,
        "recipients": Meaning.OUTSIDER,
        "copies": Meaning.OUTSIDER,
        "refers": Meaning.CITATION,
    }
    kind: Literal["letter"] = "letter"
    """Kind of document."""
    to: Annotated[Text, behind("เรียน")] | None = None
    """Name or post of the one to whom it goes, without the word เรียน."""
    recipients: tuple[Addressee, ...] = ()
    """Those to whom it goes, a letter each."""
    recipients_from: SteeringText | None = None
    """A table of recipients (.csv or .xlsx, with a column เรียน): its path from the project folder."""
    separate_files: bool = False
    """true makes a Word file for each recipient, in a folder of this letter's name; else all are in one."""
    salutation: Text | None = None
    """คำขึ้นต้น; leave it out for the one that befits the addressee."""
    respects: Text | None = None
    """คำลงท้าย; leave it out for the one that goes with the คำขึ้นต้น."""
    refers: tuple[Reference, ...] = ()
    """อ้างถึง: letters it answers; as a rule only the latest."""
    copies: tuple[Annotated[Text, behind("สำเนาส่ง")], ...] = ()
    """สำเนาส่ง: who gets a copy."""

    @model_validator(mode="after")
    def _check_recipients(self) -> Self:
        choices = ["to", "recipients", "recipients_from"]
        filled_choices = [key for key in choices if getattr(self, key)]
        if len(filled_choices) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"choices": choices})
        return self

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """ผู้รับ: everyone to whom a letter goes, in order."""
        if self.to:
            return (Addressee(to=self.to),)
        return self.recipients

    @property
    def annexes_of_file(self) -> tuple[Annex, ...]:
        """Its annexes; where each recipient has annexes of its own, a file with all letters has the last."""
        if not self.separate_files or not self.recipients:
            return self.annexes
        return Copies().filled(self.annexes, self.recipients[-1])
