"""Charts in a text: native, with their numbers, their digits, and where they do not fit."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from blocked_papers import TODAY, faults_of, printed_order, project_of
from lxml import etree
from word_files import DOCUMENT, alter_part, xml_of, xpath

from esa_docs import api
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.cell_numbers import read_number
from esa_docs.model.prose.chart_block import ChartBlock
from esa_docs.ooxml.chart_scale import round_scale
from esa_docs.ooxml.data_chart import DataChart, Series, ValueForm
from esa_docs.ooxml.data_chart_look import PAINTS, SLICES
from esa_docs.ooxml.data_chart_series import valleys
from esa_docs.ooxml.names import A, C
from esa_docs.word.blocks.brought_parts import BroughtParts
from esa_docs.word.blocks.captions import Captions
from esa_docs.word.blocks.chart_layout import ChartTexts, Drawn, lay_out_chart
from esa_docs.word.blocks.chart_numbers import ChartNumbers, chart_in_words, texts_of_chart
from esa_docs.word.blocks.charts import chart_run
from esa_docs.word.blocks.host import Host
from esa_docs.word.blocks.styles import block_styles
from esa_docs.word.blocks.text_writing import BlockText
from esa_docs.word.blocks.texts import texts_of_block
from esa_docs.word.mark_styles import MarkStyles
from esa_docs.word.verify import verify
from esa_docs.word.verify.chart_numbers import printed_numbers

TEMPLATE = Path(__file__).parents[2] / "templates_docx" / "order.docx"
NAMES = {"c": C, "a": A}
BARS = '{type: bar, columns: [ปี, ผู้เรียน, ครู], rows: [[2568, "1,200", ๙๐.๕], [2569, "-", -3]], unit: คน}'
TABLE = """\
  - table:
      columns: [ที่, โรงเรียน, งบประมาณ, <]
      head_rows: 2
      rows:
        - [^, ^, ไตรมาส 1, ไตรมาส 2]
        - [1, บ้านป่า, "**12,500**", 900.5]
        - [2, บ้านนา, "9000^[ก]", "1,000.25"]
        - [รวม, <, "21,500", "1,900.75"]
      total: true
    id: งบ
    caption: งบประมาณ
"""


def charts_in(data: bytes) -> list[Any]:
    """Return the roots of the charts of a Word file, in the order of their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("word/charts/esaChart"))
        return [etree.fromstring(archive.read(name)) for name in names if name.endswith(".xml")]


def select(root: Any, path: str) -> list[str]:
    """Return the texts and attributes that an XPath selects."""
    return [str(value) for value in root.xpath(path, namespaces=NAMES)]


