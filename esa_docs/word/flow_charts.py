"""Flow charts as native shapes of Word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Final

from esa_docs import thai
from esa_docs.flow.chart import Align, Box, ChartPage, Frame, Note
from esa_docs.flow.graph import Edge, Graph, Node, Shape
from esa_docs.flow.layout import lay_out
from esa_docs.flow.symbols import INSET
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.metrics import FaceMetrics, load_metrics
from esa_docs.model.area import Area
from esa_docs.ooxml.shapes import Rectangle, arrow, inline_group, symbol, text_box
from esa_docs.word.drawings import Drawing
from esa_docs.word.runs import RunStyle, RunWriter, escape, make_run_writer, printed
from esa_docs.word.theme import SHIPPED_FONT

HEADROOM: Final = 72.0
"""Points of a page that a chart leaves to its heading."""

_PRESETS: Final = {
    Shape.TERMINATOR: "flowChartTerminator",
    Shape.PROCESS: "flowChartProcess",
    Shape.DECISION: "flowChartDecision",
    Shape.DOCUMENT: "flowChartDocument",
    Shape.SUBPROCESS: "flowChartPredefinedProcess",
    Shape.CONNECTOR: "flowChartConnector",
}
_IDS_OF_A_DRAWING: Final = 1000


def draw_chart(
    graph: Graph, title: str, area: Area, family: str, numerals: thai.Numerals, first: int
) -> tuple[Drawing, ...]:
    """Draw a procedure, one drawing a page.

    Args:
        graph: the procedure.
        title: what it is the procedure of.
        area: room for text on a page.
        family: font of the document.
        numerals: digits of the document.
        first: how many drawings the document has before these.
    """
    pages = lay_out_chart(graph, area, family, numerals)
    description = describe(graph, title, numerals)
    return tuple(_drawing(page, description, numerals, number) for number, page in enumerate(pages, first))


@lru_cache(maxsize=256)
def lay_out_chart(graph: Graph, area: Area, family: str, numerals: thai.Numerals) -> tuple[ChartPage, ...]:
    """Lay a procedure out with the digits and the font of a document."""
    room = Area(area.width, area.height - HEADROOM)
    return lay_out(_printed(graph, numerals), room, _metrics(family))


@lru_cache(maxsize=256)
def describe(graph: Graph, title: str, numerals: thai.Numerals) -> str:
    """Tell in words what a chart shows: its alternative text."""
    steps = "; ".join(filter(None, (_sentence(graph, node) for node in graph.nodes)))
    return thai.apply_numerals(f"ผังขั้นตอน {title}: {steps}", numerals)


def _sentence(graph: Graph, node: Node) -> str:
    texts = {one.id: one.text for one in graph.nodes}
    ways = list(graph.ways_from(node.id))
    if len(ways) < 2:  # noqa: PLR2004 one way on needs no words
        return node.text
    return f"{node.text} ({', '.join(_way(edge, texts) for edge in ways)})"


def _way(edge: Edge, texts: dict[str, str]) -> str:
    return f"{edge.label} ไปที่ {texts[edge.target]}".strip()


def _printed(graph: Graph, numerals: thai.Numerals) -> Graph:
    def show(text: str) -> str:
        return printed(text, numerals)

    nodes = (
        Node(node.id, node.shape, show(node.text), show(node.owner), show(node.time)) for node in graph.nodes
    )
    edges = (Edge(edge.source, edge.target, show(edge.label), edge.dotted) for edge in graph.edges)
    return Graph(tuple(nodes), tuple(edges))


def _metrics(family: str) -> FaceMetrics:
    """Give the numbers of a family; where they are not known, those of the family drawn most alike."""
    known = load_metrics(family, FaceStyle.REGULAR) or load_metrics(SHIPPED_FONT, FaceStyle.REGULAR)
    assert known is not None, "the package carries these numbers"  # noqa: S101
    return known


@lru_cache(maxsize=256)
def _drawing(page: ChartPage, description: str, numerals: thai.Numerals, number: int) -> Drawing:
    base = (number + 1) * _IDS_OF_A_DRAWING
    children = "".join(_shapes(page, numerals, count(base + 1)))
    name = f"Flow chart {number + 1}"
    run = inline_group(base, name, description, (page.width, page.height), children)
    return Drawing(run, tuple("".join(box.lines) for box in page.boxes if box.shape is not Shape.CONNECTOR))


def _shapes(page: ChartPage, numerals: thai.Numerals, numbers: Iterator[int]) -> Iterator[str]:
    for wire in page.wires:
        number = next(numbers)
        yield arrow(number, f"Arrow {number}", wire.points, dotted=wire.dotted)
    for box in page.boxes:
        size = page.note_size if box.shape is Shape.CONNECTOR else page.size
        yield _symbol(box, size, numerals, next(numbers))
    for note in page.notes:
        yield _note(note, page.note_size, numerals, next(numbers))


def _symbol(box: Box, size: float, numerals: thai.Numerals, number: int) -> str:
    inset = 0.0 if box.shape in {Shape.CONNECTOR, Shape.DECISION} else INSET
    preset = _PRESETS[box.shape]
    paragraph = _paragraph(box.lines, size, numerals, "center")
    return symbol(number, f"{preset} {number}", preset, _rectangle(box.frame), paragraph, inset)


def _note(note: Note, size: float, numerals: thai.Numerals, number: int) -> str:
    paragraph = _paragraph(note.lines, size, numerals, note.align)
    return text_box(number, f"Text {number}", _rectangle(note.frame), paragraph)


def _rectangle(frame: Frame) -> Rectangle:
    return Rectangle(frame.x, frame.y, frame.width, frame.height)


def _paragraph(lines: tuple[str, ...], size: float, numerals: thai.Numerals, align: Align) -> str:
    """Write one paragraph, its lines ended where they were measured to end."""
    runs = _run_writer(size, numerals)(escape("\n".join(lines)))
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'
    )


@lru_cache(maxsize=64)
def _run_writer(size: float, numerals: thai.Numerals) -> RunWriter:
    half_points = round(size * 2)
    style = RunStyle.of([(name, f'<w:{name} w:val="{half_points}"/>') for name in ("sz", "szCs")])
    return make_run_writer(style, numerals)
