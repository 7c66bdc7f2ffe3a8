"""Each rule for finished Word files finds its own fault in the shipped manual, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from altering import (
    BODY,
    CELL,
    LATIN_RUN,
    NOT_WORD,
    RELATIONS,
    SHOWN,
    THAI_RUN,
    TYPES,
    Alter,
    before,
    found_in,
    inside,
    put,
    remove,
    reverse,
    text,
    twin,
    unset,
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
    altered,
    elements,
    pack,
    parts_of,
    xpath,
)

from esa_docs.diagnostics import Severity
from esa_docs.model.document import Document
from esa_docs.word.render import render, texts_of
from esa_docs.word.verify import verify
from esa_docs.word.verify.schema import validate_schema

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.fixture(scope="module")
def data(manual: Document[Any]) -> bytes:
    return render(manual, today=dt.date(2026, 9, 16))


def test_the_manual_has_no_fault(data: bytes, manual: Document[Any]) -> None:
    assert verify(data, SHOWN, texts_of(manual)) == ()


DEFAULTS = "/w:styles/w:docDefaults/w:rPrDefault/w:rPr"
TITLE = "/w:styles/w:style[@w:styleId='Title']"
MODE = "//w:compatSetting[@w:name='compatibilityMode']"
LINK = "//w:hyperlink"
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="5" name="a"/></wp:inline></w:drawing></w:r>'
BOLD_STYLE = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)
FONT = '<w:rFonts w:ascii="A" w:hAnsi="A" w:eastAsia="A" w:cs="A" w:cstheme="minorBidi"/>'


def _turn_round(root: Element) -> None:
    """Let a field end before it begins."""
    begin, end = xpath(root, "//w:fldChar")
    begin.set(f"{{{W}}}fldCharType", "end")
    end.set(f"{{{W}}}fldCharType", "begin")


CASES: list[tuple[str, Severity, str, str, Alter]] = [
    # code, weight, the part it is found in, the altered part, what is altered
    ("E702", ERROR, TYPES, TYPES, lambda root: root.remove(_type(root, "Default", "xml"))),
    ("E702", ERROR, RELATIONS, RELATIONS, lambda root: root[0].set("Target", "gone.xml")),
    ("E702", ERROR, RELATIONS, RELATIONS, lambda root: root[0].set("Target", "/word/gone.xml")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, text(f"{LATIN_RUN}/w:t", "{{ x }}")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, text(f"{LATIN_RUN}/w:t", "{% if x %}")),
    ("E703", ERROR, DOCUMENT, DOCUMENT, text(f"{LATIN_RUN}/w:t", "{# x #}")),
    ("E703", ERROR, HEADER, HEADER, inside("//w:p", "<w:r><w:t>{{ x }}</w:t></w:r>")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, text(f"{THAI_RUN}/w:t", "ไทย\u200bไทย")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, text(f"{THAI_RUN}/w:t", "ก\ufeffข")),
    ("E705", WARNING, DOCUMENT, DOCUMENT, text(f"{LATIN_RUN}/w:t", "e\u0301")),
    ("E706", WARNING, DOCUMENT, DOCUMENT, before(BODY, "<w:p/>")),
    (
        "E706",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        before(BODY, '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'),
    ),
    ("E706", WARNING, HEADER, HEADER, before("//w:p", "<w:p/>")),
    ("E707", WARNING, STYLES, STYLES, unset(f"{DEFAULTS}/w:rFonts", "cs")),
    ("E707", WARNING, STYLES, STYLES, unset(f"{DEFAULTS}/w:rFonts", "eastAsia")),
    ("E707", WARNING, STYLES, STYLES, put(f"{DEFAULTS}/w:rFonts", "asciiTheme", "minorHAnsi")),
    ("E707", WARNING, DOCUMENT, DOCUMENT, before(f"{THAI_RUN}/w:rPr/w:cs", FONT)),
    ("E708", WARNING, STYLES, STYLES, remove(f"{TITLE}/w:rPr/w:bCs")),
    ("E708", WARNING, STYLES, STYLES, remove(f"{TITLE}/w:rPr/w:sz")),
    ("E708", WARNING, STYLES, STYLES, put(f"{TITLE}/w:rPr/w:szCs", "val", "30")),
    ("E708", WARNING, STYLES, STYLES, before(f"{TITLE}/w:rPr/w:sz", "<w:i/>")),
    ("E708", WARNING, DOCUMENT, DOCUMENT, before(f"{THAI_RUN}/w:rPr/w:cs", "<w:b/>")),
    ("E709", WARNING, STYLES, STYLES, reverse(f"{TITLE}/w:rPr")),
    ("E709", WARNING, DOCUMENT, DOCUMENT, inside(f"{THAI_RUN}/w:rPr", "<w:b/><w:bCs/>")),
    ("E709", WARNING, DOCUMENT, DOCUMENT, inside(f"{THAI_RUN}/w:rPr", '<w:vertAlign w:val="superscript"/>')),
    ("E709", WARNING, DOCUMENT, DOCUMENT, inside(f"{THAI_RUN}/w:rPr", "<w:strike/>")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, remove("//w:p[count(w:r)=1]/w:r/w:rPr[count(*)=1]/w:cs")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, text(f"{THAI_RUN}/w:t", "KPI")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, text(f"{LATIN_RUN}/w:t", "ไทย")),
    ("E710", WARNING, STYLES, STYLES, inside(f"{TITLE}/w:rPr", "<w:cs/>")),
    ("E710", WARNING, DOCUMENT, DOCUMENT, text("//w:r[not(w:rPr)]/w:instrText", ' TC "ก" ')),
    ("E711", WARNING, DOCUMENT, DOCUMENT, twin(LATIN_RUN)),
    ("E711", WARNING, DOCUMENT, DOCUMENT, twin(THAI_RUN)),
    (
        "E711",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        before(
            f"{BODY}/w:r[1]",
            "<w:r><w:rPr><w:cs/></w:rPr><w:t>ก</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/><w:cs/></w:rPr><w:t>่ข</w:t></w:r>",
        ),
    ),
    ("E712", WARNING, DOCUMENT, DOCUMENT, inside(f"{THAI_RUN}/w:rPr", '<w:lang w:val="en-US"/>')),
    ("E712", WARNING, DOCUMENT, DOCUMENT, before(f"{THAI_RUN}/w:rPr/w:cs", "<w:noProof/>")),
    ("E712", WARNING, DOCUMENT, STYLES, remove(f"{DEFAULTS}/w:lang")),
    ("E712", WARNING, DOCUMENT, STYLES, put(f"{DEFAULTS}/w:lang", "bidi", "en-US")),
    ("E712", WARNING, DOCUMENT, SETTINGS, remove("//w:themeFontLang")),
    ("E712", WARNING, DOCUMENT, SETTINGS, put("//w:themeFontLang", "bidi", "ar-SA")),
    ("E713", WARNING, DOCUMENT, SETTINGS, remove(MODE)),
    ("E713", WARNING, DOCUMENT, SETTINGS, put(MODE, "val", "14")),
    ("E713", WARNING, DOCUMENT, SETTINGS, twin(MODE)),
    ("E713", WARNING, DOCUMENT, SETTINGS, before("//w:defaultTabStop", '<w:updateFields w:val="true"/>')),
    ("E713", WARNING, DOCUMENT, DOCUMENT, put("//w:fldChar[@w:fldCharType='begin']", "dirty", "true")),
    ("E713", WARNING, HEADER, HEADER, put("//w:fldChar[@w:fldCharType='begin']", "dirty", "true")),
    ("E713", WARNING, HEADER, HEADER, inside("//w:p", '<w:fldSimple w:instr="PAGE" w:dirty="true"/>')),
    (
        "E715",
        WARNING,
        STYLES,
        STYLES,
        put("//w:style[@w:styleId='BodyText']/w:pPr/w:jc", "val", "distribute"),
    ),
    ("E715", WARNING, DOCUMENT, DOCUMENT, inside(f"{BODY}/w:pPr", '<w:jc w:val="distribute"/>')),
    ("E715", WARNING, DOCUMENT, DOCUMENT, inside(f"{CELL}/w:pPr", '<w:jc w:val="both"/>')),
    ("E715", WARNING, DOCUMENT, DOCUMENT, put(f"{CELL}/w:pPr/w:pStyle", "val", "BodyText")),
    ("E715", WARNING, DOCUMENT, DOCUMENT, inside(THAI_RUN, "<w:br/>")),
    ("E715", WARNING, DOCUMENT, DOCUMENT, inside(THAI_RUN, '<w:br w:type="textWrapping"/>')),
    (
        "E715",
        WARNING,
        DOCUMENT,
        DOCUMENT,
        inside(f"{BODY}/w:pPr", '<w:spacing w:line="240" w:lineRule="exact"/>'),
    ),
    (
        "E715",
        WARNING,
        DOCUMENT,
        STYLES,
        before(
            "//w:style[@w:styleId='BodyText']/w:pPr/w:ind", '<w:spacing w:line="240" w:lineRule="exact"/>'
        ),
    ),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove("//w:tblLayout")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, put("//w:tblLayout", "type", "autofit")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove("//w:tblPr/w:tblCellMar")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, put("//w:gridCol", "w", "700")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, put("//w:tcW", "w", "700")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, put("//w:tcW", "w", "50%")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove("//w:tcW")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove("//w:trPr/w:tblHeader")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, inside("//w:tr[3]/w:trPr", "<w:tblHeader/>")),
    ("E716", WARNING, DOCUMENT, DOCUMENT, remove("//w:tr[2]/w:trPr/w:cantSplit")),
    ("E716", ERROR, DOCUMENT, DOCUMENT, inside("//w:tc", "<w:sdt/>")),
    (
        "E717",
        ERROR,
        DOCUMENT,
        DOCUMENT,
        remove("//w:p[not(w:hyperlink)]/w:r[w:fldChar[@w:fldCharType='end']]"),
    ),
    (
        "E717",
        ERROR,
        DOCUMENT,
        DOCUMENT,
        remove("//w:p[w:bookmarkStart]/w:r[w:fldChar[@w:fldCharType='begin']]"),
    ),
    ("E717", ERROR, HEADER, HEADER, remove("//w:r[w:fldChar[@w:fldCharType='end']]")),
    ("E717", ERROR, HEADER, HEADER, _turn_round),
    ("E717", WARNING, HEADER, HEADER, text("//w:instrText", "PAGE \\* ThaiArabic")),
    ("E718", ERROR, DOCUMENT, DOCUMENT, put(LINK, "anchor", "_Toc7")),
    ("E718", ERROR, DOCUMENT, DOCUMENT, text(f"{LINK}//w:instrText", " PAGEREF _Toc7 \\h ")),
    ("E719", ERROR, DOCUMENT, DOCUMENT, lambda root: _equal(root, "//w:bookmarkStart", f"{{{W}}}id")),
    ("E719", ERROR, DOCUMENT, DOCUMENT, before(f"{BODY}/w:r", DRAWING + DRAWING)),
    (
        "E719",
        ERROR,
        DOCUMENT,
        DOCUMENT,
        lambda root: [one.set(f"{{{NAMES['w14']}}}paraId", "1A2B3C4D") for one in xpath(root, "//w:p")[:2]],
    ),
]


def _type(root: Element, kind: str, extension: str) -> Element:
    """Find a default content type, and take away the override that would stand in for it."""
    (found,) = [one for one in root if one.tag.endswith(kind) and one.get("Extension") == extension]
    root.remove(next(one for one in root if one.get("PartName") == "/word/theme/theme1.xml"))
    return found


def _equal(root: Element, path: str, name: str) -> None:
    one, other = xpath(root, path)[:2]
    other.set(name, one.get(name))


@pytest.mark.parametrize(
    ("code", "severity", "where", "part", "alter"),
    CASES,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES)],
)
def test_the_fault_is_found_and_nothing_else(
    code: str, severity: Severity, where: str, part: str, alter: Alter, data: bytes
) -> None:
    assert found_in(altered(data, part, alter)) == [(code, severity, where)]


# Faults that take more than one part, or no part at all.


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_what_is_no_word_file_is_named(data: bytes) -> None:
    (found,) = verify(data, SHOWN)
    assert (found.code, found.severity, found.location.path, found.field) == ("E701", ERROR, SHOWN, "")


def test_a_part_that_is_gone_is_named(data: bytes) -> None:
    parts = parts_of(data)
    del parts[SETTINGS]
    assert found_in(pack(parts)) == [("E702", ERROR, RELATIONS)]


def test_lost_text_is_named(data: bytes, manual: Document[Any]) -> None:
    texts = texts_of(manual)
    lost = altered(data, DOCUMENT, remove(BODY))
    found = verify(lost, SHOWN, texts)
    assert [(one.code, one.severity, one.field) for one in found] == [("E704", ERROR, DOCUMENT)]


def test_each_lost_text_is_named_once(data: bytes) -> None:
    found = verify(data, SHOWN, ("คำนำ", "หายไป หนึ่ง", "สารบัญ", "หายไป สอง", "คำนำ"))
    assert [one.code for one in found] == ["E704", "E704"]


def test_white_space_is_no_loss(data: bytes) -> None:
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 3"
    assert verify(data, SHOWN, (name,)) == ()
    assert [one.code for one in verify(data, SHOWN, (name.replace(" ", ""),))] == ["E704"]


def test_bold_that_cancels_is_named(data: bytes) -> None:
    styled = altered(data, STYLES, inside("/w:styles", BOLD_STYLE))
    use = '<w:rStyle w:val="Strong"/>'
    title = "//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:r/w:rPr/w:cs"
    assert found_in(altered(styled, DOCUMENT, before(title, use))) == [("E714", WARNING, DOCUMENT)]
    assert found_in(altered(styled, DOCUMENT, before(f"{THAI_RUN}/w:rPr/w:cs", use))) == []


def test_bold_that_cancels_is_found_through_the_base_of_a_style(data: bytes) -> None:
    based = BOLD_STYLE.replace("Strong", "Loud").replace("<w:rPr>", '<w:basedOn w:val="Strong"/><w:rPr>')
    based = based.replace("<w:b/><w:bCs/>", "")
    styled = altered(data, STYLES, inside("/w:styles", BOLD_STYLE + based))
    use = before("//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:r/w:rPr/w:cs", '<w:rStyle w:val="Loud"/>')
    assert found_in(altered(styled, DOCUMENT, use)) == [("E714", WARNING, DOCUMENT)]


def _first_table_of(rows: int) -> Alter:
    """Take from the first table its repeated head, and all rows but so many."""

    def alter(root: Element) -> None:
        remove("//w:trPr/w:tblHeader")(root)
        for row in xpath(xpath(root, "//w:tbl")[0], "w:tr")[rows:]:
            row.getparent().remove(row)

    return alter


def test_a_table_of_one_row_needs_no_head_and_one_of_two_does(data: bytes) -> None:
    assert found_in(altered(data, DOCUMENT, _first_table_of(1))) == []
    assert found_in(altered(data, DOCUMENT, _first_table_of(2))) == [("E716", WARNING, DOCUMENT)]


def test_what_the_schema_does_not_allow_is_named(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(altered(data, DOCUMENT, put("//w:tblLayout", "type", "nonsense")))
    found = list(validate_schema(path, SHOWN))
    assert {(one.code, one.severity, one.location.path) for one in found} == {("E720", ERROR, SHOWN)}
    path.write_bytes(altered(data, DOCUMENT, lambda root: root[0].append(elements("<w:nonsense/>")[0])))
    assert {one.code for one in validate_schema(path, SHOWN)} == {"E720"}


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_the_schema_check_bears_what_is_no_word_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    found = list(validate_schema(tmp_path / "a.docx", SHOWN))
    assert {one.code for one in found} == {"E720"}


def test_the_manual_fits_the_schema(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    assert list(validate_schema(tmp_path / "a.docx", SHOWN)) == []


def test_faults_come_in_order_and_once(data: bytes) -> None:
    twice = altered(
        altered(data, DOCUMENT, before(BODY, "<w:p/><w:p/>")), STYLES, remove(f"{DEFAULTS}/w:lang")
    )
    assert [one.code for one in verify(twice, SHOWN)] == ["E706", "E712"]


# Guards.

ELSEWHERE: dict[str, Callable[..., None]] = {
    "E701": test_what_is_no_word_file_is_named,
    "E704": test_lost_text_is_named,
    "E714": test_bold_that_cancels_is_named,
    "E720": test_what_the_schema_does_not_allow_is_named,
}


def test_every_code_has_a_case() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "esa_docs" / "word" / "verify").glob("*.py")]
    named = {code for source in sources for code in re.findall(r'"(E\d{3})"', source)}
    assert named == {f"E7{number:02}" for number in range(1, 21)}
    assert {case[0] for case in CASES} | set(ELSEWHERE) == named
