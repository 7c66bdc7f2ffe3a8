"""Long words without a blank: a justified line before one would be drawn out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blocked_papers import printed_order
from word_files import xml_of, xpath

from esa_docs.ooxml.names import W
from esa_docs.word.long_words import without_torn_lines

ADDRESS = "https://example.org/file/d/1a2b3c4d5e6f7g8h9i0j/view?usp=sharing&key=0"
CLAUSES = f"""\
  - 'ดูที่ {ADDRESS}'
  - 'ที่อยู่ https://example.org สั้น'
  - 'ไม่มี www.example.go.th/folder/of/papers/2569'
  - steps: ['{ADDRESS}']
  - '{"กา" * 40}'
"""


def own_alignments(xml: Any, text: str) -> list[str]:
    """Return the alignments of their own that paragraphs with a text have."""
    alignments = []
    for paragraph in xpath(xml, "//w:p"):
        if text in "".join(paragraph.itertext()):
            alignments.append(str(xpath(paragraph, "string(w:pPr/w:jc/@w:val)")))
    return alignments


def test_a_paragraph_with_a_long_word_is_not_justified(tmp_path: Path) -> None:
    file = printed_order(tmp_path, CLAUSES)
    assert file.value is not None
    xml = xml_of(file.value, "word/document.xml")
    assert own_alignments(xml, ADDRESS) == ["left", "left"]
    assert own_alignments(xml, "ไม่มี") == ["left"]
    assert own_alignments(xml, "ที่อยู่") == [""]
    assert own_alignments(xml, "กากา") == [""]


def test_a_part_without_long_words_stays_as_it_is() -> None:
    drawing = f'<a:graphic xmlns:a="http://{"x" * 60}"/>'
    xml = (
        f'<w:document xmlns:w="http://{"x" * 60}"><w:body><w:p>{drawing}<w:t>ดู a@b.go.th</w:t></w:p></w:body>'
    )
    assert without_torn_lines(xml, b"no styles") == xml


def test_comments_stay_since_some_are_marks() -> None:
    address = ADDRESS.replace("&", "&amp;")
    justified = '<w:pPr><w:keepNext/><w:jc w:val="both"/><w:outlineLvl w:val="0"/></w:pPr>'
    paragraph = f"<w:p>{justified}<w:r><w:t>{address} {address}</w:t></w:r></w:p><!--esa annex 1-->"
    xml = f'<w:document xmlns:w="{W}"><w:body>{paragraph}</w:body></w:document>'
    styles = f'<w:styles xmlns:w="{W}"/>'.encode()
    aligned = justified.replace('"both"', '"left"')
    assert without_torn_lines(xml, styles) == xml.replace(justified, aligned)
