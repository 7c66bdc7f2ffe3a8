"""The body of letter.docx."""

from __future__ import annotations

from template_bodies.frame import marked_frame
from template_bodies.pieces import each, either, issued_section, par, twips, when
from template_bodies.tables import borderless_table, cell, cells_of_row, row_tag, unbroken_row

HEAD_CM = (5.9, 3.2, 6.9)
"""Widths of the head: number, emblem (its middle is that of the page), agency; together those of the text."""
ABOVE_NUMBER = 1429
"""Twips from the emblem's top to the line of the number: 3 cm less the 13.6 pt down to its base line."""
ENCLOSURE_CM = (2.5, 10.6, 2.9)
"""Widths of the columns of สิ่งที่ส่งมาด้วย: the words themselves, what it is, how many."""
KEEP_WITH_NEXT = "<w:keepNext/>"

FRAME = marked_frame("marks")
"""Heads and feet of its pages."""


def letter() -> str:
    """Return หนังสือภายนอก for each recipient, in a section of its own."""
    section_end = when("not loop.last", _section_end())
    return each("letter in letters", *_letter_of_recipient(), section_end) + _section()


def _letter_of_recipient() -> tuple[str, ...]:
    return (
        _head(),
        par("LetterDate", "{{ letter.date }}"),
        par("LetterSubject", "เรื่อง\t{{ letter.subject }}"),
        par("LetterSubject", "{{ letter.salutation }}\t{{ letter.to }}"),
        each("line in letter.refers", _reference()),
        when("letter.attachments", _enclosures()),
        each("paragraph in letter.text", par("IssuedText", "{{ paragraph }}")),
        par("IssuedText", "{{ letter.closing }}", properties=KEEP_WITH_NEXT),
        par("LetterRespects", "{{ letter.respects }}"),
        par("SignedName", "{{ signature.name }}"),
        each("line in signature.lines", par("SignedPost", "{{ line }}", properties=KEEP_WITH_NEXT)),
        *_foot(),
    )


def _head() -> str:
    """Return number, emblem and agency side by side: number and agency level with the emblem's feet."""
    widths = [twips(cm) for cm in HEAD_CM]
    number_width, emblem_width, agency_width = widths
    speed = either("letter.speed", par("SpeedMark", "{{ letter.speed }}"), par("LetterHead", ""))
    upper_cells = (
        cell(number_width, speed, '<w:vAlign w:val="bottom"/>')
        + cell(emblem_width, par("Emblem", "{{ letter.emblem }}"), '<w:vMerge w:val="restart"/>')
        + cell(agency_width, par("LetterHead", ""))
    )
    address = each("line in office.address", par("LetterHead", "{{ line }}"))
    agency = par("LetterHead", "{{ office.name }}") + address
    lower_cells = (
        cell(number_width, par("LetterHead", "ที่ {{ letter.number }}"))
        + cell(emblem_width, par("LetterHead", ""), "<w:vMerge/>")
        + cell(agency_width, agency)
    )
    height = f'<w:trHeight w:val="{ABOVE_NUMBER}" w:hRule="atLeast"/>'
    rows = unbroken_row(upper_cells, height) + unbroken_row(lower_cells)
    return borderless_table(widths, 0, rows)


def _reference() -> str:
    first_line = par("LetterReference", "อ้างถึง\t{{ line }}")
    next_line = par("LetterReference", "\t{{ line }}", properties='<w:spacing w:before="0"/>')
    return either("loop.first", first_line, next_line)


def _enclosures() -> str:
    """Return สิ่งที่ส่งมาด้วย: numbered if there are several, how many of each in a column at the right."""
    widths = [twips(cm) for cm in ENCLOSURE_CM]
    item = either(
        "row.number",
        _enclosure_line("EnclosureItem", "{{ row.number }}\t{{ row.text }}"),
        _enclosure_line("EnclosureText", "{{ row.text }}"),
    )
    contents = (
        _enclosure_line("EnclosureText", "{{ row.label }}"),
        item,
        _enclosure_line("EnclosureText", "{{ row.count }}"),
    )
    rows = (
        row_tag(widths, "for row in letter.attachments")
        + unbroken_row(cells_of_row(widths, contents))
        + row_tag(widths, "endfor")
    )
    return borderless_table(widths, 0, rows)


def _enclosure_line(style: str, text: str) -> str:
    """Return the paragraph of a cell; the row that bears the label has space above it."""
    paragraph_apart = par(style, text, properties='<w:spacing w:before="120"/>')
    return either("row.label", paragraph_apart, par(style, text))


def _foot() -> tuple[str, ...]:
    """Return the unit it comes from and how to reach it, after three blank lines; then who gets a copy.

    All of it stays with the signature: a page never holds it alone.
    """
    first_copy = _foot_line("not letter.foot", "สำเนาส่ง\t{{ line }}")
    next_copy = par("LetterFoot", "\t{{ line }}")
    return (
        each("line in letter.foot", _foot_line("loop.first", "{{ line }}")),
        each("line in letter.copies", either("loop.first", first_copy, next_copy)),
    )


def _foot_line(condition: str, text: str) -> str:
    """Return a line of the foot; under a condition it has three blank lines above it."""
    line_apart = par("LetterFoot", text, properties='<w:spacing w:before="1320"/>')
    return either(condition, line_apart, par("LetterFoot", text))


def _section() -> str:
    return issued_section(first=True, footer=True)


def _section_end() -> str:
    return par("LetterEnd", "", properties=_section())
