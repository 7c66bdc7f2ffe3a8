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
from docx.shared import Cm
from PIL import Image
from word_files import DOCUMENT, Element, W, pack, par, parts_of, template, the, xml_of, xpath

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
from esa_docs.word.verify.schema import validate_schema

TODAY = dt.date(2026, 9, 16)
SHOWN = "build/2569/a.docx"
HEIGHTS = (3.0, 1.5, *(3.0,) * 10)
PRINTED = par("{{ emblems[0] }}") + par("{{ emblems[1] }}") + par("ข้อความ")
MANY = par("{%p for one in emblems %}") + par("{{ one }}") + par("{%p endfor %}")
FORMS: list[tuple[str, EmblemType, str]] = [
    ("PNG", "image/png", "word/media/emblem.png"),
    ("JPEG", "image/jpeg", "word/media/emblem.jpg"),
]


def coloured(form: str = "PNG", size: tuple[int, int] = (400, 600)) -> bytes:
    """Draw a plain rectangle: there is no emblem in this repository."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, form)
    return buffer.getvalue()


RED = Emblem(coloured(), "image/png", 400, 600)


def emblems_of_heights(document: Document[Any], _area: Area) -> Context:
    """Give a template emblems of these heights to print."""
    drawings = [emblem_drawing(document, height, number) for number, height in enumerate(HEIGHTS)]
    return {"emblems": list(map(drawing_mark, range(len(HEIGHTS)))), "drawings": drawings}


EMBLEMS = Form("emblems", emblems_of_heights)


@pytest.fixture
def document(manual: Document[Any], tmp_path: Path) -> Document[Any]:
    """Give a document whose template prints an emblem of 3 cm and one of 1.5 cm; there is no picture."""
    path = tmp_path / "own.docx"
    path.write_bytes(template(PRINTED))
    place = Location("content/office.yaml")
    return replace(manual, form=EMBLEMS, templates={EMBLEMS.name: path}, office_place=place)


def leaving_out(document: Document[Any], tmp_path: Path) -> Document[Any]:
    """Give the document with a template that prints no emblem, as for paper that bears one."""
    path = tmp_path / "plain.docx"
    path.write_bytes(template("ข้อความ"))
    return replace(document, templates={EMBLEMS.name: path})


def made(document: Document[Any]) -> bytes:
    return render(document, today=TODAY)


def checked(document: Document[Any]) -> Checked[bytes]:
    return render_checked(document, SHOWN, today=TODAY)


def extents(data: bytes) -> list[tuple[str, str]]:
    return [(one.get("cx"), one.get("cy")) for one in xpath(xml_of(data), "//wp:inline/wp:extent")]


@pytest.mark.parametrize(("form", "media_type", "part"), FORMS)
def test_the_picture_is_as_tall_as_asked_and_keeps_its_ratio(
    document: Document[Any], form: str, media_type: EmblemType, part: str
) -> None:
    picture = coloured(form)
    data = made(replace(document, emblem=Emblem(picture, media_type, 400, 600)))
    assert parts_of(data)[part] == picture
    big, small = docx.Document(io.BytesIO(data)).inline_shapes
    assert (big.height, big.width) == (Cm(3), Cm(2))
    assert (small.height, small.width) == (Cm(1.5), Cm(1))


def test_python_docx_finds_the_picture_behind_its_reference(document: Document[Any]) -> None:
    word = docx.Document(io.BytesIO(made(replace(document, emblem=RED))))
    (image,) = [part for part in word.part.package.iter_parts() if part.content_type == "image/png"]
    assert (image.blob, str(image.partname)) == (RED.data, "/word/media/emblem.png")
    embedded = {shape._inline.graphic.graphicData.pic.blipFill.blip.embed for shape in word.inline_shapes}
    assert [word.part.related_parts[one] for one in embedded] == [image]


@pytest.mark.parametrize("emblem", [RED, None])
def test_both_emblems_have_ids_of_their_own_and_words_for_those_who_cannot_see(
    document: Document[Any], emblem: Emblem | None
) -> None:
    root = xml_of(made(replace(document, emblem=emblem)))
    drawings = xpath(root, "//wp:docPr")
    assert [one.get("descr") for one in drawings] == ["ตราครุฑ", "ตราครุฑ"]
    assert [one.get("id") for one in drawings] == ["1000", "2000"]
    shapes = [one.get("id") for one in xpath(root, "//wps:cNvPr")]
    assert shapes == ([] if emblem else ["1001", "2001"])


def test_without_a_picture_a_thin_square_frame_with_words_stands_in_its_place(
    document: Document[Any],
) -> None:
    data = made(document)
    assert extents(data) == [("1080000", "1080000"), ("540000", "540000")]
    root = xml_of(data)
    assert [text_in(box) for box in xpath(root, "//w:txbxContent")] == ["ตราครุฑ", "ตราครุฑ"]
    sizes = xpath(root, "//w:txbxContent//w:szCs/@w:val")
    assert sizes == ["32", "24"]
    frame = the(root, "(//wps:spPr)[1]")
    (line,) = xpath(frame, "a:ln/@w")
    assert int(line) <= 12700, "thicker than a point is not thin"
    assert [xpath(frame, f"a:xfrm/a:ext/@{name}") for name in ("cx", "cy")] == [["1080000"], ["1080000"]]


def text_in(element: Element) -> str:
    return "".join(one.text for one in element.iter(f"{{{W}}}t"))


def test_the_frame_warns_once_for_a_document(document: Document[Any]) -> None:
    result = checked(document)
    assert result.value is not None
    (warning,) = result
    assert (warning.code, warning.severity, warning.location.path, warning.field) == (
        "E501",
        Severity.WARNING,
        "content/office.yaml",
        "emblem",
    )
    assert "esa-docs emblem take" in warning.hint
    assert "emblem:" in warning.hint


def test_a_picture_warns_of_nothing(document: Document[Any]) -> None:
    result = checked(replace(document, emblem=RED))
    assert (result.value is not None, result.diagnostics) == (True, ())


def test_a_template_that_leaves_the_emblem_out_has_no_picture_and_no_warning(
    document: Document[Any], tmp_path: Path
) -> None:
    plain = leaving_out(document, tmp_path)
    without, with_one = checked(plain), checked(replace(plain, emblem=RED))
    assert without.diagnostics == with_one.diagnostics == ()
    assert without.value == with_one.value
    assert with_one.value is not None
    assert [name for name in parts_of(with_one.value) if "media" in name] == []


def test_a_manual_is_the_same_to_the_byte_whether_or_not_there_is_an_emblem(manual: Document[Any]) -> None:
    assert made(manual) == made(replace(manual, emblem=RED))


def test_equal_documents_give_equal_bytes_and_another_picture_others(document: Document[Any]) -> None:
    with_red = replace(document, emblem=RED)
    again = replace(document, emblem=Emblem(coloured(), "image/png", 400, 600))
    other = replace(document, emblem=Emblem(coloured(size=(300, 600)), "image/png", 300, 600))
    assert made(with_red) == made(again)
    assert made(with_red) != made(other)


@pytest.mark.parametrize("emblem", [RED, Emblem(coloured("JPEG"), "image/jpeg", 400, 600), None])
def test_the_schema_of_word_files_allows_it(
    document: Document[Any], tmp_path: Path, emblem: Emblem | None
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made(replace(document, emblem=emblem)))
    assert list(validate_schema(path, SHOWN)) == []


def test_a_template_made_of_a_finished_document_does_not_keep_two_pictures(
    document: Document[Any], tmp_path: Path
) -> None:
    """A clerk may take a finished order and write tags into it."""
    finished = parts_of(made(replace(document, emblem=RED)))
    finished[DOCUMENT] = parts_of(template(PRINTED))[DOCUMENT]
    blue = Emblem(coloured(size=(600, 600)), "image/png", 600, 600)
    assert document.template is not None
    document.template.write_bytes(pack(finished))
    data = made(replace(document, emblem=blue))
    relations = xml_of(data, "word/_rels/document.xml.rels")
    assert [one.get("Id") for one in relations].count("rIdEmblem") == 1
    assert parts_of(data)["word/media/emblem.png"] == blue.data
    assert validated(tmp_path, data) == []


def validated(folder: Path, data: bytes) -> list[object]:
    path = folder / "again.docx"
    path.write_bytes(data)
    return list(validate_schema(path, SHOWN))


# On the page


def laid_out_by_rdocx(data: bytes) -> LaidOut:
    fonts = find_layout_fonts("TH SarabunPSK")
    assert fonts is not None
    copy = make_layout_copy(WordFile(SHOWN, data, "TH SarabunPSK"), fonts.text, fonts.page_digits)
    answer = Rdocx().lay_out({"a": copy}, with_pdf=False)["a"]
    assert isinstance(answer, LaidOut), answer
    return answer


@pytest.mark.parametrize("emblem", [RED, None])
def test_the_pip_only_engine_gives_it_its_room(
    document: Document[Any], tmp_path: Path, emblem: Emblem | None
) -> None:
    """Eleven emblems of 3 cm and one of 1.5 cm are 34.5 cm: more than a page of A4, less than two."""
    assert document.template is not None
    document.template.write_bytes(template(MANY))
    assert laid_out_by_rdocx(made(replace(document, emblem=emblem))).page_count == 2
    plain = leaving_out(document, tmp_path)
    assert laid_out_by_rdocx(made(plain)).page_count == 1


def printed(document: Document[Any]) -> pypdfium2.PdfPage:
    with open_engines() as engines:
        (one,) = paginate([WordFile(SHOWN, made(document), "TH SarabunPSK")], engines, with_pdf=True)
    assert one.pdf is not None, one.diagnostics
    return pypdfium2.PdfDocument(one.pdf)[0]


def sizes_of(page: pypdfium2.PdfPage, kind: int) -> list[float]:
    """Give width and height of each object of a kind, in centimetres."""
    places = [thing.get_bounds() for thing in page.get_objects(filter=[kind])]
    lengths = [(right - left, top - bottom) for left, bottom, right, top in places]
    return [length * 2.54 / 72 for size in lengths for length in size]


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_prints_the_picture_3_cm_tall(document: Document[Any]) -> None:
    page = printed(replace(document, emblem=RED))
    assert sizes_of(page, pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == pytest.approx([2, 3, 1, 1.5], abs=0.02)


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_prints_the_frame_3_cm_tall_after_a_paragraph(document: Document[Any]) -> None:
    """A group of one shape in this place ended LibreOffice 7.4; the mark of a draft goes before it."""
    assert document.template is not None
    document.template.write_bytes(template("ร่าง", par("{{ emblems[0] }}"), "ข้อความ"))
    page = printed(document)
    lengths = sizes_of(page, pypdfium2.raw.FPDF_PAGEOBJ_PATH)
    assert max(lengths) == pytest.approx(3, abs=0.1)  # with its line
    text = page.get_textpage().get_text_bounded()
    assert text.count("ตราครุฑ") == 1
