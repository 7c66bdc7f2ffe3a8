"""คู่มือการปฏิบัติงาน: an operations manual, one or more works of nine sections each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from esa_docs.kinds.manual.columns import ColumnPlace, FormHead
from esa_docs.kinds.manual.sections import MAY_BE_EMPTY, Section, SectionOrder, numbered_sections
from esa_docs.model.base import Content, Text, ThaiDate
from esa_docs.model.flow import Flow, NodeId, ShapeName
from esa_docs.model.frozen_mapping import FrozenMapping
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.paper import OfficialPaper
from esa_docs.model.people import PersonRef
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.printed_labels import behind
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.prose.text_or_list import LinesOrParagraphs
from esa_docs.model.schedule import Schedule
from esa_docs.model.title_lines import TitleLines, check_title_lines


class Standard(Content):
    """มาตรฐาน: a standard with its indicators; both are numbered when printed."""

    name: Text
    """Name of the standard, without 'มาตรฐานที่ …'."""
    indicators: tuple[Text, ...] = ()
    """Its indicators in order, without 'ตัวบ่งชี้ที่ …'."""


class ScopeItem(Content):
    """One paragraph of a work's scope."""

    text: ProseText
    """What belongs to the work; numbered 3.1, 3.2 … when there are several."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""
    standards: tuple[Standard, ...] = ()
    """Standards listed below this paragraph."""


class Definition(Content):
    """คำจำกัดความ: printed as “term” (note) หมายถึง meaning."""

    term: Text
    """The term, without quotation marks."""
    note: ProseText | None = None
    """Words after the quoted term and before หมายถึง, such as the English name in brackets."""
    meaning: Annotated[ProseText, behind("หมายถึง")]
    """What the term means, without หมายถึง."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""


class Substep(Content):
    """A part of a step, numbered 2.1, 2.2 …, below it 2.1.1 and (1); a committee has duty and composition."""

    text: ProseText
    """What is done, or the name of the committee."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""
    duty: Annotated[ProseText, behind("หน้าที่")] | None = None
    """Duty of a committee, printed after 'หน้าที่ :'."""
    composition: Annotated[ProseText, behind("องค์ประกอบ")] | None = None
    """Members of a committee, printed after 'องค์ประกอบ :'."""
    bullets: Paragraphs = ()
    """Points below, each printed after a dash."""
    substeps: tuple[Substep, ...] = ()
    """Parts of this part, numbered 2.1.1, 2.1.2 …; below these (1), (2) …"""


class Topic(Content):
    """A named paragraph below a step: its number is worked out."""

    name: Text
    """Its name, printed after the number."""
    text: ProseText
    """Its text, printed after the name."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""


class Step(Content):
    """One step of section 5; what lies below it is printed in the order of the fields here."""

    text: ProseText
    """What is done, without its number."""
    paragraphs: Paragraphs = ()
    """What stands below this text: paragraphs, tables, lists."""
    substeps: tuple[Substep, ...] = ()
    """Parts numbered 2.1, 2.2 … after the step."""
    lead: ProseText | None = None
    """A sentence that leads to the topics."""
    topics: tuple[Topic, ...] = ()
    """Topics numbered 1., 2. …"""
    categories: tuple[Topic, ...] = ()
    """Categories numbered หมวดที่ 1, หมวดที่ 2 …"""


class TableRow(Content):
    """One row of the summary table of section 7. The table is a list of its own: it is not the steps."""

    cell_fields: ClassVar = frozenset({"detail", "quality", "more"})

    step: Text
    """Short name of the step."""
    detail: LinesOrParagraphs | None = None
    """What is done in detail; each line of a | block is a paragraph of the cell. A list takes tables too."""
    time: Text | None = None
    """Time as printed: 2 วัน, 1 สัปดาห์, ต.ค. – ธ.ค.; leave it out for an empty cell."""
    schedule: Annotated[Schedule, STEERS] | None = None
    """The same time in a form that calendars can reckon with."""
    quality: LinesOrParagraphs | None = None
    """Standard of quality of the work; leave it out for an empty cell."""
    owner: Text
    """Who is responsible."""
    shape: ShapeName = "process"
    """Shape in the flow chart of section 6: process, decision, document or subprocess."""
    back_to: NodeId | None = None
    """Of a decision: number of the row to which ไม่เห็นชอบ leads; เห็นชอบ leads on to the next."""
    more: Annotated[dict[Text, LinesOrParagraphs], AfterValidator(FrozenMapping)] = Field(
        default_factory=FrozenMapping
    )
    """What it says in the columns of the office's own, by their heads: {หมายเหตุ: …}."""


