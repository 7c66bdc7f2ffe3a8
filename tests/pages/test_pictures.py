"""Pictures of pages and drawings: size, ink, and the same bytes on every run."""

from __future__ import annotations

import importlib
import io
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ContentStream

from esa_docs.diagnostics import MachineError
from esa_docs.fonts.faces import FaceStyle
from esa_docs.pages.pdf import NotAPdfError
from esa_docs.pages.pictures import page_pictures, svg_picture

FONTS = Path(__file__).parents[2] / ".fonts"
FILES = {
    FaceStyle.REGULAR: "THSarabun-Regular.ttf",
    FaceStyle.BOLD: "THSarabun-Bold.ttf",
    FaceStyle.ITALIC: "THSarabun-Italic.ttf",
    FaceStyle.BOLD_ITALIC: "THSarabun-Bold-Italic.ttf",
}
FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">{}</svg>'
TEXT = '<text x="10" y="40" font-family="{}" font-size="32" font-weight="{}">ที่ น้ำ ผู้ กำกับ</text>'


def drawing(family: str = "TH SarabunPSK", weight: str = "normal") -> str:
    return FRAME.format(TEXT.format(family, weight))


def two_pages() -> bytes:
    """Return an A4 page, and one across with a black square of an inch at its lower left corner."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    content = ContentStream(None, writer)
    content.set_data(b"0 0 72 72 re f")
    writer.add_blank_page(842, 595).replace_contents(content)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def open_picture(data: bytes) -> Image.Image:
    """Return a picture in shades of grey."""
    return Image.open(io.BytesIO(data)).convert("L")


def ink(data: bytes) -> int:
    """Count dark pixels."""
    return sum(open_picture(data).histogram()[:128])


@pytest.fixture
def faces() -> dict[FaceStyle, bytes]:
    return {style: (FONTS / name).read_bytes() for style, name in FILES.items()}


def test_pictures_are_as_large_as_their_pages() -> None:
    sizes = [open_picture(picture).size for picture in page_pictures(two_pages(), 144)]

    assert sizes == [(1190, 1684), (1684, 1190)]


def test_the_second_page_shows_its_square() -> None:
    blank, marked = page_pictures(two_pages(), 72)

    assert ink(blank) == 0
    assert ink(marked) == 72 * 72


def test_pages_come_in_the_order_asked_for() -> None:
    sizes = [open_picture(picture).size for picture in page_pictures(two_pages(), 72, [2, 1, 2])]

    assert sizes == [(842, 595), (595, 842), (842, 595)]


def test_two_runs_give_equal_pictures() -> None:
    assert list(page_pictures(two_pages(), 96)) == list(page_pictures(two_pages(), 96))


def test_a_picture_says_how_large_it_is_meant() -> None:
    (picture,) = page_pictures(two_pages(), 96, [1])

    assert Image.open(io.BytesIO(picture)).info["dpi"] == pytest.approx((96, 96), abs=0.1)


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"no page {number} among 2"):
        list(page_pictures(two_pages(), 72, [1, number]))


def test_what_is_no_pdf_is_named_so() -> None:
    with pytest.raises(NotAPdfError):
        list(page_pictures(b"PK\x03\x04", 72))


@pytest.mark.office
@pytest.mark.parametrize(("scale", "size"), [(1.0, (200, 60)), (2.0, (400, 120)), (1.5, (300, 90))])
def test_a_drawing_has_the_size_asked_for(
    faces: dict[FaceStyle, bytes], scale: float, size: tuple[int, int]
) -> None:
    assert open_picture(svg_picture(drawing(), faces, scale)).size == size


@pytest.mark.office
def test_text_is_drawn_with_the_given_faces_whatever_family_is_named(faces: dict[FaceStyle, bytes]) -> None:
    regular = svg_picture(drawing(), faces)
    bold = svg_picture(drawing(weight="bold"), faces)

    assert ink(regular) > 200
    assert svg_picture(drawing("Helvetica"), faces) == regular
    assert ink(bold) > ink(regular)


@pytest.mark.office
def test_marks_stand_above_their_letter(faces: dict[FaceStyle, bytes]) -> None:
    """Vowel and tone mark add ink above the letter, and no width to it."""
    letter = ink_box("ท", faces)
    with_marks = ink_box("ที่", faces)

    height = letter.bottom_edge - letter.top_edge
    assert with_marks.left_edge == letter.left_edge
    assert with_marks.bottom_edge == letter.bottom_edge
    assert abs(with_marks.right_edge - letter.right_edge) <= 4
    assert with_marks.top_edge < letter.top_edge - 0.4 * height


class Box(NamedTuple):
    """The edges of a box, in pixels from the left and from the top of a picture."""

    left_edge: int
    top_edge: int
    right_edge: int
    bottom_edge: int


def ink_box(text: str, faces: dict[FaceStyle, bytes]) -> Box:
    """Return the box around all that is not white."""
    picture = svg_picture(FRAME.format(f'<text x="10" y="40" font-size="32">{text}</text>'), faces, 4)
    negative = open_picture(picture).point(lambda value: 255 - value)
    edges = negative.getbbox()
    assert edges is not None
    return Box(*edges)


@pytest.mark.office
def test_two_runs_give_equal_drawings(faces: dict[FaceStyle, bytes]) -> None:
    assert svg_picture(drawing(), faces, 2) == svg_picture(drawing(), faces, 2)


@pytest.mark.office
def test_what_is_no_svg_is_refused(faces: dict[FaceStyle, bytes]) -> None:
    with pytest.raises(ValueError, match="SVG"):
        svg_picture("<html/>", faces)


@pytest.mark.parametrize("package", ["pypdfium2", "PIL.Image"])
def test_a_missing_package_names_the_command_that_installs_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(package, monkeypatch)
    with pytest.raises(MachineError) as caught:
        list(page_pictures(two_pages(), 72))

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.location.path) == ("E910", package)
    assert 'pip install ".[pictures]"' in diagnostic.hint


def test_drawings_need_their_package_too(monkeypatch: pytest.MonkeyPatch) -> None:
    hide("resvg_py", monkeypatch)
    with pytest.raises(MachineError) as caught:
        svg_picture(drawing(), {})

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "E910"


def hide(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = importlib.import_module

    def import_module(name: str) -> ModuleType:
        if name == package:
            raise ModuleNotFoundError(name)
        return real_import(name)

    monkeypatch.setattr(importlib, "import_module", import_module)
