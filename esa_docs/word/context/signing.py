"""What issued documents share on paper: number, date, signature."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.model.office import Office
from esa_docs.model.signing import Issued, Signed

EMBLEM_CM = 3.0
"""Height of the emblem on orders, announcements and letters, in centimetres."""

_BLANK_NUMBER = " " * 12
_BLANK_YEAR = " " * 8
_BLANK_DAY = " " * 8
_BLANK_MONTH = " " * 16

Lines = dict[str, object]


def office_names(office: Office) -> dict[str, str]:
    """Give the names of the office as templates ask for them."""
    return {"name": office.name, "short_name": office.short_name, "parent": office.parent}


def draft_mark(issued: Signed) -> str:
    """Give the word that marks a draft; nothing once it is issued."""
    return "ร่าง" if issued.is_draft else ""


def number_line(issued: Issued) -> str:
    """Give number and calendar year, such as 12/2569; blanks where they are not known yet."""
    year = str(thai.buddhist_year(issued.date)) if issued.date else _BLANK_YEAR
    return f"{issued.number or _BLANK_NUMBER}/{year}"


def issue_date(issued: Signed, numerals: thai.Numerals) -> str:
    """Give the date as orders and announcements print it; the official blanks where it is not known yet."""
    if issued.date:
        return thai.format_date(issued.date, "order", numerals)
    return f"วันที่{_BLANK_DAY}เดือน{_BLANK_MONTH}พ.ศ.{_BLANK_YEAR}"


def signature_of(issued: Signed, office: Office) -> Lines:
    """Give the lines of a signature: full name in brackets, post, and the post acted for.

    The words of acting stand after the signer's own post, the post acted for on the next line.
    """
    given = issued.signature
    signer = given.by if given else office.director
    if signer is None:
        return {"name": "", "lines": []}
    director = office.director.post if office.director else ""
    lines = [signer.post]
    if given and given.acting:
        lines = [f"{signer.post} {given.acting}", given.for_position or director]
    return {"name": f"({signer.full_name})", "lines": lines}
