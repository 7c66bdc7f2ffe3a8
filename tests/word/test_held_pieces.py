"""What macros and blocks hold, printed: text as text, runs in a text, paragraphs in place of a paragraph.

The expected lines are those that a person reads in the template; docxtpl prints the same text.
"""

from __future__ import annotations

import pytest
from filling import BOLD, CONTEXT, FILE_LABEL, fill_in
from looped_parts import FOOTNOTES, note, note_reference, with_notes
from template_tables import row, table
from word_files import lines_of, only_match, paragraph, run, template, text_of, xml_of, xpath

from esa_docs.diagnostics import ContentError, Diagnostic

TAB = "<w:r><w:tab/></w:r>"
MACRO = ("{%p macro m(t) %}", "[{{ t }}]", "{%p endmacro %}")
SET = ("{%p set q %}", "a", "{%p endset %}")
CALL = ("{%p call m() %}", "x", "{%p endcall %}")
PAGE_CALL = f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{run('{{ m(one) }}')}</w:p>"
PAGE_CALL_OF_N = PAGE_CALL.replace("m(one)", "n()")
TREE = [{"a": "1", "kids": [{"a": "2", "kids": []}]}, {"a": "3", "kids": []}]
TURNS = ("{%p for r in tree recursive %}", "{{ r.a }}", "{{ loop(r.kids) }}", "{%p endfor %}")
BOLD_MACRO = paragraph("{% macro m(x) %}a ", run("{{ x }}", BOLD), "{% endmacro %}{{ m(one) }}!")
PRINTED = {
    "a macro of paragraphs": ([*MACRO, "{{ m(name) }}"], ["[งาน & <A> \"q\" 'r' 😀 &amp;]"]),
    "called in a condition": ([*MACRO, "{% if yes %}{{ m(one) }}{% endif %}"], ["[หนึ่ง]"]),
    "called in a loop": (
        [*MACRO, "{%p for x in items %}", "{{ m(x) }}", "{%p endfor %}"],
        ["[ก]", "[ข & ค]", "[ง]"],
    ),
    "a set of paragraphs": (
        ["{%p set q %}", "a", "b", "{%p endset %}", "{{ q }}", "{{ q }}"],
        ["a", "b", "a", "b"],
    ),
    "a call of paragraphs": (
        [
            "{%p macro m() %}",
            "a",
            "{{ caller() }}",
            "{%p endmacro %}",
            "{%p call m() %}",
            "x",
            "{%p endcall %}",
        ],
        ["a", "x"],
    ),
    "a recursive loop": (list(TURNS), ["1", "2", "", "3", ""]),
    "a set of two runs": ([paragraph("{% set q %}a ", run("b", BOLD), "{% endset %}{{ q }}!")], ["a b!"]),
    "a macro of two runs": ([BOLD_MACRO], ["a หนึ่ง!"]),
    "a macro with a tab": (
        [paragraph("{% macro m(x) %}", TAB, "{{ x }}{% endmacro %}a{{ m(one) }}")],
        ["a\tหนึ่ง"],
    ),
    "a block printed twice": (["{% block a %}x{% endblock %}{{ self.a() }}"], ["xx"]),
    "a call in a text": (
        [
            "{% macro m() %}({{ caller() }}){% endmacro %}b",
            paragraph("{% call m() %}x", run("y", BOLD), "{% endcall %}"),
        ],
        ["b", "(xy)"],
    ),
    "a macro of another paragraph": (
        ["{% macro m(x) %}({{ x }}){% endmacro %}b", "{{ m(one) }}"],
        ["b", "(หนึ่ง)"],
    ),
    "a set of another paragraph": (["{% set q %}a{{ one }}{% endset %}b", "{{ q }}"], ["b", "aหนึ่ง"]),
    "a macro cut": (
        ["{% macro m(x) %}a{{ x }}{% endmacro %}{{ m('R&amp;D')|truncate(4, true, '', 0) }}"],
        ["aR&D"],
    ),
    "a filter over paragraphs": (["{%p filter upper %}", "abc R&amp;D", "{%p endfilter %}"], ["ABC R&D"]),
    "a filter over runs": (
        [paragraph("{% filter upper %}abc ", run("d", BOLD), "{% endfilter %}")],
        ["ABC D"],
    ),
    "letters of a text": (["{% filter length %}R&amp;D{% endfilter %}"], ["3"]),
}


def filled(pieces: list[str]) -> bytes:
    return fill_in(template(*pieces, "end"), {**CONTEXT, "tree": TREE})


@pytest.mark.parametrize("name", PRINTED)
def test_what_a_block_holds_is_printed(name: str) -> None:
    pieces, lines = PRINTED[name]
    assert lines_of(filled(pieces)) == [*lines, "end"]


def test_runs_of_a_macro_keep_their_look() -> None:
    root = xml_of(filled([BOLD_MACRO]))
    assert [text_of(bold_run) for bold_run in xpath(root, "//w:r[w:rPr/w:b]")] == ["หนึ่ง"]


