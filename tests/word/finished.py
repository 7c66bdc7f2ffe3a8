"""Documents as finished Word files, of which nothing is told that a test does not know."""

from __future__ import annotations

import datetime as dt
from typing import Any

from esa_docs.model.document import Document
from esa_docs.word.render import render_checked

TODAY = dt.date(2026, 9, 16)
NO_EMBLEM = "E501"


def made(document: Document[Any]) -> bytes:
    """Make the Word file of a document; nothing may be told of it."""
    return _made(document, [])


def made_without_emblem(document: Document[Any]) -> bytes:
    """Make the Word file of a document that bears an emblem; its office may have no picture of it."""
    return _made(document, [NO_EMBLEM])


def _made(document: Document[Any], known: list[str]) -> bytes:
    checked = render_checked(document, "a.docx", today=TODAY)
    assert checked.value is not None, checked.diagnostics
    assert [one for one in checked.diagnostics if one.code not in known] == []
    return checked.value
