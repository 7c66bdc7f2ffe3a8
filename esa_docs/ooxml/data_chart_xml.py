"""The XML of charts of numbers: DrawingML Chart (ECMA-376 part 1, 21.2), with its numbers in a workbook.

Elements stand in the order of the schema. Every text names its font for Latin and for complex script: a
chart does not take its font from the styles of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from esa_docs.ooxml.data_chart import DataChart, Series
from esa_docs.ooxml.data_chart_look import GREY, PAINTS, Paint, TextLook, solid, stroke
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.names import A, C, R
from esa_docs.ooxml.pictures import EMU_PER_CM
from esa_docs.ooxml.workbook import WORKBOOK_TYPE, cell_range, make_workbook, number_text

CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_WORKBOOK: Final = "rId1"
_WHITE: Final = f"{solid('FFFFFF')}<a:ln><a:noFill/></a:ln>"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """The places of the texts of a chart, and of its bars or its radar.

    Attributes:
        title: lines of the title.
        labels: names of the categories, with a line feed where a line ends.
        chart_height: height of the whole chart in centimetres.
        x: left edge of the bars or the radar without the texts around, as a fraction of the chart's width.
        y: upper edge of the bars or the radar, as a fraction of the chart's height.
        width: width of the bars or the radar, as a fraction of the chart's width.
        height: height of the bars or the radar, as a fraction of the chart's height.
    """

    title: tuple[str, ...]
    labels: tuple[str, ...]
    chart_height: float

    x: float
    y: float
    width: float
    height: float


def chart_part(chart: DataChart, layout: ChartLayout, look: TextLook, number: int) -> LinkedPart:
    """Return the part of a chart, with the workbook of its numbers.

    Args:
        chart: the chart.
        layout: where its texts stand.
        look: how its texts look.
        number: number of the chart in the document, from 1.
    """
    workbook_name = f"word/embeddings/esaChart{number}.xlsx"
    workbook = LinkedPart(_WORKBOOK, "package", workbook_name, WORKBOOK_TYPE, make_workbook(chart.table))
    name = f"word/charts/esaChart{number}.xml"
    xml = _chart_space(chart, layout, look)
    return LinkedPart(f"rIdEsaChart{number}", "chart", name, CHART_TYPE, xml.encode(), (workbook,))


def inline_chart(identifier: int, name: str, chart: DataChart, layout: ChartLayout, relationship: str) -> str:
    """Return a run with a chart that stands in the line like a letter.

    Args:
        identifier: id of the drawing, unique in the document.
        name: its name in Word's list of objects.
        chart: the chart.
        layout: where its texts stand.
        relationship: id by which the document part refers to the part of the chart.
    """
    width = round(chart.width * EMU_PER_CM)
    height = round(layout.chart_height * EMU_PER_CM)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{identifier}" name={quoteattr(name)} descr={quoteattr(chart.description)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart_space(chart: DataChart, layout: ChartLayout, look: TextLook) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart>{_title(layout.title, look)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea>{_layout(layout)}{_series_with_axes(chart, layout, look)}"
        f"{_category_axis(chart, look)}{_value_axis(chart, look)}</c:plotArea>{_legend(chart, look)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_WHITE}</c:spPr>{look.body()}"
        f'<c:externalData r:id="{_WORKBOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(lines: Sequence[str], look: TextLook) -> str:
    paragraphs = "".join(_title_paragraph(line, look) for line in lines)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{paragraphs}</c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _title_paragraph(line: str, look: TextLook) -> str:
    paragraph_look = look.properties("defRPr", is_title=True)
    run_look = look.properties("rPr", is_title=True)
    return f"<a:p><a:pPr>{paragraph_look}</a:pPr><a:r>{run_look}<a:t>{escape(line)}</a:t></a:r></a:p>"


def _layout(layout: ChartLayout) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{layout.x:.4f}"/><c:y val="{layout.y:.4f}"/>'
        f'<c:w val="{layout.width:.4f}"/><c:h val="{layout.height:.4f}"/></c:manualLayout></c:layout>'
    )


def _legend(chart: DataChart, look: TextLook) -> str:
    """Return the legend; empty for a single series, which needs none."""
    if len(chart.series) == 1:
        return ""
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{look.body()}</c:legend>'


def _series_with_axes(chart: DataChart, layout: ChartLayout, look: TextLook) -> str:
    """Return the bars or the lines of all series, with references to their axes."""
    series = "".join(_all_series(chart, layout.labels, look))
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if chart.kind == "radar":
        style = '<c:radarStyle val="marker"/><c:varyColors val="0"/>'
        return f"<c:radarChart>{style}{series}{axes}</c:radarChart>"
    style = '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    return f'<c:barChart>{style}{series}<c:gapWidth val="60"/>{axes}</c:barChart>'


def _all_series(chart: DataChart, labels: Sequence[str], look: TextLook) -> Iterator[str]:
    for number, (series, paint) in enumerate(zip(chart.series, PAINTS, strict=False)):
        if chart.kind == "bar":
            appearance = _bar(paint) + _value_labels(chart, look)
        else:
            appearance = _line(paint)
        yield _one_series(number, series, labels, appearance)


def _one_series(number: int, series: Series, labels: Sequence[str], appearance: str) -> str:
    """Return a series: for each text and number its cell in the workbook, and a copy of it."""
    # Word draws a chart from these copies. It opens the workbook only when somebody edits the data.
    column = number + 1
    last_row = len(labels) + 1
    name = f"<c:f>{cell_range(column, 1, 1)}</c:f><c:strCache>{_texts([series.name])}</c:strCache>"
    categories = f"<c:f>{cell_range(0, 2, last_row)}</c:f><c:strCache>{_texts(labels)}</c:strCache>"
    values = f"<c:f>{cell_range(column, 2, last_row)}</c:f><c:numCache>{_numbers(series)}</c:numCache>"
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>{name}</c:strRef></c:tx>'
        f"{appearance}<c:cat><c:strRef>{categories}</c:strRef></c:cat>"
        f"<c:val><c:numRef>{values}</c:numRef></c:val></c:ser>"
    )


def _texts(texts: Sequence[str]) -> str:
    points = [_point(place, escape(text)) for place, text in enumerate(texts)]
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def _numbers(series: Series) -> str:
    points = []
    for place, value in enumerate(series.values):
        if value is not None:
            points.append(_point(place, number_text(value)))
    return f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(series.values)}"/>{"".join(points)}'


def _point(place: int, text: str) -> str:
    return f'<c:pt idx="{place}"><c:v>{text}</c:v></c:pt>'


def _bar(paint: Paint) -> str:
    return f'<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr><c:invertIfNegative val="0"/>'


def _line(paint: Paint) -> str:
    marker = f"<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr>"
    return (
        f"<c:spPr>{stroke(1.75, dash=paint.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{paint.marker}"/><c:size val="7"/>{marker}</c:marker>'
    )


def _value_labels(chart: DataChart, look: TextLook) -> str:
    return (
        f"<c:dLbls>{look.number_format(chart.decimals)}<c:spPr><a:noFill/></c:spPr>"
        f'{look.body()}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        "</c:dLbls>"
    )


def _category_axis(chart: DataChart, look: TextLook) -> str:
    """Return the axis of categories."""
    if chart.kind == "bar":
        # A chart of horizontal bars counts its categories from below. In reverse the first one stands on top.
        order, side, lines = "maxMin", "l", ""
    else:
        order, side, lines = "minMax", "b", _grid_lines()
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(0.75)}</c:spPr>{look.body()}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: DataChart, look: TextLook) -> str:
    """Return the axis of values."""
    scale = chart.scale
    if chart.kind == "bar":
        # As the categories are in reverse, the axis of values is below at the last of them.
        crosses, side = "max", "b"
    else:
        crosses, side = "autoZero", "l"
    step = format(scale.step.normalize(), "f")
    _whole_number, _decimal_point, decimals = step.partition(".")
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{number_text(scale.maximum)}"/><c:min val="{number_text(scale.minimum)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{_grid_lines()}'
        f"{look.number_format(len(decimals))}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(0.75, colour=GREY)}</c:spPr>{look.body()}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{number_text(scale.step)}"/></c:valAx>'
    )


def _grid_lines() -> str:
    return f"<c:majorGridlines><c:spPr>{stroke(0.5, colour=GREY)}</c:spPr></c:majorGridlines>"
