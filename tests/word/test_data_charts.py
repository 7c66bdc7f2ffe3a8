"""Charts of numbers: native, editable, their numbers inside, drawn alike and read by those who cannot see."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from lxml import etree
from word_files import ROOT, Element, altered, pack, par, parts_of, template, xml_of

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
from esa_docs.word.template import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify
from esa_docs.word.verify.schema import validate_schema

SCHEMAS = ROOT.parent / "shared" / "xsd"
FAMILY, SHOWN = "TH SarabunPSK", "a.docx"
NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
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


def drawn(*charts: DataChart, numerals: thai.Numerals = "thai", family: str = FAMILY) -> list[Drawing]:
    return [draw_data_chart(chart, family, numerals, number) for number, chart in enumerate(charts)]


def made(*charts: DataChart, numerals: thai.Numerals = "thai", body: Sequence[str] = ()) -> bytes:
    """Make a Word file of these charts, one below the other."""
    marks = [drawing_mark(number) for number in range(len(charts))]
    shown = body or [par(f"{{{{ marks[{number}] }}}}") for number in range(len(charts))]
    compiled = compile_template(template("ข้อความ", *shown), SHOWN, Look(FAMILY, numerals))
    context = {"marks": marks, "drawings": drawn(*charts, numerals=numerals)}
    return compiled.render(context, {"title": "ก", "creator": "ข"})


@pytest.fixture(scope="module")
def both() -> bytes:
    return made(BARS, RADAR)


def select(root: Element, path: str) -> list[Element]:
    found: list[Element] = root.xpath(path, namespaces=NAMES)
    return found


def values(data: bytes, path: str, part: str = FIRST) -> list[str]:
    return [str(one) for one in select(xml_of(data, part), path)]


def cells(data: bytes, book: str) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(parts_of(data)[book]))["Sheet1"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


# The parts


def test_the_chart_and_its_workbook_are_found_by_their_references(both: bytes) -> None:
    word = docx.Document(io.BytesIO(both))
    references = values(both, "//c:chart/@r:id", "word/document.xml")
    charts = [word.part.related_parts[one] for one in references]
    assert [str(one.partname) for one in charts] == [f"/{FIRST}", f"/{SECOND}"]
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    assert {one.content_type for one in charts} == {kind}
    held = [
        chart.related_parts[select(etree.fromstring(chart.blob), "//c:externalData/@r:id")[0]]
        for chart in charts
    ]
    assert [str(one.partname) for one in held] == [f"/{name}" for name in BOOKS]
    assert {one.content_type for one in held} == {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }


def test_the_workbook_holds_exactly_the_table(both: bytes) -> None:
    assert cells(both, BOOKS[0]) == [
        [None, "ปี ๒๕๖๙", "ปี ๒๕๖๘"],
        ["มาตรฐานที่\u00a0๑ การบริหารจัดการองค์การตัวอย่างสู่ความเป็นเลิศ", 4.5, 4.25],
        ["มาตรฐานที่\u00a0๒ การจัดการศึกษาตัวอย่างที่มีประสิทธิภาพ", 2.345, 5],
        ["มาตรฐานที่\u00a0๓ ผลตัวอย่าง", None, 0],
    ]
    radar = cells(both, BOOKS[1])
    assert [row[1] for row in radar[1:]] == [325, 350, 300, 400, 375, 310, 350.125]
    assert [row[2] for row in radar[1:]] == [300, 325, 290, 0, 300, 305, None]


def test_the_chart_refers_to_the_cells_whose_values_it_keeps(both: bytes) -> None:
    assert values(both, "//c:ser/c:tx//c:f/text()") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert values(both, "//c:cat//c:f/text()") == ["Sheet1!$A$2:$A$4"] * 2
    assert values(both, "//c:val//c:f/text()") == ["Sheet1!$B$2:$B$4", "Sheet1!$C$2:$C$4"]
    assert values(both, "//c:ser[1]/c:val//c:v/text()") == ["4.5", "2.345"]
    assert values(both, "//c:ser[1]/c:val//c:pt/@idx") == ["0", "1"]
    assert values(both, "//c:ser[1]/c:val//c:ptCount/@val") == ["3"]
    assert values(both, "//c:dispBlanksAs/@val") == ["gap"]


def test_bars_lie_with_the_first_on_top_and_a_radar_has_markers(both: bytes) -> None:
    assert values(both, "//c:barDir/@val") == ["bar"]
    assert values(both, "//c:grouping/@val") == ["clustered"]
    assert values(both, "//c:catAx//c:orientation/@val") == ["maxMin"]
    assert values(both, "//c:radarStyle/@val", SECOND) == ["marker"]
    symbols = values(both, "//c:ser/c:marker/c:symbol/@val", SECOND)
    assert symbols == ["circle", "square"]


def test_the_scale_is_that_of_the_chart(both: bytes) -> None:
    for part, expected in ((FIRST, ["0", "5", "0.5"]), (SECOND, ["0", "500", "100"])):
        found = [values(both, f"//c:valAx//c:{name}/@val", part) for name in ("min", "max", "majorUnit")]
        assert [one for (one,) in found] == expected


@pytest.mark.parametrize(
    ("numerals", "value", "axis"),
    [("thai", "[$-D00041E]0.00", "[$-D00041E]0.0"), ("arabic", "0.00", "0.0")],
)
def test_numbers_are_printed_in_the_digits_of_the_document(
    numerals: thai.Numerals, value: str, axis: str
) -> None:
    data = made(BARS, numerals=numerals)
    assert values(data, "//c:dLbls/c:numFmt/@formatCode") == [value, value]
    assert values(data, "//c:valAx/c:numFmt/@formatCode") == [axis]


def test_a_radar_prints_its_values_below_the_names(both: bytes) -> None:
    labels = values(both, "(//c:cat)[1]//c:v/text()", SECOND)
    assert [one.split("\n")[-1] for one in labels] == [
        "๓๒๕.๐๐ / ๓๐๐.๐๐",
        "๓๕๐.๐๐ / ๓๒๕.๐๐",
        "๓๐๐.๐๐ / ๒๙๐.๐๐",
        "๔๐๐.๐๐ / ๐.๐๐",
        "๓๗๕.๐๐ / ๓๐๐.๐๐",
        "๓๑๐.๐๐ / ๓๐๕.๐๐",
        "๓๕๐.๑๓ / –",
    ]
    assert [row[0] for row in cells(both, BOOKS[1])[1:]] == [one.rpartition("\n")[0] for one in labels]
    assert values(both, "//c:dLbls", SECOND) == []


@pytest.mark.parametrize("part", [FIRST, SECOND])
def test_every_text_names_its_font_for_every_script_and_its_size(part: str, both: bytes) -> None:
    every = select(xml_of(both, part), "//a:rPr | //a:defRPr | //a:endParaRPr")
    assert len(every) >= 10
    faces = [select(one, "a:latin/@typeface | a:ea/@typeface | a:cs/@typeface") for one in every]
    assert faces == [[FAMILY] * 3] * len(every)
    assert {one.get("sz") for one in every} == {"1600", "1400"}


def test_it_is_set_in_the_family_of_the_office() -> None:
    (one,) = drawn(BARS, family="TH Sarabun New")
    faces = select(etree.fromstring(one.parts[0].data), "//@typeface")
    assert set(faces) == {"TH Sarabun New"}


def test_series_differ_in_lightness() -> None:
    four = replace(BARS, series=tuple(Series(f"ชุด {n}", (Decimal(n),) * 3) for n in range(1, 5)))
    colours = values(made(four), "//c:ser/c:spPr/a:solidFill/a:srgbClr/@val")
    lightness = sorted(_lightness(one) for one in colours)
    assert len(lightness) == 4
    gaps = [after - before for before, after in pairwise(lightness)]
    assert min(gaps) > 0.1, "on grey paper two would be one"


def _lightness(colour: str) -> float:
    """Give the luma of ITU-R BT.601, by which pictures become grey."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_one_series_needs_no_legend() -> None:
    alone = replace(BARS, series=BARS.series[:1])
    assert values(made(alone), "//c:legend") == []
    assert len(values(made(BARS), "//c:legend")) == 1


