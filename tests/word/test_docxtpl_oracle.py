"""docxtpl is the oracle: every construct of its documentation, filled in by it and by us.

Compared are the visible text of each paragraph and the geometry of each table. Where docxtpl itself is wrong,
the right outcome stands here, with the reason.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from filling import BOLD, CONTEXT, expected_error, faults_of, fill_in
from template_tables import Cell, Table, cell, geometry, row, table
from word_files import lines_of, paragraph, run, template, xml_of

LIST = CONTEXT["items"]
"""Three texts, and ``rows`` has two rows with two and one ``sub``."""
GREEN = '<w:shd w:val="clear" w:fill="00FF00"/><w:vAlign w:val="center"/>'
TWO_WIDE = '<w:gridSpan w:val="2"/>'


def by_docxtpl(data: bytes) -> bytes:
    """Return a template filled in by docxtpl with autoescape."""
    document = DocxTemplate(io.BytesIO(data))
    document.render(CONTEXT, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


ALIKE: dict[str, tuple[str, ...]] = {
    # Levels of tags.
    "p: for": ("{%p for i in items %}", "{{ i }}", "{%p endfor %}", "z"),
    "p: if, elif, else": (
        *("{%p if empty %}", "a", "{%p elif yes %}", "b", "{%p else %}", "c", "{%p endif %}"),
    ),
    "p: set": ("{%p set q = one %}", "{{ q }}"),
    "p: comment": ("a", "{#p note #}", "b"),
    "r: if": (paragraph(run("a {%r if yes %}b"), run("c", BOLD), run("{%r endif %}d")),),
    "tr: for": (
        table(2, row("{%tr for r in rows %}", ""), row("{{ r.a }}", "b"), row("{%tr endfor %}", "")),
    ),
    "tr: if": (
        table(
            1,
            row("h"),
            row("{%tr if empty %}"),
            row("a"),
            row("{%tr else %}"),
            row("b"),
            row("{%tr endif %}"),
        ),
    ),
    "tr: for in for": (
        table(
            *(
                1,
                row("{%tr for r in rows %}"),
                row("{{ r.a }}"),
                row("{%tr for s in r.sub %}"),
                row("-{{ s }}"),
            ),
            *(row("{%tr endfor %}"), row("{%tr endfor %}")),
        ),
    ),
    "tr: comment": (table(1, row("{#tr note #}"), row("a")),),
    "tc: for": (table(4, row("h", "{%tc for i in items %}", "{{ i }}", "{%tc endfor %}")),),
    "tc: for with a longer list than the grid": (
        table(3, row("{%tc for i in items * 2 %}", "{{ i }}", "{%tc endfor %}")),
    ),
    "tc: for with fewer cells than the grid": (
        table(5, row("h", "{%tc for i in items[:1] %}", "{{ i }}", "{%tc endfor %}", "e")),
    ),
    "tc: if": (table(4, row("a", "{%tc if empty %}", "b", "{%tc endif %}"), row("1", "2", "3", "4")),),
    "tc: comment": (table(2, row("{#tc note #}", "a", "b")),),
    "a dynamic table": (
        table(
            *(4, row("x", "{% colspan items|length %}head")),
            row("h", "{%tc for i in items %}", "{{ i }}", "{%tc endfor %}"),
            row("{%tr for r in rows %}", "", "", ""),
            row("{{ r.a }}", "{%tc for i in items %}", "c{{ i }}", "{%tc endfor %}"),
            row("{%tr endfor %}", "", "", ""),
        ),
    ),
    # Cells.
    "cellbg": (table(2, row("{% cellbg 'FF0000' %}{{ one }}", "b")),),
    "cellbg in place of a colour": (table(2, row(cell("{% cellbg 'FF0000' %}a", properties=GREEN), "b")),),
    "cellbg of a value": (table(1, row("{% cellbg ('AA' * 3) %}a")),),
    "colspan": (table(3, row("{% colspan number - 5 %}{{ one }}", "b"), row("1", "2", "3")),),
    "vm": (
        table(2, row("{%tr for i in items %}", ""), row("{% vm %}all", "{{ i }}"), row("{%tr endfor %}", "")),
    ),
    "hm": (
        table(
            *(4, row("h", "{%tc for i in items %}", "{% hm %}all", "{%tc endfor %}")),
            row("h", "{%tc for i in items %}", "{{ i }}", "{%tc endfor %}"),
        ),
    ),
    "hm of a wide cell": (
        table(
            *(
                5,
                row(
                    "h", "{%tc for i in items %}", cell("{% hm %}all", properties=TWO_WIDE), "{%tc endfor %}"
                ),
            ),
            row("h", "{%tc for i in items %}", "{{ i }}", "x", "{%tc endfor %}"),
        ),
    ),
    # Braces, blanks and quotes.
    "printed braces": ("{_{ x }_} {_% y %_} {{ one }}",),
    "printed braces inside a tag": ("{{ '{_{ a }_}' }}",),
    "raw": ("{% raw %}{{ x }} {% y %}{% endraw %} {{ one }}",),
    "raw over paragraphs": ("{% raw %}{{ a }}", "{% for x in y %}", "{{ b }}{% endraw %}"),
    "dashes join paragraphs": ("a ", "{%- if yes -%}", "b", "{%- else -%}", "c", "{%- endif -%}", " d"),
    "dashes of a value": ("a  {{- one -}}  b",),
    "no-break blanks in a tag": ("{{\u00a0one\u2009}}{%\u00a0if yes\u00a0%}x{%\u00a0endif %}",),
    "curly quotes": ("{{ rows[0][‘a’] }} {{ “ก” ~ ‘ข’ }} {% if one == “หนึ่ง” %}x{% endif %}",),
    "less and greater": ("{% if number &lt; 8 and number &gt; 6 %}x{% endif %}",),
    # Values.
    "line break and tab": ("x {{ 'a\\nb\\tc' }} y",),
    "a new paragraph": ("x {{ 'a\\ab' }} y", "z"),
    "a new page": ("x {{ 'a\\fb' }} y", "z"),
    "escaped": ("{{ name }}", "{{ rows[1].b }}"),
    "filters": ("{{ items|join(', ') }} {{ one|default('x') }} {{ number|string|length }}",),
    "a macro": ("{% macro m(a) %}({{ a }}){% endmacro %}{{ m(name) }}",),
    "a namespace": (
        "{% set n = namespace(v=0) %}{% for i in items %}{% set n.v = n.v + 1 %}{% endfor %}{{ n.v }}",
    ),
    "inline for over paragraphs": ("{% for i in items %}a", "b{{ i }}{% endfor %}"),
}


@pytest.mark.parametrize("pieces", ALIKE.values(), ids=ALIKE)
def test_prints_what_docxtpl_prints(pieces: tuple[str, ...]) -> None:
    data = template(*pieces, "end")
    ours, theirs = fill_in(data), by_docxtpl(data)
    assert lines_of(ours) == lines_of(theirs)
    assert geometry(xml_of(ours)) == geometry(xml_of(theirs))
    assert "end" in lines_of(ours)[-1]


class Better(NamedTuple):
    """A template that docxtpl fills in wrongly.

    Attributes:
        pieces: the template.
        lines: the right text of its paragraphs.
        tables: its right tables.
        reason: what docxtpl does.
    """

    pieces: tuple[str, ...]
    lines: list[str]
    reason: str
    tables: list[Table] | None = None


BETTER = {
    "an ampersand inside a tag": Better(
        ("{{ 'R&amp;D' }} {% if 'R&amp;D' == 'R' ~ '&amp;' ~ 'D' %}x{% endif %}",),
        ["R&D x"],
        "it leaves the code &amp; in the tag, and prints it",
    ),
    "a table without rows": Better(
        ("a", table(1, row("{%tr if empty %}"), row("b"), row("{%tr endif %}"))),
        ["a"],
        "it leaves a w:tbl without rows, which Word calls damaged",
        [],
    ),
    "a row without cells": Better(
        (table(1, row("{%tc if empty %}", "b", "{%tc endif %}"), row("c")),),
        ["c"],
        "it leaves a w:tr without cells",
        [Table(1, [[Cell("c")]])],
    ),
    "a cell without paragraphs": Better(
        (table(1, row(cell("{%p if empty %}", "b", "{%p endif %}"))),),
        [""],
        "it leaves a w:tc without a paragraph, which Word calls damaged",
        [Table(1, [[Cell("")]])],
    ),
    "a cell that ends with a table": Better(
        (table(1, row(cell(table(1, row("a")), "{%p if empty %}", "b", "{%p endif %}"))),),
        ["a", ""],
        "a cell must end with a paragraph",
        [Table(1, [[Cell("")]]), Table(1, [[Cell("a")]])],
    ),
    "two tr tags in a row": Better(
        (
            table(
                *(2, row("{%tr for r in rows %}", "{%tr for s in r.sub %}"), row("{{ s }}", "{{ r.a }}")),
                row("{%tr endfor %}", "{%tr endfor %}"),
            ),
        ),
        ["x", "1", "ก", "1", "z", "ข"],
        "it drops all tags of a row but one",
        [Table(2, [[Cell("x"), Cell("1")], [Cell("ก"), Cell("1")], [Cell("z"), Cell("ข")]])],
    ),
    "two p tags in a paragraph": Better(
        ("{%p for r in rows %}{%p for s in r.sub %}", "{{ s }}", "{%p endfor %}{%p endfor %}"),
        ["x", "ก", "z"],
        "it drops all tags of a paragraph but one",
    ),
    "text before a dash": Better(
        ("a {%- if yes %} b {% endif -%} c",),
        ["a b c"],
        "it drops the text of the run up to the dash, and behind it",
    ),
    "a colour with its sign": Better(
        (table(1, row("{% cellbg '#ff0000' %}a")),),
        ["a"],
        "it writes the sign, which is no colour of Word",
        [Table(1, [[Cell("a", fill="FF0000")]])],
    ),
    "no-break blanks behind a level": Better(
        ("{%p\u00a0if yes %}", "x", "{%p\u00a0endif %}"), ["x"], "it knows a plain blank only"
    ),
    "braces in quotes": Better(("{{ '}}' }}{{ '%}' }}",), ["}}%}"], "it ends the tag inside the quotes"),
    "text that is not escaped": Better(
        ("{{ rows[1].b|safe }} x",), ["<y> x"], "the text becomes XML, and what follows is lost"
    ),
    "a comment splits a tag": Better(
        (
            paragraph(
                *('<w:commentRangeStart w:id="0"/>', run("{{ o"), '<w:commentRangeEnd w:id="0"/>'),
                *('<w:r><w:commentReference w:id="0"/></w:r>', run("ne }}")),
            ),
        ),
        ["หนึ่ง"],
        "it drops the end of the comment that stands in the tag",
    ),
}


@pytest.mark.parametrize("better", BETTER.values(), ids=BETTER)
def test_prints_what_is_right_where_docxtpl_is_wrong(better: Better) -> None:
    root = xml_of(fill_in(template(*better.pieces, "end")))
    assert lines_of(fill_in(template(*better.pieces, "end"))) == [*better.lines, "end"]
    if better.tables is not None:
        assert geometry(root) == better.tables


REFUSED_VALUES = {
    "RichText": RichText("a", bold=True),
    "RichTextParagraph": RichTextParagraph("a"),
    "Listing": Listing("a\nb"),
    "InlineImage": InlineImage(None, "a.png"),
}


@pytest.mark.parametrize("name", REFUSED_VALUES)
def test_objects_of_docxtpl_are_refused_by_name(name: str) -> None:
    """No public function takes a context; the lowest that does is asked."""
    assert faults_of(template("{{ x }}"), {"x": REFUSED_VALUES[name]}) == expected_error("E319")
