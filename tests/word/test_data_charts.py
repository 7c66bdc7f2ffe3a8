"""Charts of numbers: native and editable, with their numbers inside, and with words for the blind."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from audited import audit
from lxml import etree
from word_files import Element, alter_part, pack, paragraph, parts_of, template, xml_of

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.ooxml.data_chart import DataChart, Scale, Series
from esa_docs.pages.available_engines import open_engines
from esa_docs.pages.engine import LaidOut
from esa_docs.pages.layout_copy import make_layout_copy
from esa_docs.pages.layout_fonts import find_layout_fonts
from esa_docs.pages.paginate import paginate
from esa_docs.pages.pip_engine import Rdocx
from esa_docs.pages.word_file import WordFile
from esa_docs.word.context import printed_texts
from esa_docs.word.data_charts import draw_data_chart
from esa_docs.word.drawings import Drawing, drawing_mark
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify
from esa_docs.word.verify.schema_walk import schema_faults

FAMILY = "TH SarabunPSK"
FILE_LABEL = "a.docx"
NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
CENTIMETRE = 360000
"""A centimetre in EMU, in which DrawingML counts."""
FIRST, SECOND = "word/charts/esaChart1.xml", "word/charts/esaChart2.xml"
BOOKS = ("word/embeddings/esaChart1.xlsx", "word/embeddings/esaChart2.xlsx")
BARS = DataChart(
    "bar",
    "คะแนนสมมติ ปี 2569 & 2568",
    (
        "มาตรฐานที่ 1 การบริหารจัดการองค์การตัวอย่างสู่ความเป็นเลิศ",
        "มาตรฐานที่ 2 การจัดการศึกษาตัวอย่างที่มีประสิทธิภาพ",
        "มาตรฐานที่ 3 ผลตัวอย่าง",
    ),
    (
        Series("ปี 2569", (Decimal("4.5"), Fraction(469, 200), None)),
        Series("ปี 2568", (Decimal("4.25"), Decimal(5), Decimal(0))),
    ),
    Scale(Decimal(0), Decimal(5), Decimal("0.5")),
    2,
    "แผนภูมิแท่ง: มาตรฐานที่ 1 ได้ 4.50",
    15,
    8.5,
)
RADAR = DataChart(
    "radar",
    "ผลสมมติรายหมวด",
    tuple(f"หมวด {number} ตัวอย่าง" for number in range(1, 8)),
    (
        Series("ปีนี้", (*map(Decimal, (325, 350, 300, 400, 375, 310)), Decimal("350.125"))),
        Series("ปีก่อน", (*map(Decimal, (300, 325, 290, 0, 300, 305)), None)),
    ),
    Scale(Decimal(0), Decimal(500), Decimal(100)),
    2,
    "แผนภูมิเรดาร์",
    15,
    12,
)


def draw_charts(*charts: DataChart, numerals: thai.Numerals = "thai", family: str = FAMILY) -> list[Drawing]:
    """Return the drawings of charts, which bear the numbers of their order."""
    return [draw_data_chart(chart, family, numerals, number) for number, chart in enumerate(charts)]


def file_with_charts(*charts: DataChart, numerals: thai.Numerals = "thai", body: Sequence[str] = ()) -> bytes:
    """Return a Word file of these charts; without a body the template prints one below the other."""
    marks = [drawing_mark(number) for number in range(len(charts))]
    if not body:
        body = [paragraph(f"{{{{ marks[{number}] }}}}") for number in range(len(charts))]
    compiled_template = compile_template(template("ข้อความ", *body), FILE_LABEL, Look(FAMILY, numerals))
    context = {"marks": marks, "drawings": draw_charts(*charts, numerals=numerals)}
    return compiled_template.render(context, {"title": "ก", "creator": "ข"})


@pytest.fixture(scope="module")
def bars_and_radar() -> bytes:
    return file_with_charts(BARS, RADAR)


def select(root: Element, path: str) -> list[Element]:
    """Return what an XPath with the prefixes of charts selects."""
    matches: list[Element] = root.xpath(path, namespaces=NAMES)
    return matches


def values(data: bytes, path: str, part: str = FIRST) -> list[str]:
    """Return the texts and attributes that an XPath selects in a part, by default in the first chart."""
    return [str(value) for value in select(xml_of(data, part), path)]


def sheet_rows(data: bytes, book: str) -> list[list[object]]:
    """Return the values of the cells of a workbook by rows; None for an empty cell."""
    sheet = openpyxl.load_workbook(io.BytesIO(parts_of(data)[book]))["Sheet1"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def problems_in(data: bytes) -> list[tuple[str, Severity, str]]:
    """Return code, severity and part of each diagnostic of verify."""
    diagnostics = verify(data, FILE_LABEL)
    return [(diagnostic.code, diagnostic.severity, diagnostic.field) for diagnostic in diagnostics]


# The parts


def test_the_chart_and_its_workbook_are_found_by_their_references(bars_and_radar: bytes) -> None:
    word = docx.Document(io.BytesIO(bars_and_radar))
    references = values(bars_and_radar, "//c:chart/@r:id", "word/document.xml")
    charts = [word.part.related_parts[reference] for reference in references]
    assert [str(chart.partname) for chart in charts] == [f"/{FIRST}", f"/{SECOND}"]
    for chart, book_name in zip(charts, BOOKS, strict=True):
        assert chart.content_type == "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        book_reference = select(etree.fromstring(chart.blob), "//c:externalData/@r:id")[0]
        book = chart.related_parts[book_reference]
        assert str(book.partname) == f"/{book_name}"
        assert book.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_the_workbook_holds_exactly_the_table(bars_and_radar: bytes) -> None:
    assert sheet_rows(bars_and_radar, BOOKS[0]) == [
        [None, "ปี ๒๕๖๙", "ปี ๒๕๖๘"],
        ["มาตรฐานที่\u00a0๑ การบริหารจัดการองค์การตัวอย่างสู่ความเป็นเลิศ", 4.5, 4.25],
        ["มาตรฐานที่\u00a0๒ การจัดการศึกษาตัวอย่างที่มีประสิทธิภาพ", 2.345, 5],
        ["มาตรฐานที่\u00a0๓ ผลตัวอย่าง", None, 0],
    ]
    radar = sheet_rows(bars_and_radar, BOOKS[1])
    assert [row[1] for row in radar[1:]] == [325, 350, 300, 400, 375, 310, 350.125]
    assert [row[2] for row in radar[1:]] == [300, 325, 290, 0, 300, 305, None]


def test_the_chart_refers_to_the_cells_whose_values_it_keeps(bars_and_radar: bytes) -> None:
    assert values(bars_and_radar, "//c:ser/c:tx//c:f/text()") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert values(bars_and_radar, "//c:cat//c:f/text()") == ["Sheet1!$A$2:$A$4"] * 2
    assert values(bars_and_radar, "//c:val//c:f/text()") == ["Sheet1!$B$2:$B$4", "Sheet1!$C$2:$C$4"]
    assert values(bars_and_radar, "//c:ser[1]/c:val//c:v/text()") == ["4.5", "2.345"]
    assert values(bars_and_radar, "//c:ser[1]/c:val//c:pt/@idx") == ["0", "1"]
    assert values(bars_and_radar, "//c:ser[1]/c:val//c:ptCount/@val") == ["3"]
    assert values(bars_and_radar, "//c:dispBlanksAs/@val") == ["gap"]


def test_bars_lie_with_the_first_on_top_and_a_radar_has_markers(bars_and_radar: bytes) -> None:
    assert values(bars_and_radar, "//c:barDir/@val") == ["bar"]
    assert values(bars_and_radar, "//c:grouping/@val") == ["clustered"]
    assert values(bars_and_radar, "//c:catAx//c:orientation/@val") == ["maxMin"]
    assert values(bars_and_radar, "//c:radarStyle/@val", SECOND) == ["marker"]
    symbols = values(bars_and_radar, "//c:ser/c:marker/c:symbol/@val", SECOND)
    assert symbols == ["circle", "square"]


def test_the_scale_is_that_of_the_chart(bars_and_radar: bytes) -> None:
    for part, expected in ((FIRST, ["0", "5", "0.5"]), (SECOND, ["0", "500", "100"])):
        low, high, step = expected
        assert values(bars_and_radar, "//c:valAx//c:min/@val", part) == [low]
        assert values(bars_and_radar, "//c:valAx//c:max/@val", part) == [high]
        assert values(bars_and_radar, "//c:valAx//c:majorUnit/@val", part) == [step]


@pytest.mark.parametrize(
    ("numerals", "value", "axis"),
    [("thai", "[$-D00041E]0.00", "[$-D00041E]0.0"), ("arabic", "0.00", "0.0")],
)
def test_numbers_are_printed_in_the_digits_of_the_document(
    numerals: thai.Numerals, value: str, axis: str
) -> None:
    data = file_with_charts(BARS, numerals=numerals)
    assert values(data, "//c:dLbls/c:numFmt/@formatCode") == [value, value]
    assert values(data, "//c:valAx/c:numFmt/@formatCode") == [axis]


def test_a_radar_prints_its_values_below_the_names(bars_and_radar: bytes) -> None:
    labels = values(bars_and_radar, "(//c:cat)[1]//c:v/text()", SECOND)
    assert [label.rpartition("\n")[2] for label in labels] == [
        "๓๒๕.๐๐ / ๓๐๐.๐๐",
        "๓๕๐.๐๐ / ๓๒๕.๐๐",
        "๓๐๐.๐๐ / ๒๙๐.๐๐",
        "๔๐๐.๐๐ / ๐.๐๐",
        "๓๗๕.๐๐ / ๓๐๐.๐๐",
        "๓๑๐.๐๐ / ๓๐๕.๐๐",
        "๓๕๐.๑๓ / –",
    ]
    names = [label.rpartition("\n")[0] for label in labels]
    assert [row[0] for row in sheet_rows(bars_and_radar, BOOKS[1])[1:]] == names
    assert values(bars_and_radar, "//c:dLbls", SECOND) == []


@pytest.mark.parametrize("part", [FIRST, SECOND])
def test_every_text_names_its_font_for_every_script_and_its_size(part: str, bars_and_radar: bytes) -> None:
    run_properties = select(xml_of(bars_and_radar, part), "//a:rPr | //a:defRPr | //a:endParaRPr")
    assert len(run_properties) >= 10
    for properties in run_properties:
        faces = select(properties, "a:latin/@typeface | a:ea/@typeface | a:cs/@typeface")
        assert faces == [FAMILY] * 3
    assert {properties.get("sz") for properties in run_properties} == {"1600", "1400"}


def test_it_is_set_in_the_family_of_the_office() -> None:
    (drawing,) = draw_charts(BARS, family="TH Sarabun New")
    faces = select(etree.fromstring(drawing.parts[0].data), "//@typeface")
    assert set(faces) == {"TH Sarabun New"}


def test_series_differ_in_lightness() -> None:
    four_series = tuple(Series(f"ชุด {number}", (Decimal(number),) * 3) for number in range(1, 5))
    data = file_with_charts(replace(BARS, series=four_series))
    colours = values(data, "//c:ser/c:spPr/a:solidFill/a:srgbClr/@val")
    assert len(colours) == 4
    lightnesses = sorted(_lightness(colour) for colour in colours)
    for darker, lighter in pairwise(lightnesses):
        assert lighter - darker > 0.1, "printed in grey, two series would look alike"


def _lightness(colour: str) -> float:
    """Return the luma of ITU-R BT.601, by which pictures become grey: from 0 to 1."""
    red, green, blue = bytes.fromhex(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def test_one_series_needs_no_legend() -> None:
    of_one_series = replace(BARS, series=BARS.series[:1])
    assert values(file_with_charts(of_one_series), "//c:legend") == []
    assert len(values(file_with_charts(BARS), "//c:legend")) == 1


# In the document


def test_it_has_its_size_and_words_for_those_who_cannot_see() -> None:
    root = xml_of(file_with_charts(BARS, replace(RADAR, height=14)))
    assert select(root, "//wp:inline/wp:extent/@cx") == ["5400000", "5400000"]
    assert select(root, "//wp:inline/wp:extent/@cy") == ["3060000", "5040000"]
    assert select(root, "//wp:docPr/@id") == ["1000", "2000"]
    assert select(root, "//wp:docPr/@name") == ["Chart 1", "Chart 2"]
    assert select(root, "//wp:docPr/@descr") == ["แผนภูมิแท่ง: มาตรฐานที่ ๑ ได้ ๔.๕๐", "แผนภูมิเรดาร์"]


def test_bars_grow_with_their_labels() -> None:
    """Ten pairs of bars need twenty lines of 14 points and room between: more than 10 cm in any font."""
    categories = tuple(f"ข้อ {number}" for number in range(10))
    ones = (Decimal(1),) * 10
    chart = replace(BARS, categories=categories, series=(Series("ปี 2569", ones), Series("ปี 2568", ones)))
    (extent,) = select(xml_of(file_with_charts(chart)), "//wp:inline/wp:extent")
    assert int(extent.get("cy")) > 10 * CENTIMETRE


def test_a_radar_is_never_too_small_for_its_labels() -> None:
    """The chart is 3 cm high by its content; the radar itself has 6.5 cm all the same."""
    data = file_with_charts(replace(RADAR, height=3))
    (extent,) = select(xml_of(data), "//wp:inline/wp:extent")
    (share,) = values(data, "//c:plotArea//c:h/@val")
    height = int(extent.get("cy")) / CENTIMETRE
    assert height * float(share) == pytest.approx(6.5, abs=0.01)


def test_a_long_title_is_broken_and_still_one_text() -> None:
    long_title = "คะแนนสมมติของสำนักงานเขตพื้นที่การศึกษาตัวอย่าง " * 3 + "ปี 2569"
    chart = replace(BARS, title=long_title)
    data = file_with_charts(chart)
    lines = values(data, "//c:title//a:t/text()")
    assert len(lines) > 1
    assert "".join(lines).replace("\u00a0", " ") == thai.to_thai_digits(long_title)
    assert verify(data, FILE_LABEL, printed_texts(draw_charts(chart), "thai")) == ()
    (top_below_short_title,) = values(file_with_charts(BARS), "//c:plotArea//c:y/@val")
    (top_below_long_title,) = values(data, "//c:plotArea//c:y/@val")
    assert float(top_below_long_title) > float(top_below_short_title)


def test_equal_charts_give_equal_bytes(bars_and_radar: bytes) -> None:
    assert file_with_charts(BARS, RADAR) == bars_and_radar
    assert file_with_charts(replace(BARS, title="อื่น"), RADAR) != bars_and_radar


def test_a_chart_the_template_leaves_out_brings_nothing_along() -> None:
    data = file_with_charts(BARS, RADAR, body=[paragraph("{{ marks[1] }}")])
    parts_of_charts = [name for name in parts_of(data) if "esaChart" in name]
    assert sorted(parts_of_charts) == ["word/charts/_rels/esaChart2.xml.rels", SECOND, BOOKS[1]]


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_the_schema_of_word_files_allows_it(tmp_path: Path, numerals: thai.Numerals) -> None:
    path = tmp_path / FILE_LABEL
    path.write_bytes(file_with_charts(BARS, RADAR, numerals=numerals))
    assert audit(path) == []


@pytest.mark.parametrize("part", [FIRST, SECOND])
def test_the_chart_part_fits_the_standard(part: str, bars_and_radar: bytes) -> None:
    assert schema_faults(xml_of(bars_and_radar, part)) == []


# What is verified


def test_the_texts_of_a_chart_are_looked_for_in_it(bars_and_radar: bytes) -> None:
    texts = printed_texts(draw_charts(BARS, RADAR), "thai")
    assert "มาตรฐานที่ ๓ ผลตัวอย่าง" in texts
    assert "คะแนนสมมติ ปี ๒๕๖๙ & ๒๕๖๘" in texts
    assert verify(bars_and_radar, FILE_LABEL, texts) == ()
    (diagnostic,) = verify(bars_and_radar, FILE_LABEL, [*texts, "ไม่มีในแผนภูมิ"])
    assert (diagnostic.code, diagnostic.severity) == ("E704", Severity.ERROR)


@pytest.mark.parametrize("script", ["latin", "cs"])
def test_a_text_that_names_its_font_for_one_script_is_told(bars_and_radar: bytes, script: str) -> None:
    def remove_face(root: Element) -> None:
        face = select(root, f"//c:legend//a:{script}")[0]
        face.getparent().remove(face)

    data = alter_part(bars_and_radar, FIRST, remove_face)
    assert problems_in(data) == [("E707", Severity.WARNING, FIRST)]


def test_a_font_of_the_theme_in_a_chart_is_told(bars_and_radar: bytes) -> None:
    def refer_to_theme(root: Element) -> None:
        select(root, "//a:cs")[0].set("typeface", "+mn-cs")

    data = alter_part(bars_and_radar, SECOND, refer_to_theme)
    assert problems_in(data) == [("E707", Severity.WARNING, SECOND)]


def test_a_tag_in_a_chart_of_the_template_is_told(bars_and_radar: bytes) -> None:
    def write_tag(root: Element) -> None:
        select(root, "//c:title//a:t")[0].text = "คะแนน {{ year }}"

    data = alter_part(bars_and_radar, FIRST, write_tag)
    assert problems_in(data) == [("E703", Severity.ERROR, FIRST)]


def test_a_lost_workbook_is_told(bars_and_radar: bytes) -> None:
    parts = parts_of(bars_and_radar)
    del parts[BOOKS[0]]
    (diagnostic,) = verify(pack(parts), FILE_LABEL)
    assert (diagnostic.code, diagnostic.severity) == ("E702", Severity.ERROR)
    assert BOOKS[0] in diagnostic.message


# What cannot be drawn


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"categories": ("ก", "ข")}, "3 values of 2"),
        ({"series": ()}, "0 series"),
        ({"series": BARS.series * 3}, "6 series"),
        ({"series": (Series("สูง", (Decimal(6), None, None)),)}, "outside the scale"),
        ({"series": (Series("ต่ำ", (Fraction(-1, 9), None, None)),)}, "outside the scale"),
    ],
)
def test_a_table_that_makes_no_chart_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(BARS, **change)  # type: ignore[arg-type] # each is a field of its own type


def test_a_radar_has_three_corners() -> None:
    with pytest.raises(ValueError, match="2 categories"):
        replace(RADAR, categories=("ก", "ข"), series=(Series("ค", (Decimal(1), Decimal(2))),))


@pytest.mark.parametrize(("low", "high", "step"), [(5, 5, 1), (5, 0, 1), (0, 5, 0)])
def test_a_scale_that_leads_nowhere_is_refused(low: int, high: int, step: int) -> None:
    with pytest.raises(ValueError, match="no scale"):
        Scale(Decimal(low), Decimal(high), Decimal(step))


# On the page


def test_the_copy_that_is_laid_out_names_the_layout_faces_alone(bars_and_radar: bytes) -> None:
    fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    copy = make_layout_copy(WordFile(FILE_LABEL, bars_and_radar, FAMILY), fonts.text, fonts.page_digits)
    for part in (FIRST, SECOND):
        assert set(values(copy.data, "//@typeface", part)) == {fonts.text.name}
    assert parts_of(copy.data)[BOOKS[0]] == parts_of(bars_and_radar)[BOOKS[0]]


def test_the_pip_only_engine_gives_a_chart_its_room() -> None:
    """The page holds less than 26.2 cm: two charts of some 12 cm, not three."""
    assert page_count_by_rdocx(file_with_charts(RADAR, RADAR)) == 1
    assert page_count_by_rdocx(file_with_charts(RADAR, RADAR, RADAR)) == 2


def page_count_by_rdocx(data: bytes) -> int:
    fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    copy = make_layout_copy(WordFile(FILE_LABEL, data, FAMILY), fonts.text, fonts.page_digits)
    answer = Rdocx().lay_out({"a": copy}, with_pdf=False)["a"]
    assert isinstance(answer, LaidOut), answer
    return answer.page_count


def lay_out_as_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Return the PDF of a Word file, laid out by the engine that goes first on this machine."""
    with open_engines() as engines:
        (result,) = paginate([WordFile(FILE_LABEL, data, FAMILY)], engines, with_pdf=True)
    assert result.pdf is not None, result.diagnostics
    return pypdfium2.PdfDocument(result.pdf)


