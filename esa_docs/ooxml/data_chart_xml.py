"""Charts of numbers as Word keeps them: DrawingML Chart (ECMA-376 part 1, 21.2), its numbers in a workbook.

Elements stand in the order of the schema. Every text names its font for Latin and for complex script: a
chart does not take it from the styles of the document.
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

_BOOK: Final = "rId1"
_WHITE: Final = f"{solid('FFFFFF')}<a:ln><a:noFill/></a:ln>"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """How a chart is set, once its texts are measured.

    Attributes:
        title: its lines.
        labels: its categories as they are drawn, with a line feed where a line ends.
        tall: how tall it is, in centimetres.
        x: where bars or radar begin, the texts around left out: fraction of the chart's width.
        y: fraction of its height.
        width: of bars or radar: fraction of the chart's width.
        height: fraction of its height.
    """

    title: tuple[str, ...]
    labels: tuple[str, ...]
    tall: float

    x: float
    y: float
    width: float
    height: float


def chart_part(chart: DataChart, layout: ChartLayout, look: TextLook, number: int) -> LinkedPart:
    """Make the part of a chart, with the workbook of its numbers.

    Args:
        chart: the chart.
        layout: how it is set.
        look: of its texts.
        number: of the chart in the document, from 1.
    """
    data = make_workbook(chart.table)
    book = LinkedPart(_BOOK, "package", f"word/embeddings/esaChart{number}.xlsx", WORKBOOK_TYPE, data)
    name = f"word/charts/esaChart{number}.xml"
    xml = _chart_space(chart, layout, look)
    return LinkedPart(f"rIdEsaChart{number}", "chart", name, CHART_TYPE, xml.encode(), (book,))


def inline_chart(identifier: int, name: str, chart: DataChart, layout: ChartLayout, relationship: str) -> str:
    """Write a run with a chart that stands in the line like a letter.

    Args:
        identifier: id of the drawing, unique in the document.
        name: what Word's list of objects shows.
        chart: for its width and alternative text.
        layout: for its height.
        relationship: id by which the document part refers to it.
    """
    width, height = (round(side * EMU_PER_CM) for side in (chart.width, layout.tall))
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{identifier}" name={quoteattr(name)} descr={quoteattr(chart.description)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart_space(chart: DataChart, layout: ChartLayout, look: TextLook) -> str:
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/>' + look.body() + "</c:legend>"
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    series = "".join(_series(chart, layout.labels, look))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart>{_title(layout.title, look)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea>{_layout(layout)}{_DRAWN[chart.kind].format(series=series, axes=axes)}"
        f"{_category_axis(chart, look)}{_value_axis(chart, look)}</c:plotArea>"
        f"{legend if len(chart.series) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_WHITE}</c:spPr>{look.body()}"
        f'<c:externalData r:id="{_BOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


_DRAWN: Final = {
    "bar": '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    '{series}<c:gapWidth val="60"/>{axes}</c:barChart>',
    "radar": '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{series}{axes}</c:radarChart>',
}


def _title(lines: Sequence[str], look: TextLook) -> str:
    properties = look.properties("defRPr", is_title=True), look.properties("rPr", is_title=True)
    paragraphs = "".join(
        f"<a:p><a:pPr>{properties[0]}</a:pPr><a:r>{properties[1]}<a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in lines
    )
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{paragraphs}</c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _layout(layout: ChartLayout) -> str:
    places = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (("x", layout.x), ("y", layout.y), ("w", layout.width), ("h", layout.height))
    )
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{places}</c:manualLayout></c:layout>'
    )


def _series(chart: DataChart, labels: Sequence[str], look: TextLook) -> Iterator[str]:
    last = len(labels) + 1
    names = f"<c:f>{cell_range(0, 2, last)}</c:f><c:strCache>{_texts(labels)}</c:strCache>"
    for number, (one, paint) in enumerate(zip(chart.series, PAINTS, strict=False)):
        name = f"<c:f>{cell_range(number + 1, 1, 1)}</c:f><c:strCache>{_texts([one.name])}</c:strCache>"
        is_bar = chart.kind == "bar"
        drawn = _bar(paint) if is_bar else _line(paint)
        values = f"<c:f>{cell_range(number + 1, 2, last)}</c:f><c:numCache>{_numbers(one)}</c:numCache>"
        yield (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>{name}</c:strRef></c:tx>'
            f"{drawn}{_value_labels(chart, look) if is_bar else ''}"
            f"<c:cat><c:strRef>{names}</c:strRef></c:cat><c:val><c:numRef>{values}</c:numRef></c:val></c:ser>"
        )


def _texts(texts: Sequence[str]) -> str:
    points = (f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(texts))
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def _numbers(series: Series) -> str:
    points = (
        f'<c:pt idx="{place}"><c:v>{number_text(value)}</c:v></c:pt>'
        for place, value in enumerate(series.values)
        if value is not None
    )
    return f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(series.values)}"/>{"".join(points)}'


def _bar(paint: Paint) -> str:
    return f'<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr><c:invertIfNegative val="0"/>'


def _line(paint: Paint) -> str:
    marker = f"<c:spPr>{solid(paint.fill)}{stroke(0.75)}</c:spPr>"
    return (
        f"<c:spPr>{stroke(1.75, dash=paint.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{paint.marker}"/><c:size val="7"/>{marker}</c:marker>'
    )


def _value_labels(chart: DataChart, look: TextLook) -> str:
    place = '<c:dLblPos val="outEnd"/>'
    shown = {"LegendKey": 0, "Val": 1, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    flags = "".join(f'<c:show{name} val="{value}"/>' for name, value in shown.items())
    return (
        f"<c:dLbls>{look.number_format(chart.decimals)}<c:spPr><a:noFill/></c:spPr>"
        f"{look.body()}{place}{flags}</c:dLbls>"
    )


def _category_axis(chart: DataChart, look: TextLook) -> str:
    """Write the axis of categories; bars begin at the top."""
    order, side = ("maxMin", "l") if chart.kind == "bar" else ("minMax", "b")
    lines = f"<c:majorGridlines>{_grid()}</c:majorGridlines>" if chart.kind == "radar" else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(0.75)}</c:spPr>{look.body()}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: DataChart, look: TextLook) -> str:
    scale = chart.scale
    crosses, side = ("max", "b") if chart.kind == "bar" else ("autoZero", "l")
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{number_text(scale.maximum)}"/><c:min val="{number_text(scale.minimum)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:majorGridlines>{_grid()}</c:majorGridlines>'
        f"{look.number_format(len(format(scale.step.normalize(), 'f').partition('.')[2]))}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{stroke(0.75, colour=GREY)}</c:spPr>{look.body()}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{number_text(scale.step)}"/></c:valAx>'
    )


def _grid() -> str:
    return f"<c:spPr>{stroke(0.5, colour=GREY)}</c:spPr>"
