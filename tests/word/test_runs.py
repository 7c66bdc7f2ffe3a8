"""Text as Word runs: scripts apart, properties in order, text whole."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from word_files import Element, W, attribute, elements, text_of, xpath

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
    """Write plain text as a template does: escaped as Jinja escapes it."""
    children = [(child.tag.rpartition("}")[2], _plain(child)) for child in elements(properties)]
    escaped = escape(text).replace('"', "&#34;").replace("'", "&#39;")
    return make_run_writer(RunStyle.of(children), numerals)(escaped)


def _plain(element: Element) -> str:
    """Write an element of the main namespace without declaring the namespace again."""
    attributes = "".join(
        f' w:{str(key).rpartition("}")[2]}="{value}"' for key, value in element.attrib.items()
    )
    return f"<w:{element.tag.rpartition('}')[2]}{attributes}/>"


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
    assert [one.tag for one in xpath(thai_run, "w:rPr/*")] == [
        f"{{{W}}}{name}" for name in thai_order.split()
    ]
    assert [one.tag for one in xpath(latin_run, "w:rPr/*")] == [
        f"{{{W}}}{name}" for name in latin_order.split()
    ]


def test_properties_keep_their_values_in_both_scripts() -> None:
    runs = elements(write("กA", '<w:sz w:val="40"/><w:szCs w:val="40"/>'))
    assert [[attribute(one, "val") for one in xpath(run, "w:rPr/w:sz | w:rPr/w:szCs")] for run in runs] == [
        ["40", "40"],
        ["40", "40"],
    ]


@pytest.mark.parametrize(
    "text", ["R&D", "a < b > c", "\"q\" 'r'", "&amp; &lt; &#34; &#39;", "]]>", "😀&<", "&"]
)
def test_signs_of_xml_print_as_given(text: str) -> None:
    assert "".join(text_of(run) for run in elements(write(text))) == text
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ก\nข", ["t", "br", "t"]),
        ("ก\tข", ["t", "tab", "t"]),
        ("\nก\n", ["br", "t", "br"]),
        ("\n\n", ["br", "br"]),
        ("ก\n\t\nข", ["t", "br", "tab", "br", "t"]),
        ("\t", ["tab"]),
    ],
)
def test_breaks_and_tabs_become_elements(text: str, shown: list[str]) -> None:
    runs = elements(write(text))
    pieces = [piece.tag.rpartition("}")[2] for run in runs for piece in run if not piece.tag.endswith("rPr")]
    assert pieces == shown
    assert "".join(text_of(run) for run in runs) == text


@pytest.mark.parametrize("text", [" ก", "ก ", "ก  ข", " ", "ก \nข", "ก\n ข", "ก \tข", "a ก", "ก\t ข \n ค"])
def test_spaces_at_the_ends_of_a_piece_are_kept(text: str) -> None:
    pieces = [piece for run in elements(write(text)) for piece in xpath(run, "w:t")]
    careful = [piece for piece in pieces if piece.text.strip(" ") != piece.text or "  " in piece.text]
    assert careful
    assert [piece.get(PRESERVE) for piece in careful] == ["preserve"] * len(careful)


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


@pytest.mark.parametrize(("text", "numerals", "shown"), NUMERALS)
def test_digits_are_those_of_the_document(text: str, numerals: thai.Numerals, shown: str) -> None:
    assert "".join(text_of(run) for run in elements(write(text, numerals=numerals))) == shown
    assert thai.apply_numerals(text, numerals) == shown


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
    xml = make_run_writer(RunStyle.of(children), "arabic")(escape(text))
    runs = elements(xml)
    whole = "".join(text_of(run) for run in runs)
    assert whole == thai.to_arabic_digits(text).replace("\u00a0", " ")
    assert [is_marked(run) for run in runs] == [has_thai(text_of(run)) for run in runs]


@settings(deadline=None, max_examples=300)
@given(PRINTABLE)
@example("“ที่”")
@example("a่ก")
def test_no_run_begins_inside_a_thai_cluster(text: str) -> None:
    shown = [text_of(run) for run in elements(write(text))]
    later = shown[1:]
    torn = [
        (before, piece)
        for before, piece in pairwise(shown)
        if piece[0] in THAI_MARKS and has_thai(before[-1])
    ]
    assert torn == []
    combining = [piece for piece in later if unicodedata.combining(piece[0]) and piece[0] not in THAI_MARKS]
    assert combining == []


@settings(deadline=None, max_examples=200)
@given(PRINTABLE)
def test_neighbouring_runs_differ_in_script(text: str) -> None:
    marks = [is_marked(run) for run in elements(write(text))]
    assert [one for one, other in pairwise(marks) if one == other] == []
