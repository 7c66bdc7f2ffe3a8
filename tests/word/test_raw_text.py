"""Text between raw and endraw is printed as it is; the paragraphs, rows and cells of both tags go."""

from __future__ import annotations

import pytest
from filling import BOLD, FILE_LABEL, fill_in
from template_tables import cell, row, table
from word_files import lines_of, paragraph, run, template

from esa_docs.diagnostics import ContentError
from esa_docs.word.templates.checking.check import check_template

RAW = "{{ x }} {% if %} {# y #}"


@pytest.mark.parametrize(
    "pieces",
    [
        ["{%p raw %}", RAW, "{%p endraw %}"],
        ["{%p if yes %}", "{%p raw %}", RAW, "{%p endraw %}", "{%p endif %}"],
        [table(1, row("{%tr raw %}"), row(RAW), row("{%tr endraw %}"))],
        [table(3, row("{%tc raw %}", RAW, "{%tc endraw %}"))],
        [table(1, row(cell("{%p raw %}", RAW, "{%p endraw %}")))],
        ["{% raw %}" + RAW + "{% endraw %}"],
        ["{%r raw %}" + RAW + "{%r endraw %}"],
    ],
)
def test_raw_text_is_printed(pieces: list[str]) -> None:
    assert lines_of(fill_in(template(*pieces, "{{ one }}"))) == [RAW, "หนึ่ง"]


@pytest.mark.parametrize("tag", ["{% raw %}", "{%p raw %}"])
def test_raw_text_without_an_end_is_refused_and_told_by_the_check(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    data = template("a", tag, "{{ x }}", "{{ one }}")
    with pytest.raises(ContentError) as error_info:
        fill_in(data)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field, diagnostic.location.path) == (
        "E303",
        "paragraph 2",
        FILE_LABEL,
    )
    assert tag in diagnostic.message
    assert tag.replace("raw", "endraw") in diagnostic.hint
    (same_diagnostic,) = check_template(data, FILE_LABEL, None)
    assert (same_diagnostic.code, same_diagnostic.field) == ("E303", "paragraph 2")


def test_text_beside_it_is_refused_with_the_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    with pytest.raises(ContentError) as error_info:
        fill_in(template("{%p raw %} x", "{{ x }}", "{%p endraw %}"))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field) == ("E315", "paragraph 1")
    assert "the tag {%p raw %} in '{%p raw %} x'" in diagnostic.message


@pytest.mark.parametrize(
    ("piece", "line"),
    [
        ("{{ one }} {", "1 {"),
        (paragraph("{{ one }} {", run("b", BOLD)), "1 {b"),
        (paragraph("{% if one %}{{ one }}{% endif %} {", run("b", BOLD)), "1 {b"),
        ("{{ one }} {_{ {", "1 {{ {"),
    ],
)
def test_a_brace_at_the_end_of_a_text_is_printed(piece: str, line: str) -> None:
    assert lines_of(fill_in(template(piece), {"one": "1"})) == [line]
