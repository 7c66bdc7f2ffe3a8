"""Notes of several letters in one file: those of each letter begin at the first number."""

from __future__ import annotations

from pathlib import Path

import pytest
from circulars import printed_letters
from qr_papers import put_letter
from word_files import xml_of, xpath

from esa_docs.word.notes_by_section import with_notes_by_section

NOTED = "text: ['ข้อความ^[เชิงอรรถ]']\n"
ANNEX = "annexes: [{title: แบบ, paragraphs: ['ก^[ข]']}]\n"
EACH_SECTION = '<w:numRestart w:val="eachSect"/>'
RESTART = "w:footnotePr/w:numRestart/@w:val"


def restarts(data: bytes) -> list[str]:
    """Return how the notes of each section begin; an empty text where they count on."""
    return ["".join(xpath(section, RESTART)) for section in xpath(xml_of(data), ".//w:sectPr")]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (f"recipients: [{{to: ก}}, {{to: ข}}]\n{NOTED}", ["eachSect"] * 2),
        (f"recipients: [{{to: ก}}, {{to: ข}}]\n{NOTED}{ANNEX}", ["eachSect"] * 3),
        ("recipients: [{to: ก}, {to: ข}]\ntext: [ข]\n", ["", ""]),
        (f"to: นายอำเภอ\n{NOTED}", [""]),
        (
            "recipients: [{to: ก}, {to: ข}]\ntext: [{table: {columns: [ก], rows: [['ข^[ค]']]}}]\n",
            ["eachSect"] * 2,
        ),
    ],
)
def test_the_notes_of_each_letter_count_anew(tmp_path: Path, keys: str, expected: list[str]) -> None:
    (data,) = printed_letters(put_letter(tmp_path, keys))
    assert restarts(data) == expected


def test_a_landscape_page_within_a_letter_counts_on(tmp_path: Path) -> None:
    keys = "recipients: [{to: ก}, {to: ข}]\ntext: ['ก^[ข]', {landscape: ['ค^[ง]']}, 'จ^[ฉ]']\n"
    (data,) = printed_letters(put_letter(tmp_path, keys))
    assert restarts(data) == ["eachSect", "continuous", "continuous"] * 2


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("<w:sectPr><w:type/></w:sectPr>", "<w:sectPr>N<w:type/></w:sectPr>"),
        (
            '<w:sectPr w:x="1"><w:headerReference a="b"/><w:footerReference a="b"/><w:pgSz/></w:sectPr>',
            '<w:sectPr w:x="1"><w:headerReference a="b"/><w:footerReference a="b"/>N<w:pgSz/></w:sectPr>',
        ),
        (
            '<w:sectPr><w:footnotePr><w:pos w:val="x"/></w:footnotePr><w:type/></w:sectPr>',
            f'<w:sectPr><w:footnotePr><w:pos w:val="x"/>{EACH_SECTION}</w:footnotePr><w:type/></w:sectPr>',
        ),
        (
            '<w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>',
            '<w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>',
        ),
        ("<w:sectPr><w:footnotePr/><w:type/></w:sectPr>", "<w:sectPr>N<w:type/></w:sectPr>"),
        ('<w:sectPr w:x="1"/>', '<w:sectPr w:x="1">N</w:sectPr>'),
        ("<w:sectPr/>", "<w:sectPr>N</w:sectPr>"),
        ("<w:sectPrChange/>", "<w:sectPrChange/>"),
    ],
)
def test_the_settings_of_notes_stand_behind_heads_and_feet(section: str, expected: str) -> None:
    notes = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    assert with_notes_by_section(section, "arabic") == expected.replace("N", notes)


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("", '<w:footnotePr>N<w:numRestart w:val="eachSect"/></w:footnotePr>'),
        (
            '<w:footnotePr><w:pos w:val="x"/><w:numStart w:val="3"/></w:footnotePr>',
            f'<w:footnotePr><w:pos w:val="x"/>N<w:numStart w:val="3"/>{EACH_SECTION}</w:footnotePr>',
        ),
        (
            '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>',
            '<w:footnotePr><w:numFmt w:val="chicago"/><w:numRestart w:val="eachSect"/></w:footnotePr>',
        ),
    ],
)
def test_a_section_says_the_digits_of_its_notes_itself(notes: str, expected: str) -> None:
    thai_numbers = '<w:numFmt w:val="thaiNumbers"/>'
    xml = with_notes_by_section(f"<w:sectPr>{notes}<w:type/></w:sectPr>", "thai")
    assert xml == f"<w:sectPr>{expected.replace('N', thai_numbers)}<w:type/></w:sectPr>"


@pytest.mark.parametrize(("numerals", "formats"), [("thai", ["thaiNumbers"] * 8), ("arabic", [])])
def test_notes_of_annexes_and_landscape_pages_have_the_digits_of_the_letter(
    numerals: str, formats: list[str], tmp_path: Path
) -> None:
    keys = "recipients: [{to: ก}, {to: ข}]\ntext: ['ก^[ข]', {landscape: ['ค^[ง]']}]\n"
    annexes = "annexes: [{title: แบบ, paragraphs: ['ก^[ข]', {landscape: ['ค^[ง]']}]}]\n"
    root = put_letter(tmp_path, keys + annexes)
    with (root / "office.yaml").open("a", encoding="utf-8") as office:
        office.write(f"numerals: {{letter: {numerals}}}\n")
    (data,) = printed_letters(root)
    assert restarts(data) == ["eachSect", "continuous", "continuous"] * 2 + ["eachSect", "continuous"]
    assert xpath(xml_of(data), ".//w:sectPr/w:footnotePr/w:numFmt/@w:val") == formats
