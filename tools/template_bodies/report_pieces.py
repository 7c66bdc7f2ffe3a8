"""What bodies of reports share: front matter, heads of parts, tables of facts, lists, working group."""

from __future__ import annotations

from esa_docs.kinds.assessment.table_rules import MOST_COLUMNS
from template_bodies.pieces import (
    each,
    each_kept,
    entry,
    field,
    members_table,
    par,
    run,
    spaced,
    table,
    tag,
    when,
)

_FIRST_SHARE = 1.6
"""How much wider the first column of a table of facts is: it names the rows."""
_TEXT_CM = 16.0
_MOST_WIDE = 5
"""Columns in which type of the usual size has room: in a sixth ๑,๒๓๔.๕๐ would be broken."""
_WIDE = ("TableText", "TableNumber", "TableHeading")
_NARROW = ("TableSmall", "TableSmallCentred", "TableSmallHeading")
"""Styles of text, numbers and heads."""

REPORT_HEAD = par("MarkLine", "", before=run("\t") + field("PAGE") + run("\t{{ report.draft }}", "DraftWord"))
"""The head of a report's numbered pages: page number in the middle, the word of a draft at the right."""
OFFICE_CM = (4.5, 11.5)
"""Widths of the table of what office.yaml says."""


def cover() -> str:
    """Write the cover: what it is, the year, whose it is."""
    return (
        when("report.draft", par("DraftMark", "{{ report.draft }}"))
        + each(
            "title in report.titles",
            either(
                "loop.first",
                par("Title", "{{ title }}", more=spaced(72)),
                par("CoverText", "{{ title }}", more=spaced(6)),
            ),
        )
        + par("CoverText", "{{ report.basis }}", more=spaced(48))
        + par("CoverText", "{{ report.year }}", more=spaced(24))
        + par("CoverText", "{{ report.round }}")
        + par("CoverText", "{{ office.name }}", more=spaced(220))
        + par("CoverText", "{{ office.parent }}")
    )


def foreword() -> str:
    """Write คำนำ with its signature."""
    kept = "<w:keepNext/>"
    return (
        par("FrontHeading", "คำนำ")
        + each_kept("paragraph in report.foreword", "BodyText", "{{ paragraph }}")
        + when("signature.name", par("SignedName", "{{ signature.name }}"))
        + each("line in signature.lines", par("SignedPost", "{{ line }}", more=kept))
        + par("SignedPost", "{{ report.date }}")
    )


def part(heading: str) -> str:
    """Write the heading of a part of the report, on a new page and in the contents."""
    return par("PartHeading", heading, before=entry(heading, 1))


def notes(loop: str) -> str:
    """Write what scores rest on, label and text."""
    return each(loop, par("NoteText", "{{ note.label }}\t{{ note.text }}"))


def office_table() -> str:
    """Write ข้อมูลสำนักงาน: what office.yaml says of the office."""
    cells = (par("TableText", "{{ fact.name }}"), par("TableText", "{{ fact.text }}"))
    heads = ("รายการ", "ข้อมูล")
    return par("TableTitle", "ข้อมูลสำนักงาน") + table(OFFICE_CM, heads, "fact in office_facts", cells)


def general() -> str:
    """Write ข้อมูลทั่วไป: sections with their paragraphs and tables."""
    return each(
        "section in general",
        par("SectionHeading", "{{ section.heading }}", before=entry("{{ section.heading }}", 2)),
        each("paragraph in section.text", par("BodyText", "{{ paragraph }}")),
        fact_tables("section.tables"),
    )


def fact_tables(tables: str) -> str:
    """Write tables of facts, each with its title above it; one of each number of columns."""
    return each(
        f"table in {tables}",
        par("TableTitle", "{{ table.title }}"),
        *(when(f"table.columns == {count}", _facts(count)) for count in range(1, MOST_COLUMNS + 1)),
    )


def _facts(count: int) -> str:
    """Write a table of so many columns, in small type where they are narrow; numbers stand in the middle."""
    text, number, head = _NARROW if count > _MOST_WIDE else _WIDE
    unit = _TEXT_CM / (count - 1 + _FIRST_SHARE)
    widths = (unit * _FIRST_SHARE, *([unit] * (count - 1)))
    heads = tuple(f"{{{{ table.heads[{place}] }}}}" for place in range(count))
    cells = tuple(_fact(f"row[{place}]", text, number) for place in range(count))
    return table(widths, heads, "row in table.rows", cells, head_style=head)


def _fact(cell: str, text: str, number: str) -> str:
    value = f"{{{{ {cell}.text }}}}"
    return either(f"{cell}.is_number", par(number, value), par(text, value))


def either(condition: str, first: str, second: str) -> str:
    """Print one thing or another."""
    return tag(f"if {condition}") + first + tag("else") + second + tag("endif")


def small_list(heading: str, loop: str, style: str = "SmallHeading") -> str:
    """Write a small heading with the items below it."""
    return par(style, heading) + each(loop, par("FactLine", "{{ item.label }}{{ item.text }}"))


def working_group() -> str:
    """Write the order that appointed the working group, and its members."""
    return par("BodyText", "{{ group.order }}") + each(
        "committee in group.committees",
        par("SmallHeading", "{{ committee.name }}"),
        members_table("row in committee.members"),
    )
