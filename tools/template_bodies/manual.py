"""The body of manual.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.pieces import (
    PLAIN_NUMBER,
    choose,
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
_HEADING = "{{ section.heading }}"
_DEEPEST = '<w:ind w:firstLine="1985"/>'
"""Where the first line of the parts (1), (2) begins: behind those of 2.1.1."""
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
        + par("ContentsRow", "คู่มือการปฏิบัติงาน {{ manual.name }}\tหน้า")
        + contents()
    )


def _work() -> tuple[str, ...]:
    """Return a work: its title page, its name, and its sections in the order of the office."""
    return (
        par("WorkLabel", "คู่มือการปฏิบัติงาน"),
        par("Heading1", "{{ work.title }}", before=entry("{{ work.name }}", 1)),
        par("Heading2", "1. ชื่องาน : {{ work.name }}", properties=_NEW_PAGE),
        each("section in work.sections", *_section()),
    )


def _section() -> tuple[str, ...]:
    """Return a section: its heading, what the office writes in it, and the content that stands in it."""
    return (
        _headings(),
        each("paragraph in section.paragraphs", par("Item1", "{{ paragraph }}")),
        choose(
            ("section.is_objectives", each("item in work.objectives", par("Item1", _CLAUSE))),
            ("section.is_scope", each("item in work.scope", par("Item1", _CLAUSE), _standards())),
            ("section.is_definitions", each("item in work.definitions", par("Item1", _DEFINITION))),
            ("section.is_steps", each("step in work.steps", *_step())),
            ("section.is_flow", _chart()),
            ("section.is_table", "".join(_table())),
            ("section.is_forms", each("item in work.forms", par("Item1", _CLAUSE))),
            ("section.is_references", each("item in work.references", _item_kept_with_next())),
        ),
    )


def _headings() -> str:
    """Return the heading of a section: on a new page or not, in the table of contents or not."""
    contents_entry = entry("{{ section.contents }}", 2)
    on_new_page = par("Heading2", _HEADING, before=contents_entry, properties=_NEW_PAGE)
    with_entry = par("Heading2", _HEADING, before=contents_entry)
    return choose(
        ("section.new_page", on_new_page), ("section.contents", with_entry), ("", par("Heading2", _HEADING))
    )


def _chart() -> str:
    """Return the flow chart of a work; one of several pages has its heading on every page."""
    next_heading = par("Heading2", f"{_HEADING} (ต่อ)", properties=_NEW_PAGE)
    page = par("Figure", "{{ page }}")
    return each("page in work.chart", when("not loop.first", next_heading), page)


def _table() -> tuple[str, ...]:
    """Return the summary table: in the columns of the office, else in the usual ones."""
    usual_table = tall_table(TABLE_CM, _HEADS, "row in work.table", _row())
    return (
        when("work.form_head", par("TableText", "{{ work.form_head }}")),
        when("work.summary", par("TableText", "{{ work.summary }}")),
        when("not work.summary", usual_table),
    )


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
    text = "{{ part.label }} {{ part.text }}"
    return (
        when("part.level == 1", par("Item2", text)),
        when("part.level == 2", par("Item3", text)),
        when("part.level >= 3", par("Item3", text, properties=_DEEPEST)),
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