# In the document


def test_it_has_its_size_and_words_for_those_who_cannot_see() -> None:
    root = xml_of(made(BARS, replace(RADAR, height=14)))
    places = [(one.get("cx"), one.get("cy")) for one in select(root, "//wp:inline/wp:extent")]
    assert places == [("5400000", "3060000"), ("5400000", "5040000")]
    told = [(one.get("id"), one.get("name"), one.get("descr")) for one in select(root, "//wp:docPr")]
    assert told == [
        ("1000", "Chart 1", "แผนภูมิแท่ง: มาตรฐานที่ ๑ ได้ ๔.๕๐"),
        ("2000", "Chart 2", "แผนภูมิเรดาร์"),
    ]


def test_bars_grow_with_their_labels() -> None:
    """Ten pairs of bars need twenty lines of 14 points and room between: more than 10 cm in any font."""
    many = replace(
        BARS,
        categories=tuple(f"ข้อ {number}" for number in range(10)),
        series=tuple(replace(one, values=(Decimal(1),) * 10) for one in BARS.series),
    )
    (extent,) = select(xml_of(made(many)), "//wp:inline/wp:extent")
    assert int(extent.get("cy")) > 10 * 360000


def test_a_radar_is_never_too_small_for_its_labels() -> None:
    """Of 3 cm asked for, 6.5 cm are left to the radar itself."""
    data = made(replace(RADAR, height=3))
    (extent,) = select(xml_of(data), "//wp:inline/wp:extent")
    (share,) = values(data, "//c:plotArea//c:h/@val")
    assert int(extent.get("cy")) / 360000 * float(share) == pytest.approx(6.5, abs=0.01)


