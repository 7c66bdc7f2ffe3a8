"""Marks of secrecy laid over pages of any size and turn: where a reader sees them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from esa_docs.pages.pdf_merging import Piece, merge_behind

A4 = (595.28, 841.89)
HEAD, FOOT = (300.0, 815.0), (300.0, 30.0)
"""Where the marks stand on the sheet: points from its across and its lower edge."""


def page_with(texts: dict[str, tuple[float, float]], size: tuple[float, float]) -> bytes:
    """Return a PDF of one page with texts at places of their own."""
    writer = PdfWriter()
    page = writer.add_blank_page(*size)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    stream = DecodedStreamObject()
    lines = [f"BT /F1 12 Tf {across} {up} Td ({text}) Tj ET" for text, (across, up) in texts.items()]
    stream.set_data("\n".join(lines).encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    return bytes_of(writer)


def bytes_of(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


SHEET = page_with({"HEADMARK": HEAD, "FOOTMARK": FOOT}, A4)


def places(page: Any) -> dict[str, list[tuple[float, float]]]:
    """Return where each text of a page stands; words of one sign are put together by pypdf."""
    texts: dict[str, list[tuple[float, float]]] = {}

    def visit(text: str, matrix: list[float], text_matrix: list[float], *_font: object) -> None:
        if text.strip():
            across = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            up = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            texts.setdefault(text.strip(), []).append((round(across, 1), round(up, 1)))

    page.extract_text(visitor_text=visit)
    return texts


def bound(pdf: bytes, sheet: bytes | None = SHEET) -> list[Any]:
    """Return the pages of a report of one page, a divider and a piece behind it."""
    plain = page_with({"REPORT": (100, 100)}, A4)
    divider = page_with({"DIVIDER": (100, 100)}, A4)
    merged = merge_behind(plain, "ภาคผนวก", [Piece("ก", "ก", divider, pdf)], sheet)
    return list(PdfReader(io.BytesIO(merged)).pages)


def test_only_the_pages_of_the_piece_get_the_marks() -> None:
    report, divider, page = bound(page_with({"SCAN": (50, 50)}, A4))
    assert [list(places(report)), list(places(divider))] == [["REPORT"], ["DIVIDER"]]
    assert places(page) == {"SCAN": [(50.0, 50.0)], "HEADMARK": [HEAD], "FOOTMARK": [FOOT]}


def test_without_a_sheet_pages_stay_as_they_are() -> None:
    (_report, _divider, page) = bound(page_with({"SCAN": (50, 50)}, A4), None)
    assert places(page) == {"SCAN": [(50.0, 50.0)]}


@pytest.mark.parametrize("size", [(841.89, 595.28), (419.53, 595.28)])
def test_on_pages_of_other_sizes_the_marks_stand_as_far_from_the_edges(size: tuple[float, float]) -> None:
    page = bound(page_with({"SCAN": (50, 50)}, size))[2]
    width, height = size
    across = round(HEAD[0] + (width - A4[0]) / 2, 1)
    texts = places(page)
    assert (across, round(height - (A4[1] - HEAD[1]), 1)) in texts["HEADMARK"]
    assert (across, FOOT[1]) in texts["FOOTMARK"]
    # Each is drawn twice, and texts once: the other is cut off by the half of the sheet that is laid over.
    assert [page.get_contents().get_data().count(b"\nW\n"), len(texts["HEADMARK"])] == [2, 2]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_turned_page_the_marks_stand_upright(turn: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(page_with({"SCAN": (50, 50)}, (841.89, 595.28))))
    writer.pages[0].rotate(turn)
    page = bound(bytes_of(writer))[2]
    assert page.rotation == 0
    is_upright = turn != 180
    assert (float(page.mediabox.width) < float(page.mediabox.height)) == is_upright
    expected = HEAD if is_upright else (round(HEAD[0] + (841.89 - A4[0]) / 2, 1), round(595.28 - 26.89, 1))
    ((across, up),) = places(page)["HEADMARK"][:1]
    assert abs(across - expected[0]) < 0.5
    assert abs(up - expected[1]) < 0.5


def test_on_a_page_that_is_cut_the_marks_stand_in_what_is_seen() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(page_with({"SCAN": (300, 300)}, (600, 900))))
    writer.pages[0].cropbox.lower_left = (100, 50)
    writer.pages[0].cropbox.upper_right = (500, 750)
    texts = places(bound(bytes_of(writer))[2])
    across = round(100 + HEAD[0] + (400 - A4[0]) / 2, 1)
    assert (across, round(750 - (A4[1] - HEAD[1]), 1)) in texts["HEADMARK"]
    assert (across, 50 + FOOT[1]) in texts["FOOTMARK"]


def test_a_larger_page_bears_the_marks_where_the_paper_has_them() -> None:
    """It is made smaller before: A3 upright is then A4."""
    texts = places(bound(page_with({"SCAN": (50, 50)}, (841.89, 1190.55)))[2])
    assert (texts["HEADMARK"], texts["FOOTMARK"]) == ([HEAD], [FOOT])


def test_the_font_of_the_marks_stands_once_in_the_file() -> None:
    writer = PdfWriter()
    for _number in range(20):
        writer.append(io.BytesIO(page_with({}, A4)))
    pages = bound(bytes_of(writer))[2:]
    assert len(pages) == 20
    fonts = set()
    for page in pages:
        for name in page["/Resources"]["/Font"]:
            fonts.add(page["/Resources"]["/Font"].raw_get(name).idnum)
    # Each page has that of its own, and all share that of the marks.
    assert len(fonts) == 21
