"""What shares a paragraph, row or cell with a tag is kept, or refused with its words; never lost unsaid."""

from __future__ import annotations

import pytest
from filling import CONTEXT, FILE_LABEL, fill_in
from template_tables import Cell, cell, geometry, row, table, widths
from word_files import (
    DOCUMENT,
    HEADER,
    Element,
    lines_of,
    pack,
    paragraph,
    parts_of,
    run,
    template,
    text_of,
    xml_of,
    xpath,
)

from esa_docs.diagnostics import ContentError, Diagnostic
from esa_docs.word.verify import verify

LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
COMMENT_START = '<w:commentRangeStart w:id="0"/>'
COMMENT_END = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
PICTURE = "<w:r><w:drawing/></w:r>"
TEXT_BOX = "<w:r><w:pict/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
FIELD = '<w:fldSimple w:instr="PAGE"/>'
IF, ENDIF = "{%p if yes %}", "{%p endif %}"


def with_properties(text: str, properties: str) -> str:
    """Return the XML of a paragraph with properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def faults_of(data: bytes) -> tuple[Diagnostic, ...]:
    """Return the faults for which a template is refused."""
    with pytest.raises(ContentError) as error_info:
        fill_in(data)
    return tuple(error_info.value.diagnostics)


def fault_of(data: bytes) -> Diagnostic:
    """Return the only fault for which a template is refused."""
    (diagnostic,) = faults_of(data)
    assert diagnostic.location.path == FILE_LABEL
    return diagnostic


BESIDE = {
    "text": (run("เรื่อง "), "text", "เรื่อง {%p if yes %}"),
    "a value": (run("{{ one }}"), "text", "{{ one }}{%p if yes %}"),
    "picture": (PICTURE, "a picture or a text box", IF),
    "text box": (TEXT_BOX, "a picture or a text box", IF),
    "footnote": (NOTE, "a footnote", IF),
    "field": (FIELD, "a field", IF),
    "a hyphen that breaks no line": ("<w:r><w:noBreakHyphen/></w:r>", "text", IF),
    "a symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>', "text", IF),
    "the number of a note": ("<w:r><w:footnoteRef/></w:r>", "a footnote", IF),
}


@pytest.mark.parametrize(("neighbour", "words", "text"), BESIDE.values(), ids=BESIDE)
def test_what_would_be_lost_beside_a_tag_is_refused(
    neighbour: str, words: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    fault = fault_of(template("a", paragraph(neighbour, run(IF)), "b", ENDIF))
    assert fault.code == "E315"
    assert text in fault.message
    assert IF in fault.message
    assert fault.hint != ""


ROWS = {
    "text in another cell": (row("{%tr for r in rows %}", "ข้อความ"), "ข้อความ"),
    "all in one row": (row("{%tr for r in rows %}{{ r.a }}", "{{ r.b }}{%tr endfor %}"), "{{ r.b }}"),
    "a table inside": (row("{%tr for r in rows %}", cell(table(1, row("ใน")), "")), "ใน"),
    "text in a cell with tc": (row("ก {%tc for i in items %}", "{%tc endfor %}"), "ก {%tc"),
}


@pytest.mark.parametrize(("first_row", "quote"), ROWS.values(), ids=ROWS)
def test_what_would_be_lost_in_a_row_is_refused(first_row: str, quote: str) -> None:
    faults = faults_of(template(table(2, first_row, row("{{ r.a }}", "b"), row("{%tr endfor %}", "")), "z"))
    assert {fault.code for fault in faults} == {"E315"}
    assert quote in faults[0].message
    assert faults[0].field != ""


@pytest.mark.parametrize("tag", ["{%tr if yes %}", "{%tc if yes %}", "{% cellbg 'FFFFFF' %}", "{% vm %}"])
def test_a_tag_of_tables_outside_a_table_is_named(tag: str) -> None:
    fault = fault_of(template("a", f"ก {tag}"))
    assert fault.code == "E316"
    assert f"ก {tag}" in fault.message


@pytest.mark.parametrize(
    "pieces",
    [
        ("{%p if yes %}", table(1, row("{%tr endif %}"), row("b"))),
        (table(1, row("{%tr for i in items %}"), row("{{ i }}")), "{%p endfor %}"),
        (paragraph(f'<w:hyperlink w:anchor="x">{run("{% if yes %}a")}</w:hyperlink>', run("b{% endif %}")),),
    ],
    ids=["body and table", "table and body", "link and paragraph"],
)
def test_a_block_that_ends_elsewhere_is_named(pieces: tuple[str, ...]) -> None:
    assert fault_of(template("a", *pieces, "z")).code == "E312"


@pytest.mark.parametrize("text", ["ก {{ one", "ใช้ {{ ในข้อความ", "ก {# หมายเหตุ", "ก {% if one"])
def test_a_tag_without_an_end_is_named_with_its_paragraph(text: str) -> None:
    fault = fault_of(template("ก่อน", text, "หลัง }} %} #}"))
    assert fault.code == "E303"
    assert f"'{text}'" in fault.message


# Kept.


def sections_and_texts(root: Element) -> list[str]:
    """Return the text of each paragraph, with a sign behind those that end a section."""
    lines = []
    for element in xpath(root, "//w:p"):
        sign = "§" if xpath(element, "w:pPr/w:sectPr") else ""
        lines.append(text_of(element) + sign)
    return lines


def test_a_section_that_ends_at_a_tag_ends_outside_the_block() -> None:
    opening = template(
        "a", with_properties("{%p for i in items %}", LANDSCAPE), "{{ i }}", "{%p endfor %}", "z"
    )
    closing = template(
        "a", "{%p for i in items %}", "{{ i }}", with_properties("{%p endfor %}", LANDSCAPE), "z"
    )
    items = ["ก", "ข & ค", "ง"]
    assert sections_and_texts(xml_of(fill_in(opening))) == ["a", "§", *items, "z"]
    assert sections_and_texts(xml_of(fill_in(closing))) == ["a", *items, "§", "z"]


def test_a_section_that_ends_between_branches_is_refused() -> None:
    fault = fault_of(template(IF, "a", with_properties("{%p else %}", LANDSCAPE), "b", ENDIF))
    assert (fault.code, "{%p else %}" in fault.message) == ("E315", True)


def breaks_and_texts(root: Element) -> list[str]:
    """Return the text of each paragraph, with signs before those that begin a page and for each break."""
    lines = []
    for element in xpath(root, "//w:p"):
        sign = "^" if xpath(element, "w:pPr/w:pageBreakBefore") else ""
        breaks = "".join(f"[{sort}]" for sort in xpath(element, "w:r/w:br/@w:type"))
        lines.append(sign + breaks + text_of(element).replace("\n", ""))
    return lines


BREAK_BEFORE = "<w:pageBreakBefore/>"
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
LOOP, ENDLOOP = "{%p for i in items %}", "{%p endfor %}"
ITEMS = ["ก", "ข & ค", "ง"]
BESIDE_BREAKS = {
    "behind a beginning, as LibreOffice writes it": (
        ("a", paragraph(LOOP, PAGE_BREAK), "{{ i }}", ENDLOOP, "z"),
        ["a", *[f"^{item}" for item in ITEMS], "z"],
    ),
    "behind an end": (("a", LOOP, "{{ i }}", paragraph(ENDLOOP, PAGE_BREAK), "z"), ["a", *ITEMS, "^z"]),
    "behind else, not taken": ((IF, "a", paragraph("{%p else %}", PAGE_BREAK), "b", ENDIF, "z"), ["a", "z"]),
    "behind a tag, before another one": (
        ("a", paragraph(IF, PAGE_BREAK), "{%p if empty %}", "b", ENDIF, "c", ENDIF, "z"),
        ["a", "[page]", "c", "z"],
    ),
    "before a beginning": (("a", paragraph(PAGE_BREAK, IF), "b", ENDIF), ["a", "[page]", "b"]),
    "of a paragraph with a tag": (
        ("a", with_properties(LOOP, BREAK_BEFORE), "{{ i }}", ENDLOOP),
        ["a", "[page]", *ITEMS],
    ),
    "switched off": (("a", with_properties(IF, '<w:pageBreakBefore w:val="0"/>'), "b", ENDIF), ["a", "b"]),
    "of a column": (("a", paragraph(IF, COLUMN_BREAK), "b", ENDIF), ["a", "[column]", "b"]),
    "last of all": (("a", IF, "b", paragraph(ENDIF, PAGE_BREAK)), ["a", "b", "[page]"]),
}


@pytest.mark.parametrize(("pieces", "lines"), BESIDE_BREAKS.values(), ids=BESIDE_BREAKS)
def test_a_break_beside_a_tag_is_kept_at_its_place(pieces: tuple[str, ...], lines: list[str]) -> None:
    data = fill_in(template(*pieces))
    assert breaks_and_texts(xml_of(data)) == lines
    assert [finding.code for finding in verify(data, "a.docx") if finding.is_error] == []


def test_a_break_between_two_tags_is_refused() -> None:
    fault = fault_of(template("a", paragraph(IF, PAGE_BREAK, run(ENDIF)), "z"))
    assert (fault.code, IF in fault.message, fault.field != "") == ("E315", True, True)


def test_a_comment_on_a_tag_is_no_neighbour_and_is_left_out() -> None:
    opening = f"<w:p>{COMMENT_START}{run(IF)}{COMMENT_END}</w:p>"
    data = fill_in(template("a", opening, "b", ENDIF, "z"))
    assert lines_of(data) == ["a", "b", "z"]
    assert xpath(xml_of(data), "//w:commentRangeStart | //w:commentRangeEnd | //w:commentReference") == []


def test_a_bookmark_that_begins_at_a_tag_is_kept() -> None:
    start = f'<w:p><w:bookmarkStart w:id="0" w:name="b"/>{run(IF)}</w:p>'
    link = f'<w:p><w:bookmarkEnd w:id="0"/><w:hyperlink w:anchor="b">{run("x")}</w:hyperlink></w:p>'
    root = xml_of(fill_in(template("a", start, "b", ENDIF, link)))
    assert len(xpath(root, "/w:document/w:body/w:bookmarkStart")) == 1
    assert xpath(root, "//w:bookmarkStart/@w:id") == xpath(root, "//w:bookmarkEnd/@w:id")


def test_content_controls_around_tags_go_with_them() -> None:
    pieces = [f"<w:sdt><w:sdtContent>{paragraph(tag)}</w:sdtContent></w:sdt>" for tag in (IF, ENDIF)]
    assert lines_of(fill_in(template("a", pieces[0], "b", pieces[1], "z"))) == ["a", "b", "z"]


# Places that a condition empties.

GONE = "".join(map(paragraph, ("{%p if empty %}", "x", "{%p endif %}")))
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
EMPTIED = {
    "a cell": (table(1, row(cell(GONE))), "//w:tc"),
    "a content control": (f"<w:sdt><w:sdtContent>{GONE}</w:sdtContent></w:sdt>", "//w:sdtContent"),
    "a text box": (paragraph(BOX.format(GONE)), "//w:txbxContent"),
}


@pytest.mark.parametrize(("piece", "path"), EMPTIED.values(), ids=EMPTIED)
def test_what_must_hold_a_paragraph_keeps_an_empty_one(piece: str, path: str) -> None:
    (holder,) = xpath(xml_of(fill_in(template("a", piece, "z"))), path)
    assert [text_of(element) for element in xpath(holder, "w:p")] == [""]


TWO_CHOICES = "{{%p if {} %}}|A|{{%p elif number == 8 %}}|E|{{%p endif %}}|{{%p if {} %}}|B|{{%p endif %}}"
CELLS_OF_CHOICES = {
    TWO_CHOICES.format("yes", "yes"): "A|B",
    TWO_CHOICES.format("yes", "empty"): "A",
    TWO_CHOICES.format("empty", "yes"): "B",
    TWO_CHOICES.format("empty", "empty"): "",
    "{%p for i in [] %}|A|{%p endfor %}": "",
    "{%p for i in [] %}|A|{%p endfor %}|{%p for i in [] %}|B|{%p endfor %}": "",
    "{%p for i in [] %}|A|{%p else %}|x|{%p endfor %}": "x",
    "{%p if yes %}|{%p if empty %}|A|{%p endif %}|{%p endif %}": "",
    "{%p if yes %}|{%p if empty %}|A|{%p else %}|Q|{%p endif %}|{%p else %}|C|{%p endif %}": "Q",
    "{%p if empty %}|A|{%p elif empty %}|B|{%p endif %}": "",
    "{%p if empty %}|A|{%p endif %}|{%p if number == {} %}|B|{%p endif %}": "",
    "first|{%p if empty %}|A|{%p endif %}": "first",
}


@pytest.mark.parametrize(("blocks", "text"), CELLS_OF_CHOICES.items())
def test_a_cell_of_choices_always_has_a_paragraph(blocks: str, text: str) -> None:
    data = template(table(1, row(cell(*blocks.split("|")))), "z")
    (only_table,) = geometry(xml_of(fill_in(data)))
    assert only_table.rows == [[Cell(text)]]
    assert len(xpath(xml_of(fill_in(data)), "//w:tc/w:p")) == text.count("|") + 1


REFERENCE = '<w:p><w:hyperlink w:anchor="b"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
BOOKMARKED = [paragraph('<w:bookmarkStart w:id="0" w:name="b"/>', run("A")), '<w:bookmarkEnd w:id="0"/>']
LAST_PARAGRAPHS = {
    "a bookmark that ends behind it": ("".join(BOOKMARKED), "A"),
    "a bookmark that ends at a tag": (
        paragraph('<w:bookmarkStart w:id="0" w:name="b"/>', run("A"))
        + paragraph(IF)
        + paragraph("B")
        + paragraph(ENDIF, '<w:bookmarkEnd w:id="0"/>'),
        "A|B",
    ),
    "a bookmark around a condition": (
        paragraph('<w:bookmarkStart w:id="0" w:name="b"/>', run(IF))
        + paragraph("B")
        + paragraph(ENDIF, '<w:bookmarkEnd w:id="0"/>'),
        "B",
    ),
    "a bookmark around a loop": (
        paragraph('<w:bookmarkStart w:id="0" w:name="b"/>', run("{%p for i in items %}"))
        + paragraph("{{ i }}")
        + paragraph("{%p endfor %}", '<w:bookmarkEnd w:id="0"/>'),
        "ก|ข & ค|ง",
    ),
    "a bookmark around what is not printed": (
        paragraph('<w:bookmarkStart w:id="0" w:name="b"/>', run("{%p if empty %}"))
        + paragraph("B")
        + paragraph(ENDIF, '<w:bookmarkEnd w:id="0"/>'),
        "",
    ),
    "a content control": (f"<w:sdt><w:sdtContent>{BOOKMARKED[0]}</w:sdtContent></w:sdt>", "A"),
}


@pytest.mark.parametrize(("content", "text"), LAST_PARAGRAPHS.values(), ids=LAST_PARAGRAPHS)
def test_a_cell_gets_no_further_paragraph_behind_its_last(content: str, text: str) -> None:
    data = fill_in(template(table(1, row(cell(content))), REFERENCE))
    texts = [text_of(element) for element in xpath(xml_of(data), "//w:tc//w:p")]
    assert "|".join(texts) == text
    assert [finding.message for finding in verify(data, "a.docx") if finding.is_error] == []


@pytest.mark.parametrize(("root_name", "part"), [("hdr", HEADER), ("ftr", "word/footer9.xml")])
def test_an_emptied_header_or_footer_keeps_a_paragraph(root_name: str, part: str) -> None:
    parts = parts_of(template("a", header="x"))
    start = parts[HEADER].decode().partition(">")[0].replace("w:hdr", f"w:{root_name}")
    parts[part] = f"{start}>{GONE}</w:{root_name}>".encode()
    assert lines_of(fill_in(pack(parts)), part) == [""]


def test_an_emptied_footnote_keeps_a_paragraph() -> None:
    parts = parts_of(template("a", header="x"))
    start = parts[HEADER].decode().partition(">")[0].replace("w:hdr", "w:footnotes")
    notes = f'{start}><w:footnote w:id="1">{GONE}</w:footnote></w:footnotes>'
    parts["word/footnotes.xml"] = notes.encode()
    root = xml_of(fill_in(pack(parts)), "word/footnotes.xml")
    assert len(xpath(root, "//w:footnote/w:p")) == 1


def test_an_emptied_body_keeps_a_paragraph_before_its_section() -> None:
    root = xml_of(fill_in(template("{%p if empty %}", "x", "{%p endif %}")))
    names = [element.tag.rpartition("}")[2] for element in xpath(root, "/w:document/w:body/*")]
    assert names == ["p", "sectPr"]


def test_the_paragraph_that_stays_has_the_style_of_the_last() -> None:
    styled = with_properties("x", '<w:pStyle w:val="TableText"/>')
    content = paragraph("{%p if empty %}") + styled + paragraph("{%p endif %}")
    root = xml_of(fill_in(template(table(1, row(cell(content))), "z")))
    assert xpath(root, "//w:tc/w:p/w:pPr/w:pStyle/@w:val") == ["TableText"]


# The grid.


def test_columns_of_a_loop_share_the_width_of_the_table() -> None:
    """Four columns of 2000 become five: 8000 in all, whatever the rounding."""
    data = template(table(4, row("h", "{%tc for i in [1, 2, 3, 4] %}", "{{ i }}", "{%tc endfor %}")), "z")
    root = xml_of(fill_in(data))
    assert widths(root) == [1600, 1600, 1600, 1600, 1600]
    assert [int(width) for width in xpath(root, "//w:tcW/@w:w")] == [1600] * 5


def test_the_table_inside_a_cell_does_not_change_the_outer_grid() -> None:
    inner = table(3, row("{%tc for i in items * 2 %}", "{{ i }}", "{%tc endfor %}"))
    outer, inside = geometry(xml_of(fill_in(template(table(2, row(cell(inner, ""), "b")), "z"))))
    assert (outer.columns, inside.columns) == (2, 6)


def test_a_wide_cell_has_the_width_of_its_columns() -> None:
    data = template(table(3, row("{% colspan 2 %}a", "b"), row("1", "2", "3")), "z")
    assert xpath(xml_of(fill_in(data)), "//w:tcW/@w:w") == ["4000", "2000", "2000", "2000", "2000"]


def test_more_columns_than_word_takes_are_told() -> None:
    fault = fault_of(template(table(1, row("{%tc for i in range(64) %}", "{{ i }}", "{%tc endfor %}")), "z"))
    assert fault.code == "E307"
    assert "64" in fault.message


@pytest.mark.parametrize(
    "tag", ["{% cellbg one %}", "{% colspan 0 %}", "{% colspan one %}", "{% colspan 64 %}"]
)
def test_a_value_that_fits_no_cell_is_told(tag: str) -> None:
    assert fault_of(template(table(1, row(tag)), "z")).code == "E307"


def test_cells_merged_downwards_repeat_nothing() -> None:
    data = template(
        table(
            *(2, row("{%tr for r in rows %}", ""), row(cell("{% vm %}all", "second"), "{{ r.a }}")),
            row("{%tr endfor %}", ""),
        ),
        "z",
    )
    (merged,) = geometry(xml_of(fill_in(data)))
    assert merged.rows == [
        [Cell("all|second", merged="restart"), Cell("1")],
        [Cell("", merged="continue"), Cell("ข")],
    ]


# Printed braces, and verify.


def test_printed_braces_are_no_tags_to_verify() -> None:
    data = fill_in(template("ใช้ {_{ ก }_} หรือ {_% ข %_} {{ '{_{ ค' }}"))
    assert lines_of(data) == ["ใช้ {{ ก }} หรือ {% ข %} {{ ค"]
    assert [finding.code for finding in verify(data, "a.docx")] == []


def test_a_tag_that_is_left_is_still_an_error() -> None:
    parts = parts_of(fill_in(template("ก x")))
    parts[DOCUMENT] = parts[DOCUMENT].replace(b">x<", b">{{ x }}<")
    codes = [finding.code for finding in verify(pack(parts), "a.docx")]
    assert codes == ["E703"]


def test_alternative_text_takes_tags() -> None:
    description = "{{ void|default(&quot;R&amp;D&quot;, true) }} {{ name }}"
    properties = f'<wp:docPr id="1" name="x" descr="{description}"/>'
    drawing = f"<w:r><w:drawing><wp:inline>{properties}</wp:inline></w:drawing></w:r>"
    root = xml_of(fill_in(template(paragraph(drawing))))
    assert xpath(root, "//wp:docPr/@descr") == [f"R&D {CONTEXT['name']}"]


def test_an_instruction_of_a_field_takes_a_tag_in_pieces() -> None:
    pieces = [
        "<w:r><w:instrText>REF {{ nu</w:instrText></w:r>",
        "<w:r><w:instrText>mber }}</w:instrText></w:r>",
    ]
    root = xml_of(fill_in(template(paragraph(*pieces))))
    assert "".join(xpath(root, "//w:instrText/text()")) == "REF 7"


def test_a_cell_that_never_had_a_paragraph_gets_one() -> None:
    root = xml_of(fill_in(template(table(1, row("<w:tc><w:tcPr/></w:tc>")), "z")))
    assert len(xpath(root, "//w:tc/w:p")) == 1


def test_many_tags_and_pieces_take_no_long_time() -> None:
    """Twice the work takes about twice the steps: the limit of turns of a document is far away."""
    data = template("{{ one }} " * 3000, paragraph(*[run("{{ o"), run("ne }} ")] * 500))
    first_line, second_line = lines_of(fill_in(data))
    assert first_line == "หนึ่ง " * 3000
    assert second_line == "หนึ่ง " * 500