BREAK = '<w:r><w:br w:type="page"/></w:r>'
OWN_STYLE = (
    '<w:pPr><w:pStyle w:val="A"/><w:keepLines/><w:pageBreakBefore w:val="0"/><w:jc w:val="end"/></w:pPr>'
)
PAGES = {
    "the call itself": [*MACRO, PAGE_CALL],
    "behind the macro": [*MACRO[:2], paragraph("{%p endmacro %}", BREAK), "{{ m(one) }}"],
    "before a condition": [*MACRO, paragraph("{%p if yes %}", BREAK), "{{ m(one) }}", "{%p endif %}"],
    "a macro in a macro": [*MACRO, "{%p macro n() %}", "{{ m(one) }}", "{%p endmacro %}", PAGE_CALL_OF_N],
    "an own style": [
        MACRO[0],
        f"<w:p>{OWN_STYLE}{run('[{{ t }}]')}</w:p>",
        MACRO[2],
        PAGE_CALL,
    ],
    "a table": [MACRO[0], table(1, row("[{{ t }}]"), row("b")), MACRO[2], PAGE_CALL],
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_begins_with_a_call_begins_with_what_it_prints(name: str) -> None:
    root = xml_of(filled(PAGES[name]))
    first = only_match(root, "//w:p[w:pPr/w:pageBreakBefore[not(@w:val)]]")
    assert text_of(first) == "[หนึ่ง]"
    order = [
        child.tag.partition("}")[2] for child in only_match(root, "//w:p[w:pPr/w:pageBreakBefore]/w:pPr")
    ]
    assert order in (["pageBreakBefore"], ["pStyle", "keepLines", "pageBreakBefore", "jc"])
    assert xpath(root, "//w:br") == []


def test_a_call_whose_page_break_is_off_begins_no_page() -> None:
    call = PAGE_CALL.replace("<w:pageBreakBefore/>", '<w:pageBreakBefore w:val="false"/>')
    assert xpath(xml_of(filled([*MACRO, call])), "//w:pageBreakBefore") == []


def test_a_table_of_a_macro_does_not_join_the_next_and_does_not_end_a_cell() -> None:
    macro = ["{%p macro m() %}", table(1, row("{{ one }}")), "{%p endmacro %}"]
    body = only_match(xml_of(filled([*macro, "{{ m() }}", "{{ m() }}"])), "//w:body")
    assert [child.tag.partition("}")[2] for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]
    cell = only_match(xml_of(filled([*macro, table(1, row("{{ m() }}"))])), "//w:body/w:tbl/w:tr/w:tc")
    assert [child.tag.partition("}")[2] for child in cell if not child.tag.endswith("tcPr")] == ["tbl", "p"]


def test_a_footnote_in_a_macro_is_printed_with_each_call() -> None:
    body = paragraph("{% macro m(x) %}a", note_reference(2), "{% endmacro %}{{ m(1) }}{{ m(2) }}")
    data = fill_in(with_notes(template(body), note(2, paragraph("ดู {{ x }}"))))
    references = xpath(xml_of(data), "//w:footnoteReference/@w:id")
    assert len(set(references)) == 2
    assert lines_of(data, FOOTNOTES)[-2:] == ["ดู 1", "ดู 2"]
    assert xpath(xml_of(data, FOOTNOTES), "//w:footnote[.//w:t]/@w:id") == references


LINK = f'<w:p><w:hyperlink w:tooltip="{{{{ q }}}}">{run("l")}</w:hyperlink></w:p>'
REFUSED = {
    "paragraphs in a text": ([*MACRO, "a {{ m(one) }}"], "paragraph 4"),
    "a torn set": (["{% set q %}a", "b{% endset %}", "{{ q }}"], "paragraph 3"),
    "letters of runs": ([BOLD_MACRO.replace("m(one)", "m(one)|truncate(20)")], "paragraph 1"),
    "letters in a loop": (
        [*SET, "{% for c in q %}{{ c }}{% endfor %}"],
        "paragraph 4",
    ),
    "letters compared": (
        [*SET, "{% if q == 'a' %}b{% endif %}"],
        "paragraph 4",
    ),
    "a letter": ([*SET, "{{ q[0] }}"], "paragraph 4"),
    "a method": ([*SET, "{{ q.replace('a', 'b') }}"], "paragraph 4"),
    "a filter over runs": (
        [paragraph("{% filter striptags %}a", run("b", BOLD), "{% endfilter %}")],
        "paragraph 1",
    ),
    "a filter over paragraphs": (["{%p filter length %}", "abc", "{%p endfilter %}"], "paragraph 1"),
    "an attribute": (
        [*SET, LINK],
        "paragraph 4",
    ),
    "a recursive loop of rows": (
        [
            table(
                1,
                row("{%tr for r in tree recursive %}"),
                row("{{ r.a }}{{ loop(r.kids) }}"),
                row("{%tr endfor %}"),
            )
        ],
        "table 1, row 2, cell 1",
    ),
    "text between paragraphs": (
        ["{% macro m() %}x{{ caller() }}{% endmacro %}a", *CALL],
        "paragraph 2",
    ),
}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def diagnostic_of(pieces: list[str]) -> Diagnostic:
    with pytest.raises(ContentError) as error_info:
        filled(pieces)
    (diagnostic,) = error_info.value.diagnostics
    return diagnostic


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_printed_is_refused_with_its_place(name: str) -> None:
    pieces, place = REFUSED[name]
    diagnostic = diagnostic_of(pieces)
    assert (diagnostic.code, diagnostic.location.path) == ("E324", FILE_LABEL)
    assert diagnostic.field == place
    assert "w:" not in diagnostic.message.replace("word", "")
    assert diagnostic.hint
