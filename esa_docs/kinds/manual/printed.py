"""Variables of the template of an operations manual."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import LabelledText, OfficeNames
from esa_docs.model.printed.shape import Mark


class Paper(TypedDict):
    """The manual."""

    draft: Annotated[str, "ร่าง"]
    """The word that marks a draft; empty once the paper is complete."""
    name: Annotated[str, "คู่มือการปฏิบัติงาน"]
    """Title on one line."""
    title: Annotated[str, "คู่มือการปฏิบัติงาน"]
    """Title in lines, for the cover."""
    foreword: list[Annotated[str, "คำนำตัวอย่าง"]]
    """Paragraphs of the foreword."""
    date: Annotated[str, "16 กันยายน 2569"]
    """Date; empty where it is not known yet."""


class Author(TypedDict):
    """Who made the manual."""

    name: Annotated[str, "นายสมมติ นามตัวอย่าง"]
    """Name of the author."""
    position: Annotated[str, "นักวิชาการศึกษา"]
    """Post of the author."""


class Standard(TypedDict):
    """A standard of a field of work."""

    label: Annotated[str, "มาตรฐานที่ 1"]
    """Number of the standard."""
    text: Annotated[str, "การบริหารจัดการองค์การ"]
    """The text."""
    indicators: list[LabelledText]
    """Indicators of the standard."""


class ScopeItem(TypedDict):
    """An item of the scope."""

    label: Annotated[str, "3.1"]
    """Number or label before the text; empty where there is only one."""
    text: Annotated[str, "ข้อความตัวอย่าง"]
    """The text."""
    standards: list[Standard]
    """Standards that belong to it."""


class Definition(TypedDict):
    """A word and its meaning."""

    term: Annotated[str, "สำนักงาน"]
    """The word."""
    note: Annotated[str, "(Office)"]
    """Note behind the word; empty where there is none."""
    meaning: Annotated[str, "สำนักงานเขตพื้นที่การศึกษา"]
    """What it means."""


class Substep(TypedDict):
    """A step within a step, or a part of it."""

    label: Annotated[str, "1.1"]
    """Number of the step."""
    level: Annotated[int, 1]
    """How deep it stands below its step: 1 for 2.1, 2 for 2.1.1, 3 for (1)."""
    text: Annotated[str, "ศึกษาแนวทาง"]
    """The text."""
    duty: Annotated[str, "มีหน้าที่กำหนดแนวทาง"]
    """Duty of a committee; empty where there is none."""
    composition: Annotated[str, "ประกอบด้วยผู้แทนทุกกลุ่ม"]
    """Who the committee consists of; empty where nothing is said."""
    bullets: list[Annotated[str, "รายการตัวอย่าง"]]
    """Points below the step."""


class Topic(TypedDict):
    """A topic, or a category."""

    label: Annotated[str, "1."]
    """Number of the topic."""
    name: Annotated[str, "การนำองค์การ"]
    """Name."""
    text: Annotated[str, "ข้อความตัวอย่าง"]
    """The text."""


class Step(TypedDict):
    """A step of the work."""

    label: Annotated[str, "1."]
    """Number of the step."""
    text: Annotated[str, "แต่งตั้งคณะทำงาน"]
    """The text."""
    substeps: list[Substep]
    """Steps within the step."""
    lead: Annotated[str, "ประกอบด้วย"]
    """Words before the topics; empty where there are none."""
    topics: list[Topic]
    """Topics."""
    categories: list[Topic]
    """Categories."""


class TableRow(TypedDict):
    """A row of the table of the steps."""

    label: Annotated[str, "1."]
    """Number of the line."""
    step: Annotated[str, "แต่งตั้งคณะทำงาน"]
    """The step."""
    detail: list[Annotated[str, "จัดทำร่างคำสั่ง"]]
    """Paragraphs on what is done."""
    time: Annotated[str, "3 วัน"]
    """How long it takes; empty where nothing is said."""
    quality: list[Annotated[str, "ถูกต้องครบถ้วน"]]
    """Paragraphs on the quality."""
    owner: Annotated[str, "กลุ่มอำนวยการ"]
    """Who does it."""


class Section(TypedDict):
    """A section of a work in its place. The yes or no says which content of the work stands in it."""

    heading: Annotated[str, "2. วัตถุประสงค์"]
    """Number and heading."""
    contents: Annotated[str, "วัตถุประสงค์"]
    """What stands in the table of contents; empty where it is left out there."""
    new_page: Annotated[bool, True]
    """Whether it begins on a new page."""
    paragraphs: list[Annotated[str, "ย่อหน้าตัวอย่าง"]]
    """Paragraphs that the office writes in this section."""
    is_objectives: Annotated[bool, True]
    """Whether the objectives stand in it."""
    is_scope: Annotated[bool, True]
    """Whether the scope stands in it."""
    is_definitions: Annotated[bool, True]
    """Whether the definitions stand in it."""
    is_steps: Annotated[bool, True]
    """Whether the steps stand in it."""
    is_flow: Annotated[bool, True]
    """Whether the flow chart stands in it."""
    is_table: Annotated[bool, True]
    """Whether the table of the steps stands in it."""
    is_forms: Annotated[bool, True]
    """Whether the forms stand in it."""
    is_references: Annotated[bool, True]
    """Whether the references stand in it."""


class Work(TypedDict):
    """A work of the manual."""

    name: Annotated[str, "งานสารบรรณ"]
    """Full name of the work."""
    title: Annotated[str, "งานสารบรรณ"]
    """Name of the work in lines, for its title page."""
    sections: list[Section]
    """Sections behind the name of the work, in order."""
    objectives: list[LabelledText]
    """Objectives."""
    scope: list[ScopeItem]
    """Scope of the work."""
    definitions: list[Definition]
    """Definitions."""
    steps: list[Step]
    """Steps of the work."""
    chart: list[Annotated[Mark, "ผังขั้นตอน"]]
    """Pages of the flow chart; the tag stands alone in its paragraph."""
    form_head: Annotated[str, "หัวแบบฟอร์ม"]
    """The head of the form above the table; empty where there is none."""
    summary: Annotated[str, "ตารางสรุป"]
    """The table of the steps in columns of the office; empty where it has the usual ones."""
    table: list[TableRow]
    """Rows of the table of the steps; none where the office has columns of its own."""
    forms: list[LabelledText]
    """Forms that are used."""
    references: list[LabelledText]
    """References."""


class Printed(TypedDict):
    """What a manual prints."""

    office: OfficeNames
    """The office."""
    manual: Paper
    """The paper itself."""
    author: Author
    """Who made the manual."""
    works: list[Work]
    """Works of the manual."""
