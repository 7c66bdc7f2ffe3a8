"""What a paper is called by its kind, number and date, as people speak of it: คำสั่งที่ 12/2569 ลงวันที่ …."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds
from esa_docs.model.numbering import paper_facts
from esa_docs.model.paper import OfficialPaper

_CIRCULAR_MARK = "ว"


def paper_name(document: Document[Content], kinds: Kinds) -> str:
    """Return what an issued paper is called; empty for one without date.

    Args:
        document: the paper.
        kinds: the kinds of documents.
    """
    content = document.content
    if not isinstance(content, OfficialPaper) or content.day is None:
        return ""
    kind = kinds.of(document)
    day = thai.format_date(content.day, "long", "arabic")
    number = _number_as_printed(document, kinds)
    if not number:
        return _("{kind} of {date}").format(kind=kind.thai_name, date=day)
    return _("{kind} number {number} of {date}").format(kind=kind.thai_name, number=number, date=day)


def _number_as_printed(document: Document[Content], kinds: Kinds) -> str:
    """Return the number with its code, or with its year where no code stands before it; empty without one."""
    number = getattr(document.content, "number", None)
    if number is None:
        return ""
    kind = kinds.of(document)
    facts = paper_facts(kind, document.content, document.office)
    marked_number = f"{_CIRCULAR_MARK} {number}" if facts.is_circular else str(number)
    if facts.codes:
        return f"{facts.codes[0]}/{marked_number}"
    is_coded = kind.numbers is not None and kind.numbers.is_coded
    return marked_number if is_coded else f"{marked_number}/{facts.year}"
