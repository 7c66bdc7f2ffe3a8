"""Places of findings: looked for once, and no message without a bound."""

from __future__ import annotations

import pytest
from altering import FILE_LABEL
from foreign_files import PARAGRAPH, foreign_file
from growth import is_linear
from word_files import Element, W, elements

from esa_docs.diagnostics import Location, Severity
from esa_docs.word.verify import tables, verify
from esa_docs.word.verify.places import PlacedDiagnostic, grouped


def rows_without_text(count: int) -> Element:
    row = "<w:tr><w:tc><w:p><w:r><w:t/></w:r></w:p></w:tc></w:tr>"
    (table,) = elements(f"<w:tbl>{row * count}</w:tbl>")
    return table


@pytest.mark.parametrize("message", ["the same", "another one each time {number}"])
def test_the_work_for_places_grows_with_the_findings(message: str) -> None:
    tables = {size: rows_without_text(size) for size in (2, 30, 120)}

    def group(size: int) -> None:
        diagnostics = []
        for number, cell in enumerate(tables[size].iter(f"{{{W}}}tc")):
            text = message.format(number=number)
            diagnostics.append(PlacedDiagnostic("E716", text, Location(""), near=cell))
        assert sum(1 for _diagnostic in grouped(diagnostics)) in {1, size}

    assert is_linear(group, 30)


def test_the_columns_of_a_table_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To find them is a walk through all rows, inside lxml: growth.py does not count it."""
    read_tables = []
    column_widths = tables._column_widths

    def read(table: Element) -> list[int]:
        read_tables.append(table)
        return column_widths(table)

    monkeypatch.setattr(tables, "_column_widths", read)
    row = '<w:tr><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>'
    grid = '<w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
    verify(foreign_file(f"<w:tbl><w:tblPr/>{grid}{row * 5}</w:tbl>{PARAGRAPH}"), FILE_LABEL)
    assert len(read_tables) == 1


def test_the_first_place_with_a_text_is_named() -> None:
    first, second, third = elements(
        "<w:p/><w:p><w:r><w:t>ข้อความแรก</w:t></w:r></w:p><w:p><w:r><w:t>ข้อความหลัง</w:t></w:r></w:p>"
    )
    diagnostics = [
        PlacedDiagnostic("E706", "m", Location(""), severity=Severity.WARNING, near=near)
        for near in (first, second, third)
    ]
    (diagnostic,) = grouped(diagnostics)
    assert "'ข้อความแรก'" in diagnostic.message
    assert "3" in diagnostic.message


LONG = "x" * 60_000
_SAME_ID = f'<w:bookmarkStart w:id="{LONG}" w:name="a"/><w:bookmarkStart w:id="{LONG}" w:name="b"/>'
BODIES = {
    "value": f'<w:p><w:pPr><w:jc w:val="{LONG}"/></w:pPr></w:p>',
    "text": f"<w:p><w:r><w:t>ก</w:t></w:r>{LONG}</w:p>",
    "element": f"<w:p><w:{LONG}/></w:p>",
    "property": f"<w:p><w:r><w:rPr><w:{LONG}/><w:b/></w:rPr></w:r></w:p>",
    "attribute": f'<w:p w:{LONG}="1"/>',
    "bookmark": f'<w:p><w:hyperlink w:anchor="{LONG}"/></w:p>',
    "id": f"<w:p>{_SAME_ID}</w:p>",
    "note": f'<w:p><w:r><w:footnoteReference w:id="{LONG}"/></w:r></w:p>',
    "reference": f'<w:p><w:hyperlink r:id="{LONG}"/></w:p>',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_message_grows_with_what_stands_in_the_file(body: str) -> None:
    diagnostics = verify(foreign_file(body), FILE_LABEL)
    messages = {diagnostic.message for diagnostic in diagnostics}
    sound = {diagnostic.message for diagnostic in verify(foreign_file(PARAGRAPH), FILE_LABEL)}
    assert messages - sound
    assert max(map(len, messages)) < 600
