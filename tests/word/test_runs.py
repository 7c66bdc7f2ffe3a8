"""Text as Word runs: scripts apart, properties in order, text whole."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from word_files import Element, elements, text_of, texts_of_all, xpath

from esa_docs import thai
from esa_docs.word.runs import RunStyle, escape, make_run_writer, make_splitter, unescape

THAI_MARKS = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

RUNS = [
    ("งาน", [("งาน", True)]),
    ("KPI", [("KPI", False)]),
    ("งาน PMQA 4.0 ปี", [("งาน ", True), ("PMQA 4.0 ", False), ("ปี", True)]),
    ("(ก)", [("(", False), ("ก", True), (")", False)]),
    ("ปี 2569", [("ปี ", True), ("2569", False)]),
    ("“ก” & <ข>", [("“ก” ", True), ("& <", False), ("ข", True), (">", False)]),
    ("😀 ก", [("😀 ก", True)]),
    ("ก😀a", [("ก😀", True), ("a", False)]),
    ("  ก  ", [("  ก  ", True)]),
    ("", []),
]


def write(text: str, properties: str = "", numerals: thai.Numerals = "arabic") -> str:
    """Return the runs of a plain text, as a template makes them: from text that Jinja escaped."""
    children = [(local_name(child.tag), _xml_of_property(child)) for child in elements(properties)]
    write_runs = make_run_writer(RunStyle.of(children), numerals)
    escaped_text = escape(text).replace('"', "&#34;").replace("'", "&#39;")
    return write_runs(escaped_text)


def _xml_of_property(element: Element) -> str:
    """Return an element of the main namespace as XML that does not declare the namespace again."""
    name = local_name(element.tag)
    attributes = ""
    for key, value in element.attrib.items():
        attributes += f' w:{local_name(key)}="{value}"'
    return f"<w:{name}{attributes}/>"


def local_name(tag: str) -> str:
    """Return the name of an element or an attribute without its namespace."""
    return tag.rpartition("}")[2]


def runs_text(runs: list[Element]) -> str:
    return "".join(texts_of_all(runs))


def property_names(run: Element) -> list[str]:
    """Return the names of the properties of a run in their order; all are of the main namespace."""
    assert xpath(run, "w:rPr/*[not(self::w:*)]") == []
    return [local_name(element.tag) for element in xpath(run, "w:rPr/*")]


def is_marked(run: Element) -> bool:
    return bool(xpath(run, "w:rPr/w:cs"))


def has_thai(text: str) -> bool:
    return any("\u0e00" <= char <= "\u0e7f" for char in text)


@pytest.mark.parametrize(("text", "expected"), RUNS, ids=[text for text, _ in RUNS])
def test_runs_are_split_by_script_and_thai_ones_marked(text: str, expected: list[tuple[str, bool]]) -> None:
    runs = elements(write(text))
    assert [(text_of(run), is_marked(run)) for run in runs] == expected


ORDERS = [
    ("", "cs", ""),
    ("<w:b/><w:bCs/>", "b bCs cs", "b bCs"),
    ('<w:sz w:val="32"/><w:szCs w:val="32"/>', "sz szCs cs", "sz szCs"),
    ('<w:vertAlign w:val="superscript"/>', "vertAlign cs", "vertAlign"),
    ('<w:em w:val="dot"/>', "cs em", "em"),
    ('<w:lang w:val="en-US"/>', "cs lang", "lang"),
    ("<w:specVanish/>", "cs specVanish", "specVanish"),
    (
        '<w:rStyle w:val="a"/><w:b/><w:vertAlign w:val="subscript"/><w:em w:val="dot"/><w:lang/>',
        "rStyle b vertAlign cs em lang",
        "rStyle b vertAlign em lang",
    ),
]


@pytest.mark.parametrize(("properties", "thai_order", "latin_order"), ORDERS)
def test_the_mark_stands_where_the_schema_wants_it(
    properties: str, thai_order: str, latin_order: str
) -> None:
    thai_run, latin_run = elements(write("กA", properties))
    assert property_names(thai_run) == thai_order.split()
    assert property_names(latin_run) == latin_order.split()


def test_properties_keep_their_values_in_both_scripts() -> None:
    thai_run, latin_run = elements(write("กA", '<w:sz w:val="40"/><w:szCs w:val="40"/>'))
    for run in (thai_run, latin_run):
        assert xpath(run, "w:rPr/w:sz/@w:val | w:rPr/w:szCs/@w:val") == ["40", "40"]


@pytest.mark.parametrize(
    "text", ["R&D", "a < b > c", "\"q\" 'r'", "&amp; &lt; &#34; &#39;", "]]>", "😀&<", "&"]
)
def test_signs_of_xml_print_as_given(text: str) -> None:
    assert runs_text(elements(write(text))) == text
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ก\nข", ["t", "br", "t"]),
        ("ก\tข", ["t", "tab", "t"]),
        ("\nก\n", ["br", "t", "br"]),
        ("\n\n", ["br", "br"]),
        ("ก\n\t\nข", ["t", "br", "tab", "br", "t"]),
        ("\t", ["tab"]),
    ],
)
def test_breaks_and_tabs_become_elements(text: str, names: list[str]) -> None:
    runs = elements(write(text))
    pieces = xpath(runs[0].getparent(), "w:r/*[not(self::w:rPr)]")
    assert [local_name(piece.tag) for piece in pieces] == names
    assert runs_text(runs) == text


@pytest.mark.parametrize("text", [" ก", "ก ", "ก  ข", " ", "ก \nข", "ก\n ข", "ก \tข", "a ก", "ก\t ข \n ค"])
def test_spaces_at_the_ends_of_a_piece_are_kept(text: str) -> None:
    """Word keeps spaces at the ends of a ``w:t`` only where it says ``preserve``."""
    runs = elements(write(text))
    pieces = xpath(runs[0].getparent(), "w:r/w:t")
    pieces_with_spaces = [piece for piece in pieces if has_spaces_to_preserve(piece.text)]
    assert pieces_with_spaces != []
    for piece in pieces_with_spaces:
        assert piece.get(PRESERVE) == "preserve"


def has_spaces_to_preserve(text: str) -> bool:
    return text.strip(" ") != text or "  " in text


NUMERALS = [
    ("ปี 2569", "thai", "ปี ๒๕๖๙"),
    ("ปี ๒๕๖๙", "arabic", "ปี 2569"),
    ("PMQA4.0 ระดับ 3", "thai", "PMQA4.0 ระดับ ๓"),
    ("PMQA4.0 ระดับ ๓", "arabic", "PMQA4.0 ระดับ 3"),
    ("A4 12 หน้า", "thai", "A4 ๑๒ หน้า"),
    ("https://a.go.th/2569 ปี 2569", "thai", "https://a.go.th/2569 ปี ๒๕๖๙"),
    ("'5' \"6\" & 7 < 8 > 9", "thai", "'๕' \"๖\" & ๗ < ๘ > ๙"),
    ("A&1 และ 1&2", "thai", "A&1 และ ๑&๒"),
    ("x>5", "thai", "x>๕"),
    ("www.a.go.th/1<2", "thai", "www.a.go.th/1<๒"),
]


@pytest.mark.parametrize(("text", "numerals", "expected"), NUMERALS)
def test_digits_are_those_of_the_document(text: str, numerals: thai.Numerals, expected: str) -> None:
    assert runs_text(elements(write(text, numerals=numerals))) == expected
    assert thai.apply_numerals(text, numerals) == expected


def test_spaces_that_hold_a_number_do_not_break() -> None:
    assert "".join(xpath(elements(write("เขต 3"))[0], "//w:t/text()")) == "เขต\u00a03"


def test_thai_digits_are_thai() -> None:
    (run,) = elements(write("ปี 2569", numerals="thai"))
    assert (text_of(run), is_marked(run)) == ("ปี ๒๕๖๙", True)


def test_the_splitter_changes_nothing_but_the_script() -> None:
    runs = elements(make_splitter(RunStyle())("เขต 3 ปี ๒๕๖๙"))
    assert "".join(xpath(runs[0].getparent(), ".//w:t/text()")) == "เขต 3 ปี ๒๕๖๙"


PRINTABLE = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B, exclude_categories=["Cn"]),
        st.sampled_from("&<>\"' \n\tAz09.()“”–😀\u00a0"),
        st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]),
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=300)
@given(PRINTABLE, st.sampled_from(["", "<w:b/><w:bCs/>"]))
@example("ก\nข", "")
@example("น้ำ", "<w:b/><w:bCs/>")
def test_the_runs_together_are_the_text(text: str, properties: str) -> None:
    children = [(name, f"<w:{name}/>") for name in ("b", "bCs") if name in properties]
    write_runs = make_run_writer(RunStyle.of(children), "arabic")
    runs = elements(write_runs(escape(text)))
    assert runs_text(runs) == thai.to_arabic_digits(text).replace("\u00a0", " ")
    for run in runs:
        assert is_marked(run) == has_thai(text_of(run))


@settings(deadline=None, max_examples=300)
@given(PRINTABLE)
@example("“ที่”")
@example("a่ก")
def test_no_run_begins_inside_a_thai_cluster(text: str) -> None:
    texts = texts_of_all(elements(write(text)))
    for before, after in pairwise(texts):
        last_char, first_char = before[-1], after[0]
        if first_char in THAI_MARKS:
            assert not has_thai(last_char)
        else:
            assert not unicodedata.combining(first_char)


@settings(deadline=None, max_examples=200)
@given(PRINTABLE)
def test_neighbouring_runs_differ_in_script(text: str) -> None:
    for run, next_run in pairwise(elements(write(text))):
        assert is_marked(run) != is_marked(next_run)
