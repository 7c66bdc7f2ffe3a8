"""Templates: what plain docxtpl prints is printed; content is never executed; nothing of Word's is left."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from filling import BOLD, CONTEXT, SHOWN, filled
from template_bodies.manual import contents
from template_bodies.pieces import entry
from word_files import (
    DOCUMENT,
    HEADER,
    SETTINGS,
    W,
    attribute,
    lines_of,
    pack,
    par,
    parts_of,
    run,
    template,
    text_of,
    the,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.model.document import Document
from esa_docs.word.render import render
from esa_docs.word.template import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify

DIGITS: tuple[thai.Numerals, ...] = ("thai", "arabic")
PROOF = '<w:proofErr w:type="spellStart"/>'
PROOF_END = '<w:proofErr w:type="spellEnd"/>'
GO_BACK = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'


def plain(data: bytes) -> bytes:
    """Fill a template in with plain docxtpl, autoescape on: the oracle."""
    document, buffer = DocxTemplate(io.BytesIO(data)), io.BytesIO()
    document.render(CONTEXT, autoescape=True)
    document.save(buffer)
    return buffer.getvalue()


def rsid(text: str, number: str) -> str:
    return f'<w:r w:rsidR="00{number}" w:rsidRPr="00{number}"><w:t xml:space="preserve">{text}</w:t></w:r>'


def small_table(*rows: str) -> str:
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9071" w:type="dxa"/></w:tcPr>{r}</w:tc></w:tr>' for r in rows
    )
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9071"/></w:tblGrid>{cells}</w:tbl>'


SAME_AS_DOCXTPL: dict[str, tuple[str, ...]] = {
    "tag beside text": ("ก่อน {{ name }} หลัง",),
    "several tags": ("{{ one }}{{ name }}, {{ number }} ({{ number + 1 }})",),
    "split at rsids": (par(rsid("a {{ na", "11"), rsid("me }", "12"), rsid("} b", "13")),),
    "split at spell marks": (par(run("a {"), run("{ "), PROOF, run("name"), PROOF_END, run(" }} b")),),
    "split at a bookmark": (par(run("a {{ na"), GO_BACK, run("me }} b")),),
    "split in the middle, two formats": (par(run("a {{ na"), run("me", BOLD), run(" }} b")),),
    "split in the braces, two formats": (par(run("{", BOLD), run("{ one }"), run("} b", BOLD)),),
    "split by language": (
        par(run("{{ one", '<w:lang w:val="en-US"/>'), run(" }} x", '<w:lang w:bidi="th-TH"/><w:noProof/>')),
    ),
    "inline if": ("{% if yes %}{{ one }} {% endif %}z",),
    "inline if that begins and ends the run": ("{% if yes %}{{ one }} x{% endif %}",),
    "inline if and else": ("{% if empty %}{{ one }}{% elif yes %}ใช่{% else %}ไม่{% endif %}z",),
    "two statements in one run": ("{% if empty %}a{% endif %} กลาง {% if yes %}b{% endif %}",),
    "if around another format": (par(run("a {% if yes %}"), run("{{ one }}", BOLD), run("{% endif %} z")),),
    "if with text, other format": (
        par(run("a {% if yes %}p"), run("b {{ one }}", BOLD), run("q{% endif %} z")),
    ),
    "else across formats": (
        par(
            run("a {% if empty %}p"), run("b", BOLD), run("q{% else %}r"), run("s", BOLD), run("{% endif %}z")
        ),
    ),
    "inline loop": ("{% for one in items %}{{ loop.index }}.{{ one }} {% endfor %}",),
    "inline loop across formats": (
        par(run("{% for i in items %}"), run("{{ i }}", BOLD), run(", {% endfor %}end")),
    ),
    "paragraph loop": ("{%p for i in items %}", "- {{ i }}", "{%p endfor %}", "end"),
    "paragraph if": ("{%p if empty %}", "gone", "{%p else %}", "stays", "{%p endif %}"),
    "text beside a paragraph tag": ("x {%p if yes %} y", "in", "{%p endif %}"),
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
            par("head"),
            par("{%tr for row in rows %}"),
            par("{{ row.a }}: {{ row.b }}"),
            par("{%tr endfor %}"),
        ),
        "after",
    ),
    "loop inside a cell": (
        small_table(par("{%p for i in items %}") + par("{{ i }}") + par("{%p endfor %}") + par("last")),
        "after",
    ),
    "joined paragraphs": ("a", "{%- if yes %}b{% endif -%}", "c"),
    "comment": ("a{# note #}b {# {{ gone }} {% if %} #}c",),
    "comment across formats": (par(run("a{# no"), run("te", BOLD), run("#}b")),),
    "paragraph comment": ("a", "{#p note #}", "b"),
    "curly quotes in a tag": ("{% if one == “หนึ่ง” %}ok{% endif %} {{ rows[0][‘b’] }}",),
    "compare": ("{% if number &lt; 8 %}less{% endif %}{% if number &gt;= 7 %} more{% endif %}",),
    "line breaks and tabs in a value": ("a {{ lines }} b",),
    "escaped literal text": ("R&amp;D &lt;x&gt; “ก” {{ one }}",),
    "spaces": (par(run(" a "), run(" {{ one }} ", BOLD), run("  c ")),),
    "filters": ("{{ items|join(', ') }} {{ items|length }} {{ name|upper }} {{ one|default('x') }}",),
    "an assignment": (par(run("{% set q = one %}{{ q }} "), run("{{ q }}", BOLD)), "{{ q }}"),
    "a block assignment": (
        "{% set q %}<{{ one }}>{% endset %}[{{ q }}]".replace("<", "(").replace(">", ")"),
    ),
    "a macro": ("{% macro m(a) %}({{ a }}){% endmacro %}{{ m(name) }}",),
    "raw": ("{% raw %}{{ name }}{% endraw %}",),
    "tab and break in the run": (
        par("<w:r><w:t>a {{ one }}</w:t><w:tab/><w:t>b{{ name }}</w:t><w:br/><w:t>c</w:t></w:r>"),
    ),
    "inside a link": (
        par('<w:hyperlink w:anchor="x">' + run("see {{ na") + run("me }}") + "</w:hyperlink>"),
    ),
    "inside a content control": (f"<w:sdt><w:sdtContent>{par('in {{ name }}')}</w:sdtContent></w:sdt>",),
    "empty value": ("a{{ empty }}b",),
    "no tag": ("ข้อความเปล่า ๆ (PMQA4.0)",),
}


@pytest.mark.parametrize("paragraphs", SAME_AS_DOCXTPL.values(), ids=SAME_AS_DOCXTPL)
def test_prints_what_plain_docxtpl_prints(paragraphs: tuple[str, ...]) -> None:
    data = template(*paragraphs)
    shown = lines_of(filled(data))
    assert shown == lines_of(plain(data))
    assert "".join(shown)


@pytest.mark.parametrize("paragraphs", SAME_AS_DOCXTPL.values(), ids=SAME_AS_DOCXTPL)
def test_every_run_is_marked_by_its_script(paragraphs: tuple[str, ...]) -> None:
    codes = {one.code for one in verify(filled(template(*paragraphs)), SHOWN)}
    assert codes & {"E701", "E705", "E707", "E708", "E709", "E710", "E712", "E717"} == set()


def test_header_parts_are_filled_in() -> None:
    data = template("x", header="{{ one }} {% for i in items %}{{ i }}{% endfor %}")
    assert lines_of(filled(data), HEADER) == lines_of(plain(data), HEADER) == ["หนึ่ง กข & คง"]


def test_footnotes_are_filled_in() -> None:
    parts = parts_of(template("x", header="เชิงอรรถ {{ one }}"))
    notes = parts.pop(HEADER).decode().replace("w:hdr", "w:footnotes")
    notes = notes.replace("<w:p>", '<w:footnote w:id="1"><w:p>').replace("</w:p>", "</w:p></w:footnote>")
    parts["word/footnotes.xml"] = notes.encode()
    assert lines_of(filled(pack(parts)), "word/footnotes.xml") == ["เชิงอรรถ หนึ่ง"]


def test_the_format_of_a_tag_is_kept_in_both_scripts() -> None:
    root = xml_of(filled(template(par(run("{{ x }}", BOLD), run(" z"))), {"x": "ก A"}))
    shown = [
        (text_of(one), len(xpath(one, "w:rPr/w:b")), len(xpath(one, "w:rPr/w:bCs")))
        for one in xpath(root, "//w:r")
    ]
    assert shown == [("ก ", 1, 1), ("A", 1, 1), (" z", 0, 0)]


def test_properties_out_of_order_in_the_template_are_put_in_order() -> None:
    data = template(
        par(run("{{ x }}", '<w:vertAlign w:val="superscript"/><w:em w:val="dot"/><w:bCs/><w:b/>'))
    )
    names = [one.tag.rpartition("}")[2] for one in xpath(xml_of(filled(data, {"x": "ก"})), "//w:r/w:rPr/*")]
    assert names == ["b", "bCs", "vertAlign", "cs", "em"]


@pytest.mark.parametrize("numerals", DIGITS)
def test_digits_of_the_template_follow_the_document(numerals: thai.Numerals) -> None:
    data = template("ข้อ 1. {{ x }} ๒", header="หน้า 3")
    made = filled(data, {"x": "PMQA4.0 ปี 2569"}, numerals)
    expected = {"thai": "ข้อ ๑. PMQA4.0 ปี ๒๕๖๙ ๒", "arabic": "ข้อ 1. PMQA4.0 ปี 2569 2"}
    assert lines_of(made) == [expected[numerals]]
    assert lines_of(made, HEADER) == ["หน้า ๓" if numerals == "thai" else "หน้า 3"]


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
    data = template("a {{ x }} b", small_table(par("{{ x }}")), "z", header="{{ x }}")
    made = filled(data, {"x": value})
    assert lines_of(made) == [f"a {value} b", value, "z"]
    assert lines_of(made, HEADER) == [value]


# What Word leaves behind.


def test_words_leavings_are_gone() -> None:
    left = (
        '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00A" w:rsidRDefault="00B" w:rsidP="00C">'
        f'<w:pPr><w:rPr><w:noProof/><w:lang w:val="en-US"/></w:rPr></w:pPr>{GO_BACK}{PROOF}'
        '<w:r w:rsidR="00D"><w:rPr><w:noProof/><w:cs/><w:lang/></w:rPr><w:t>ก{{ one }}</w:t></w:r>'
        f"{PROOF_END}<w:r><w:lastRenderedPageBreak/><w:t>ข</w:t></w:r></w:p>"
    )
    data = template(left, "{%p for i in items %}", left, "{%p endfor %}")
    root = xml_of(filled(data))
    gone = ("lang", "noProof", "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd")
    assert [one.tag for one in root.iter(*(f"{{{W}}}{name}" for name in gone))] == []
    assert xpath(root, "//@w14:paraId | //@w14:textId") == []
    assert [name for one in root.iter("*") for name in one.attrib if "rsid" in name] == []
    assert lines_of(filled(data)) == ["กหนึ่งข"] * 4
    assert len(xpath(root, "//w:r")) == 4


def test_comments_in_the_xml_do_no_harm() -> None:
    note = "<!-- note -->"
    data = template(
        f"<w:p>{note}<w:r><w:rPr><w:bCs/>{note}<w:b/></w:rPr>{note}<w:t>{{{{ one }}}}</w:t></w:r></w:p>"
    )
    assert lines_of(filled(data)) == ["หนึ่ง"]


def test_a_bookmark_that_is_referred_to_stays() -> None:
    mark = '<w:bookmarkStart w:id="3" w:name="kept"/>' + run("{{ one }}") + '<w:bookmarkEnd w:id="3"/>'
    other = '<w:bookmarkStart w:id="4" w:name="lost"/>' + run("x") + '<w:bookmarkEnd w:id="4"/>'
    data = template(
        par(mark), par(other), par('<w:hyperlink w:anchor="kept">' + run("see") + "</w:hyperlink>")
    )
    root = xml_of(filled(data))
    assert xpath(root, "//w:bookmarkStart/@w:name") == ["kept"]
    assert xpath(root, "//w:bookmarkEnd/@w:id") == ["3"]


def test_a_bookmark_named_by_a_tag_is_one_for_each_turn_of_a_loop() -> None:
    mark = '<w:bookmarkStart w:id="3" w:name="Cited{{i}}"/>' + run("x") + '<w:bookmarkEnd w:id="3"/>'
    reference = '<w:r><w:instrText xml:space="preserve"> PAGEREF Cited{{i}} \\h </w:instrText></w:r>'
    loop, end = "{%p for i in items %}", "{%p endfor %}"
    data = template(loop, par(mark), end, loop, par(reference), end)

    root = xml_of(filled(data, {"items": [7, 11]}, "thai"))

    assert xpath(root, "//w:bookmarkStart/@w:name") == ["Cited7", "Cited11"]
    ids = xpath(root, "//w:bookmarkStart/@w:id")
    assert len(set(ids)) == 2
    assert xpath(root, "//w:bookmarkEnd/@w:id") == ids
    assert [text.split()[1] for text in xpath(root, "//w:instrText/text()")] == ["Cited7", "Cited11"]


def test_drawings_in_loops_have_ids_of_their_own() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="รูป"/></wp:inline></w:drawing></w:r>'
    parts = parts_of(template("{%p for i in items %}", par(drawing), "{%p endfor %}", par(drawing)))
    parts[HEADER] = (
        parts[DOCUMENT].split(b"<w:body>")[0].replace(b"w:document", b"w:hdr")
        + par(drawing).encode()
        + b"</w:hdr>"
    )
    made = filled(pack(parts))
    ids = [one for part in (DOCUMENT, HEADER) for one in xpath(xml_of(made, part), "//wp:docPr/@id")]
    assert len(ids) == 5
    assert sorted(ids) == ["1", "2", "3", "4", "5"]


# Compiled once, made the same.


def test_equal_templates_are_compiled_once() -> None:
    data = template("{{ once }}")
    again = bytes(bytearray(data))
    assert again is not data
    compiled = compile_template(data, SHOWN, Look("TH SarabunPSK", "arabic"))
    assert compile_template(again, SHOWN, Look("TH SarabunPSK", "arabic")) is compiled
    assert compile_template(data, SHOWN, Look("TH SarabunPSK", "thai")) is not compiled
    assert compile_template(data, SHOWN, Look("TH Sarabun New", "arabic")) is not compiled


def test_one_rendering_leaves_nothing_to_the_next() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
    data = template(contents(), par(entry("หัวข้อ", 1)), par(drawing), "{{ x }}")
    first = filled(data, {"x": "ก"})
    assert filled(data, {"x": "ข"}) != first
    assert filled(data, {"x": "ก"}) == first


def test_settings_and_other_parts_stay_as_they_are() -> None:
    data = template("x")
    made = filled(data)
    assert set(parts_of(made)) == set(parts_of(data))
    assert the(xml_of(made, SETTINGS), "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == "15"


def test_page_numbers_take_the_digits_of_the_document() -> None:
    data = template("x")
    in_thai, in_arabic = (xml_of(filled(data, {}, numerals)) for numerals in DIGITS)
    assert attribute(the(in_thai, "//w:pgNumType"), "fmt") == "thaiNumbers"
    assert attribute(the(in_arabic, "//w:pgNumType"), "fmt") == "decimal"


def test_the_office_s_own_template_is_used(manual: Document[Any], tmp_path: Path, today: dt.date) -> None:
    path = tmp_path / "manual.docx"
    path.write_bytes(template("เฉพาะ {{ manual.title }}"))
    document = dataclasses.replace(manual, templates={"manual": path})
    assert lines_of(render(document, today=today)) == [f"เฉพาะ {manual.content.title}"]