def sheet_rows(data: bytes) -> list[list[object]]:
    """Return the rows of the workbook of the only chart of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (book,) = [name for name in archive.namelist() if name.startswith("word/embeddings/")]
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(book)))["Sheet1"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def file_with(root: Path, *charts: str, before: str = "") -> bytes:
    """Return the Word file of an order with these charts, which nothing is wrong with but the emblem."""
    clauses = before + "".join(f"  - chart: {chart}\n    caption: ภาพ\n" for chart in charts)
    checked = printed_order(root, clauses)
    assert [diagnostic.code for diagnostic in checked.diagnostics] == ["E501"]
    assert checked.value is not None
    return checked.value


def test_a_chart_has_its_numbers_and_a_workbook_of_them(tmp_path: Path) -> None:
    data = file_with(tmp_path, BARS)
    (chart,) = charts_in(data)

    assert select(chart, "//c:barDir/@val") == ["col"]
    assert select(chart, "//c:ser/c:tx//c:v/text()") == ["ผู้เรียน", "ครู"]
    assert select(chart, "//c:ser[1]/c:cat//c:v/text()") == ["๒๕๖๘", "๒๕๖๙"]
    assert select(chart, "//c:ser[1]/c:val//c:v/text()") == ["1200"]
    assert select(chart, "//c:ser[2]/c:val//c:v/text()") == ["90.5", "-3"]
    assert select(chart, "//c:ser[1]/c:val//c:pt/@idx") == ["0"]
    assert select(chart, "//c:title//a:t/text()") == ["หน่วย: คน"]
    assert select(chart, "//c:dLbls/c:numFmt/@formatCode") == ["[$-D00041E]#,##0", "[$-D00041E]#,##0.0"]
    assert sheet_rows(data) == [[None, "ผู้เรียน", "ครู"], ["๒๕๖๘", 1200, 90.5], ["๒๕๖๙", None, -3]]


def test_each_text_of_a_chart_names_its_font_for_both_scripts(tmp_path: Path) -> None:
    (chart,) = charts_in(file_with(tmp_path, BARS))

    properties = chart.xpath("//a:defRPr | //a:rPr | //a:endParaRPr", namespaces=NAMES)
    faces = {tuple(select(each, "./a:latin/@typeface | ./a:cs/@typeface")) for each in properties}
    assert len(properties) > 8
    assert faces == {("TH SarabunPSK", "TH SarabunPSK")}


def test_types_are_drawn_as_what_they_are(tmp_path: Path) -> None:
    line = "{type: line, columns: [ก, ข], rows: [[ค, 5], [ง, -], [จ, 7]]}"
    pie = "{type: pie, columns: [ก, ข], rows: [[ค, 5], [ง, 1]], title: ส่วน}"
    drawn_line, drawn_pie = charts_in(file_with(tmp_path, line, pie))

    assert select(drawn_line, "//c:lineChart/c:grouping/@val") == ["standard"]
    assert select(drawn_line, "//c:dispBlanksAs/@val") == ["gap"]
    assert select(drawn_line, "//c:ser/c:val//c:pt/@idx") == ["0", "2"]
    assert len(drawn_pie.xpath("//c:pieChart/c:ser/c:dPt", namespaces=NAMES)) == 2
    assert select(drawn_pie, "//c:showPercent/@val") == ["1"]
    # the value stands in the legend, behind the name
    assert select(drawn_pie, "//c:cat//c:v/text()") == ["ค ๕", "ง ๑"]
    assert select(drawn_pie, "//c:catAx | //c:valAx") == []


def test_the_workbook_of_a_pie_has_names_alone(tmp_path: Path) -> None:
    data = file_with(tmp_path, "{type: pie, columns: [ก, ข], rows: [[ค, 5], [ง, 1]]}")

    assert sheet_rows(data) == [[None, "ข"], ["ค", 5], ["ง", 1]]


def test_the_caption_stands_below_and_says_a_figure(tmp_path: Path) -> None:
    data = file_with(tmp_path, BARS)
    root = xml_of(data)
    (drawn,) = xpath(root, "//w:p[.//wp:docPr[starts-with(@name, 'Chart')]]")
    caption = drawn.getnext()

    assert "".join(caption.itertext()).replace("\u00a0", " ") == "ภาพที่ ๑ ภาพ"
    assert len(xpath(drawn, "./w:pPr/w:keepNext[not(@w:val)]")) == 1
    (words,) = xpath(drawn, ".//wp:docPr/@descr")
    assert words.replace("\u00a0", " ") == (
        "แผนภูมิแท่ง ภาพ หน่วย: คน: ๒๕๖๘ ผู้เรียน ๑,๒๐๐ ครู ๙๐.๕; ๒๕๖๙ ผู้เรียน ไม่มีข้อมูล ครู -๓.๐"
    )


def test_a_template_lists_its_figures(tmp_path: Path) -> None:
    def add_list(root: Any) -> None:
        kinds = ("begin", "separate", "end")
        begin, separate, end = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds]
        instruction = "<w:r><w:instrText> TOC \\f g </w:instrText></w:r>"
        field = f'<w:p xmlns:w="{root.nsmap["w"]}">{begin}{instruction}{separate}{end}</w:p>'
        root[0].insert(0, etree.fromstring(field))

    project_of(tmp_path, f"{TABLE}  - chart: {BARS}\n    caption: ภาพ\n")
    path = tmp_path / "templates_docx" / "order.docx"
    path.parent.mkdir()
    path.write_bytes(alter_part(TEMPLATE.read_bytes(), DOCUMENT, add_list))
    root = xml_of(api.render(api.find(api.load(tmp_path), "order"), today=TODAY))

    (entry,) = xpath(root, "//w:p[w:hyperlink[.//w:instrText]]")
    assert "".join(xpath(entry, ".//w:t/text()")).replace("\u00a0", " ") == "ภาพที่ ๑ ภาพ"


def test_verify_misses_a_number_that_is_not_printed(tmp_path: Path) -> None:
    data = file_with(tmp_path, "{type: bar, columns: [ก, ข], rows: [[ค, 12500]]}")

    assert [diagnostic.code for diagnostic in verify(data, "a.docx", ["๑๒,๕๐๐"])] == []
    assert [diagnostic.code for diagnostic in verify(data, "a.docx", ["๑๒,๕๐๑"])] == ["E704"]


def test_numbers_of_a_table_are_drawn_without_its_total(tmp_path: Path) -> None:
    chosen = "{type: bar, of: งบ, columns: [โรงเรียน, งบประมาณ ไตรมาส 2]}"
    whole, part = charts_in(file_with(tmp_path, "{type: bar, of: งบ}", chosen, before=TABLE))

    assert select(whole, "//c:ser/c:tx//c:v/text()") == ["งบประมาณ ไตรมาส ๑", "งบประมาณ ไตรมาส ๒"]
    assert select(whole, "//c:ser[1]/c:cat//c:v/text()") == ["บ้านป่า", "บ้านนา"]
    assert select(whole, "//c:ser/c:val//c:v/text()") == ["12500", "9000", "900.5", "1000.25"]
    assert select(part, "//c:ser/c:val//c:v/text()") == ["900.5", "1000.25"]


def test_a_total_below_the_column_that_counts_the_rows_is_not_drawn(tmp_path: Path) -> None:
    table = """\
  - table:
      columns: [ที่, ขนาด, แห่ง]
      rows:
        - ["1", เล็ก, "5"]
        - ["2", ใหญ่, "(6)"]
        - [รวม, <, "11"]
    caption: ขนาด
    id: ขนาด
