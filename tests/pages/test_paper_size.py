"""Pages of other paper sizes are bound on A4; what stands on them is looked at with another reader."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
)

from esa_docs.pages.pdf_merging import Piece, check_mergeable, merge_behind

Box = tuple[float, float, float, float]
A4, LYING = (595, 842), (842, 595)


def numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])


def pdf_of(
    size: tuple[float, float], black: Box | None = None, *, crop: Box | None = None, **keys: Any
) -> bytes:
    """Return a PDF of one page.

    Args:
        size: width and height of its media box.
        black: left, bottom, width and height of a black square on it.
        crop: its crop box.
        keys: further keys of the page.
    """
    writer = PdfWriter()
    page = writer.add_blank_page(*size)
    if black is not None:
        stream = DecodedStreamObject()
        stream.set_data("{} {} {} {} re f".format(*black).encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if crop is not None:
        page[NameObject("/CropBox")] = RectangleObject(crop)
    for key, value in keys.items():
        page[NameObject(f"/{key}")] = value
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def bound(pdf: bytes) -> bytes:
    """Return a report of A4 with a PDF behind it: page 3, behind its divider."""
    assert not check_mergeable(pdf)
    return merge_behind(pdf_of(A4), "หลักฐาน", [Piece("E-1", "E-1 ภาพ", pdf_of(A4), pdf)])


def third_page(pdf: bytes) -> tuple[tuple[int, int], tuple[int, int, int, int] | None]:
    """Return the size of the third page in points, and left, top, right and bottom of what is black on it."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[2]
        size = (round(page.get_width()), round(page.get_height()))
        image = page.render(scale=1, grayscale=True).to_pil()
    return size, image.point(lambda value: 255 * (value < 128)).getbbox()


# 1654 by 2339 is A4 at 200 dots an inch: 595.276 / 1654 = 0.3599. The square of 400 has 144 points.
SCAN = (1654, 2339)
CASES = {
    "scan of a telephone": (pdf_of(SCAN, (0, 0, 400, 400)), A4, (0, 698, 144, 842)),
    "on its side": (pdf_of((2339, 1654), (0, 0, 400, 400)), LYING, (0, 451, 144, 595)),
    # Turned clockwise, the lower left corner comes to the upper left.
    "turned": (pdf_of(SCAN, (0, 0, 400, 400), Rotate=FloatObject(90)), LYING, (0, 0, 144, 144)),
    # 595.276 / 1000 is less than 841.89 / 1000: 123.3 points stay free above and below.
    "square": (pdf_of((1000, 1000), (0, 0, 1000, 1000)), A4, (0, 123, 595, 719)),
    # The crop box is twice as large as A4; what is black around it is not seen.
    "crop box": (
        pdf_of((3000, 3000), (0, 0, 3000, 3000), crop=(500, 500, 1690, 1690)),
        A4,
        (0, 123, 595, 719),
    ),
    # 297.5 by 421 units of 4 points are A2.
    "unit": (pdf_of((297.5, 421), (0, 0, 29.75, 42.1), UserUnit=FloatObject(4)), A4, (0, 758, 60, 842)),
    "A4": (pdf_of((596, 842), (0, 0, 10, 10)), (596, 842), (0, 832, 10, 842)),
    "A5": (pdf_of((420, 595), (0, 0, 10, 10)), (420, 595), (0, 585, 10, 595)),
    "empty": (pdf_of(SCAN), A4, None),
}


@pytest.mark.parametrize("name", CASES)
def test_larger_pages_are_made_smaller_and_others_stay(name: str) -> None:
    pdf, size, black = CASES[name]
    page_size, page_black = third_page(bound(pdf))
    assert page_size == size
    if black is None or page_black is None:
        assert page_black is black
    else:
        assert page_black == pytest.approx(black, abs=1)


def test_links_stay_on_what_they_stand_on() -> None:
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): numbers(0, 0, 400, 400),
            NameObject("/QuadPoints"): numbers(0, 0, 400, 0, 0, 400, 400, 400),
        }
    )
    pdf = bound(pdf_of(SCAN, (0, 0, 400, 400), Annots=ArrayObject([link])))
    annotations: Any = PdfReader(io.BytesIO(pdf)).pages[2]["/Annots"]
    (annotation,) = annotations
    link_on_paper = annotation.get_object()
    assert [float(value) for value in link_on_paper["/Rect"]] == pytest.approx([0, 0, 144, 144], abs=0.1)
    quad = [0, 0, 144, 0, 0, 144, 144, 144]
    assert [float(value) for value in link_on_paper["/QuadPoints"]] == pytest.approx(quad, abs=0.1)


def test_equal_input_gives_equal_bytes() -> None:
    pdf = pdf_of(SCAN, (0, 0, 400, 400))
    assert bound(pdf) == bound(pdf)
