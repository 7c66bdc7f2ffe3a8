"""The view of an announcement that its template prints."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.kinds.announcement.content import Announcement
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.passage import Piece, labelled
from esa_docs.model.prose.prose import with_words
from esa_docs.model.title_lines import title_in_lines
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
    return {
        "office": office_names(office),
        "announcement": {
            "draft": draft_mark(document),
            "number": number,
            "subject": title_in_lines(announcement.title_lines, announcement.subject),
            "text": list(announcement.text),
            "items": list(_items(announcement.items)),
            "closing": announcement.closing or "",
            "date": issue_date(announcement, document.numerals),
        },
        "signature": signature_of(announcement, office),
        "emblem": drawing_mark(0),
        "drawings": [emblem_drawing(document, EMBLEM_CM, 0)],
    }


def _items(items: Paragraphs) -> Iterator[Piece]:
    """Generate the items with their numbers; a block between them has none."""
    for label, item in labelled(items, "{}. ", numbers_single=True):
        if isinstance(item, str):
            yield with_words(item, label)
        else:
            yield item