"""
    path = tmp_path / "tables" / "a.csv"
    path.parent.mkdir()
    path.write_text("ที่,ขนาด,แห่ง\n1,เล็ก,5\n2,ใหญ่,(6)\nรวม,,11\n", encoding="utf-8")
    charts = ("{type: bar, of: ขนาด}", "{type: bar, file: tables/a.csv}")
    for chart in charts_in(file_with(tmp_path, *charts, before=table)):
        assert select(chart, "//c:ser/c:cat//c:v/text()") == ["เล็ก", "ใหญ่"]
        assert select(chart, "//c:ser/c:val//c:v/text()") == ["5", "-6"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("(55)", "-55"), ("(๑,๒๐๐.๕)", "-1200.5"), ("(5%)", "-5"), ("(-5)", None), ("(05)", None)],
)
def test_a_number_in_brackets_is_negative(text: str, value: str | None) -> None:
    number = read_number(text)
    assert str(number and number.value.normalize()) == str(value)


def test_numbers_of_a_file_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "tables" / "a.csv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["ที่", "ขนาด", "แห่ง", "คน"],
                ["1", "เล็ก", "1,200", "3"],
                ["2", "ใหญ่", "", "4"],
                ["", "รวม", "1200", "7"],
            ]
        )
    project = project_of(tmp_path, "  - chart: {type: line, file: tables/a.csv, columns: [ขนาด, แห่ง]}\n")
    (block,) = api.find(project, "order").content.clauses

    assert block.chart.columns == ("ขนาด", "แห่ง")
    # an empty cell of a file stays empty
    assert block.chart.rows == (("เล็ก", "1,200"), ("ใหญ่", ""))


@pytest.mark.parametrize(
    ("chart", "faults"),
    [
        ("{type: แท่ง, columns: [ก, ข], rows: [[ค, 1]]}", [("E210", 1, 19)]),
        (
            "{type: bar, columns: [ก, ข], rows: [[ค, x], [ง, 2], [จ, 1 ๐]]}",
            [("E229", 1, 52), ("E229", 1, 68)],
        ),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 0812345678]]}", [("E229", 1, 52)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 1234567890123456]]}", [("E229", 1, 52)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 5%], [ง, 6]]}", [("E229", 1, 61)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, -], [ง, '']]}", [("E229", 1, 47)]),
        ("{type: bar, columns: [ก, ข], rows: [['', 1]]}", [("E229", 1, 49)]),
        ("{type: bar, columns: [ก, ''], rows: [[ค, 1]]}", [("E229", 1, 37)]),
        ("{type: bar, columns: [ก], rows: [[ค]]}", [("E229", 1, 33)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค]]}", [("E677", 1, 48)]),
        ("{type: bar, columns: [ก, ข], rows: []}", [("E669", 1, 47)]),
        ("{type: bar, columns: [ก, ข, ค, ง, จ, ฉ], rows: [[ช, 1, 2, 3, 4, 5]]}", [("E229", 1, 33)]),
        ("{type: pie, columns: [ก, ข, ค], rows: [[ช, 1, 2]]}", [("E229", 1, 33)]),
        ("{type: pie, columns: [ก, ข], rows: [[ค, -1], [ง, -]]}", [("E229", 1, 52), ("E229", 1, 61)]),
        ("{type: pie, columns: [ก, ข], rows: [[ค, 0], [ง, 0]]}", [("E229", 1, 47)]),
        (f"{{type: pie, columns: [ก, ข], rows: [{'[ค, 1], ' * 9}]}}", [("E229", 1, 112)]),
        (f"{{type: line, columns: [ก, ข], rows: [{'[ค, 1], ' * 31}]}}", [("E229", 1, 289)]),
        ("{type: bar}", [("E215", 1, 12)]),
        ("{type: bar, rows: [[ก, 1]]}", [("E229", 1, 12)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 1]], of: ก}", [("E215", 1, 12)]),
        ("{type: bar, of: ไม่มี}", [("E229", 1, 28)]),
        ("{type: bar, file: ไม่มี.csv}", [("E648", 1, 30)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 1]], decimals: 5}", [("E212", 1, 67)]),
        ("{type: bar, columns: [ก, ข], rows: [[ค, 1]], height: 30}", [("E212", 1, 65)]),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    chart: str, faults: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    assert faults_of(tmp_path, f"  - chart: {chart}\n") == faults


def test_a_column_that_its_table_lacks_is_told(tmp_path: Path) -> None:
    clauses = f"{TABLE}  - chart: {{type: bar, of: งบ, columns: [โรงเรียน, ไตรมาส 1]}}\n"

    assert faults_of(tmp_path, clauses) == [("E229", 12, 52)]


def test_too_few_columns_of_a_table_are_told_at_the_chart(tmp_path: Path) -> None:
    clauses = f"{TABLE}  - chart: {{type: bar, of: งบ, columns: [โรงเรียน]}}\n"

    assert faults_of(tmp_path, clauses) == [("E229", 12, 41)]


def test_words_among_the_numbers_of_a_table_are_told_at_the_table(tmp_path: Path) -> None:
    clauses = (
        "  - table: {columns: [ก, ข], rows: [[ค, ง]]}\n    id: ก\n    caption: ก\n"
        "  - chart: {type: bar, of: ก}\n"
    )

    assert faults_of(tmp_path, clauses) == [("E229", 1, 41)]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        ("landscape: [ก, {landscape: [ข]}]", ("E230", 1, 20)),
        ("steps: [{text: ก, paragraphs: [{landscape: [ข]}]}]", ("E230", 1, 36)),
        ("landscape: [{steps: [{text: ก, paragraphs: [ข, {landscape: [ค]}]}]}]", ("E230", 1, 52)),
        ("{landscape: [ก], caption: ข}", ("E123", 1, 31)),
        ("table: {columns: [ก, ข], rows: [[1, 2]], widths: [10, 12]}", ("E224", 1, 54)),
        ("landscape: [{table: {columns: [ก, ข], rows: [[1, 2]], widths: [12, 13]}}]", ("E224", 1, 67)),
        ("landscape: [{chart: {type: bar, of: ก}}]", ("E229", 1, 41)),
        ("landscape: [ก, 'ดูภาพที่ {ref:ข}']", ("E121", 1, 30)),
    ],
)
def test_landscape_pages_are_told_where_they_do_not_fit(
    block: str, place: tuple[str, int, int], tmp_path: Path
) -> None:
    assert faults_of(tmp_path, f"  - {block}\n") == [place]


def test_content_of_version_1_has_no_charts(tmp_path: Path) -> None:
    chart = "  - chart: {type: bar, columns: [ก, ข], rows: [[ค, 1]]}\n"

    assert faults_of(tmp_path, chart, content=1) == [("E238", 1, 5)]


@pytest.mark.parametrize(
    ("values", "from_zero", "scale"),
    [
        # a fifth of 12500 is 2500, a round step
        ("900.5 12500", True, "0 12500 2500"),
        # a fifth of 7 is 1.4, the next round step 2; 8 is the next of its multiples
        ("3 7", True, "0 8 2"),
        # whole numbers are counted in whole steps: no half pupil
        ("1 2 3", True, "0 3 1"),
        ("0.02 0.07", True, "0.00 0.08 0.02"),
        ("0", True, "0 1 1"),
        ("0.5", True, "0 0.5 0.1"),
        # 8 of five are 1.6: steps of 2, from below -3 to above 5
        ("-3 5", True, "-4 6 2"),
        ("-10 -5", True, "-10 0 2"),
        # lines begin at zero where the least is at most half of the greatest
        ("40 100", False, "0 100 20"),
        ("95 99", False, "95 99 1"),
        ("12 12", False, "0 15 5"),
        ("-0.5 -0.4", False, "-0.50 -0.40 0.02"),
        ("999999999999999", True, "0 1000000000000000 200000000000000"),
    ],
)
def test_an_axis_counts_in_round_steps(values: str, *, from_zero: bool, scale: str) -> None:
    result = round_scale(map(Decimal, values.split()), from_zero=from_zero)

    assert (result.minimum, result.maximum, result.step) == tuple(map(Decimal, scale.split()))


@pytest.mark.parametrize(
    ("text", "value"),
    [("๑,๒๐๕", "1205"), ("-3.50", "-3.5"), ("12.5%", "12.5"), ("0", "0"), ("1,23", None), ("01", None)],
)
def test_numbers_are_read_as_tables_read_them(text: str, value: str | None) -> None:
    number = read_number(text)

    assert str(number and number.value.normalize()) == str(value)


def chart_of(kind: str, names: list[str], values: list[str], **further: Any) -> ChartBlock:
    """Return a chart with a column of numbers."""
    rows = [[name, value] for name, value in zip(names, values, strict=True)]
    return ChartBlock.model_validate({"type": kind, "columns": ["ก", "คน"], "rows": rows, **further})


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [("1234.5", 0, "1,235"), ("-1234.5", 0, "-1,235"), ("2.25", 1, "2.3"), ("7", 2, "7.00")],
)
def test_numbers_are_rounded_as_word_rounds_them(value: str, decimals: int, written: str) -> None:
    numbers = ChartNumbers.of(chart_of("bar", ["ข"], [value], decimals=decimals))

    assert numbers.written(Decimal(value), numbers.decimals[0]) == written


def test_each_series_has_the_decimal_places_of_its_column(tmp_path: Path) -> None:
    line = "{type: bar, columns: [ก, ข, ค], rows: [[ง, '1,250', '1,000.5'], [จ, '1,300', '1,100.25']]}"
    (chart,) = charts_in(file_with(tmp_path, line))
    formats = select(chart, "//c:ser/c:dLbls/c:numFmt/@formatCode")
    assert formats == ["[$-D00041E]#,##0", "[$-D00041E]#,##0.00"]


def test_the_least_number_of_a_line_stands_below_it_and_above_the_axis(tmp_path: Path) -> None:
    line = "{type: line, columns: [ก, ข], rows: [[ง, '1,300'], [จ, '1,200'], [ฉ, '1,400'], [ช, '1,350']]}"
    (chart,) = charts_in(file_with(tmp_path, line))
    # 1,200 to 1,400 in steps of 50, and a step more below
    assert select(chart, "//c:valAx/c:scaling/c:min/@val") == ["1150"]
    assert select(chart, "//c:dLbls/c:dLbl[c:dLblPos/@val='b']/c:idx/@val") == ["1", "3"]
    assert select(chart, "//c:dLbls/c:dLblPos/@val") == ["t"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [("1 2", [0]), ("2 2", []), ("3 1 2 0", [1, 3]), ("- 1 -", []), ("2 - 1 3", [2])],
)
def test_points_from_which_a_line_rises(values: str, expected: list[int]) -> None:
    numbers: list[Decimal | None] = []
    for value in values.split():
        number = None if value == "-" else Decimal(value)
        numbers.append(number)
    assert list(valleys(numbers)) == expected


def test_what_can_be_read_in_a_chart() -> None:
    chart = chart_of("pie", ["ข", "ค"], ["80%", "20.5%"], title="ส่วน", unit="ร้อยละ")

    assert list(texts_of_chart(chart)) == [
        *("ส่วน (ร้อยละ)", "ข 80.0%", "ค 20.5%", "คน", "80.0%", "20.5%"),
    ]
    assert chart_in_words(chart, "") == "แผนภูมิวงกลม ส่วน (ร้อยละ): ข คน 80.0%; ค คน 20.5%"
    assert next(texts_of_block(Block(chart=chart), Captions())) == "ส่วน (ร้อยละ)"


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("[$-D00041E]#,##0.00", ["๑๒,๓๔๕.๖๘", "-๓.๐๐"]),
        (r"#,##0\%", ["12,346%", "-3%"]),
        ("General", []),
        ("0.00", []),
    ],
)
def test_numbers_of_a_file_are_read_as_they_are_printed(code: str, numbers: list[str]) -> None:
    points = "".join(f"<c:pt><c:v>{value}</c:v></c:pt>" for value in ("12345.678", "-3", "x", "1e400", "nan"))
    cache = etree.fromstring(
        f'<c:numCache xmlns:c="{C}"><c:formatCode>{code}</c:formatCode>{points}</c:numCache>'
    )

    assert list(printed_numbers(cache)) == numbers


def drawn(kind: str, names: list[str], series: int = 1, width: float = 16.0, **further: Any) -> Drawn:
    """Return a chart of the value 12 for each name as it is drawn."""
    values = (Decimal(12),) * len(names)
    chart = DataChart(
        kind=kind,  # type: ignore[arg-type]
        title="",
        categories=tuple(names),
        series=tuple(Series(f"ชุด {number}", values) for number in range(series)),
        scale=round_scale(values, from_zero=True),
        decimals=0,
        description="",
        width=width,
        height=further.pop("height", 0.0),
        form=ValueForm(),
    )
    return lay_out_chart(
        chart, ChartTexts("12", "15", tuple(names)), "TH SarabunPSK", further.pop("most", 20.0)
    )


LONG = "โรงเรียนบ้านที่มีชื่อยาวมากพอสมควรแห่งที่"
DAYS = [str(day) for day in range(1, 31)]


@pytest.mark.parametrize(
    ("names", "series", "kind"),
    [
        (["ก", "ข"], 1, "column"),
        (DAYS, 1, "column"),
        # long names in a row of twelve have no room below their bars
        ([LONG] * 12, 1, "bar"),
        # four bars for each of thirty days are thinner than their numbers
        (DAYS, 4, "bar"),
    ],
)
def test_bars_stand_where_their_names_have_room(names: list[str], series: int, kind: str) -> None:
    assert drawn("column", names, series).chart.kind == kind


@pytest.mark.parametrize("series", [1, 4])
def test_a_chart_is_no_higher_than_its_page(series: int) -> None:
    result = drawn("column", [LONG] * 30, series)

    assert result.layout.chart_height <= 20.0
    assert (result.text_size < 14, result.layout.has_values) == (True, series == 1)
    assert 0 < result.layout.height < 1


def test_names_below_a_line_are_turned_where_they_have_no_room() -> None:
    straight, turned = drawn("line", DAYS), drawn("line", [LONG] * 15)

    assert (straight.layout.is_turned, straight.layout.has_values) == (False, True)
    assert (turned.layout.is_turned, turned.layout.has_values) == (True, False)
    assert not drawn("line", ["ก", "ข"], 2).layout.has_values


@pytest.mark.parametrize("kind", ["column", "line", "pie"])
@pytest.mark.parametrize("width", [6.0, 16.0, 25.0])
def test_a_chart_stands_within_itself(kind: str, width: float) -> None:
    layout = drawn(kind, ["โรงเรียนบ้านป่า", "โรงเรียนบ้านนา"], width=width).layout

    assert min(layout.x, layout.y, layout.width, layout.height) > 0
    assert layout.x + layout.width <= 1
    assert layout.y + layout.height <= 1


def test_content_says_how_high_a_chart_is() -> None:
    assert drawn("column", ["ก"], height=12.0).layout.chart_height == pytest.approx(12.0)
    assert drawn("column", ["ก"]).layout.chart_height == pytest.approx(8.0)


def lightness(colour: str) -> float:
    """Return how light a colour is on grey paper, from 0 to 255 (Rec. 601)."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_a_chart_is_no_higher_than_the_page_on_which_it_stands(tmp_path: Path) -> None:
    high = "{type: bar, columns: [ก, ข], rows: [[ค, 1]], height: 22}"
    upright = xml_of(file_with(tmp_path / "a", high))
    clauses = f"  - landscape:\n      - chart: {high}\n"
    on_its_side = xml_of(printed_order(tmp_path / "b", clauses).value or b"")
    heights = []
    for root in (upright, on_its_side):
        (height,) = xpath(root, "//wp:inline[wp:docPr[starts-with(@name, 'Chart')]]/wp:extent/@cy")
        heights.append(int(height) / 360000)

    assert heights[0] == pytest.approx(22, abs=0.01)
    # A4 on its side is 21 cm high, with margins of 3 and 2 cm, and 2 for a caption
    assert heights[1] == pytest.approx(14, abs=0.01)


def test_fills_differ_on_grey_paper() -> None:
    solid_slices = [fill for fill in SLICES if len(fill) == 6 and fill.isalnum() and fill.upper() == fill]
    for fills in ([paint.fill for paint in PAINTS], solid_slices):
        shades = sorted(map(lightness, fills))
        assert len(shades) >= 4
        assert min(light - dark for dark, light in pairwise(shades)) > 10
    assert len(set(SLICES)) == len(SLICES) == 8


def test_a_narrow_place_has_a_chart_of_six_centimetres() -> None:

    styles = block_styles(b"<w:styles></w:styles>")
    text = BlockText(Captions(), styles, "arabic", "TH SarabunPSK", MarkStyles())
    brought = BroughtParts()
    run = chart_run(chart_of("bar", ["ข"], ["1"]), "", Host("", "", "", 1000), text, brought)

    assert '<wp:extent cx="2160000"' in run
    assert len(brought.parts) == 1
