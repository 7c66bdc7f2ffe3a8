"""Blocks have the room of the section in which they stand, whatever the other sections are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from blocked_papers import TODAY, project_of
from lxml import etree
from word_files import DOCUMENT, NAMES, alter_part, xml_of, xpath

from esa_docs import api
from esa_docs.ooxml.names import w
from esa_docs.word.blocks.page_rooms import PageRoom, PageRooms

TEMPLATE = Path(__file__).parents[2] / "templates_docx" / "order.docx"
EDGES = 'w:header="340" w:footer="567" w:gutter="0"'
UPRIGHT_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar w:top="1000" w:right="1134" w:bottom="1000" w:left="1701" {EDGES}/>'
)
LYING_PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    f'<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="838" {EDGES}/>'
)
# A4 less its margins: 11906 - 1701 - 1134, and 16838 - 838 - 1000.
UPRIGHT, LYING = 9071, 15000
# The pages of annexes stand, with the margins of the landscape section: 11906 - 838 - 1000.
ANNEX_OF_LYING = 10068
TABLE = "  - table: {columns: [ก, ข], rows: [[ค, ง]]}\n"


def project_with_template(root: Path, alter: Any) -> None:
    """Put the shipped template of orders, with its document part altered, into a project."""
    path = root / "templates_docx" / "order.docx"
    path.parent.mkdir()
    path.write_bytes(alter_part(TEMPLATE.read_bytes(), DOCUMENT, alter))


def make_last_section_lie(root: Any) -> None:
    section = xpath(root, "/w:document/w:body/w:sectPr")[0]
    put_page(section, LYING_PAGE)


def make_clauses_stand_before_a_lying_section(root: Any) -> None:
    """Let a section that stands end behind the clauses, before one that lies."""
    body = xpath(root, "/w:document/w:body")[0]
    signature = xpath(body, "./w:p[.//w:t[contains(text(), 'signature')]]")[0]
    section = etree.fromstring(f'<w:sectPr xmlns:w="{NAMES["w"]}">{UPRIGHT_PAGE}</w:sectPr>')
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    properties.append(section)
    signature.addprevious(paragraph)
    make_last_section_lie(root)


def put_page(section: Any, page: str) -> None:
    for name in ("pgSz", "pgMar"):
        old = section.find(w(name))
        new = etree.fromstring(f'<x xmlns:w="{NAMES["w"]}">{page}</x>').find(w(name))
        section.replace(old, new)


def widths_of_tables(data: bytes) -> list[int]:
    """Return the widths of the tables with a head."""
    return [int(width) for width in xpath(xml_of(data), ".//w:tbl[.//w:tblHeader]/w:tblPr/w:tblW/@w:w")]


@pytest.mark.parametrize(
    ("alter", "widths"),
    [
        (make_last_section_lie, [LYING, LYING, ANNEX_OF_LYING]),
        (make_clauses_stand_before_a_lying_section, [UPRIGHT, 14838, ANNEX_OF_LYING]),
    ],
)
def test_tables_are_as_wide_as_the_pages_of_their_section(
    alter: Any, widths: list[int], tmp_path: Path
) -> None:
    annexes = "annexes:\n  - title: แบบ\n    paragraphs:\n    " + TABLE
    landscape = TABLE.replace("table:", "landscape: [{table:").replace("]]}", "]]}}]")
    project_of(tmp_path, TABLE + landscape + annexes)
    project_with_template(tmp_path, alter)

    file = api.render_checked(api.find(api.load(tmp_path), "order"), today=TODAY)

    assert [diagnostic for diagnostic in file.diagnostics if diagnostic.is_error] == []
    assert file.value is not None
    assert widths_of_tables(file.value) == widths


def test_a_block_of_the_last_section_has_its_room_and_not_that_of_the_narrowest(tmp_path: Path) -> None:
    def print_clauses_at_the_end(root: Any) -> None:
        make_clauses_stand_before_a_lying_section(root)
        body = xpath(root, "/w:document/w:body")[0]
        paragraph = etree.fromstring(
            f'<w:p xmlns:w="{NAMES["w"]}"><w:r><w:t>{{%p for clause in order.clauses %}}</w:t></w:r></w:p>'
        )
        tag = etree.fromstring(f'<w:p xmlns:w="{NAMES["w"]}"><w:r><w:t>{{{{ clause }}}}</w:t></w:r></w:p>')
        end = etree.fromstring(f'<w:p xmlns:w="{NAMES["w"]}"><w:r><w:t>{{%p endfor %}}</w:t></w:r></w:p>')
        for element in (paragraph, tag, end):
            body.find(w("sectPr")).addprevious(element)

    project_of(tmp_path, TABLE)
    project_with_template(tmp_path, print_clauses_at_the_end)
    data = api.render(api.find(api.load(tmp_path), "order"), today=TODAY)
    assert widths_of_tables(data) == [UPRIGHT, LYING]


def test_annexes_have_a_room_of_their_own() -> None:
    columns = '<w:cols w:num="2" w:space="400"/>'
    xml = (
        f"<w:body>ก<!--esa annex 1-->ข<!--esa annex 2-->ค<w:sectPr>{LYING_PAGE}{columns}</w:sectPr></w:body>"
    )
    rooms = PageRooms.of(xml)
    # half of the width less the gap of 400; an annex has one column
    assert rooms.at(xml.index("ก"))[0] == PageRoom(7300, 9906)
    assert rooms.at(xml.index("ข"))[0] == rooms.at(xml.index("ค"))[0] == PageRoom(10068, 14838)
