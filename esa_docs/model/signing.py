"""ลงนาม: who signs, for whom, and what every issued document bears: subject, number, date."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from esa_docs.model.base import Content, DateOfIssue, NumberText, Text
from esa_docs.model.number_in_content import settle_number
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.paper_number import year_of
from esa_docs.model.people import ActingWord, PersonRef
from esa_docs.model.printed_labels import behind


class Signature(Content):
    """Who signs; by default the director of the office."""

    by: PersonRef
    """Who signs: an id of people.yaml."""
    acting: ActingWord | None = None
    """How the signer acts for another: รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง."""
    for_position: Text | None = None
    """The post acted for; by default that of the director."""


class Signed(OfficialPaper):
    """What orders, announcements, memos and letters have in common."""

    subject: Annotated[Text, behind("เรื่อง")]
    """เรื่อง: what it is about, without the word เรื่อง."""
    date: DateOfIssue | None = None
    """Date of issue (B.E.); a month alone leaves the day for the pen; leave it out until it is known."""
    signature: Signature | None = None
    """Who signs; leave it out for the director of the office."""


class Issued(Signed):
    """What bears a number of its own beside its date."""

    number: NumberText | None = None
    """Number without the year; leave it out until the document is issued ('esa-docs issue' writes it)."""

    @model_validator(mode="after")
    def _take_off_what_is_printed_beside_the_number(self) -> Self:
        settle_number(self, year_of(self.date), self.words_before_number, is_circular=self.is_circular)
        return self

    @property
    def words_before_number(self) -> tuple[str, ...]:
        """Words that are typed before its number: those of its kind."""
        return self.number_words

    @property
    def is_circular(self) -> bool:
        """เวียน: whether ว stands before its number."""
        return False

    @property
    def is_issued(self) -> bool:
        """Whether its number and its date stand in it, see `OfficialPaper.is_issued`."""
        return self.number is not None and super().is_issued


def subject_of(signed: Signed) -> str:
    """Return what an issued document is about, in a line."""
    return signed.subject
