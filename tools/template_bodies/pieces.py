"""What template bodies are made of: paragraphs with docxtpl's tags, tables, sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import repeat
from xml.sax.saxutils import escape

A4_CM = (21.0, 29.7)
TEXT_WIDTH = 9071
"""16 cm in twips: A4 less 3 cm left and 2 cm right."""
_WHOLE_ROWS = 8
"""So many rows a table may have to stand on one page."""
_KEPT_ROW = f"not loop.last and (loop.length <= {_WHOLE_ROWS} or loop.first or loop.revindex == 2)"
_STYLE = re.compile(r'<w:pStyle w:val="[^"]*"/>')


def twips(cm: float) -> int:
    """Turn centimetres into twentieths of a point."""
    return round(cm * 1440 / 2.54)


def run(text: str, style: str = "") -> str:
    """Write a run, in a character style if one is named; a tab character becomes a tab."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = [
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    ]
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>"


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


def bookmark(name: str, number: int) -> str:
    """Write a bookmark that `page_of` refers to; tags in its name make one of it for each turn of a loop.

    Args:
        name: without spaces, such as Cited{{one.mark}}.
        number: its number in the template.
    """
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def page_of(name: str) -> str:
    """Write a reference to the page of a bookmark, named as there; the number comes with the pages."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


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


def table(
    columns: tuple[float, ...],
    heads: tuple[str, ...],
    loop: str,
    cells: tuple[str, ...],
    *,
    row_cm: float = 0,
    head_style: str = "TableHeading",
) -> str:
    """Write a table whose head repeats on every page and whose rows are not broken across pages.

    One of few rows stands on one page; of a longer one no row stands alone at the foot or the top of a page.

    Args:
        columns: widths in centimetres.
        heads: head of each column.
        loop: what the rows repeat for.
        cells: what stands in the cells of a row.
        row_cm: least height of a row in centimetres, its text in the middle; 0 for that of the text.
        head_style: paragraph style of the heads.
    """
    widths = _column_widths(columns)
    height = f'<w:trHeight w:val="{twips(row_cm)}" w:hRule="atLeast"/>' if row_cm else ""
    middle = '<w:vAlign w:val="center"/>' if row_cm else ""
    row = _row(map(cell, widths, cells, repeat(middle)), height)
    choice = (f"if {_KEPT_ROW}", "else", "endif")
    first, other, end = (row_tag(widths, statement) for statement in choice)
    head = _head_row(widths, heads, head_style)
    return _ruled(widths, _kept(head), loop, first + _kept(row) + other + row + end)


def tall_table(
    columns: tuple[float, ...],
    heads: tuple[str, ...],
    loop: str,
    cells: tuple[str, ...],
    *,
    head_style: str = "TableHeading",
) -> str:
    """Write a table as above whose rows are so tall that pages would stay white if they were kept together.

    Args:
        columns: widths in centimetres.
        heads: head of each column.
        loop: what the rows repeat for.
        cells: what stands in the cells of a row.
        head_style: paragraph style of the heads.
    """
    widths = _column_widths(columns)
    return _ruled(widths, _head_row(widths, heads, head_style), loop, _row(map(cell, widths, cells)))


def _column_widths(columns: tuple[float, ...]) -> list[int]:
    """Turn widths into twips that are together the width of the text."""
    widths = [twips(cm) for cm in columns]
    widths[min(2, len(widths) - 1)] += TEXT_WIDTH - sum(widths)
    return widths


def _head_row(widths: list[int], heads: tuple[str, ...], style: str) -> str:
    cells = (cell(width, par(style, text)) for width, text in zip(widths, heads, strict=True))
    return _row(cells, "<w:tblHeader/>")


def _ruled(widths: list[int], head: str, loop: str, rows: str) -> str:
    """Write a table with lines around its cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{row_tag(widths, f'for {loop}')}{rows}{row_tag(widths, 'endfor')}</w:tbl>"
    )


def _kept(cells: str) -> str:
    """Let every paragraph of a row stay with the next row."""
    return _STYLE.sub(r"\g<0><w:keepNext/>", cells)


