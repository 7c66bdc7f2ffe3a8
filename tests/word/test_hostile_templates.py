"""Templates that no Word wrote: each reader of Word files prints them or says why not, and never breaks."""

from __future__ import annotations

import random
from typing import Any

import pytest
from filling import CONTEXT, FILE_LABEL, PROPERTIES, expected_error, faults_of, fill_in
from looped_parts import NUMBERING, bookmark, field, note, note_reference, text_box, with_notes
from lxml import etree
from test_lists_in_loops import item, with_lists
from word_files import DOCUMENT, NAMES, STYLES, Element, W, lines_of, pack, paragraph, parts_of, run, template

from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.package import NotAPackageError
from esa_docs.word.copy_marks import certifying_marks, file_copy_marks, with_marks
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.emblem_extraction import extract_emblem
from esa_docs.word.printed_lines import printed_lines
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify

RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
HEADER = "word/header1.xml"
DRAWING = Drawing("<w:r><w:t>รูป</w:t></w:r>", ())
TAG = "{{ picture }}"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


def with_bytes(part: str, data: bytes) -> bytes:
    return pack({**parts_of(template("x")), part: data})


def with_body(body: str) -> bytes:
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    return with_bytes(DOCUMENT, f"<w:document {names}><w:body>{body}</w:body></w:document>".encode())


PROPERTIES_WITH = '<wp:docPr id="1" name="{}" descr="{}"/>'
DRAWING_WITH = f"<w:r><w:drawing><wp:inline>{PROPERTIES_WITH}</wp:inline></w:drawing></w:r>"
REFUSED = {
    "no body": (with_bytes(DOCUMENT, f'<w:document xmlns:w="{W}"/>'.encode()), "E302"),
    "a document type": (with_bytes(DOCUMENT, DOCTYPE + f'<w:document xmlns:w="{W}"/>'.encode()), "E302"),
    "an entity nobody knows": (with_body("<w:p>&a;</w:p>"), "E302"),
    "another root": (with_bytes(DOCUMENT, b"<html/>"), "E302"),
    "no styles in the styles": (with_bytes(STYLES, b"<x/>"), "E302"),
    "another encoding than it says": (
        with_bytes(DOCUMENT, "<?xml version='1.0'?><ก/>".encode("cp874")),
        "E302",
    ),
    "an encoding nobody knows": (with_bytes(DOCUMENT, b"<?xml version='1.0' encoding='x-y'?><a/>"), "E302"),
    "relationships that are no XML": (with_bytes(RELATIONS, b"<Relationships"), "E302"),
    "relationships of another root": (with_bytes(RELATIONS, b"<x/>"), "E302"),
    "content types of another root": (with_bytes(TYPES, b"<x/>"), "E302"),
    "a null byte": (with_bytes(DOCUMENT, b"\0"), "E302"),
    "a condition of two attributes": (
        template(paragraph(DRAWING_WITH.format("{% if one %}", "{% endif %}"))),
        "E312",
    ),
    "a condition that begins in an attribute": (
        template(paragraph(DRAWING_WITH.format("{% if one %}", ""), run("{% endif %}"))),
        "E312",
    ),
    "a tag without an end outside of paragraphs": (with_body("{{" + paragraph("a") + "}}"), "E303"),
    "a condition that leaves its cell": (
        template(f"<w:tbl><w:tr><w:tc>{paragraph('{% if one %}a')}</w:tc></w:tr></w:tbl>", "b{% endif %}"),
        "E312",
    ),
    "a comparison in the format of a run": (
        template(paragraph(run("x", '<w:color w:val="{{ 1 &lt; 2 }}"/>'))),
        "E305",
    ),
    "signs of our own": (template("\ue0f0;a"), "E228"),
}
ENDLESS: Any = "9" * 5000
"""A number that Python does not read."""
OWN_MARK = "\ue0f2list;a\ue0f3"
URL = '<a href="https://www.a.th" rel="noopener">www.a.th</a>'


def with_altered_lists(body: str, *replaced: tuple[str, str]) -> bytes:
    """Return a template with lists in whose part some texts are replaced by others."""
    parts = parts_of(with_lists(template(body)))
    numbering = parts[NUMBERING].decode()
    for old, new in replaced:
        assert old in numbering
        numbering = numbering.replace(old, new)
    return pack({**parts, NUMBERING: numbering.encode()})


