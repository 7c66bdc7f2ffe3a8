"""Marks of prose in a Word file: runs of both scripts, live links, notes at the foot of the page."""

from __future__ import annotations

from typing import Any

import pytest
from filling import BOLD, FILE_LABEL, PROPERTIES
from growth import is_linear
from looped_parts import (
    END,
    FOOTNOTES,
    LOOP,
    faults_in,
    note,
    note_reference,
    text_box,
    with_footer,
    with_notes,
)
from lxml import etree
from word_files import (
    DOCUMENT,
    NAMES,
    SETTINGS,
    STYLES,
    alter_part,
    elements,
    lines_of,
    paragraph,
    parts_of,
    run,
    template,
    text_of,
    xml_of,
    xpath,
)

from esa_docs import thai
from esa_docs.diagnostics import ContentError
from esa_docs.model.prose.reading import read_prose
from esa_docs.word.printed_context import print_context
from esa_docs.word.prose_signs import with_signs
from esa_docs.word.runs import RunStyle, escape, make_run_writer
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify


def filled(data: bytes, source: str, numerals: thai.Numerals = "thai", **context: Any) -> bytes:
    """Return a template filled in with a text that is read as prose, as ``text``, and with other values."""
    printed = print_context({"text": read_prose(source), **context})
    compiled_template = compile_template(data, FILE_LABEL, Look("TH SarabunPSK", numerals))
    return compiled_template.render(printed.values, PROPERTIES, printed)


def runs_of(source: str, properties: str = "") -> list[tuple[str, str]]:
    """Return the runs of a text: the names of their properties, and their text."""
    data = filled(template(paragraph(run("{{ text }}", properties))), source)
    (only_paragraph,) = [each for each in xpath(xml_of(data), "//w:body/w:p") if text_of(each)]
    runs = []
    for each_run in xpath(only_paragraph, "w:r"):
        names = [child.tag.rpartition("}")[2] for child in xpath(each_run, "w:rPr/*")]
        runs.append((" ".join(names), text_of(each_run)))
    return runs


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("กรร**มการ**ข", [("cs", "กรร"), ("b bCs cs", "มการ"), ("cs", "ข")]),
        ("ก*ข*", [("cs", "ก"), ("i iCs cs", "ข")]),
        ("ก__ข__", [("cs", "ก"), ("u cs", "ข")]),
        ("ม^2^", [("cs", "ม"), ("vertAlign cs", "๒")]),
        ("H~2~O", [("", "H"), ("vertAlign", "2"), ("", "O")]),
        ("***ก***", [("b bCs i iCs cs", "ก")]),
        ("**ก PMQA ข**", [("b bCs cs", "ก "), ("b bCs", "PMQA "), ("b bCs cs", "ข")]),
        # Digits belong to the whole word, wherever a mark begins in it.
        ("PMQA.**4**", [("", "PMQA."), ("b bCs", "4")]),
        ("ข้อ **5**", [("cs", "ข้อ "), ("b bCs cs", "๕")]),
        ("**ต่าง** ๆ", [("b bCs cs", "ต่าง"), ("cs", " ๆ")]),
    ],
)
def test_marks_become_properties_of_both_scripts(source: str, runs: list[tuple[str, str]]) -> None:
    assert runs_of(source) == runs


def test_properties_stand_in_the_order_of_the_schema() -> None:
    properties = '<w:i/><w:iCs/><w:color w:val="FF0000"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    assert runs_of("**ก**__ข__", properties) == [
        ("b bCs i iCs color sz szCs cs", "ก"),
        ("i iCs color sz szCs u cs", "ข"),
    ]


def test_bold_in_bold_letters_is_one_run() -> None:
    assert runs_of("ก**ข**ค", BOLD) == [("b bCs cs", "กขค")]


def test_line_breaks_and_signs_of_xml_stay() -> None:
    data = filled(template("{{ text }}"), "**ก & <ข>**\n*ค*")
    assert lines_of(data)[0] == "ก & <ข>\nค"


def test_text_before_and_behind_a_tag_takes_no_marks() -> None:
    data = filled(template("ที่ {{ text }} นี้"), "**ก**")
    (bold,) = xpath(xml_of(data), "//w:r[w:rPr/w:bCs]")
    assert (text_of(bold), lines_of(data)[0]) == ("ก", "ที่ ก นี้")


def test_a_filter_of_a_template_that_cuts_a_mark_leaves_a_sound_file() -> None:
    data = filled(template("{{ text[:3] }} {{ text|upper }} {{ text|reverse }}"), "[กข](https://a.th) **ค**")
    assert faults_in(data) == []
    assert not any("\ue100" <= character <= "\ue1ff" for character in "".join(lines_of(data)))


