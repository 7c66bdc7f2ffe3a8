"""The operations manual as a Word file: pages, table of contents, tables, digits, properties."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from invented_office import document_of
from manual_facts import ENTRIES, TODAY, WORKS
from word_files import (
    DOCUMENT,
    HEADER,
    STYLES,
    Element,
    attribute,
    lines_of,
    parts_of,
    text_of,
    the,
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
def opened(manual_bytes: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(manual_bytes))


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def with_office(manual: Document[Any], **changes: object) -> Document[Any]:
    return document_of("manual", manual.content, manual.office.model_copy(update=changes))


def with_thai_digits(manual: Document[Any]) -> Document[Any]:
    return with_office(manual, numerals={**manual.office.numerals, "manual": "thai"})


def with_content(manual: Document[Any], **changes: object) -> Document[Any]:
    return document_of("manual", manual.content.model_copy(update=changes), manual.office)


# Pages.


def test_the_page_is_a4_with_official_margins(opened: DocxDocument) -> None:
    sections = list(opened.sections)
    assert len(sections) == 2
    for section in sections:
        lengths = (section.page_width, section.page_height, section.left_margin, section.right_margin)
        millimetres = [None if length is None else round(length.mm, 1) for length in lengths]
        assert millimetres == [210.0, 297.0, 30.0, 20.0]
        assert (section.orientation, section.gutter) == (0, 0)


def test_text_is_th_sarabun_16_points_by_default(manual_bytes: bytes) -> None:
    default = the(xml_of(manual_bytes, STYLES), "/w:styles/w:docDefaults/w:rPrDefault/w:rPr")
    fonts = the(default, "w:rFonts")
    assert {face: attribute(fonts, face) for face in ("ascii", "hAnsi", "eastAsia", "cs")} == dict.fromkeys(
        ("ascii", "hAnsi", "eastAsia", "cs"), "TH SarabunPSK"
    )
    assert (attribute(the(default, "w:sz"), "val"), attribute(the(default, "w:szCs"), "val")) == ("32", "32")


def test_front_matter_has_no_page_number(opened: DocxDocument, root: Element) -> None:
    front, body = xpath(root, "//w:sectPr")
    assert xpath(front, "w:headerReference | w:footerReference | w:pgNumType") == []
    assert opened.sections[0].header.is_linked_to_previous
    assert attribute(the(body, "w:headerReference"), "type") == "default"


def test_page_one_is_the_title_page_of_the_first_work(root: Element, manual_bytes: bytes) -> None:
    front, body = xpath(root, "//w:sectPr")
    number = the(body, "w:pgNumType")
    assert (attribute(number, "start"), attribute(number, "fmt")) == ("1", "decimal")
    first = xpath(front, "ancestor::w:p/following-sibling::w:p[1]")[0]
    assert attribute(the(first, "w:pPr/w:pStyle"), "val") == "WorkLabel"
    assert text_of(xpath(first, "following-sibling::w:p[1]")[0]) == WORKS[0]
    assert [text.strip() for text in xpath(xml_of(manual_bytes, HEADER), "//w:instrText/text()")] == ["PAGE"]


def test_no_paragraph_outside_a_table_is_empty(root: Element) -> None:
    empty = [one for one in xpath(root, "//w:p[not(ancestor::w:tc)]") if not text_of(one)]
    assert [len(xpath(one, ".//w:fldChar[@w:fldCharType='end']")) for one in empty] == [1]
    assert attribute(the(empty[0], "w:pPr/w:pStyle"), "val") == "ContentsEnd"


def test_every_style_that_is_used_is_there(root: Element, manual_bytes: bytes) -> None:
    used = set(xpath(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert len(used) > 10
    assert used <= set(xpath(xml_of(manual_bytes, STYLES), "//w:style/@w:styleId"))


# Text.


def texts_in_symbols(drawing: Element) -> list[str]:
    """Give the texts of a drawing's symbols, boxes without a line left out, line breaks dropped."""
    symbols = xpath(drawing, ".//wps:wsp[wps:txbx][not(wps:cNvSpPr/@txBox)]")
    return ["".join(xpath(symbol, ".//w:t/text()")).replace("\u00a0", " ") for symbol in symbols]


def test_section_6_draws_the_steps_of_the_table_in_order(manual: Document[Any], root: Element) -> None:
    drawings = xpath(root, "//w:drawing")
    assert len(drawings) == 4
    for drawing, work in zip(drawings, manual.content.works, strict=True):
        steps = [thai.to_arabic_digits(row.step) for row in work.table]
        shown = texts_in_symbols(drawing)
        assert (shown[0], shown[-1]) == ("เริ่มต้น", "สิ้นสุด")
        assert [text for text in shown[1:-1] if text != "ผอ.สพป. พิจารณาลงนามคำสั่ง"] == steps
        assert "พิจารณา" in xpath(drawing, ".//wp:docPr/@descr")[0]
    assert texts_in_symbols(drawings[2])[3] == "ผอ.สพป. พิจารณาลงนามคำสั่ง"


def strings_of(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split("\n") if value and not is_mark(value) else []
    if isinstance(value, Drawing):
        return list(value.texts)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in strings_of(one)]


@pytest.mark.parametrize("numerals", ["arabic", "thai"])
def test_every_string_of_the_context_is_printed(manual: Document[Any], numerals: thai.Numerals) -> None:
    document = with_thai_digits(manual) if numerals == "thai" else manual
    context = build_context(document)
    context.pop("office")
    strings = strings_of(context)
    text = "\n".join(lines_of(render(document, today=TODAY)))
    assert len(strings) > 300
    wanted = [thai.normalise_spaces(thai.apply_numerals(one, numerals)) for one in strings]
    assert [one for one in wanted if one not in text] == []
    assert set(texts_of(document)) == set(wanted)


