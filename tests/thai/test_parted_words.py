"""Whether a place between two texts is inside a Thai word."""

from __future__ import annotations

import pytest

from esa_docs.thai.parted_words import parted_word


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("สำ", "นักงาน", "สำนักงาน"),
        ("ที่ประ", "ชุม", "ที่ประชุม"),
        ("อาศัยอำ", "นาจตามความ", "อำนาจ"),
        ("ที่", "เรื่อง", ""),
        ("การ", "ประชุม", ""),
        ("เรื่อง", "แต่งตั้ง", ""),
        ("สำ ", "นักงาน", ""),
        ("", "นักงาน", ""),
        ("abc", "นักงาน", ""),
    ],
)
def test_the_word_that_a_place_parts(before: str, after: str, word: str) -> None:
    assert parted_word(before, after) == word
