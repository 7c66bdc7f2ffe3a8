"""Tags of cells obey the conditions, the loops and the names of their place."""

from __future__ import annotations

import pytest
from filling import FILE_LABEL, fill_in
from template_tables import Cell, Table, cell, geometry, row, table
from word_files import template, xml_of

from esa_docs.diagnostics import ContentError

BLUE = '<w:shd w:val="clear" w:color="auto" w:fill="0000FF"/>'
RED = '{% cellbg "FF0000" %}'
BOTH = '{% cellbg "FF0000" %}{% else %}{% cellbg "00FF00" %}{% endif %}A'


def tables(*rows: str, columns: int = 1) -> list[Table]:
    return geometry(xml_of(fill_in(template(table(columns, *rows), "end"))))


@pytest.mark.parametrize(
    ("content", "fill"),
    [
        (cell("{% if yes %}" + BOTH), "FF0000"),
        (cell("{% if empty %}" + BOTH), "00FF00"),
        (cell("{% if empty %}" + RED + "{% endif %}A"), ""),
        (cell("{%p if empty %}", '{% cellbg "FF0000" %}x', "{%p endif %}", "A"), ""),
        (cell('{% set c = "ff0000" %}{% cellbg c %}A'), "FF0000"),
        (cell('{% for c in ["00FF00", "FF0000"] %}{% cellbg c %}{% endfor %}A'), "FF0000"),
        (cell('{%p for c in ["FF0000"] %}', "{% cellbg c %}A", "{%p endfor %}"), "FF0000"),
        (cell('{% cellbg "FF0000" %}A', properties=BLUE), "FF0000"),
        (cell("{% if empty %}" + RED + "{% endif %}A", properties=BLUE), "0000FF"),
    ],
)  # fmt: skip
def test_a_colour_has_the_conditions_and_names_of_its_place(content: str, fill: str) -> None:
    assert tables(row(content)) == [Table(1, [[Cell("A", fill=fill)]])]


@pytest.mark.parametrize(("condition", "spans"), [("yes", ["2", ""]), ("empty", ["", "", ""])])
def test_a_width_has_its_condition(condition: str, spans: list[str]) -> None:
    rows = [row("1", "2", "3"), row(f"{{% if {condition} %}}{{% colspan 2 %}}{{% endif %}}A", "z")]
    (filled_table,) = tables(*rows, columns=3)
    assert [cell.span for cell in filled_table.rows[1]] == spans[:2]
    assert filled_table.columns == 3


def test_a_merged_column_begins_in_the_first_turn_that_prints_it() -> None:
    loop = row("{%tr for x in items %}", ""), row("{%tr if not loop.first %}", "")
    ends = row("{%tr endif %}", ""), row("{%tr endfor %}", "")
    (filled_table,) = tables(*loop, row("{% vm %}M", "{{ x }}"), *ends, columns=2)
    assert filled_table.rows == [
        [Cell("M", merged="restart"), Cell("ข & ค")],
        [Cell("", merged="continue"), Cell("ง")],
    ]


def test_a_merged_row_stands_in_the_first_turn_that_prints_it() -> None:
    begins = "{%tc for x in items %}", "{%tc if not loop.first %}"
    (filled_table,) = tables(row(*begins, "{% hm %}M", "{%tc endif %}", "{%tc endfor %}"), columns=5)
    assert [cell.text for cell in filled_table.rows[0]] == ["M"]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([row("{% vm %}a")], "table 1, row 1, cell 1"),
        ([row("b"), row("{% hm %}a")], "table 1, row 2, cell 1"),
        ([row(cell("{%p for x in items %}", "{% vm %}{{ x }}", "{%p endfor %}"))], "table 1, row 1, cell 1"),
        (
            [row("{%tr for x in items %}"), row("{% if yes %}{% vm %}{% endif %}a"), row("{%tr endfor %}")],
            "table 1, row 2, cell 1",
        ),
    ],
)
def test_what_merges_needs_a_loop_around_its_cell(
    rows: list[str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    with pytest.raises(ContentError) as error_info:
        tables(*rows)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field, diagnostic.location.path) == ("E325", place, FILE_LABEL)
    assert "loop.first" not in diagnostic.message


WRONG = [('cellbg "red"', "E307"), ("colspan 99", "E307"), ("cellbg nothing", "E304")]


@pytest.mark.parametrize(("tag", "code"), WRONG)
def test_a_wrong_value_is_told_with_its_tag(tag: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    with pytest.raises(ContentError) as error_info:
        tables(row("b"), row(f"{{% {tag} %}}a"))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.field) == (code, "table 1, row 2, cell 1")
    assert f"{{% {tag} %}}" in diagnostic.message
