"""Makes the shipped Word templates: run it after a change here or in template_parts/, and commit both.

    python tools/make_templates.py

A template is an ordinary Word file with docxtpl's tags. The styles, settings, fonts and theme are the XML
files in template_parts/; the body of each kind is written below.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W
from esa_docs.ooxml.package import write_package

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "template_parts"
OFFICE_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

A4_CM = (21.0, 29.7)
TABLE_CM = (1.1, 3.62, 4.76, 1.83, 2.34, 2.35)
TEXT_WIDTH = 9071
"""16 cm in twips: A4 less 3 cm left and 2 cm right."""


def twips(cm: float) -> int:
    """Turn centimetres into twentieths of a point."""
    return round(cm * 1440 / 2.54)


def run(text: str) -> str:
    """Write a run; a tab character becomes a tab."""
    pieces = [
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    ]
    return f"<w:r>{'<w:tab/>'.join(pieces)}</w:r>"


def field(instruction: str) -> str:
    """Write a field without a result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def entry(text: str, level: int) -> str:
    """Write the TC field by which a heading comes into the table of contents."""
    return field(f'TC "{text}" \\f m \\l {level}')


def par(style: str, text: str, *, before: str = "", more: str = "") -> str:
    """Write a paragraph; ``before`` goes in front of its text, ``more`` into its properties."""
    content = before + (run(text) if text else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def spaced(points: int) -> str:
    """Write space above a paragraph."""
    return f'<w:spacing w:before="{points * 20}"/>'


def each(loop: str, *body: str) -> str:
    """Repeat paragraphs: ``each("item in work.forms", …)``."""
    return tag(f"for {loop}") + "".join(body) + tag("endfor")


def when(condition: str, *body: str) -> str:
    """Print paragraphs only if there is something to print."""
    return tag(f"if {condition}") + "".join(body) + tag("endif")


def each_kept(loop: str, style: str, text: str, *, kept: str = "loop.last") -> str:
    """Repeat a paragraph whose last one (``kept``) stays with what follows: no signature stands alone."""
    return each(
        loop,
        tag(f"if {kept}"),
        par(style, text, more="<w:keepNext/>"),
        tag("else"),
        par(style, text),
        tag("endif"),
    )


def tag(statement: str) -> str:
    """Write a paragraph that holds a statement of the template and is not printed."""
    return par("Normal", f"{{%p {statement} %}}")


def table(columns: tuple[float, ...], heads: tuple[str, ...], loop: str, cells: tuple[str, ...]) -> str:
    """Write a table whose head repeats on every page and whose rows are not broken across pages."""
    widths = [twips(cm) for cm in columns]
    widths[2] += TEXT_WIDTH - sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(_cell(width, par("TableHeading", text)) for width, text in zip(widths, heads, strict=True))
    body = "".join(_cell(width, cell) for width, cell in zip(widths, cells, strict=True))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"{_row_tag(widths, f'for {loop}')}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr>"
        f"{_row_tag(widths, 'endfor')}</w:tbl>"
    )


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _row_tag(widths: list[int], statement: str) -> str:
    cells = [par("TableText", f"{{%tr {statement} %}}")] + [par("TableText", "")] * (len(widths) - 1)
    row = "".join(_cell(width, cell) for width, cell in zip(widths, cells, strict=True))
    return f"<w:tr>{row}</w:tr>"


def section(*, numbered_from: int | None = None) -> str:
    """Write the properties of a section; without ``numbered_from`` it prints no page numbers."""
    header = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if numbered_from else ""
    numbering = f'<w:pgNumType w:start="{numbered_from}"/>' if numbered_from else ""
    width, height = map(twips, A4_CM)
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(2)}" w:right="{twips(2)}" w:bottom="{twips(1.5)}" w:left="{twips(3)}"'
        f' w:header="{twips(1)}" w:footer="{twips(1)}" w:gutter="0"/>{numbering}</w:sectPr>'
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
        table(TABLE_CM, _HEADS, "row in work.table", _row()),
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


MEMBER_CM = (1.5, 4.9, 4.8, 4.8)
"""Widths of the columns of members: number, name, post, role; together the width of the text."""


def order() -> str:
    """Write คำสั่ง: head, cause, power, committees with their members, effect, date, signature, annexes."""
    return (
        when("order.draft", par("DraftMark", "{{ order.draft }}"))
        + par("Emblem", "{{ emblem }}")
        + par("IssuedHead", "คำสั่ง{{ office.name }}")
        + par("IssuedHead", "ที่ {{ order.number }}")
        + par("IssuedHead", "เรื่อง {{ order.subject }}", more='<w:spacing w:after="240"/>')
        + each("paragraph in order.cause", par("IssuedText", "{{ paragraph }}"))
        + par("IssuedText", "{{ order.power }}")
        + each("paragraph in order.earlier", par("IssuedText", "{{ paragraph }}"))
        + each("committee in order.committees", *_committee())
        + each_kept("paragraph in order.clauses", "IssuedText", "{{ paragraph }}")
        + when("order.effect", par("IssuedText", "{{ order.effect }}", more="<w:keepNext/>"))
        + par("IssuedDate", "สั่ง ณ {{ order.date }}")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + each("annex in annexes", *_annex())
        + issued_section()
    )


