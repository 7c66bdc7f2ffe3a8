"""``esa-docs emblem take``: the emblem out of an official Word file, into the project."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.shared import Cm, Length
from PIL import Image

from esa_docs import api
from esa_docs.cli import app

CORPUS = Path(__file__).parents[1] / "corpus"
OFFICE = (CORPUS / "office" / "good.yaml").read_bytes()
RED, BLUE = (200, 30, 30), (30, 30, 200)


def coloured(colour: tuple[int, int, int] = RED, form: str = "PNG", height: int = 400) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, height), colour).save(buffer, form)
    return buffer.getvalue()


def official(path: Path, *pictures: tuple[bytes, Length], header_picture: bytes | None = None) -> Path:
    """Write a Word file with pictures, and return its path.

    Args:
        path: where it goes.
        pictures: pictures of its text, with their heights.
        header_picture: a picture of 3 cm for its header; None for no header.
    """
    word = docx.Document()
    word.add_paragraph("บันทึกข้อความ")
    for data, height in pictures:
        word.add_picture(io.BytesIO(data), height=height)
    if header_picture is not None:
        header = word.sections[0].header
        header.is_linked_to_previous = False
        run = header.paragraphs[0].add_run()
        run.add_picture(io.BytesIO(header_picture), height=Cm(3))
    word.save(str(path))
    return path


def replace_png(path: Path, data: bytes) -> None:
    """Put other bytes in the place of the only PNG of a Word file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (png_name,) = [name for name in parts if name.endswith(".png")]
    parts[png_name] = data
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "สำนักงาน"
    folder.mkdir()
    shutil.copyfile(CORPUS / "people" / "good.yaml", folder / "people.yaml")
    (folder / "office.yaml").write_bytes(OFFICE)
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return tmp_path / "คำสั่งเดิม.docx"


def take(old: Path, root: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["emblem", "take", str(old), "-C", str(root), *options])


def emblems_in(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name.startswith("emblem"))


@pytest.mark.parametrize("height", [Cm(3), Cm(1.5), Cm(2.8), Cm(3.3), Cm(1.4)])
@pytest.mark.parametrize(("form", "name"), [("PNG", "emblem.png"), ("JPEG", "emblem.jpg")])
def test_the_picture_is_taken_as_it_is_and_named_in_office_yaml(
    root: Path, old: Path, height: Length, form: str, name: str
) -> None:
    data = coloured(form=form)
    result = take(official(old, (data, height)), root)
    assert result.exit_code == 0, result.output
    assert (emblems_in(root), (root / name).read_bytes()) == ([name], data)
    assert (root / "office.yaml").read_bytes() == OFFICE + f"emblem: {name}\n".encode()
    assert result.stdout.splitlines() == [(root / name).as_posix(), (root / "office.yaml").as_posix()]
    assert f"emblem: {name}" in result.stderr
    assert api.check(api.load(root)) == ()


def test_taking_again_changes_nothing(root: Path, old: Path) -> None:
    official(old, (coloured(), Cm(3)))
    take(old, root)
    before = (root / "office.yaml").read_bytes()
    result = take(old, root)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (root / "office.yaml").read_bytes() == before


def test_pictures_of_other_heights_are_passed_over(root: Path, old: Path) -> None:
    official(old, (coloured(BLUE), Cm(2.2)), (coloured(BLUE), Cm(8)), (coloured(RED), Cm(3)))
    result = take(old, root)
    assert (result.exit_code, (root / "emblem.png").read_bytes()) == (0, coloured(RED))
    assert "E429" not in result.output


def test_the_picture_of_a_header_is_taken(root: Path, old: Path) -> None:
    result = take(official(old, header_picture=coloured()), root)
    assert (result.exit_code, (root / "emblem.png").read_bytes()) == (0, coloured())


def test_of_several_the_first_is_taken_and_the_others_are_told(root: Path, old: Path) -> None:
    official(old, (coloured(RED), Cm(3)), (coloured(BLUE), Cm(1.5)))
    result = take(old, root)
    assert (result.exit_code, (root / "emblem.png").read_bytes()) == (0, coloured(RED))
    (warning,) = [line for line in result.stdout.splitlines() if "[E429]" in line]
    assert "warning" in warning
    assert 0 <= warning.find("image1.png") < warning.find("image2.png")


def test_one_picture_printed_twice_is_one(root: Path, old: Path) -> None:
    official(old, (coloured(), Cm(3)), (coloured(), Cm(1.5)))
    result = take(old, root)
    assert (result.exit_code, "E429" in result.output) == (0, False)


def test_a_cropped_picture_is_taken_whole_and_told(root: Path, old: Path) -> None:
    word = docx.Document()
    shape = word.add_picture(io.BytesIO(coloured()), height=Cm(3))
    fill = shape._inline.graphic.graphicData.pic.blipFill
    crop = fill.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect", {"l": "25000"})
    fill.insert(1, crop)
    word.save(str(old))
    result = take(old, root)
    assert (result.exit_code, (root / "emblem.png").read_bytes()) == (0, coloured())
    assert ("[E429]" in result.stdout, "image1.png" in result.stdout) == (True, True)


