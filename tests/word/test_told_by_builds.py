"""What a build tells of an own template: the words of the check, and once the command that tells more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from shipped_documents import shipped_documents
from word_files import template

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.word.render import render_checked
from esa_docs.word.templates.checking.check import check_template

DAY = dt.date(2026, 9, 16)


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def told_by_build(path: Path, data: bytes) -> tuple[Diagnostic, ...]:
    """Return what making an order with an own template tells."""
    path.write_bytes(data)
    document = replace(shipped_documents()["order"], templates={"order": path})
    try:
        return render_checked(document, "build/first.docx", today=DAY).diagnostics
    except ContentError as fault:
        return fault.diagnostics


LOOP = "{% for x in order.cause %}"


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        (("{% if order.effect %}ก{% else if order.number %}ข{% endif %}",), "E303"),
        (("{% ถ้า order.effect %}ก{% endif %}",), "E303"),
        (("{{ order.subject",), "E303"),
        ((LOOP, "{{ x }}", "{%p endfor %}"), "E329"),
        (("{%tr for x in order.cause %}", "{%tr endfor %}"), "E329"),
        (("{%p for x in order.cause %}", "{{ x }}"), "E328"),
    ],
)
def test_build_and_check_say_the_same(tmp_path: Path, pieces: tuple[str, ...], code: str) -> None:
    path = tmp_path / "order.docx"
    data = template(*pieces)
    checked = [line for line in check_template(data, path.as_posix(), None) if line.code == code]
    errors = [line for line in told_by_build(path, data) if line.is_error]
    assert [line.code for line in errors] == [line.code for line in checked] != []
    assert [line.message for line in errors] == [line.message for line in checked]
    command = f"esa-docs template check {path.as_posix()}"
    assert [command in line.hint for line in errors] == [False] * (len(errors) - 1) + [True]


def test_a_text_that_is_not_printed_leads_to_the_template(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    losses = [line for line in told_by_build(path, template("ก")) if line.code == "E704"]
    hints_with_command = [line.hint for line in losses if "template check" in line.hint]
    assert len(losses) > 1
    assert len(hints_with_command) == 1
