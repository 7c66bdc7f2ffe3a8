"""The body of pmqa.docx."""

from __future__ import annotations

from template_bodies.frame import Frame
from template_bodies.manual import contents
from template_bodies.pieces import (
    bookmark,
    each,
    entry,
    page_of,
    par,
    run,
    section,
    spaced,
    table,
    tag,
    tall_table,
    when,
)
from template_bodies.report_pieces import (
    REPORT_HEAD,
    cover,
    either,
    fact_tables,
    foreword,
    general,
    notes,
    part,
    small_list,
    working_group,
)

KEPT = "<w:keepNext/>"
CITED = "Cited{{one.mark}}"
ITEM = "Item{{topic.mark}}"
"""Bookmarks of a citation and of an item."""

FRAME = Frame(REPORT_HEAD)
"""What stands above and below its pages."""


def pmqa() -> str:
    """Write the report: front matter, summary of scores, five parts, annexes."""
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
    """Write the table of scores, with last year's beside them and with points where there are any."""
    now, before = ("{{ scores.this_year }}", "now"), ("{{ scores.last_year }}", "before")
    compared = (before, now, ("ผลต่าง", "difference"))
    points = (("คะแนน", "points"), ("คะแนนเต็ม", "full"))
    return (
        tag("if scores.compared and scores.adds_up")
        + _score_table((*compared, *points))
        + tag("elif scores.compared")
        + _score_table(compared)
        + tag("elif scores.adds_up")
        + _score_table((now, *points))
        + tag("else")
        + _score_table((now,))
        + tag("endif")
    )


def _score_table(columns: tuple[tuple[str, str], ...]) -> str:
    width = 2.0
    cells = (_of_row("name", "TableText"), *(_of_row(key, "TableNumber") for _head, key in columns))
    return table(
        (16 - width * len(columns), *(width for _one in columns)),
        ("หมวด", *(head for head, _key in columns)),
        "row in scores.rows",
        cells,
    )


def _of_row(key: str, style: str) -> str:
    """Write a value of a row; that of the row of the whole is bold."""
    value = f"{{{{ row.{key} }}}}"
    strong = "TableTextStrong" if style == "TableText" else "TableHeading"
    return either("row.strong", par(strong, value), par(style, value))


def _profile() -> str:
    return (
        part("ส่วนที่ 1 ลักษณะสำคัญขององค์การ")
        + general()
        + each(
            "group in profile",
            par("SectionHeading", "{{ group.heading }}", before=entry("{{ group.heading }}", 2)),
            each(
                "question in group.questions",
                par("Heading3", "{{ question.text }}"),
                each("paragraph in question.answer", par("BodyText", "{{ paragraph }}")),
            ),
        )
    )


def _assessment() -> str:
    return part("ส่วนที่ 2 ผลการประเมินรายหมวด") + each(
        "category in categories",
        either("loop.first", _category_name(""), _category_name(_NEW_PAGE)),
        each("topic in category.topics", *_topic()),
        par("TableTitle", "จุดแข็งและโอกาสในการปรับปรุง {{ category.name }}", more=spaced(18)),
        _improvement(),
    )


_NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'


def _category_name(more: str) -> str:
    return par("SectionHeading", "{{ category.name }}", before=entry("{{ category.name }}", 2), more=more)


def _topic() -> tuple[str, ...]:
    return (
        par("Heading3", "{{ topic.heading }}", before=bookmark(ITEM, 2)),
        par("FactLine", "ผู้รับผิดชอบ : {{ topic.owner }}", more=KEPT),
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
        each("line in topic.score", par("FactLine", "{{ line }}", more=spaced(3))),
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
            *(par("TableNumber", f"{{{{ measure.{key} }}}}") for key in _RESULT),
        ),
    )


_RESULT = ("target", "actual", "percent", "points")


def _lines(key: str) -> str:
    return each(f"line in row.{key}", par("TableSmall", "{{ line }}"))


def _improvement() -> str:
    return tall_table(
        (1.2, 3.0, 3.3, 3.2, 2.9, 2.4),
        ("หัวข้อ", "จุดแข็ง", "โอกาสในการปรับปรุง", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา"),
        "row in category.improvement",
        (
            par("TableSmallCentred", "{{ row.item }}"),
            *map(_lines, ("strengths", "improve", "plan", "owner", "time")),
        ),
        head_style="TableSmallHeading",
    )


def _plan() -> str:
    return (
        part("ส่วนที่ 3 แผนปรับปรุงองค์การ")
        + tag("if plan")
        + table(
            (1.1, 1.5, 7.0, 3.4, 3.0),
            ("ที่", "หัวข้อ", "แนวทางปรับปรุง", "ผู้รับผิดชอบ", "ระยะเวลา"),
            "row in plan",
            (
                par("TableSmallCentred", "{{ row.label }}"),
                par("TableSmallCentred", "{{ row.item }}"),
                *(par("TableSmall", f"{{{{ row.{key} }}}}") for key in ("text", "owner", "time")),
            ),
            head_style="TableSmallHeading",
        )
        + tag("else")
        + par("BodyText", "ยังไม่มีแผนปรับปรุง")
        + tag("endif")
    )


def _monitoring() -> str:
    return part("ส่วนที่ 4 การติดตามรอบ 6 เดือน และรอบ 12 เดือน") + tall_table(
        (1.5, 6.0, 6.0, 2.5),
        ("หัวข้อ", "รอบ 6 เดือน", "รอบ 12 เดือน", "สถานะ"),
        "topic in monitoring",
        (
            par("TableSmallCentred", "{{ topic.item }}"),
            _reported(0),
            _reported(1),
            par("TableSmall", "{{ topic.status }}"),
        ),
        head_style="TableSmallHeading",
    )


def _reported(number: int) -> str:
    """Write what was reported in a round, and the page of the item where the rest is."""
    reported = f"topic.rounds[{number}]"
    page = run("รายละเอียดหน้า ") + page_of(ITEM)
    return when(f"{reported}.text", par("TableSmall", f"{{{{ {reported}.text }}}}")) + when(
        f"{reported}.goes_on", par("TableSmall", "", before=page)
    )


def _conclusion() -> str:
    return (
        part("ส่วนที่ 5 สรุปผลการประเมิน")
        + small_list("จุดแข็ง", "item in strengths")
        + small_list("โอกาสในการปรับปรุง", "item in improve")
        + small_list("ข้อเสนอแนะ", "item in suggestions")
    )


def _annex() -> str:
    return (
        part("ภาคผนวก")
        + _annex_heading("ก คณะกรรมการ", "")
        + working_group()
        + _annex_heading("ข ดัชนีหลักฐาน", _NEW_PAGE)
        + when("evidence", _evidence())
        + when(
            "without_evidence",
            par("NoteText", "หมายเหตุ\tหัวข้อที่ยังไม่มีหลักฐาน ได้แก่ {{ without_evidence }}", more=spaced(6)),
        )
    )


def _annex_heading(text: str, more: str) -> str:
    heading = f"ภาคผนวก {text}"
    return par("SectionHeading", heading, before=entry(heading, 2), more=more)


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
