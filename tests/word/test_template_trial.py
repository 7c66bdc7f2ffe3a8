"""What the check of a template lets pass, a build prints; what a build refuses, the check has told before."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_templates import cell, check, shape_of, table
from word_files import pack, paragraph, parts_of, template, xml_of

from esa_docs.diagnostics import ContentError, Diagnostic, Severity
from esa_docs.fonts.families import SHIPPED_FONT
from esa_docs.jobs.templates import variables_file
from esa_docs.model.printed.shape import variables_of
from esa_docs.word.templates.checking.check import check_template
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

LOOP, END = "{%p for c in order.committees %}", "{%p endfor %}"


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


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
        # A branch that its condition keeps from such values.
        "{% macro m(d=none) %}x{% if d %}{{ d }}{% endif %}{% endmacro %}{{ m() }}{{ m('y') }}",
        "{% set n = namespace(last=none) %}{% if n.last %}{{ n.last }}{% endif %}",
        "{% for x in [['a', 1], 'b'] %}{% if x == 'b' %}{{ x }}{% else %}{{ x|join }}{% endif %}{% endfor %}",
        # Members and keys that hang on the values of a paper.
        "{{ (order.committees[0].members|selectattr('role', 'equalto', 'หัวหน้า')|first).name }}",
        "{{ {'หัวหน้า': 'หน.'}[order.committees[0].members[0].role] }}",
    ],
)
def test_what_a_build_prints_is_no_error(tag: str) -> None:
    assert codes(tag) == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{% if order.draft == 'x' %}{{ order.subject + 1 }}{% endif %}", "E307"),
        ("{{ (order.committees|selectattr('heading', 'equalto', 'x')|first).heading }}", "E304"),
    ],
)
def test_what_a_build_refuses_of_some_papers_is_a_warning(tag: str, code: str) -> None:
    (diagnostic,) = check(template("ก", tag))
    assert (diagnostic.code, diagnostic.severity, diagnostic.field) == (code, Severity.WARNING, "paragraph 2")


@pytest.mark.parametrize(
    ("tag", "prefix"),
    [
        (LOOP + "{{ c.members }}" + END, "{%p for member in c.members %} {{ member.label }} {%p endfor %}"),
        (
            "{{ order.committees.heading }}",
            "{%p for committee in order.committees %} {{ committee.heading }}",
        ),
        ("{{ order.committees[].heading }}", "{%p for committee in order.committees %}"),
        ("{{ order.committees[0].members }}", "{%p for member in order.committees[0].members %}"),
        ("{{ (order.committees|first).members }}", "{%p for member in (order.committees|first).members %}"),
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
        (
            "{% if order.effect %}a{% elseif order.date %}b{% endif %}",
            "Did you mean '{% elif order.date %}'?",
        ),
        ("{%pfor x in order.cause %}", "Did you mean '{%p for x in order.cause %}'?"),
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


def test_a_drawing_in_a_header_is_told_with_its_place() -> None:
    (diagnostic,) = [item for item in check(template("ก", header="{{ emblem }}")) if item.is_error]
    assert (diagnostic.code, diagnostic.field) == ("E314", "header 1, paragraph 1")
    assert "{{ emblem }}" in diagnostic.message


@pytest.mark.parametrize(("form", "name"), [("order", "emblem"), ("sar", "chart"), ("pmqa", "chart")])
def test_a_drawing_that_is_not_printed_is_told(form: str, name: str) -> None:
    diagnostics = check_template(template("{{ office.name }}"), "t.docx", shape_of(form))
    messages = [diagnostic.message for diagnostic in diagnostics if diagnostic.code == "E334"]
    assert f"the template does not print the picture or chart '{name}'" in messages


def titled(title: str, tag: str = "x") -> str:
    properties = f'<w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{paragraph('ก')}</w:sdtContent></w:sdt>"


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def formula(text: str) -> str:
    return f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>{text}</m:t></m:r></m:oMath></w:p>'


@pytest.mark.parametrize(
    ("xml", "code", "place"),
    [
        (formula("{{ order.efect }}"), "E327", "paragraph 2"),
        (formula("{% for x in order.cause %}"), "E328", "paragraph 2"),
        (titled("{{ order.efect }}"), "E327", "paragraph 2"),
        (titled("{{ order.subject }}", "{{ order.efect }}"), "E327", "paragraph 2"),
        (titled("{{ order.subject }}", "{{ order.subject + 1 }}"), "E307", "paragraph 2"),
        (table(cell("ก"), cell("{% cellbg 'zz' %}ข")), "E307", "table 1, row 2, cell 1"),
        (table(cell("ก"), cell("{% colspan 'x' %}ข")), "E307", "table 1, row 2, cell 1"),
        (
            table(cell("{%tc for i in range(70) %}") + cell("{{ i }}") + cell("{%tc endfor %}")),
            "E307",
            "table 1, row 1, cell 1",
        ),
        ("{% set order.x = 1 %}", "E307", "paragraph 2"),
        (
            '<w:p><w:r><w:rPr><w:color w:val="{{ order.subject }}"/></w:rPr><w:t>ก</w:t></w:r></w:p>',
            "E305",
            "paragraph 2",
        ),
    ],
)
def test_tags_outside_of_running_text_have_a_place(xml: str, code: str, place: str) -> None:
    assert codes("ก", xml) == [(code, place)]


def test_a_value_in_a_formula_has_the_digits_of_the_paper() -> None:
    data = template(formula("x = {{ number }} &amp; 5"))
    compiled = compile_template(data, "t.docx", Look(SHIPPED_FONT, "thai"))
    root = xml_of(compiled.render({"number": "12 & '3'"}, {"title": "x", "creator": "x"}))
    assert [text.text for text in root.iter(f"{{{MATH}}}t")] == ["x = ๑๒ & '๓' & 5"]


def test_a_split_tag_in_a_chart_is_told_as_never_filled_in() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    runs = "<a:r><a:t>{</a:t></a:r><a:r><a:t>{ order.number }}</a:t></a:r>"
    chart = f'<c:chartSpace xmlns:c="c" xmlns:a="{drawing}"><a:p>{runs}</a:p></c:chartSpace>'
    data = pack({**parts_of(template("ก")), "word/charts/chart1.xml": chart.encode()})
    with pytest.raises(ContentError) as fault:
        check(data)
    assert [diagnostic.code for diagnostic in fault.value.diagnostics] == ["E322"]


def test_else_if_is_told_as_two_words() -> None:
    (diagnostic,) = errors("{% if order.draft %}a{% else if order.date %}b{% endif %}")
    assert (diagnostic.code, diagnostic.hint) == ("E303", "Did you mean '{% elif order.date %}'?")
    assert "'else if'" in diagnostic.message


def test_names_of_variables_hold_no_notation_of_lists() -> None:
    labels = [variable.label for variable in variables_of(shape_of("order"))]
    assert "order.committees: members: name" in labels
    assert [label for label in labels if "[]" in label] == []


def test_a_list_of_variables_does_not_propose_an_option_that_it_lacks(tmp_path: Path) -> None:
    output = tmp_path / "values.docx"
    output.write_bytes(template("ก"))
    with pytest.raises(ContentError) as fault:
        variables_file("order", variables_of(shape_of("order")), output)
    (diagnostic,) = fault.value.diagnostics
    assert (diagnostic.code, diagnostic.hint) == ("E418", "Choose another name, or move that file away.")