class Work(Content):
    """งาน: one work of the manual with its nine sections."""

    meanings: ClassVar[Meanings] = {"references": Meaning.CITATION, "forms": Meaning.CITATION}

    name: Annotated[Text, behind("ชื่องาน")]
    """Full name of the work."""
    title_lines: TitleLines = ()
    """How the name is broken into lines on the title page; leave it out when it fits on one line."""
    sections: SectionOrder = ()
    """Order of the sections of this work, in place of that of the manual."""
    objectives: Paragraphs = Field(default=(), min_length=1)
    """Section 2; numbered 2.1, 2.2 … when there are several."""
    scope: tuple[ScopeItem, ...] = Field(default=(), min_length=1)
    """Section 3."""
    definitions: tuple[Definition, ...] = ()
    """Section 4."""
    steps: tuple[Step, ...] = Field(default=(), min_length=1)
    """Section 5."""
    table: tuple[TableRow, ...] = Field(default=(), min_length=1)
    """Section 7: rows of the summary table."""
    form_head: FormHead | None = None
    """Head of the form in section 7: {} prints it with the name, the office and the objectives."""
    flow: Flow = Field(default_factory=Flow)
    """Section 6: what the flow chart has beside the rows of the table; usually it can be left out."""
    forms: Paragraphs = ()
    """Section 8: forms in use; a dash is printed when there are none."""
    references: Paragraphs = ()
    """Section 9: laws and documents referred to, numbered 9.1, 9.2 …"""

    @model_validator(mode="after")
    def _title_is_name(self) -> Self:
        check_title_lines(self.title_lines, self.name, "name")
        return self

    def prints_dash_in(self, section: Section) -> bool:
        """Return whether a section may be empty and is, so that a dash says so."""
        if section.name not in MAY_BE_EMPTY or section.has_words:
            return False
        return not getattr(self, section.name)


class Manual(OfficialPaper):
    """คู่มือการปฏิบัติงาน."""

    kind: Literal["manual"] = "manual"
    """Kind of document."""
    title: Annotated[Text, behind("คู่มือการปฏิบัติงาน")]
    """Name of the field of work, printed on the cover and above the table of contents."""
    title_lines: TitleLines = ()
    """How the title is broken into lines on the cover; leave it out where Word may break it."""
    author: PersonRef
    """Who made the manual and signs the foreword: an id of people.yaml."""
    date: ThaiDate | None = None
    """Date below the signature of the foreword, in the Buddhist era; leave it out to print none."""
    foreword: Paragraphs = Field(min_length=1)
    """Paragraphs of the foreword."""
    sections: SectionOrder = ()
    """Order of the sections of every work, behind its name: names such as forms, or {title:, paragraphs:}."""
    columns: tuple[ColumnPlace, ...] = ()
    """Columns of the summary tables in order: names or heads, or keys with a width. Leave it out for the six
    usual ones."""
    works: tuple[Work, ...] = Field(min_length=1)
    """The works, in order; further ones may stand in files with 'part_of'."""

    @model_validator(mode="after")
    def _lines_are_the_title(self) -> Self:
        check_title_lines(self.title_lines, self.title, "title")
        return self

    def sections_of(self, work: Work) -> tuple[Section, ...]:
        """Return the sections of a work, in order; that of the work goes before that of the manual."""
        return numbered_sections(work.sections or self.sections)
