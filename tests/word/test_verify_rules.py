"""Each rule for finished Word files finds its own fault in the altered manual, and no rule finds another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from altering import (
    BODY,
    CELL,
    FILE_LABEL,
    LATIN_RUN,
    NOT_WORD,
    RELATIONS,
    THAI_RUN,
    TYPES,
    Alter,
    append_inside,
    codes_in,
    duplicate,
    insert_before,
    problems_in,
    remove_attribute,
    remove_element,
    reverse_children,
    set_attribute,
    set_text,
)
from word_files import (
    DOCUMENT,
    HEADER,
    NAMES,
    ROOT,
    SETTINGS,
    STYLES,
    Element,
    W,
    alter_part,
    elements,
    pack,
    parts_of,
    xpath,
)

from esa_docs.diagnostics import Severity
from esa_docs.model.document import Document
from esa_docs.word.render import render, texts_of
from esa_docs.word.verify import verify

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.fixture(scope="module")
def data(manual: Document[Any]) -> bytes:
    return render(manual, today=dt.date(2026, 9, 16))


def test_the_manual_has_no_fault(data: bytes, manual: Document[Any]) -> None:
    assert verify(data, FILE_LABEL, texts_of(manual)) == ()


DEFAULTS = "/w:styles/w:docDefaults/w:rPrDefault/w:rPr"
TITLE = "/w:styles/w:style[@w:styleId='Title']"
MODE = "//w:compatSetting[@w:name='compatibilityMode']"
LINK = "//w:hyperlink"
DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="5" name="a"/>'
    '<a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
)
BOLD_STYLE = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)
STYLE_BASED_ON_BOLD = (
    '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/>'
    '<w:basedOn w:val="Strong"/><w:rPr></w:rPr></w:style>'
)
TITLE_MARK = "//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:r/w:rPr/w:cs"
"""The mark of Thai text in the run of a title; the title's style is bold."""
FONT = '<w:rFonts w:ascii="A" w:hAnsi="A" w:eastAsia="A" w:cs="A" w:cstheme="minorBidi"/>'


def _turn_field_round(root: Element) -> None:
    """Let a field end before it begins."""
    begin, end = xpath(root, "//w:fldChar")
    begin.set(f"{{{W}}}fldCharType", "end")
    end.set(f"{{{W}}}fldCharType", "begin")


def _remove_types_of_xml(root: Element) -> None:
    """Remove the default content type of XML, and one override that would stand in for it."""
    for element in list(root):
        if element.get("Extension") == "xml" or element.get("PartName") == "/word/theme/theme1.xml":
            root.remove(element)


def _set_first_target(target: str) -> Alter:
    """Return an alteration that lets the first relation refer to another part."""

    def alter(root: Element) -> None:
        root[0].set("Target", target)

    return alter


def _set_same_bookmark_ids(root: Element) -> None:
    first, second = xpath(root, "//w:bookmarkStart")[:2]
    second.set(f"{{{W}}}id", first.get(f"{{{W}}}id"))


def _set_same_paragraph_ids(root: Element) -> None:
    for paragraph in xpath(root, "//w:p")[:2]:
        paragraph.set(f"{{{NAMES['w14']}}}paraId", "1A2B3C4D")


_LINK_TO_PROGRAM = '<w:fldSimple w:instr="HYPERLINK C:\\a.exe"/>'


def _append_fetched_picture(root: Element) -> None:
    picture = deepcopy(root[0])
    picture.set("Id", "rIdOut")
    picture.set("Type", f"{NAMES['r']}/image")
    picture.set("Target", "https://example.org/a.png")
    picture.set("TargetMode", "External")
    root.append(picture)


def _put_text_behind_run(root: Element) -> None:
    """Put text where none may stand: outside of every run."""
    xpath(root, "//w:r")[0].tail = "ข้อความ"


def _begin_with_the_element_of_footers(root: Element) -> None:
    root.tag = f"{{{W}}}ftr"


def _refer_to_lost_note(root: Element) -> None:
    xpath(root, BODY)[0].extend(elements('<w:r><w:footnoteReference w:id="7"/></w:r>'))


def _refer_to_lost_header(root: Element) -> None:
    xpath(root, "//w:headerReference")[0].set(f"{{{NAMES['r']}}}id", "rIdGone")


