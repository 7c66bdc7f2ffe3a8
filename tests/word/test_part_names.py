"""verify finds the parts of a file by what leads to them, whatever their names are."""

from __future__ import annotations

import pytest
from altering import FILE_LABEL, append_inside
from foreign_files import PARAGRAPH, foreign_file, part, word_file_with_all
from word_files import DOCUMENT, SETTINGS, STYLES, Parts, alter_part, pack, parts_of

from esa_docs.diagnostics import Severity
from esa_docs.word.verify import verify

COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
Problem = tuple[str, Severity, str, str]


def problems(data: bytes) -> list[Problem]:
    """Return code, severity, part and message of each finding."""
    diagnostics = verify(data, FILE_LABEL)
    return [
        (diagnostic.code, diagnostic.severity, diagnostic.field, diagnostic.message)
        for diagnostic in diagnostics
    ]


def problems_of_codes(data: bytes, *codes: str) -> list[tuple[str, Severity, str]]:
    """Return code, severity and part of the findings of some codes."""
    return [(code, severity, part) for code, severity, part, _message in problems(data) if code in codes]


def renamed(data: bytes, names: dict[str, str]) -> Parts:
    """Return the parts of a file, renamed, also where they are named in other parts."""
    parts = {}
    for name, content in parts_of(data).items():
        new_content = content
        for old, new in names.items():
            new_content = new_content.replace(old.encode(), new.encode())
            new_content = new_content.replace(
                f'Target="{old.removeprefix("word/")}"'.encode(),
                f'Target="{new.removeprefix("word/")}"'.encode(),
            )
        parts[names.get(name, name)] = new_content
    return parts


def with_faults() -> bytes:
    """Return a file whose document, comments, styles and settings have faults."""
    comment = '<w:comment w:id="1" w:author="a"><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:comment>'
    data = foreign_file(PARAGRAPH, parts={COMMENTS: part("comments", comment * 2)})
    with_tag = alter_part(data, DOCUMENT, append_inside("//w:p", "<w:r><w:t>{{ y }}</w:t></w:r>"))
    style = (
        '<w:style w:type="character" w:styleId="x"><w:name w:val="x"/><w:rPr><w:cs/></w:rPr></w:style>'
        "<w:nonsense/>"
    )
    with_style = alter_part(with_tag, STYLES, append_inside("/w:styles", style))
    return alter_part(with_style, SETTINGS, append_inside("/w:settings", "<w:nonsense/>"))


NAMES = {
    "of Word Online": {
        DOCUMENT: "word/document2.xml",
        RELATIONS: "word/_rels/document2.xml.rels",
        COMMENTS: "word/comments2.xml",
        STYLES: "word/styles2.xml",
        SETTINGS: "word/settings2.xml",
    },
    "of another program": {
        DOCUMENT: "word/main.xml",
        RELATIONS: "word/_rels/main.xml.rels",
        COMMENTS: "word/notes.xml",
        STYLES: "word/look.xml",
        SETTINGS: "word/options.xml",
    },
}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_the_findings_are_those_of_the_usual_names(names: dict[str, str]) -> None:
    usual = problems(with_faults())
    renamed_parts = problems(pack(renamed(with_faults(), names)))

    expected = [(code, severity, names.get(part, part), message) for code, severity, part, message in usual]
    assert sorted(renamed_parts) == sorted(expected)
    # Without these the comparison would say nothing.
    usual_findings = {(code, severity, part) for code, severity, part, _message in usual}
    assert usual_findings >= {
        ("E703", Severity.WARNING, DOCUMENT),
        ("E719", Severity.WARNING, COMMENTS),
        ("E710", Severity.INFO, STYLES),
        ("E720", Severity.ERROR, STYLES),
        ("E720", Severity.ERROR, SETTINGS),
    }
    assert not usual_findings & {("E703", Severity.WARNING, COMMENTS), ("E712", Severity.INFO, DOCUMENT)}


def test_a_document_at_the_root_of_the_package_is_found() -> None:
    names = {DOCUMENT: "main.xml", RELATIONS: "_rels/main.xml.rels"}
    parts = renamed(with_faults(), names)
    parts["_rels/main.xml.rels"] = parts["_rels/main.xml.rels"].replace(b'Target="', b'Target="word/')
    assert problems_of_codes(pack(parts), "E703", "E713") == [("E703", Severity.WARNING, "main.xml")]


def test_styles_for_an_old_word_are_no_styles_of_the_document() -> None:
    """Word 2010 wrote them into a part of their own, whose root element is the same."""
    effects = "word/stylesWithEffects.xml"
    data = alter_part(word_file_with_all(), effects, append_inside("/w:styles", "<w:nonsense/>"))
    assert problems_of_codes(data, "E720") == [("E720", Severity.INFO, effects)]


def test_a_sign_that_is_written_with_percent_belongs_to_the_name() -> None:
    parts = parts_of(word_file_with_all())
    link = (
        b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'image" Target="media/a%23b.png"/></Relationships>'
    )
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", link)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )

    assert problems_of_codes(pack({**parts, "word/media/a#b.png": b"x"}), "E702") == []
    assert problems_of_codes(pack(parts), "E702") == [("E702", Severity.ERROR, RELATIONS)]