def cell(width: int, content: str, more: str = "") -> str:
    """Write a cell of a table, so many twips wide; ``more`` goes into its properties."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def row_tag(widths: list[int], statement: str) -> str:
    """Write a row that holds a statement of the template and is not printed."""
    cells = [par("TableText", f"{{%tr {statement} %}}")] + [par("TableText", "")] * (len(widths) - 1)
    row = "".join(cell(width, text) for width, text in zip(widths, cells, strict=True))
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


SPAN_OF_TWO = '<w:gridSpan w:val="2"/>'
MEMBER_CM = (1.5, 4.9, 4.8, 4.8)
"""Widths of the columns of members: number, name, post, role; together the width of the text."""


def members_table(loop: str) -> str:
    """Write the members of a committee in columns, what each answers for below the name."""
    name = par("MemberText", "{{ row.name }}") + when("row.note", par("MemberText", "{{ row.note }}"))
    return people_table(MEMBER_CM, loop, name, "row.position", par("MemberText", "{{ row.position }}"))


def people_table(columns: tuple[float, ...], loop: str, name: str, has_post: str, post: str) -> str:
    """Write people in columns without borders; a row stays whole, so that a role never leaves its name.

    A post whose holder is the member has the columns of name and post together.

    Args:
        columns: widths in centimetres of number, name, post and role.
        loop: what the rows repeat for, each ``row`` with a label and a role.
        name: what stands in the column of the name.
        has_post: whether something stands in the column of the post.
        post: what stands there.
    """
    widths = [twips(cm) for cm in columns]
    widths[1] += TEXT_WIDTH - sum(widths)
    label, role = par("MemberText", "{{ row.label }}"), par("MemberText", "{{ row.role }}")
    holder = cell(widths[0], label) + cell(widths[1] + widths[2], name, SPAN_OF_TWO) + cell(widths[3], role)
    rows = (
        row_tag(widths, f"for {loop}"),
        row_tag(widths, f"if {has_post}"),
        _row(map(cell, widths, (label, name, post, role))),
        row_tag(widths, "else"),
        _row([holder]),
        row_tag(widths, "endif"),
        row_tag(widths, "endfor"),
    )
    return borderless(widths, 57, "".join(rows))


def plain_row(columns: tuple[float, ...], cells: tuple[str, ...]) -> str:
    """Write paragraphs side by side, without borders or room around them; columns in centimetres."""
    widths = [twips(cm) for cm in columns]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return borderless(widths, 0, _row(map(cell, widths, cells)))


def _row(cells: Iterable[str], more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def borderless(widths: list[int], margin: int, rows: str) -> str:
    """Write a table without borders, with so many twips between its columns' edges and their text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def issued_section(*, first: bool = True, footer: bool = False, top_cm: float = 1.5) -> str:
    """Write the section of an issued document: page numbers in dashes from the second page on.

    Args:
        first: the first page has a head of its own, so low that the emblem stands 1.5 cm from the edge.
        footer: something stands below the text.
        top_cm: how far the text of the first page begins from the edge.
    """
    width, height = map(twips, A4_CM)
    first_head = '<w:headerReference w:type="first" r:id="rIdFirstHeader"/>' if first else ""
    foot = '<w:footerReference w:type="{}" r:id="rIdFooter"/>'
    feet = foot.format("default") + foot.format("first") if footer else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>{first_head}{feet}'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(top_cm)}" w:right="{twips(2)}" w:bottom="{twips(2)}" w:left="{twips(3)}"'
        f' w:header="{twips(0.6)}" w:footer="{twips(1)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def draft_head(value: str) -> str:
    """Write the head of a first page, which bears the word of a draft."""
    return par("DraftMark", f"{{{{ {value} }}}}")


def secrecy_head(draft: str, secrecy: str) -> str:
    """Write the head of a first page: the mark of secrecy in the middle, the word of a draft at the right."""
    marks = run(f"\t{{{{ {secrecy} }}}}", "SecrecyMark") + run(f"\t{{{{ {draft} }}}}", "DraftWord")
    return par("MarkLine", "", before=marks)


def secrecy_number(secrecy: str) -> str:
    """Write the head of the pages that follow: the mark of secrecy above the page number."""
    return when(secrecy, secrecy_foot(secrecy)) + DASHED_NUMBER


def secrecy_foot(secrecy: str) -> str:
    """Write the foot of every page: the mark of secrecy in the middle."""
    return par("MarkLine", "", before=run(f"\t{{{{ {secrecy} }}}}", "SecrecyMark"))


PLAIN_NUMBER = par("Header", "", before=field("PAGE"))
DASHED_NUMBER = par("PageNumber", " -", before=run("- ") + field("PAGE"))
