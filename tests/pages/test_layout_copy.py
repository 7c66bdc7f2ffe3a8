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
    family_of_letters,
    field,
    on_new_page,
    paragraph,
    part_of,
    section,
    select,
    texts,
    values,
    word_file,
)

from esa_docs.fonts.faces import FaceStyle
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.sections import Section
from esa_docs.pages.word_file import WordFile

FONTS, DIGITS = family_of_letters(), family_of_letters("Digits")
THAI = section(
    numbering='w:fmt="thaiNumbers"', headers='<w:headerReference w:type="default" r:id="header1"/>'
)


def copied(data: bytes) -> LayoutCopy:
    return make_layout_copy(WordFile("a.docx", data, FAMILY), FONTS, DIGITS)


def names_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return set(archive.namelist())


def faults(data: bytes, folder: Path) -> list[str]:
    path = folder / "validated.docx"
    path.write_bytes(data)
    return [one.description for one in OpenXmlValidator().validate(path).errors]


def page_runs(root: etree._Element) -> list[str]:
    """Give the font of each run of a part, empty for one that names none."""
    return [next(iter(values(run, "w:rPr/w:rFonts/@w:ascii")), "") for run in select(root, "//w:r")]


def test_the_family_is_renamed_wherever_it_stands(manual_bytes: bytes) -> None:
    copy = copied(manual_bytes)
    with zipfile.ZipFile(BytesIO(copy.data)) as archive:
        named = [name for name in archive.namelist() if FAMILY.encode() in archive.read(name)]
        renamed = [name for name in archive.namelist() if b'"Layout"' in archive.read(name)]
    assert named == []
    assert {"word/styles.xml", "word/fontTable.xml"} <= set(renamed)


def test_the_case_of_a_family_does_not_matter_and_other_families_stay() -> None:
    fonts = '<w:rFonts w:ascii="th sarabunpsk" w:cs="TH SarabunPSK" w:hAnsi="Symbol"/>'
    body = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>x</w:t></w:r></w:p>{section()}"
    (named,) = select(part_of(copied(word_file(body)).data), "//w:rFonts")
    assert sorted(named.attrib.values()) == ["Layout", "Layout", "Symbol"]


def test_every_face_is_embedded_and_comes_out_as_it_went_in() -> None:
    """The reader's part of the format, written anew: 32 bytes mixed with the key read backwards."""
    data = copied(word_file(paragraph("x") + section())).data
    entries = {one.get("Id"): one.get("Target") for one in part_of(data, "word/_rels/fontTable.xml.rels")}
    names = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    table = part_of(data, "word/fontTable.xml")
    (font,) = select(table, f"//w:font[@w:name='{FONTS.name}']")
    assert [one.tag.rpartition("}")[2] for one in font] == list(names)
    for embedded, style in zip(font, FaceStyle, strict=True):
        (reference,) = values(embedded, "@r:id")
        (key,) = values(embedded, "@w:fontKey")
        digits = key.strip("{}").replace("-", "")
        backwards = [int(digits[place : place + 2], 16) for place in range(30, -2, -2)]
        with zipfile.ZipFile(BytesIO(data)) as archive:
            hidden = archive.read(f"word/{entries[reference]}")
        mended = bytes(byte ^ backwards[place % 16] for place, byte in enumerate(hidden[:32])) + hidden[32:]
        assert hidden != FONTS.faces[style]
        assert mended == FONTS.faces[style]


