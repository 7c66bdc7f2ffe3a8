"""Drawings of shapes turned into pictures of the same size."""

from __future__ import annotations

import io
import zipfile

import page_fonts
import pytest
import rdocx
from docx.image.image import Image
from page_files import on_new_page, paragraph, part_of, section, word_file

from esa_docs.pages.flat_drawings import blank_picture, flatten_drawings
from esa_docs.pages.layout_fonts import LayoutFonts

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
CENTIMETRE = 360000


@pytest.fixture
def fonts_of_numbers() -> LayoutFonts:
    return page_fonts.fonts_of_numbers()


def drawing(number: int, height: int, uri: str = WPS) -> str:
    """Write a drawing as wide as the text, of a height in cm."""
    extent = f'<wp:extent cx="{15 * CENTIMETRE}" cy="{height * CENTIMETRE}"/>'
    shape = f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}"/></a:graphic>'
    inline = f'<wp:inline>{extent}<wp:docPr id="{number}" name="x"/>{shape}</wp:inline>'
    return f'<w:drawing xmlns:wp="{WP}">{inline}</w:drawing>'


def alternatives(number: int, height: int) -> str:
    """Write a drawing with a fallback, as Word does."""
    choice = f'<mc:Choice Requires="wps">{drawing(number, height)}</mc:Choice>'
    fallback = f"<mc:Fallback>{drawing(number + 50, height)}</mc:Fallback>"
    return f'<mc:AlternateContent xmlns:mc="{MC}">{choice}{fallback}</mc:AlternateContent>'


def file_with(*drawings: str) -> bytes:
    body = "".join(paragraph(before=f"<w:r>{one}</w:r>") for one in drawings)
    return word_file(body + section())


def pages(data: bytes, fonts: LayoutFonts) -> int:
    faces = [("TH SarabunPSK", face) for face in fonts.text.faces.values()]
    return max(one.physical_page for one in rdocx.Document.from_bytes(data).layout(fonts=faces))


def media(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("word/media/")}


def test_a_drawing_takes_its_room(fonts_of_numbers: LayoutFonts) -> None:
    """The page holds 26.2 cm: three drawings of 8 cm, or one, or one of 20 cm and none beside it."""
    for heights, expected in (((8, 8, 8), 1), ((8, 8, 8, 8), 2), ((20, 20, 20), 3)):
        drawings = [alternatives(number + 1, height) for number, height in enumerate(heights)]
        assert pages(flatten_drawings(file_with(*drawings), {}), fonts_of_numbers) == expected


def test_the_given_picture_is_taken_by_the_id_of_the_drawing() -> None:
    data = flatten_drawings(file_with(alternatives(1, 8), drawing(2, 8)), {2: b"two"})
    assert media(data) == {
        "word/media/esaPicture1.png": blank_picture(),
        "word/media/esaPicture2.png": b"two",
    }
    targets = [one.get("Target") for one in part_of(data, "word/_rels/document.xml.rels")]
    assert targets[-2:] == ["media/esaPicture1.png", "media/esaPicture2.png"]


def test_no_alternatives_and_no_shapes_are_left() -> None:
    root = part_of(flatten_drawings(file_with(alternatives(1, 8), drawing(2, 8)), {}))
    assert [one.tag for one in root.iter(f"{{{MC}}}AlternateContent")] == []
    assert {one.get("uri") for one in root.iter(f"{{{A}}}graphicData")} == {f"{A[:-4]}picture"}


def test_pictures_stay_as_they_are() -> None:
    data = file_with(drawing(1, 8, f"{A[:-4]}picture"))
    assert media(flatten_drawings(data, {1: b"other"})) == {}


def test_a_file_without_drawings_is_not_changed() -> None:
    data = word_file(paragraph("x") + on_new_page("y") + section())
    flat = flatten_drawings(data, {})
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(flat)) as after:
        assert {name: after.read(name) for name in after.namelist()} == {
            name: before.read(name) for name in before.namelist()
        }


def test_the_blank_picture_is_a_png_of_one_point() -> None:
    image = Image.from_blob(blank_picture())
    assert (image.content_type, image.px_width, image.px_height) == ("image/png", 1, 1)