def squeeze(text: str) -> str:
    """Return a text without white space, and SARA AM as its two halves, as some readers of PDF give it."""
    return "".join(text.split()).replace("ำ", "ํา")


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_libreoffice_draws_both_with_their_texts_and_numbers(numerals: thai.Numerals) -> None:
    document = lay_out_as_pdf(file_with_charts(BARS, RADAR, numerals=numerals))
    text = squeeze("".join(page.get_textpage().get_text_bounded() for page in document))
    expected_texts = printed_texts(draw_charts(BARS, RADAR, numerals=numerals), numerals)
    assert len(expected_texts) == 1 + 3 + 2 + 1 + 7 + 2
    for expected_text in expected_texts:
        assert squeeze(expected_text) in text
    for number in ("4.50", "2.35", "4.25", "5.00"):
        assert thai.apply_numerals(number, numerals) in text
    digits_of_the_other_kind = r"[0-9]\.[0-9]" if numerals == "thai" else "[๐-๙]"
    assert re.findall(digits_of_the_other_kind, text) == []


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_draws_bars_as_long_as_their_values() -> None:
    """The bar of 4 is four times as long as that of 1; both are filled with the first series' colour."""
    series = Series("ปี", (Decimal(1), Decimal(4)))
    chart = replace(BARS, categories=("หนึ่ง", "สี่"), series=(series,))
    page = lay_out_as_pdf(file_with_charts(chart))[0]
    lengths = []
    for path in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5):
        if fill_colour(path) == (0x1F, 0x38, 0x64):
            left_edge, _bottom_edge, right_edge, _top_edge = path.get_bounds()
            lengths.append(right_edge - left_edge)
    assert len(lengths) == 4, "a bar and its outline, twice"
    assert max(lengths) / min(lengths) == pytest.approx(4, rel=0.03)


def fill_colour(path: pypdfium2.PdfObject) -> tuple[int, int, int]:
    """Return red, green and blue of a path's fill; pypdfium2 has them only in its raw interface."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    references = [ctypes.byref(tone) for tone in (red, green, blue, alpha)]
    pypdfium2.raw.FPDFPageObj_GetFillColor(path.raw, *references)
    return red.value, green.value, blue.value
