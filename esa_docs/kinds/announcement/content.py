"""ประกาศ: an announcement (ระเบียบงานสารบรรณ ข้อ 20); its form has no number, some offices number it."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from esa_docs.model.base import NumberText
from esa_docs.model.number_in_content import settle_number
from esa_docs.model.paper_number import year_of
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.signing import Signed
from esa_docs.model.title_lines import TitleLines, check_title_lines


class Announcement(Signed):
    """ประกาศ."""

    number_words: ClassVar = ("ประกาศ",)
    kind: Literal["announcement"] = "announcement"
    """Kind of document."""
    number: NumberText | None = None
    """Number without the year, only where 'numbering:' of office.yaml says that announcements bear one."""
    title_lines: TitleLines = ()
    """How the subject is broken into lines at the head; leave it out where Word may break it."""
    text: Paragraphs = Field(min_length=1)
    """Paragraphs: why it is made, then what is announced."""
    items: Paragraphs = ()
    """What is announced item by item, numbered after the paragraphs."""
    closing: ProseText | None = None
    """A last paragraph, such as จึงประกาศให้ทราบโดยทั่วกัน."""

    @model_validator(mode="after")
    def _take_off_the_year(self) -> Self:
        settle_number(self, year_of(self.date), self.number_words)
        return self

    @model_validator(mode="after")
    def _lines_are_the_subject(self) -> Self:
        check_title_lines(self.title_lines, self.subject, "subject")
        return self
