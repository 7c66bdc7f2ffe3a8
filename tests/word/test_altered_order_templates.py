"""The shipped template of orders, altered as offices alter it in Word: each with its right outcome."""

from __future__ import annotations

from typing import Any

import pytest
from filling import PROPERTIES
from invented_office import AREA_OFFICE, DIRECTOR, document_of
from template_tables import Cell, geometry, row, table, widths
from word_files import (
    DOCUMENT,
    ROOT,
    lines_of,
    pack,
    paragraph,
    parts_of,
    run,
    xml_of,
    xpath,
)

from esa_docs.model.document import Document
from esa_docs.word.render import build_context
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

SHIPPED = (ROOT / "templates_docx" / "order.docx").read_bytes()
SUBJECT = '<w:t xml:space="preserve">เรื่อง {{ order.subject }}</w:t></w:r></w:p>'
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


@pytest.fixture(scope="module")
def order() -> Document[Any]:
    """Return an order."""
    committee = {"name": "คณะกรรมการ", "members": [{"person": DIRECTOR, "role": "ประธานกรรมการ"}]}
    power = {"id": "ม37", "text": "มาตรา 37 แห่งพระราชบัญญัติตัวอย่าง พ.ศ. 2546"}
    content = {
        "subject": "แต่งตั้งคณะกรรมการ",
        "cause": ["ด้วยเหตุ"],
        "power": ["ม37"],
        "committees": [{**committee, "duties": ["อำนวยการ"]}],
    }
    return document_of("order", content, {**AREA_OFFICE, "powers": [power]}, name="orders/a")


def with_pieces(*pieces: str) -> bytes:
    """Return the shipped template with XML behind its subject."""
    parts = parts_of(SHIPPED)
    xml = parts[DOCUMENT].decode()
    assert xml.count(SUBJECT) == 1
    parts[DOCUMENT] = xml.replace(SUBJECT, SUBJECT + "".join(pieces)).encode()
    return pack(parts)


def fill_in_order(data: bytes, order: Document[Any]) -> bytes:
    """Return a template filled in with an order."""
    compiled_template = compile_template(data, "templates_docx/order.docx", Look("TH SarabunPSK", "thai"))
    return compiled_template.render(build_context(order), PROPERTIES)


@pytest.fixture(scope="module")
def usual_lines(order: Document[Any]) -> list[str]:
    """Return the lines of the order by the shipped template."""
    return lines_of(fill_in_order(SHIPPED, order))


def test_the_grid_of_a_table_with_repeated_cells(order: Document[Any]) -> None:
    cells = row("หัว", "{%tc for q in [1, 2, 3, 4] %}", "c{{ q }}", "{%tc endfor %}")
    root = xml_of(fill_in_order(with_pieces(table(4, cells)), order))
    first_table = geometry(root)[0]
    assert [cell.text for cell in first_table.rows[0]] == ["หัว", "c1", "c2", "c3", "c4"]
    assert widths(root) == [1600] * 5


def test_a_section_that_ends_at_a_tag_stays(order: Document[Any]) -> None:
    end = f"<w:p><w:pPr>{LANDSCAPE}</w:pPr>{run('{%p endif %}')}</w:p>"
    pieces = (paragraph("{%p if order.subject %}"), paragraph("ก"), end)
    root = xml_of(fill_in_order(with_pieces(*pieces), order))
    assert xpath(root, "//w:p/w:pPr/w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert len(xpath(root, "//w:sectPr")) == len(xpath(xml_of(SHIPPED), "//w:sectPr")) + 1


def test_a_table_whose_rows_are_gone_is_gone(order: Document[Any], usual_lines: list[str]) -> None:
    rows = (row("{%tr if order.nothing is defined %}"), row("มี"), row("{%tr endif %}"))
    data = fill_in_order(with_pieces(table(1, *rows)), order)
    assert lines_of(data) == usual_lines
    assert len(xpath(xml_of(data), "//w:tbl")) == len(xpath(xml_of(fill_in_order(SHIPPED, order)), "//w:tbl"))


def test_printed_braces(order: Document[Any], usual_lines: list[str]) -> None:
    lines = lines_of(fill_in_order(with_pieces(paragraph("{_{ x }_} {_% y %_}")), order))
    assert [line for line in lines if line not in usual_lines] == ["{{ x }} {% y %}"]


def test_a_comment_that_splits_a_tag(order: Document[Any], usual_lines: list[str]) -> None:
    parts = parts_of(SHIPPED)
    split_tag = (
        '<w:t xml:space="preserve">เรื่อง {{ ord</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:t xml:space="preserve">er.subject }}</w:t></w:r></w:p>'
    )
    parts[DOCUMENT] = parts[DOCUMENT].replace(SUBJECT.encode(), split_tag.encode())
    assert parts[DOCUMENT] != parts_of(SHIPPED)[DOCUMENT]
    data = fill_in_order(pack(parts), order)
    assert lines_of(data) == usual_lines
    assert xpath(xml_of(data), "//w:commentReference") == []


def test_two_lists_around_one_row(order: Document[Any]) -> None:
    rows = (
        row("{%tr for a in [1, 2] %}{%tr for b in ['ก', 'ข'] %}", ""),
        row("{{ a }}", "{{ b }}"),
        row("{%tr endfor %}", "{%tr endfor %}"),
    )
    first_table = geometry(xml_of(fill_in_order(with_pieces(table(2, *rows)), order)))[0]
    expected_texts = [("๑", "ก"), ("๑", "ข"), ("๒", "ก"), ("๒", "ข")]
    assert first_table.rows == [[Cell(first), Cell(second)] for first, second in expected_texts]