def test_only_families_in_use_are_embedded() -> None:
    plain = copied(word_file(paragraph("x") + section()))
    numbered = copied(word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>"))
    assert [one.name for one in plain.fonts] == ["Layout"]
    assert [one.name for one in numbered.fonts] == ["Layout", "Digits"]
    assert len([one for one in names_in(numbered.data) if one.endswith(".odttf")]) == 8


@pytest.mark.parametrize("value", ["thaiDistribute", "both"])
def test_thai_justification_becomes_one_every_engine_knows(value: str) -> None:
    body = paragraph("x", properties=f'<w:jc w:val="{value}"/>') + section()
    assert values(part_of(copied(word_file(body)).data), "//w:jc/@w:val") == ["both"]


def test_other_alignments_stay() -> None:
    body = paragraph("x", properties='<w:jc w:val="center"/>') + section()
    assert values(part_of(copied(word_file(body)).data), "//w:jc/@w:val") == ["center"]


def test_a_paragraph_is_parted_from_the_table_above_it_by_a_spacer() -> None:
    """LibreOffice 7.4 left headings at the foot of a page that stand directly below a table."""
    cell = f"<w:tr><w:tc>{paragraph('ก')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{cell}</w:tbl>"
    root = part_of(copied(word_file(table + paragraph("ข") + table + section())).data)
    assert [one.tag.partition("}")[2] for one in select(root, "w:body/*")] == [
        "tbl",
        "p",
        "p",
        "tbl",
        "sectPr",
    ]
    spacer, below = select(root, "w:body/w:p")
    assert (texts(spacer), texts(below)) == ([""], ["ข"])
    assert values(spacer, "w:pPr/w:spacing/@*") == ["0", "0", "1", "exact"]


def test_sections_are_read_and_marked_at_their_beginning() -> None:
    first = section(kind="oddPage", numbering='w:fmt="thaiLetters" w:start="3"')
    table = f"<w:tbl><w:tr><w:tc>{paragraph('ก')}</w:tc></w:tr></w:tbl>"
    control = (
        f"<w:sdt><w:sdtContent>{paragraph('ค', properties=section(kind='continuous'))}</w:sdtContent></w:sdt>"
    )
    body = paragraph("ก") + paragraph("ข", properties=first) + table + control + paragraph("ง") + section()
    copy = copied(word_file(body))
    assert copy.sections == (
        Section("esaSection0", 3, "thaiLetters", "oddPage"),
        Section("esaSection1", None, "decimal", "continuous"),
        Section("esaSection2", None, "decimal", "nextPage"),
    )
    root = part_of(copy.data)
    marked = [select(root, f"//w:p[w:bookmarkStart/@w:name='{one.bookmark}']") for one in copy.sections]
    assert [["".join(texts(one)) for one in found] for found in marked] == [["ก"], ["ก"], ["ง"]]


def test_every_bookmark_gets_a_mark_of_letters_and_digits() -> None:
    body = paragraph("ก", bookmark="_Toc1") + paragraph("ข", bookmark="บท ก") + section()
    copy = copied(word_file(body))
    assert list(copy.marks.values()) == ["_Toc1", "บท ก"]
    assert [name for name in copy.marks if not (name.isalnum() and name.isascii())] == []
    starts = values(part_of(copy.data), "//w:bookmarkStart/@w:name")
    assert sorted(starts) == sorted(["_Toc1", "บท ก", *copy.marks, "esaSection0"])
    ids = values(part_of(copy.data), "//w:bookmarkStart/@w:id")
    assert len(set(ids)) == len(ids)


def test_marks_never_take_a_name_that_is_there() -> None:
    body = paragraph("ก", bookmark="esaMark0") + paragraph("ข", bookmark="esaSection0") + section()
    copy = copied(word_file(body))
    names = values(part_of(copy.data), "//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(names) == 5


def test_a_bookmark_between_paragraphs_is_marked_in_the_next_one() -> None:
    between = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    copy = copied(word_file(paragraph("ก") + between + on_new_page("ข") + section()))
    (mark,) = copy.marks
    (held,) = select(part_of(copy.data), f"//w:p[w:bookmarkStart/@w:name='{mark}']")
    assert texts(held) == ["ข"]


def test_page_references_become_text_that_no_engine_reckons_anew() -> None:
    simple = '<w:fldSimple w:instr="PAGEREF a"><w:r><w:t>๓</w:t></w:r></w:fldSimple>'
    inner = (
        field("PAGEREF a \\h", "<w:r><w:t>๑๒</w:t></w:r>") + simple + field("PAGE", "<w:r><w:t>9</w:t></w:r>")
    )
    root = part_of(copied(word_file(f"<w:p>{inner}</w:p>{section()}")).data)
    assert texts(root) == ["๑๒๓9"]
    assert [text.strip() for text in values(root, "//w:instrText/text()")] == ["PAGE"]


def test_page_numbers_of_a_thai_section_are_set_in_the_family_of_thai_digits() -> None:
    header = f"<w:p>{field('PAGE')}<w:r><w:t>/</w:t></w:r></w:p>"
    data = copied(word_file(paragraph("x") + THAI, header1=header)).data
    assert page_runs(part_of(data, "word/header1.xml")) == ["Digits"] * 5 + ["", ""]
    assert values(part_of(data), "//w:pgNumType/@w:fmt") == ["decimal"]


def test_a_header_is_inherited_by_the_sections_after_it() -> None:
    arabic = section(headers='<w:headerReference w:type="default" r:id="header1"/>')
    thai = section(numbering='w:fmt="thaiNumbers"')
    body = paragraph("x", properties=arabic) + paragraph("y") + thai
    data = copied(word_file(body, header1=f"<w:p>{field('PAGE')}</w:p>")).data
    assert page_runs(part_of(data, "word/header1.xml")) == ["Digits"] * 5 + [""]


def test_page_numbers_of_other_sections_stay() -> None:
    arabic = section(headers='<w:headerReference w:type="default" r:id="header1"/>')
    header = f"<w:p>{field('PAGE')}{field('NUMPAGES')}</w:p>"
    copy = copied(word_file(paragraph("x", before=field("PAGE")) + arabic, header1=header))
    assert page_runs(part_of(copy.data, "word/header1.xml")) == [""] * 8
    assert len(copy.fonts) == 1


def test_a_switch_for_thai_digits_is_taken_out_of_the_field() -> None:
    simple = '<w:fldSimple w:instr="NUMPAGES \\* THAIARABIC"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    inner = field(r"PAGE \* THAIARABIC") + simple
    root = part_of(copied(word_file(f"<w:p>{inner}</w:p>{section()}")).data)
    assert values(root, "//w:instrText/text()") == [r" PAGE \* Arabic "]
    assert values(root, "//w:fldSimple/@w:instr") == [r"NUMPAGES \* Arabic"]
    assert page_runs(root) == ["Digits"] * 5 + ["", "Digits"]


def test_a_page_number_in_the_body_follows_its_own_section() -> None:
    thai = section(numbering='w:fmt="thaiNumbers"')
    body = paragraph(before=field("PAGE"), properties=thai) + paragraph(before=field("PAGE")) + section()
    assert page_runs(part_of(copied(word_file(body)).data)) == ["Digits"] * 5 + [""] * 5


def test_sections_say_how_the_original_numbers_its_pages() -> None:
    """The copy numbers in decimal; what is written into the original does not."""
    copy = copied(word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>"))
    assert [one.fmt for one in copy.sections] == ["thaiNumbers"]


def test_without_faces_of_thai_digits_page_numbers_are_left_to_the_engine() -> None:
    data = word_file(paragraph("x") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>")
    copy = make_layout_copy(WordFile("a.docx", data, FAMILY), FONTS, None)
    assert values(part_of(copy.data), "//w:pgNumType/@w:fmt") == ["thaiNumbers"]


def test_equal_files_give_equal_copies(manual_bytes: bytes) -> None:
    assert copied(manual_bytes) == copied(manual_bytes)


@pytest.mark.parametrize("kind", ["manual", "small"])
def test_the_copy_is_as_valid_as_the_file(kind: str, manual_bytes: bytes, tmp_path: Path) -> None:
    small = word_file(paragraph("x", bookmark="a") + THAI, header1=f"<w:p>{field('PAGE')}</w:p>")
    original = manual_bytes if kind == "manual" else small
    copy = copied(original).data
    assert set(faults(copy, tmp_path)) <= set(faults(original, tmp_path))
    (before,) = select(part_of(copy, "word/settings.xml"), "w:embedTrueTypeFonts/preceding-sibling::*")
    assert before.tag == f"{{{W}}}zoom"
