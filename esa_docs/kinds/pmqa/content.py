"""การพัฒนาคุณภาพการบริหารจัดการภาครัฐ (PMQA): profile, self-assessment by category, plan, monitoring."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema

from esa_docs.kinds.assessment.content import Conclusions, SelfAssessment, Table, placed, scheme_finder
from esa_docs.kinds.pmqa.scheme import PmqaScheme
from esa_docs.model.base import Content, Count, Text, parse_number
from esa_docs.model.edition import Score
from esa_docs.model.evidence import Evidence
from esa_docs.model.people import KeyPath
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.rounds import Round
from esa_docs.model.typed_scalars import TEXT, number_schema

PmqaSchemeRef = Annotated[
    InstanceOf[PmqaScheme],
    BeforeValidator(scheme_finder(PmqaScheme)),
    WithJsonSchema(TEXT),
]
"""An edition of the criteria of PMQA, given in content by its id, such as pmqa-4.0."""

Percent = Annotated[
    Decimal,
    BeforeValidator(parse_number),
    WithJsonSchema(number_schema("number", 0, 100)),
    Field(ge=0, le=100),
]
"""Per cent from 0 to 100, kept as written."""


class Answer(Content):
    """An answer to a question of the profile."""

    question: Count
    """Number of the question."""
    text: Paragraphs = Field(min_length=1)
    """The answer, paragraph by paragraph."""


class Boxes(Content):
    """ช่องที่ทำเครื่องหมาย: numbers of the boxes ticked at each level."""

    basic: tuple[Count, ...] = ()
    """Boxes of the level Basic."""
    advance: tuple[Count, ...] = ()
    """Boxes of the level Advance; they count only where all of Basic are ticked."""
    significance: tuple[Count, ...] = ()
    """Boxes of the level Significance; they count only where all of Basic and Advance are ticked."""


class Adli(Content):
    """Percentages of the four factors of a process."""

    approach: Percent
    """แนวทาง (Approach)."""
    deployment: Percent
    """การถ่ายทอดเพื่อนำไปปฏิบัติ (Deployment)."""
    learning: Percent
    """การเรียนรู้ (Learning)."""
    integration: Percent
    """การบูรณาการ (Integration)."""


class Letci(Content):
    """Percentages of the four factors of a result."""

    level: Percent
    """ระดับ (Level)."""
    trend: Percent
    """แนวโน้ม (Trend)."""
    comparison: Percent
    """การเปรียบเทียบ (Comparison)."""
    integration: Percent
    """การบูรณาการ (Integration)."""


class Measure(Content):
    """ตัววัด of a result."""

    name: Text
    """What is measured."""
    target: Text | None = None
    """Target as printed."""
    actual: Text | None = None
    """Result as printed."""
    percent: Score | None = None
    """Result itself in per cent, not of the target. It is scored; leave it out until it is known."""
    range: SteeringText | None = None
    """Range by which it is scored; leave it out for that of the item."""


class PmqaItem(Conclusions):
    """หัวข้อ with what was done: one file of the report."""

    cell_fields: ClassVar = frozenset({"strengths", "improve"})

    item: SteeringText
    """Which item it is: category and number, such as 1.2."""
    six_months: Paragraphs = ()
    """What was done by the round of 6 months, paragraph by paragraph."""
    twelve_months: Paragraphs = ()
    """What was done by the round of 12 months."""
    tables: tuple[Table, ...] = ()
    """Tables that show what was done."""
    boxes: Boxes | None = None
    """Boxes ticked, in editions of boxes."""
    adli: Adli | None = None
    """Percentages of a process, in editions of percentages."""
    letci: Letci | None = None
    """Percentages of a result, in editions of percentages."""
    measures: tuple[Measure, ...] = ()
    """Measures of a result."""
    evidence: tuple[Evidence, ...] = ()
    """หลักฐาน."""

    def in_round(self, round_name: Round) -> Paragraphs:
        """Return what was done by a round, paragraph by paragraph; empty where nothing is written."""
        return self.six_months if round_name == "six_months" else self.twelve_months


class Pmqa(SelfAssessment):
    """รายงานการพัฒนาคุณภาพการบริหารจัดการภาครัฐ."""

    kind: Literal["pmqa"] = "pmqa"
    """Kind of document."""
    scheme: PmqaSchemeRef
    """Edition of the criteria, such as pmqa-4.0."""
    profile: tuple[Answer, ...] = ()
    """ลักษณะสำคัญขององค์การ: answers to the questions of the edition."""
    items: tuple[PmqaItem, ...] = ()
    """Items; each may stand in a file of its own with 'part_of'."""

    def evidence(self) -> Iterator[tuple[KeyPath, Evidence]]:
        """Generate every piece of evidence with its key path."""
        for index, item in enumerate(self.items):
            yield from placed(("items", index, "evidence"), item.evidence)

    def tables(self) -> Iterator[tuple[KeyPath, Table]]:
        """Generate every table with its key path: first of the general information, then of the items."""
        yield from super().tables()
        for index, item in enumerate(self.items):
            yield from placed(("items", index, "tables"), item.tables)

    @property
    def subject(self) -> str:
        """What the report is about, in a line."""
        return f"รายงานการพัฒนาคุณภาพการบริหารจัดการภาครัฐ ({self.scheme.edition})"
