"""Variables of the papers that the program makes by itself."""

from __future__ import annotations

from typing import Annotated, TypedDict

from esa_docs.model.printed.pieces import Member, OfficeNames


class Entry(TypedDict):
    """A line of a register."""

    number: Annotated[str, "12"]
    """Number of the paper."""
    date: Annotated[str, "16 ก.ย. 69"]
    """Date of the paper."""
    subject: Annotated[str, "แต่งตั้งคณะทำงาน"]
    """Subject of the paper."""
    state: Annotated[str, "ออกเลขแล้ว"]
    """State of the number."""
    note: Annotated[str, "orders/working-group"]
    """Note on the line."""


class Numbers(TypedDict):
    """The register."""

    title: Annotated[str, "ทะเบียนคำสั่ง พ.ศ. 2569"]
    """Title."""
    entries: list[Entry]
    """Lines of the register."""


class PrintedNumberRegister(TypedDict):
    """What a register of numbers prints."""

    office: OfficeNames
    """The office."""
    numbers: Numbers
    """The register."""


class Owner(TypedDict):
    """What somebody answers for."""

    name: Annotated[str, "นายสมมติ นามตัวอย่าง"]
    """Name of who answers for it; the last line is the sum."""
    total: Annotated[str, "10"]
    """How many parts there are."""
    filled: Annotated[str, "6"]
    """How many parts are filled in."""
    open: Annotated[str, "4"]
    """How many parts are still open."""
    late: Annotated[str, "1"]
    """How many parts are late."""
    no_evidence: Annotated[str, "2"]
    """How many parts have no evidence."""


class StateOfWork(TypedDict):
    """A report under way."""

    title: Annotated[str, "รายงานตัวอย่าง"]
    """Title."""
    summary: Annotated[str, "รอบ 6 เดือน กรอกแล้ว 6 จาก 10 รายการ"]
    """How much is filled in for each round."""
    owners: list[Owner]
    """Lines of the table, by who answers for the parts."""


class Status(TypedDict):
    """The state of the works."""

    title: Annotated[str, "รายงานความก้าวหน้า"]
    """Title."""
    date: Annotated[str, "ข้อมูล ณ วันที่ 16 กันยายน 2569"]
    """The day of the report."""
    works: list[StateOfWork]
    """The reports under way."""
    late: list[Annotated[str, "นายสมมติ นามตัวอย่าง รอบ 6 เดือน กำหนดส่ง 31 มี.ค. 69"]]
    """What is late, a line for each person and round."""


class PrintedProgressReport(TypedDict):
    """What a progress report prints."""

    office: OfficeNames
    """The office."""
    status: Status
    """The state of the works."""


class DividedReport(TypedDict):
    """The report of the evidence."""

    title: Annotated[str, "รายงานตัวอย่าง"]
    """Title."""
    year: Annotated[str, "2569"]
    """Fiscal year of the report."""


class DividedEvidence(TypedDict):
    """The evidence behind the page."""

    sort: Annotated[str, "หลักฐาน"]
    """What follows: หลักฐาน, or ภาคผนวก."""
    code: Annotated[str, "E-1.1-01"]
    """Code of the evidence, or the letter of an annex; empty for a single annex."""
    name: Annotated[str, "รายงานผลการดำเนินงาน"]
    """Name of the evidence."""
    cited: list[Annotated[str, "มาตรฐานที่ 1 ตัวบ่งชี้ที่ 1"]]
    """Places of the report that cite it."""


class DividerMarks(TypedDict):
    """What heads and foots the page."""

    secrecy: Annotated[str, "ลับ"]
    """Degree of secrecy of the paper; empty where there is none."""


class PrintedDivider(TypedDict):
    """What the page before a piece of evidence prints."""

    marks: DividerMarks
    """What heads and foots the page."""
    office: OfficeNames
    """The office."""
    report: DividedReport
    """The report of the evidence."""
    evidence: DividedEvidence
    """The evidence behind the page."""


class ListedCommittee(TypedDict):
    """A committee of a list."""

    heading: Annotated[str, "1. คณะกรรมการอำนวยการ"]
    """Number and name of the committee; empty for the only one."""
    members: list[Member]
    """Members of the committee."""


class MemberList(TypedDict):
    """The list of members."""

    names: Annotated[str, "คณะกรรมการอำนวยการ"]
    """Names of the committees."""
    day: Annotated[str, "16 กันยายน 2569"]
    """The day on which these are the members."""
    orders: list[Annotated[str, "ตามคำสั่งสำนักงาน ที่ 12/2569"]]
    """The order, and those that amend it."""
    committees: list[ListedCommittee]
    """Committees."""


class PrintedCommitteeList(TypedDict):
    """What a list of members prints."""

    office: OfficeNames
    """The office."""
    list: MemberList
    """The list of members."""
