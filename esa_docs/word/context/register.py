"""The view of a register of numbers that its template prints."""

from __future__ import annotations

from esa_docs import thai
from esa_docs.flow.layout import Area
from esa_docs.model.document import Document
from esa_docs.model.register import Entry
from esa_docs.word.context import Context
from esa_docs.word.context.signing import office_names


def build_register_context(document: Document, _area: Area) -> Context:
    """Give the template everything a register prints: a line for each document, in the order of the table."""
    return {
        "office": office_names(document.office),
        "register": {
            "title": document.title,
            "entries": [_line(entry) for entry in document.content.table.entries],
        },
    }


def _line(entry: Entry) -> Context:
    return {
        "number": entry.number or "",
        "date": thai.format_date(entry.date, "short", "arabic") if entry.date else "",
        "subject": entry.subject,
        "note": _note(entry),
    }


def _note(entry: Entry) -> str:
    """Give the name of a document of the project, and whether it is a draft; else nothing."""
    name = entry.source.partition("/")[2] if entry.folder else ""
    return name if entry.series else f"ร่าง {name}".strip()
