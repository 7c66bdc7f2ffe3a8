"""The body of pmqa.docx."""

from __future__ import annotations

from collections.abc import Mapping

from template_bodies.frame import Frame
from template_bodies.manual import contents
from template_bodies.pieces import (
    bookmark,
    each,
    either,
    entry,
    page_of,
    par,
    run,
    section,
    space_above,
    tag,
    when,
)
from template_bodies.report_pieces import (
    REPORT_HEAD,
    cover,
    fact_tables,
    foreword,
    general,
    notes,
    part,
    small_list,
    working_group,
)
from template_bodies.tables import table, tall_table

_TEXT_CM = 16.0
KEEP_WITH_NEXT = "<w:keepNext/>"
_NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'
CITED = "Cited{{one.mark}}"
ITEM = "Item{{topic.mark}}"
"""Bookmarks of a citation and of an item."""

FRAME = Frame(REPORT_HEAD)
"""Heads and feet of its pages."""


def pmqa() -> str:
    """Return the report: front matter, summary of scores, five parts, annexes."""
    front = cover() + foreword() + par("FrontHeading", "สารบัญ") + par("ContentsRow", "เรื่อง\tหน้า") + contents()
    parts = (_summary(), _profile(), _assessment(), _plan(), _monitoring(), _conclusion(), _annex())
    return front + "".join(parts) + section(numbered_from=1)


def _summary() -> str:
    return (
        part("บทสรุปผู้บริหาร")
        + each("paragraph in summary", par("BodyText", "{{ paragraph }}"))
        + par("TableTitle", "คะแนนรายหมวด {{ report.round }} ({{ scores.unit }})")
        + _score_tables()
        + notes("note in scores.notes")
        + when("chart", par("Figure", "{{ chart }}"))
    )


def _score_tables() -> str:
    """Return the table of scores, with last year's beside them and with points where there are any."""
    this_year = {"{{ scores.this_year }}": "now"}
    compared_years = {
        "{{ scores.last_year }}": "before",
        "{{ scores.this_year }}": "now",
        "ผลต่าง": "difference",
    }
    points = {"คะแนน": "points", "คะแนนเต็ม": "full"}
    return (
        tag("if scores.compared and scores.adds_up")
        + _score_table(compared_years | points)
        + tag("elif scores.compared")
        + _score_table(compared_years)
        + tag("elif scores.adds_up")
        + _score_table(this_year | points)
        + tag("else")
        + _score_table(this_year)
        + tag("endif")
    )


def _score_table(keys_by_head: Mapping[str, str]) -> str:
    """Return a table of scores with these columns behind the name of the category."""
    width = 2.0
    columns = len(keys_by_head)
    widths = [_TEXT_CM - width * columns] + [width] * columns
    cells = [_score("name", "TableText", "TableTextStrong")]
    cells += [_score(key, "TableNumber", "TableHeading") for key in keys_by_head.values()]
    return table(widths, ["หมวด", *keys_by_head], "row in scores.rows", cells)


def _score(key: str, style: str, strong_style: str) -> str:
    """Return a value of a row; the row of the whole report is strong."""
    value = f"{{{{ row.{key} }}}}"
    return either("row.strong", par(strong_style, value), par(style, value))


def _profile() -> str:
    questions = each(
        "question in group.questions",
        par("Heading3", "{{ question.text }}"),
        each("paragraph in question.answer", par("BodyText", "{{ paragraph }}")),
    )
    groups = each(
        "group in profile",
        par("SectionHeading", "{{ group.heading }}", before=entry("{{ group.heading }}", 2)),
        questions,
    )
    return part("ส่วนที่ 1 ลักษณะสำคัญขององค์การ") + general() + groups


def _assessment() -> str:
    categories = each(
        "category in categories",
        either("loop.first", _category_name(""), _category_name(_NEW_PAGE)),
        each("topic in category.topics", *_topic()),
        par("TableTitle", "จุดแข็งและโอกาสในการปรับปรุง {{ category.name }}", properties=space_above(18)),
        _improvement(),
    )
    return part("ส่วนที่ 2 ผลการประเมินรายหมวด") + categories


def _category_name(properties: str) -> str:
    contents_entry = entry("{{ category.name }}", 2)
    return par("SectionHeading", "{{ category.name }}", before=contents_entry, properties=properties)


def _topic() -> tuple[str, ...]:
    return (
        par("Heading3", "{{ topic.heading }}", before=bookmark(ITEM, 2)),
        par("FactLine", "ผู้รับผิดชอบ : {{ topic.owner }}", properties=KEEP_WITH_NEXT),
        each(
            "round in topic.rounds",
            par("SmallHeading", "ผลการดำเนินการ {{ round.label }}"),
            each("paragraph in round.text", par("BodyText", "{{ paragraph }}")),
        ),
        fact_tables("topic.tables"),
        par("SmallHeading", "ผลการประเมิน"),
        when("topic.levels", _levels()),
        when("topic.factors", _factors()),
        when("topic.measures", _measures()),
        each("line in topic.score", par("FactLine", "{{ line }}", properties=space_above(3))),
        par("SmallHeading", "หลักฐาน"),
        when("topic.no_evidence", par("FactLine", "{{ topic.no_evidence }}")),
        each(
            "one in topic.evidence",
            par("CodedItem", "{{ one.code }}\t{{ one.name }}", before=bookmark(CITED, 1)),
        ),
    )