def test_a_long_title_is_broken_and_still_one_text() -> None:
    long = "คะแนนสมมติของสำนักงานเขตพื้นที่การศึกษาตัวอย่าง " * 3 + "ปี 2569"
    chart = replace(BARS, title=long)
    data = made(chart)
    lines = values(data, "//c:title//a:t/text()")
    assert (len(lines) > 1, "".join(lines).replace("\u00a0", " ")) == (True, thai.to_thai_digits(long))
    assert verify(data, SHOWN, printed_texts(drawn(chart), "thai")) == ()
    (before,), (after,) = (values(one, "//c:plotArea//c:y/@val") for one in (made(BARS), data))
    assert float(after) > float(before)


def test_equal_charts_give_equal_bytes(both: bytes) -> None:
    assert made(BARS, RADAR) == both
    assert made(replace(BARS, title="อื่น"), RADAR) != both


def test_a_chart_the_template_leaves_out_brings_nothing_along() -> None:
    data = made(BARS, RADAR, body=[par("{{ marks[1] }}")])
    named = [name for name in parts_of(data) if "esaChart" in name]
    assert sorted(named) == ["word/charts/_rels/esaChart2.xml.rels", SECOND, BOOKS[1]]


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_the_schema_of_word_files_allows_it(tmp_path: Path, numerals: thai.Numerals) -> None:
    path = tmp_path / SHOWN
    path.write_bytes(made(BARS, RADAR, numerals=numerals))
    assert list(validate_schema(path, SHOWN)) == []


@cache
def chart_schema() -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.skip("the folder shared/xsd with the schemas of ECMA-376 does not lie beside this checkout")
    return etree.XMLSchema(etree.parse(SCHEMAS / "dml-chart.xsd"))


@pytest.mark.parametrize("part", [FIRST, SECOND])
def test_the_chart_part_fits_the_standard(part: str, both: bytes) -> None:
    schema = chart_schema()
    schema.validate(xml_of(both, part))
    assert str(schema.error_log).splitlines() == []


# What is verified


def test_the_texts_of_a_chart_are_looked_for_in_it(both: bytes) -> None:
    texts = printed_texts(drawn(BARS, RADAR), "thai")
    assert "มาตรฐานที่ ๓ ผลตัวอย่าง" in texts
    assert "คะแนนสมมติ ปี ๒๕๖๙ & ๒๕๖๘" in texts
    assert verify(both, SHOWN, texts) == ()
    (lost,) = verify(both, SHOWN, [*texts, "ไม่มีในแผนภูมิ"])
    assert (lost.code, lost.severity) == ("E704", Severity.ERROR)


@pytest.mark.parametrize("script", ["latin", "cs"])
def test_a_text_that_names_its_font_for_one_script_is_told(both: bytes, script: str) -> None:
    def forget(root: Element) -> None:
        face = select(root, f"//c:legend//a:{script}")[0]
        face.getparent().remove(face)

    found = verify(altered(both, FIRST, forget), SHOWN)
    assert [(one.code, one.severity, one.field) for one in found] == [("E707", Severity.WARNING, FIRST)]


def test_a_font_of_the_theme_in_a_chart_is_told(both: bytes) -> None:
    data = altered(both, SECOND, lambda root: select(root, "//a:cs")[0].set("typeface", "+mn-cs"))
    assert [(one.code, one.field) for one in verify(data, SHOWN)] == [("E707", SECOND)]