def instructions_of(data: bytes, part: str = "word/document.xml") -> list[str]:
    return [element.text for element in xpath(xml_of(data, part), "//w:instrText")]


def test_a_link_is_a_field_in_the_style_of_links() -> None:
    data = filled(template("{{ text }}"), 'ก[ข ค](https://a.th/?x=1&y="2")ง')
    assert instructions_of(data) == [' HYPERLINK "https://a.th/?x=1&y=%222%22" ']
    (link,) = xpath(xml_of(data), "//w:r[w:rPr/w:rStyle/@w:val='Hyperlink']")
    assert text_of(link) == "ข ค"
    assert xpath(xml_of(data, STYLES), "//w:style[@w:styleId='Hyperlink']/w:name/@w:val") == ["Hyperlink"]
    assert faults_in(data) == []


def test_a_link_without_words_prints_its_address() -> None:
    data = filled(template("{{ text }}"), "ก[ ](https://a.th/2569)ง **[__](mailto:a@b.th)**")
    assert instructions_of(data) == [' HYPERLINK "https://a.th/2569" ', ' HYPERLINK "mailto:a@b.th" ']
    links = xpath(xml_of(data), "//w:r[w:rPr/w:rStyle/@w:val='Hyperlink']")
    assert [text_of(link) for link in links] == ["https://a.th/2569", "a@b.th"]
    assert faults_in(data) == []


def test_a_link_with_thai_letters_is_written_in_ascii() -> None:
    data = filled(template("{{ text }}"), "[เว็บ](https://a.b/ไทย?x=1&y=%20#ก) ^[ดู[ข](mailto:ก@a.th)] ข")
    # UTF-8 of ไ is E0 B9 84, of ท E0 B8 97, of ย E0 B8 A2, of ก E0 B8 81
    words = "%E0%B9%84%E0%B8%97%E0%B8%A2"
    assert instructions_of(data) == [f' HYPERLINK "https://a.b/{words}?x=1&y=%20#%E0%B8%81" ']
    assert instructions_of(data, FOOTNOTES) == [' HYPERLINK "mailto:%E0%B8%81@a.th" ']
    assert [diagnostic.code for diagnostic in verify(data, "a.docx", ("เว็บ",))] == []
    assert faults_in(data) == []


def test_a_link_has_the_style_of_the_template() -> None:
    (style,) = elements('<w:style w:type="character" w:styleId="ลิงก์"><w:name w:val="Hyperlink"/></w:style>')
    data = alter_part(template("{{ text }}"), STYLES, lambda root: root.append(style))
    finished = filled(data, "[ข](https://a.th)")
    assert xpath(xml_of(finished), "//w:rStyle/@w:val") == ["ลิงก์"]
    assert "Hyperlink" not in xpath(xml_of(finished, STYLES), "//w:style/@w:styleId")


def notes_of(data: bytes) -> dict[str, str]:
    """Return the text of each note of a Word file by its id, without the two lines above notes."""
    notes = {}
    for element in xpath(xml_of(data, FOOTNOTES), "//w:footnote[not(@w:type)]"):
        (number,) = xpath(element, "@w:id")
        notes[number] = text_of(element)
    return notes


def test_notes_stand_at_the_foot_of_the_page() -> None:
    data = filled(template(LOOP + paragraph("{{ text }} {{ i }}") + END), "ก^[ดู **ข้อ 5**]", items=["1", "2"])
    assert xpath(xml_of(data), "//w:footnoteReference/@w:id") == ["1", "2"]
    assert notes_of(data) == {"1": " ดู ข้อ ๕", "2": " ดู ข้อ ๕"}
    assert xpath(xml_of(data, FOOTNOTES), "//w:footnote[@w:id='1']//w:r[w:rPr/w:bCs]/w:t/text()") == [
        "ข้อ\u00a0๕"
    ]
    assert xpath(xml_of(data, SETTINGS), "//w:footnotePr/w:numFmt/@w:val") == ["thaiNumbers"]
    assert xpath(xml_of(data, SETTINGS), "//w:footnotePr/w:footnote/@w:id") == ["-1", "0"]
    assert faults_in(data) == []
    assert list(verify(data, "a.docx", ("ก", "ดู ข้อ ๕"))) == []


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("OBEC", " OBEC"),
        ("(ก)", " (ก)"),
        ("5", " ๕"),
        ("**A** b", " A b"),
        ("[A](https://a.th)", " A"),
        ("ก", " ก"),
        ("...", " ..."),
    ],
)
def test_the_blank_before_a_note_is_no_second_run_of_one_form(note: str, text: str) -> None:
    data = filled(template("{{ text }}"), f"ก^[{note}]")
    assert notes_of(data) == {"1": text}
    assert list(verify(data, "a.docx", ("ก",))) == []


