"""Pictures in Word files, as other programs write them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Cm
from PIL import Image

from esa_docs.ooxml.package import NotAPackageError, read_package
from esa_docs.ooxml.pictures import PlacedPicture, placed_pictures

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def picture(colour: tuple[int, int, int] = (0, 0, 200)) -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 50), colour).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def colour_of(data: bytes) -> object:
    return Image.open(io.BytesIO(data)).getpixel((0, 0))


def old_file(style: str, *, relations: str = "") -> dict[str, bytes]:
    """Return the parts that matter of a file of Word 2003, with a picture in VML.

    Args:
        style: style of the shape that holds the picture.
        relations: XML of its relationships; that of a picture in the file if empty.
    """
    if not relations:
        relations = f'<Relationship Id="rId7" Type="{R}/image" Target="media/image1.wmf"/>'
    shape = f'<v:shape style="{style}"><v:imagedata r:id="rId7" title="ครุฑ"/></v:shape>'
    body = f"<w:body><w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p></w:body>"
    return {
        "[Content_Types].xml": TYPES,
        DOCUMENT: f"<w:document {NAMES}>{body}</w:document>".encode(),
        RELATIONS: f'<Relationships xmlns="{RELATIONSHIPS}">{relations}</Relationships>'.encode(),
        "word/media/image1.wmf": b"wmf",
    }


def test_pictures_of_the_text_come_from_the_top_then_those_of_headers() -> None:
    word = docx.Document()
    header = word.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0].add_run().add_picture(picture((1, 1, 1)), height=Cm(1.5))
    word.add_picture(picture((2, 2, 2)), height=Cm(3))
    cell = word.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run().add_picture(picture((3, 3, 3)), height=Cm(5))
    buffer = io.BytesIO()
    word.save(buffer)
    parts = read_package(buffer.getvalue())

    pictures = list(placed_pictures(parts))

    assert [(placed_picture.part, round(placed_picture.height, 3)) for placed_picture in pictures] == [
        (DOCUMENT, 3.0),
        (DOCUMENT, 5.0),
        ("word/header1.xml", 1.5),
    ]
    colours = [colour_of(parts[placed_picture.target]) for placed_picture in pictures]
    assert colours == [(2, 2, 2), (3, 3, 3), (1, 1, 1)]


@pytest.mark.parametrize(
    ("style", "height"),
    [
        ("width:80pt;height:85.05pt", 3.0),
        ("position:absolute;height:1.1811in;width:9pt", 3.0),
        ("height: 3cm", 3.0),
        ("height:30mm;mso-height-percent:0", 3.0),
        ("height:7.0866pc", 3.0),
        ("height:113.386px", 3.0),
        ("HEIGHT-not:1pt;mso-height:2pt;height:.5in", 1.27),
    ],
)
def test_heights_of_old_pictures_are_read_in_their_units(style: str, height: float) -> None:
    (placed_picture,) = placed_pictures(old_file(style))
    assert (placed_picture.part, placed_picture.target) == (DOCUMENT, "word/media/image1.wmf")
    assert placed_picture.height == pytest.approx(height, abs=0.001)


@pytest.mark.parametrize("style", ["", "width:3cm", "height:1080", "height:auto", "min-height:3cm"])
def test_a_height_that_is_not_said_is_not_guessed(style: str) -> None:
    assert list(placed_pictures(old_file(style))) == []


@pytest.mark.parametrize(
    "relation",
    [
        f'<Relationship Id="rId7" Type="{R}/image" Target="file:///C:/a.png" TargetMode="External"/>',
        f'<Relationship Id="rId7" Type="{R}/image" Target="media/none.png"/>',
        f'<Relationship Id="rId8" Type="{R}/image" Target="media/image1.wmf"/>',
    ],
)
def test_a_picture_that_is_not_in_the_file_is_passed_over(relation: str) -> None:
    assert list(placed_pictures(old_file("height:3cm", relations=relation))) == []


@pytest.mark.parametrize("target", ["/word/media/image1.wmf", "../word/media/image1.wmf"])
def test_a_target_may_be_told_from_the_root_of_the_package(target: str) -> None:
    relation = f'<Relationship Id="rId7" Type="{R}/image" Target="{target}"/>'
    pictures = list(placed_pictures(old_file("height:3cm", relations=relation)))
    assert pictures == [PlacedPicture(DOCUMENT, "word/media/image1.wmf", 3.0)]


def test_a_file_without_relationships_has_no_pictures() -> None:
    parts = old_file("height:3cm")
    del parts[RELATIONS]
    assert list(placed_pictures(parts)) == []


def test_an_old_picture_of_which_a_piece_is_printed_is_marked() -> None:
    parts = old_file("height:3cm")
    cut = parts[DOCUMENT].replace(b'title="', b'cropleft="9000f" title="')
    (cropped,) = placed_pictures({**parts, DOCUMENT: cut})
    assert cropped.is_cropped
    (whole,) = placed_pictures(parts)
    assert not whole.is_cropped


def test_broken_xml_is_told() -> None:
    with pytest.raises(NotAPackageError):
        list(placed_pictures({DOCUMENT: b"<w:document"}))


@pytest.mark.parametrize("size", ["x", "0", "-360000"])
def test_a_size_that_is_none_is_passed_over(size: str) -> None:
    parts = old_file("height:3cm")
    document = parts[DOCUMENT].decode()
    document = document.replace("<v:imagedata", f'<wp:extent cy="{size}"/><v:imagedata')
    assert list(placed_pictures({**parts, DOCUMENT: document.encode()})) == []
