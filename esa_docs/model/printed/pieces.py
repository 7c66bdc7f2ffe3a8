"""Variables that the templates of several forms share."""

from __future__ import annotations

from typing import Annotated, TypedDict


class OfficeNames(TypedDict):
    """The names of the office."""

    name: Annotated[str, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1"]
    """Name of the office."""
    short_name: Annotated[str, "สพป.ตัวอย่าง เขต 1"]
    """Short name of the office."""
    parent: Annotated[str, "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"]
    """The office that it belongs to."""


class SignatureLines(TypedDict):
    """The signature at the end of a paper."""

    name: Annotated[str, "(นายสมมติ นามตัวอย่าง)"]
    """Full name of the signer, in brackets."""
    lines: list[Annotated[str, "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"]]
    """Lines below the name: the post, and the post acted for."""


class Member(TypedDict):
    """A member of a committee."""

    label: Annotated[str, "1."]
    """Number of the member."""
    name: Annotated[str, "นายสมมติ นามตัวอย่าง"]
    """Name of the member, or the post where it is a member by post."""
    position: Annotated[str, "รองผู้อำนวยการ"]
    """Post of the member."""
    role: Annotated[str, "ประธานกรรมการ"]
    """Role in the committee."""
    note: Annotated[str, "หมวด 1"]
    """What the member answers for; empty where nothing is said."""


class LabelledText(TypedDict):
    """A text behind its label."""

    label: Annotated[str, "1."]
    """Number or label before the text; empty where there is only one."""
    text: Annotated[str, "ข้อความตัวอย่าง"]
    """The text."""


class NumberedText(TypedDict):
    """An item of a list with its number."""

    label: Annotated[str, "1. "]
    """Number or label before the text; empty where there is only one."""
    text: Annotated[str, "ข้อความตัวอย่าง"]
    """The text."""


class Cell(TypedDict):
    """A cell of a table of facts."""

    text: Annotated[str, "120"]
    """Text of the cell."""
    is_number: Annotated[bool, True]
    """Whether the cell holds a number, which stands on the right."""


class Table(TypedDict):
    """A table of facts."""

    title: Annotated[str, "ตารางที่ 1 จำนวนสถานศึกษา"]
    """Number and title of the table."""
    columns: Annotated[int, 2]
    """Number of the columns."""
    heads: list[Annotated[str, "รายการ"]]
    """Heads of the columns."""
    rows: list[list[Cell]]
    """Rows; each is a list of cells."""


class EvidenceRow(TypedDict):
    """A piece of evidence where it is cited."""

    mark: Annotated[int, 1]
    """Number of the citation, for bookmarks."""
    code: Annotated[str, "E-1.1-01"]
    """Code of the evidence."""
    name: Annotated[str, "รายงานผลการดำเนินงาน"]
    """Name of the evidence."""


class CitedPlace(TypedDict):
    """A place that is referred to."""

    mark: Annotated[int, 1]
    """Number of the citation, for bookmarks."""


class PlanRow(TypedDict):
    """A step of a plan."""

    text: Annotated[str, "ประชุมชี้แจงแนวทาง"]
    """What is to be done."""
    owner: Annotated[str, "กลุ่มอำนวยการ"]
    """Who does it."""
    time: Annotated[str, "ไตรมาส 1"]
    """When it is done."""


class WorkingGroupCommittee(TypedDict):
    """A committee of the working group."""

    name: Annotated[str, "คณะทำงานจัดทำรายงาน"]
    """Name of the committee."""
    members: list[Member]
    """Members of the committee."""


class WorkingGroup(TypedDict):
    """The working group of a report."""

    order: Annotated[str, "คำสั่งสำนักงาน ที่ 12/2569"]
    """The order that appointed the working group."""
    committees: list[WorkingGroupCommittee]
    """Committees of the working group."""


class ReportFacts(TypedDict):
    """Cover and foreword of a report."""

    year: Annotated[str, "ปีงบประมาณ พ.ศ. 2569"]
    """Fiscal year of the report."""
    round: Annotated[str, "รอบ 12 เดือน"]
    """Round of the report."""
    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    foreword: list[Annotated[str, "คำนำตัวอย่าง"]]
    """Paragraphs of the foreword."""
    date: Annotated[str, "วันที่ 16 กันยายน พ.ศ. 2569"]
    """Date; blanks where it is not known yet."""
    titles: list[Annotated[str, "รายงานตัวอย่าง"]]
    """Lines of the title on the cover."""
    basis: Annotated[str, "ตามมาตรฐานสำนักงานเขตพื้นที่การศึกษา"]
    """What the report is assessed by."""


class Section(TypedDict):
    """A section of the general information."""

    heading: Annotated[str, "1. สภาพทั่วไป"]
    """Number and heading."""
    text: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs."""
    tables: list[Table]
    """Tables."""


class OfficeFact(TypedDict):
    """A fact of the office."""

    name: Annotated[str, "โทรศัพท์"]
    """Name of the fact; empty where it goes on from the line above."""
    text: Annotated[str, "0 4200 0000"]
    """The fact."""
