"""Pages are equal whether the faces draw or only measure: in rdocx and in LibreOffice."""

from __future__ import annotations

import io
import os
import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import rdocx
from font_files import NEW, PSK, REAL_FILES, real_face
from pypdf import PageObject, PdfReader

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.fonts.layout_faces import layout_family
from esa_docs.ooxml.package import read_package, write_package

pytestmark = pytest.mark.office
LINE_AT_16 = {PSK: 20.96, NEW: 21.296}
"""Points of a line in Word, by its rule: (850 + 460) and (844 + 457 + 30) thousandths of 16."""
PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}/faces</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Laid:
    """The manual laid out by one family of made faces.

    Attributes:
        word: the Word file that names them.
        family: the faces.
        pdf: what LibreOffice made of it.
    """

    word: bytes
    family: LayoutFamily
    pdf: PdfReader


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> list[LayoutFamily]:
    """Make faces of both families, from the real ones and from their numbers."""
    found: list[LayoutFamily | None] = []
    with pytest.MonkeyPatch.context() as patch:
        for family, files in REAL_FILES.items():
            folder = tmp_path_factory.mktemp("kept")
            patch.setenv("ESA_DOCS_FONTS", str(folder))
            patch.setattr("esa_docs.fonts.lookup.installed_folders", lambda: ())
            found.append(layout_family(family))
            for name, style in files:
                (folder / name).write_bytes(real_face(family, style))
            found.append(layout_family(family))
    made = [one for one in found if one]
    assert [one.has_outlines for one in made] == [False, True, False, True]
    return made


@pytest.fixture(scope="module")
def laid(
    manual_bytes: bytes, families: list[LayoutFamily], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, bool], Laid]:
    """Lay the manual out by each of them, with one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    words = {family.name: in_family(manual_bytes, family.name) for family in families}
    for name, word in words.items():
        (folder / f"{name}.docx").write_bytes(word)
    convert(folder, families)
    return {
        (one.family, one.has_outlines): Laid(words[one.name], one, PdfReader(folder / f"{one.name}.pdf"))
        for one in families
    }


def in_family(word: bytes, name: str) -> bytes:
    """Put another family's name in place of the document's."""
    parts = {part: data.replace(PSK.encode(), name.encode()) for part, data in read_package(word).items()}
    return write_package(parts)


def convert(folder: Path, families: list[LayoutFamily]) -> None:
    (folder / "faces").mkdir()
    for family in families:
        for style, data in family.faces.items():
            (folder / "faces" / f"{family.name} {style}.ttf").write_bytes(data)
    configuration = folder / "fonts.conf"
    configuration.write_text(FONT_CONFIGURATION.format(folder=folder), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", PDF, "--outdir", str(folder), *words]
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=180)


def pages_of_headings(pdf: PdfReader) -> dict[str, int | None]:
    places = {name: pdf.get_destination_page_number(one) for name, one in pdf.named_destinations.items()}
    return {
        name: page for name, page in places.items() if "Toc" in name
    }  # LibreOffice escapes the underscore before it


def bookmarks_of(word: bytes) -> list[str]:
    document = read_package(word)["word/document.xml"].decode()
    return re.findall(r'<w:bookmarkStart [^>]*w:name="_(Toc\d+)"', document)


def fragments(one: Laid) -> list[tuple[float, ...]]:
    """Give body index, page and bounds of each piece that rdocx lays out."""
    fonts = [(one.family.name, data) for data in one.family.faces.values()]
    found = rdocx.Document.from_bytes(one.word).layout(fonts=fonts)
    bounds = [(piece.bounds.x, piece.bounds.y, piece.bounds.width, piece.bounds.height) for piece in found]
    return [(f.body_index, f.physical_page, *place) for f, place in zip(found, bounds, strict=True)]


@pytest.mark.parametrize("family", [PSK, NEW])
def test_libreoffice_lays_out_the_faces_it_was_given(laid: dict[tuple[str, bool], Laid], family: str) -> None:
    for outlines in (True, False):
        one = laid[family, outlines]
        fonts = {font for page in one.pdf.pages for font in fonts_of(page)}
        start = one.family.name.replace(" ", "")
        assert fonts == {f"{start}-Regular", f"{start}-Bold"}


def fonts_of(page: PageObject) -> set[str]:
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    return {re.sub(r"^/[A-Z]{6}\+", "", str(font.get_object()["/BaseFont"])) for font in fonts.values()}


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_heading_stands_on_the_same_page_in_libreoffice(
    laid: dict[tuple[str, bool], Laid], family: str
) -> None:
    drawn, measured = (pages_of_headings(laid[family, outlines].pdf) for outlines in (True, False))
    bookmarks = bookmarks_of(laid[family, True].word)
    assert len(bookmarks) >= 24
    assert len(drawn) == len(bookmarks)
    assert None not in drawn.values()
    assert measured == drawn


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_page_begins_and_ends_with_the_same_text_in_libreoffice(
    laid: dict[tuple[str, bool], Laid], family: str
) -> None:
    """Faces of numbers do not join SARA AM, so the letters it may be parted into are left out."""
    drawn, measured = (
        [
            re.sub("[\u0e32\u0e33\u0e48-\u0e4b\u0e4d]", "", page.extract_text())
            for page in laid[family, one].pdf.pages
        ]
        for one in (True, False)
    )
    assert len(drawn) > 20
    assert measured == drawn


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_piece_has_the_same_place_in_rdocx(laid: dict[tuple[str, bool], Laid], family: str) -> None:
    drawn = fragments(laid[family, True])
    assert len(drawn) > 200
    assert fragments(laid[family, False]) == drawn


@pytest.mark.parametrize("family", [PSK, NEW])
def test_a_line_is_as_high_as_in_word_in_both_engines(
    laid: dict[tuple[str, bool], Laid], family: str
) -> None:
    one = laid[family, True]
    heights = [height for _index, _page, _x, _y, _width, height in fragments(one)]
    assert most_frequent(heights, places=3) == pytest.approx(LINE_AT_16[family], abs=0.001)
    steps = line_steps(one.pdf)
    assert len(steps) > 100
    # LibreOffice counts in twips and writes tenths of points
    assert most_frequent(steps, places=1) == pytest.approx(LINE_AT_16[family], abs=0.1)


def line_steps(pdf: PdfReader) -> list[float]:
    """Give the distances between base lines that follow each other on a page, in points."""
    steps: list[float] = []
    for page in pdf.pages:
        heights: set[float] = set()
        page.extract_text(visitor_text=lambda _text, cm, tm, *_rest, seen=heights: seen.add(height(cm, tm)))
        ordered = sorted(heights, reverse=True)
        steps += [above - below for above, below in pairwise(ordered)]
    return steps


def height(cm: list[float], tm: list[float]) -> float:
    return round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5], 2)


def most_frequent(numbers: list[float], places: int) -> float:
    rounded = [round(one, places) for one in numbers]
    return max(set(rounded), key=rounded.count)


def test_the_manual_is_what_was_laid_out(laid: dict[tuple[str, bool], Laid], manual_bytes: bytes) -> None:
    one = laid[PSK, True]
    assert PSK.encode() not in b"".join(read_package(one.word).values())
    assert len(read_package(one.word)) == len(read_package(manual_bytes))
    assert io.BytesIO(one.word).read(2) == b"PK"
