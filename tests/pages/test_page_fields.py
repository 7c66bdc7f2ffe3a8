"""Fields found in every way they are written."""

from __future__ import annotations

import pytest
from lxml import etree
from page_files import W, field, mark

from esa_docs.pages.fields import Field, Instruction, find_fields


def fields(inner: str) -> list[Field]:
    return find_fields(etree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>'))


def text_of(runs: list[etree._Element]) -> str:
    return "".join(text.text or "" for run in runs for text in run.iter(f"{{{W}}}t"))


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
    said = Instruction(text)
    assert (said.name, said.target, said.number_format) == (name, target, fmt)


def test_a_number_format_is_made_arabic_and_nothing_else() -> None:
    said = Instruction(r" PAGE  \* THAIARABIC \* MERGEFORMAT ")
    assert said.in_arabic_digits() == r" PAGE  \* Arabic \* MERGEFORMAT "


def test_a_field_has_its_parts() -> None:
    (found,) = fields(run("a") + field("PAGE", run("5")) + run("b"))
    assert (found.instruction.name, text_of(found.result), len(found.runs)) == ("PAGE", "5", 5)


def test_a_field_without_a_result_has_none() -> None:
    (found,) = fields(field("PAGE", separate=False))
    assert (found.separator, found.result, len(found.runs)) == (None, [], 3)


def test_an_inner_field_belongs_to_the_result_of_the_outer() -> None:
    inner, outer = fields(field("TOC", run("x") + field("PAGEREF a", run("5"))))
    assert (inner.instruction.name, text_of(inner.result)) == ("PAGEREF", "5")
    assert (outer.instruction.name, text_of(outer.result)) == ("TOC", "x5")


def test_a_field_over_several_paragraphs_is_one() -> None:
    inner = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
    root = etree.fromstring(
        f'<w:body xmlns:w="{W}"><w:p>{inner}{run("a")}</w:p><w:p>{run("b")}{mark("end")}</w:p></w:body>'
    )
    (found,) = find_fields(root)
    assert text_of(found.result) == "ab"


def test_an_instruction_may_be_split_between_runs() -> None:
    pieces = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in ("PAGE", "REF _T", "oc1"))
    (found,) = fields(mark("begin") + pieces + mark("end"))
    assert (found.instruction.name, found.instruction.target) == ("PAGEREF", "_Toc1")


def test_a_field_in_one_run_is_taken_apart() -> None:
    (found,) = fields(
        '<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t><w:fldChar w:fldCharType="begin"/>'
        "<w:instrText>PAGE</w:instrText>"
        '<w:fldChar w:fldCharType="separate"/><w:t>5</w:t><w:fldChar w:fldCharType="end"/><w:t>y</w:t></w:r>'
    )
    assert (found.instruction.name, text_of(found.result)) == ("PAGE", "5")
    assert [len(one.findall(f"{{{W}}}rPr")) for one in found.runs] == [1] * 5
    assert text_of(list(found.opening.itersiblings(preceding=True))) == "x"


def test_a_simple_field_has_its_runs() -> None:
    (found,) = fields(f'<w:fldSimple w:instr=" PAGE ">{run("5")}</w:fldSimple>')
    assert (found.is_simple, found.instruction.name, text_of(found.runs)) == (True, "PAGE", "5")


@pytest.mark.parametrize("inner", [mark("begin"), mark("end"), mark("separate") + mark("end")])
def test_a_broken_field_is_none(inner: str) -> None:
    assert fields(inner) == []