def announcement() -> str:
    """Write ประกาศ: head, text, items, date, signature."""
    return (
        when("announcement.draft", par("DraftMark", "{{ announcement.draft }}"))
        + par("Emblem", "{{ emblem }}")
        + par("IssuedHead", "ประกาศ{{ office.name }}")
        + par("IssuedHead", "เรื่อง {{ announcement.subject }}", more='<w:spacing w:after="240"/>')
        + each_kept("paragraph in announcement.text", "IssuedText", "{{ paragraph }}")
        + each_kept("item in announcement.items", "Duty", "{{ item }}")
        + when("announcement.closing", par("IssuedText", "{{ announcement.closing }}", more="<w:keepNext/>"))
        + par("IssuedDate", "ประกาศ ณ {{ announcement.date }}")
        + par("SignedName", "{{ signature.name }}")
        + each("line in signature.lines", par("SignedPost", "{{ line }}"))
        + issued_section()
    )


def _committee() -> tuple[str, ...]:
    return (
        par("CommitteeName", "{{ committee.heading }}"),
        when("committee.members", members_table("row in committee.members")),
        when("committee.duties_heading", par("DutiesHeading", "{{ committee.duties_heading }}")),
        each_kept("duty in committee.duties", "Duty", "{{ duty.label }}{{ duty.text }}", kept="duty.closes"),
    )


def _annex() -> tuple[str, ...]:
    return (
        par("IssuedHead", "บัญชีรายชื่อ{{ annex.name }}", more="<w:pageBreakBefore/>"),
        par(
            "IssuedHead",
            "แนบท้ายคำสั่ง{{ office.name }} ที่ {{ order.number }}",
            more='<w:spacing w:after="240"/>',
        ),
        members_table("row in annex.members"),
    )


def members_table(loop: str) -> str:
    """Write members in columns without borders; a row stays whole, so that a role never leaves its name."""
    widths = [twips(cm) for cm in MEMBER_CM]
    widths[1] += TEXT_WIDTH - sum(widths)
    cells = (
        par("MemberText", "{{ row.label }}"),
        par("MemberText", "{{ row.name }}") + when("row.note", par("MemberText", "{{ row.note }}")),
        par("MemberText", "{{ row.position }}"),
        par("MemberText", "{{ row.role }}"),
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_cell(width, cell) for width, cell in zip(widths, cells, strict=True))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row_tag(widths, f'for {loop}')}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr>"
        f"{_row_tag(widths, 'endfor')}</w:tbl>"
    )


def issued_section() -> str:
    """Write the section of an issued document: page numbers in dashes from the second page on."""
    width, height = map(twips, A4_CM)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(2)}" w:right="{twips(2)}" w:bottom="{twips(2)}" w:left="{twips(3)}"'
        f' w:header="{twips(1)}" w:footer="{twips(1)}" w:gutter="0"/><w:pgNumType/><w:titlePg/></w:sectPr>'
    )


PLAIN_NUMBER = par("Header", "", before=field("PAGE"))
DASHED_NUMBER = par("Header", " -", before=run("- ") + field("PAGE"))


def build(body: str, header: str = PLAIN_NUMBER) -> bytes:
    """Pack a body and what stands at the head of its pages with the shared parts into a Word file."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    spaces = f'xmlns:w="{W}" xmlns:r="{R}"'
    document = f"{declaration}<w:document {spaces}><w:body>{body}</w:body></w:document>"
    header = f"{declaration}<w:hdr {spaces}>{header}</w:hdr>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                "rId1": ("officeDocument", "word/document.xml"),
                "rId2": ("metadata/core-properties", "docProps/core.xml"),
                "rId3": ("extended-properties", "docProps/app.xml"),
            }
        ),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rIdStyles": ("styles", "styles.xml"),
                "rIdSettings": ("settings", "settings.xml"),
                "rIdFonts": ("fontTable", "fontTable.xml"),
                "rIdTheme": ("theme", "theme/theme1.xml"),
                "rIdHeader": ("header", "header1.xml"),
            }
        ),
        "docProps/app.xml": (
            f'{declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>esa-docs</Application></Properties>'
        ),
        "docProps/core.xml": (
            f'{declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties"/>'
        ),
        "word/styles.xml": _shared("styles.xml"),
        "word/settings.xml": _shared("settings.xml"),
        "word/fontTable.xml": _shared("font_table.xml"),
        "word/theme/theme1.xml": _shared("theme.xml"),
        "word/header1.xml": header,
        "word/document.xml": document,
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def _shared(name: str) -> str:
    """Give a part without the comments and white space it is written with for readers."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    root = etree.fromstring((PARTS / name).read_bytes(), parser)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rows = "".join(
        f'<Relationship Id="{key}" Target="{target}"'
        f' Type="{package if kind.startswith("metadata") else f"{OFFICE_TYPES}/{kind}"}"/>'
        for key, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'
    )


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{WORD_TYPES}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPES}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPES}.settings+xml",
        "/word/fontTable.xml": f"{WORD_TYPES}.fontTable+xml",
        "/word/header1.xml": f"{WORD_TYPES}.header+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


TEMPLATES = {
    "manual.docx": (manual, PLAIN_NUMBER),
    "order.docx": (order, DASHED_NUMBER),
    "announcement.docx": (announcement, DASHED_NUMBER),
}
"""Every shipped template: the function that writes its body, and what stands at the head of its pages."""


def main() -> None:
    """Write the templates into templates_docx/."""
    for name, (body, header) in TEMPLATES.items():
        (ROOT / "templates_docx" / name).write_bytes(build(body(), header))


if __name__ == "__main__":
    main()
