"""The body of sar-issue.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import DASHED_NUMBER, each, issued_section, par, run, when
from template_bodies.report_pieces import fact_tables
from template_bodies.tables import table

TOP_CM = 2.5
"""Where the text begins: the form bears no emblem."""
COLUMNS_CM = (1.5, 3.5, 11.0)
"""Widths of the columns of evidence: number, code, name; together the width of the text."""
_LAST_OF_HEAD = '<w:spacing w:after="240"/>'

FRAME = Frame(DASHED_NUMBER)
"""Heads and feet of its pages."""


def sar_issue() -> str:
    """Return the results of an issue: number and name, results, level, evidence."""
    return (
        par("IssuedHead", "ผลการดำเนินงานรายประเด็นการพิจารณา รอบ {{ report.months }} เดือน")
        + par("IssuedHead", "ตาม{{ report.scheme }} ปีงบประมาณ พ.ศ. {{ report.year }}")
        + par("IssuedHead", "{{ office.name }}", properties=_LAST_OF_HEAD)
        + _line("มาตรฐานที่ {{ issue.standard_number }}", "{{ issue.standard }}")
        + _line("ตัวบ่งชี้ที่ {{ issue.indicator_number }}", "{{ issue.indicator }}")
        + _line_or_dots("ประเด็นการพิจารณาที่ {{ issue.number }}", "issue.name")
        + _line_or_dots("ผู้รับผิดชอบ", "issue.owner")
        + par("MemoHeading", "ผลการดำเนินงาน")
        + each("paragraph in issue.results", par("IssuedText", "{{ paragraph }}"))
        + fact_tables("issue.tables")
        + par("MemoHeading", "ระดับคุณภาพ")
        + when("issue.level", par("IssuedText", "ระดับ {{ issue.level }}"))
        + when("not issue.level", _not_known())
        + when("report.note", par("FormNote", "หมายเหตุ: {{ report.note }}"))
        + par("MemoHeading", "หลักฐาน", properties='<w:spacing w:after="60"/>')
        + when("issue.evidence", _evidence())
        + when("not issue.evidence", _not_known())
        + issued_section(first=False, top_cm=TOP_CM)
    )


def _line(label: str, value: str) -> str:
    return par("FormLine", f"\t{value}", before=run(label, "FormLabel"))


def _line_or_dots(label: str, value: str) -> str:
    """Return a line with a value; where there is none, with dots to write on."""
    filled_line = _line(label, f"{{{{ {value} }}}}")
    dotted_line = _line(label, "\t")
    return when(value, filled_line) + when(f"not {value}", dotted_line)


def _not_known() -> str:
    return par("IssuedText", "ยังไม่มีข้อมูล")


def _evidence() -> str:
    link = when("row.link", par("TableText", "{{ row.link }}"))
    name = par("TableText", "{{ row.name }}") + link
    cells = (par("TableNumber", "{{ row.label }}"), par("TableText", "{{ row.code }}"), name)
    return table(COLUMNS_CM, ("ที่", "รหัส", "รายการหลักฐาน"), "row in issue.evidence", cells)
