"""Documents as finished Word files, which have no diagnostics that a test does not expect."""

from __future__ import annotations

import datetime as dt
from typing import Any

from esa_docs.model.document import Document
from esa_docs.word.render import render_checked

TODAY = dt.date(2026, 9, 16)
NO_EMBLEM = "E501"


def make_word_file(document: Document[Any]) -> bytes:
    """Return the Word file of a document, and require that it has no diagnostics."""
    return _make(document, expected_codes=[])


def make_without_emblem(document: Document[Any]) -> bytes:
    """Return the Word file of a document that bears an emblem; its office may have no picture of it."""
    return _make(document, expected_codes=[NO_EMBLEM])


def _make(document: Document[Any], expected_codes: list[str]) -> bytes:
    result = render_checked(document, "a.docx", today=TODAY)
    assert result.value is not None, result.diagnostics
    unexpected = [diagnostic for diagnostic in result.diagnostics if diagnostic.code not in expected_codes]
    assert unexpected == []
    return result.value
