"""Filling templates in with our renderer, and the content that it fills in."""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Severity
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

Fault: TypeAlias = tuple[str, Severity, str, int]
"""Code, severity, path and line of a diagnostic."""
FILE_LABEL = "templates_docx/จดหมาย.docx"
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


def fill_in(data: bytes, context: dict[str, Any] | None = None, numerals: thai.Numerals = "arabic") -> bytes:
    """Return a template filled in by our renderer; without a context it takes ``CONTEXT``."""
    if context is None:
        context = CONTEXT
    compiled_template = compile_template(data, FILE_LABEL, Look("TH SarabunPSK", numerals))
    return compiled_template.render(context, PROPERTIES)


def faults_of(data: bytes, context: dict[str, Any] | None = None) -> list[Fault]:
    """Return the faults for which our renderer refuses a template."""
    with pytest.raises(ContentError) as error_info:
        fill_in(data, context)
    faults = []
    for diagnostic in error_info.value.diagnostics:
        location = diagnostic.location
        faults.append((diagnostic.code, diagnostic.severity, location.path, location.line))
    return faults


def expected_error(code: str) -> list[Fault]:
    """Return the faults of a template that has a single error."""
    return [(code, Severity.ERROR, FILE_LABEL, 0)]
