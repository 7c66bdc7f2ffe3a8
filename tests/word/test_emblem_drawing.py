"""The emblem in a document: as tall as asked for, editable, in the package only where it is printed."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from audited import audit
from docx.shared import Cm
from PIL import Image
from word_files import DOCUMENT, only_match, pack, paragraph, parts_of, template, texts_of_all, xml_of, xpath

from esa_docs.diagnostics import Checked, Location, Severity
from esa_docs.model.area import Area
from esa_docs.model.document import Context, Document, Emblem, EmblemType, Form
from esa_docs.pages.available_engines import open_engines
from esa_docs.pages.engine import LaidOut
from esa_docs.pages.layout_copy import make_layout_copy
from esa_docs.pages.layout_fonts import find_layout_fonts
from esa_docs.pages.paginate import paginate
from esa_docs.pages.pip_engine import Rdocx
from esa_docs.pages.word_file import WordFile
from esa_docs.word.drawings import drawing_mark
from esa_docs.word.emblem import emblem_drawing
from esa_docs.word.render import render, render_checked
from esa_docs.word.verify import verify

TODAY = dt.date(2026, 9, 16)
FILE_LABEL = "build/2569/a.docx"
CENTIMETRES_IN_POINT = 2.54 / 72
HEIGHTS = (3.0, 1.5, *(3.0,) * 10)
TWO_EMBLEMS = paragraph("{{ emblems[0] }}") + paragraph("{{ emblems[1] }}") + paragraph("ข้อความ")
ALL_EMBLEMS = paragraph("{%p for one in emblems %}") + paragraph("{{ one }}") + paragraph("{%p endfor %}")
FORMS: list[tuple[str, EmblemType, str]] = [
    ("PNG", "image/png", "word/media/emblem.png"),
    ("JPEG", "image/jpeg", "word/media/emblem.jpg"),
]


def coloured_picture(form: str = "PNG", size: tuple[int, int] = (400, 600)) -> bytes:
    """Return the picture of a plain red rectangle: there is no emblem in this repository."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, form)
    return buffer.getvalue()


RED = Emblem(coloured_picture(), "image/png", 400, 600)


def emblems_of_heights(document: Document[Any], _area: Area) -> Context:
    """Return a context with emblems of the heights in ``HEIGHTS``."""
    marks, drawings = [], []
    for number, height in enumerate(HEIGHTS):
        marks.append(drawing_mark(number))
        drawings.append(emblem_drawing(document, height, number))
    return {"emblems": marks, "drawings": drawings}


EMBLEMS = Form("emblems", emblems_of_heights)


@pytest.fixture
def document(manual: Document[Any], tmp_path: Path) -> Document[Any]:
    """Return a document whose template prints an emblem of 3 cm and one of 1.5 cm; there is no picture."""
    path = tmp_path / "own.docx"
    path.write_bytes(template(TWO_EMBLEMS))
    place = Location("content/office.yaml")
    return replace(manual, form=EMBLEMS, templates={EMBLEMS.name: path}, office_place=place)


def without_emblem(document: Document[Any], tmp_path: Path) -> Document[Any]:
    """Return the document with a template that prints no emblem, as for paper that bears one."""
    path = tmp_path / "plain.docx"
    path.write_bytes(template("ข้อความ"))
    return replace(document, templates={EMBLEMS.name: path})


def render_file(document: Document[Any]) -> bytes:
    return render(document, today=TODAY)


def render_with_diagnostics(document: Document[Any]) -> Checked[bytes]:
    return render_checked(document, FILE_LABEL, today=TODAY)


def extents(data: bytes) -> list[tuple[str, str]]:
    """Return width and height of each drawing, in EMU."""
    extent_elements = xpath(xml_of(data), "//wp:inline/wp:extent")
    return [(extent.get("cx"), extent.get("cy")) for extent in extent_elements]


@pytest.mark.parametrize(("form", "media_type", "part"), FORMS)
def test_the_picture_is_as_tall_as_asked_and_keeps_its_ratio(
    document: Document[Any], form: str, media_type: EmblemType, part: str
) -> None:
    picture = coloured_picture(form)
    data = render_file(replace(document, emblem=Emblem(picture, media_type, 400, 600)))
    assert parts_of(data)[part] == picture
    big_picture, small_picture = docx.Document(io.BytesIO(data)).inline_shapes
    assert (big_picture.height, big_picture.width) == (Cm(3), Cm(2))
    assert (small_picture.height, small_picture.width) == (Cm(1.5), Cm(1))


