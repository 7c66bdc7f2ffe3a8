"""The copy that is laid out: other fonts, other alignment, marks, and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from page_files import (
    FAMILY,
    W,
    family_without_fonts,
    field,
    local_names,
    on_new_page,
    paragraph,
    part_of,
    section,
    select,
    text_of,
    texts,
    values,
    word_file,
)

from esa_docs.fonts.faces import FaceStyle
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.sections import Section
from esa_docs.pages.word_file import WordFile

FONTS, DIGITS = family_without_fonts(), family_without_fonts("Digits")
THAI = section(
    numbering='w:fmt="thaiNumbers"', headers='<w:headerReference w:type="default" r:id="header1"/>'
)


def copy_of(data: bytes) -> LayoutCopy:
    return make_layout_copy(WordFile("a.docx", data, FAMILY), FONTS, DIGITS)


def root_of_copy(body: str) -> etree._Element:
    """Return the root of the main part of the copy of a file."""
    copy = copy_of(word_file(body))
    return part_of(copy.data)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(data: bytes, folder: Path) -> set[str]:
    path = folder / "validated.docx"
    path.write_bytes(data)
    return {error.description for error in OpenXmlValidator().validate(path).errors}


def fonts_of_runs(root: etree._Element) -> list[str]:
    """Return the font of each run of a part; empty for a run that names none."""
    fonts: list[str] = []
    for run in select(root, "//w:r"):
        names = values(run, "w:rPr/w:rFonts/@w:ascii")
        fonts.append("".join(names))
    return fonts


def test_the_family_is_renamed_wherever_it_stands(manual_bytes: bytes) -> None:
    parts = parts_of(copy_of(manual_bytes).data)
    old_named_parts = [name for name, part in parts.items() if FAMILY.encode() in part]
    renamed_parts = {name for name, part in parts.items() if b'"Layout"' in part}
    assert old_named_parts == []
    assert {"word/styles.xml", "word/fontTable.xml"} <= renamed_parts


def test_the_case_of_a_family_does_not_matter_and_other_families_stay() -> None:
    fonts = '<w:rFonts w:ascii="th sarabunpsk" w:cs="TH SarabunPSK" w:hAnsi="Symbol"/>'
    body = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>x</w:t></w:r></w:p>{section()}"
    (run_fonts,) = select(root_of_copy(body), "//w:rFonts")
    assert sorted(run_fonts.attrib.values()) == ["Layout", "Layout", "Symbol"]


def test_every_face_is_embedded_and_comes_out_as_it_went_in() -> None:
    data = copy_of(word_file(paragraph("x") + section())).data
    relationships = part_of(data, "word/_rels/fontTable.xml.rels")
    targets = {relationship.get("Id"): relationship.get("Target") for relationship in relationships}
    parts = parts_of(data)
    table = part_of(data, "word/fontTable.xml")
    (font,) = select(table, f"//w:font[@w:name='{FONTS.name}']")
    assert local_names(font) == ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]
    for embedded, style in zip(font, FaceStyle, strict=True):
        (reference,) = values(embedded, "@r:id")
        (key,) = values(embedded, "@w:fontKey")
        hidden = parts[f"word/{targets[reference]}"]
        assert hidden != FONTS.faces[style]
        assert revealed(hidden, key) == FONTS.faces[style]


def revealed(face: bytes, key: str) -> bytes:
    """Return an embedded face as a reader of the format does: 32 bytes by XOR with the key read backwards."""
    digits = key.strip("{}").replace("-", "")
    reversed_key = bytes.fromhex(digits)[::-1]
    head = bytearray(face[:32])
    for place in range(32):
        head[place] ^= reversed_key[place % 16]
    return bytes(head) + face[32:]


def test_only_families_in_use_are_embedded() -> None:
    plain = copy_of(word_file(paragraph("x") + section()))
    numbered = copy_of(word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>"))
    font_parts = [name for name in parts_of(numbered.data) if name.endswith(".odttf")]
    assert [family.name for family in plain.fonts] == ["Layout"]
    assert [family.name for family in numbered.fonts] == ["Layout", "Digits"]
    assert len(font_parts) == 8


@pytest.mark.parametrize("value", ["thaiDistribute", "both"])
def test_thai_justification_becomes_one_every_engine_knows(value: str) -> None:
    body = paragraph("x", properties=f'<w:jc w:val="{value}"/>') + section()
    assert values(root_of_copy(body), "//w:jc/@w:val") == ["both"]


def test_other_alignments_stay() -> None:
    body = paragraph("x", properties='<w:jc w:val="center"/>') + section()
    assert values(root_of_copy(body), "//w:jc/@w:val") == ["center"]


def test_a_paragraph_is_parted_from_the_table_above_it_by_a_spacer() -> None:
    # LibreOffice 7.4 left headings at the foot of a page that stand directly below a table.
    cell = f"<w:tr><w:tc>{paragraph('ก')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{cell}</w:tbl>"
    root = root_of_copy(table + paragraph("ข") + table + section())
    assert local_names(select(root, "w:body/*")) == ["tbl", "p", "p", "tbl", "sectPr"]
    spacer, below = select(root, "w:body/w:p")
    assert texts(spacer) == [""]
    assert texts(below) == ["ข"]
    assert values(spacer, "w:pPr/w:spacing/@*") == ["0", "0", "1", "exact"]


@pytest.mark.parametrize(
    ("sign", "names"),
    [
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', ["p", "tbl", "p", "p", "sectPr"]),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', ["p", "tbl", "p", "p", "sectPr"]),
        ("<w:r/>", ["tbl", "p", "p", "sectPr"]),
    ],
)
def test_a_table_that_begins_a_text_with_notes_has_a_spacer_above_it(sign: str, names: list[str]) -> None:
    # LibreOffice 7.4 put an empty line of the size of the text there.
    cell = f"<w:tr><w:tc>{paragraph('ก')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{cell}</w:tbl>"
    root = root_of_copy(f"{table}<w:p>{sign}</w:p>{section()}")
    assert local_names(select(root, "w:body/*")) == names
    assert values(root, "w:body/w:p[1]/w:pPr/w:spacing/@w:line") == ["1"]


def test_sections_are_read_and_marked_at_their_beginning() -> None:
    first = section(kind="oddPage", numbering='w:fmt="thaiLetters" w:start="3"')
    table = f"<w:tbl><w:tr><w:tc>{paragraph('ก')}</w:tc></w:tr></w:tbl>"
    second_end = paragraph("ค", properties=section(kind="continuous"))
    control = f"<w:sdt><w:sdtContent>{second_end}</w:sdtContent></w:sdt>"
    body = paragraph("ก") + paragraph("ข", properties=first) + table + control + paragraph("ง") + section()
    copy = copy_of(word_file(body))
    assert copy.sections == (
        Section("esaSection0", 3, "thaiLetters", "oddPage"),
        Section("esaSection1", None, "decimal", "continuous"),
        Section("esaSection2", None, "decimal", "nextPage"),
    )
    root = part_of(copy.data)
    marked_texts: list[str] = []
    for section_value in copy.sections:
        (marked_paragraph,) = select(root, f"//w:p[w:bookmarkStart/@w:name='{section_value.bookmark}']")
        marked_texts.append(text_of(marked_paragraph))
    assert marked_texts == ["ก", "ก", "ง"]


def test_every_bookmark_gets_a_mark_of_letters_and_digits() -> None:
    body = paragraph("ก", bookmark="_Toc1") + paragraph("ข", bookmark="บท ก") + section()
    copy = copy_of(word_file(body))
    assert list(copy.marks.values()) == ["_Toc1", "บท ก"]
    for name in copy.marks:
        assert name.isalnum()
        assert name.isascii()
    starts = values(part_of(copy.data), "//w:bookmarkStart/@w:name")
    assert sorted(starts) == sorted(["_Toc1", "บท ก", *copy.marks, "esaSection0"])
    ids = values(part_of(copy.data), "//w:bookmarkStart/@w:id")
    assert len(set(ids)) == len(ids)


def test_marks_never_take_a_name_that_is_there() -> None:
    body = paragraph("ก", bookmark="esaMark0") + paragraph("ข", bookmark="esaSection0") + section()
    copy = copy_of(word_file(body))
    names = values(part_of(copy.data), "//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(names) == 5


def test_a_bookmark_between_paragraphs_is_marked_in_the_next_one() -> None:
    between = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    copy = copy_of(word_file(paragraph("ก") + between + on_new_page("ข") + section()))
    (mark,) = copy.marks
    (marked_paragraph,) = select(part_of(copy.data), f"//w:p[w:bookmarkStart/@w:name='{mark}']")
    assert texts(marked_paragraph) == ["ข"]


def test_page_references_become_text_that_no_engine_reckons_anew() -> None:
    simple = '<w:fldSimple w:instr="PAGEREF a"><w:r><w:t>๓</w:t></w:r></w:fldSimple>'
    reference = field("PAGEREF a \\h", "<w:r><w:t>๑๒</w:t></w:r>")
    page_number = field("PAGE", "<w:r><w:t>9</w:t></w:r>")
    inner = reference + simple + page_number
    root = root_of_copy(f"<w:p>{inner}</w:p>{section()}")
    assert texts(root) == ["๑๒๓9"]
    assert [text.strip() for text in values(root, "//w:instrText/text()")] == ["PAGE"]


def test_page_numbers_of_a_thai_section_are_set_in_the_family_of_thai_digits() -> None:
    header = f"<w:p>{field('PAGE')}<w:r><w:t>/</w:t></w:r></w:p>"
    data = copy_of(word_file(paragraph("x") + THAI, header1=header)).data
    # The field has five runs. The hidden run and the run of the text stand behind it.
    assert fonts_of_runs(part_of(data, "word/header1.xml")) == ["Digits"] * 5 + ["", ""]
    assert values(part_of(data), "//w:pgNumType/@w:fmt") == ["decimal"]


def test_a_header_is_inherited_by_the_sections_after_it() -> None:
    arabic = section(headers='<w:headerReference w:type="default" r:id="header1"/>')
    thai = section(numbering='w:fmt="thaiNumbers"')
    body = paragraph("x", properties=arabic) + paragraph("y") + thai
    data = copy_of(word_file(body, header1=f"<w:p>{field('PAGE')}</w:p>")).data
    assert fonts_of_runs(part_of(data, "word/header1.xml")) == ["Digits"] * 5 + [""]


def test_page_numbers_of_other_sections_stay() -> None:
    arabic = section(headers='<w:headerReference w:type="default" r:id="header1"/>')
    header = f"<w:p>{field('PAGE')}{field('NUMPAGES')}</w:p>"
    copy = copy_of(word_file(paragraph("x", before=field("PAGE")) + arabic, header1=header))
    assert fonts_of_runs(part_of(copy.data, "word/header1.xml")) == [""] * 8
    assert len(copy.fonts) == 1


def test_a_switch_for_thai_digits_is_taken_out_of_the_field() -> None:
    simple = '<w:fldSimple w:instr="NUMPAGES \\* THAIARABIC"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    inner = field(r"PAGE \* THAIARABIC") + simple
    root = root_of_copy(f"<w:p>{inner}</w:p>{section()}")
    assert values(root, "//w:instrText/text()") == [r" PAGE \* Arabic "]
    assert values(root, "//w:fldSimple/@w:instr") == [r"NUMPAGES \* Arabic"]
    assert fonts_of_runs(root) == ["Digits"] * 5 + ["", "Digits"]


def test_a_page_number_in_the_body_follows_its_own_section() -> None:
    thai = section(numbering='w:fmt="thaiNumbers"')
    body = paragraph(before=field("PAGE"), properties=thai) + paragraph(before=field("PAGE")) + section()
    assert fonts_of_runs(root_of_copy(body)) == ["Digits"] * 5 + [""] * 5


def test_sections_say_how_the_original_numbers_its_pages() -> None:
    # The copy numbers in decimal; the numbers written into the original are Thai.
    copy = copy_of(word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>"))
    (thai_section,) = copy.sections
    assert thai_section.fmt == "thaiNumbers"


def test_without_faces_of_thai_digits_page_numbers_are_left_to_the_engine() -> None:
    data = word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>")
    copy = make_layout_copy(WordFile("a.docx", data, FAMILY), FONTS, None)
    assert values(part_of(copy.data), "//w:pgNumType/@w:fmt") == ["thaiNumbers"]


def test_equal_files_give_equal_copies(manual_bytes: bytes) -> None:
    assert copy_of(manual_bytes) == copy_of(manual_bytes)


@pytest.mark.parametrize("kind", ["manual", "small"])
def test_the_copy_is_as_valid_as_the_file(kind: str, manual_bytes: bytes, tmp_path: Path) -> None:
    small = word_file(paragraph("x", bookmark="a") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>")
    original = manual_bytes if kind == "manual" else small
    copy = copy_of(original).data
    assert faults(copy, tmp_path) <= faults(original, tmp_path)
    (preceding,) = select(part_of(copy, "word/settings.xml"), "w:embedTrueTypeFonts/preceding-sibling::*")
    assert preceding.tag == f"{{{W}}}zoom"
