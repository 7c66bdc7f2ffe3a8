"""Pictures as they go into a Word file: upright, scaled, in plain colours, without metadata."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from made_pictures import CAMERA, encoded, exif, linear_profile, noise, picture
from PIL import Image, ImageCms, PngImagePlugin

from esa_docs.diagnostics import Location
from esa_docs.model.picture_file import PictureFile
from esa_docs.source.assets.picture_headers import PictureHeader, read_header
from esa_docs.word.pictures.broken_pictures import BrokenPictureError
from esa_docs.word.pictures.encoding import EncodedPicture
from esa_docs.word.pictures.plain_jpeg import plain_jpeg
from esa_docs.word.pictures.plain_png import plain_png
from esa_docs.word.pictures.preparing import prepare

WHITE, BROWN = (255, 255, 255), (200, 100, 50)


def prepared(data: bytes, size: tuple[int, int] | None = None) -> EncodedPicture:
    """Return a picture file as it goes into a Word file; in its own size where none is given."""
    header = read_header(io.BytesIO(data))
    assert isinstance(header, PictureHeader)
    facts = PictureFile(
        Path("x"), header.format, header.width, header.height, header.orientation, Location(""), ""
    )
    return prepare(io.BytesIO(data), facts, size or (header.width, header.height))


def opened(file: EncodedPicture) -> Any:
    """Return the pixels of a picture that was prepared."""
    image = Image.open(io.BytesIO(file.data))
    image.load()
    return image


def is_near(pixel: tuple[int, ...], colour: tuple[int, ...], distance: int = 4) -> bool:
    """Return whether a pixel has a colour, but for what JPEG loses."""
    return all(abs(value - expected) <= distance for value, expected in zip(pixel, colour, strict=True))


# Where the white corner, which is stored at the top left, is seen by each orientation (Exif 2.32).
CORNERS = {
    1: "top left",
    2: "top right",
    3: "bottom right",
    4: "bottom left",
    5: "top left",
    6: "top right",
    7: "bottom right",
    8: "bottom left",
}


@pytest.mark.parametrize("orientation", CORNERS)
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_is_turned_as_its_camera_says(orientation: int, picture_format: str) -> None:
    data = encoded(picture(80, 40), picture_format, exif=exif(orientation))
    image = opened(prepared(data))

    width, height = image.size
    is_sideways = orientation >= 5
    assert (width == 40) == is_sideways
    assert sorted((width, height)) == [40, 80]
    places = {
        "top left": (2, 2),
        "top right": (width - 3, 2),
        "bottom left": (2, height - 3),
        "bottom right": (width - 3, height - 3),
    }
    white_places = [name for name, place in places.items() if is_near(image.getpixel(place), WHITE, 12)]
    assert white_places == [CORNERS[orientation]]


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("size", [None, (20, 10)])
def test_what_a_picture_tells_of_people_and_places_is_left_out(
    orientation: int, size: tuple[int, int] | None
) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CAMERA)
    text.add_itxt("XML:com.adobe.xmp", CAMERA)
    data_of_exif = exif(orientation)
    files = [
        encoded(picture(80, 40), "JPEG", exif=data_of_exif, comment=CAMERA, xmp=CAMERA.encode()),
        encoded(picture(80, 40), "PNG", exif=data_of_exif, pnginfo=text),
        encoded(picture(80, 40), "TIFF", exif=data_of_exif),
        encoded(picture(80, 40), "WEBP", exif=data_of_exif, xmp=CAMERA.encode()),
        encoded(picture(80, 40), "MPO", exif=data_of_exif, save_all=True, append_images=[picture(80, 40)]),
    ]
    assert [CAMERA.encode() in data for data in files] == [True] * 5
    for data in files:
        file = prepared(data, size)
        assert CAMERA.encode() not in file.data
        assert b"Exif" not in file.data
        image = opened(file)
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_picture_that_needs_no_change_keeps_its_pixels_byte_by_byte() -> None:
    jpeg = encoded(noise(40, 30), "JPEG", quality=95)
    with_metadata = encoded(noise(40, 30), "JPEG", quality=95, exif=exif(1), comment=CAMERA)
    png = encoded(noise(40, 30), "PNG")
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CAMERA)

    assert len(with_metadata) > len(jpeg)
    # JFIF stands before everything else; without the metadata the file is the one written without it
    assert prepared(with_metadata).data == jpeg
    assert prepared(encoded(noise(40, 30), "PNG", pnginfo=text)).data == png


def test_a_progressive_picture_keeps_its_scans() -> None:
    progressive = encoded(noise(40, 30), "JPEG", progressive=True, exif=exif(1))

    image = opened(prepared(progressive))
    assert image.tobytes() == Image.open(io.BytesIO(progressive)).tobytes()
    assert "progressive" in image.info


def test_what_stands_behind_a_picture_is_left_out() -> None:
    """A telephone writes a film or a second picture there, each with its own metadata."""
    jpeg = encoded(picture(40, 30), "JPEG")
    assert prepared(jpeg + b"film" + CAMERA.encode()).data == jpeg
    png = encoded(picture(40, 30), "PNG")
    assert prepared(png + CAMERA.encode()).data == png


def test_a_preview_in_the_head_is_left_out() -> None:
    jpeg = encoded(picture(40, 30), "JPEG")
    # SOI, then JFIF with a preview of one pixel of three bytes
    head = b"\xff\xd8\xff\xe0" + (19).to_bytes(2) + b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01ABC"
    assert plain_jpeg(head + jpeg[20:]) == jpeg


@pytest.mark.parametrize("cut", [b"", b"\xff\xd8", b"\xff\xd8\xff\xda\0\x02abc", b"\xff\xd8abc"])
def test_a_picture_out_of_order_is_written_anew(cut: bytes) -> None:
    assert plain_jpeg(cut) is None
    assert plain_png(cut) is None
    assert plain_png(b"\x89PNG\r\n\x1a\n" + cut) is None


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "BMP", "TIFF", "WEBP"])
def test_a_large_picture_is_scaled_and_a_small_one_is_not(picture_format: str) -> None:
    data = encoded(picture(400, 300), picture_format)

    assert opened(prepared(data, (100, 75))).size == (100, 75)
    assert opened(prepared(data, (390, 293))).size == (400, 300)
    assert opened(prepared(data, (800, 600))).size == (400, 300)


def test_a_sideways_picture_is_scaled_to_its_size_as_it_is_seen() -> None:
    data = encoded(picture(400, 200), "JPEG", exif=exif(6))
    assert opened(prepared(data, (50, 100))).size == (50, 100)


@pytest.mark.parametrize(
    ("data", "ending", "mode", "pixel"),
    [
        # CMYK without cyan and black: red
        (encoded(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG"), "jpg", "RGB", (254, 0, 0)),
        # 16 bits: 40000 of 65536 is 156 of 256
        (encoded(Image.new("I;16", (9, 9), 40000), "PNG"), "png", "L", 156),
        (encoded(Image.new("I;16", (9, 9), 40000), "TIFF"), "png", "L", 156),
        (encoded(Image.new("1", (9, 9), 1), "TIFF", compression="group4"), "png", "L", 255),
        (encoded(picture(9, 9).quantize(4), "GIF"), "png", "RGB", WHITE),
        (encoded(picture(9, 9), "BMP"), "png", "RGB", WHITE),
        (encoded(Image.new("LA", (9, 9), (7, 128)), "PNG"), "png", "LA", (7, 128)),
        (encoded(Image.new("RGBA", (9, 9), (4, 8, 16, 128)), "TIFF"), "png", "RGBA", (4, 8, 16, 128)),
        (encoded(Image.new("RGBA", (9, 9), (4, 8, 16, 255)), "TIFF"), "png", "RGB", (4, 8, 16)),
    ],
)
def test_colours_of_every_sort_come_out_right(data: bytes, ending: str, mode: str, pixel: Any) -> None:
    file = prepared(data)
    image = opened(file)

    assert (file.ending, image.mode) == (ending, mode)
    assert image.getpixel((0, 0)) == pixel


def test_what_shines_through_stays_so_when_it_is_scaled() -> None:
    see_through = picture(40, 40).quantize(4)
    index = see_through.getpixel((0, 0))
    image = opened(prepared(encoded(see_through, "PNG", transparency=index), (20, 20)))

    assert (image.mode, image.getpixel((0, 0))[3], image.getpixel((19, 19))) == ("RGBA", 0, (*BROWN, 255))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("size", [None, (9, 9)])
def test_colours_of_a_profile_are_those_of_srgb(picture_format: str, size: tuple[int, int] | None) -> None:
    """Half of the light is 188 in sRGB (IEC 61966-2-1: 255 * (1.055 * 0.502^(1/2.4) - 0.055))."""
    data = encoded(Image.new("RGB", (20, 20), (128, 128, 128)), picture_format, icc_profile=linear_profile())
    image = opened(prepared(data, size))

    assert is_near(image.getpixel((3, 3)), (188, 188, 188), 1)
    assert "icc_profile" not in image.info


def test_what_shines_through_has_the_colours_of_its_profile_too() -> None:
    see_through = Image.new("RGBA", (9, 9), (128, 128, 128, 77))
    image = opened(prepared(encoded(see_through, "PNG", icc_profile=linear_profile())))
    assert image.getpixel((0, 0)) == (188, 188, 188, 77)


@pytest.mark.parametrize("space", ["sRGB", "LAB"])
def test_a_profile_that_says_nothing_new_or_does_not_fit_is_left_out(space: Any) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()
    image = opened(prepared(encoded(Image.new("RGB", (9, 9), (255, 0, 0)), "PNG", icc_profile=profile)))
    assert (image.getpixel((0, 0)), "icc_profile" in image.info) == ((255, 0, 0), False)


def test_a_photograph_as_png_becomes_jpeg_and_a_screenshot_stays() -> None:
    screenshot = Image.new("RGB", (600, 600), WHITE)
    for line in range(0, 600, 12):
        screenshot.paste((0, 0, 0), (20, line, 580, line + 2))
    photograph = noise(60, 60).resize((600, 600), Image.Resampling.BICUBIC)

    # both are scaled, so both are written anew
    assert prepared(encoded(screenshot, "PNG"), (500, 500)).ending == "png"
    assert prepared(encoded(photograph, "PNG"), (500, 500)).ending == "jpg"
    assert prepared(encoded(photograph, "PNG")).ending == "png"


def test_equal_pictures_give_equal_bytes() -> None:
    data = encoded(noise(200, 100), "JPEG")
    assert prepared(data, (50, 25)) == prepared(data, (50, 25))


# Of a WebP the header says it already.
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "GIF", "BMP", "TIFF"])
@pytest.mark.parametrize("size", [None, (20, 20)])
def test_a_picture_that_is_cut_off_is_refused(picture_format: str, size: tuple[int, int] | None) -> None:
    data = encoded(noise(200, 200), picture_format)
    with pytest.raises(BrokenPictureError):
        prepared(data[: len(data) * 3 // 4], size)
