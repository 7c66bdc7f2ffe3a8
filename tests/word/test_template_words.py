"""What is wrong with a template is said in words of the reader, with the tag and with a cure of its own."""

from __future__ import annotations

import re

import pytest
from filling import FILE_LABEL, fill_in
from looped_parts import END, LOOP, bookmark, field, note, note_reference, with_notes
from word_files import paragraph, run, template

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.word.templates.filling import bounds

COMPARE = "Compare the tags with the shipped template."
WORDS = {
    "{{ '\\ud800' }}": ("E307", "the character U+D800"),
    "{{ '\\x00' }}": ("E307", "the character U+0000"),
    "{{ 'ก\\uffffข' }}": ("E307", "the character U+FFFF"),
    "{{ '\\x02d7\\x03' }}": ("E307", "the character U+0002"),
    "{{ '\\x02' }}": ("E307", "the character U+0002"),
    "{% set x %}{{ '\\ufffe' }}{% endset %}{{ x }}": ("E307", "the character U+FFFE"),
    "{{ none }}": ("E307", "a value that is empty"),
    "{{ number / 0 }}": ("E307", "divided by 0"),
    "{{ range(999999999)|length }}": ("E307", "range takes 100000 numbers at most"),
    "{% include 'x' %}": ("E307", "another template, 'x'"),
    "{% extends 'x' %}": ("E307", "another template, 'x'"),
    "{{ items }}": ("E307", "gives a list"),
    "{{ one + 1 }}": ("E307", "not of the sort"),
    "{{ one|dictsort }}": ("E307", "not of the sort"),
    "{% for a, b in items %}{% endfor %}": ("E307", "has not the form"),
    "{{ '{1}'.format(one) }}": ("E307", "more values than it is given"),
    "{{ 'x'.encode('q') }}": ("E307", "asks for something that is not there"),
    "{{ cycler() }}": ("E307", "given nothing to work with"),
    "{{ (one|uper) if one }}": ("E307", "of the name 'uper'"),
    "{% if one %}": ("E303", "'{% if %}' has no end"),
    "{{ one": ("E303", "has no end in the paragraph"),
    "{% fro x %}": ("E303", "no tag of the name 'fro'"),
    "{% endfor %}": ("E303", "nothing is open"),
    "{{ one|uper }}": ("E303", "of the name 'uper'"),
    "{{ one is notest }}": ("E303", "of the name 'notest'"),
    "{{ one two }}": ("E303", "'two' stands where }} is expected"),
    "{{ (1 }}": ("E303", "'}' stands where ) is expected"),
    "{{ 1) }}": ("E303", "')' is not expected"),
    "{{ }}": ("E303", "expected before '}}'"),
    "{% %}": ("E303", "the tag is empty"),
    "{{ $ }}": ("E303", "'$' is not expected"),
    "{% macro %}": ("E303", "'%}' stands where a name is expected"),
}
ENGLISH_OF_JINJA = re.compile(
    r"undefined|sandbox|Jinja|token|object|attribute|loader|NoneType|operand|argument|unpack|MAX_RANGE"
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def fault_of(*paragraphs: str) -> Diagnostic:
    """Return the single fault of a template."""
    return fault_of_data(template(*paragraphs))


def fault_of_data(data: bytes) -> Diagnostic:
    """Return the single fault of a Word file as a template."""
    with pytest.raises(ContentError) as error_info:
        fill_in(data)
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.location.path == FILE_LABEL
    return diagnostic


@pytest.mark.parametrize("tag", WORDS)
def test_the_reason_is_in_words_and_has_a_cure_of_its_own(tag: str) -> None:
    code, words = WORDS[tag]
    diagnostic = fault_of("ก่อน", tag, "หลัง")
    assert diagnostic.code == code
    assert words in diagnostic.message
    assert diagnostic.hint not in ("", COMPARE)
    assert not ENGLISH_OF_JINJA.search(diagnostic.message + diagnostic.hint)


@pytest.mark.parametrize(
    ("tag", "code", "words"),
    [
        ("{{ nothing }}", "E304", "there is no 'nothing'"),
        ("{{ nothing.at.all }}", "E304", "there is no 'nothing'"),
        ("{{ rows[0].zz }}", "E304", "there is no 'zz' in a group of values"),
        ("{{ items[9] }}", "E304", "there is no '9' in a list"),
        ("{{ ([]|first).x }}", "E304", "a list is empty"),
        ("{{ ''.__class__ }}", "E306", "'__class__' is closed to templates"),
        ("{{ items.append(1) }}", "E306", "'append' is closed to templates"),
    ],
)
def test_what_is_missing_or_forbidden_is_named(tag: str, code: str, words: str) -> None:
    diagnostic = fault_of(tag)
    assert (diagnostic.code, words in diagnostic.message) == (code, True)
    assert not ENGLISH_OF_JINJA.search(diagnostic.message)


def test_a_tag_between_paragraphs_is_named_and_its_neighbours_are_not() -> None:
    tags = ["{{ one }}", "{%p for i in range(99999999) %}", "{{ yes }}", "{%p endfor %}", "{{ number }}"]
    diagnostic = fault_of(*tags)
    assert diagnostic.code == "E307"
    assert diagnostic.message.endswith("near the tag '{% for i in range(99999999) %}' (paragraph 2)")


def test_a_wrong_tag_between_paragraphs_is_named_and_its_neighbours_are_not() -> None:
    diagnostic = fault_of("{{ one }}", "{%p for i on items %}", "{{ yes }}", "{%p endfor %}")
    assert "near '{%p for i on items %}'" in diagnostic.message
    assert "yes" not in diagnostic.message


def test_a_long_text_is_not_broken_into_lines_for_ever() -> None:
    # It took 22 seconds before it was refused.
    assert fault_of("{{ ('a' * 900000)|wordwrap(1) }}").code == "E309"


def test_a_filter_of_every_letter_comes_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_MOST_WORK", 10_000_000)
    assert fault_of("{{ ('a' * 900000)|map('upper')|list|length }}").code == "E308"


@pytest.mark.parametrize(("tag", "name"), [("{{ one is evn }}", "even"), ("{{ one|uper }}", "upper")])
def test_the_nearest_name_of_the_same_sort_is_proposed(tag: str, name: str) -> None:
    assert name in fault_of(tag).hint


TAGS_BESIDE_OURS = {
    "beside a bookmark in a loop within a paragraph": (
        paragraph("{% for i in items %}", bookmark("a", run("{{ i.q }}")), "{% endfor %}")
        + paragraph(field("REF a")),
        "near the tag '{{ i.q }}', in '{% for i in items %}{{ i.q }}{% endfor %}' (paragraph 1)",
    ),
    "beside a field in a loop": (
        LOOP + paragraph(bookmark("a", run("x"))) + paragraph(field("REF a"), "{{ i.q }}") + END,
        "near the tag '{{ i.q }}', in '๑{{ i.q }}' (paragraph 3)",
    ),
    "beside a note": (paragraph("{{ q }}", note_reference(1)), "near the tag '{{ q }}' (paragraph 1)"),
    "in a filter of the office": (
        paragraph("{% filter upper %}{{ q }}{% endfilter %}"),
        "near the tag '{{ q }}', in '{% filter upper %}{{ q }}{% endfilter %}' (paragraph 1)",
    ),
}


@pytest.mark.parametrize(("body", "place"), TAGS_BESIDE_OURS.values(), ids=TAGS_BESIDE_OURS)
def test_the_tags_of_the_office_are_quoted_and_none_of_ours(body: str, place: str) -> None:
    diagnostic = fault_of_data(with_notes(template(body), note(1, paragraph("n"))))
    assert diagnostic.message.endswith(f"; {place}")
