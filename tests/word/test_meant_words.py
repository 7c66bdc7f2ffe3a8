"""Statements that begin with a word that is none: what was meant is proposed, and nothing else is told."""

from __future__ import annotations

import pytest
from checked_templates import shape_of
from word_files import template

from esa_docs.word.templates.checking.check import check_template

LOOP = "{%p for x in order.cause %}"
END = "{%p endfor %}"


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.mark.parametrize(
    ("pieces", "place", "slip", "meant"),
    [
        ((LOOP, "{{ x }}", "{%p end for %}"), 3, "{%p end for %}", END),
        ((LOOP, "{{ x }}", "{%P endfor %}"), 3, "{%P endfor %}", END),
        ((LOOP, "{{ x }}", "{%p EndFor %}"), 3, "{%p EndFor %}", END),
        ((LOOP, "{{ x }}", "{%p end %}"), 3, "{%p end %}", END),
        ((LOOP, "{{ x }}", "{%p จบ %}"), 3, "{%p จบ %}", END),
        ((LOOP, "{{ x }}", "{%pendfor %}"), 3, "{%pendfor %}", END),
        ((LOOP, "{{ x }}", "{% p endfor %}"), 3, "{% p endfor %}", END),
        (("{%P for x in order.cause %}", "{{ x }}", END), 1, "{%P for x in order.cause %}", LOOP),
        (("{%pfor x in order.cause %}", "{{ x }}", END), 1, "{%pfor x in order.cause %}", LOOP),
        (("{%p สำหรับ x in order.cause %}", "{{ x }}", END), 1, "{%p สำหรับ x in order.cause %}", LOOP),
        (("{% ถ้า order.effect %}ก{% endif %}",), 1, "{% ถ้า order.effect %}", "{% if order.effect %}"),
        (("{% IF order.effect %}ก{% endif %}",), 1, "{% IF order.effect %}", "{% if order.effect %}"),
        (("{% if order.effect %}ก{% esle %}ข{% endif %}",), 1, "{% esle %}", "{% else %}"),
        (("{% if order.effect %}ก{% มิฉะนั้น %}ข{% endif %}",), 1, "{% มิฉะนั้น %}", "{% else %}"),
        (
            ("{% if order.effect %}ก{% else if order.number %}ข{% endif %}",),
            1,
            "{% else if order.number %}",
            "{% elif order.number %}",
        ),
        (
            ("{% if order.effect %}ก{% elseif order.number %}ข{% endif %}",),
            1,
            "{% elseif order.number %}",
            "{% elif order.number %}",
        ),
    ],
)
def test_the_meant_word_is_proposed_and_the_cure_works(
    pieces: tuple[str, ...], place: int, slip: str, meant: str
) -> None:
    errors = [line for line in check_template(template(*pieces), "x", shape_of("order")) if line.is_error]
    assert [(error.code, error.field, error.hint) for error in errors] == [
        ("E303", f"paragraph {place}", f"Did you mean '{meant}'?")
    ]
    mended = template(*(piece.replace(slip, meant) for piece in pieces))
    assert [line for line in check_template(mended, "x", shape_of("order")) if line.is_error] == []


def test_a_thai_word_is_quoted_whole() -> None:
    (fault,) = check_template(template("{% แสดงชื่อ %}"), "x", None)
    assert "'แสดงชื่อ'" in fault.message
    assert "for, if, set" in fault.hint