def test_notes_have_the_digits_of_the_document() -> None:
    data = filled(template("{{ text }}"), "ก^[ข]", "arabic")
    assert xpath(xml_of(data, SETTINGS), "//w:footnotePr/w:numFmt") == []


@pytest.mark.parametrize(
    ("numerals", "typed", "expected"),
    [
        ("thai", "decimal", "thaiNumbers"),
        ("arabic", "thaiNumbers", "decimal"),
        ("arabic", "decimal", "decimal"),
        ("thai", "chicago", "chicago"),
    ],
)
def test_plain_numbers_of_notes_have_the_digits_of_the_document_whatever_the_template_says(
    numerals: thai.Numerals, typed: str, expected: str
) -> None:
    notes = f'<w:footnotePr><w:numFmt w:val="{typed}"/></w:footnotePr>'

    def say_format(root: Any) -> None:
        root.insert(0, etree.fromstring(f'<x xmlns:w="{NAMES["w"]}">{notes}</x>')[0])

    def say_format_of_section(root: Any) -> None:
        section = xpath(root, "//w:sectPr")[0]
        section.insert(0, etree.fromstring(f'<x xmlns:w="{NAMES["w"]}">{notes}</x>')[0])

    data = alter_part(template("{{ text }}"), SETTINGS, say_format)
    data = alter_part(data, DOCUMENT, say_format_of_section)
    finished = filled(data, "ก^[ข]", numerals)
    assert xpath(xml_of(finished, SETTINGS), "//w:footnotePr/w:numFmt/@w:val") == [expected]
    assert xpath(xml_of(finished), "//w:sectPr/w:footnotePr/w:numFmt/@w:val") == [expected]


def test_notes_come_behind_those_of_the_template() -> None:
    body = paragraph(note_reference(7)) + paragraph("{{ text }}")
    data = filled(with_notes(template(body), note(7, paragraph("ดู {{ one }}"))), "ก^[ข]", one="ค")
    assert xpath(xml_of(data), "//w:footnoteReference/@w:id") == ["7", "8"]
    assert notes_of(data) == {"7": "ดู ค", "8": " ข"}
    assert faults_in(data) == []


def test_a_link_in_a_note_is_live() -> None:
    data = filled(template("{{ text }}"), "ก^[ดู[ข](https://a.th)]")
    assert instructions_of(data, FOOTNOTES) == [' HYPERLINK "https://a.th" ']
    assert faults_in(data) == []


@pytest.mark.parametrize(
    "data",
    [
        with_footer(template("x"), paragraph("{{ text }}")),
        template(paragraph(text_box(paragraph("{{ text }}")))),
        with_notes(template(paragraph(note_reference(1))), note(1, paragraph("{{ text }}"))),
    ],
    ids=["footer", "text box", "note"],
)
def test_a_note_where_word_has_none_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError) as error_info:
        filled(data, "ก^[ข ค]")
    (fault,) = error_info.value.diagnostics
    assert (fault.code, fault.location.path, "'ข ค'" in fault.message) == ("E223", FILE_LABEL, True)


def test_other_marks_may_stand_in_a_footer() -> None:
    data = filled(with_footer(template("x"), paragraph("{{ text }}")), "**ก** [ข](https://a.th)")
    (bold,) = xpath(xml_of(data, "word/footer9.xml"), "//w:r[w:rPr/w:bCs]")
    assert text_of(bold) == "ก"
    assert faults_in(data) == []


def test_a_text_without_marks_changes_nothing() -> None:
    data = template("{{ text }}")
    plain = compile_template(data, FILE_LABEL, Look("TH SarabunPSK", "thai")).render(
        {"text": "ก ข"}, PROPERTIES
    )
    assert filled(data, "ก ข") == plain
    assert FOOTNOTES not in parts_of(plain)


def test_equal_texts_give_equal_bytes() -> None:
    data = template("{{ text }}")
    assert filled(data, "**ก** ^[ข] [ค](https://a.th)") == filled(data, "**ก** ^[ข] [ค](https://a.th)")


@pytest.mark.parametrize("piece", ["**ก**ข ", "ก^[ข] ", "[ก](https://a.th) ", "ก*A*ข"])
def test_writing_marks_is_linear(piece: str) -> None:
    def write(size: int) -> None:
        write_runs = make_run_writer(RunStyle(), "thai")
        write_runs(escape(with_signs(read_prose(piece * size))))

    assert is_linear(write, 50, 16)


def test_placing_notes_is_linear() -> None:
    data = template("{{ text }}")
    assert is_linear(lambda size: filled(data, "ก^[ข] " * size), 40, 16)
