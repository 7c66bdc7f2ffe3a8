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
            "<w:sectPr><w:footnotePr><w:pos/></w:footnotePr></w:sectPr>",
            "<w:sectPr><w:footnotePr><w:pos/></w:footnotePr></w:sectPr>",
        ),
        ("<w:sectPr/>", "<w:sectPr/>"),
        ("<w:sectPrChange/>", "<w:sectPrChange/>"),
    ],
)
def test_the_settings_of_notes_stand_behind_heads_and_feet(section: str, expected: str) -> None:
    notes = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    assert with_notes_by_section(section) == expected.replace("N", notes)
