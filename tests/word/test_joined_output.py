"""Runs that a condition parted: one text again, so that nobody is warned of what nobody can mend (E711)."""

from __future__ import annotations

import pytest
from altering import codes_in
from filling import fill_in
from word_files import lines_of, paragraph, run, template, xml_of, xpath

TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
LINES = {
    "a tab in a condition": (paragraph("ก{% if empty %}", TAB, run("x{% endif %}ข")), "กข"),
    "a break in a condition": (paragraph("ก {% if empty %}", BREAK, run("{% endif %}{{ one }}")), "ก หนึ่ง"),
    "a torn word": (paragraph("ก{% if empty %}", TAB, run("{% endif %}ิน")), "กิน"),
    "a loop with a tab": (
        paragraph("{% for i in items %}{{ i }}{% if loop.last %}", TAB, run("{% endif %}{% endfor %}")),
        "กข & คง\t",
    ),
    "other properties stay apart": (
        paragraph("a{% if empty %}", TAB, run("{% endif %}"), run("b", "<w:b/><w:bCs/>")),
        "ab",
    ),
    "a printed brace": (paragraph("a{% if empty %}", TAB, run("{% endif %}{_{ b }_}")), "a{{ b }}"),
    "paragraphs joined by dashes": (
        "".join(map(paragraph, ("ก", "{%- if yes %}ข{% endif -%}", "ค"))),
        "กขค",
    ),
}


@pytest.mark.parametrize(("line", "text"), LINES.values(), ids=LINES)
def test_what_a_condition_parted_is_one_text_again(line: str, text: str) -> None:
    data = fill_in(template(line))
    assert lines_of(data) == [text]
    codes = codes_in(data)
    assert "E711" not in codes
    assert "E703" not in codes


def test_runs_of_other_properties_stay_apart() -> None:
    data = fill_in(template(LINES["other properties stay apart"][0]))
    assert xpath(xml_of(data), "//w:t/text()") == ["a", "b"]
