"""Fields, in every way in which they are written."""

from __future__ import annotations

import page_files
import pytest
from lxml import etree
from page_files import W, field, mark

from esa_docs.pages.fields import Field, Instruction, find_fields


def fields(inner: str) -> list[Field]:
    return find_fields(etree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>'))


def text_of(runs: list[etree._Element]) -> str:
    return "".join(page_files.text_of(element) for element in runs)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("text", "name", "target", "fmt"),
    [
        (r" PAGEREF _Toc1 \h ", "PAGEREF", "_Toc1", None),
        (r'pageref "_Toc 1" \* THAIARABIC \h', "PAGEREF", "_Toc 1", "thaiNumbers"),
        (r"PAGE \* MERGEFORMAT", "PAGE", "", None),
        (r"PAGE \* roman \* MERGEFORMAT", "PAGE", "", "lowerRoman"),
        (r"PAGE \*Roman", "PAGE", "", "upperRoman"),
        (r"PAGE \* ALPHABETIC", "PAGE", "", "upperLetter"),
        (r"PAGE \* alphabetic", "PAGE", "", "lowerLetter"),
        (r"PAGE \* Arabic", "PAGE", "", "decimal"),
        (r"PAGE \* Chicago", "PAGE", "", "Chicago"),
        (r"PAGEREF \h", "PAGEREF", "", None),
        ("", "", "", None),
    ],
)
def test_an_instruction_is_read(text: str, name: str, target: str, fmt: str | None) -> None:
    instruction = Instruction(text)
    assert instruction.name == name
    assert instruction.target == target
    assert instruction.number_format == fmt


def test_a_number_format_is_made_arabic_and_nothing_else() -> None:
    instruction = Instruction(r" PAGE  \* THAIARABIC \* MERGEFORMAT ")
    assert instruction.in_arabic_digits() == r" PAGE  \* Arabic \* MERGEFORMAT "


def test_a_field_has_its_parts() -> None:
    (page,) = fields(run("a") + field("PAGE", run("5")) + run("b"))
    assert page.instruction.name == "PAGE"
    assert text_of(page.result) == "5"
    assert len(page.runs) == 5


def test_a_field_without_a_result_has_none() -> None:
    (page,) = fields(field("PAGE", separate=False))
    assert page.separator is None
    assert page.result == []
    assert len(page.runs) == 3


def test_an_inner_field_belongs_to_the_result_of_the_outer() -> None:
    inner, outer = fields(field("TOC", run("x") + field("PAGEREF a", run("5"))))
    assert inner.instruction.name == "PAGEREF"
    assert text_of(inner.result) == "5"
    assert outer.instruction.name == "TOC"
    assert text_of(outer.result) == "x5"


def test_a_field_over_several_paragraphs_is_one() -> None:
    beginning = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
    first = f"<w:p>{beginning}{run('a')}</w:p>"
    second = f"<w:p>{run('b')}{mark('end')}</w:p>"
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{first}{second}</w:body>')
    (contents,) = find_fields(root)
    assert text_of(contents.result) == "ab"


def test_an_instruction_may_be_split_between_runs() -> None:
    runs = ""
    for piece in ("PAGE", "REF _T", "oc1"):
        runs += f"<w:r><w:instrText>{piece}</w:instrText></w:r>"
    (reference,) = fields(mark("begin") + runs + mark("end"))
    assert reference.instruction.name == "PAGEREF"
    assert reference.instruction.target == "_Toc1"


def test_a_field_in_one_run_is_taken_apart() -> None:
    (page,) = fields(
        '<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t><w:fldChar w:fldCharType="begin"/>'
        "<w:instrText>PAGE</w:instrText>"
        '<w:fldChar w:fldCharType="separate"/><w:t>5</w:t><w:fldChar w:fldCharType="end"/><w:t>y</w:t></w:r>'
    )
    assert page.instruction.name == "PAGE"
    assert text_of(page.result) == "5"
    assert [len(element.findall(f"{{{W}}}rPr")) for element in page.runs] == [1] * 5
    assert text_of(list(page.opening.itersiblings(preceding=True))) == "x"


def test_a_simple_field_has_its_runs() -> None:
    (page,) = fields(f'<w:fldSimple w:instr=" PAGE ">{run("5")}</w:fldSimple>')
    assert page.is_simple is True
    assert page.instruction.name == "PAGE"
    assert text_of(page.runs) == "5"


@pytest.mark.parametrize("inner", [mark("begin"), mark("end"), mark("separate") + mark("end")])
def test_a_broken_field_is_none(inner: str) -> None:
    assert fields(inner) == []