def test_python_docx_finds_the_picture_behind_its_reference(document: Document[Any]) -> None:
    word = docx.Document(io.BytesIO(render_file(replace(document, emblem=RED))))
    (image,) = [part for part in word.part.package.iter_parts() if part.content_type == "image/png"]
    assert (image.blob, str(image.partname)) == (RED.data, "/word/media/emblem.png")
    pictures = [shape._inline.graphic.graphicData.pic for shape in word.inline_shapes]
    (reference,) = {picture.blipFill.blip.embed for picture in pictures}
    assert word.part.related_parts[reference] == image


@pytest.mark.parametrize("emblem", [RED, None])
def test_both_emblems_have_ids_of_their_own_and_words_for_those_who_cannot_see(
    document: Document[Any], emblem: Emblem | None
) -> None:
    root = xml_of(render_file(replace(document, emblem=emblem)))
    assert xpath(root, "//wp:docPr/@descr") == ["ตราครุฑ", "ตราครุฑ"]
    assert xpath(root, "//wp:docPr/@id") == ["1000", "2000"]
    expected_ids_of_frames = [] if emblem else ["1001", "2001"]
    assert xpath(root, "//wps:cNvPr/@id") == expected_ids_of_frames


def test_without_a_picture_a_thin_square_frame_with_words_stands_in_its_place(
    document: Document[Any],
) -> None:
    data = render_file(document)
    assert extents(data) == [("1080000", "1080000"), ("540000", "540000")]
    root = xml_of(data)
    assert texts_of_all(xpath(root, "//w:txbxContent")) == ["ตราครุฑ", "ตราครุฑ"]
    sizes = xpath(root, "//w:txbxContent//w:szCs/@w:val")
    assert sizes == ["32", "24"]
    frame = only_match(root, "(//wps:spPr)[1]")
    line_width = int(only_match(frame, "a:ln/@w"))
    assert line_width <= 12700, "thicker than a point is not thin"
    assert only_match(frame, "a:xfrm/a:ext/@cx") == "1080000"
    assert only_match(frame, "a:xfrm/a:ext/@cy") == "1080000"


def test_the_frame_warns_once_for_a_document(document: Document[Any]) -> None:
    result = render_with_diagnostics(document)
    assert result.value is not None
    (warning,) = result
    assert (warning.code, warning.severity) == ("E501", Severity.WARNING)
    assert (warning.location.path, warning.field) == ("content/office.yaml", "emblem")
    assert "esa-docs emblem take" in warning.hint
    assert "emblem:" in warning.hint


def test_a_picture_warns_of_nothing(document: Document[Any]) -> None:
    result = render_with_diagnostics(replace(document, emblem=RED))
    assert result.value is not None
    assert result.diagnostics == ()


def test_a_template_that_leaves_the_emblem_out_has_no_picture_and_no_warning(
    document: Document[Any], tmp_path: Path
) -> None:
    document_without_emblem = without_emblem(document, tmp_path)
    without_picture = render_with_diagnostics(document_without_emblem)
    with_picture = render_with_diagnostics(replace(document_without_emblem, emblem=RED))
    assert without_picture.diagnostics == with_picture.diagnostics == ()
    assert without_picture.value == with_picture.value
    assert with_picture.value is not None
    assert [name for name in parts_of(with_picture.value) if "media" in name] == []


def test_a_manual_is_the_same_to_the_byte_whether_or_not_there_is_an_emblem(manual: Document[Any]) -> None:
    assert render_file(manual) == render_file(replace(manual, emblem=RED))


def test_equal_documents_give_equal_bytes_and_another_picture_others(document: Document[Any]) -> None:
    equal_picture = Emblem(coloured_picture(), "image/png", 400, 600)
    narrow_picture = Emblem(coloured_picture(size=(300, 600)), "image/png", 300, 600)
    data = render_file(replace(document, emblem=RED))
    assert data == render_file(replace(document, emblem=equal_picture))
    assert data != render_file(replace(document, emblem=narrow_picture))


