"""The view of an announcement that its template prints."""

from __future__ import annotations

from esa_docs.kinds.announcement.content import Announcement
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.prose import with_words
from esa_docs.word.context.signing import (
    EMBLEM_CM,
    draft_mark,
    issue_date,
    number_line,
    office_names,
    signature_of,
)
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing


def build_context(document: Document[Announcement], _area: Area) -> Context:
    """Return everything that the template of an announcement prints."""
    announcement, office = document.content, document.office
    number = number_line(announcement) if office.numbering.get(document.kind) == "office" else ""
    numbered_items = [with_words(text, f"{number}. ") for number, text in enumerate(announcement.items, 1)]
    return {
        "office": office_names(office),
        "announcement": {
            "draft": draft_mark(document),
            "number": number,
            "subject": announcement.subject,
            "text": list(announcement.text),
            "items": numbered_items,
            "closing": announcement.closing or "",
            "date": issue_date(announcement, document.numerals),
        },
        "signature": signature_of(announcement, office),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, EMBLEM_CM, 0)],
    }
