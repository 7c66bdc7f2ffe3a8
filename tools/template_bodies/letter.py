"""The body of letter.docx."""

from __future__ import annotations

from template_bodies.frame import marked_frame
from template_bodies.pieces import borderless, cell, each, issued_section, par, row_tag, tag, twips, when

HEAD_CM = (5.9, 3.2, 6.9)
"""Widths of the head: number, emblem (its middle is that of the page), agency; together those of the text."""
ABOVE_NUMBER = 1429
"""Twips from the emblem's top to the line of the number: 3 cm less the 13.6 pt down to its base line."""
ENCLOSURE_CM = (2.5, 10.6, 2.9)
"""Widths of the columns of สิ่งที่ส่งมาด้วย: the words themselves, what it is, how many."""
KEPT = "<w:keepNext/>"

FRAME = marked_frame("marks")
"""What stands above and below its pages."""


def letter() -> str:
    """Write หนังสือภายนอก for each recipient, in a section of its own."""
    return each("letter in letters", *_one(), when("not loop.last", _section_end())) + _section()


def _one() -> tuple[str, ...]:
    return (
        _head(),
        par("LetterDate", "{{ letter.date }}"),
        par("LetterSubject", "เรื่อง\t{{ letter.subject }}"),
        par("LetterSubject", "{{ letter.salutation }}\t{{ letter.to }}"),
        each("line in letter.refers", *_reference()),
        when("letter.attachments", _enclosures()),
        each("paragraph in letter.text", par("IssuedText", "{{ paragraph }}")),
        par("IssuedText", "{{ letter.closing }}", more=KEPT),
        par("LetterRespects", "{{ letter.respects }}"),
        par("SignedName", "{{ signature.name }}"),
        each("line in signature.lines", par("SignedPost", "{{ line }}", more=KEPT)),
        *_foot(),
    )


def _head() -> str:
    """Write number, emblem and agency side by side: number and agency level with the emblem's feet."""
    widths = [twips(cm) for cm in HEAD_CM]
    speed = (
        tag("if letter.speed")
        + par("SpeedMark", "{{ letter.speed }}")
        + tag("else")
        + par("LetterHead", "")
        + tag("endif")
    )
    above = (
        cell(widths[0], speed, '<w:vAlign w:val="bottom"/>')
        + cell(widths[1], par("Emblem", "{{ letter.emblem }}"), '<w:vMerge w:val="restart"/>')
        + cell(widths[2], par("LetterHead", ""))
    )
    agency = par("LetterHead", "{{ office.name }}") + each(
        "line in office.address", par("LetterHead", "{{ line }}")
    )
    level = (
        cell(widths[0], par("LetterHead", "ที่ {{ letter.number }}"))
        + cell(widths[1], par("LetterHead", ""), "<w:vMerge/>")
        + cell(widths[2], agency)
    )
    height = f'<w:trHeight w:val="{ABOVE_NUMBER}" w:hRule="atLeast"/>'
    return borderless(
        widths,
        0,
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{above}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{level}</w:tr>",
    )


def _reference() -> tuple[str, ...]:
    return (
        tag("if loop.first"),
        par("LetterReference", "อ้างถึง\t{{ line }}"),
        tag("else"),
        par("LetterReference", "\t{{ line }}", more='<w:spacing w:before="0"/>'),
        tag("endif"),
    )


def _enclosures() -> str:
    """Write สิ่งที่ส่งมาด้วย: numbered if there are several, how many of each in a column at the right."""
    widths = [twips(cm) for cm in ENCLOSURE_CM]
    numbered = (
        tag("if row.number")
        + _spaced_first("EnclosureItem", "{{ row.number }}\t{{ row.text }}")
        + tag("else")
        + _spaced_first("EnclosureText", "{{ row.text }}")
        + tag("endif")
    )
    contents = (
        _spaced_first("EnclosureText", "{{ row.label }}"),
        numbered,
        _spaced_first("EnclosureText", "{{ row.count }}"),
    )
    cells = "".join(cell(width, content) for width, content in zip(widths, contents, strict=True))
    return borderless(
        widths,
        0,
        f"{row_tag(widths, 'for row in letter.attachments')}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        f"{row_tag(widths, 'endfor')}",
    )


def _spaced_first(style: str, text: str) -> str:
    """Write a cell's paragraph: the row that bears the label stands apart from what is above it."""
    spaced = par(style, text, more='<w:spacing w:before="120"/>')
    return tag("if row.label") + spaced + tag("else") + par(style, text) + tag("endif")


def _foot() -> tuple[str, ...]:
    """Write the unit it comes from and how to reach it, after three blank lines; then who gets a copy.

    All of it stays with the signature: a page never holds it alone.
    """
    return (
        each("line in letter.foot", *_first_apart("loop.first", "{{ line }}")),
        each(
            "line in letter.copies",
            tag("if loop.first"),
            *_first_apart("not letter.foot", "สำเนาส่ง\t{{ line }}"),
            tag("else"),
            par("LetterFoot", "\t{{ line }}"),
            tag("endif"),
        ),
    )


def _first_apart(condition: str, text: str) -> tuple[str, ...]:
    apart = par("LetterFoot", text, more='<w:spacing w:before="1320"/>')
    return (tag(f"if {condition}"), apart, tag("else"), par("LetterFoot", text), tag("endif"))


def _section() -> str:
    return issued_section(first=True, footer=True)


def _section_end() -> str:
    return par("LetterEnd", "", more=_section())
