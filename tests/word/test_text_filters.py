"""Filters of tags: what is no text never becomes one in Python's notation, and every fault has its tag."""

from __future__ import annotations

import pytest
from filling import CONTEXT, FILE_LABEL, fill_in
from word_files import lines_of, template

from esa_docs.diagnostics import ContentError
from esa_docs.model.printed.shape import Shape, Sort
from esa_docs.word.templates.checking.check import check_template

VALUES = {**CONTEXT, "group": {"a": "1", "b": ["x"]}, "groups": [{"a": "1", "b": ["x"]}]}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


NOT_FILLED_IN = {
    # A filter, a test or a function raises what Python has.
    "one|truncate(2)": "E307",
    "1|truncate(0)": "E307",
    "one|wordwrap(0)": "E307",
    "5 is divisibleby(0)": "E307",
    "[1, 'a']|sort|join": "E307",
    "10.0 ** 400": "E307",
    "'x'.encode('nosuch')": "E307",
    # A list or a group becomes text.
    "items|upper": "E307",
    "items|string": "E307",
    "items|e": "E307",
    "items|map('upper')|string": "E307",
    "items ~ 'x'": "E307",
    "groups|join(', ')": "E307",
    "groups|map(attribute='b')|join": "E307",
    "groups|join(', ', attribute='b')": "E307",
    "items|join(items)": "E307",
    "one|replace('ห', items)": "E307",
    "'%s'|format(items)": "E307",
    "'%s' % items": "E307",
    "'%(b)s' % group": "E307",
    "'{}'.format(items)": "E307",
    "'{b}'.format(**group)": "E307",
    "group|xmlattr": "E307",
    "group|pprint": "E307",
    "one|pprint": "E307",
    "flag|string": "E307",
    "void ~ 'x'": "E307",
    "missing|upper": "E304",
    # Equal content gives equal papers.
    "items|random": "E303",
    # The names of the compiler are no names of a template.
    "one|runs0": "E303",
    "one|entry": "E303",
    "one|copy_note": "E303",
    "one|cell_fill": "E303",
    "one|_bounded": "E303",
    "_copies": "E303",
    "_next_id()": "E303",
    "_contents": "E303",
}


@pytest.mark.parametrize("expression", NOT_FILLED_IN)
def test_what_cannot_be_printed_is_refused_with_its_tag_and_place(expression: str) -> None:
    tag = f"{{{{ {expression} }}}}"
    with pytest.raises(ContentError) as error_info:
        fill_in(template("x", tag), VALUES)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == (NOT_FILLED_IN[expression], FILE_LABEL)
    assert diagnostic.field == "paragraph 2"
    assert tag in diagnostic.message
    assert diagnostic.hint


PRINTED = {
    "one|tojson": '"หนึ่ง"',
    "items|tojson": '["ก", "ข & ค", "ง"]',
    "group|tojson": '{"a": "1", "b": ["x"]}',
    "items|join(', ')|upper": "ก, ข & ค, ง",
    "groups|join(', ', attribute='a')": "1",
    "groups|map(attribute='a')|join": "1",
    "range(3)|join": "012",
    "number ~ 'x'": "7x",
    "'%.2f'|format(ratio)": "0.50",
    "'%(a)s' % group": "1",
    "'{a}'.format(**group)": "1",
    "'{0[a]}'.format(group)": "1",
    "items|default('x')|first|upper": "ก",
    "name|e": CONTEXT["name"],
    "one|truncate(9, true, '…')": "หนึ่ง",
    "'runs0 and entry'": "runs0 and entry",
    "{'entry': 'x'}.entry": "x",
}


@pytest.mark.parametrize("expression", PRINTED)
def test_text_of_filters_is_printed(expression: str) -> None:
    assert lines_of(fill_in(template(f"{{{{ {expression} }}}}"), VALUES)) == [PRINTED[expression]]


TEXT = Shape(Sort.TEXT)
SHAPE = Shape(
    Sort.GROUP,
    fields={
        "one": TEXT,
        "items": Shape(Sort.LIST, item=TEXT),
        "groups": Shape(Sort.LIST, item=Shape(Sort.GROUP, fields={"a": TEXT})),
    },
)


@pytest.mark.parametrize("expression", ["items|upper", "items ~ one", "groups|join", "items|string|trim"])
def test_the_check_tells_what_would_be_no_text(expression: str) -> None:
    diagnostics = check_template(template("x", f"{{{{ {expression} }}}}"), FILE_LABEL, SHAPE)
    errors = [(diagnostic.code, diagnostic.field) for diagnostic in diagnostics if diagnostic.is_error]
    assert errors == [("E335", "paragraph 2")]


def test_the_check_offers_no_name_of_the_compiler() -> None:
    (diagnostic,) = check_template(
        template("{{ one|nosuch }}{{ items|join }}{{ groups[0].a }}"), FILE_LABEL, None
    )
    assert diagnostic.code == "E303"
    for name in (
        "_bounded",
        "_turn",
        "bookmark_id",
        "cell_fill",
        "copy_",
        "runs0",
        "entry",
        "placed",
        "random",
    ):
        assert name not in diagnostic.hint
