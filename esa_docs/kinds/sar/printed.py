"""Variables of the templates of a SAR and of the file of one issue."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import (
    EvidenceRow,
    LabelledText,
    NumberedText,
    OfficeFact,
    OfficeNames,
    PlanRow,
    ReportFacts,
    Section,
    SignatureLines,
    Table,
    WorkingGroup,
)
from esa_docs.model.printed.shape import Mark


class Score(TypedDict):
    """A row of a table of scores."""

    label: Annotated[str, "มาตรฐานที่ 1 การบริหารจัดการองค์การ"]
    """Number and name."""
    value: Annotated[str, "3.92"]
    """Score with two places; a dash where it is not known."""
    level: Annotated[str, "4"]
    """Level of the score."""
    word: Annotated[str, "ดีมาก"]
    """The level in a word."""
    rated: Annotated[str, "8 จาก 8"]
    """How many issues have a level."""
    strong: Annotated[bool, True]
    """Whether the row is printed in bold."""


class Round(TypedDict):
    """The results of a round."""

    heading: Annotated[str, "รอบ 6 เดือน"]
    """Name of the round."""
    results: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the results."""
    level: Annotated[str, "3 (ดี)"]
    """Level and its word."""


class Issue(TypedDict):
    """An issue of an indicator."""

    label: Annotated[str, "ประเด็นที่ 1"]
    """Number of the issue."""
    name: Annotated[str, "ภาวะผู้นำของผู้บริหาร"]
    """Name of the issue; dots where no source gives it."""
    owner: Annotated[str, "นายสมมติ นามตัวอย่าง ผู้อำนวยการกลุ่ม"]
    """Who answers for it; empty where it is the owner of the whole."""
    rounds: list[Round]
    """Results by round."""
    tables: list[Table]
    """Tables."""
    evidence: list[EvidenceRow]
    """Evidence."""
    no_evidence: Annotated[str, "ยังไม่มีข้อมูล"]
    """Words that stand for missing evidence; empty where there is evidence."""


class Indicator(TypedDict):
    """An indicator of a standard."""

    heading: Annotated[str, "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1 การบริหารจัดการ"]
    """Number and heading."""
    entry: Annotated[str, "ตัวบ่งชี้ที่ 1 การบริหารจัดการ"]
    """The entry in the contents."""
    owner: Annotated[str, "นายสมมติ นามตัวอย่าง ผู้อำนวยการกลุ่ม"]
    """Who answers for it."""
    issues: list[Issue]
    """Issues."""
    no_issues: Annotated[str, "ประเด็นการพิจารณา : ยังไม่มีข้อมูล"]
    """Words that stand for missing issues; empty where there are issues."""
    score: Annotated[str, "ค่าเฉลี่ย 3.25 ระดับ 3 (ดี)"]
    """The score in words."""
    strengths: list[NumberedText]
    """Strengths."""
    improve: list[NumberedText]
    """What is to be improved."""
    plan: list[PlanRow]
    """Steps of the plan."""
    no_plan: Annotated[str, "ยังไม่มีข้อมูล"]
    """Words that stand for a missing plan; empty where there is one."""


class Standard(TypedDict):
    """A standard."""

    heading: Annotated[str, "มาตรฐานที่ 1 การบริหารจัดการองค์การ"]
    """Number and heading."""
    indicators: list[Indicator]
    """Indicators of the standard."""


class IndexRow(TypedDict):
    """A row of the index of evidence."""

    standard: Annotated[str, "1"]
    """Number of the standard."""
    indicator: Annotated[str, "1"]
    """Number of the indicator."""
    issue: Annotated[str, "1"]
    """Number of the issue."""
    code: Annotated[str, "E-1.1-01"]
    """Code of the evidence."""
    name: Annotated[str, "รายงานผลการดำเนินงาน"]
    """Name of the evidence."""
    stored: Annotated[str, "evidence/report.pdf"]
    """Where the evidence is."""
    mark: Annotated[int, 1]
    """Number of the citation, for bookmarks."""


class Printed(TypedDict):
    """What a SAR prints."""

    office: OfficeNames
    """The office."""
    report: ReportFacts
    """Cover and foreword of the report."""
    signature: SignatureLines
    """The signature."""
    summary: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the summary."""
    standard_scores: list[Score]
    """Scores of the standards."""
    chart: Annotated[Mark, "แผนภูมิ"]
    """The chart of the scores; the tag stands alone in its paragraph."""
    notes: list[LabelledText]
    """What the scores rest on."""
    office_facts: list[OfficeFact]
    """Facts of the office."""
    general: list[Section]
    """General information."""
    blanks: list[Annotated[str, "ชื่อประเด็นที่เว้นไว้"]]
    """Lines of a draft that say why names are blank."""
    standards: list[Standard]
    """Standards with their indicators and issues."""
    indicator_scores: list[Score]
    """Scores of the indicators."""
    strengths: list[NumberedText]
    """Strengths."""
    improve: list[NumberedText]
    """What is to be improved."""
    suggestions: list[NumberedText]
    """Suggestions."""
    group: WorkingGroup
    """The working group."""
    evidence: list[IndexRow]
    """The index of the evidence."""
    no_evidence: Annotated[str, "ยังไม่มีข้อมูล"]
    """Words that stand for missing evidence; empty where there is evidence."""
    gaps: list[Annotated[str, "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 3 : ประเด็นที่ 2"]]
    """Where evidence is missing."""


class IssueReport(TypedDict):
    """The report of an issue."""

    year: Annotated[str, "2569"]
    """Fiscal year of the report."""
    months: Annotated[str, "12"]
    """Months of the round."""
    scheme: Annotated[str, "มาตรฐานสำนักงานเขตพื้นที่การศึกษา"]
    """Name and edition of what the report is assessed by."""
    note: Annotated[str, "หมายเหตุตัวอย่าง"]
    """Note on the scoring; empty where there is none."""


class IssueEvidence(TypedDict):
    """A piece of evidence of an issue."""

    label: Annotated[str, "1"]
    """Number of the line."""
    code: Annotated[str, "E-1.1-01"]
    """Code of the evidence."""
    name: Annotated[str, "รายงานผลการดำเนินงาน"]
    """Name of the evidence."""
    link: Annotated[str, "https://example.go.th/evidence"]
    """Address of the evidence; empty where it has none."""


class IssueFacts(TypedDict):
    """One issue."""

    standard_number: Annotated[str, "1"]
    """Number of the standard."""
    standard: Annotated[str, "การบริหารจัดการองค์การ"]
    """Name of the standard."""
    indicator_number: Annotated[str, "1"]
    """Number of the indicator."""
    indicator: Annotated[str, "การบริหารจัดการ"]
    """Name of the indicator."""
    number: Annotated[str, "1"]
    """Number of the issue."""
    name: Annotated[str, "ภาวะผู้นำของผู้บริหาร"]
    """Name of the issue; dots where no source gives it."""
    owner: Annotated[str, "นายสมมติ นามตัวอย่าง ผู้อำนวยการกลุ่ม"]
    """Who answers for it; empty where nobody is named."""
    results: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs of the results."""
    tables: list[Table]
    """Tables."""
    level: Annotated[str, "4 ดีมาก"]
    """Level and its word; empty where no level is known."""
    evidence: list[IssueEvidence]
    """Evidence."""


class PrintedIssue(TypedDict):
    """What the file of an issue prints."""

    office: OfficeNames
    """The office."""
    report: IssueReport
    """The report of the issue."""
    issue: IssueFacts
    """The issue."""
