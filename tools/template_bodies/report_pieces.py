"""The pieces that bodies of reports share: front matter, heads of parts, tables of facts, lists."""

from __future__ import annotations

from esa_docs.kinds.assessment.table_rules import MOST_COLUMNS
from template_bodies.pieces import (
    each,
    each_below_heading,
    each_kept_with_next,
    either,
    entry,
    number_and_draft,
    par,
    space_above,
    when,
)
from template_bodies.tables import members_table, table

_FIRST_SHARE = 1.6
"""Width of the first column of a table of facts, as a multiple of the others': it names the rows."""
_TEXT_CM = 16.0
_MOST_WIDE_COLUMNS = 5
"""Columns in which type of the usual size has room: in a sixth ๑,๒๓๔.๕๐ would be broken."""
_STYLES_OF_WIDE = ("TableText", "TableNumber", "TableHeading")
_STYLES_OF_NARROW = ("TableSmall", "TableSmallCentred", "TableSmallHeading")
"""Styles of text, numbers and heads in wide and in narrow columns."""

REPORT_HEAD = number_and_draft("report.draft")
"""The head of a report's numbered pages: page number in the middle, the word of a draft at the right."""
OFFICE_CM = (4.5, 11.5)
"""Widths of the table of what office.yaml says."""


def cover() -> str:
    """Return the cover: titles, year, office."""
    first_title = par("Title", "{{ title }}", properties=space_above(72))
    next_title = par("CoverText", "{{ title }}", properties=space_above(6))
    return (
        when("report.draft", par("DraftMark", "{{ report.draft }}"))
        + each("title in report.titles", either("loop.first", first_title, next_title))
        + par("CoverText", "{{ report.basis }}", properties=space_above(48))
        + par("CoverText", "{{ report.year }}", properties=space_above(24))
        + par("CoverText", "{{ report.round }}")
        + par("CoverText", "{{ office.name }}", properties=space_above(220))
        + par("CoverText", "{{ office.parent }}")
    )


def foreword() -> str:
    """Return คำนำ with its signature."""
    return (
        par("FrontHeading", "คำนำ")
        + each_kept_with_next("paragraph in report.foreword", "BodyText", "{{ paragraph }}")
        + when("signature.name", par("SignedName", "{{ signature.name }}"))
        + each("line in signature.lines", par("SignedPost", "{{ line }}", properties="<w:keepNext/>"))
        + par("SignedPost", "{{ report.date }}")
    )


def part(heading: str) -> str:
    """Return the heading of a part of the report, on a new page and in the contents."""
    return par("PartHeading", heading, before=entry(heading, 1))


def notes(loop: str) -> str:
    """Return the notes on what scores rest on, each with label and text."""
    return each(loop, par("NoteText", "{{ note.label }}\t{{ note.text }}"))


def office_table() -> str:
    """Return ข้อมูลสำนักงาน: what office.yaml says of the office."""
    cells = (par("TableText", "{{ fact.name }}"), par("TableText", "{{ fact.text }}"))
    heads = ("รายการ", "ข้อมูล")
    facts = table(OFFICE_CM, heads, "fact in office_facts", cells)
    return par("TableTitle", "ข้อมูลสำนักงาน") + facts


def general() -> str:
    """Return ข้อมูลทั่วไป: sections with their paragraphs and tables."""
    return each(
        "section in general",
        par("SectionHeading", "{{ section.heading }}", before=entry("{{ section.heading }}", 2)),
        each("paragraph in section.text", par("BodyText", "{{ paragraph }}")),
        fact_tables("section.tables"),
    )


def fact_tables(tables: str) -> str:
    """Return tables of facts, each with its title above it.

    Word tables have their columns in the template, so it holds a table for each number of columns.

    Args:
        tables: what the template is given as tables, such as ``topic.tables``.
    """
    tables_by_columns = [
        when(f"table.columns == {columns}", _facts(columns)) for columns in range(1, MOST_COLUMNS + 1)
    ]
    return each(f"table in {tables}", par("TableTitle", "{{ table.title }}"), *tables_by_columns)


def _facts(columns: int) -> str:
    """Return a table with a number of columns, in small type where there are many; numbers are centred."""
    styles = _STYLES_OF_NARROW if columns > _MOST_WIDE_COLUMNS else _STYLES_OF_WIDE
    text_style, number_style, head_style = styles
    other_columns = columns - 1
    width = _TEXT_CM / (other_columns + _FIRST_SHARE)
    widths = [width * _FIRST_SHARE] + [width] * other_columns
    heads = [f"{{{{ table.heads[{column}] }}}}" for column in range(columns)]
    cells = [_fact(f"row[{column}]", text_style, number_style) for column in range(columns)]
    return table(widths, heads, "row in table.rows", cells, head_style=head_style)


def _fact(cell: str, text_style: str, number_style: str) -> str:
    value = f"{{{{ {cell}.text }}}}"
    return either(f"{cell}.is_number", par(number_style, value), par(text_style, value))


def small_list(heading: str, loop: str, style: str = "SmallHeading") -> str:
    """Return a small heading with the items below it."""
    return par(style, heading) + each_below_heading(loop, "FactLine", "{{ item.label }}{{ item.text }}")


def working_group() -> str:
    """Return the order that appointed the working group, and its members."""
    committees = each(
        "committee in group.committees",
        par("SmallHeading", "{{ committee.name }}"),
        members_table("row in committee.members"),
    )
    return par("BodyText", "{{ group.order }}") + committees
