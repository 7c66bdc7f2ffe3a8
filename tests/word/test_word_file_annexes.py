"""Word files put in as annexes: nothing of them and nothing of the paper changes the look of the other."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from annexed_papers import (
    NAMES,
    TODAY,
    R,
    W,
    errors_of,
    parts_of,
    plain_word_file,
    put_word_file,
    relationship,
    rendered,
    select,
    text_of,
    told_of,
    with_body,
    with_notes,
    word_file,
    write_order,
    xml_of,
    zipped,
)
from lxml import etree
from written_project import OFFICE, put, put_office

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.word.verify import verify

ANNEX = "  - {title: คู่มือ, file: file.docx}\n"
TWICE = f"{ANNEX}  - {{title: คู่มือ, file: file.docx, headers: paper}}\n"
MARK = f"{{{W}}}val"


def paper(root: Path, data: bytes, annexes: str = ANNEX) -> bytes:
    """Return the Word file of an order with a Word file as its annex; it has no errors."""
    put_word_file(root, "file.docx", data)
    file = rendered(write_order(root, annexes))
    assert file.value is not None, [each.as_line() for each in file.diagnostics]
    assert errors_of(file.diagnostics) == []
    return file.value


def refusal(root: Path, data: bytes) -> tuple[str, str]:
    """Return code and field of what is told where a Word file cannot be put in."""
    put_word_file(root, "file.docx", data)
    write_order(root, ANNEX)
    findings = told_of(root)
    if findings:
        ((code, field),) = findings
        return code, field
    with pytest.raises(ContentError) as fault:
        rendered(root)
    (diagnostic,) = fault.value.diagnostics
    assert diagnostic.location.path.endswith("annexed.yaml")
    return diagnostic.code, diagnostic.field


def style_of(paragraph: Any, styles: Any, path: str) -> list[str]:
    """Return the values at a path in the style of a paragraph and in those on which it is based."""
    values: list[str] = []
    style_id = paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES)
    while style_id:
        (style,) = select(styles, f"//w:style[@w:styleId='{style_id}']")
        values += select(style, path)
        style_id = style.xpath("string(w:basedOn/@w:val)", namespaces=NAMES)
    return values


def paragraph_with(root: Any, text: str) -> Any:
    (paragraph,) = [each for each in select(root, "//w:p") if text_of(each) == text]
    return paragraph


def test_styles_stand_apart_with_the_look_of_their_file(tmp_path: Path) -> None:
    data = paper(tmp_path, word_file())
    root, styles = xml_of(data), xml_of(data, "word/styles.xml")
    heading = paragraph_with(root, "Heading of the file")
    # 26 points as in the file; Heading 1 of the paper has 24.
    assert style_of(heading, styles, "w:rPr/w:sz/@w:val")[0] == "52"
    usual_heading = select(styles, "//w:style[w:name/@w:val='heading 1']")[0]
    assert select(usual_heading, "w:rPr/w:sz/@w:val") == ["48"]
    # The defaults of python-docx: Cambria of the theme, 11 points, 10 points behind a paragraph.
    text = paragraph_with(root, "Text of the file")
    assert style_of(text, styles, "w:rPr/w:rFonts/@w:ascii") == ["Cambria"]
    assert style_of(text, styles, "w:rPr/w:sz/@w:val") == ["22"]
    assert style_of(text, styles, "w:pPr/w:spacing/@w:after") == ["200"]
    names = select(styles, "//w:style/w:name/@w:val")
    assert len(names) == len(set(names))
    assert select(styles, "//w:style//w:rFonts/@w:asciiTheme") == []


def test_paragraphs_in_tables_leave_to_the_table_what_its_style_sets(tmp_path: Path) -> None:
    data = paper(tmp_path, word_file())
    styles = xml_of(data, "word/styles.xml")
    cell = paragraph_with(xml_of(data), "cell 3")
    # Light Grid sets no space behind paragraphs; its first row and column are set in another font.
    assert style_of(cell, styles, "w:pPr/w:spacing/@w:after") == []
    assert style_of(cell, styles, "w:rPr/w:rFonts/@w:ascii") == ["Cambria"]
    head = paragraph_with(xml_of(data), "cell 0")
    assert style_of(head, styles, "w:rPr/w:rFonts/@w:ascii") == []


def test_lists_have_ids_of_their_own_and_count_as_in_their_file(tmp_path: Path) -> None:
    data = paper(tmp_path, word_file(), TWICE)
    numbering = xml_of(data, "word/numbering.xml")
    definitions = select(numbering, "/w:numbering/w:abstractNum/@w:abstractNumId")
    ids = select(numbering, "/w:numbering/w:num/@w:numId")
    assert (len(definitions), len(ids)) == (len(set(definitions)), len(set(ids)))
    tags = [child.tag.rpartition("}")[2] for child in numbering]
    assert tags == sorted(tags)
    used = select(xml_of(data, "word/styles.xml"), "//w:numId/@w:val")
    assert set(used) <= set(ids)
    assert select(numbering, "//w:nsid/@w:val") == list(dict.fromkeys(select(numbering, "//w:nsid/@w:val")))


def test_notes_keep_the_numbers_of_their_file(tmp_path: Path) -> None:
    data = paper(tmp_path, with_notes(plain_word_file()), TWICE)
    root = xml_of(data)
    for kind, labels in (("footnote", ["1", "2"]), ("endnote", ["i"])):
        references = select(root, f"//w:{kind}Reference")
        ids = [each.get(f"{{{W}}}id") for each in references]
        assert [each.getnext().text for each in references] == labels * 2
        notes = xml_of(data, f"word/{kind}s.xml")
        by_id = {each.get(f"{{{W}}}id"): text_of(each) for each in select(notes, f"/w:{kind}s/w:{kind}")}
        assert len(set(ids)) == len(labels) * 2
        assert [by_id[each].split()[:2] for each in ids] == [[label, kind] for label in labels] * 2


def test_notes_of_files_stand_among_those_of_the_paper_in_the_order_of_the_text(tmp_path: Path) -> None:
    """LibreOffice takes the notes of a part in their order."""
    last = "  - {title: สาม, paragraphs: ['ข้อความ^[ของเอกสาร]']}\n"
    data = paper(tmp_path, with_notes(plain_word_file()), ANNEX + last)
    ids = select(xml_of(data), "//w:footnoteReference/@w:id")
    notes = xml_of(data, "word/footnotes.xml")
    assert len(ids) == 3
    assert select(notes, "//w:footnote[not(@w:type)]/@w:id") == ids
    assert text_of(select(notes, "//w:footnote[last()]")[0]).endswith("ของเอกสาร")


def test_pages_are_those_of_the_file_with_its_heads(tmp_path: Path) -> None:
    data = paper(tmp_path, word_file())
    first, second = select(xml_of(data), "//w:sectPr")[1:]
    (head,) = select(first, "w:headerReference[@w:type='default']/@r:id")
    relationships = xml_of(data, "word/_rels/document.xml.rels")
    (target,) = [each.get("Target") for each in relationships if each.get("Id") == head]
    assert text_of(xml_of(data, f"word/{target}")) == "Head of the file"
    # A foot of the paper must not go on below the pages of the file.
    (foot,) = select(first, "w:footerReference[@w:type='default']/@r:id")
    (empty,) = [each.get("Target") for each in relationships if each.get("Id") == foot]
    assert text_of(xml_of(data, f"word/{empty}")) == ""
    assert select(second, "w:pgSz/@w:orient") == ["landscape"]


def test_pages_with_the_heads_of_the_paper(tmp_path: Path) -> None:
    own_then_paper = f"{TWICE}  - {{title: ข้อความ, paragraphs: [ก]}}\n"
    data = paper(tmp_path, word_file(), own_then_paper)
    sections = select(xml_of(data), "//w:sectPr")
    heads = [select(section, "w:headerReference[@w:type='default']/@r:id") for section in sections]
    # The paper, the file with its own heads (two sections), the file with those of the paper, the content.
    assert heads[0] == ["rIdHeader"]
    assert heads[1] != ["rIdHeader"]
    assert heads[3:] == [["rIdHeader"], [], ["rIdHeader"]]


def test_what_the_text_refers_to_comes_along_under_names_of_its_own(tmp_path: Path) -> None:
    link = relationship("rIdWeb", "hyperlink", "https://www.obec.go.th", external=True)
    xml = (
        f'<w:p><w:bookmarkStart w:id="0" w:name="_Ref6000001"/><w:bookmarkEnd w:id="0"/>'
        f'<w:hyperlink xmlns:r="{R}" r:id="rIdWeb"><w:r><w:t>web</w:t></w:r></w:hyperlink>'
        '<w:hyperlink w:anchor="_Ref6000001"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>'
    )
    data = paper(tmp_path, with_body(word_file(), xml, link), TWICE)
    root = xml_of(data)
    names = select(root, "//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))
    assert set(select(root, "//w:hyperlink/@w:anchor")) <= set(names)
    relationships = xml_of(data, "word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in relationships}
    pictures = [targets[each] for each in select(root, "//@r:embed")]
    assert len(pictures) == 2
    assert all(f"word/{picture}" in parts_of(data) for picture in pictures)
    assert [targets[each] for each in select(root, "//w:hyperlink/@r:id")] == ["https://www.obec.go.th"] * 2


def test_tracked_changes_comments_controls_and_fields_are_settled(tmp_path: Path) -> None:
    xml = (
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>controlled</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1 May</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    )
    put_word_file(tmp_path, "file.docx", with_body(plain_word_file(), xml))
    file = rendered(write_order(tmp_path, ANNEX))
    assert file.value is not None
    lines = [text_of(each) for each in select(xml_of(file.value), "//w:body/w:p")]
    assert [line for line in lines if line][-5:] == ["Text of the file", "new", "controlled", "1 May", "7"]
    instructions = select(xml_of(file.value), "//w:fldSimple/@w:instr | //w:instrText/text()")
    assert [each.strip() for each in instructions if "ref" not in each.lower()] == ["PAGE"]
    (remark,) = [each for each in file.diagnostics if each.code == "E345"]
    assert (remark.field, remark.is_error) == ("annexes[0].file", False)


def test_a_file_in_another_font_is_no_fault_of_the_paper(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with_it = paper(tmp_path / "a", word_file())
    write_order(tmp_path, "  - {title: ก, paragraphs: [ข]}\n")
    without = rendered(tmp_path)
    assert without.value is not None
    codes = [each.code for each in verify(without.value, "paper.docx")]
    assert [each.code for each in verify(with_it, "paper.docx")] == codes


def test_the_schema_is_asked_of_the_whole_file(tmp_path: Path) -> None:
    package = parts_of(paper(tmp_path, word_file()))
    document = package["word/document.xml"]
    package["word/document.xml"] = document.replace(b"Landscape page</w:t>", b"Landscape page</w:t><w:jc/>")
    assert "E720" in [each.code for each in verify(zipped(package), "paper.docx")]


def test_python_docx_opens_the_paper_with_all_its_text(tmp_path: Path) -> None:
    data = paper(tmp_path, word_file(), TWICE)
    texts = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    assert [texts.count(text) for text in ("Heading of the file", "second", "Landscape page")] == [2, 2, 2]


def test_equal_files_give_equal_bytes(tmp_path: Path) -> None:
    data = word_file()
    assert paper(tmp_path, data) == paper(tmp_path, data)


MACROS = {"word/vbaProject.bin": b"x"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E483"),
        (b"no zip", "E483"),
        (b"PK\x03\x04broken", "E483"),
        (OLE, "E483"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "E484"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "E483"),
        (with_body(plain_word_file(), "", parts=MACROS), "E485"),
        (with_body(plain_word_file(), f'<w:altChunk xmlns:r="{R}" r:id="x"/>'), "E344"),
        (with_body(plain_word_file(), "<w:p><w:r><w:jc/></w:r></w:p>"), "E344"),
        (with_body(plain_word_file(), "", relationship("rIdC", "control", "activeX1.xml")), "E485"),
        (
            with_body(
                plain_word_file(),
                '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
                'Type="Link"/></w:object></w:r></w:p>',
            ),
            "E485",
        ),
    ],
)
def test_what_cannot_be_put_in_is_refused_at_its_place(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, data) == (code, "annexes[0].file")


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    package = parts_of(plain_word_file())
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]><w:document '
    package["word/document.xml"] = package["word/document.xml"].replace(b"<w:document ", entity, 1)
    assert refusal(tmp_path, zipped(package)) == ("E344", "annexes[0].file")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esa_docs.source.assets.word_file_checks.MOST_BYTES", 100)
    assert refusal(tmp_path, plain_word_file()) == ("E486", "annexes[0].file")


def test_what_lies_outside_the_file_is_left_out_and_told(tmp_path: Path) -> None:
    xml = (
        f'<w:p><w:hyperlink xmlns:r="{R}" r:id="rIdF"><w:r><w:t>a file</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:t>shown</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:imagedata xmlns:r="{R}" r:id="rIdP"/></v:shape></w:pict></w:r></w:p>'
    )
    outside = relationship("rIdF", "hyperlink", "file:///C:/a.docx", external=True)
    outside += relationship("rIdP", "image", "http://example.org/a.png", external=True)
    put_word_file(tmp_path, "file.docx", with_body(plain_word_file(), xml, outside))
    file = rendered(write_order(tmp_path, ANNEX))
    assert file.value is not None
    (remark,) = [each for each in file.diagnostics if each.code == "E345"]
    assert len(remark.message.split(";")) == 2
    root = xml_of(file.value)
    assert (select(root, "//w:hyperlink[@r:id]"), select(root, "//w:pict")) == ([], [])
    assert {"a file", "shown"} <= {text_of(each) for each in select(root, "//w:p")}
    assert b"example.org" not in parts_of(file.value)["word/_rels/document.xml.rels"]


def test_the_heading_stands_above_the_columns_of_a_file(tmp_path: Path) -> None:
    package = parts_of(plain_word_file())
    document = package["word/document.xml"]
    package["word/document.xml"] = re.sub(b"<w:cols [^>]*/>", b'<w:cols w:num="2" w:space="720"/>', document)
    sections = select(xml_of(paper(tmp_path, zipped(package))), "//w:sectPr")
    types = [section.xpath("string(w:type/@w:val)", namespaces=NAMES) for section in sections]
    columns = [section.xpath("string(w:cols/@w:num)", namespaces=NAMES) for section in sections]
    assert (types, columns) == (["nextPage", "", "continuous"], ["", "", "2"])


PARTS = ("document.xml", "styles.xml", "numbering.xml", "theme/theme1.xml", "settings.xml")


@pytest.mark.parametrize("name", [*PARTS, "_rels/document.xml.rels"])
def test_a_part_that_is_cut_off_is_told(tmp_path: Path, name: str) -> None:
    package = parts_of(word_file())
    package[f"word/{name}"] = package[f"word/{name}"][: len(package[f"word/{name}"]) // 2]
    assert refusal(tmp_path, zipped(package)) == ("E344", "annexes[0].file")


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_another_sort_is_told(tmp_path: Path, name: str) -> None:
    package = {**parts_of(word_file()), f"word/{name}": b"<a/>"}
    assert refusal(tmp_path, zipped(package)) == ("E344", "annexes[0].file")


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"])
def test_a_file_may_lack_parts(tmp_path: Path, name: str) -> None:
    package = parts_of(plain_word_file())
    del package[name]
    data = paper(tmp_path, zipped(package))
    assert "Text of the file" in [text_of(each) for each in select(xml_of(data), "//w:p")]


@pytest.mark.parametrize("kind", ["memo", "letter"])
@pytest.mark.parametrize("headers", ["", ", headers: own"])
def test_each_page_of_a_file_in_a_secret_paper_bears_its_grade(
    tmp_path: Path, kind: str, headers: str
) -> None:
    put_office(tmp_path)
    put(tmp_path, "office.yaml", f"{OFFICE}content: 2\n")
    put_word_file(tmp_path, "file.docx", word_file())
    annexes = f"annexes:\n  - {{title: คู่มือ, file: file.docx{headers}}}\n"
    keys = "subject: ก\nto: นายอำเภอ\ntext: [ข]\nsignature: {by: ก}\nsecrecy: ลับมาก\n"
    put(tmp_path, "2569/a.yaml", f"kind: {kind}\n{keys}{annexes}")
    file = api.render_checked(api.find(api.load(tmp_path), "a"), today=TODAY)
    assert file.value is not None, file.diagnostics
    (remark,) = [each for each in file.diagnostics if each.code == "E345"]
    assert (remark.field, "ลับมาก" in remark.message) == ("annexes[0].file", True)
    parts = parts_of(file.value)
    relationships = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): each.get("Target") for each in relationships}
    sections = select(xml_of(file.value), "//w:sectPr")
    # The paper, the upright and the lying section of the file, which takes over what the one before has.
    assert len(sections) == 3
    for section in sections[1:]:
        assert select(section, "w:titlePg") == []
    ids = select(sections[1], "(w:headerReference|w:footerReference)/@r:id")
    assert len(ids) == 2
    for identifier in ids:
        assert "ลับมาก" in text_of(etree.fromstring(parts[f"word/{targets[identifier]}"]))
    # That of the lying pages has copies, whose tab stops stand as far apart as these are wide.
    for sort in ("header", "footer"):
        (lying,) = select(sections[2], f"w:{sort}Reference[@w:type='default']/@r:id")
        assert "Landscape" in str(targets[lying])
        assert "ลับมาก" in text_of(etree.fromstring(parts[f"word/{targets[lying]}"]))