def _levels() -> str:
    return table(
        (3.5, 3.5, 4.0, 5.0),
        ("ระดับ", "ผลการตรวจ", "ช่องที่ผ่าน", "คะแนน"),
        "level in topic.levels",
        (
            par("TableText", "{{ level.name }}"),
            par("TableNumber", "{{ level.passed }}"),
            par("TableNumber", "{{ level.boxes }}"),
            par("TableNumber", "{{ level.points }}"),
        ),
    )


def _factors() -> str:
    return table(
        (12.0, 4.0),
        ("ปัจจัย", "ร้อยละ"),
        "factor in topic.factors",
        (par("TableText", "{{ factor.name }}"), par("TableNumber", "{{ factor.percent }}")),
    )


def _measures() -> str:
    return table(
        (1.1, 5.9, 2.4, 2.4, 2.2, 2.0),
        ("ที่", "ตัววัด", "เป้าหมาย", "ผล", "ร้อยละ", "คะแนน"),
        "measure in topic.measures",
        (
            par("TableNumber", "{{ measure.label }}"),
            par("TableText", "{{ measure.name }}"),
            par("TableNumber", "{{ measure.target }}"),
            par("TableNumber", "{{ measure.actual }}"),
            par("TableNumber", "{{ measure.percent }}"),
            par("TableNumber", "{{ measure.points }}"),
        ),
    )


def _improvement() -> str:
    return tall_table(
        (1.2, 3.0, 3.3, 3.2, 2.9, 2.4),
        ("หัวข้อ", "จุดแข็ง", "โอกาสในการปรับปรุง", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา"),
        "row in category.improvement",
        (
            par("TableSmallCentred", "{{ row.item }}"),
            _lines_of("strengths"),
            _lines_of("improve"),
            _lines_of("plan"),
            _lines_of("owner"),
            _lines_of("time"),
        ),
        head_style="TableSmallHeading",
    )


def _lines_of(key: str) -> str:
    return each(f"line in row.{key}", par("TableSmall", "{{ line }}"))


def _plan() -> str:
    plan_table = table(
        (1.1, 1.5, 7.0, 3.4, 3.0),
        ("ที่", "หัวข้อ", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา"),
        "row in plan",
        (
            par("TableSmallCentred", "{{ row.label }}"),
            par("TableSmallCentred", "{{ row.item }}"),
            par("TableSmall", "{{ row.text }}"),
            par("TableSmall", "{{ row.owner }}"),
            par("TableSmall", "{{ row.time }}"),
        ),
        head_style="TableSmallHeading",
    )
    no_plan = par("BodyText", "ยังไม่มีแผนปรับปรุง")
    return part("ส่วนที่ 3 แผนปรับปรุงองค์การ") + either("plan", plan_table, no_plan)


def _monitoring() -> str:
    monitoring_table = tall_table(
        (1.5, 6.0, 6.0, 2.5),
        ("หัวข้อ", "รอบ 6 เดือน", "รอบ 12 เดือน", "สถานะ"),
        "topic in monitoring",
        (
            par("TableSmallCentred", "{{ topic.item }}"),
            _round_text(0),
            _round_text(1),
            par("TableSmall", "{{ topic.status }}"),
        ),
        head_style="TableSmallHeading",
    )
    return part("ส่วนที่ 4 การติดตามรอบ 6 เดือน และรอบ 12 เดือน") + monitoring_table


def _round_text(number: int) -> str:
    """Return the text of a round; where it goes on, with the page of the item, which has all of it."""
    round_name = f"topic.rounds[{number}]"
    text = par("TableSmall", f"{{{{ {round_name}.text }}}}")
    page = run("รายละเอียดหน้า ") + page_of(ITEM)
    page_line = par("TableSmall", "", before=page)
    return when(f"{round_name}.text", text) + when(f"{round_name}.goes_on", page_line)


def _conclusion() -> str:
    return (
        part("ส่วนที่ 5 สรุปผลการประเมิน")
        + small_list("จุดแข็ง", "item in strengths")
        + small_list("โอกาสในการปรับปรุง", "item in improve")
        + small_list("ข้อเสนอแนะ", "item in suggestions")
    )


def _annex() -> str:
    without_evidence = "หมายเหตุ\tหัวข้อที่ยังไม่มีหลักฐาน ได้แก่ {{ without_evidence }}"
    return (
        part("ภาคผนวก")
        + _annex_heading("ก คณะกรรมการ", "")
        + working_group()
        + _annex_heading("ข ดัชนีหลักฐาน", _NEW_PAGE)
        + when("evidence", _evidence())
        + when("without_evidence", par("NoteText", without_evidence, properties=space_above(6)))
    )


def _annex_heading(text: str, properties: str) -> str:
    heading = f"ภาคผนวก {text}"
    return par("SectionHeading", heading, before=entry(heading, 2), properties=properties)


def _evidence() -> str:
    pages = each("one in row.cited", par("TableSmallCentred", "", before=page_of(CITED)))
    return table(
        (2.3, 5.4, 4.8, 1.9, 1.6),
        ("รหัส", "หลักฐาน", "ที่เก็บ", "หัวข้อ", "หน้า"),
        "row in evidence",
        (
            par("TableSmall", "{{ row.code }}"),
            par("TableSmall", "{{ row.name }}"),
            par("TableSmall", "{{ row.stored }}"),
            each("item in row.items", par("TableSmallCentred", "{{ item }}")),
            pages,
        ),
        head_style="TableSmallHeading",
    )
