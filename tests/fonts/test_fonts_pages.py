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
class LaidOutManual:
    """The manual laid out by one family of made faces.

    Attributes:
        word: the Word file, whose font is the family.
        family: the faces.
        pdf: the PDF by LibreOffice.
    """

    word: bytes
    family: LayoutFamily
    pdf: PdfReader


Manuals = dict[tuple[str, bool], LaidOutManual]
"""The manual, by its family and by whether the faces draw."""


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> list[LayoutFamily]:
    """Make faces of both families, from the real ones and from their numbers."""
    layout_families: list[LayoutFamily | None] = []
    with pytest.MonkeyPatch.context() as patch:
        for family, files in REAL_FILES.items():
            folder = tmp_path_factory.mktemp("kept")
            patch.setenv("ESA_DOCS_FONTS", str(folder))
            patch.setattr("esa_docs.fonts.lookup.installed_folders", lambda: ())
            layout_families.append(layout_family(family))
            for name, style in files:
                (folder / name).write_bytes(real_face(family, style))
            layout_families.append(layout_family(family))
    existing_families = [family for family in layout_families if family is not None]
    assert [family.has_outlines for family in existing_families] == [False, True, False, True]
    return existing_families


@pytest.fixture(scope="module")
def manuals(
    manual_bytes: bytes, families: list[LayoutFamily], tmp_path_factory: pytest.TempPathFactory
) -> Manuals:
    """Lay the manual out by each of the families, with one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    word_files = {family.name: in_family(manual_bytes, family.name) for family in families}
    for name, word_file in word_files.items():
        (folder / f"{name}.docx").write_bytes(word_file)
    convert(folder, families)
    laid_out_manuals = {}
    for family in families:
        pdf = PdfReader(folder / f"{family.name}.pdf")
        manual = LaidOutManual(word_files[family.name], family, pdf)
        laid_out_manuals[family.family, family.has_outlines] = manual
    return laid_out_manuals


def in_family(word: bytes, name: str) -> bytes:
    """Return a Word file with another family's name in place of its own."""
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
    pages = {}
    for name, destination in pdf.named_destinations.items():
        # LibreOffice escapes the underscore with which the names of these bookmarks begin.
        if "Toc" in name:
            pages[name] = pdf.get_destination_page_number(destination)
    return pages


def bookmarks_of(word: bytes) -> list[str]:
    document = read_package(word)["word/document.xml"].decode()
    return re.findall(r'<w:bookmarkStart [^>]*w:name="_(Toc\d+)"', document)


def fragments(manual: LaidOutManual) -> list[tuple[float, ...]]:
    """Return body index, page and bounds of each piece that rdocx lays out."""
    fonts = [(manual.family.name, data) for data in manual.family.faces.values()]
    pieces: list[tuple[float, ...]] = []
    for piece in rdocx.Document.from_bytes(manual.word).layout(fonts=fonts):
        bounds = piece.bounds
        place = (bounds.x, bounds.y, bounds.width, bounds.height)
        pieces.append((piece.body_index, piece.physical_page, *place))
    return pieces


@pytest.mark.parametrize("family", [PSK, NEW])
def test_libreoffice_lays_out_the_faces_it_was_given(manuals: Manuals, family: str) -> None:
    for has_outlines in (True, False):
        manual = manuals[family, has_outlines]
        fonts: set[str] = set()
        for page in manual.pdf.pages:
            fonts |= fonts_of(page)
        start = manual.family.name.replace(" ", "")
        assert fonts == {f"{start}-Regular", f"{start}-Bold"}


def fonts_of(page: PageObject) -> set[str]:
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    names = [str(font.get_object()["/BaseFont"]) for font in fonts.values()]
    # Six letters and a plus sign mark a font of which the PDF has only a part (PDF 32000-1, 9.6.4).
    return {re.sub(r"^/[A-Z]{6}\+", "", name) for name in names}


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_heading_stands_on_the_same_page_in_libreoffice(manuals: Manuals, family: str) -> None:
    pages_of_real_faces = pages_of_headings(manuals[family, True].pdf)
    pages_of_numbers = pages_of_headings(manuals[family, False].pdf)
    bookmarks = bookmarks_of(manuals[family, True].word)
    assert len(bookmarks) >= 24
    assert len(pages_of_real_faces) == len(bookmarks)
    assert None not in pages_of_real_faces.values()
    assert pages_of_numbers == pages_of_real_faces


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_page_begins_and_ends_with_the_same_text_in_libreoffice(manuals: Manuals, family: str) -> None:
    texts_of_real_faces = texts_without_sara_am(manuals[family, True].pdf)
    texts_of_numbers = texts_without_sara_am(manuals[family, False].pdf)
    assert len(texts_of_real_faces) > 20
    assert texts_of_numbers == texts_of_real_faces


def texts_without_sara_am(pdf: PdfReader) -> list[str]:
    """Return the text of each page without SARA AM and the letters into which it may be parted."""
    # Faces of numbers do not join SARA AM.
    texts = [page.extract_text() for page in pdf.pages]
    return [re.sub("[\u0e32\u0e33\u0e48-\u0e4b\u0e4d]", "", text) for text in texts]


@pytest.mark.parametrize("family", [PSK, NEW])
def test_every_piece_has_the_same_place_in_rdocx(manuals: Manuals, family: str) -> None:
    fragments_of_real_faces = fragments(manuals[family, True])
    assert len(fragments_of_real_faces) > 200
    assert fragments(manuals[family, False]) == fragments_of_real_faces


@pytest.mark.parametrize("family", [PSK, NEW])
def test_a_line_is_as_high_as_in_word_in_both_engines(manuals: Manuals, family: str) -> None:
    manual = manuals[family, True]
    heights = [height for _index, _page, _x, _y, _width, height in fragments(manual)]
    assert most_frequent(heights, places=3) == pytest.approx(LINE_AT_16[family], abs=0.001)
    steps = line_steps(manual.pdf)
    assert len(steps) > 100
    # LibreOffice counts in twips and writes tenths of points.
    assert most_frequent(steps, places=1) == pytest.approx(LINE_AT_16[family], abs=0.1)


def line_steps(pdf: PdfReader) -> list[float]:
    """Return the distances between base lines that follow each other on a page, in points."""
    steps: list[float] = []
    for page in pdf.pages:
        heights_from_top = sorted(base_lines(page), reverse=True)
        steps += [above - below for above, below in pairwise(heights_from_top)]
    return steps


def base_lines(page: PageObject) -> set[float]:
    """Return the heights of the base lines of a page, in points from its foot."""
    heights: set[float] = set()

    def note_height(_text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        heights.add(height(cm, tm))

    page.extract_text(visitor_text=note_height)
    return heights


def height(cm: list[float], tm: list[float]) -> float:
    """Return the height of a text on its page by the matrices of page and text (PDF 32000-1, 9.4.4)."""
    return round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5], 2)


def most_frequent(numbers: list[float], places: int) -> float:
    rounded_numbers = [round(number, places) for number in numbers]
    return max(set(rounded_numbers), key=rounded_numbers.count)


def test_the_manual_is_what_was_laid_out(manuals: Manuals, manual_bytes: bytes) -> None:
    manual = manuals[PSK, True]
    parts = read_package(manual.word)
    assert PSK.encode() not in b"".join(parts.values())
    assert len(parts) == len(read_package(manual_bytes))
    assert io.BytesIO(manual.word).read(2) == b"PK"
