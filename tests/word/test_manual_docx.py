"""The operations manual as a Word file: pages, table of contents, tables, digits, properties."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_letters
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.shared import Length
from invented_office import document_of
from manual_facts import ENTRIES, TODAY, WORKS
from word_files import (
    DOCUMENT,
    HEADER,
    STYLES,
    Element,
    attribute,
    lines_of,
    only_match,
    parts_of,
    text_of,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.kinds.manual.content import Manual
from esa_docs.model.document import Document
from esa_docs.word.drawings import Drawing, is_mark
from esa_docs.word.render import build_context, render, texts_of


@pytest.fixture(scope="module")
def root(manual_bytes: bytes) -> Element:
    return xml_of(manual_bytes)


@pytest.fixture(scope="module")
def word_document(manual_bytes: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(manual_bytes))


SYMBOL_BESIDE_THE_STEPS = "ผอ.สพป. พิจารณาลงนามคำสั่ง"
"""A symbol of one chart that is no row of the table."""


def with_office(manual: Document[Any], **changes: object) -> Document[Any]:
    return document_of("manual", manual.content, manual.office.model_copy(update=changes))


def with_thai_digits(manual: Document[Any]) -> Document[Any]:
    return with_office(manual, numerals={**manual.office.numerals, "manual": "thai"})


def with_content(manual: Document[Any], **changes: object) -> Document[Any]:
    return document_of("manual", manual.content.model_copy(update=changes), manual.office)


# Pages.


def test_the_page_is_a4_with_official_margins(word_document: DocxDocument) -> None:
    sections = list(word_document.sections)
    assert len(sections) == 2
    for section in sections:
        assert millimetres(section.page_width) == 210.0
        assert millimetres(section.page_height) == 297.0
        assert millimetres(section.left_margin) == 30.0
        assert millimetres(section.right_margin) == 20.0
        assert (section.orientation, section.gutter) == (0, 0)


def millimetres(length: Length | None) -> float:
    assert length is not None
    return round(float(length.mm), 1)


def test_text_is_th_sarabun_16_points_by_default(manual_bytes: bytes) -> None:
    """Word counts sizes in half points; those of Thai text are ``szCs`` and ``cs``."""
    default = only_match(xml_of(manual_bytes, STYLES), "/w:styles/w:docDefaults/w:rPrDefault/w:rPr")
    fonts = only_match(default, "w:rFonts")
    for face in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert attribute(fonts, face) == "TH SarabunPSK"
    assert only_match(default, "w:sz/@w:val") == "32"
    assert only_match(default, "w:szCs/@w:val") == "32"


def test_front_matter_has_no_page_number(word_document: DocxDocument, root: Element) -> None:
    front, body = xpath(root, "//w:sectPr")
    assert xpath(front, "w:headerReference | w:footerReference | w:pgNumType") == []
    assert word_document.sections[0].header.is_linked_to_previous
    assert attribute(only_match(body, "w:headerReference"), "type") == "default"


def test_page_one_is_the_title_page_of_the_first_work(root: Element, manual_bytes: bytes) -> None:
    front, body = xpath(root, "//w:sectPr")
    number = only_match(body, "w:pgNumType")
    assert (attribute(number, "start"), attribute(number, "fmt")) == ("1", "decimal")
    first = xpath(front, "ancestor::w:p/following-sibling::w:p[1]")[0]
    assert only_match(first, "w:pPr/w:pStyle/@w:val") == "WorkLabel"
    assert text_of(xpath(first, "following-sibling::w:p[1]")[0]) == WORKS[0]
    instruction = only_match(xml_of(manual_bytes, HEADER), "//w:instrText/text()")
    assert instruction.strip() == "PAGE"


def test_no_paragraph_outside_a_table_is_empty(root: Element) -> None:
    """The paragraph that ends the field of the contents is the only exception."""
    paragraphs = xpath(root, "//w:p[not(ancestor::w:tc)]")
    (empty,) = [paragraph for paragraph in paragraphs if not text_of(paragraph)]
    assert len(xpath(empty, ".//w:fldChar[@w:fldCharType='end']")) == 1
    assert only_match(empty, "w:pPr/w:pStyle/@w:val") == "ContentsEnd"


def test_every_style_that_is_used_is_there(root: Element, manual_bytes: bytes) -> None:
    names_in_text = set(xpath(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert len(names_in_text) > 10
    assert names_in_text <= set(xpath(xml_of(manual_bytes, STYLES), "//w:style/@w:styleId"))


# Text.


def texts_in_symbols(drawing: Element) -> list[str]:
    """Return the text of each symbol of a drawing, line breaks left out; plain text boxes are no symbols."""
    texts = []
    for symbol in xpath(drawing, ".//wps:wsp[wps:txbx][not(wps:cNvSpPr/@txBox)]"):
        pieces = xpath(symbol, ".//w:t/text()")
        texts.append("".join(pieces).replace("\u00a0", " "))
    return texts


def test_section_6_draws_the_steps_of_the_table_in_order(manual: Document[Any], root: Element) -> None:
    drawings = xpath(root, "//w:drawing")
    assert len(drawings) == 4
    for drawing, work in zip(drawings, manual.content.works, strict=True):
        steps = [thai.to_arabic_digits(row.step) for row in work.table]
        start, *texts, end = texts_in_symbols(drawing)
        assert (start, end) == ("เริ่มต้น", "สิ้นสุด")
        assert [text for text in texts if text != SYMBOL_BESIDE_THE_STEPS] == steps
        assert "พิจารณา" in xpath(drawing, ".//wp:docPr/@descr")[0]
    assert texts_in_symbols(drawings[2])[3] == SYMBOL_BESIDE_THE_STEPS


def strings_of(value: object) -> Iterator[str]:
    """Generate the lines of all texts in a value, at any depth; marks of drawings are no texts."""
    match value:
        case str() if value and not is_mark(value):
            yield from value.split("\n")
        case Drawing():
            yield from value.texts
        case dict():
            yield from strings_of(list(value.values()))
        case list():
            for item in value:
                yield from strings_of(item)


def headings_of(context: Any) -> Iterator[str]:
    """Generate the headings of all sections, and how the table of contents names them."""
    for work in context["works"]:
        for section in work["sections"]:
            yield section["heading"]
            yield section["contents"]


@pytest.mark.parametrize("numerals", ["arabic", "thai"])
def test_every_string_of_the_context_is_printed(manual: Document[Any], numerals: thai.Numerals) -> None:
    document = with_thai_digits(manual) if numerals == "thai" else manual
    context = build_context(document)
    context.pop("office")
    strings = list(strings_of(context))
    text = "\n".join(lines_of(render(document, today=TODAY)))
    assert len(strings) > 300
    expected_texts = [thai.normalise_spaces(thai.apply_numerals(string, numerals)) for string in strings]
    assert [expected for expected in expected_texts if expected not in text] == []
    # An own template may have other headings: the check for lost texts does not ask for ours.
    headings = {thai.apply_numerals(heading, numerals) for heading in headings_of(context)}
    assert set(texts_of(document)) == set(expected_texts) - headings


def test_every_string_of_the_content_is_printed(manual: Document[Any], manual_bytes: bytes) -> None:
    unprinted_keys: Any = {"__all__": {"flow": True, "table": {"__all__": {"schedule", "shape", "back_to"}}}}
    content_values = manual.content.model_dump(
        mode="json", exclude={"kind": True, "author": True, "works": unprinted_keys}
    )
    strings = [thai.to_arabic_digits(string) for string in strings_of(content_values)]
    text = "\n".join(lines_of(manual_bytes))
    assert len(strings) > 250
    assert [string for string in strings if string not in text] == []


def test_two_renderings_are_equal(manual: Document[Any], manual_bytes: bytes) -> None:
    assert render(manual, today=TODAY) == manual_bytes
    assert render(manual, today=dt.date(2030, 1, 1)) == manual_bytes


def without_latin_words(text: str) -> str:
    """Return a text without its brackets and without each word that begins with a Latin letter."""
    words = text.replace("(", " ").replace(")", " ").split()
    return " ".join(word for word in words if word[0] not in ascii_letters)


def test_thai_digits_everywhere_but_in_names(manual: Document[Any]) -> None:
    data = render(with_thai_digits(manual), today=TODAY)
    text = " ".join(lines_of(data))
    assert re.findall("[0-9]", without_latin_words(text)) == []
    assert "PMQA" in text
    assert "๑. ชื่องาน" in text
    page_numbers = only_match(xml_of(data), "//w:sectPr/w:pgNumType")
    assert attribute(page_numbers, "start") == "1"
    assert attribute(page_numbers, "fmt") == "thaiNumbers"


def test_names_with_digits_stay_latin(manual: Document[Any]) -> None:
    document = with_thai_digits(with_content(manual, title="PMQA4.0 ปี 2569 (SAR2560) A4"))
    lines = lines_of(render(document, today=TODAY))
    assert lines[2] == "PMQA4.0 ปี ๒๕๖๙ (SAR2560) A4"


def test_arabic_digits_everywhere(manual_bytes: bytes) -> None:
    assert re.findall("[๐-๙]", "\n".join(lines_of(manual_bytes))) == []


@pytest.mark.parametrize("font", ["TH Sarabun New", "TH SarabunIT๙"])
def test_the_font_of_the_office_takes_the_place_of_the_shipped_one(
    manual: Document[Any], font: str, manual_bytes: bytes
) -> None:
    data = render(with_office(manual, font=font), today=TODAY)
    count_of_shipped = count_in_parts(manual_bytes, "TH SarabunPSK")
    assert count_of_shipped > 0
    assert count_in_parts(data, "TH SarabunPSK") == 0
    assert count_in_parts(data, f'"{font}"') == count_of_shipped


def count_in_parts(data: bytes, text: str) -> int:
    """Return how many times a text stands in all parts of a Word file."""
    return sum(part.decode().count(text) for part in parts_of(data).values())


def test_a_date_stands_below_the_signature(manual: Document[Any], manual_bytes: bytes) -> None:
    document = with_content(manual, date=dt.date(2026, 9, 16))
    lines, lines_without_date = lines_of(render(document, today=TODAY)), lines_of(manual_bytes)
    place = lines_without_date.index("สารบัญ")
    assert lines == [*lines_without_date[:place], "16 กันยายน 2569", *lines_without_date[place:]]
    assert lines_without_date[place - 1] == manual.content.author.position
    lines_with_thai_digits = lines_of(render(with_thai_digits(document), today=TODAY))
    assert lines_with_thai_digits[place] == "๑๖ กันยายน ๒๕๖๙"


# Properties of the file.


def test_the_properties_name_title_and_office(word_document: DocxDocument, manual: Document[Any]) -> None:
    properties = word_document.core_properties
    assert properties.title == manual.content.title
    assert properties.author == manual.office.name
    assert properties.language == "th-TH"


@pytest.mark.parametrize("title", ["R&D <ก> \"ข\" 'ค' 😀", "ก" * 300, "&" * 256])
def test_any_title_fits_into_the_properties(manual: Document[Any], title: str) -> None:
    data = render(with_content(manual, title=title), today=TODAY)
    assert docx.Document(io.BytesIO(data)).core_properties.title == title[:255]
    assert lines_of(data)[2] == title


def test_any_office_name_fits_into_the_properties(manual: Document[Any]) -> None:
    data = render(with_office(manual, name="ก & <ข>"), today=TODAY)
    assert docx.Document(io.BytesIO(data)).core_properties.author == "ก & <ข>"


def test_the_content_types_come_first_and_no_part_comes_twice(manual_bytes: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(manual_bytes)) as archive:
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert {DOCUMENT, HEADER, STYLES, "word/theme/theme1.xml", "docProps/core.xml"} <= set(names)
    assert len(names) == len(set(names))


# Content of other shapes.


def test_a_work_of_the_smallest_kind(manual: Document[Any]) -> None:
    work = manual.content.works[0].model_copy(
        update={"objectives": ("ก",), "definitions": (), "forms": (), "references": (), "title_lines": ()}
    )
    content: Manual = manual.content.model_copy(update={"works": (work,), "foreword": ("ก",)})
    lines = lines_of(render(replace(manual, content=content), today=TODAY))
    assert [line for line in lines if line.endswith("\t")] == [f"{entry}\t" for entry in ENTRIES[:6]]
    last = lines.index("8. แบบฟอร์มที่ใช้")
    assert lines[last:] == ["8. แบบฟอร์มที่ใช้", "-", "9. เอกสาร / หลักฐานอ้างอิง", "-"]
    start = lines.index("4. คำจำกัดความ")
    assert lines[start : start + 3] == ["4. คำจำกัดความ", "-", "5. ขั้นตอนการปฏิบัติงาน"]


def test_signs_and_long_words_print_as_given(manual: Document[Any]) -> None:
    texts = ("R&D <ก> \"ข\" 'ค' 😀", "ก" * 3000, "{ { % }", "&lt;&amp;&#34;", "a\u00a0b")
    lines = lines_of(render(with_content(manual, foreword=texts), today=TODAY))
    start = lines.index("คำนำ") + 1
    assert lines[start : start + len(texts)] == [text.replace("\u00a0", " ") for text in texts]