def test_a_tag_in_a_chart_of_the_template_is_told(both: bytes) -> None:
    def write(root: Element) -> None:
        select(root, "//c:title//a:t")[0].text = "คะแนน {{ year }}"

    found = verify(altered(both, FIRST, write), SHOWN)
    assert [(one.code, one.severity, one.field) for one in found] == [("E703", Severity.ERROR, FIRST)]


def test_a_lost_workbook_is_told(both: bytes) -> None:
    parts = parts_of(both)
    del parts[BOOKS[0]]
    found = verify(pack(parts), SHOWN)
    assert [(one.code, one.severity) for one in found] == [("E702", Severity.ERROR)]
    assert BOOKS[0] in found[0].message


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


def test_the_copy_that_is_laid_out_names_the_layout_faces_alone(both: bytes) -> None:
    fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    copy = make_layout_copy(WordFile(SHOWN, both, FAMILY), fonts.text, fonts.page_digits)
    for part in (FIRST, SECOND):
        assert set(values(copy.data, "//@typeface", part)) == {fonts.text.name}
    assert parts_of(copy.data)[BOOKS[0]] == parts_of(both)[BOOKS[0]]


def test_the_pip_only_engine_gives_it_its_room() -> None:
    """The page holds less than 26.2 cm: two charts of some 12 cm, not three."""
    fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    pages = []
    for charts in ([RADAR] * 2, [RADAR] * 3):
        file = WordFile(SHOWN, made(*charts), FAMILY)
        copy = make_layout_copy(file, fonts.text, fonts.page_digits)
        answer = Rdocx().lay_out({"a": copy}, with_pdf=False)["a"]
        assert isinstance(answer, LaidOut), answer
        pages.append(answer.page_count)
    assert pages == [1, 2]


def printed(data: bytes) -> pypdfium2.PdfDocument:
    with open_engines() as engines:
        (one,) = paginate([WordFile(SHOWN, data, FAMILY)], engines, with_pdf=True)
    assert one.pdf is not None, one.diagnostics
    return pypdfium2.PdfDocument(one.pdf)


def squeezed(text: str) -> str:
    """Take out white space, and write SARA AM as its two halves, as some readers of PDF do."""
    return "".join(text.split()).replace("ำ", "ํา")


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_libreoffice_draws_both_with_their_texts_and_numbers(numerals: thai.Numerals) -> None:
    document = printed(made(BARS, RADAR, numerals=numerals))
    text = squeezed("".join(page.get_textpage().get_text_bounded() for page in document))
    wanted = printed_texts(drawn(BARS, RADAR, numerals=numerals), numerals)
    assert len(wanted) == 1 + 3 + 2 + 1 + 7 + 2
    missing = [one for one in wanted if squeezed(one) not in text]
    assert missing == []
    numbers = [thai.apply_numerals(one, numerals) for one in ("4.50", "2.35", "4.25", "5.00")]
    assert [one for one in numbers if one not in text] == []
    others = re.findall(r"[0-9]\.[0-9]" if numerals == "thai" else "[๐-๙]", text)
    assert others == []


@pytest.mark.office
@pytest.mark.usefixtures("real_faces")
def test_libreoffice_draws_bars_as_long_as_their_values() -> None:
    """The bar of 4 is four times as long as that of 1; both are filled with the first series' colour."""
    alone = replace(
        BARS,
        categories=("หนึ่ง", "สี่"),
        series=(Series("ปี", (Decimal(1), Decimal(4))),),
    )
    page = printed(made(alone))[0]
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=5)
    lengths = [right - left for left, _bottom, right, _top in filled(paths, (0x1F, 0x38, 0x64))]
    assert len(lengths) == 4, "a bar and its outline, twice"
    assert max(lengths) / min(lengths) == pytest.approx(4, rel=0.03)


def filled(paths: Iterable[pypdfium2.PdfObject], colour: tuple[int, int, int]) -> list[tuple[float, ...]]:
    """Give the bounds of the paths filled with a colour."""
    found = []
    for path in paths:
        tones = [ctypes.c_uint() for _ in range(4)]
        pypdfium2.raw.FPDFPageObj_GetFillColor(path.raw, *map(ctypes.byref, tones))
        if tuple(one.value for one in tones[:3]) == colour:
            found.append(path.get_bounds())
    return found