@pytest.mark.parametrize("emblem", [RED, Emblem(coloured_picture("JPEG"), "image/jpeg", 400, 600), None])
def test_the_schema_of_word_files_allows_it(
    document: Document[Any], tmp_path: Path, emblem: Emblem | None
) -> None:
    data = render_file(replace(document, emblem=emblem))
    assert problems_by_schema(tmp_path, data) == []


def test_a_template_made_of_a_finished_document_does_not_keep_two_pictures(
    document: Document[Any], tmp_path: Path
) -> None:
    """A clerk may take a finished order and write tags into it."""
    finished_parts = parts_of(render_file(replace(document, emblem=RED)))
    finished_parts[DOCUMENT] = parts_of(template(TWO_EMBLEMS))[DOCUMENT]
    blue_emblem = Emblem(coloured_picture(size=(600, 600)), "image/png", 600, 600)
    assert document.template is not None
    document.template.write_bytes(pack(finished_parts))
    data = render_file(replace(document, emblem=blue_emblem))
    relation_ids = xpath(xml_of(data, "word/_rels/document.xml.rels"), "*/@Id")
    assert relation_ids.count("rIdEmblem") == 1
    assert parts_of(data)["word/media/emblem.png"] == blue_emblem.data
    assert problems_by_schema(tmp_path, data) == []


def problems_by_schema(folder: Path, data: bytes) -> list[object]:
    path = folder / "again.docx"
    path.write_bytes(data)
    return [*audit(path), *verify(data, FILE_LABEL)]


# On the page


def laid_out_by_rdocx(data: bytes) -> LaidOut:
    fonts = find_layout_fonts("TH SarabunPSK")
    assert fonts is not None
    copy = make_layout_copy(WordFile(FILE_LABEL, data, "TH SarabunPSK"), fonts.text, fonts.page_digits)
    answer = Rdocx().lay_out({"a": copy}, with_pdf=False)["a"]
    assert isinstance(answer, LaidOut), answer
    return answer


@pytest.mark.parametrize("emblem", [RED, None])
def test_the_pip_only_engine_gives_the_emblem_its_room(
    document: Document[Any], tmp_path: Path, emblem: Emblem | None
) -> None:
    """Eleven emblems of 3 cm and one of 1.5 cm are 34.5 cm: more than a page of A4 and less than two."""
    assert document.template is not None
    document.template.write_bytes(template(ALL_EMBLEMS))
    assert laid_out_by_rdocx(render_file(replace(document, emblem=emblem))).page_count == 2
    document_without_emblem = without_emblem(document, tmp_path)
    assert laid_out_by_rdocx(render_file(document_without_emblem)).page_count == 1


def print_first_page(document: Document[Any]) -> pypdfium2.PdfPage:
    file = WordFile(FILE_LABEL, render_file(document), "TH SarabunPSK")
    with open_engines() as engines:
        (result,) = paginate([file], engines, with_pdf=True)
    assert result.pdf is not None, result.diagnostics
    return pypdfium2.PdfDocument(result.pdf)[0]


def sizes_of(page: pypdfium2.PdfPage, object_type: int) -> list[float]:
    """Return width and height of each object of a type, one after another, in centimetres."""
    sizes = []
    for page_object in page.get_objects(filter=[object_type]):
        left_edge, bottom_edge, right_edge, top_edge = page_object.get_bounds()
        sizes.append((right_edge - left_edge) * CENTIMETRES_IN_POINT)
        sizes.append((top_edge - bottom_edge) * CENTIMETRES_IN_POINT)
    return sizes


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_prints_the_picture_3_cm_tall(document: Document[Any]) -> None:
    page = print_first_page(replace(document, emblem=RED))
    assert sizes_of(page, pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == pytest.approx([2, 3, 1, 1.5], abs=0.02)


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_prints_the_frame_3_cm_tall_after_a_paragraph(document: Document[Any]) -> None:
    """LibreOffice 7.4 crashed over a group of one shape in this place, behind the mark of a draft."""
    assert document.template is not None
    document.template.write_bytes(template("ร่าง", paragraph("{{ emblems[0] }}"), "ข้อความ"))
    page = print_first_page(document)
    lengths = sizes_of(page, pypdfium2.raw.FPDF_PAGEOBJ_PATH)
    assert max(lengths) == pytest.approx(3, abs=0.1)  # with its line
    text = page.get_textpage().get_text_bounded()
    assert text.count("ตราครุฑ") == 1
