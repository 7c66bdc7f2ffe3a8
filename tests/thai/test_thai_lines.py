"""Where a Thai line may end, compared with the word boundaries that pythainlp finds by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize

from esa_docs import thai
from esa_docs.model.document import Document

PIECES = [
    ("ศึกษา วิเคราะห์ แนวทาง", ["ศึกษา ", "วิเคราะห์ ", "แนวทาง"]),
    ("ผอ.สพป. พิจารณา", ["ผอ.สพป. ", "พิจารณา"]),
    ("เจ้าหน้าที่/คณะทำงาน", ["เจ้าหน้าที่/", "คณะทำงาน"]),
    ("คณะกรรมการฯ ประเมิน", ["คณะกรรมการฯ ", "ประเมิน"]),
    ("ต่าง\u00a0ๆ ด้วย", ["ต่าง\u00a0ๆ ", "ด้วย"]),
    ("ที่\u00a012", ["ที่\u00a012"]),
    ("คณะทำงาน (2 คณะ)", ["คณะทำงาน ", "(2 ", "คณะ)"]),
    ("ต.ค. – ธ.ค.", ["ต.ค. – ", "ธ.ค."]),
    ("รายงาน (Self Assessment Report : SAR)", ["รายงาน ", "(Self ", "Assessment ", "Report : ", "SAR)"]),
    ("PMQA4.0", ["PMQA4.0"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "pieces"), PIECES)
def test_a_line_ends_only_between_words(text: str, pieces: list[str]) -> None:
    assert list(thai.line_pieces(text)) == pieces


def test_every_break_in_the_shipped_step_names_is_a_word_boundary(manual: Document[Any]) -> None:
    texts = []
    for work in manual.content.works:
        texts += [row.step for row in work.table]
    assert len(texts) > 30
    for text in texts:
        word_ends = ends_of(word_tokenize(text, engine="newmm"))
        line_ends = ends_of(thai.line_pieces(text))
        assert set(line_ends) <= set(word_ends), text


def ends_of(pieces: Sequence[str]) -> list[int]:
    """Return where each piece of a text ends, in characters from the beginning of the text."""
    return list(accumulate(len(piece) for piece in pieces))


@given(st.text(alphabet="กขคงจานำีุ่้์ ABC12()/.,ๆฯ“”\u00a0", max_size=40))
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(thai.line_pieces(text)) == text


def test_lines_are_about_equally_long() -> None:
    lines = thai.wrap_lines("หนึ่ง สอง สาม สี่ ห้า หก", len, 20)

    assert lines == ("หนึ่ง สอง สาม ", "สี่ ห้า หก")


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert thai.wrap_lines("สั้น Supercalifragilistic สั้น", len, 8) == ("สั้น ", "Supercalifragilistic ", "สั้น")


@given(st.lists(st.sampled_from(["ขั้น", "งาน ", "รายงาน", "SAR ", "(1) "]), min_size=1), st.integers(8, 40))
def test_no_line_is_longer_than_its_limit_and_none_is_wasted(words: list[str], limit: int) -> None:
    """There are no more lines than if each fell short of the limit by the longest piece."""
    text = "".join(words).strip()
    lines = thai.wrap_lines(text, len, limit)
    longest_piece = max(len(piece) for piece in thai.line_pieces(text))
    shortest_line = max(limit - longest_piece, 1)

    assert "".join(lines) == text
    assert max(len(line.rstrip()) for line in lines) <= limit
    assert len(lines) <= len(text) // shortest_line + 1
