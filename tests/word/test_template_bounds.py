"""A template that asks for too much ends with words that name its tag; all else is filled in as ever."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest
from filling import FILE_LABEL, expected_error, faults_of, fill_in
from word_files import template, text_of, xml_of

from esa_docs.diagnostics import ContentError
from esa_docs.word.templates.filling import bounds

TOO_MANY_TURNS = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "a loop whose test takes nothing": (
        "{% for a in range(99999) %}{% for b in range(99999) if b == -1 %}x{% endfor %}{% endfor %}"
    ),
    "loops that print nothing": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "a recursive loop that grows": (
        "{% for a in [1] recursive %}{{ loop([1, 1]) if loop.depth != 40 }}{% endfor %}"
    ),
    "a filter over a large list in each turn": (
        "{% set many = range(99999)|list %}"
        "{% for a in many %}{% if many|sort|first == 1 %}x{% endif %}{% endfor %}"
    ),
}
TOO_LARGE = {
    "a text repeated": "{{ 'x' * 10**9 }}",
    "a list repeated": "{{ ([1] * 10**9)|length }}",
    "a repetition the other way round": "{{ 10**9 * 'x' }}",
    "a power": "{{ 10 ** 100000000 }}",
    "a product of powers": "{{ 9 ** 3000 * 9 ** 3000 * 9 ** 3000 }}",
    "center": "{{ 'x'|center(1000000000) }}",
    "center, its width by name": "{{ 'x'|center(width=1000000000) }}",
    "center by map": "{{ ['x']|map('center', 1000000000)|join }}",
    "indent": "{{ 'x'|indent(1000000000, true) }}",
    "batch": "{{ [1]|batch(1000000000, 'x')|list|length }}",
    "tojson": "{{ [1]|tojson(indent=1000000000) }}",
    "ljust": "{{ 'x'.ljust(1000000000) }}",
    "zfill": "{{ 'x'.zfill(1000000000) }}",
    "expandtabs": "{{ '\\t'.expandtabs(1000000000) }}",
    "bytes of a number": "{{ (1).to_bytes(1000000000, 'big')|length }}",
    "replace by a method": "{% set x = 'x' * 90000 %}{{ x.replace('x', x)|length }}",
    "replace by a filter": "{% set x = 'x' * 90000 %}{{ x|replace('x', x)|length }}",
    "join": "{% set x = 'x' * 90000 %}{{ range(90000)|list|join(x) }}",
    "a format of its width": "{{ '{:1000000000}'.format(1) }}",
    "a format of a given width": "{{ '{:{w}}'.format(1, w=1000000000) }}",
    "a format of digits": "{{ '%.1000000000f' % 1 }}",
    "a format with a star": "{{ '%*d' % (1000000000, 1) }}",
    "a format filter": "{{ '%1000000000d'|format(1) }}",
    "doubling by a joined text": (
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    ),
    "doubling by a sum": (
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}"
    ),
    "doubling by a list": (
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}"
    ),
    "doubling by a block": (
        "{% set n = namespace(x='x') %}{% for i in range(60) %}"
        "{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}{% endfor %}"
    ),
    "a long text in many turns": "{% set x = 'x' * 900000 %}{% for i in range(9999) %}{{ x }}{% endfor %}",
}
TOO_DEEP = {
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a block of a macro's caller": (
        "{% macro m() %}{% call m() %}x{% endcall %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}"
    ),
    "loops in loops": "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    "brackets in brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
}
MOST_SECONDS = 20
MOST_MEGABYTES = 400


@pytest.mark.parametrize("tag", TOO_MANY_TURNS.values(), ids=list(TOO_MANY_TURNS))
def test_loops_and_calls_without_an_end_are_stopped(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_TURNS", 5000)
    monkeypatch.setattr(bounds, "_MOST_WORK", 5_000_000)
    start = time.perf_counter()
    assert faults_of(template(tag)) == expected_error("E308")
    assert time.perf_counter() - start < MOST_SECONDS


@pytest.mark.parametrize("tag", TOO_LARGE.values(), ids=list(TOO_LARGE))
def test_what_is_too_large_is_not_made(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_OUTPUT", 4_000_000)
    tracemalloc.start()
    try:
        assert faults_of(template(tag)) == expected_error("E309")
        _size, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEGABYTES * 1_000_000


@pytest.mark.parametrize("tag", TOO_DEEP.values(), ids=list(TOO_DEEP))
def test_tags_within_too_many_others_are_told(tag: str) -> None:
    assert faults_of(template(tag)) == expected_error("E310")


def test_a_number_of_too_many_digits_is_a_wrong_tag() -> None:
    assert faults_of(template("{{ " + "9" * 5000 + " }}")) == expected_error("E303")


def test_a_filling_text_is_not_there() -> None:
    assert faults_of(template("{{ lipsum(n=1000000) }}")) == expected_error("E304")


@pytest.mark.parametrize(
    ("tag", "code", "words"),
    [
        ("{{ 'x' * 10**9 }}", "E309", "{{ 'x' * 10**9 }}"),
        ("{{ nothing.at.all }}", "E304", "{{ nothing.at.all }}"),
        ("{{ name.__class__.__mro__ }}", "E306", "{{ name.__class__.__mro__ }}"),
        ("{{ items }}", "E307", "{{ items }}"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "E310", "{{ m() }}"),
    ],
)
def test_the_tag_of_a_fault_is_named_and_its_neighbours_are_not(tag: str, code: str, words: str) -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template("{{ one }}", f"ก่อน {tag} หลัง", "{{ yes }}"))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == (code, FILE_LABEL)
    assert words in diagnostic.message
    assert "{{ one }}" not in diagnostic.message
    assert "{{ yes }}" not in diagnostic.message
    assert "runs" not in diagnostic.message
    assert diagnostic.hint


@pytest.mark.parametrize(
    ("tags", "text"),
    [
        ("{% for i in range(3) %}{{ i + 1 }}{% endfor %}", "123"),
        ("{% for i in items if i != 'ก' %}{{ loop.index }}{{ i }}{% endfor %}", "1ข & ค2ง"),
        ("{% for i in items %}{{ loop.length }}{{ loop.revindex|string }}{% endfor %}", "333231"),
        ("{% for i in [] %}x{% else %}ไม่มี{% endfor %}", "ไม่มี"),
        ("{% for r in [[1, [2]]] recursive %}{{ r[0] if r[0] }}{% endfor %}", "1"),
        ("{{ 'ก' ~ number ~ 'ข' }}", "ก7ข"),
        ("{{ '=' * 5 }}", "====="),
        ("{{ '%05.1f' % 3 }}", "003.0"),
        ("{{ '{:,}'.format(1250000) }}", "1,250,000"),
        ("{{ items|join(', ') }}", "ก, ข & ค, ง"),
        ("{{ [1250000]|sum }}", "1250000"),
        ("{{ 1250000 * 3 }}", "3750000"),
        ("{{ items|map('length')|sum }}", "7"),
        ("{{ 'x'|center(5)|length }}", "5"),
    ],
)
def test_what_templates_do_is_within_the_bounds(tags: str, text: str) -> None:
    assert _text(fill_in(template(tags))) == text


def test_a_long_table_is_within_the_bounds() -> None:
    tags = "{% for row in rows %}{% for cell in row %}{{ cell }}{% endfor %}{% endfor %}"
    rows = [["1"] * 10] * 3000
    assert _text(fill_in(template(tags), {"rows": rows})) == "1" * 30_000


def test_each_document_has_its_own_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_TURNS", 10)
    data = template("{% for i in range(8) %}{{ i }}{% endfor %}")
    assert [_text(fill_in(data)) for _time in range(3)] == ["01234567"] * 3


ATTACKS = [
    "{{ name.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ items.append('x') }}",
    "{{ rows[0].update({'a': 'x'}) }}",
    "{{ items.clear() }}",
    "{{ items|attr('append') }}",
    "{{ (items|attr('append'))('x') }}",
    "{{ ['append']|map('attr', 'x')|list and items.pop() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ range.__class__ }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(items) }}",
    "{{ '{x.__class__}'.format_map({'x': name}) }}",
    "{{ ('{0.__class__}'|string).format(name) }}",
    "{{ ['{0.__class__}'.format]|map('string')|list }}",
    "{{ loop.__class__ }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{{ items.__reduce_ex__(2) }}",
    "{{ name.format.__self__.__class__ }}",
    "{{ (1).__class__.__base__ }}",
    "{{ lambda: 1 }}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
]


@pytest.mark.parametrize("tag", ATTACKS)
def test_no_template_gets_out_of_the_sandbox_or_changes_the_content(tag: str) -> None:
    context: dict[str, Any] = {"name": "ก", "items": ["ก"], "rows": [{"a": "1"}]}
    ((code, *_place),) = faults_of(template(tag), context)
    assert code in {"E303", "E304", "E306", "E307"}
    assert context == {"name": "ก", "items": ["ก"], "rows": [{"a": "1"}]}


def _text(data: bytes) -> str:
    return text_of(xml_of(data))