LOOPED_ITEM = paragraph("{%p for x in items %}") + paragraph("a") + item("b") + paragraph("{%p endfor %}")
PRINTED = {
    "a carriage return in a tag": (with_body("<w:p><w:r><w:t>{{&#13;one }}</w:t></w:r></w:p>"), ["หนึ่ง"]),
    "a tag that begins in a link": (
        template(paragraph(f'<w:hyperlink w:anchor="a">{run("{{ o")}</w:hyperlink>{run("ne }}")}')),
        ["หนึ่ง"],
    ),
    "a bookmark of an endless number": (
        template(paragraph(bookmark("a", run("x"), ENDLESS), field("REF a"))),
        ["x1"],
    ),
    "a list of an endless number": (
        with_altered_lists(item("x"), ('w:num w:numId="3"', f'w:num w:numId="{ENDLESS}"')),
        ["x"],
    ),
    "a list of the number none": (
        with_altered_lists(item("x", 0), ('w:num w:numId="3"', 'w:num w:numId="0"')),
        ["x"],
    ),
    "a level of an endless number": (with_lists(template(item("x", 1, ENDLESS))), ["x"]),
    "a level whose number is none": (
        with_altered_lists(LOOPED_ITEM, ('w:lvl w:ilvl="2"', 'w:lvl w:ilvl="&quot;&lt;"')),
        ["a", "b"] * 3,
    ),
    "an abstract list with a sign of ours": (
        with_altered_lists(
            LOOPED_ITEM,
            ('bstractNumId="0"', 'bstractNumId="0|\ue0f3"'),
            ('bstractNumId w:val="0"', 'bstractNumId w:val="0|\ue0f3"'),
        ),
        ["a", "b"] * 3,
    ),
    "a note of an endless number": (
        with_notes(template(paragraph("x", note_reference(1))), note(ENDLESS, paragraph("n"))),
        ["x"],
    ),
    "marks of our own in a name": (
        template(paragraph("x", text_box(paragraph("y")).replace("กล่อง", OWN_MARK))),
        ["y", "y"],
    ),
    "no section": (with_body(paragraph("{{ one }}")), ["หนึ่ง"]),
    "nothing at all": (with_body(""), [""]),
    "signs of our own beside texts": (with_body(f"<w:p>\ue0f0aa;\ue0f1{run('{{ one }}')}</w:p>"), ["หนึ่ง"]),
    "a field outside of paragraphs": (with_body(FIELD.format("begin") + paragraph("{{ one }}")), ["หนึ่ง"]),
    "contents outside of paragraphs": (
        with_body(
            FIELD.format("begin")
            + "<w:r><w:instrText>TOC</w:instrText></w:r>"
            + FIELD.format("end")
            + paragraph("{{ one }}")
        ),
        ["หนึ่ง"],
    ),
    "two properties of a run": (
        with_body("<w:p><w:r><w:rPr/><w:rPr/><w:t>{{ one }}</w:t></w:r></w:p>"),
        ["หนึ่ง"],
    ),
    "what is safe is escaped too": (template("{{ name|safe }}"), ["งาน & <A> \"q\" 'r' 😀 &amp;"]),
    "nothing turns escaping off": (
        template("{% autoescape false %}{{ name }}{% endautoescape %}"),
        ["งาน & <A> \"q\" 'r' 😀 &amp;"],
    ),
    "tags that a filter makes are text": (template("{{ 'www.a.th'|urlize }}"), [URL]),
    "an assignment across cells": (
        template("{% set q = one %}", f"<w:tbl><w:tr><w:tc>{paragraph('{{ q }}')}</w:tc></w:tr></w:tbl>"),
        ["", "หนึ่ง"],
    ),
    "a block across paragraphs": (template("{% block a %}a", "b{% endblock %}"), ["a", "b"]),
    "a statement that keeps its white space": (template("{%+ if one %}{{ one }}{% endif +%} y"), ["หนึ่ง y"]),
    "a loop of paragraphs without p": (
        template("a{% for x in items %}", "b{% endfor %}"),
        ["a", "b", "b", "b"],
    ),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_a_template_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert faults_of(data) == expected_error(code)


@pytest.mark.parametrize(("data", "lines"), PRINTED.values(), ids=PRINTED)
def test_what_is_odd_is_printed(data: bytes, lines: list[str]) -> None:
    finished = fill_in(data)
    assert lines_of(finished) == lines
    assert [diagnostic.code for diagnostic in verify(finished, "a.docx") if diagnostic.code == "E701"] == []
    for marks in (file_copy_marks(), certifying_marks("ก", "ข")):
        assert len(printed_lines(with_marks(finished, marks))) >= 2


FIELD_WITH_DRAWING = (
    FIELD.format("begin") + f"<w:r><w:instrText>{TAG}</w:instrText></w:r>" + FIELD.format("end")
)
MISPLACED = {
    "in a field": template(paragraph(FIELD_WITH_DRAWING)),
    "in a description": template(
        paragraph(
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{TAG}"/></wp:inline></w:drawing></w:r>'
        )
    ),
    "in a header": template("x", header=TAG),
    "in the text of a shape": with_body(f"<w:p><w:r><w:drawing><a:t>{TAG}</a:t></w:drawing></w:r></w:p>"),
}


@pytest.mark.parametrize("data", MISPLACED.values(), ids=MISPLACED)
def test_a_drawing_where_none_can_stand_is_told(data: bytes) -> None:
    context: dict[str, Any] = {"picture": drawing_mark(0), "drawings": [DRAWING]}
    assert faults_of(data, context) == expected_error("E314")


@pytest.mark.parametrize("size", ["9" * 400, "9" * 5000, "-1", "x", ""])
def test_a_picture_of_any_size_is_looked_at(size: str) -> None:
    picture = f'<wp:inline><wp:extent cy="{size}"/><a:graphic><a:graphicData/></a:graphic></wp:inline>'
    body = f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"
    assert [diagnostic.code for diagnostic in extract_emblem(with_body(body), "a.docx")] == ["E427"]


SNIPPETS = (
    *(
        "{{",
        "}}",
        "{% if one %}",
        "{% endif %}",
        "{{ picture }}",
        "2.5cm",
        "9" * 5000,
        "\n",
        "\ue0f0AA;\ue0f1",
    ),
    *("{%p for x in items %}", "{%tr endfor %}", "{#", "-1", ""),
)
ODD_NAMES = (
    *("ins", "del", "moveFrom", "sdt", "hyperlink", "r", "p", "tbl", "tr", "tc", "t", "rPr", "pPr", "sectPr"),
    *(
        "trPr",
        "cellDel",
        "cellMerge",
        "fldChar",
        "instrText",
        "bookmarkStart",
        "commentReference",
        "gridSpan",
    ),
)
SEED_TEMPLATE = template(
    "{%p for x in items %}",
    paragraph(run("{{ x }}", "<w:b/>"), '<w:bookmarkStart w:id="1" w:name="a"/>', run("2569")),
    "{%p endfor %}",
    f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{paragraph('{{ one }}')}</w:tc></w:tr></w:tbl>",
)


def mutate(root: Element, chance: random.Random) -> None:  # noqa: C901 a flat match
    """Change one element of a part in a way that no program would."""
    target = chance.choice(list(root.iterdescendants()))
    match chance.randrange(6):
        case 0:
            target.getparent().remove(target)
        case 1:
            target.tag = f"{{{W}}}{chance.choice(ODD_NAMES)}"
        case 2:
            target.addprevious(etree.Element(f"{{{W}}}{chance.choice(ODD_NAMES)}"))
            target.getprevious().append(target)
        case 3:
            target.append(etree.Element(f"{{{W}}}{chance.choice(ODD_NAMES)}"))
        case 4:
            target.text = f"{target.text or ''}{chance.choice(SNIPPETS)}"
        case _:
            for name in target.attrib:
                target.set(name, chance.choice(SNIPPETS))


@pytest.mark.parametrize("seed", range(10))
def test_mutated_templates_are_printed_or_refused(seed: int) -> None:
    """Whatever is refused is refused with a diagnostic; whatever is printed is XML."""
    chance = random.Random(seed)  # noqa: S311 equal seeds give equal templates
    printed = 0
    for _turn in range(30):
        parts = parts_of(SEED_TEMPLATE)
        root = etree.fromstring(parts[DOCUMENT])
        for _change in range(chance.randrange(1, 4)):
            mutate(root, chance)
        data = pack({**parts, DOCUMENT: etree.tostring(root)})
        context = {**CONTEXT, "picture": drawing_mark(0), "drawings": [DRAWING]}
        try:
            finished = compile_template(data, FILE_LABEL, Look("TH SarabunPSK", "thai")).render(
                context, PROPERTIES
            )
        except ContentError:
            continue
        printed += 1
        assert "E701" not in [diagnostic.code for diagnostic in verify(finished, "a.docx")]
        printed_lines(with_marks(finished, file_copy_marks()))
        extract_emblem(finished, "a.docx")
    assert printed >= 1


def test_lines_of_a_broken_file_are_refused() -> None:
    with pytest.raises(NotAPackageError):
        printed_lines(with_bytes(DOCUMENT, b"<w:document"))
