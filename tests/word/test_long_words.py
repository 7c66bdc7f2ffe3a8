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
    assert own_alignments(xml, "ที่อยู่") == [""]
    assert own_alignments(xml, "กากา") == [""]


def test_a_part_without_long_words_stays_as_it_is() -> None:
    xml = f'<w:document xmlns:w="{"x" * 60}"><w:p><w:r><w:t>สั้น short</w:t></w:r></w:p></w:document>'
    assert without_torn_lines(xml, b"no styles") == xml


def test_comments_stay_since_some_are_marks() -> None:
    paragraph = f"<w:p><w:r><w:t>{ADDRESS.replace('&', '&amp;')}</w:t></w:r></w:p><!--esa annex 1-->"
    xml = f'<w:document xmlns:w="{W}">{paragraph}</w:document>'
    styles = f'<w:styles xmlns:w="{W}"/>'.encode()
    assert "<!--esa annex 1-->" in without_torn_lines(xml, styles)
