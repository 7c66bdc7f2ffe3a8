"""Templates as other programs save them: other names of parts, other types, tags where none is read."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from filling import FILE_LABEL, fill_in
from word_files import DOCUMENT, HEADER, W, lines_of, pack, paragraph, parts_of, template

from esa_docs.diagnostics import ContentError
from esa_docs.word.verify import verify

TYPES = "[Content_Types].xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOTX = MAIN.replace("document.main", "template.main")


def renamed(parts: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """Return a package with one part under another name in the same folder, as another program writes it."""
    old_file, new_file = old.rpartition("/")[2], new.rpartition("/")[2]
    new_parts = {}
    for name, data in parts.items():
        new_data = data
        if name == TYPES or name.endswith(".rels"):
            new_data = data.replace(old_file.encode(), new_file.encode())
        new_parts[name.replace(old_file, new_file)] = new_data
    assert new in new_parts
    return new_parts


def codes_of(parts: Mapping[str, bytes]) -> list[str]:
    """Return the codes for which a package is refused as a template."""
    with pytest.raises(ContentError) as error_info:
        fill_in(pack(dict(parts)))
    assert {diagnostic.location.path for diagnostic in error_info.value.diagnostics} == {FILE_LABEL}
    return [diagnostic.code for diagnostic in error_info.value.diagnostics]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DOCUMENT, "word/document2.xml"),
        (HEADER, "word/headerFirst.xml"),
        ("word/styles.xml", "word/styles2.xml"),
        ("word/settings.xml", "word/settings2.xml"),
    ],
)
def test_parts_are_found_by_their_relationships(old: str, new: str) -> None:
    usual_parts = parts_of(template("{{ one }}", header="หัว {{ one }}"))
    data = fill_in(pack(renamed(usual_parts, old, new)))
    assert set(parts_of(data)) == set(usual_parts)
    assert lines_of(data) == ["หนึ่ง"]
    assert lines_of(data, HEADER) == ["หัว หนึ่ง"]
    assert verify(data, "a.docx") == verify(fill_in(pack(usual_parts)), "a.docx")


def test_a_main_part_in_another_folder_is_found() -> None:
    usual_parts = parts_of(template("{{ one }}", header="หัว {{ one }}"))
    parts = {}
    for name, data in usual_parts.items():
        new_data = data
        if name in {TYPES, "_rels/.rels"}:
            new_data = data.replace(b"word/document.xml", b"main/text.xml")
        if name == RELATIONSHIPS:
            new_data = re.sub(rb'Target="(?=\w+\.xml|theme)', b'Target="../word/', data)
        new_name = name.replace("word/document.xml", "main/text.xml")
        parts[new_name.replace("word/_rels/document.xml", "main/_rels/text.xml")] = new_data
    data = fill_in(pack(parts))
    assert set(parts_of(data)) == set(usual_parts)
    assert lines_of(data) == ["หนึ่ง"]
    assert lines_of(data, HEADER) == ["หัว หนึ่ง"]


def test_an_old_part_of_the_usual_name_does_not_stand_in_the_way() -> None:
    parts = renamed(parts_of(template("{{ one }}")), DOCUMENT, "word/document2.xml")
    parts[DOCUMENT] = b"<old/>"
    assert lines_of(fill_in(pack(parts))) == ["หนึ่ง"]


@pytest.mark.parametrize(
    "media_type",
    [
        DOTX,
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
    ids=["dotx", "docm without macros", "dotm without macros"],
)
def test_a_template_of_word_gives_a_document(media_type: str) -> None:
    parts = parts_of(template("{{ one }}"))
    parts[TYPES] = parts[TYPES].replace(MAIN.encode(), media_type.encode())
    assert media_type.encode() in parts[TYPES]
    types = parts_of(fill_in(pack(parts)))[TYPES]
    assert MAIN.encode() in types
    assert media_type.encode() not in types


def test_macros_are_told() -> None:
    parts = {**parts_of(template("x")), "word/vbaProject.bin": b"x"}
    assert codes_of(parts) == ["E321"]


def test_strict_open_xml_is_told() -> None:
    parts = parts_of(template("x"))
    transitional = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(transitional, strict)
    assert strict in parts["_rels/.rels"]
    assert codes_of(parts) == ["E311"]


@pytest.mark.parametrize("address", ["https://a.go.th/{{ one }}", "https://a.go.th/%7B%7B%20one%20%7D%7D"])
def test_a_tag_in_the_address_of_a_link_is_told(address: str) -> None:
    parts = parts_of(template("x"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = (
        f'<Relationship Id="rId99" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    )
    parts[RELATIONSHIPS] = parts[RELATIONSHIPS].replace(b"</Relationships>", link.encode())
    assert link.encode() in parts[RELATIONSHIPS]
    assert codes_of(parts) == ["E322"]


@pytest.mark.parametrize("name", ["docProps/custom.xml", "word/charts/chart7.xml", "word/diagrams/data1.xml"])
def test_a_tag_in_a_part_that_is_not_filled_in_is_told(name: str) -> None:
    parts = parts_of(template("x"))
    parts[name] = b"<x><t>{{ one }}</t></x>"
    assert codes_of(parts) == ["E322"]


UNFILLED_ATTRIBUTES = {
    "word/numbering.xml": '<w:lvl><w:lvlText w:val="ข้อ {{ one }}.%1"/></w:lvl>',
    "word/settings.xml": '<w:docVars><w:docVar w:name="a" w:val="{{ one }}"/></w:docVars>',
}


@pytest.mark.parametrize(("name", "content"), UNFILLED_ATTRIBUTES.items(), ids=UNFILLED_ATTRIBUTES)
def test_a_tag_in_an_attribute_that_is_printed_is_told(
    name: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    parts = parts_of(template("x"))
    parts[name] = f'<w:numbering xmlns:w="{W}">{content}</w:numbering>'.encode("utf-16")
    with pytest.raises(ContentError) as error_info:
        fill_in(pack(parts))
    (diagnostic,) = error_info.value.diagnostics
    assert diagnostic.code == "E322"
    assert "{{ one }}" in diagnostic.message
    assert name not in diagnostic.message


def test_all_tags_that_are_not_filled_in_are_told_at_once() -> None:
    parts = parts_of(template("x"))
    parts["docProps/app.xml"] = b"<x><Company>{{ one }}</Company></x>"
    parts["word/charts/chart7.xml"] = b"<x><t>{{ one }}</t><t>{% if yes %}</t></x>"
    assert codes_of(parts) == ["E322"] * 3


def test_the_title_that_word_notes_of_a_template_is_forgotten() -> None:
    """Word makes a title of the first line, and notes it as that of the parts of the file."""
    parts = parts_of(template("{{ one }}"))
    titles = b"<TitlesOfParts><v><s>{{ one }}</s></v></TitlesOfParts>"
    parts["docProps/app.xml"] = b"<Properties>" + titles + b"</Properties>"
    data = fill_in(pack(parts))
    assert parts_of(data)["docProps/app.xml"].endswith(
        b"<Properties><TitlesOfParts><v><s/></v></TitlesOfParts></Properties>"
    )


@pytest.mark.parametrize("name", ["customXml/item1.xml", "word/glossary/document.xml"])
def test_a_tag_in_a_part_of_which_nothing_is_printed_is_read_past(name: str) -> None:
    parts = parts_of(template("{{ one }}"))
    parts[name] = b"<x><t>{{ one }}</t></x>"
    assert lines_of(fill_in(pack(parts))) == ["หนึ่ง"]


def test_a_tag_in_a_comment_is_read_past() -> None:
    parts = parts_of(template("{{ one }}", header="x"))
    start = parts[HEADER].decode().partition(">")[0].replace("w:hdr", "w:comments")
    comment = f'<w:comment w:id="0">{paragraph("ตรวจ {{ one")}</w:comment>'
    parts["word/comments.xml"] = f"{start}>{comment}</w:comments>".encode()
    data = fill_in(pack(parts))
    assert lines_of(data) == ["หนึ่ง"]
    assert "E703" not in [finding.code for finding in verify(data, "a.docx")]
