"""Every sort of id that must be unique, and every sort of reference, is looked at."""

from __future__ import annotations

import pytest
from altering import FILE_LABEL
from foreign_files import PARAGRAPH, foreign_file, part
from word_files import DOCUMENT, Parts

from esa_docs.word.verify import verify

COMMENTS, FOOTNOTES, ENDNOTES = "word/comments.xml", "word/footnotes.xml", "word/endnotes.xml"
NUMBERING = "word/numbering.xml"
TEXT = "<w:p><w:r><w:t>ก</w:t></w:r></w:p>"


def _run(content: str) -> str:
    return f"<w:p><w:r>{content}</w:r></w:p>"


def _drawing(content: str, link: str = "") -> str:
    """Return a drawing with a content, and with a link."""
    return _run(
        '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="5" name="a">{link}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="x">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


_CHART = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdGone"/>'
_SHAPES = _run('<w:pict><v:shape id="s1"/><v:rect id="s1"/></w:pict>')
_COMMENT = f'<w:comment w:id="7" w:author="a">{TEXT}</w:comment>'
_FOOTNOTE = f'<w:footnote w:id="7">{TEXT}</w:footnote>'
_ENDNOTE = f'<w:endnote w:id="7">{TEXT}</w:endnote>'
_ABSTRACT = '<w:abstractNum w:abstractNumId="7"/>'
_NUMBER = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
_MARK = _run('<w:commentReference w:id="7"/>')

CASES: list[tuple[str, str, str, str, Parts]] = [
    # code, words of the message, part that the diagnostic names, body, further parts
    ("E719", "w:comment ", COMMENTS, PARAGRAPH, {COMMENTS: part("comments", _COMMENT * 2)}),
    ("E719", "w:footnote ", FOOTNOTES, PARAGRAPH, {FOOTNOTES: part("footnotes", _FOOTNOTE * 2)}),
    ("E719", "w:endnote ", ENDNOTES, PARAGRAPH, {ENDNOTES: part("endnotes", _ENDNOTE * 2)}),
    ("E719", "w:abstractNum ", NUMBERING, PARAGRAPH, {NUMBERING: part("numbering", _ABSTRACT * 2)}),
    ("E719", "w:num ", NUMBERING, PARAGRAPH, {NUMBERING: part("numbering", _ABSTRACT + _NUMBER * 2)}),
    ("E719", " 7 ", DOCUMENT, _MARK * 2, {COMMENTS: part("comments", _COMMENT)}),
    ("E719", "s1", DOCUMENT, _SHAPES, {}),
    ("E730", "w:comment 7", DOCUMENT, _MARK, {}),
    ("E730", "w:endnote 7", DOCUMENT, _run('<w:endnoteReference w:id="7"/>'), {}),
    ("E730", "w:footnote 7", DOCUMENT, _run('<w:footnoteReference w:id="7"/>'), {}),
    ("E730", "hyperlink", DOCUMENT, '<w:p><w:hyperlink r:id="rIdGone"/></w:p>', {}),
    ("E730", "image", DOCUMENT, _drawing('<a:blip r:embed="rIdGone"/>'), {}),
    ("E730", "image", DOCUMENT, _drawing('<a:blip r:link="rIdGone"/>'), {}),
    ("E730", "hyperlink", DOCUMENT, _drawing("", '<a:hlinkClick r:id="rIdGone"/>'), {}),
    ("E730", "chart", DOCUMENT, _drawing(_CHART), {}),
    (
        "E730",
        "image",
        DOCUMENT,
        _run('<w:pict><v:shape><v:imagedata r:id="rIdGone"/></v:shape></w:pict>'),
        {},
    ),
    (
        "E730",
        "footer",
        DOCUMENT,
        '<w:p><w:pPr><w:sectPr><w:footerReference w:type="default" r:id="rIdGone"/></w:sectPr></w:pPr></w:p>',
        {},
    ),
    # A reference to a part of another kind: the first relationship of the document leads to its styles.
    ("E730", "image", DOCUMENT, _drawing('<a:blip r:embed="rId1"/>'), {}),
]


@pytest.mark.parametrize(("code", "words", "named_part", "body", "parts"), CASES)
def test_each_sort_is_found_once(code: str, words: str, named_part: str, body: str, parts: Parts) -> None:
    diagnostics = verify(foreign_file(body, parts=parts), FILE_LABEL)
    (diagnostic,) = [diagnostic for diagnostic in diagnostics if diagnostic.code in {"E719", "E730"}]
    assert (diagnostic.code, diagnostic.field) == (code, named_part)
    assert words in diagnostic.message