CASES: list[tuple[str, Severity, str, str, Alter]] = [
    # code, severity, part that the diagnostic names, altered part, alteration
    ("E702", ERROR, TYPES, TYPES, _remove_types_of_xml),
    ("E702", ERROR, RELATIONS, RELATIONS, _set_first_target("gone.xml")),
    ("E702", ERROR, RELATIONS, RELATIONS, _set_first_target("/word/gone.xml")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, set_text(f"{LATIN_RUN}/w:t", "{{ x }}")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, set_text(f"{LATIN_RUN}/w:t", "{% if x %}")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, set_text(f"{LATIN_RUN}/w:t", "{# x #}")),
    ("E703", ERROR, HEADER, HEADER, append_inside("//w:p", "<w:r><w:t>{{ x }}</w:t></w:r>")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, set_text(f"{THAI_RUN}/w:t", "ไทย\u200bไทย")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, set_text(f"{THAI_RUN}/w:t", "ก\ufeffข")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, set_text(f"{LATIN_RUN}/w:t", "e\u0301")),
    ("E706", WARNING, DOCUMENT, DOCUMENT, insert_before(BODY, "<w:p/>")),
    (
        "E706",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        insert_before(BODY, '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'),
    ),
    ("E706", WARNING, HEADER, HEADER, insert_before("//w:p", "<w:p/>")),
    ("E707", WARNING, STYLES, STYLES, remove_attribute(f"{DEFAULTS}/w:rFonts", "cs")),
    ("E707", WARNING, STYLES, STYLES, remove_attribute(f"{DEFAULTS}/w:rFonts", "eastAsia")),
    ("E707", WARNING, STYLES, STYLES, set_attribute(f"{DEFAULTS}/w:rFonts", "asciiTheme", "minorHAnsi")),
    ("E707", WARNING, DOCUMENT, DOCUMENT, insert_before(f"{THAI_RUN}/w:rPr/w:cs", FONT)),
    ("E708", WARNING, STYLES, STYLES, remove_element(f"{TITLE}/w:rPr/w:bCs")),
    ("E708", WARNING, STYLES, STYLES, remove_element(f"{TITLE}/w:rPr/w:sz")),
    ("E708", WARNING, STYLES, STYLES, set_attribute(f"{TITLE}/w:rPr/w:szCs", "val", "30")),
    ("E708", WARNING, STYLES, STYLES, insert_before(f"{TITLE}/w:rPr/w:sz", "<w:i/>")),
    ("E708", WARNING, DOCUMENT, DOCUMENT, insert_before(f"{THAI_RUN}/w:rPr/w:cs", "<w:b/>")),
    ("E709", WARNING, STYLES, STYLES, reverse_children(f"{TITLE}/w:rPr")),
    ("E709", WARNING, DOCUMENT, DOCUMENT, append_inside(f"{THAI_RUN}/w:rPr", "<w:b/><w:bCs/>")),
    (
        "E709",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        append_inside(f"{THAI_RUN}/w:rPr", '<w:vertAlign w:val="superscript"/>'),
    ),
    ("E709", WARNING, DOCUMENT, DOCUMENT, append_inside(f"{THAI_RUN}/w:rPr", "<w:strike/>")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:p[count(w:r)=1]/w:r/w:rPr[count(*)=1]/w:cs")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, set_text(f"{THAI_RUN}/w:t", "KPI")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, set_text(f"{LATIN_RUN}/w:t", "ไทย")),
    ("E710", WARNING, STYLES, STYLES, append_inside(f"{TITLE}/w:rPr", "<w:cs/>")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, set_text("//w:r[not(w:rPr)]/w:instrText", ' TC "ก" ')),
    ("E711", WARNING, DOCUMENT, DOCUMENT, duplicate(LATIN_RUN)),
    ("E711", WARNING, DOCUMENT, DOCUMENT, duplicate(THAI_RUN)),
    (
        "E711",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        insert_before(
            f"{BODY}/w:r[1]",
            "<w:r><w:rPr><w:cs/></w:rPr><w:t>ก</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/><w:cs/></w:rPr><w:t>่ข</w:t></w:r>",
        ),
    ),
    ("E712", WARNING, DOCUMENT, DOCUMENT, append_inside(f"{THAI_RUN}/w:rPr", '<w:lang w:val="en-US"/>')),
    ("E712", WARNING, DOCUMENT, DOCUMENT, insert_before(f"{THAI_RUN}/w:rPr/w:cs", "<w:noProof/>")),
    ("E712", WARNING, DOCUMENT, STYLES, remove_element(f"{DEFAULTS}/w:lang")),
    ("E712", WARNING, DOCUMENT, STYLES, set_attribute(f"{DEFAULTS}/w:lang", "bidi", "en-US")),
    ("E712", WARNING, DOCUMENT, SETTINGS, remove_element("//w:themeFontLang")),
    ("E712", WARNING, DOCUMENT, SETTINGS, set_attribute("//w:themeFontLang", "bidi", "ar-SA")),
    ("E713", WARNING, DOCUMENT, SETTINGS, remove_element(MODE)),
    ("E713", WARNING, DOCUMENT, SETTINGS, set_attribute(MODE, "val", "14")),
    ("E713", WARNING, DOCUMENT, SETTINGS, duplicate(MODE)),
    (
        "E713",
        WARNING,
        DOCUMENT,
        SETTINGS,
        insert_before("//w:compat", '<w:updateFields w:val="true"/>'),
    ),
    (
        "E713",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        set_attribute("//w:fldChar[@w:fldCharType='begin']", "dirty", "true"),
    ),
    ("E713", WARNING, HEADER, HEADER, set_attribute("//w:fldChar[@w:fldCharType='begin']", "dirty", "true")),
    ("E713", WARNING, HEADER, HEADER, append_inside("//w:p", '<w:fldSimple w:instr="PAGE" w:dirty="true"/>')),
    (
        "E715",
        WARNING,
        STYLES,
        STYLES,
        set_attribute("//w:style[@w:styleId='BodyText']/w:pPr/w:jc", "val", "distribute"),
    ),
    ("E715", WARNING, DOCUMENT, DOCUMENT, append_inside(f"{BODY}/w:pPr", '<w:jc w:val="distribute"/>')),
    ("E715", WARNING, DOCUMENT, DOCUMENT, append_inside(f"{CELL}/w:pPr", '<w:jc w:val="both"/>')),
    ("E715", WARNING, DOCUMENT, DOCUMENT, set_attribute(f"{CELL}/w:pPr/w:pStyle", "val", "BodyText")),
    ("E715", WARNING, DOCUMENT, DOCUMENT, append_inside(THAI_RUN, "<w:br/>")),
    ("E715", WARNING, DOCUMENT, DOCUMENT, append_inside(THAI_RUN, '<w:br w:type="textWrapping"/>')),
    (
        "E715",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        append_inside(f"{BODY}/w:pPr", '<w:spacing w:line="240" w:lineRule="exact"/>'),
    ),
    (
        "E715",
        WARNING,
        DOCUMENT,
        STYLES,
        insert_before(
            "//w:style[@w:styleId='BodyText']/w:pPr/w:ind", '<w:spacing w:line="240" w:lineRule="exact"/>'
        ),
    ),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:tblLayout")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, set_attribute("//w:tblLayout", "type", "autofit")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:tblPr/w:tblCellMar")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, set_attribute("//w:gridCol", "w", "700")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, set_attribute("//w:tcW", "w", "700")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, set_attribute("//w:tcW", "w", "50%")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:tcW")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:trPr/w:tblHeader")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, append_inside("//w:tr[3]/w:trPr", "<w:tblHeader/>")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove_element("//w:tr[2]/w:trPr/w:cantSplit")),
    ("E716", ERROR, DOCUMENT, DOCUMENT, append_inside("//w:tc", "<w:sdt/>")),
    (
        "E717",
        ERROR,
        DOCUMENT,
        DOCUMENT,
        remove_element("//w:p[not(w:hyperlink)]/w:r[w:fldChar[@w:fldCharType='end']]"),
    ),
    (
        "E717",
        ERROR,
        DOCUMENT,
        DOCUMENT,
        remove_element("//w:p[w:bookmarkStart]/w:r[w:fldChar[@w:fldCharType='begin']]"),
    ),
    ("E717", ERROR, HEADER, HEADER, remove_element("//w:r[w:fldChar[@w:fldCharType='end']]")),
    ("E717", ERROR, HEADER, HEADER, _turn_field_round),
    ("E717", WARNING, HEADER, HEADER, set_text("//w:instrText", "PAGE \\* ThaiArabic")),
    ("E718", ERROR, DOCUMENT, DOCUMENT, set_attribute(LINK, "anchor", "_Toc7")),
    ("E718", ERROR, DOCUMENT, DOCUMENT, set_text(f"{LINK}//w:instrText", " PAGEREF _Toc7 \\h ")),
    ("E719", ERROR, DOCUMENT, DOCUMENT, _set_same_bookmark_ids),
    ("E719", ERROR, DOCUMENT, DOCUMENT, insert_before(f"{BODY}/w:r", DRAWING + DRAWING)),
    ("E719", ERROR, DOCUMENT, DOCUMENT, _set_same_paragraph_ids),
    ("E719", ERROR, STYLES, STYLES, duplicate("/w:styles/w:style[last()]")),
    ("E720", ERROR, DOCUMENT, DOCUMENT, set_attribute("//w:cantSplit", "val", "nonsense")),
    ("E720", ERROR, DOCUMENT, DOCUMENT, append_inside("//w:body", "<w:nonsense/>")),
    ("E720", ERROR, STYLES, STYLES, append_inside("/w:styles", "<w:docDefaults/>")),
    ("E720", ERROR, SETTINGS, SETTINGS, set_attribute("//w:defaultTabStop", "val", "wide")),
    ("E720", ERROR, HEADER, HEADER, _put_text_behind_run),
    ("E720", ERROR, DOCUMENT, DOCUMENT, append_inside(THAI_RUN, "<w:ruby/>")),
    ("E720", ERROR, HEADER, HEADER, _begin_with_the_element_of_footers),
    ("E727", ERROR, DOCUMENT, DOCUMENT, insert_before(f"{BODY}/w:r", '<w:fldSimple w:instr="DDEAUTO x"/>')),
    ("E728", ERROR, DOCUMENT, DOCUMENT, insert_before(f"{BODY}/w:r", _LINK_TO_PROGRAM)),
    ("E729", ERROR, RELATIONS, RELATIONS, _append_fetched_picture),
    ("E730", ERROR, DOCUMENT, DOCUMENT, _refer_to_lost_note),
    ("E730", ERROR, DOCUMENT, DOCUMENT, _refer_to_lost_header),
]
CODES = [case[0] for case in CASES]


@pytest.mark.parametrize(
    ("code", "severity", "diagnosed_part", "altered_part", "alter"),
    CASES,
    ids=[f"{code}-{number}" for number, code in enumerate(CODES)],
)
def test_the_fault_is_found_and_nothing_else(
    code: str, severity: Severity, diagnosed_part: str, altered_part: str, alter: Alter, data: bytes
) -> None:
    altered_data = alter_part(data, altered_part, alter)
    assert problems_in(altered_data) == [(code, severity, diagnosed_part)]


# Faults that take more than one part, or no part at all.


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_what_is_no_word_file_is_named(data: bytes) -> None:
    (diagnostic,) = verify(data, FILE_LABEL)
    assert (diagnostic.code, diagnostic.severity) == ("E701", ERROR)
    assert (diagnostic.location.path, diagnostic.field) == (FILE_LABEL, "")


def test_a_part_that_is_gone_is_named(data: bytes) -> None:
    parts = parts_of(data)
    del parts[SETTINGS]
    assert problems_in(pack(parts)) == [("E702", ERROR, RELATIONS)]


def test_lost_text_is_named(data: bytes, manual: Document[Any]) -> None:
    without_paragraph = alter_part(data, DOCUMENT, remove_element(BODY))
    assert problems_in(without_paragraph, texts_of(manual)) == [("E704", ERROR, DOCUMENT)]


def test_each_lost_text_is_named_once(data: bytes) -> None:
    texts = ("คำนำ", "หายไป หนึ่ง", "สารบัญ", "หายไป สอง", "คำนำ")
    assert codes_in(data, texts) == ["E704", "E704"]


def test_white_space_is_no_loss(data: bytes) -> None:
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"
    assert codes_in(data, [name]) == []
    assert codes_in(data, [name.replace(" ", "")]) == ["E704"]


def test_bold_that_cancels_is_named(data: bytes) -> None:
    """Word turns bold off where both the style of a paragraph and that of a run are bold."""
    with_style = alter_part(data, STYLES, append_inside("/w:styles", BOLD_STYLE))
    bold = '<w:rStyle w:val="Strong"/>'
    bold_in_title = alter_part(with_style, DOCUMENT, insert_before(TITLE_MARK, bold))
    bold_in_text = alter_part(with_style, DOCUMENT, insert_before(f"{THAI_RUN}/w:rPr/w:cs", bold))

    assert problems_in(bold_in_title) == [("E714", WARNING, DOCUMENT)]
    assert problems_in(bold_in_text) == []


def test_bold_that_cancels_is_found_through_the_base_of_a_style(data: bytes) -> None:
    with_styles = alter_part(data, STYLES, append_inside("/w:styles", BOLD_STYLE + STYLE_BASED_ON_BOLD))
    bold_in_title = alter_part(with_styles, DOCUMENT, insert_before(TITLE_MARK, '<w:rStyle w:val="Loud"/>'))

    assert problems_in(bold_in_title) == [("E714", WARNING, DOCUMENT)]


def _shorten_first_table(row_count: int) -> Alter:
    """Return an alteration that lets the first table repeat no head and keep only its first rows."""

    def alter(root: Element) -> None:
        remove_element("//w:trPr/w:tblHeader")(root)
        table = xpath(root, "//w:tbl")[0]
        for row in xpath(table, "w:tr")[row_count:]:
            table.remove(row)

    return alter


def test_a_table_of_one_row_needs_no_head_and_one_of_two_does(data: bytes) -> None:
    assert problems_in(alter_part(data, DOCUMENT, _shorten_first_table(1))) == []
    assert problems_in(alter_part(data, DOCUMENT, _shorten_first_table(2))) == [("E716", WARNING, DOCUMENT)]


def test_faults_come_in_order_and_once(data: bytes) -> None:
    without_language = alter_part(data, STYLES, remove_element(f"{DEFAULTS}/w:lang"))
    with_empty_paragraphs = alter_part(without_language, DOCUMENT, insert_before(BODY, "<w:p/><w:p/>"))

    assert codes_in(with_empty_paragraphs) == ["E706", "E712"]


# Guards.

TESTS_OF_OTHER_CODES: dict[str, Callable[..., None]] = {
    "E701": test_what_is_no_word_file_is_named,
    "E704": test_lost_text_is_named,
    "E714": test_bold_that_cancels_is_named,
}


ELSEWHERE = {"E731"}
"""Codes that only files of others get: test_foreign_files.py."""


def test_every_code_has_a_case() -> None:
    codes_of_rules: set[str] = set()
    for path in (ROOT / "esa_docs" / "word" / "verify").glob("*.py"):
        codes_of_rules.update(re.findall(r'"(E\d{3})"', path.read_text("utf-8")))
    assert codes_of_rules == {f"E7{number:02}" for number in (*range(1, 21), *range(27, 32))}
    assert {*CODES, *TESTS_OF_OTHER_CODES, *ELSEWHERE} == codes_of_rules


def _with_cell_in_control(root: Element) -> None:
    cell = xpath(root, "//w:tc")[0]
    row = cell.getparent()
    control, content = elements("<w:sdt/><w:sdtContent/>")
    row.replace(cell, control)
    control.append(content)
    content.append(cell)


def _with_row_in_control(root: Element) -> None:
    row = xpath(root, "//w:tr")[-1]
    control, content = elements("<w:sdt/><w:sdtContent/>")
    row.getparent().replace(row, control)
    control.append(content)
    content.append(row)


def _with_column_left_free(root: Element) -> None:
    row = xpath(root, "//w:tr")[-1]
    row.remove(xpath(row, "w:tc")[0])
    (free,) = elements('<w:gridBefore w:val="1"/>')
    xpath(row, "w:trPr")[0].insert(0, free)


def _with_range_that_ends_in_cell(root: Element) -> None:
    cell = xpath(root, "//w:tc")[0]
    start, end = elements('<w:bookmarkStart w:id="77" w:name="x"/><w:bookmarkEnd w:id="77"/>')
    xpath(cell, "w:p")[0].insert(1, start)
    cell.append(end)


@pytest.mark.parametrize(
    "alter",
    [_with_cell_in_control, _with_row_in_control, _with_column_left_free, _with_range_that_ends_in_cell],
)
def test_what_word_writes_into_tables_is_no_fault(data: bytes, alter: Callable[[Element], None]) -> None:
    assert problems_in(alter_part(data, DOCUMENT, alter)) == []
