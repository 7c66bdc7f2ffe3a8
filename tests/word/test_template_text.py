"""The literal text of a template: signs of old fonts are mended, what no document may hold is refused."""

from __future__ import annotations

import pytest
from filling import FILE_LABEL, expected_error, faults_of, fill_in
from word_files import lines_of, paragraph, run, template, xml_of, xpath

from esa_docs.diagnostics import ContentError, Severity


@pytest.mark.parametrize("code", [0x202E, 0xE000, 0xFFFD, 0x200F, 0xE0041])
def test_a_character_that_no_document_may_hold_is_told_once(code: int) -> None:
    word = f"ก่อน{chr(code)}หลัง"
    with pytest.raises(ContentError) as error_info:
        fill_in(template(word, word, header=word))
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E228", FILE_LABEL)
    assert f"ก่อน[U+{code:04X}]หลัง" in diagnostic.message


def test_all_sorts_are_told_at_once() -> None:
    with pytest.raises(ContentError) as error_info:
        fill_in(template("ก\u202eข", "ค\ue000ง"))
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E228", "E228"]


def test_all_parts_are_told_at_once() -> None:
    faults = faults_of(template("ก\u202eข", header="ค\ue000ง"))
    assert faults == [("E228", Severity.ERROR, FILE_LABEL, 0)] * 2


FIELD = f'<w:fldSimple w:instr=" QUOTE ก\u202e ">{run("ก")}</w:fldSimple>'
FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    "<m:r><m:t>ก\u202e</m:t></m:r></m:oMath>"
)


@pytest.mark.parametrize("place", [FIELD, FORMULA], ids=["field", "formula"])
def test_texts_of_other_elements_come_in_by_the_same_door(place: str) -> None:
    assert faults_of(template(paragraph(place))) == expected_error("E228")
    data = fill_in(template(paragraph(place.replace("\u202e", "ที\uf70aนี้"))))
    root = xml_of(data)
    texts = [*xpath(root, "//w:fldSimple/@w:instr"), *root.xpath("//*[local-name()='oMath']//text()")]
    assert "".join(texts).replace(" QUOTE", "").strip() == "กที่นี้"


def test_signs_of_old_fonts_become_their_letters_and_blanks_stay() -> None:
    """The old sign U+F70A draws the tone mark mai ek."""
    data = fill_in(template(" ที\uf70aนี้\u00a0 {{ one }}"))
    assert "".join(xpath(xml_of(data), "//w:t/text()")) == " ที่นี้\u00a0 หนึ่ง"


SIGNS_IN_TAGS = {
    "a hyphen that breaks no line": ("<w:noBreakHyphen/>", "a\u2011b"),
    "a tab": ("<w:tab/>", "a\tb"),
    "a line break": ("<w:br/>", "a\nb"),
    "a soft hyphen": ("<w:softHyphen/>", "ab"),
}


@pytest.mark.parametrize(("sign", "text"), SIGNS_IN_TAGS.values(), ids=SIGNS_IN_TAGS)
def test_a_sign_in_the_text_of_a_tag_is_printed(sign: str, text: str) -> None:
    pieces = paragraph(run('{{ "a'), f"<w:r>{sign}</w:r>", run('b" }}'))
    assert lines_of(fill_in(template(pieces))) == [text]


@pytest.mark.parametrize(
    "pieces", [("number", "noBreakHyphen", "2"), ("number -", "tab", "2"), ("number", "br", "- 2")]
)
def test_a_sign_in_a_tag_beside_its_texts_is_read_as_typed(pieces: tuple[str, str, str]) -> None:
    before, sign, behind = pieces
    tag = paragraph(run("{{ " + before), f"<w:r><w:{sign}/></w:r>", run(behind + " }}"))
    assert lines_of(fill_in(template(tag))) == ["5"]


def test_a_symbol_in_a_tag_is_refused() -> None:
    pieces = paragraph(run('{{ "a'), '<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>', run('b" }}'))
    assert faults_of(template(pieces)) == expected_error("E303")
