"""Numbers of notes in the layout copy: typed in Thai digits where Word counts them so."""

from __future__ import annotations

import pytest
from lxml import etree
from page_files import W

from esa_docs.pages.note_numbers import type_thai_note_numbers

MARK = '<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
REFERENCES = "".join(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (5, 3))
NOTES = "".join(
    f'<w:footnote w:id="{number}"><w:p>{MARK}<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    for number, text in ((3, "ก"), (5, "ข"))
)
DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"


def root(name: str, content: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')


def text_of(element: etree._Element, between: str = "") -> str:
    return between.join(map(str, element.itertext()))


def typed(settings: str) -> tuple[str, str]:
    """Return the text of the document and of the notes after their numbers are typed."""
    roots = {
        DOCUMENT: root("document", f"<w:body><w:p>{REFERENCES}</w:p></w:body>"),
        FOOTNOTES: root("footnotes", NOTES),
        "word/settings.xml": root("settings", settings),
    }
    type_thai_note_numbers(roots)
    return text_of(roots[DOCUMENT]), text_of(roots[FOOTNOTES], "|")


ANEW = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'


@pytest.mark.parametrize(
    ("number_format", "first", "second", "numbers"),
    [
        ("thaiNumbers", ANEW, ANEW, ["๑", "๒", "๑"]),
        ("thaiNumbers", ANEW, "<w:sectPr/>", ["๑", "๒", "๓"]),
        ("decimal", ANEW, ANEW, ["1", "2", "1"]),
        ("decimal", "<w:sectPr/>", "<w:sectPr/>", []),
        ("lowerRoman", ANEW, ANEW, []),
    ],
)
def test_numbers_that_begin_anew_in_sections_are_typed(
    number_format: str, first: str, second: str, numbers: list[str]
) -> None:
    end = f"<w:p><w:pPr>{first}</w:pPr>{REFERENCES}</w:p>"
    last = '<w:tbl><w:tr><w:tc><w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p></w:tc></w:tr></w:tbl>'
    settings = f'<w:footnotePr><w:numFmt w:val="{number_format}"/></w:footnotePr>'
    roots = {
        DOCUMENT: root("document", f"<w:body>{end}{last}{second}</w:body>"),
        FOOTNOTES: root("footnotes", NOTES),
        "word/settings.xml": root("settings", settings),
    }
    type_thai_note_numbers(roots)
    assert [text.text for text in roots[DOCUMENT].iter(f"{{{W}}}t")] == numbers


def test_thai_numbers_are_typed_in_the_order_of_the_text() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="thaiNumbers"/></w:footnotePr>'
    roots = {
        DOCUMENT: root("document", f"<w:body><w:p>{REFERENCES}</w:p></w:body>"),
        FOOTNOTES: root("footnotes", NOTES),
        "word/settings.xml": root("settings", settings),
    }
    type_thai_note_numbers(roots)
    references = list(roots[DOCUMENT].iter(f"{{{W}}}footnoteReference"))
    assert [reference.get(f"{{{W}}}customMarkFollows") for reference in references] == ["1", "1"]
    assert text_of(roots[DOCUMENT]) == "๑๒"
    # LibreOffice puts the mark before the note by itself.
    assert list(roots[FOOTNOTES].iter(f"{{{W}}}footnoteRef")) == []


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "<w:footnotePr/>",
        '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>',
        '<w:footnotePr><w:numFmt w:val="thaiNumbers"/><w:numRestart w:val="eachPage"/></w:footnotePr>',
        '<w:endnotePr><w:numFmt w:val="thaiNumbers"/></w:endnotePr>',
    ],
)
def test_other_numbers_stay_as_the_engine_draws_them(settings: str) -> None:
    assert typed(settings) == ("", " |ก| |ข")


def test_a_number_of_several_digits_has_an_element_a_digit() -> None:
    """LibreOffice 7.4 prints a mark twice whose characters stand in one element."""
    references = "".join(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(1, 13))
    settings = '<w:footnotePr><w:numFmt w:val="thaiNumbers"/></w:footnotePr>'
    roots = {
        DOCUMENT: root("document", f"<w:body><w:p>{references}</w:p></w:body>"),
        FOOTNOTES: root("footnotes", ""),
        "word/settings.xml": root("settings", settings),
    }
    type_thai_note_numbers(roots)
    assert [text.text for text in roots[DOCUMENT].iter(f"{{{W}}}t")] == list("๑๒๓๔๕๖๗๘๙๑๐๑๑๑๒")