def test_a_picture_of_few_pixels_is_taken_and_told(root: Path, old: Path) -> None:
    result = take(official(old, (coloured(height=90), Cm(3))), root)
    assert (result.exit_code, emblems_in(root), "[E424]" in result.stdout) == (0, ["emblem.png"], True)


def test_another_form_goes_behind_one_that_can_be_used(root: Path, old: Path) -> None:
    official(old, (coloured(form="GIF"), Cm(3)), (coloured(), Cm(3)))
    result = take(old, root)
    assert (result.exit_code, (root / "emblem.png").read_bytes()) == (0, coloured())
    assert "image1.gif" in result.stdout


def test_a_vector_picture_is_told_with_its_cure(root: Path, old: Path) -> None:
    official(old, (coloured(), Cm(3)))
    beginning_of_placeable_metafile = b"\xd7\xcd\xc6\x9a"
    replace_png(old, beginning_of_placeable_metafile + bytes(100))
    result = take(old, root)
    assert (result.exit_code, emblems_in(root), "[E428]" in result.stdout) == (1, [], True)
    assert "PNG" in result.stdout


def test_a_damaged_picture_is_not_taken(root: Path, old: Path) -> None:
    official(old, (coloured(), Cm(3)))
    replace_png(old, coloured()[:60])
    result = take(old, root)
    assert (result.exit_code, emblems_in(root), "[E423]" in result.stdout) == (1, [], True)
    assert (root / "office.yaml").read_bytes() == OFFICE


def test_another_picture_in_its_place_is_kept_unless_by_force(root: Path, old: Path) -> None:
    (root / "emblem.png").write_bytes(coloured(BLUE))
    official(old, (coloured(RED), Cm(3)))
    result = take(old, root)
    assert (result.exit_code, "[E425]" in result.stdout, "--force" in result.stdout) == (1, True, True)
    assert (root / "emblem.png").read_bytes() == coloured(BLUE)
    assert (root / "office.yaml").read_bytes() == OFFICE
    assert take(old, root, "--force").exit_code == 0
    assert (root / "emblem.png").read_bytes() == coloured(RED)


@pytest.mark.parametrize("office", [OFFICE + b"emblem: other.png\n", b"name: 'a\n"])
def test_where_office_yaml_cannot_be_added_to_the_line_is_said(root: Path, old: Path, office: bytes) -> None:
    (root / "office.yaml").write_bytes(office)
    result = take(official(old, (coloured(), Cm(3))), root)
    assert (result.exit_code, emblems_in(root)) == (0, ["emblem.png"])
    assert (root / "office.yaml").read_bytes() == office
    assert result.stderr.rstrip().endswith("emblem: emblem.png")
    assert result.stderr != sentence_once_it_is_named(root, old)


def sentence_once_it_is_named(root: Path, old: Path) -> str:
    """Return what the command says where office.yaml names the picture already."""
    (root / "office.yaml").write_bytes(OFFICE)
    take(old, root)
    return take(old, root).stderr


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E426"),
        ("ข้อความ".encode(), "E426"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "E426"),
        (None, "E110"),
    ],
)
def test_what_is_no_word_file_is_told(root: Path, old: Path, data: bytes | None, code: str) -> None:
    if data is not None:
        old.write_bytes(data)
    result = take(old, root)
    assert (result.exit_code, emblems_in(root), f"[{code}]" in result.stdout) == (1, [], True), result.output


def test_a_workbook_is_no_word_file(root: Path, old: Path) -> None:
    with zipfile.ZipFile(old, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "[E426]" in take(old, root).stdout


def test_broken_xml_is_no_word_file(root: Path, old: Path) -> None:
    with zipfile.ZipFile(old, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document")
    assert "[E426]" in take(old, root).stdout


def test_a_file_without_such_a_picture_is_told(root: Path, old: Path) -> None:
    result = take(official(old, (coloured(), Cm(6))), root)
    assert (result.exit_code, emblems_in(root), "[E427]" in result.stdout) == (1, [], True)


def test_a_folder_that_is_no_project_is_told(tmp_path: Path, old: Path) -> None:
    official(old, (coloured(), Cm(3)))
    result = take(old, tmp_path)
    assert (result.exit_code, emblems_in(tmp_path), "[E902]" in result.stdout) == (3, [], True)


def test_a_place_that_cannot_be_written_is_told(root: Path, old: Path) -> None:
    (root / "emblem.png").mkdir()
    result = take(official(old, (coloured(), Cm(3))), root)
    assert (result.exit_code, "[E110]" in result.stdout) == (1, True), result.output
    assert (root / "office.yaml").read_bytes() == OFFICE
