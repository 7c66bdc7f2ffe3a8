"""What a reader is told of a value, or offered as a name: no name of the program, of Python or of Jinja."""

from __future__ import annotations

import re

import pytest
from filling import fill_in
from word_files import template

from esa_docs.api.projects import every_form
from esa_docs.diagnostics import ContentError
from esa_docs.model.printed.shape import read_shape
from esa_docs.word.templates.checking.check import check_template

LABEL = "templates_docx/order.docx"
CLASS = re.compile(
    r"_Members|LoopContext|Namespace|TemplateReference|Cycler|Joiner|bytes|NoneType|\btype\b|class|dict"
)
SORTS = {
    "{% for x in [1] %}{{ loop }}{% endfor %}": "gives the loop itself,",
    "{{ namespace(a=1) }}": "gives a group of values,",
    "{{ self }}": "gives the template itself,",
    "{{ cycler('a', 'b') }}": "gives a tool of the template that is not called,",
    "{{ joiner() }}": "gives a tool of the template that is not called,",
    "{{ 'a'.encode() }}": "gives a value of another sort,",
    "{{ range }}": "gives a function that is not called,",
    "{{ {'a': 1}.values() }}": "gives a list,",
    "{% for x in [1] %}{{ loop.lenght }}{% endfor %}": "there is no 'lenght' in the loop itself",
    "{{ cycler('a').b }}": "there is no 'b' in a tool of the template that is not called",
    "{{ self.b() }}": "there is no 'b' in the template itself",
    "{{ [namespace(a=1)]|join }}": "gives a group of values,",
}


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


@pytest.mark.parametrize("tag", SORTS)
def test_a_value_is_told_by_its_sort(tag: str) -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template(tag))
    (diagnostic,) = error_info.value.diagnostics
    message = diagnostic.message.replace(tag, "")
    assert SORTS[tag] in message
    assert CLASS.search(message) is None


def test_the_lists_of_the_check_are_lists() -> None:
    (form,) = [form for form in every_form() if form.name == "order"]
    assert form.printed is not None
    tag = '{{ order.committees|map(attribute="duties")|join }}'
    errors = [
        line for line in check_template(template(tag), LABEL, read_shape(form.printed())) if line.is_error
    ]
    assert [(error.code, error.field) for error in errors] == [("E307", "paragraph 1")]
    assert "gives a list," in errors[0].message


def test_a_name_of_the_program_is_not_offered() -> None:
    (form,) = [form for form in every_form() if form.name == "order"]
    assert form.printed is not None
    wrong_macro = "{% macro m(*a) %}b{% endmacro %}"
    lines = check_template(template(wrong_macro, "{{ zzz }}"), LABEL, read_shape(form.printed()))
    (error,) = [line for line in lines if line.code == "E327"]
    assert error.field == "paragraph 2"
    assert error.hint.startswith("Known here: office, order, annexes")
    assert re.search(r"\b_", error.hint) is None
