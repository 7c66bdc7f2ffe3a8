"""Variables of the template of a PMQA report."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.kinds.pmqa.printed_scores import Scores
from esa_docs.model.printed import pieces
from esa_docs.model.printed.shape import Mark


class Question(TypedDict):
    """A question of the profile."""

    text: Annotated[str, "1. พันธกิจของส่วนราชการคืออะไร"]
    """Number and question."""
    answer: list[Annotated[str, "คำตอบตัวอย่าง"]]
    """Paragraphs of the answer."""


class QuestionGroup(TypedDict):
    """Questions of the profile under one heading."""

    heading: Annotated[str, "ลักษณะองค์การ"]
    """Heading."""
    questions: list[Question]
    """Questions."""


class Round(TypedDict):
    """The results of a round."""

    label: Annotated[str, "รอบ 6 เดือน"]
    """Name of the round."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the results."""


class Level(TypedDict):
    """A level of boxes."""

    name: Annotated[str, "Basic"]
    """Name of the level."""
    passed: Annotated[str, "ผ่าน 2 จาก 3 ช่อง"]
    """How many boxes are ticked."""
    boxes: Annotated[str, "1, 2"]
    """Numbers of the ticked boxes."""
    points: Annotated[str, "200.00"]
    """Points of the level."""


class Factor(TypedDict):
    """A factor of a percentage."""

    name: Annotated[str, "แนวทาง (Approach)"]
    """Name of the factor."""
    percent: Annotated[str, "60"]
    """Percentage."""


class Measure(TypedDict):
    """A measure of results."""

    label: Annotated[str, "1"]
    """Number of the line."""
    name: Annotated[str, "ร้อยละความพึงพอใจ"]
    """Name of the measure."""
    target: Annotated[str, "80"]
    """Target."""
    actual: Annotated[str, "85"]
    """Result."""
    percent: Annotated[str, "89"]
    """Percentage."""
    points: Annotated[str, "380.00"]
    """Points of the measure."""


class Topic(TypedDict):
    """An item of a category."""

    mark: Annotated[int, 1001]
    """Number of the item, for bookmarks."""
    heading: Annotated[str, "หัวข้อ 1.1 ระบบการนำองค์การ"]
    """Number and heading."""
    owner: Annotated[str, "นายสมมติ นามตัวอย่าง ผู้อำนวยการกลุ่ม"]
    """Who answers for it."""
    rounds: list[Round]
    """Results by round."""
    tables: list[pieces.Table]
    """Tables."""
    levels: list[Level]
    """Levels of boxes; none in editions of percentages."""
    factors: list[Factor]
    """Factors of the percentage; none in editions of boxes."""
    measures: list[Measure]
    """Measures of results."""
    score: list[Annotated[str, "คะแนนของหัวข้อ 200.00 (เต็ม 500)"]]
    """Lines of the score."""
    evidence: list[pieces.EvidenceRow]
    """Evidence."""
    no_evidence: Annotated[str, "ยังไม่มีข้อมูล"]
    """Words that stand for missing evidence; empty where there is evidence."""


class Improvement(TypedDict):
    """What follows from the assessment of an item."""

    item: Annotated[str, "1.1"]
    """Number of the item."""
    strengths: list[Annotated[str, "1) จุดแข็งตัวอย่าง"]]
    """Strengths."""
    improve: list[Annotated[str, "1) โอกาสในการปรับปรุง"]]
    """What is to be improved."""
    plan: list[Annotated[str, "1) แผนตัวอย่าง"]]
    """Steps of the plan."""
    owner: list[Annotated[str, "1) กลุ่มอำนวยการ"]]
    """Who does it."""
    time: list[Annotated[str, "1) ไตรมาส 1"]]
    """When it is done."""


class Category(TypedDict):
    """A category."""

    name: Annotated[str, "หมวด 1 การนำองค์การ"]
    """Number and name."""
    topics: list[Topic]
    """Items of the category."""
    improvement: list[Improvement]
    """What follows from the assessment, by item."""


class PlanStep(TypedDict):
    """A step of the plan of the whole report."""

    label: Annotated[str, "1"]
    """Number of the line."""
    item: Annotated[str, "1.1"]
    """Number of the item."""
    text: Annotated[str, "จัดทำสื่อทิศทางองค์การ"]
    """What is to be done."""
    owner: Annotated[str, "กลุ่มอำนวยการ"]
    """Who does it."""
    time: Annotated[str, "ปีงบประมาณ พ.ศ. 2570"]
    """When it is done."""


class MonitoredRound(TypedDict):
    """The first result of a round."""

    text: Annotated[str, "ดำเนินการแล้ว"]
    """First paragraph of the results; empty where it is long."""
    goes_on: Annotated[bool, True]
    """Whether there are further paragraphs, on another page."""


class MonitoredItem(TypedDict):
    """What an item reports by round."""

    item: Annotated[str, "1.1"]
    """Number of the item."""
    mark: Annotated[int, 1001]
    """Number of the item, for bookmarks."""
    rounds: list[MonitoredRound]
    """Results by round."""
    status: Annotated[str, "รายงานแล้ว"]
    """What is still missing."""


class IndexRow(TypedDict):
    """A row of the index of evidence."""

    code: Annotated[str, "P-1.1-01"]
    """Code of the evidence."""
    name: Annotated[str, "สรุปผลการดำเนินงาน"]
    """Name of the evidence."""
    stored: Annotated[str, "evidence/report.pdf"]
    """Where the evidence is."""
    items: list[Annotated[str, "1.1"]]
    """Numbers of the items that cite it."""
    cited: list[pieces.CitedPlace]
    """Places of the report that cite it."""


class Printed(TypedDict):
    """What a PMQA report prints."""

    office: pieces.OfficeNames
    """The office."""
    report: pieces.ReportFacts
    """Cover and foreword of the report."""
    signature: pieces.SignatureLines
    """The signature."""
    summary: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the summary."""
    chart: Annotated[Mark, "แผนภูมิ"]
    """The chart of the scores; the tag stands alone in its paragraph."""
    scores: Scores
    """The table of scores."""
    general: list[pieces.Section]
    """General information."""
    profile: list[QuestionGroup]
    """Profile of the organisation."""
    categories: list[Category]
    """Categories with their items."""
    plan: list[PlanStep]
    """Steps of the plan."""
    monitoring: list[MonitoredItem]
    """What each item reports by round."""
    strengths: list[pieces.NumberedText]
    """Strengths."""
    improve: list[pieces.NumberedText]
    """What is to be improved."""
    suggestions: list[pieces.NumberedText]
    """Suggestions."""
    group: pieces.WorkingGroup
    """The working group."""
    evidence: list[IndexRow]
    """The index of the evidence."""
    without_evidence: Annotated[str, "1.1, 1.2"]
    """Numbers of the items without evidence; empty where every item has it."""
