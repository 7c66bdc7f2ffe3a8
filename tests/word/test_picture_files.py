"""Picture files that content names: what cannot be printed is told at its place, and no pixel is decoded."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from blocked_papers import FIRST_LINE, project_of
from made_pictures import encoded, exif, picture, png_of_size, put_photograph
from PIL import Image, ImageFile

from esa_docs import api
from esa_docs.model.project import Project
from esa_docs.source.assets.picture_headers import MOST_PIXELS, HeaderFault, PictureHeader, read_header

PNG = encoded(picture(8, 8), "PNG")
SECOND = picture(8, 8, (0, 0, 0))


def findings(project: Project) -> list[tuple[str, int, int, str]]:
    """Return code, line from the first clause (from 1), column and severity of what is said of an order."""
    rows = []
    for diagnostic in api.check(project):
        location = diagnostic.location
        if location.path.endswith("order.yaml"):
            rows.append(
                (diagnostic.code, location.line - FIRST_LINE + 1, location.column, str(diagnostic.severity))
            )
    return rows


def findings_of_file(root: Path, name: str, data: bytes) -> list[tuple[str, int, int, str]]:
    """Return what is said of an order with one picture."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return findings(project_of(root, f"  - picture: {{file: {name}, alt: ก}}\n"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("pictures/empty.jpg", b"", "E465"),
        ("pictures/words.png", b"words", "E465"),
        ("pictures/paper.pdf", b"%PDF-1.7", "E465"),
        ("pictures/telephone.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "E465"),
        ("pictures/telephone.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0", "E465"),
        ("pictures/a.jpg", PNG, "E466"),
        ("pictures/a.docx", PNG, "E466"),
        ("pictures/a.png", encoded(picture(8, 8), "JPEG"), "E466"),
        ("pictures/a.gif", encoded(SECOND, "GIF", save_all=True, append_images=[picture(8, 8)]), "E480"),
        ("pictures/a.png", encoded(SECOND, "PNG", save_all=True, append_images=[picture(8, 8)]), "E480"),
        ("pictures/a.webp", encoded(SECOND, "WEBP", save_all=True, append_images=[picture(8, 8)]), "E480"),
        ("pictures/a.tif", encoded(SECOND, "TIFF", save_all=True, append_images=[picture(8, 8)]), "E480"),
        ("pictures/a.png", png_of_size(20_000, 10_000), "E481"),
        ("pictures/a.png", png_of_size(10_001, 10_000), "E481"),
        ("pictures/a.png", PNG[:20], "E482"),
        ("pictures/a.jpg", b"\xff\xd8\xff\xe0\0", "E482"),
        ("pictures/a.webp", b"RIFF\x08\0\0\0WEBPVP8 ", "E482"),
        ("pictures/a.png", png_of_size(1, 3000), "E465"),
        ("pictures/a.png", png_of_size(3001, 20), "E465"),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_place(
    name: str, data: bytes, code: str, tmp_path: Path
) -> None:
    assert findings_of_file(tmp_path, name, data) == [(code, 1, 21, "error")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pictures/a.JPG", encoded(picture(8, 8), "JPEG")),
        ("pictures/a.jpeg", encoded(picture(8, 8), "JPEG")),
        # a telephone's JPEG with a second picture behind it is one picture
        ("pictures/a.jpg", encoded(picture(8, 8), "MPO", save_all=True, append_images=[SECOND])),
        ("pictures/a", PNG),
        ("pictures/ภาพ การประชุม ๑.png", PNG),
        ("pictures/a.gif", encoded(picture(8, 8), "GIF")),
        ("pictures/a.bmp", encoded(picture(8, 8), "BMP")),
        ("pictures/a.tiff", encoded(picture(8, 8), "TIFF")),
        ("pictures/a.webp", encoded(picture(8, 8), "WEBP")),
        ("pictures/a.png", png_of_size(10_000, 10_000)),
        ("pictures/a.png", png_of_size(3000, 20)),
        # what stands in the Exif is damaged, the picture is not
        ("pictures/a.jpg", encoded(picture(8, 8), "JPEG", exif=b"Exif\0\0no Exif at all")),
        ("pictures/a.jpg", encoded(picture(8, 8), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\0\0")),
    ],
)
def test_what_can_be_printed_is_no_finding(name: str, data: bytes, tmp_path: Path) -> None:
    assert findings_of_file(tmp_path, name, data) == []


def test_all_are_told_at_once_each_at_its_path(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/a.jpg", 8, 8)
    (tmp_path / "pictures/empty.png").write_bytes(b"")
    clauses = (
        "  - picture: {file: pictures/none.jpg}\n"
        "    caption: ก\n"
        "  - picture:\n"
        "      files: [pictures/a.jpg, ../outside.png, {file: pictures/empty.png, caption: ก},"
        " pictures/empty.png]\n"
        "  - steps:\n"
        "      - text: ก\n"
        "        paragraphs: [picture: {file: pictures/none.jpg}]\n"
    )
    assert findings(project_of(tmp_path, clauses)) == [
        ("E644", 1, 21, "error"),
        ("W519", 4, 15, "warning"),
        ("E464", 4, 31, "error"),
        ("W519", 4, 31, "warning"),
        ("E465", 4, 54, "error"),
        ("E465", 4, 87, "error"),
        ("W519", 4, 87, "warning"),
        ("E644", 7, 38, "error"),
        ("W519", 7, 38, "warning"),
    ]


def test_a_folder_and_a_pipe_are_no_pictures(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    clauses = "  - picture: {file: pictures, alt: ก}\n"
    assert findings(project_of(tmp_path, clauses)) == [("E644", 1, 21, "error")]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pictures/pipe.png")
        clauses = "  - picture: {file: pictures/pipe.png, alt: ก}\n"
        assert findings(project_of(tmp_path, clauses)) == [("E438", 1, 21, "error")]


def test_a_link_out_of_the_project_is_told(tmp_path: Path) -> None:
    root = tmp_path / "project"
    put_photograph(tmp_path / "outside.jpg", 8, 8)
    (root / "pictures").mkdir(parents=True)
    try:
        (root / "pictures/a.jpg").symlink_to(tmp_path / "outside.jpg")
    except OSError:
        if "CI" in os.environ:
            raise
        pytest.skip("this system makes no links for this user")
    assert findings(project_of(root, "  - picture: {file: pictures/a.jpg, alt: ก}\n")) == [
        ("E464", 1, 21, "error")
    ]


@pytest.mark.parametrize(
    ("clauses", "code", "column"),
    [
        ("  - picture: {alt: ก}\n", "E215", 14),
        ("  - picture: {file: a.png, files: [a.png]}\n", "E215", 14),
        ("  - picture: {files: []}\n", "E211", 22),
        ("  - picture: {files: [a.png], width: 5}\n", "E215", 14),
        ("  - picture: {files: [a.png], alt: ก}\n", "E215", 14),
        ("  - picture: {file: a.png, columns: 2}\n", "E215", 14),
        ("  - picture: {files: [a.png], columns: 7}\n", "E212", 40),
        ("  - picture: {file: a.png, width: 26}\n", "E212", 35),
        ("  - picture: {file: a.png, widht: 5}\n", "E201", 28),
        ("  - picture: {files: [{file: a.png, captoin: ก}]}\n", "E201", 37),
        ("  - picture: {files: [{caption: ก}]}\n", "E202", 23),
        ("  - picture: {files: ['']}\n", "E211", 23),
    ],
)
def test_keys_that_do_not_fit_are_told_at_their_place(
    clauses: str, code: str, column: int, tmp_path: Path
) -> None:
    assert findings(project_of(tmp_path, clauses)) == [(code, 1, column, "error")]


def test_a_path_with_signs_of_marks_is_a_path(tmp_path: Path) -> None:
    put_photograph(tmp_path / "pictures/**a**__b__.jpg", 8, 8)
    clauses = "  - picture: {files: ['pictures/**a**__b__.jpg']}\n    caption: ก\n"
    assert findings(project_of(tmp_path, clauses)) == []


def test_the_check_decodes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any) -> None:
        pytest.fail("a picture was decoded")

    (tmp_path / "pictures").mkdir()
    names = {
        "JPEG": "a.jpg",
        "PNG": "b.png",
        "TIFF": "c.tif",
        "WEBP": "d.webp",
        "GIF": "e.gif",
        "BMP": "f.bmp",
    }
    for picture_format, name in names.items():
        options = {} if picture_format in {"GIF", "BMP"} else {"exif": exif(6)}
        (tmp_path / "pictures" / name).write_bytes(encoded(picture(8, 16), picture_format, **options))
    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse)
    files = ", ".join(f"pictures/{name}" for name in names.values())
    project = project_of(tmp_path, f"  - picture: {{files: [{files}]}}\n    caption: ก\n")

    assert findings(project) == []
    pictures = api.find(project, "order").pictures
    sizes = {name: (file.width, file.height, file.orientation) for name, file in pictures.items()}
    # all but GIF and BMP are turned a quarter; Pillow turns a TIFF by itself
    assert sizes == {
        "pictures/a.jpg": (16, 8, 6),
        "pictures/b.png": (16, 8, 6),
        "pictures/c.tif": (16, 8, 1),
        "pictures/d.webp": (16, 8, 6),
        "pictures/e.gif": (8, 16, 1),
        "pictures/f.bmp": (8, 16, 1),
    }


def test_damaged_metadata_does_not_turn_a_picture() -> None:
    data = Image.Exif()
    data[0x0112] = 99
    header = read_header(io.BytesIO(encoded(picture(8, 16), "JPEG", exif=data)))
    assert not isinstance(header, HeaderFault)
    assert (header.width, header.height, header.orientation) == (8, 16, 1)
    damaged = encoded(picture(8, 16), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert read_header(io.BytesIO(damaged)) == header


def test_the_bound_is_a_hundred_megapixels() -> None:
    assert MOST_PIXELS == 100_000_000


def test_content_of_version_1_has_no_pictures(tmp_path: Path) -> None:
    rows = findings(project_of(tmp_path, "  - picture: {file: a.png}\n", content=1))
    assert rows == [("E238", 1, 5, "error")]


def test_the_exif_of_a_png_is_found_behind_its_pixels() -> None:
    upright = encoded(picture(30, 20), "PNG")
    turned = encoded(picture(30, 20), "PNG", exif=exif(6))
    at = turned.index(b"eXIf") - 4
    chunk = turned[at : at + 12 + int.from_bytes(turned[at : at + 4])]
    behind = upright.index(b"IEND") - 4
    data = upright[:behind] + chunk + upright[behind:]
    header = read_header(io.BytesIO(data))
    assert isinstance(header, PictureHeader)
    assert (header.width, header.height, header.orientation) == (20, 30, 6)
    cut_off = read_header(io.BytesIO(data[: behind + 10]))
    assert isinstance(cut_off, PictureHeader)
    assert cut_off.orientation == 1