def test_every_string_of_the_content_is_printed(manual: Document[Any], manual_bytes: bytes) -> None:
    unprinted: Any = {"__all__": {"flow": True, "table": {"__all__": {"schedule", "shape", "back_to"}}}}
    dumped = manual.content.model_dump(
        mode="json", exclude={"kind": True, "author": True, "works": unprinted}
    )
    strings = [thai.to_arabic_digits(one) for one in strings_of(dumped)]
    text = "\n".join(lines_of(manual_bytes))
    assert len(strings) > 250
    assert [one for one in strings if one not in text] == []


def test_two_renderings_are_equal(manual: Document[Any], manual_bytes: bytes) -> None:
    assert render(manual, today=TODAY) == manual_bytes
    assert render(manual, today=dt.date(2030, 1, 1)) == manual_bytes


def without_latin_words(text: str) -> str:
    """Blank out each word that begins with a Latin letter."""
    words = text.replace("(", " ").replace(")", " ").split()
    return " ".join(word for word in words if word[0] not in LETTERS)


def test_thai_digits_everywhere_but_in_names(manual: Document[Any]) -> None:
    made = render(with_thai_digits(manual), today=TODAY)
    lines = lines_of(made)
    text = without_latin_words(" ".join(lines))
    assert [char for char in text if char in "0123456789"] == []
    assert "PMQA" in " ".join(lines)
    assert "๑. ชื่องาน" in " ".join(lines)
    number = xpath(xml_of(made), "//w:sectPr/w:pgNumType")
    assert [(attribute(one, "start"), attribute(one, "fmt")) for one in number] == [("1", "thaiNumbers")]


def test_names_with_digits_stay_latin(manual: Document[Any]) -> None:
    document = with_thai_digits(with_content(manual, title="PMQA4.0 ปี 2569 (SAR2560) A4"))
    lines = lines_of(render(document, today=TODAY))
    assert lines[2] == "PMQA4.0 ปี ๒๕๖๙ (SAR2560) A4"


def test_arabic_digits_everywhere(manual_bytes: bytes) -> None:
    assert [char for line in lines_of(manual_bytes) for char in line if char in "๐๑๒๓๔๕๖๗๘๙"] == []


@pytest.mark.parametrize("font", ["TH Sarabun New", "TH SarabunIT๙"])
def test_the_font_of_the_office_takes_the_place_of_the_shipped_one(
    manual: Document[Any], font: str, manual_bytes: bytes
) -> None:
    made = render(with_office(manual, font=font), today=TODAY)
    shipped = sum(part.count(b"TH SarabunPSK") for part in parts_of(manual_bytes).values())
    assert shipped > 0
    assert [name for name, part in parts_of(made).items() if b"TH SarabunPSK" in part] == []
    assert sum(part.decode().count(f'"{font}"') for part in parts_of(made).values()) == shipped


def test_a_date_stands_below_the_signature(manual: Document[Any], manual_bytes: bytes) -> None:
    document = with_content(manual, date=dt.date(2026, 9, 16))
    dated, undated = lines_of(render(document, today=TODAY)), lines_of(manual_bytes)
    place = undated.index("สารบัญ")
    assert dated == [*undated[:place], "16 กันยายน 2569", *undated[place:]]
    assert undated[place - 1] == manual.content.author.position
    in_thai = lines_of(render(with_thai_digits(document), today=TODAY))
    assert in_thai[place] == "๑๖ กันยายน ๒๕๖๙"


# Properties of the file.


def test_the_properties_name_title_and_office(opened: DocxDocument, manual: Document[Any]) -> None:
    properties = opened.core_properties
    assert properties.title == manual.content.title
    assert properties.author == manual.office.name
    assert properties.language == "th-TH"


@pytest.mark.parametrize("title", ["R&D <ก> \"ข\" 'ค' 😀", "ก" * 300, "&" * 256])
def test_any_title_fits_into_the_properties(manual: Document[Any], title: str) -> None:
    made = render(with_content(manual, title=title), today=TODAY)
    assert docx.Document(io.BytesIO(made)).core_properties.title == title[:255]
    assert lines_of(made)[2] == title


def test_any_office_name_fits_into_the_properties(manual: Document[Any]) -> None:
    made = render(with_office(manual, name="ก & <ข>"), today=TODAY)
    assert docx.Document(io.BytesIO(made)).core_properties.author == "ก & <ข>"


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
    assert [line for line in lines if line.endswith("\t")] == [f"{one}\t" for one in ENTRIES[:6]]
    last = lines.index("8. แบบฟอร์มที่ใช้")
    assert lines[last:] == ["8. แบบฟอร์มที่ใช้", "-", "9. เอกสาร / หลักฐานอ้างอิง", "-"]
    assert lines[lines.index("4. คำจำกัดความ") + 1] == "5. ขั้นตอนการปฏิบัติงาน"


def test_signs_and_long_words_print_as_given(manual: Document[Any]) -> None:
    texts = ("R&D <ก> \"ข\" 'ค' 😀", "ก" * 3000, "{ { % }", "&lt;&amp;&#34;", "a\u00a0b")
    lines = lines_of(render(with_content(manual, foreword=texts), today=TODAY))
    start = lines.index("คำนำ") + 1
    assert lines[start : start + len(texts)] == [text.replace("\u00a0", " ") for text in texts]
