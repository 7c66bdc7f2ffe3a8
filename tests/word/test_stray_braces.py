"""Braces that were meant for a tag and are printed as they are (E336): the check and compiling tell them."""

from __future__ import annotations

import pytest
from word_files import paragraph, template

from esa_docs.diagnostics import Diagnostic
from esa_docs.fonts.families import SHIPPED_FONT
from esa_docs.word.templates.checking.check import check_template
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

LABEL = "templates_docx/order.docx"
LOOK = Look(SHIPPED_FONT, "arabic")


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def warnings(*pieces: str) -> tuple[Diagnostic, ...]:
    """Return what the check says, which is what compiling says."""
    data = template(*pieces)
    checked = check_template(data, LABEL, None)
    assert checked == compile_template(data, LABEL, LOOK).diagnostics
    return checked


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("{ order.subject }", "Write {{ order.subject }}."),
        ("เรื่อง {order.subject} ลงวันที่", "Write {{ order.subject }}."),
        ("{order.committees[0].heading}", "Write {{ order.committees[0].heading }}."),
        ("{ order.subject | upper }", "Write {{ order.subject | upper }}."),
        ("{ order.subject }}", "Write {{ order.subject }}."),
        ("{ { order.subject } }", "Write {{ order.subject }}."),
        ("｛｛ order.subject ｝｝", "Write {{ order.subject }}."),
        ("{p for x in order.cause }", "Write {%p for x in order.cause %}."),
        ("{ endfor }", "Write {% endfor %}."),
        ("{ % endif % }", "Write {% endif %}."),
        ("{ if order.effect }", "Write {% if order.effect %}."),
        ("{{ order.subject }}}", "Delete it"),
        ("{{ order.subject }} }", "Delete it"),
        ("{ {{ order.subject }}", "Delete it"),
        ("{{ order.subject }} {", "Delete it"),
        ("{{ order.subject }} ก {", "Delete it"),
        ("{{ order.subject }} }}", "Write both pairs of braces"),
        ("{% if order.effect %}}ก{% endif %}", "Delete it"),
    ],
)
def test_a_stray_brace_is_told_with_its_place(text: str, cure: str) -> None:
    (warning,) = warnings("ก", text)
    assert (warning.code, warning.field) == ("E336", "paragraph 2")
    assert str(warning.severity) == "warning"
    assert warning.hint.startswith(cure)


@pytest.mark.parametrize(
    "text",
    [
        "{ {{ order.subject }} }",
        "{1, 2, 3}",
        "ก {",
        "{ก}",
        "กลุ่ม {A.}",
        "{{ order.subject }} และ {ข}",
        "{_{ order.subject }_}",
        "{% raw %}{{ order.subject }}{% endraw %}",
        "{# {order.subject} #}",
        "{{ {'a': 1}.a }}",
    ],
)
def test_braces_that_are_text_are_let_pass(text: str) -> None:
    assert warnings(text) == ()


def test_the_place_is_that_of_a_cell() -> None:
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>"
        + paragraph("{ order.subject }")
        + "</w:tc></w:tr></w:tbl>"
    )
    (warning,) = warnings(table)
    assert warning.field == "table 1, row 1, cell 1"
