"""Fields of a text filled in: a value bears the marks around its field, and brings none of its own."""

from __future__ import annotations

import pytest
from growth import is_linear

from esa_docs.model.prose.filled_fields import columns_in, with_fields
from esa_docs.model.prose.prose import Link, Note, Prose, Reference, Style
from esa_docs.model.prose.reading import read_prose

VALUES = {"ก": "โรงเรียน", "ข": "**12**", "ว่าง": ""}
BOLD, ITALIC = Style.BOLD, Style.ITALIC
PAGE = Link("https://a.go.th")


def spans_of(prose: Prose) -> list[tuple[int, int, object]]:
    return [(span.start, span.end, span.mark) for span in prose.spans]


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("{field:ก}", "โรงเรียน", []),
        ("ถึง{field:ก}ทราบ", "ถึงโรงเรียนทราบ", []),
        ("**{field:ก}**", "โรงเรียน", [(0, 8, BOLD)]),
        ("**ถึง**{field:ก}", "ถึงโรงเรียน", [(0, 3, BOLD)]),
        ("{field:ก}**ถึง**", "โรงเรียนถึง", [(8, 11, BOLD)]),
        ("**ถึง{field:ก}**ทราบ", "ถึงโรงเรียนทราบ", [(0, 11, BOLD)]),
        ("**{field:ก}ทราบ**", "โรงเรียนทราบ", [(0, 12, BOLD)]),
        ("*ถึง **{field:ก}** ทราบ*", "ถึง โรงเรียน ทราบ", [(0, 17, ITALIC), (4, 12, BOLD)]),
        ("**{field:ก}{field:ข}**", "โรงเรียน**12**", [(0, 8, BOLD), (8, 14, BOLD)]),
        ("[{field:ก}](https://a.go.th)", "โรงเรียน", [(0, 8, PAGE)]),
        ("{field:ก}{ref:t}{field:ข}", "โรงเรียน**12**", [(8, 8, Reference("t"))]),
        ("**{field:ว่าง}ก**", "ก", [(0, 1, BOLD)]),
        ("**{field:ว่าง}**", "", []),
    ],
)
def test_a_value_bears_what_stands_around_its_field(
    source: str, text: str, spans: list[tuple[int, int, object]]
) -> None:
    filled = with_fields(read_prose(source), VALUES.get)
    assert filled == text
    assert spans_of(filled) == spans


def test_a_field_in_a_note_is_filled_in() -> None:
    (span,) = with_fields(read_prose("ก^[ดู **{field:ก}**]"), VALUES.get).spans
    assert isinstance(span.mark, Note)
    assert span.mark.text == "ดู โรงเรียน"
    assert spans_of(span.mark.text) == [(3, 11, BOLD)]


def test_columns_stand_in_the_order_of_the_text() -> None:
    assert list(columns_in(read_prose("{field:ข} ^[{field: ก  ข }] {field:ก}"))) == ["ข", "ก  ข", "ก"]


def test_a_column_that_says_nothing_stays_a_field() -> None:
    prose = read_prose("ก{field:ไม่มี}{field:ก}")
    filled = with_fields(prose, VALUES.get)
    assert filled == "กโรงเรียน"
    assert list(columns_in(filled)) == ["ไม่มี"]


def test_words_put_around_a_text_move_its_fields() -> None:
    prose = read_prose("**{field:ก}** ข").with_words("1. ")
    assert spans_of(with_fields(prose, VALUES.get)) == [(3, 11, BOLD)]


def test_a_text_without_fields_is_the_same() -> None:
    prose = read_prose("**ก**")
    assert with_fields(prose, VALUES.get) is prose


def test_the_work_grows_with_the_text() -> None:
    def fill(count: int) -> None:
        with_fields(read_prose("**ข {field:ก}** **{field:ข}** ก " * count), VALUES.get)

    assert is_linear(fill, 400)
