"""The TOC field of a template: its entries are worked out, whatever stood in it."""

from __future__ import annotations

import pytest
from filling import SHOWN, filled
from template_bodies.manual import contents
from template_bodies.pieces import entry, field
from word_files import (
    lines_of,
    par,
    run,
    template,
    xml_of,
    xpath,
)

from esa_docs.word.verify import verify


def toc(*inside: str, instruction: str = "TOC \\f m \\h \\z", one_paragraph: bool = False) -> str:
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if one_paragraph:
        return par(opening, *inside, end)
    return par(opening, *inside) + par(end)


def headings(*levels: int) -> tuple[str, ...]:
    return tuple(par(entry(f"หัวข้อ {level}", level), run("x")) for level in levels)


OLD_ENTRY = '<w:hyperlink w:anchor="_Toc99">' + run("เก่า") + field("PAGEREF _Toc99 \\h") + "</w:hyperlink>"


@pytest.mark.parametrize(
    "contents",
    [
        toc("รอ"),
        toc(OLD_ENTRY),
        toc("รอ", one_paragraph=True),
        toc(OLD_ENTRY, one_paragraph=True),
        f"<w:sdt><w:sdtContent>{toc(OLD_ENTRY)}</w:sdtContent></w:sdt>",
    ],
    ids=["placeholder", "old entry", "one paragraph", "old entry in one paragraph", "content control"],
)
def test_entries_take_the_place_of_what_stood_in_the_contents(contents: str) -> None:
    made = filled(template(contents, *headings(1, 2, 1), "z"))
    assert lines_of(made)[:3] == ["หัวข้อ 1\t", "หัวข้อ 2\t", "หัวข้อ 1\t"]
    assert "".join(lines_of(made)[3:]) == "xxxz"
    instruction = xpath(
        xml_of(made), "(//w:fldChar[@w:fldCharType='begin'])[1]/../following-sibling::w:r/w:instrText"
    )
    assert instruction[0].text.split() == ["TOC", "\\f", "m", "\\h", "\\z"]
    assert {one.code for one in verify(made, SHOWN)} & {"E711", "E717", "E718", "E719"} == set()


def test_contents_without_entries_stay_a_whole_field() -> None:
    made = filled(template(toc("รอ"), "z"))
    assert [one.code for one in verify(made, SHOWN) if one.code == "E717"] == []
    assert "".join(lines_of(made)) == "z"


def test_the_contents_list_their_own_entries_only() -> None:
    figure = entry("รูป", 1).replace("\\f m", "\\f f")
    made = filled(template(toc("รอ"), *headings(1), par(figure, run("x"))))
    assert lines_of(made) == ["หัวข้อ 1\t", "", "x", "x"]


def test_content_is_not_executed_in_headings_that_come_into_the_contents() -> None:
    heading = par(entry("{{ x }}", 1), run("{{ x }}"))
    made = filled(template(contents(), heading), {"x": '{{ 7*7 }} & “x” "y" \\'})
    first, end, shown = lines_of(made)
    assert (first, end, shown) == ('{{ 7*7 }} & “x” "y" \\\t', "", '{{ 7*7 }} & “x” "y" \\')
