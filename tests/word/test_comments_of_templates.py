"""Comments of a template are notes to those who look after it: no finished paper has them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from filling import FILE_LABEL, fill_in
from looped_parts import COMMENTS, END, LOOP, errors_of_rules, faults_in, root_xml, with_part
from word_files import DOCUMENT, lines_of, pack, paragraph, parts_of, run, template, xml_of, xpath

from esa_docs.diagnostics import Severity
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

START, STOP = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERENCE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:commentReference w:id="0"/></w:r>'
COMMENT = f'<w:comment w:id="0" w:author="ผู้ตรวจ" w:initials="ผ">{paragraph("แก้ {{ tag")}</w:comment>'
MICROSOFT = "http://schemas.microsoft.com/office"
PEOPLE = b'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'


def commented(body: str) -> bytes:
    """Return a template with a comment, and with the parts that Word keeps beside it."""
    data = with_part(template(body), COMMENTS, root_xml("comments", COMMENT), "comments")
    data = with_part(data, "word/people.xml", PEOPLE, "people")
    parts = parts_of(with_part(data, "word/commentsIds.xml", PEOPLE, "commentsIds"))
    relationships = parts["word/_rels/document.xml.rels"].decode()
    for kind, year in (("people", "2011"), ("commentsIds", "2016/09")):
        old = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        relationships = relationships.replace(old, f"{MICROSOFT}/{year}/relationships/{kind}")
    parts["word/_rels/document.xml.rels"] = relationships.encode()
    parts["word/_rels/comments.xml.rels"] = b"<Relationships/>"
    return pack(parts)


BODIES = {
    "in a loop": (LOOP + paragraph(START, run("{{ i }}"), STOP, REFERENCE) + END, ["ก", "ข"]),
    "within a tag": (paragraph(START, run("a {{ it"), STOP, REFERENCE, run("ems[1] }} z")), ["a ข z"]),
    "over paragraphs": (paragraph(START, run("a")) + paragraph(run("b"), STOP, REFERENCE), ["a", "b"]),
    "around a tag of a paragraph": (
        paragraph(START, "{%p if items %}") + paragraph("a") + paragraph("{%p endif %}", STOP, REFERENCE),
        ["a"],
    ),
}


@pytest.mark.parametrize(("body", "lines"), BODIES.values(), ids=BODIES)
def test_comments_and_their_parts_are_left_out(body: str, lines: list[str]) -> None:
    data = fill_in(commented(body), {"items": ["ก", "ข"]})
    assert lines_of(data) == lines
    assert xpath(xml_of(data), "//*[starts-with(local-name(), 'comment')]") == []
    for name, content in parts_of(data).items():
        assert "comment" not in name.lower()
        assert "people" not in name
        assert b"comments" not in content
        assert b"people" not in content
    assert faults_in(data) == []


def test_comments_are_told_and_their_absence_is_not() -> None:
    look = Look("TH SarabunPSK", "arabic")
    (notice,) = compile_template(commented("x"), FILE_LABEL, look).diagnostics
    assert (notice.code, notice.severity, notice.location.path) == ("E323", Severity.INFO, FILE_LABEL)
    assert compile_template(template("x"), FILE_LABEL, look).diagnostics == ()


def test_comments_of_any_part_and_prefix_are_told() -> None:
    parts = parts_of(commented("x"))
    parts["word/notes1.xml"] = parts.pop(COMMENTS).replace(b"w:", b"ns0:").replace(b"xmlns:w=", b"xmlns:ns0=")
    relationships = "word/_rels/document.xml.rels"
    parts[relationships] = parts[relationships].replace(b"comments.xml", b"notes1.xml")
    (notice,) = compile_template(pack(parts), FILE_LABEL, Look("TH SarabunPSK", "arabic")).diagnostics
    assert notice.code == "E323"


def test_a_template_with_people_alone_tells_nothing() -> None:
    data = with_part(template("x"), "word/people.xml", PEOPLE, "people")
    look = Look("TH SarabunPSK", "arabic")
    assert compile_template(data, FILE_LABEL, look).diagnostics == ()
    assert "word/people.xml" not in parts_of(fill_in(data))


def test_a_template_without_comments_keeps_its_parts() -> None:
    data = template("x")
    filled_data = fill_in(data)
    with zipfile.ZipFile(io.BytesIO(filled_data)) as archive:
        assert set(parts_of(data)) <= {*archive.namelist(), DOCUMENT}
    assert errors_of_rules(filled_data) == []
    assert docx.Document(io.BytesIO(filled_data)).paragraphs[0].text == "x"
