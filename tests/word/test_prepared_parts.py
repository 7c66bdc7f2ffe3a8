"""Parts of templates as Word seldom writes them: open fields, odd properties, sections without a page."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from esa_docs.model.area import Area
from esa_docs.ooxml.names import W
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.page_size import text_area
from esa_docs.word.templates.cleaning.field_markers import mark_contents, read_marker
from esa_docs.word.templates.cleaning.preparing import prepare_part
from esa_docs.word.theme import contents_styles

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>TOC \\f m</w:instrText></w:r>"
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TEXT = '<w:t xml:space="preserve">ก</w:t>'
ENTRY = "<w:p><w:r><w:t>รายการ</w:t></w:r></w:p>"


def part_of(body: str) -> Any:
    return parse_part(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode())


def prepared(body: str) -> str:
    """Return the body of a part that is made ready, without its namespace."""
    root = part_of(body)
    prepare_part(root, "thai", frozenset())
    text = etree.tostring(root[0], encoding="unicode")
    return text.replace(f' xmlns:w="{W}"', "")


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{BEGIN}{INSTRUCTION}{SEPARATE}</w:p>{ENTRY}",
        f"<w:p>{BEGIN}{INSTRUCTION}{SEPARATE}</w:p><w:tbl><w:tr><w:tc><w:p>{END}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p>{BEGIN}{BEGIN}{END}{END}</w:p>{ENTRY}",
    ],
    ids=["no end", "end in a table", "no instruction"],
)
def test_contents_that_cannot_be_replaced_are_left_alone(body: str) -> None:
    root = part_of(body)
    before = etree.tostring(root)

    mark_contents(root)

    assert etree.tostring(root) == before


def test_contents_end_where_their_own_field_ends() -> None:
    page = f"{BEGIN}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>{SEPARATE}{END}"
    root = part_of(f"<w:p>{BEGIN}{INSTRUCTION}{SEPARATE}</w:p><w:p>{page}</w:p><w:p>{END}</w:p>{ENTRY}")

    mark_contents(root)

    marker, last, entry = root[0]
    fields, _text = read_marker("".join(marker.itertext()).strip("\ue0f0\ue0f1"))
    assert fields == {"instruction": "TOC \\f m", "ends_field": 0}
    assert [char.get(f"{{{W}}}fldCharType") for char in last.iter(f"{{{W}}}fldChar")] == ["end"]
    assert "".join(entry.itertext()) == "รายการ"


def test_properties_unknown_to_the_schema_come_last() -> None:
    run = f"<w:r><w:rPr><w:unknown/><w:sz/><w:b/></w:rPr>{TEXT}</w:r>"
    properties = "<w:rPr><w:b/><w:sz/><w:unknown/></w:rPr>"
    assert prepared(f"<w:p>{run}</w:p>") == f"<w:body><w:p><w:r>{properties}{TEXT}</w:r></w:p></w:body>"


def test_properties_of_a_paragraph_stand_as_the_schema_wants_them() -> None:
    """The order is that of CT_PPr (ECMA-376 part 1, 17.3.1.26); the unknown stays before the last."""
    mixed = "<w:jc/><w:sectPr/><w:rPr><w:b/></w:rPr><w:unknown/><w:ind/><w:numPr/><w:tabs/><w:pStyle/>"
    ordered = "<w:pStyle/><w:numPr/><w:tabs/><w:ind/><w:jc/><w:unknown/><w:rPr><w:b/></w:rPr><w:sectPr/>"
    assert prepared(f"<w:p><w:pPr>{mixed}</w:pPr></w:p>") == (
        f"<w:body><w:p><w:pPr>{ordered}</w:pPr></w:p></w:body>"
    )


def test_a_run_loses_its_language_and_a_control_keeps_it() -> None:
    control = "<w:sdt><w:sdtPr><w:lang/></w:sdtPr></w:sdt>"
    run = f"<w:r><w:rPr><w:lang/></w:rPr>{TEXT}</w:r>"
    assert prepared(f"{control}<w:p>{run}</w:p>") == (
        f"<w:body>{control}<w:p><w:r>{TEXT}</w:r></w:p></w:body>"
    )


def test_a_run_without_anything_goes() -> None:
    assert prepared("<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>") == "<w:body><w:p/></w:body>"


def test_a_style_without_a_name_is_none_of_the_contents() -> None:
    styles = '<w:style w:styleId="a"/><w:style w:styleId="b"><w:name w:val="TOC 2"/></w:style>'
    assert contents_styles(part_of(styles)) == {1: "TOC1", 2: "b"}


def test_a_part_without_sections_has_the_page_of_word() -> None:
    """A4 is 595.3 by 841.9 points; margins of 2.54 centimetres take 72 points at each side."""
    area = text_area(part_of(ENTRY))
    assert area.width == pytest.approx(595.3 - 144, abs=1)
    assert area.height == pytest.approx(841.9 - 144, abs=1)


def test_the_narrowest_section_decides() -> None:
    page = '<w:pgSz w:w="12000" w:h="16000"/>'
    narrow = f'{page}<w:pgMar w:left="2000" w:right="2000" w:top="1000" w:bottom="1000"/>'
    low = f'{page}<w:pgMar w:left="1000" w:right="1000" w:top="-3000" w:bottom="3000"/>'
    without_page = "<w:sectPr/>"
    root = part_of(f"<w:sectPr>{narrow}</w:sectPr><w:sectPr>{low}</w:sectPr>{without_page}")
    assert text_area(root) == Area(8000 / 20, 10000 / 20)
