"""Annexes of content in a Word file: headings, letters, sections, references, contents."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from annexed_papers import (
    FILE,
    NAMES,
    W,
    errors_of,
    order_of,
    parts_of,
    plain_word_file,
    put_word_file,
    rendered,
    select,
    text_of,
    told_of,
    write_order,
    xml_of,
)
from made_pictures import encoded, picture
from written_project import put

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.annexes import Annex, letters_of
from esa_docs.word.annexes.section_properties import SectionProperties, of_annex
from esa_docs.word.annexes.sections import ended_section

TEMPLATES = Path(__file__).parents[2] / "templates_docx"
TWO_ANNEXES = """\
  - title: แบบตรวจรับ
    id: form
    paragraphs:
      - ให้**ตรวจรับ**ตามแบบ
      - {table: {columns: [ที่, รายการ], rows: [[1, โต๊ะ]]}, caption: รายการ}
  - title: หลักเกณฑ์
    paragraphs: ['ตามภาคผนวก {ref:form}']
"""
ONE_ANNEX = "  - {title: แบบตรวจรับ, id: form, paragraphs: [ข้อความ]}\n"


def texts(root: Path) -> list[str]:
    file = rendered(root)
    assert file.value is not None, file.diagnostics
    assert errors_of(file.diagnostics) == []
    return [text_of(paragraph) for paragraph in select(xml_of(file.value), "//w:body//w:p")]


def test_each_annex_has_its_letter_its_title_and_its_text_behind_the_signature(tmp_path: Path) -> None:
    lines = texts(write_order(tmp_path, TWO_ANNEXES))
    last_place = len(lines) - 1 - lines[::-1].index("ผู้อำนวยการ")
    behind = [line for line in lines[last_place + 1 :] if line]
    assert behind == [
        *("ภาคผนวก\xa0ก", "แบบตรวจรับ", "ให้ตรวจรับตามแบบ", "ตารางที่\xa0๑ รายการ", "ที่", "รายการ", "๑", "โต๊ะ"),
        *("ภาคผนวก\xa0ข", "หลักเกณฑ์", "ตามภาคผนวก\xa0ก"),
    ]


def test_a_single_annex_has_no_letter_and_a_reference_to_it_prints_none(tmp_path: Path) -> None:
    lines = texts(write_order(tmp_path, ONE_ANNEX))
    assert lines[-3:] == ["ภาคผนวก", "แบบตรวจรับ", "ข้อความ"]
    assert "ด้วยสำนักงานจะตรวจรับพัสดุ ตามภาคผนวก" in [line.strip() for line in lines]


def test_each_annex_is_a_section_that_counts_on_with_the_heads_of_the_paper(tmp_path: Path) -> None:
    file = rendered(write_order(tmp_path, TWO_ANNEXES))
    assert file.value is not None
    sections = select(xml_of(file.value), "//w:sectPr")
    kinds = [section.xpath("string(w:type/@w:val)", namespaces=NAMES) for section in sections]
    starts = [section.xpath("string(w:pgNumType/@w:start)", namespaces=NAMES) for section in sections]
    first_pages = [len(select(section, "w:titlePg")) for section in sections]
    heads = [select(section, "w:headerReference[@w:type='default']/@r:id") for section in sections]
    assert (kinds, starts, first_pages) == (["nextPage"] * 3, ["1", "", ""], [1, 0, 0])
    assert heads == [["rIdHeader"]] * 3


LYING_ANNEX = "  - {title: ก, paragraphs: [ก, {landscape: [ข]}]}\n"
LYING_BODY = "cause: ['ด้วยสำนักงานจะตรวจรับพัสดุ', {landscape: [ก]}]"
Section = tuple[str, str, int, int]


def sections_of(root: Path) -> list[Section]:
    """Return of each section its orientation, first number, first page of its own, heads of usual pages."""
    file = rendered(root)
    assert file.value is not None, file.diagnostics
    sections = []
    for section in select(xml_of(file.value), "//w:sectPr"):
        orientation = "".join(select(section, "w:pgSz/@w:orient"))
        start = "".join(select(section, "w:pgNumType/@w:start"))
        heads = select(section, "w:headerReference[@w:type='default' and @r:id='rIdHeader']")
        sections.append((orientation, start, len(select(section, "w:titlePg")), len(heads)))
    return sections


FIRST_PAGES: Section = ("", "1", 1, 1)
UPRIGHT: Section = ("", "", 0, 1)
LYING: Section = ("landscape", "", 0, 1)
OF_FILE: Section = ("", "", 0, 0)


@pytest.mark.parametrize(
    ("annexes", "sections"),
    [
        (LYING_ANNEX, [FIRST_PAGES, UPRIGHT, LYING]),
        (LYING_ANNEX + ONE_ANNEX, [FIRST_PAGES, UPRIGHT, LYING, UPRIGHT]),
        (
            "  - {title: ก, paragraphs: [ก, {landscape: [ข]}, ค]}\n" + LYING_ANNEX,
            [FIRST_PAGES, UPRIGHT, LYING, UPRIGHT, UPRIGHT, LYING],
        ),
        (
            LYING_ANNEX + "  - {title: ข, file: a.docx}\n" + LYING_ANNEX,
            [FIRST_PAGES, UPRIGHT, LYING, OF_FILE, UPRIGHT, LYING],
        ),
    ],
)
def test_landscape_pages_of_an_annex_leave_the_sections_of_the_paper_as_they_are(
    annexes: str, sections: list[Section], tmp_path: Path
) -> None:
    root = write_order(tmp_path, annexes)
    put_word_file(root, "a.docx", plain_word_file())
    assert sections_of(root) == sections


@pytest.mark.parametrize("annex", [ONE_ANNEX, LYING_ANNEX, "  - {title: ก, file: a.docx}\n"])
def test_landscape_pages_of_the_paper_begin_no_annex_again(annex: str, tmp_path: Path) -> None:
    root = write_order(tmp_path, annex)
    put_word_file(root, "a.docx", plain_word_file())
    order = (root / FILE).read_text(encoding="utf-8")
    put(root, FILE, re.sub("cause: .*", LYING_BODY, order))
    assert sections_of(root)[:3] == [FIRST_PAGES, LYING, UPRIGHT]
    assert [section[1:3] for section in sections_of(root)[3:]] == [("", 0)] * (len(sections_of(root)) - 3)
    assert len(sections_of(root)) == 4 + (annex == LYING_ANNEX)


def test_a_reference_is_a_link_to_the_heading(tmp_path: Path) -> None:
    file = rendered(write_order(tmp_path, TWO_ANNEXES))
    assert file.value is not None
    root = xml_of(file.value)
    (bookmark,) = select(
        root, "//w:bookmarkStart[following-sibling::w:r[1]//w:t[contains(., 'ภาคผนวก')]][1]"
    )[:1]
    name = bookmark.get(f"{{{W}}}name")
    instructions = "".join(select(root, "//w:instrText/text()"))
    anchors = select(root, "//w:hyperlink/@w:anchor")
    assert name in anchors or name in instructions


def test_blocks_and_marks_stay_as_typed_in_content_of_version_1(tmp_path: Path) -> None:
    annex = "  - title: แบบ\n    paragraphs: ['**ก**']\n"
    assert texts(write_order(tmp_path, annex, version=1))[-1] == "**ก**"


@pytest.mark.parametrize(
    ("annex", "code", "field"),
    [
        ("  - {title: ก}\n", "E215", "annexes[0]"),
        ("  - {title: ก, file: a.pdf, document: orders/x}\n", "E215", "annexes[0]"),
        ("  - {paragraphs: [ข]}\n", "E202", "annexes[0].title"),
        (
            "  - {title: ก, paragraphs: [ข], id: a}\n  - {title: ก, paragraphs: [ข], id: a}\n",
            "E122",
            "annexes[1].id",
        ),
        ("  - {title: ก, paragraphs: ['{ref:no}']}\n", "E121", "annexes[0].paragraphs[0]"),
        ("  - {title: ก, file: none.pdf}\n", "E644", "annexes[0].file"),
        ("  - {title: ก, file: ../a.pdf}\n", "E644", "annexes[0].file"),
        ("  - {title: ก, document: orders/none}\n", "E643", "annexes[0].document"),
        ("  - {title: ก, document: orders/annexed}\n", "E643", "annexes[0].document"),
        ("  - {title: ก, paragraphs: [ข], id: a b}\n", "E127", "annexes[0].id"),
        ("  - {title: ก, file: none.GIF}\n", "E644", "annexes[0].file"),
        ("  - {title: ก, file: none.heic}\n", "E644", "annexes[0].file"),
        ("  - {title: ก, file: office.yaml}\n", "E483", "annexes[0].file"),
        ("  - {title: ก, file: a.pdf, headers: own}\n", "E483", "annexes[0].headers"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, annex: str, code: str, field: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert told_of(write_order(tmp_path, annex)) == [(code, field)]


def test_letters_leave_out_those_that_lists_leave_out() -> None:
    annexes = [Annex.model_validate({"title": "ก", "paragraphs": ["ข"]})] * 5
    assert list(letters_of(annexes, 0)) == ["ก", "ข", "ค", "ง", "จ"]
    assert list(letters_of(annexes[:1], 0)) == [""]


def test_annexes_of_a_report_go_on_behind_those_of_its_form() -> None:
    annexes = [Annex.model_validate({"title": "ก", "paragraphs": ["ข"]})] * 2
    assert list(letters_of(annexes, 3)) == ["ง", "จ"]
    assert list(letters_of(annexes[:1], 2)) == ["ค"]


@pytest.mark.parametrize("kind", KINDS.names)
def test_a_form_says_how_many_annexes_its_template_prints(kind: str) -> None:
    for form in KINDS.by_name[kind].forms:
        template = (TEMPLATES / f"{form.name}.docx").read_bytes()
        headings = []
        for paragraph in select(xml_of(template), "//w:p"):
            headings += re.findall("^ภาคผนวก ([ก-ฮ]) ", text_of(paragraph))
        assert len(headings) == form.own_annexes


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:p><w:r/></w:p>", "<w:p><w:pPr>S</w:pPr><w:r/></w:p>"),
        ("<w:p/><w:p><w:pPr><w:jc/></w:pPr></w:p>", "<w:p/><w:p><w:pPr><w:jc/>S</w:pPr></w:p>"),
        ("<w:p><w:pPr/><w:r/></w:p>", "<w:p><w:pPr>S</w:pPr><w:r/></w:p>"),
        (
            "<w:p w:x='1'><w:r><w:p><w:pPr><w:jc/></w:pPr></w:p></w:r></w:p>",
            "<w:p w:x='1'><w:pPr>S</w:pPr><w:r><w:p><w:pPr><w:jc/></w:pPr></w:p></w:r></w:p>",
        ),
    ],
)
def test_the_last_paragraph_ends_its_section(xml: str, expected: str) -> None:
    assert ended_section(xml, "S") == expected


@pytest.mark.parametrize("xml", ["<w:p/><w:tbl></w:tbl>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"])
def test_behind_a_table_or_a_section_a_paragraph_of_a_point_ends_it(xml: str) -> None:
    ended = ended_section(xml, "<w:sectPr/>")
    assert ended.startswith(f"{xml}<w:p><w:pPr><w:spacing ")
    assert ended.endswith("<w:sectPr/></w:pPr></w:p>")


def test_a_section_of_an_annex_is_upright_and_of_one_column() -> None:
    paper = (
        '<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:type w:val="continuous"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgNumType w:fmt="thaiNumbers" w:start="1"/>'
        '<w:cols w:num="2" w:space="708"/><w:vAlign w:val="center"/><w:titlePg/></w:sectPr>'
    )
    assert of_annex(SectionProperties.parse(paper)).xml == (
        '<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:type w:val="nextPage"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgNumType w:fmt="thaiNumbers"/></w:sectPr>'
    )


def test_other_papers_of_the_content_have_no_annexes(tmp_path: Path) -> None:
    document = order_of(write_order(tmp_path, TWO_ANNEXES))
    agenda = replace(document, form=replace(document.form, name="agenda"))
    assert (len(document.annexes), agenda.annexes) == (2, ())


ENDINGS = [("gif", "GIF"), ("bmp", "BMP"), ("tif", "TIFF"), ("webp", "WEBP")]


@pytest.mark.parametrize(("ending", "picture_format"), ENDINGS)
def test_an_annex_may_be_any_picture_that_a_text_prints(
    tmp_path: Path, ending: str, picture_format: str
) -> None:
    (tmp_path / f"a.{ending}").write_bytes(encoded(picture(40, 30), picture_format))
    file = rendered(write_order(tmp_path, f"  - {{title: แผนผัง, file: a.{ending}}}\n"))
    assert file.value is not None
    assert errors_of(file.diagnostics) == []
    assert sum(name.startswith("word/media/picture-") for name in parts_of(file.value)) == 1


@pytest.mark.parametrize(
    ("annexes", "code", "field", "words"),
    [
        ("  - {title: ก, paragraphs: []}\n", "E211", "annexes[0].paragraphs", "เพิ่มอย่างน้อยหนึ่งข้อ"),
        ("  - ข้อความ\n", "E203", "annexes[0]", "{title: ข้อความ, paragraphs: […]}"),
        ("  - [ก, ข]\n", "E203", "annexes[0]", "{paragraphs: [ก, ข], title: …}"),
        ("  - {title: ก}\n", "E215", "annexes[0]", "paragraphs"),
    ],
)
def test_an_annex_that_says_nothing_is_told_with_a_cure_that_cures(
    tmp_path: Path, annexes: str, code: str, field: str, words: str
) -> None:
    write_order(tmp_path, annexes)
    (fault,) = [each for each in api.check(api.load(tmp_path)) if each.is_error]
    assert (fault.code, fault.field) == (code, field)
    assert words in f"{fault.message} {fault.hint}"


@pytest.mark.parametrize("text", ["ดู https://a.go.th/abcdefghijklmnopqrstuvwxyz0123456789", "ดู"])
def test_a_paper_with_a_long_word_keeps_its_annexes(tmp_path: Path, text: str) -> None:
    """A paragraph with a long word is aligned left in the part that says where annexes begin."""
    write_order(tmp_path, f"  - {{title: ก, paragraphs: ['{text}']}}\n  - {{title: ข, paragraphs: [ค]}}\n")
    file = rendered(tmp_path)
    assert file.value is not None
    assert errors_of(file.diagnostics) == []
    root = xml_of(file.value)
    texts = [text_of(each) for each in select(root, "//w:p")]
    assert [each for each in texts if each.startswith("ภาคผนวก")] == [
        "ภาคผนวก\u00a0ก",
        "ภาคผนวก\u00a0ข",
    ]
    # The paper and each of its two annexes.
    assert len(select(root, "//w:sectPr")) == 3
