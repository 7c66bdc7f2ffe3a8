"""Drawings of shapes replaced by pictures of the same size."""

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
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
CENTIMETRE = 360000
"""In EMU, the unit of drawings."""


@pytest.fixture
def fonts_of_numbers() -> LayoutFonts:
    return page_fonts.fonts_of_numbers()


def drawing(number: int, height: int, uri: str = WPS) -> str:
    """Return a drawing as wide as the text, of a height in cm."""
    extent = f'<wp:extent cx="{15 * CENTIMETRE}" cy="{height * CENTIMETRE}"/>'
    shape = f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}"/></a:graphic>'
    inline = f'<wp:inline>{extent}<wp:docPr id="{number}" name="x"/>{shape}</wp:inline>'
    return f'<w:drawing xmlns:wp="{WP}">{inline}</w:drawing>'


def alternatives(number: int, height: int) -> str:
    """Return a drawing with a fallback, as Word writes it."""
    choice = f'<mc:Choice Requires="wps">{drawing(number, height)}</mc:Choice>'
    fallback = f"<mc:Fallback>{drawing(number + 50, height)}</mc:Fallback>"
    return f'<mc:AlternateContent xmlns:mc="{MC}">{choice}{fallback}</mc:AlternateContent>'


def file_with(*drawings: str) -> bytes:
    body = ""
    for element in drawings:
        body += paragraph(before=f"<w:r>{element}</w:r>")
    return word_file(body + section())


def count_pages(data: bytes, fonts: LayoutFonts) -> int:
    faces = [("TH SarabunPSK", face) for face in fonts.text.faces.values()]
    fragments = rdocx.Document.from_bytes(data).layout(fonts=faces)
    return max(fragment.physical_page for fragment in fragments)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def media(data: bytes) -> dict[str, bytes]:
    return {name: part for name, part in parts_of(data).items() if name.startswith("word/media/")}


@pytest.mark.parametrize(("heights", "pages"), [((8, 8, 8), 1), ((8, 8, 8, 8), 2), ((20, 20, 20), 3)])
def test_a_drawing_takes_its_room(
    heights: tuple[int, ...], pages: int, fonts_of_numbers: LayoutFonts
) -> None:
    """A page holds 26.2 cm: three drawings of 8 cm, or one of 20 cm."""
    drawings = [alternatives(number, height) for number, height in enumerate(heights, 1)]
    flat = flatten_drawings(file_with(*drawings), {})
    assert count_pages(flat, fonts_of_numbers) == pages


def test_the_given_picture_is_taken_by_the_id_of_the_drawing() -> None:
    data = flatten_drawings(file_with(alternatives(1, 8), drawing(2, 8)), {2: b"two"})
    assert media(data) == {
        "word/media/esaPicture1.png": blank_picture(),
        "word/media/esaPicture2.png": b"two",
    }
    relationships = part_of(data, "word/_rels/document.xml.rels")
    targets = [relationship.get("Target") for relationship in relationships]
    assert targets[-2:] == ["media/esaPicture1.png", "media/esaPicture2.png"]


def test_no_alternatives_and_no_shapes_are_left() -> None:
    root = part_of(flatten_drawings(file_with(alternatives(1, 8), drawing(2, 8)), {}))
    uris = {graphic.get("uri") for graphic in root.iter(f"{{{A}}}graphicData")}
    assert list(root.iter(f"{{{MC}}}AlternateContent")) == []
    assert uris == {PICTURE}


def test_pictures_stay_as_they_are() -> None:
    data = file_with(drawing(1, 8, PICTURE))
    assert media(flatten_drawings(data, {1: b"other"})) == {}


def test_a_file_without_drawings_is_not_changed() -> None:
    data = word_file(paragraph("x") + on_new_page("y") + section())
    assert parts_of(flatten_drawings(data, {})) == parts_of(data)


def test_the_blank_picture_is_a_png_of_one_point() -> None:
    image = Image.from_blob(blank_picture())
    assert image.content_type == "image/png"
    assert image.px_width == 1
    assert image.px_height == 1
