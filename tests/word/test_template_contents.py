"""The TOC field of a template: its entries are worked out, whatever stood in it."""

from __future__ import annotations

import pytest
from altering import codes_in
from filling import fill_in
from template_bodies.manual import contents
from template_bodies.pieces import entry, field
from word_files import (
    lines_of,
    paragraph,
    run,
    template,
    xml_of,
    xpath,
)


def toc(*inside: str, instruction: str = "TOC \\f m \\h \\z", one_paragraph: bool = False) -> str:
    """Return the XML of a TOC field that holds some runs; by default its end has a paragraph of its own."""
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if one_paragraph:
        return paragraph(opening, *inside, end)
    return paragraph(opening, *inside) + paragraph(end)


def headings(*levels: int) -> list[str]:
    """Return the XML of a heading of each level, with its TC field."""
    return [paragraph(entry(f"หัวข้อ {level}", level), run("x")) for level in levels]


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
    data = fill_in(template(contents, *headings(1, 2, 1), "z"))
    lines = lines_of(data)
    assert lines[:3] == ["หัวข้อ 1\t", "หัวข้อ 2\t", "หัวข้อ 1\t"]
    assert "".join(lines[3:]) == "xxxz"
    first_field = "(//w:fldChar[@w:fldCharType='begin'])[1]"
    instruction = xpath(xml_of(data), f"{first_field}/../following-sibling::w:r/w:instrText")[0]
    assert instruction.text.split() == ["TOC", "\\f", "m", "\\h", "\\z"]
    assert set(codes_in(data)).isdisjoint({"E711", "E717", "E718", "E719"})


def test_contents_without_entries_stay_a_whole_field() -> None:
    data = fill_in(template(toc("รอ"), "z"))
    assert "E717" not in codes_in(data)
    assert "".join(lines_of(data)) == "z"


def test_the_contents_list_their_own_entries_only() -> None:
    figure = entry("รูป", 1).replace("\\f m", "\\f f")
    data = fill_in(template(toc("รอ"), *headings(1), paragraph(figure, run("x"))))
    assert lines_of(data) == ["หัวข้อ 1\t", "", "x", "x"]


def test_content_is_not_executed_in_headings_that_come_into_the_contents() -> None:
    heading = paragraph(entry("{{ x }}", 1), run("{{ x }}"))
    data = fill_in(template(contents(), heading), {"x": '{{ 7*7 }} & “x” "y" \\'})
    entry_line, end_of_contents, heading_line = lines_of(data)
    assert entry_line == '{{ 7*7 }} & “x” "y" \\\t'
    assert end_of_contents == ""
    assert heading_line == '{{ 7*7 }} & “x” "y" \\'


def test_an_entry_may_end_with_a_brace() -> None:
    heading = paragraph(entry("{{ one }} {", 1), run("x"))
    assert lines_of(fill_in(template(toc("รอ"), heading), {"one": "ก"}))[0] == "ก {\t"
