"""ลงนาม: who signs, for whom, and what every issued document bears: subject, number, date."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from esa_docs.model.base import Content, NumberText, Text, ThaiDate
from esa_docs.model.paper_number import settle_number, year_of
from esa_docs.model.people import ActingWord, PersonRef


class Signature(Content):
    """Who signs; by default the director of the office."""

    by: PersonRef
    """Who signs: an id of people.yaml."""
    acting: ActingWord | None = None
    """How the signer acts for another: รักษาราชการแทน, ปฏิบัติราชการแทน or รักษาการในตำแหน่ง."""
    for_position: Text | None = None
    """The post acted for; by default that of the director."""


class Signed(Content):
    """What orders, announcements, memos and letters have in common."""

    subject: Text
    """เรื่อง: what it is about, without the word เรื่อง."""
    date: ThaiDate | None = None
    """Date of issue in the Buddhist era; leave it out until the document is issued."""
    signature: Signature | None = None
    """Who signs; leave it out for the director of the office."""

    @property
    def is_draft(self) -> bool:
        """ร่าง: whether it is still without a date."""
        return self.date is None


class Issued(Signed):
    """What bears a number of its own beside its date."""

    number: NumberText | None = None
    """Number without the year; leave it out until the document is issued ('esa-docs issue' writes it)."""

    @model_validator(mode="after")
    def _take_off_what_is_printed_beside_the_number(self) -> Self:
        settle_number(self, year_of(self.date), is_circular=self.is_circular)
        return self

    @property
    def is_circular(self) -> bool:
        """เวียน: whether ว stands before its number."""
        return False

    @property
    def is_draft(self) -> bool:
        """ร่าง: whether number or date is still missing."""
        return self.number is None or self.date is None


def subject_of(signed: Signed) -> str:
    """Return what an issued document is about, in a line."""
    return signed.subject
