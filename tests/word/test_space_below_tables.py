"""What stands behind and above a table, and where steps begin: measures of the paragraphs around blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocked_papers import printed_order
from word_files import NAMES, xml_of, xpath

from esa_docs.word.blocks.inserting import insert_blocks
from esa_docs.word.blocks.signs import SPACE, TABLE_EDGE
from esa_docs.word.prose_signs import BLOCK, in_bytes

TABLE = f"{TABLE_EDGE}<w:tbl/>{TABLE_EDGE}{SPACE}"


@pytest.mark.parametrize(
    ("paragraph", "properties"),
    [
        ("<w:p>", '<w:pPr><w:spacing w:before="120"/></w:pPr>'),
        (
            '<w:p><w:pPr><w:pStyle w:val="Plain"/><w:jc w:val="left"/></w:pPr>',
            '<w:pPr><w:pStyle w:val="Plain"/><w:spacing w:before="120"/><w:jc w:val="left"/></w:pPr>',
        ),
        (
            '<w:p><w:pPr><w:spacing w:line="240"/></w:pPr>',
            '<w:pPr><w:spacing w:before="120" w:line="240"/></w:pPr>',
        ),
        ('<w:p><w:pPr><w:spacing w:before="0"/></w:pPr>', '<w:pPr><w:spacing w:before="0"/></w:pPr>'),
        ('<w:p><w:pPr><w:pStyle w:val="Far"/></w:pPr>', '<w:pPr><w:pStyle w:val="Far"/></w:pPr>'),
        # Space between letters is no space above.
        (
            '<w:p><w:pPr><w:rPr><w:spacing w:val="4"/></w:rPr></w:pPr>',
            '<w:pPr><w:spacing w:before="120"/><w:rPr><w:spacing w:val="4"/></w:rPr></w:pPr>',
        ),
    ],
)
def test_a_paragraph_behind_a_table_stands_off_it(paragraph: str, properties: str) -> None:
    sign = f"<w:p><w:r><w:t>{BLOCK}{in_bytes('0')}</w:t></w:r></w:p>"
    body = f"<w:document><w:body>{sign}{paragraph}<w:r><w:t>ก</w:t></w:r></w:p></w:body></w:document>"

    xml = insert_blocks(body, lambda _number, _host: TABLE, 9071, {"Far": 240})

    assert xml == (
        f"<w:document><w:body><w:tbl/><w:p>{properties}<w:r><w:t>ก</w:t></w:r></w:p></w:body></w:document>"
    )


def test_the_caption_of_a_narrow_table_stands_in_the_middle(tmp_path: Path) -> None:
    table = "table: {columns: [ก, ข], rows: [[ค, ง]]%s}\n    caption: คำบรรยาย\n"
    checked = printed_order(tmp_path, f"  - {table % ', widths: [2, 4]'}  - {table % ''}")
    assert checked.value is not None

    captions = xpath(xml_of(checked.value), "//w:p[w:pPr/w:pStyle[@w:val='TableTitle']]/w:pPr")

    assert [xpath(caption, "./w:jc/@w:val") for caption in captions] == [["center"], []]


def test_steps_begin_where_the_first_line_of_their_paragraph_does(tmp_path: Path) -> None:
    checked = printed_order(tmp_path, "  - steps: [เปิด, ปิด]\n")
    assert checked.value is not None

    indents = xpath(xml_of(checked.value), "//w:p[.//w:t[starts-with(., 'ขั้นที่')]]/w:pPr/w:ind")

    assert len(indents) == 2
    for indent in indents:
        label = int(indent.get(f"{{{NAMES['w']}}}left")) - int(indent.get(f"{{{NAMES['w']}}}hanging"))
        # 2.5 cm
        assert label == 1417
