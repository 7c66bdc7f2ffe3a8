"""Filling templates in with our renderer; what it is given."""

from __future__ import annotations

from typing import Any

import pytest

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Severity
from esa_docs.word.template import compile_template
from esa_docs.word.theme import Look

SHOWN = "templates_docx/จดหมาย.docx"
PROPERTIES = {"title": "t", "creator": "c"}
BOLD = "<w:b/><w:bCs/>"
CONTEXT: dict[str, Any] = {
    "name": "งาน & <A> \"q\" 'r' 😀 &amp;",
    "lines": "ก & ข\nค\tง",
    "one": "หนึ่ง",
    "yes": "1",
    "empty": "",
    "number": 7,
    "items": ["ก", "ข & ค", "ง"],
    "rows": [{"a": "1", "b": "ข้อ 2", "sub": ["x", "ก"]}, {"a": "ข", "b": "<y>", "sub": ["z"]}],
    "void": None,
    "flag": True,
    "ratio": 0.5,
}


def filled(data: bytes, context: dict[str, Any] | None = None, numerals: thai.Numerals = "arabic") -> bytes:
    """Fill a template in with our renderer."""
    compiled = compile_template(data, SHOWN, Look("TH SarabunPSK", numerals))
    return compiled.render(CONTEXT if context is None else context, PROPERTIES)


def faults_of(data: bytes, context: dict[str, Any] | None = None) -> list[tuple[str, Severity, str, int]]:
    with pytest.raises(ContentError) as caught:
        filled(data, context)
    found = caught.value.diagnostics
    return [(one.code, one.severity, one.location.path, one.location.line) for one in found]


def error(code: str) -> list[tuple[str, Severity, str, int]]:
    return [(code, Severity.ERROR, SHOWN, 0)]
