"""What the check of a template lets pass, a build prints; what a build refuses, the check has told before."""

from __future__ import annotations

import pytest
from test_template_check import END, LOOP, check, in_english
from word_files import pack, parts_of, template

from esa_docs.diagnostics import Diagnostic
from esa_docs.word.theme import SHIPPED_FONT, Look

LOOK = Look(SHIPPED_FONT, "arabic")
__all__ = ["in_english"]


def errors(*pieces: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check(template(*pieces)) if diagnostic.is_error]


def codes(*pieces: str) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.field) for diagnostic in errors(*pieces)]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        # Values that a tag cannot print, or work with.
        ("{{ order.subject == 'x' }}", "E307"),
        ("{{ not order.subject }}", "E307"),
        ("{{ none }}", "E307"),
        ("{{ (1, 2) }}", "E307"),
        ("{{ range(3) }}", "E307"),
        ("{{ 2.5 }}", "E307"),
        ("{{ 1/0 }}", "E307"),
        ("{{ order.subject.title }}", "E307"),
        ("{{ order.subject + 1 }}", "E307"),
        ("{{ order.subject|round }}", "E307"),
        ("{{ order.cause|sum }}", "E307"),
        ("{% for i in 3 %}{{ i }}{% endfor %}", "E307"),
        ("{% for a, b in order.committees %}{{ a }}{% endfor %}", "E307"),
        ("{{ order.subject|batch(2)|list }}", "E307"),
        ("{{ order|items|list }}", "E307"),
        ("{{ order.subject.split() }}", "E307"),
        ("{{ emblem|upper }}", "E307"),
        ("{% include 'x' %}", "E307"),
        ("{% import 'x' as y %}", "E307"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}", "E307"),
        ("{{ order.cause|map('uppr')|join }}", "E307"),
        # Names that a value does not have, deep in a tag.
        ("{{ order.committees|map(attribute='headin')|join }}", "E304"),
        ("{{ order.committees|selectattr('dutie')|list|length }}", "E304"),
        ("{% macro m(c) %}{{ c.headin }}{% endmacro %}{{ m(order.committees[0]) }}", "E304"),
        ("{% set ns = namespace(p=1) %}{{ ns.q }}", "E304"),
        ("{{ _foo }}", "E327"),
        ("{% for c in order.cause %}{{ loop.indx }}{% endfor %}", "E327"),
        ("{% if nothing.x is defined %}x{% endif %}", "E327"),
        ("{% for c in order.cause %}{{ loop }}{% endfor %}", "E335"),
        ("{% for c in order.cause %}{{ loop.first }}{% endfor %}", "E335"),
        ("{% if order.draft == 'x' %}{{ order.subject + 1 }}{% endif %}", "E307"),
        ("{% if order.draft %}{% else %}{{ order.subject|round }}{% endif %}", "E307"),
        # What no template may do.
        ("{{ order.subject.__class__ }}", "E306"),
        ("{% do order.cause.append('x') %}", "E306"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "E310"),
    ],
)
def test_what_a_build_refuses_the_check_tells_with_its_place(tag: str, code: str) -> None:
    assert codes("ก", tag) == [(code, "paragraph 2")]


def test_faults_of_a_trial_are_told_all_at_once() -> None:
    pieces = ["{{ order.subject|round }}", "{{ 1/0 }}", "{% for i in 3 %}{{ i }}{% endfor %}", "{{ none }}"]
    places = [f"paragraph {number}" for number in range(1, 5)]
    assert sorted(codes(*pieces)) == [("E307", place) for place in places]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ order.foo if order.foo is defined else '' }}",
        "{% if foo is defined and foo %}x{% endif %}",
        "{% if foo is not defined %}x{% else %}{{ foo }}{% endif %}",
        "{% if foo is undefined %}x{% else %}{{ foo }}{% endif %}",
        "{% if not (foo is defined) %}x{% else %}{{ foo }}{% endif %}",
        "{% if foo is undefined or foo %}x{% endif %}",
        "{% block a %}x{% endblock %}",
        "{% block a %}x{% endblock a %}",
        "{{ order.cause[3] }}",
        "{% if order.subject is number %}{{ order.subject + 1 }}{% endif %}",
        "{% for c in order.cause %}{{ loop.cycle('x', 'y') }}{% endfor %}",
        "{{ order.nothing|default('x') }}",
        "{% if order.cause|length > 3 %}{{ order.cause[3] }}{% endif %}",
    ],
)
def test_what_a_build_prints_is_no_error(tag: str) -> None:
    assert codes(tag) == []


@pytest.mark.parametrize(
    ("tag", "prefix"),
    [
        (LOOP + "{{ c.members }}" + END, "{%p for x in c.members %} … {%p endfor %}"),
        (
            "{{ order.committees.heading }}",
            "{%p for committee in order.committees %} {{ committee.heading }}",
        ),
        ("{{ order.committees[].heading }}", "{%p for committee in order.committees %}"),
        ("{{ order.committees[0].members }}", "{%p for x in order.committees[0].members %}"),
        ("{{ (order.committees|first).members }}", "{%p for x in (order.committees|first).members %}"),
    ],
)
def test_a_hint_holds_no_notation_of_lists(tag: str, prefix: str) -> None:
    pieces = [piece for piece in tag.replace(LOOP, f"{LOOP}\n").replace(END, f"\n{END}").split("\n") if piece]
    (diagnostic,) = errors(*pieces)
    assert prefix in diagnostic.hint
    assert "[]" not in diagnostic.hint


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{% if order.effect %}a{% elseif order.date %}b{% endif %}", "Did you mean 'elif'?"),
        ("{%pfor x in order.cause %}", "Write {%p for, with a blank between."),
    ],
)
def test_a_misspelt_word_is_told_once(tag: str, hint: str) -> None:
    pieces = [tag]
    if "pfor" in tag:
        pieces += ["{{ x }}", "{%p endfor %}"]
    assert [(d.code, d.hint) for d in errors(*pieces)] == [("E303", hint)]


def field(instruction: str, end: str = '<w:r><w:fldChar w:fldCharType="end"/></w:r>') -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{end}</w:p>'
    )


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (field('INCLUDEPICTURE "https://a.example/b.png"'), "E727"),
        (field("PAGE", ""), "E717"),
        ('<w:p><w:hyperlink r:id="rIdNo"><w:r><w:t>ก</w:t></w:r></w:hyperlink></w:p>', "E730"),
        ('<w:p><w:r><w:footnoteReference w:id="55"/></w:r></w:p>', "E730"),
        ('<w:altChunk r:id="rIdNo"/>', "E730"),
        ("<w:p><w:foo/></w:p>", "E720"),
        ('<w:p><w:pPr><w:jc w:val="middle"/></w:pPr></w:p>', "E720"),
        ('<w:p><w:r><w:rPr><w:sz w:val="abc"/></w:rPr><w:t>ก</w:t></w:r></w:p>', "E720"),
    ],
)
def test_fixed_parts_are_checked_by_the_rules_of_a_build(xml: str, code: str) -> None:
    assert [diagnostic.code for diagnostic in errors("ก", xml)] == [code]


def test_a_link_to_a_file_of_one_machine_is_told() -> None:
    parts = parts_of(template('<w:p><w:hyperlink r:id="rIdL"><w:r><w:t>ก</w:t></w:r></w:hyperlink></w:p>'))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="rIdL" Type="{kind}" Target="file:///c:/a.doc" TargetMode="External"/>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    assert [diagnostic.code for diagnostic in check(pack(parts)) if diagnostic.is_error] == ["E728"]
