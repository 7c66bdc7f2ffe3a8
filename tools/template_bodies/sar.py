"""The body of sar.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.manual import contents
from template_bodies.pieces import (
    bookmark,
    each,
    each_kept_with_next,
    either,
    entry,
    page_of,
    par,
    section,
    when,
)
from template_bodies.report_pieces import (
    REPORT_HEAD,
    cover,
    fact_tables,
    foreword,
    general,
    notes,
    office_table,
    part,
    small_list,
    working_group,
)
from template_bodies.tables import table

SCORES_CM = (7.6, 2.0, 1.6, 2.2, 2.6)
PLAN_CM = (6.5, 4.4, 5.1)
INDEX_CM = (1.8, 1.7, 1.6, 2.3, 7.4, 1.2)
"""Widths of the columns of scores, of plans and of the index of evidence; together the width of the text."""
CITED = "Cited{{one.mark}}"
"""Bookmark of a citation."""

FRAME = Frame(REPORT_HEAD)
"""Heads and feet of its pages."""


def sar() -> str:
    """Return รายงานการประเมินตนเอง: front matter, summary, three parts, annex."""
    front = cover() + foreword() + par("FrontHeading", "สารบัญ") + par("ContentsRow", "เรื่อง\tหน้า") + contents()
    return (
        front
        + _summary()
        + part("ส่วนที่ 1 ข้อมูลทั่วไป")
        + office_table()
        + general()
        + part("ส่วนที่ 2 ผลการประเมินตนเอง")
        + each("blank in blanks", par("NoteText", "หมายเหตุ\t{{ blank }}"))
        + each("standard in standards", *_standard())
        + _conclusion()
        + _annex()
        + section(numbered_from=1)
    )


def _summary() -> str:
    return (
        part("บทสรุปผู้บริหาร")
        + each("paragraph in summary", par("BodyText", "{{ paragraph }}"))
        + par("TableTitle", "ผลการประเมินตนเองรายมาตรฐาน {{ report.round }}")
        + _scores("มาตรฐาน", "row in standard_scores")
        + when("chart", par("Figure", "{{ chart }}"))
        + notes("note in notes")
    )


def _scores(first_head: str, loop: str) -> str:
    heads = (first_head, "ค่าเฉลี่ย", "ระดับ", "คุณภาพ", "ประเด็นที่ประเมินแล้ว")
    cells = [_score("label", "TableText", "TableTextStrong")]
    for key in ("value", "level", "word", "rated"):
        cells.append(_score(key, "TableNumber", "TableHeading"))
    return table(SCORES_CM, heads, loop, cells)


def _score(key: str, style: str, strong_style: str) -> str:
    """Return a value of a row; a strong row has another style."""
    value = f"{{{{ row.{key} }}}}"
    return either("row.strong", par(strong_style, value), par(style, value))


def _standard() -> tuple[str, ...]:
    return (
        par("SectionHeading", "{{ standard.heading }}", before=entry("{{ standard.heading }}", 2)),
        each("indicator in standard.indicators", *_indicator()),
    )


def _indicator() -> tuple[str, ...]:
    return (
        par("Heading3", "{{ indicator.heading }}", before=entry("{{ indicator.entry }}", 3)),
        par("FactLine", "ผู้รับผิดชอบ : {{ indicator.owner }}", properties="<w:keepNext/>"),
        when("indicator.no_issues", par("FactLine", "{{ indicator.no_issues }}")),
        each("issue in indicator.issues", *_issue()),
        par("SmallHeading", "ผลการประเมินของตัวบ่งชี้"),
        par("FactLine", "{{ indicator.score }}"),
        small_list("จุดเด่น", "item in indicator.strengths"),
        small_list("จุดที่ควรพัฒนา", "item in indicator.improve"),
        par("SmallHeading", "แนวทางการพัฒนา"),
        when("indicator.no_plan", par("FactLine", "{{ indicator.no_plan }}")),
        when("indicator.plan", _plan()),
    )


def _issue() -> tuple[str, ...]:
    owner = par("FactLine", "ผู้รับผิดชอบ : {{ issue.owner }}", properties="<w:keepNext/>")
    citation = par("CodedItem", "{{ one.code }}\t{{ one.name }}", before=bookmark(CITED, 1))
    return (
        par("Heading4", "{{ issue.label }}\t{{ issue.name }}"),
        when("issue.owner", owner),
        each(
            "round in issue.rounds",
            par("SmallHeading", "ผลการดำเนินงาน {{ round.heading }}"),
            each_kept_with_next("paragraph in round.results", "BodyText", "{{ paragraph }}"),
            par("FactLine", "ระดับคุณภาพ : {{ round.level }}"),
        ),
        fact_tables("issue.tables"),
        par("SmallHeading", "หลักฐาน"),
        when("issue.no_evidence", par("FactLine", "{{ issue.no_evidence }}")),
        each("one in issue.evidence", citation),
    )


def _plan() -> str:
    heads = ("แนวทาง", "ผู้รับผิดชอบ", "ระยะเวลา")
    cells = (
        par("TableText", "{{ row.text }}"),
        par("TableText", "{{ row.owner }}"),
        par("TableText", "{{ row.time }}"),
    )
    return table(PLAN_CM, heads, "row in indicator.plan", cells)


def _conclusion() -> str:
    return (
        part("ส่วนที่ 3 สรุปผลการประเมินตนเอง")
        + par("TableTitle", "ผลการประเมินตนเองรายตัวบ่งชี้ {{ report.round }}")
        + _scores("มาตรฐานและตัวบ่งชี้", "row in indicator_scores")
        + small_list("จุดเด่น", "item in strengths", "Heading3")
        + small_list("จุดที่ควรพัฒนา", "item in improve", "Heading3")
        + small_list("ข้อเสนอแนะ", "item in suggestions", "Heading3")
    )


def _annex() -> str:
    return (
        par("PartHeading", "ภาคผนวก")
        + _annex_heading("ก", "คณะทำงาน")
        + working_group()
        + _annex_heading("ข", "ดัชนีหลักฐานตามตัวบ่งชี้", new_page=True)
        + when("evidence", _index())
        + when("not evidence", par("BodyText", "{{ no_evidence }}"))
        + _annex_heading("ค", "ตัวบ่งชี้และประเด็นที่ไม่มีหลักฐาน")
        + each("gap in gaps", par("FactLine", "{{ gap }}"))
    )


def _annex_heading(letter: str, text: str, *, new_page: bool = False) -> str:
    heading = f"ภาคผนวก {letter} {text}"
    properties = "<w:pageBreakBefore/>" if new_page else ""
    return par("SectionHeading", heading, before=entry(heading, 1), properties=properties)


def _index() -> str:
    heads = ("มาตรฐาน", "ตัวบ่งชี้", "ประเด็น", "รหัส", "หลักฐานและที่เก็บ", "หน้า")
    name = par("TableText", "{{ one.name }}") + par("TableText", "{{ one.stored }}")
    cells = (
        par("TableNumber", "{{ one.standard }}"),
        par("TableNumber", "{{ one.indicator }}"),
        par("TableNumber", "{{ one.issue }}"),
        par("TableText", "{{ one.code }}"),
        name,
        par("TableNumber", "", before=page_of(CITED)),
    )
    return table(INDEX_CM, heads, "one in evidence", cells)
