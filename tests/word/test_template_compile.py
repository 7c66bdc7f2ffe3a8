"""Templates: what plain docxtpl prints is printed; content is never executed; nothing of Word's is left."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from altering import codes_in
from docxtpl import DocxTemplate
from filling import BOLD, CONTEXT, FILE_LABEL, fill_in
from template_bodies.manual import contents
from template_bodies.pieces import entry
from word_files import (
    DOCUMENT,
    HEADER,
    SETTINGS,
    lines_of,
    only_match,
    pack,
    paragraph,
    parts_of,
    run,
    template,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.model.document import Document
from esa_docs.word.render import render
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look

PROOF = '<w:proofErr w:type="spellStart"/>'
PROOF_END = '<w:proofErr w:type="spellEnd"/>'
GO_BACK = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'


def fill_in_by_docxtpl(data: bytes) -> bytes:
    """Return a template filled in by plain docxtpl with autoescape, with which our renderer must agree."""
    document = DocxTemplate(io.BytesIO(data))
    document.render(CONTEXT, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def run_of_session(text: str, number: str) -> str:
    """Return the XML of a run that Word marked with the number of an editing session."""
    return f'<w:r w:rsidR="00{number}" w:rsidRPr="00{number}"><w:t xml:space="preserve">{text}</w:t></w:r>'


def small_table(*cells: str) -> str:
    """Return the XML of a table with one column; each cell has its paragraphs as XML."""
    rows = ""
    for cell in cells:
        rows += f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9071" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr>'
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9071"/></w:tblGrid>{rows}</w:tbl>'


SAME_AS_DOCXTPL: dict[str, tuple[str, ...]] = {
    "tag beside text": ("ก่อน {{ name }} หลัง",),
    "several tags": ("{{ one }}{{ name }}, {{ number }} ({{ number + 1 }})",),
    "split at rsids": (
        paragraph(run_of_session("a {{ na", "11"), run_of_session("me }", "12"), run_of_session("} b", "13")),
    ),
    "split at spell marks": (paragraph(run("a {"), run("{ "), PROOF, run("name"), PROOF_END, run(" }} b")),),
    "split at a bookmark": (paragraph(run("a {{ na"), GO_BACK, run("me }} b")),),
    "split in the middle, two formats": (paragraph(run("a {{ na"), run("me", BOLD), run(" }} b")),),
    "split in the braces, two formats": (paragraph(run("{", BOLD), run("{ one }"), run("} b", BOLD)),),
    "split by language": (
        paragraph(
            run("{{ one", '<w:lang w:val="en-US"/>'), run(" }} x", '<w:lang w:bidi="th-TH"/><w:noProof/>')
        ),
    ),
    "inline if": ("{% if yes %}{{ one }} {% endif %}z",),
    "inline if that begins and ends the run": ("{% if yes %}{{ one }} x{% endif %}",),
    "inline if and else": ("{% if empty %}{{ one }}{% elif yes %}ใช่{% else %}ไม่{% endif %}z",),
    "two statements in one run": ("{% if empty %}a{% endif %} กลาง {% if yes %}b{% endif %}",),
    "if around another format": (
        paragraph(run("a {% if yes %}"), run("{{ one }}", BOLD), run("{% endif %} z")),
    ),
    "if with text, other format": (
        paragraph(run("a {% if yes %}p"), run("b {{ one }}", BOLD), run("q{% endif %} z")),
    ),
    "else across formats": (
        paragraph(
            run("a {% if empty %}p"), run("b", BOLD), run("q{% else %}r"), run("s", BOLD), run("{% endif %}z")
        ),
    ),
    "inline loop": ("{% for one in items %}{{ loop.index }}.{{ one }} {% endfor %}",),
    "inline loop across formats": (
        paragraph(run("{% for i in items %}"), run("{{ i }}", BOLD), run(", {% endfor %}end")),
    ),
    "paragraph loop": ("{%p for i in items %}", "- {{ i }}", "{%p endfor %}", "end"),
    "paragraph if": ("{%p if empty %}", "gone", "{%p else %}", "stays", "{%p endif %}"),
    "nested loops": (
        "{%p for row in rows %}",
        "{{ row.a }}",
        "{%p for sub in row.sub %}",
        "-{{ sub }} {{ loop.index }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "row loop": (
        small_table(
            paragraph("head"),
            paragraph("{%tr for row in rows %}"),
            paragraph("{{ row.a }}: {{ row.b }}"),
            paragraph("{%tr endfor %}"),
        ),
        "after",
    ),
    "loop inside a cell": (
        small_table(
            paragraph("{%p for i in items %}")
            + paragraph("{{ i }}")
            + paragraph("{%p endfor %}")
            + paragraph("last")
        ),
        "after",
    ),
    "joined paragraphs": ("a", "{%- if yes %}b{% endif -%}", "c"),
    "comment": ("a{# note #}b {# {{ gone }} {% if %} #}c",),
    "comment across formats": (paragraph(run("a{# no"), run("te", BOLD), run("#}b")),),
    "paragraph comment": ("a", "{#p note #}", "b"),
    "curly quotes in a tag": ("{% if one == “หนึ่ง” %}ok{% endif %} {{ rows[0][‘b’] }}",),
    "compare": ("{% if number &lt; 8 %}less{% endif %}{% if number &gt;= 7 %} more{% endif %}",),
    "line breaks and tabs in a value": ("a {{ lines }} b",),
    "escaped literal text": ("R&amp;D &lt;x&gt; “ก” {{ one }}",),
    "spaces": (paragraph(run(" a "), run(" {{ one }} ", BOLD), run("  c ")),),
    "filters": ("{{ items|join(', ') }} {{ items|length }} {{ name|upper }} {{ one|default('x') }}",),
    "an assignment": (paragraph(run("{% set q = one %}{{ q }} "), run("{{ q }}", BOLD)), "{{ q }}"),
    "a block assignment": (
        "{% set q %}<{{ one }}>{% endset %}[{{ q }}]".replace("<", "(").replace(">", ")"),
    ),
    "a macro": ("{% macro m(a) %}({{ a }}){% endmacro %}{{ m(name) }}",),
    "raw": ("{% raw %}{{ name }}{% endraw %}",),
    "tab and break in the run": (
        paragraph("<w:r><w:t>a {{ one }}</w:t><w:tab/><w:t>b{{ name }}</w:t><w:br/><w:t>c</w:t></w:r>"),
    ),
    "inside a link": (
        paragraph('<w:hyperlink w:anchor="x">' + run("see {{ na") + run("me }}") + "</w:hyperlink>"),
    ),
    "inside a content control": (
        f"<w:sdt><w:sdtContent>{paragraph('in {{ name }}')}</w:sdtContent></w:sdt>",
    ),
    "empty value": ("a{{ empty }}b",),
    "no tag": ("ข้อความเปล่า ๆ (PMQA4.0)",),
}


@pytest.mark.parametrize("paragraphs", SAME_AS_DOCXTPL.values(), ids=SAME_AS_DOCXTPL)
def test_prints_what_plain_docxtpl_prints(paragraphs: tuple[str, ...]) -> None:
    data = template(*paragraphs)
    lines = lines_of(fill_in(data))
    assert lines == lines_of(fill_in_by_docxtpl(data))
    assert "".join(lines) != ""


@pytest.mark.parametrize("paragraphs", SAME_AS_DOCXTPL.values(), ids=SAME_AS_DOCXTPL)
def test_every_run_is_marked_by_its_script(paragraphs: tuple[str, ...]) -> None:
    codes = codes_in(fill_in(template(*paragraphs)))
    assert set(codes).isdisjoint({"E701", "E705", "E707", "E708", "E709", "E710", "E712", "E717"})


def test_header_parts_are_filled_in() -> None:
    data = template("x", header="{{ one }} {% for i in items %}{{ i }}{% endfor %}")
    assert lines_of(fill_in(data), HEADER) == ["หนึ่ง กข & คง"]
    assert lines_of(fill_in_by_docxtpl(data), HEADER) == ["หนึ่ง กข & คง"]


def test_footnotes_are_filled_in() -> None:
    parts = parts_of(template("x", header="เชิงอรรถ {{ one }}"))
    notes = parts.pop(HEADER).decode().replace("w:hdr", "w:footnotes")
    notes = notes.replace("<w:p>", '<w:footnote w:id="1"><w:p>').replace("</w:p>", "</w:p></w:footnote>")
    parts["word/footnotes.xml"] = notes.encode()
    assert lines_of(fill_in(pack(parts)), "word/footnotes.xml") == ["เชิงอรรถ หนึ่ง"]


def test_the_format_of_a_tag_is_kept_in_both_scripts() -> None:
    data = template(paragraph(run("{{ x }}", BOLD), run(" z")))
    thai_run, latin_run, run_behind = xpath(xml_of(fill_in(data, {"x": "ก A"})), "//w:r")
    assert texts_of_all([thai_run, latin_run, run_behind]) == ["ก ", "A", " z"]
    for bold_run in (thai_run, latin_run):
        assert len(xpath(bold_run, "w:rPr/w:b")) == 1
        assert len(xpath(bold_run, "w:rPr/w:bCs")) == 1
    assert xpath(run_behind, "w:rPr/w:b | w:rPr/w:bCs") == []


def test_properties_out_of_order_in_the_template_are_put_in_order() -> None:
    data = template(
        paragraph(run("{{ x }}", '<w:vertAlign w:val="superscript"/><w:em w:val="dot"/><w:bCs/><w:b/>'))
    )
    properties = xpath(xml_of(fill_in(data, {"x": "ก"})), "//w:r/w:rPr/*")
    names = [element.tag.rpartition("}")[2] for element in properties]
    assert names == ["b", "bCs", "vertAlign", "cs", "em"]


@pytest.mark.parametrize(
    ("numerals", "line", "header"),
    [
        ("thai", "ข้อ ๑. PMQA4.0 ปี ๒๕๖๙ ๒", "หน้า ๓"),
        ("arabic", "ข้อ 1. PMQA4.0 ปี 2569 2", "หน้า 3"),
    ],
)
def test_digits_of_the_template_follow_the_document(numerals: thai.Numerals, line: str, header: str) -> None:
    data = template("ข้อ 1. {{ x }} ๒", header="หน้า 3")
    filled_data = fill_in(data, {"x": "PMQA4.0 ปี 2569"}, numerals)
    assert lines_of(filled_data) == [line]
    assert lines_of(filled_data, HEADER) == [header]


# What content holds is text, whatever it looks like.

LOOKS_LIKE_A_TEMPLATE = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{# note #}",
    "{%p if x %}",
    "{_{ x }_}",
    "{{ ''.__class__.__mro__ }}",
    "</w:t></w:r><w:r><w:t>",
    "\ue0f04B;\ue0f1",
    "${x} %s {0}",
]


@pytest.mark.parametrize("value", LOOKS_LIKE_A_TEMPLATE)
def test_content_is_never_executed(value: str) -> None:
    data = template("a {{ x }} b", small_table(paragraph("{{ x }}")), "z", header="{{ x }}")
    filled_data = fill_in(data, {"x": value})
    assert lines_of(filled_data) == [f"a {value} b", value, "z"]
    assert lines_of(filled_data, HEADER) == [value]


# What Word leaves behind.


def test_words_leavings_are_gone() -> None:
    from_word = (
        '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00A" w:rsidRDefault="00B" w:rsidP="00C">'
        f'<w:pPr><w:rPr><w:noProof/><w:lang w:val="en-US"/></w:rPr></w:pPr>{GO_BACK}{PROOF}'
        '<w:r w:rsidR="00D"><w:rPr><w:noProof/><w:cs/><w:lang/></w:rPr><w:t>ก{{ one }}</w:t></w:r>'
        f"{PROOF_END}<w:r><w:lastRenderedPageBreak/><w:t>ข</w:t></w:r></w:p>"
    )
    data = template(from_word, "{%p for i in items %}", from_word, "{%p endfor %}")
    root = xml_of(fill_in(data))
    assert xpath(root, "//w:lang | //w:noProof | //w:proofErr | //w:lastRenderedPageBreak") == []
    assert xpath(root, "//w:bookmarkStart | //w:bookmarkEnd") == []
    assert xpath(root, "//@w14:paraId | //@w14:textId | //@*[contains(name(), 'rsid')]") == []
    assert lines_of(fill_in(data)) == ["กหนึ่งข"] * 4
    assert len(xpath(root, "//w:r")) == 4


def test_comments_in_the_xml_do_no_harm() -> None:
    note = "<!-- note -->"
    data = template(
        f"<w:p>{note}<w:r><w:rPr><w:bCs/>{note}<w:b/></w:rPr>{note}<w:t>{{{{ one }}}}</w:t></w:r></w:p>"
    )
    assert lines_of(fill_in(data)) == ["หนึ่ง"]


def test_a_bookmark_that_is_referred_to_stays() -> None:
    bookmark = '<w:bookmarkStart w:id="3" w:name="kept"/>' + run("{{ one }}") + '<w:bookmarkEnd w:id="3"/>'
    unused_bookmark = '<w:bookmarkStart w:id="4" w:name="lost"/>' + run("x") + '<w:bookmarkEnd w:id="4"/>'
    link = '<w:hyperlink w:anchor="kept">' + run("see") + "</w:hyperlink>"
    data = template(paragraph(bookmark), paragraph(unused_bookmark), paragraph(link))
    root = xml_of(fill_in(data))
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["kept"]
    assert xpath(root, "//w:bookmarkEnd/@w:id") == ["3"]


def test_a_bookmark_named_by_a_tag_is_one_for_each_turn_of_a_loop() -> None:
    bookmark = '<w:bookmarkStart w:id="3" w:name="Cited{{i}}"/>' + run("x") + '<w:bookmarkEnd w:id="3"/>'
    reference = '<w:r><w:instrText xml:space="preserve"> PAGEREF Cited{{i}} \\h </w:instrText></w:r>'
    loop, end = "{%p for i in items %}", "{%p endfor %}"
    data = template(loop, paragraph(bookmark), end, loop, paragraph(reference), end)

    root = xml_of(fill_in(data, {"items": [7, 11]}, "thai"))

    assert xpath(root, "//w:bookmarkStart/@w:name") == ["Cited7", "Cited11"]
    ids = xpath(root, "//w:bookmarkStart/@w:id")
    assert len(set(ids)) == 2
    assert xpath(root, "//w:bookmarkEnd/@w:id") == ids
    assert [text.split()[1] for text in xpath(root, "//w:instrText/text()")] == ["Cited7", "Cited11"]


def test_drawings_in_loops_have_ids_of_their_own() -> None:
    """The loop has three turns, and a drawing follows in the body and in the header."""
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="รูป"/></wp:inline></w:drawing></w:r>'
    parts = parts_of(
        template("{%p for i in items %}", paragraph(drawing), "{%p endfor %}", paragraph(drawing))
    )
    start_of_header = parts[DOCUMENT].split(b"<w:body>")[0].replace(b"w:document", b"w:hdr")
    parts[HEADER] = start_of_header + paragraph(drawing).encode() + b"</w:hdr>"
    data = fill_in(pack(parts))
    ids = xpath(xml_of(data), "//wp:docPr/@id") + xpath(xml_of(data, HEADER), "//wp:docPr/@id")
    assert sorted(ids) == ["1", "2", "3", "4", "5"]


# Compiled once, made the same.


def test_equal_templates_are_compiled_once() -> None:
    data = template("{{ once }}")
    equal_data = bytes(bytearray(data))
    assert equal_data is not data
    compiled_template = compile_template(data, FILE_LABEL, Look("TH SarabunPSK", "arabic"))
    assert compile_template(equal_data, FILE_LABEL, Look("TH SarabunPSK", "arabic")) is compiled_template
    assert compile_template(data, FILE_LABEL, Look("TH SarabunPSK", "thai")) is not compiled_template
    assert compile_template(data, FILE_LABEL, Look("TH Sarabun New", "arabic")) is not compiled_template


def test_one_rendering_leaves_nothing_to_the_next() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
    data = template(contents(), paragraph(entry("หัวข้อ", 1)), paragraph(drawing), "{{ x }}")
    first = fill_in(data, {"x": "ก"})
    assert fill_in(data, {"x": "ข"}) != first
    assert fill_in(data, {"x": "ก"}) == first


def test_settings_and_other_parts_stay_as_they_are() -> None:
    data = template("x")
    filled_data = fill_in(data)
    assert set(parts_of(filled_data)) == set(parts_of(data))
    word_settings = xml_of(filled_data, SETTINGS)
    assert only_match(word_settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == "15"


def test_page_numbers_take_the_digits_of_the_document() -> None:
    data = template("x")
    with_thai_digits = xml_of(fill_in(data, {}, "thai"))
    with_arabic_digits = xml_of(fill_in(data, {}, "arabic"))
    assert only_match(with_thai_digits, "//w:pgNumType/@w:fmt") == "thaiNumbers"
    assert only_match(with_arabic_digits, "//w:pgNumType/@w:fmt") == "decimal"


def test_the_office_s_own_template_is_used(manual: Document[Any], tmp_path: Path, today: dt.date) -> None:
    path = tmp_path / "manual.docx"
    path.write_bytes(template("เฉพาะ {{ manual.title }}"))
    document = dataclasses.replace(manual, templates={"manual": path})
    assert lines_of(render(document, today=today)) == [f"เฉพาะ {manual.content.title}"]
