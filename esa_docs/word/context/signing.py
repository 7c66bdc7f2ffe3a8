"""What issued documents share on paper: number, date, signature."""

from __future__ import annotations

from typing import Any, Final, Protocol

from esa_docs import thai
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import load_metrics
from esa_docs.model.base import DateOrMonth
from esa_docs.model.document import Document
from esa_docs.model.office import Office
from esa_docs.model.signing import Signature

EMBLEM_CM = 3.0
"""Height of the emblem on orders, announcements and letters, in centimetres."""

BLANK_NUMBER = " " * 12
"""What stands in the place of a number that is not known yet."""

_BLANK_YEAR = " " * 8
_BLANK_MONTH = " " * 16

_SIGNATURE_POINTS: Final = 12 * 72 / 2.54
"""Width of a line of the signature: 12 cm, as the style SignedPost of the templates sets it."""
_TEXT_SIZE: Final = 16.0
"""Size of the signature's text, in points."""

Lines = dict[str, object]


class Dated(Protocol):
    """A paper that bears a date."""

    @property
    def date(self) -> DateOrMonth | None:
        """Its date; None while it has none. A month alone leaves the day for the pen."""


class Numbered(Dated, Protocol):
    """A paper that bears a number beside its date."""

    @property
    def number(self) -> str | None:
        """Its number; None while it has none."""


class SignedPaper(Protocol):
    """A paper that somebody signs."""

    @property
    def signature(self) -> Signature | None:
        """Who signs; None for the director of the office."""


def office_names(office: Office) -> dict[str, str]:
    """Return the names of the office under the keys that templates use."""
    return {"name": office.name, "short_name": office.short_name, "parent": office.parent}


def draft_mark(document: Document[Any]) -> str:
    """Return the word that marks a draft; empty for a complete paper, though its number or day is blank."""
    return "ร่าง" if document.is_draft else ""


def number_line(issued: Numbered) -> str:
    """Return number and calendar year, such as 12/2569; blanks where they are not known yet."""
    number = issued.number or BLANK_NUMBER
    year = str(thai.calendar_year(issued.date)) if issued.date else _BLANK_YEAR
    return f"{number}/{year}"


def issue_date(issued: Dated, numerals: thai.Numerals) -> str:
    """Return the date as orders and announcements print it; the official blanks where it is not known yet."""
    if issued.date:
        return thai.format_date_or_month(issued.date, thai.DATE_OF_ISSUE, numerals)
    return f"วันที่{thai.BLANK_DAY}เดือน{_BLANK_MONTH}พ.ศ.{_BLANK_YEAR}"


def cited_date(issued: Dated, numerals: thai.Numerals) -> str:
    """Return the date as annexes cite it, such as ลงวันที่ 16 มีนาคม 2569; blanks where it is not known yet."""
    if issued.date:
        date = thai.format_date_or_month(issued.date, "long", numerals)
        return f"ลงวันที่ {date}"
    return f"ลง{issue_date(issued, numerals)}"


def signature_of(paper: SignedPaper, office: Office) -> Lines:
    """Return the lines of a signature: full name in brackets, post, and the post acted for.

    The words of acting stand behind the signer's own post, or on a line of their own where both are too long
    for one line. The post acted for stands on the next line. Where the paper names no signer, the director
    signs; without a director the lines are empty.
    """
    signature = paper.signature
    signer = signature.by if signature else office.director
    if signer is None:
        return {"name": "", "lines": []}
    lines = [signer.post]
    if signature and signature.acting:
        lines = _acting_lines(signer.post, signature.acting, office)
        lines.append(signature.for_position or _post_of_director(office))
    return {"name": f"({signer.full_name})", "lines": lines}


def _post_of_director(office: Office) -> str:
    return office.director.post if office.director else ""


def _acting_lines(post: str, acting: str, office: Office) -> list[str]:
    """Return the signer's post and the words of acting: one line, or two where Word would break the one.

    The words of acting are thus never broken in the middle.
    """
    metrics = load_metrics(office.font, FaceStyle.REGULAR)
    one_line = f"{post} {acting}"
    is_long = metrics is not None and metrics.width(one_line, _TEXT_SIZE) > _SIGNATURE_POINTS
    if is_long:
        return [post, acting]
    return [one_line]
