"""Many paragraphs that join into one: the work grows with their number, and their order stays."""

from __future__ import annotations

from typing import Any

import pytest
from filling import fill_in
from growth import is_linear
from word_files import elements, lines_of, paragraph, run, template, texts_of_all, xpath

from esa_docs.word.templates.accepting.deleted_marks import join_paragraphs as join_unmarked
from esa_docs.word.templates.accepting.deleted_marks import paragraphs_without_mark
from esa_docs.word.templates.tags.joined_paragraphs import join_paragraphs

Element = Any
DELETED = '<w:pPr><w:rPr><w:del w:id="1" w:author="ก"/></w:rPr></w:pPr>'
DASHED = "{%- if yes -%}a{% endif -%}"


def unmarked(text: str) -> str:
    if not text:
        return paragraph(DELETED)
    return paragraph(DELETED, run(text))


def body(*pieces: str) -> Element:
    (holder,) = elements(f"<w:body>{''.join(pieces)}</w:body>")
    return holder


def join_dashed(size: int) -> None:
    root = body(*[paragraph(DASHED)] * size)
    join_paragraphs(root)
    assert len(xpath(root, "w:p")) == 1


def join_deleted(size: int) -> None:
    root = body(*[unmarked("a")] * size, paragraph("b"))
    join_unmarked(paragraphs_without_mark(root))
    assert texts_of_all(xpath(root, "w:p")) == ["a" * size + "b"]


@pytest.mark.parametrize("join", [join_dashed, join_deleted])
def test_the_work_grows_with_the_paragraphs(join: object) -> None:
    assert callable(join)
    assert is_linear(join, 40, 16)


def test_joined_lines_keep_their_order() -> None:
    lines = ["a", "{%- if yes -%}", "b", "{%- endif -%}", "c", "d", "e {% if yes -%}", "f{% endif %}"]
    assert lines_of(fill_in(template(*lines))) == ["abc", "d", "e f"]


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([unmarked("a"), unmarked("b"), paragraph("c"), paragraph("d")], ["abc", "d"]),
        ([unmarked("a"), unmarked(""), "<w:tbl/>", unmarked("b"), paragraph("c")], ["a", "bc"]),
        ([unmarked(""), "<w:tbl/>", paragraph("c")], ["c"]),
        ([unmarked("a"), "<w:tbl/>", unmarked("b")], ["a", "b"]),
        ([paragraph("a"), unmarked("b"), unmarked("")], ["a", "b"]),
    ],
)
def test_texts_join_the_paragraph_behind_them(pieces: list[str], lines: list[str]) -> None:
    root = body(*pieces)
    join_unmarked(paragraphs_without_mark(root))
    assert texts_of_all(xpath(root, "w:p")) == lines
