"""Tags in the instructions of fields: values between quotation marks, and Thai."""

from __future__ import annotations

import pytest
from altering import codes_in
from filling import CONTEXT, fill_in
from looped_parts import field
from word_files import paragraph, run, template, xml_of, xpath

from esa_docs.word.verify import verify

QUOTES = {**CONTEXT, "name": 'ก "ข" \\ “ค”', "void": "x"}
INSTRUCTIONS = {
    'IF "{{ name }}" = "" "ว่าง" "{{ one }}"': 'IF "ก \\"ข\\" \\\\ \\“ค\\”" = "" "ว่าง" "หนึ่ง"',
    "QUOTE “{{- name -}}”": 'QUOTE “ก \\"ข\\" \\\\ \\“ค\\””',
    'QUOTE "a \\" {{ name }}"': 'QUOTE "a \\" ก \\"ข\\" \\\\ \\“ค\\”"',
    'QUOTE "" {{ void }} "{{ number }}"': 'QUOTE "" x "7"',
    'QUOTE {{ "a" }} "{{ "b\\"" if yes else name }}"': 'QUOTE a "b\\""',
    'QUOTE "{% if yes %}{{ name }}{% endif %}"': 'QUOTE "ก \\"ข\\" \\\\ \\“ค\\”"',
}


def instruction_of(data: bytes) -> str:
    """Return the instruction of the only field of a file."""
    return "".join(xpath(xml_of(data), "//w:instrText/text()"))


@pytest.mark.parametrize(("instruction", "expected"), INSTRUCTIONS.items())
def test_a_value_between_quotation_marks_does_not_end_them(instruction: str, expected: str) -> None:
    data = fill_in(template(paragraph(field(instruction))), QUOTES)
    assert instruction_of(data) == expected
    assert "E710" not in codes_in(data)


def test_the_quotation_marks_may_stand_in_other_pieces_than_the_tag() -> None:
    whole = field('IF "{{ name }}" = "" 1 2')
    pieces = whole.replace(
        "{{ name }}",
        "</w:instrText></w:r><w:r><w:instrText>{{ name }}</w:instrText></w:r>"
        '<w:r><w:instrText xml:space="preserve">',
    )
    assert pieces.count("instrText>") > whole.count("instrText>")
    assert instruction_of(fill_in(template(paragraph(pieces)), QUOTES)) == (
        'IF "ก \\"ข\\" \\\\ \\“ค\\”" = "" 1 2'
    )


def test_a_field_inside_quotation_marks_has_its_own() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>' for sort in ("begin", "end"))
    text = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    inner = begin + text.format("REF {{ name }}") + end
    outer = begin + text.format('IF "') + inner + text.format('{{ name }}" = 1') + end
    data = fill_in(template(paragraph(outer)), {**QUOTES, "name": 'a"'})
    assert instruction_of(data) == 'IF "REF a"a\\"" = 1'


def test_a_simple_field_takes_values_too() -> None:
    simple = f"<w:fldSimple w:instr='QUOTE \"{{{{ name }}}}\"'>{run('x')}</w:fldSimple>"
    data = fill_in(template(paragraph(simple)), QUOTES)
    assert xpath(xml_of(data), "//w:fldSimple/@w:instr") == ['QUOTE "ก \\"ข\\" \\\\ \\“ค\\”"']


@pytest.mark.parametrize("text", ['QUOTE "ไทย a"', 'QUOTE "{{ one }} a"', "REF {{ one }}"])
def test_thai_in_an_instruction_is_marked_by_its_script(text: str) -> None:
    assert "E710" not in codes_in(fill_in(template(paragraph(field(text)))))


def test_a_page_reference_to_a_thai_name_is_read_though_its_name_has_a_run_of_its_own() -> None:
    data = fill_in(template(paragraph(field("PAGEREF จุด{{ number }} \\h"))))
    (diagnostic,) = [finding for finding in verify(data, "a.docx") if finding.code == "E718"]
    assert "จุด7" in diagnostic.message
