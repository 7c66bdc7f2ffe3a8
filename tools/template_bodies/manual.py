"""The body of manual.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import (
    PLAIN_NUMBER,
    each,
    either,
    entry,
    number_and_draft,
    par,
    section,
    space_above,
    when,
)
from template_bodies.tables import tall_table

TABLE_CM = (1.1, 3.62, 4.76, 1.83, 2.34, 2.35)
"""Widths of the columns of section 7; together the width of the text."""

_NEW_PAGE = "<w:pageBreakBefore/>"
_CLAUSE = "{% if item.label %}{{ item.label }} {% endif %}{{ item.text }}"
_DEFINITION = "“{{ item.term }}” {% if item.note %}{{ item.note }} {% endif %}หมายถึง {{ item.meaning }}"
_HEADS = (
    "ลำดับที่",
    "ขั้นตอนการดำเนินงาน",
    "รายละเอียดงาน",
    "เวลาดำเนินการ",
    "มาตรฐานคุณภาพงาน",
    "ผู้รับผิดชอบ",
)

FRAME = Frame(either("manual.draft", number_and_draft("manual.draft"), PLAIN_NUMBER))
"""Heads and feet of its pages."""


def manual() -> str:
    """Return คู่มือการปฏิบัติงาน: cover, foreword, contents, and nine sections for each work."""
    return _front() + each("work in works", *_work()) + section(numbered_from=1)


def _front() -> str:
    return (
        when("manual.draft", par("DraftMark", "{{ manual.draft }}"))
        + par("Title", "คู่มือ", properties=space_above(90))
        + par("Title", "การปฏิบัติงาน")
        + par("Subtitle", "{{ manual.title }}")
        + par("CoverText", "{{ author.name }}", properties=space_above(210))
        + par("CoverText", "{{ author.position }}")
        + par("CoverText", "{{ office.name }}", properties=space_above(90))
        + par("CoverText", "{{ office.parent }}")
        + par("FrontHeading", "คำนำ")
        + each("paragraph in manual.foreword", par("BodyText", "{{ paragraph }}"))
        + par("Signature", "{{ author.name }}", properties=f"<w:keepNext/>{space_above(72)}")
        + par("Signature", "{{ author.position }}")
        + when("manual.date", par("Signature", "{{ manual.date }}"))
        + par("FrontHeading", "สารบัญ")
        + par("ContentsRow", "คู่มือการปฏิบัติงาน {{ manual.title }}\tหน้า")
        + contents()
    )


def _work() -> tuple[str, ...]:
    return (
        par("WorkLabel", "คู่มือการปฏิบัติงาน"),
        par("Heading1", "{{ work.title }}", before=entry("{{ work.name }}", 1)),
        par("Heading2", "1. ชื่องาน : {{ work.name }}", properties=_NEW_PAGE),
        par("Heading2", "2. วัตถุประสงค์", before=entry("วัตถุประสงค์", 2)),
        each("item in work.objectives", par("Item1", _CLAUSE)),
        par("Heading2", "3. ขอบเขตของงาน", before=entry("ขอบเขตของงาน", 2)),
        each("item in work.scope", par("Item1", _CLAUSE), _standards()),
        par("Heading2", "4. คำจำกัดความ"),
        each("item in work.definitions", par("Item1", _DEFINITION)),
        par("Heading2", "5. ขั้นตอนการปฏิบัติงาน", before=entry("ขั้นตอนการปฏิบัติงาน", 2)),
        each("step in work.steps", *_step()),
        *_chart(),
        par(
            "Heading2",
            "7. สรุปมาตรฐาน {{ work.name }}",
            before=entry("สรุปมาตรฐานงาน", 2),
            properties=_NEW_PAGE,
        ),
        tall_table(TABLE_CM, _HEADS, "row in work.table", _row()),
        par("Heading2", "8. แบบฟอร์มที่ใช้"),
        each("item in work.forms", par("Item1", _CLAUSE)),
        par("Heading2", "9. เอกสาร / หลักฐานอ้างอิง"),
        each("item in work.references", _item_kept_with_next()),
    )


def _chart() -> tuple[str, ...]:
    """Return the flow chart of a work; one of several pages has its heading on every page."""
    contents_entry = entry("Flow Chart การปฏิบัติงาน", 2)
    heading = par("Heading2", "6. Flow Chart การปฏิบัติงาน", before=contents_entry, properties=_NEW_PAGE)
    next_heading = par("Heading2", "6. Flow Chart การปฏิบัติงาน (ต่อ)", properties=_NEW_PAGE)
    page = par("Figure", "{{ page }}")
    return heading, each("page in work.chart", when("not loop.first", next_heading), page)


def _item_kept_with_next() -> str:
    """Return an item of a list that stands on one page, so that no item stands alone on the next."""
    kept_item = par("Item1", _CLAUSE, properties="<w:keepNext/>")
    return either("loop.last", par("Item1", _CLAUSE), kept_item)


def _standards() -> str:
    indicator = par("Item3", "{{ indicator.label }} {{ indicator.text }}")
    return each(
        "standard in item.standards",
        par("Item2", "-{{ standard.label }} {{ standard.text }}"),
        each("indicator in standard.indicators", indicator),
    )


def _step() -> tuple[str, ...]:
    topic = "{{ topic.label }} {{ topic.name }} {{ topic.text }}"
    return (
        par("Item1", "{{ step.label }} {{ step.text }}"),
        each("part in step.substeps", *_substep()),
        when("step.lead", par("Item2", "{{ step.lead }}")),
        each("topic in step.topics", par("Item3", topic)),
        each("topic in step.categories", par("Item2", topic)),
    )


def _substep() -> tuple[str, ...]:
    return (
        par("Item2", "{{ part.label }} {{ part.text }}"),
        when("part.duty", par("Item3", "หน้าที่ : {{ part.duty }}")),
        when("part.composition", par("Item3", "องค์ประกอบ : {{ part.composition }}")),
        each("bullet in part.bullets", par("Item3", "-{{ bullet }}")),
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
    """Return the field of the table of contents; the build puts its entries inside."""
    # LibreOffice never fills in such a field when it converts a file, so the entries must be there.
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\f m \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    first_paragraph = par("TOC1", "(โปรแกรมใส่รายการสารบัญที่นี่)", before=begin)
    last_paragraph = par("ContentsEnd", "", before=end, properties=section())
    return first_paragraph + last_paragraph
