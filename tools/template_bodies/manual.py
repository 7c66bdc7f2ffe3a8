"""The body of manual.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import each, entry, par, section, spaced, tag, tall_table, when

TABLE_CM = (1.1, 3.62, 4.76, 1.83, 2.34, 2.35)
"""Widths of the columns of section 7; together the width of the text."""

FRAME = Frame()
"""What stands above and below its pages."""


def manual() -> str:
    """Write คู่มือการปฏิบัติงาน: cover, foreword, contents, and nine sections for each work."""
    clause = "{% if item.label %}{{ item.label }} {% endif %}{{ item.text }}"
    front = (
        par("Title", "คู่มือ", more=spaced(90))
        + par("Title", "การปฏิบัติงาน")
        + par("Subtitle", "{{ manual.title }}")
        + par("CoverText", "{{ author.name }}", more=spaced(210))
        + par("CoverText", "{{ author.position }}")
        + par("CoverText", "{{ office.name }}", more=spaced(90))
        + par("CoverText", "{{ office.parent }}")
        + par("FrontHeading", "คำนำ")
        + each("paragraph in manual.foreword", par("BodyText", "{{ paragraph }}"))
        + par("Signature", "{{ author.name }}", more=f"<w:keepNext/>{spaced(72)}")
        + par("Signature", "{{ author.position }}")
        + when("manual.date", par("Signature", "{{ manual.date }}"))
        + par("FrontHeading", "สารบัญ")
        + par("ContentsRow", "คู่มือการปฏิบัติงาน {{ manual.title }}\tหน้า")
        + contents()
    )
    return front + each("work in works", *_work(clause)) + section(numbered_from=1)


def _work(clause: str) -> tuple[str, ...]:
    new_page = "<w:pageBreakBefore/>"
    return (
        par("WorkLabel", "คู่มือการปฏิบัติงาน"),
        par("Heading1", "{{ work.title }}", before=entry("{{ work.name }}", 1)),
        par("Heading2", "1. ชื่องาน : {{ work.name }}", more=new_page),
        par("Heading2", "2. วัตถุประสงค์", before=entry("วัตถุประสงค์", 2)),
        each("item in work.objectives", par("Item1", clause)),
        par("Heading2", "3. ขอบเขตของงาน", before=entry("ขอบเขตของงาน", 2)),
        each("item in work.scope", par("Item1", clause), *_standards()),
        par("Heading2", "4. คำจำกัดความ"),
        each("item in work.definitions", par("Item1", _DEFINITION)),
        par("Heading2", "5. ขั้นตอนการปฏิบัติงาน", before=entry("ขั้นตอนการปฏิบัติงาน", 2)),
        each("step in work.steps", *_step()),
        par("Heading2", "6. Flow Chart การปฏิบัติงาน", before=entry("Flow Chart การปฏิบัติงาน", 2), more=new_page),
        each("page in work.chart", *_chart_page(new_page)),
        par("Heading2", "7. สรุปมาตรฐาน {{ work.name }}", before=entry("สรุปมาตรฐานงาน", 2), more=new_page),
        tall_table(TABLE_CM, _HEADS, "row in work.table", _row()),
        par("Heading2", "8. แบบฟอร์มที่ใช้"),
        each("item in work.forms", par("Item1", clause)),
        par("Heading2", "9. เอกสาร / หลักฐานอ้างอิง"),
        each("item in work.references", *_together(clause)),
    )


_DEFINITION = "“{{ item.term }}” {% if item.note %}{{ item.note }} {% endif %}หมายถึง {{ item.meaning }}"
_HEADS = (
    "ลำดับที่",
    "ขั้นตอนการดำเนินงาน",
    "รายละเอียดงาน",
    "เวลาดำเนินการ",
    "มาตรฐานคุณภาพงาน",
    "ผู้รับผิดชอบ",
)


def _chart_page(new_page: str) -> tuple[str, ...]:
    """Put each page of a flow chart below its heading; a chart that goes on has one on every page."""
    return (
        when("not loop.first", par("Heading2", "6. Flow Chart การปฏิบัติงาน (ต่อ)", more=new_page)),
        par("Figure", "{{ page }}"),
    )


def _together(clause: str) -> tuple[str, ...]:
    """Keep the items of a list on one page: none of them stands alone on the next."""
    return (
        tag("if loop.last"),
        par("Item1", clause),
        tag("else"),
        par("Item1", clause, more="<w:keepNext/>"),
        tag("endif"),
    )


def _standards() -> tuple[str, ...]:
    return (
        each(
            "standard in item.standards",
            par("Item2", "-{{ standard.label }} {{ standard.text }}"),
            each(
                "indicator in standard.indicators", par("Item3", "{{ indicator.label }} {{ indicator.text }}")
            ),
        ),
    )


def _step() -> tuple[str, ...]:
    topic = "{{ topic.label }} {{ topic.name }} {{ topic.text }}"
    return (
        par("Item1", "{{ step.label }} {{ step.text }}"),
        each(
            "part in step.substeps",
            par("Item2", "{{ part.label }} {{ part.text }}"),
            when("part.duty", par("Item3", "หน้าที่ : {{ part.duty }}")),
            when("part.composition", par("Item3", "องค์ประกอบ : {{ part.composition }}")),
            each("bullet in part.bullets", par("Item3", "-{{ bullet }}")),
        ),
        when("step.lead", par("Item2", "{{ step.lead }}")),
        each("topic in step.topics", par("Item3", topic)),
        each("topic in step.categories", par("Item2", topic)),
    )


def _row() -> tuple[str, ...]:
    return (
        par("TableNumber", "{{ row.label }}"),
        par("TableText", "{{ row.step }}"),
        each("line in row.detail", par("TableText", "{{ line }}")),
        par("TableText", "{{ row.time }}"),
        each("line in row.quality", par("TableText", "{{ line }}")),
        par("TableText", "{{ row.owner }}"),
    )


def contents() -> str:
    """Write the field of the table of contents; the build puts its entries inside."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\f m \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return par("TOC1", "(โปรแกรมใส่รายการสารบัญที่นี่)", before=begin) + par(
        "ContentsEnd", "", before=end, more=section()
    )
