"""The XML of charts of numbers: DrawingML Chart (ECMA-376 part 1, 21.2), with its numbers in a workbook.

Elements stand in the order of the schema. Every text names its font for Latin and for complex script: a
chart does not take its font from the styles of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from esa_docs.ooxml.data_chart import DataChart
from esa_docs.ooxml.data_chart_layout import ChartLayout
from esa_docs.ooxml.data_chart_look import TextLook, solid
from esa_docs.ooxml.data_chart_plot import plot
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.names import A, C, R
from esa_docs.ooxml.pictures import EMU_PER_CM
from esa_docs.ooxml.workbook import WORKBOOK_TYPE, make_workbook

CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_WORKBOOK: Final = "rId1"
_WHITE: Final = f"{solid('FFFFFF')}<a:ln><a:noFill/></a:ln>"


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
        f'<c:roundedCorners val="0"/><c:chart>{_title(layout.title, look)}'
        f"<c:plotArea>{_layout(layout)}{plot(chart, layout, look)}</c:plotArea>{_legend(chart, look)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_WHITE}</c:spPr>{look.body()}"
        f'<c:externalData r:id="{_WORKBOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(lines: Sequence[str], look: TextLook) -> str:
    """Return the title; without lines what keeps Word from a title of its own."""
    if not any(lines):
        return '<c:autoTitleDeleted val="1"/>'
    paragraphs = "".join(_title_paragraph(line, look) for line in lines)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{paragraphs}</c:rich></c:tx>"
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
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
    """Return the legend, beside a pie; empty for any other chart of a single series, which needs none."""
    if chart.kind == "pie":
        return f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{look.body()}</c:legend>'
    if len(chart.series) == 1:
        return ""
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{look.body()}</c:legend>'
