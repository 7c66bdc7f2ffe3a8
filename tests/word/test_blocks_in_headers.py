"""A template that prints paragraphs of content in a header is told of before a paper has a table there."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_files import template

from esa_docs import api
from esa_docs.kinds.minutes.content import Minutes
from esa_docs.kinds.order.content import Order
from esa_docs.model.prose.block_fields import names_with_blocks


def told_of(root: Path, header: str, form: str = "order") -> list[tuple[str, str, str]]:
    """Return code, severity and place of what is said of blocks, of a template with this header."""
    path = root / f"{form}.docx"
    path.write_bytes(template("{{ order.subject }}", header=header))
    rows = []
    for diagnostic in api.check_template(path, form):
        if diagnostic.code == "E124":
            rows.append((diagnostic.code, diagnostic.severity.value, diagnostic.field))
    return rows


@pytest.mark.parametrize(
    ("header", "count"),
    [
        ("{% for clause in order.clauses %}{{ clause }}{% endfor %}", 1),
        ("{{ order.clauses[0] }}", 1),
        ("{{ order.cause|join(' ') }}", 1),
        ("{% for c in order.committees %}{% for d in c.duties %}{{ d }}{% endfor %}{% endfor %}", 1),
        ("{{ order.subject }} {{ office.name }}", 0),
        ("{% if order.clauses %}x{% endif %}", 0),
    ],
)
def test_a_header_that_prints_paragraphs_is_told(header: str, count: int, tmp_path: Path) -> None:
    rows = told_of(tmp_path, header)
    assert [(code, severity) for code, severity, _field in rows] == [("E124", "warning")] * count
    places = [field for _code, _severity, field in rows]
    assert places == ["หัวกระดาษ 1, ย่อหน้าที่ 1"] * count


def test_the_text_takes_blocks(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(template("{%p for c in order.clauses %}", "{{ c }}", "{%p endfor %}"))
    assert "E124" not in {diagnostic.code for diagnostic in api.check_template(path, "order")}


def test_fields_with_blocks_are_known_by_their_types() -> None:
    names = names_with_blocks(Order)
    assert {"cause", "clauses", "duties", "paragraphs"} <= names
    assert names.isdisjoint({"subject", "power", "annexes", "file"})
    assert "resolution" in names_with_blocks(Minutes)
