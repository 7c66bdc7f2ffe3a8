"""Flow charts as native shapes of Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count
from typing import Final

from esa_docs import thai
from esa_docs.flow.chart import Align, Box, ChartPage, Frame, Note
from esa_docs.flow.graph import Edge, Graph, Node, Shape
from esa_docs.flow.layout import lay_out
from esa_docs.flow.symbols import INSET
from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.model.area import Area
from esa_docs.ooxml.shapes import Rectangle, arrow, inline_group, symbol, text_box
from esa_docs.word.drawings import Drawing, first_id
from esa_docs.word.runs import RunStyle, RunWriter, escape, make_run_writer, printed_text

HEADROOM: Final = 72.0
"""Points of a page that a chart leaves to its heading."""

PRESETS: Final = {
    Shape.TERMINATOR: "flowChartTerminator",
    Shape.PROCESS: "flowChartProcess",
    Shape.DECISION: "flowChartDecision",
    Shape.DOCUMENT: "flowChartDocument",
    Shape.SUBPROCESS: "flowChartPredefinedProcess",
    Shape.CONNECTOR: "flowChartConnector",
}


@lru_cache(maxsize=256)
def draw_chart(
    graph: Graph, title: str, area: Area, family: str, numerals: thai.Numerals, first: int
) -> tuple[Drawing, ...]:
    """Draw a procedure and return a drawing for each page.

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
    drawings = []
    for number, page in enumerate(pages, first):
        drawings.append(_drawing(page, description, numerals, number))
    return tuple(drawings)


@lru_cache(maxsize=256)
def lay_out_chart(graph: Graph, area: Area, family: str, numerals: thai.Numerals) -> tuple[ChartPage, ...]:
    """Lay out a procedure with the font and the digits of a document; ``area`` is the room on a page."""
    room = Area(area.width, area.height - HEADROOM)
    metrics = face_metrics(family, FaceStyle.REGULAR)
    return lay_out(printed_graph(graph, numerals), room, metrics)


def describe(graph: Graph, title: str, numerals: thai.Numerals) -> str:
    """Return in words what a chart shows: its alternative text, for those who cannot see it."""
    text_of_node = {node.id: node.text for node in graph.nodes}
    sentences = []
    for node in graph.nodes:
        sentence = _sentence(graph, node, text_of_node)
        if sentence:
            sentences.append(sentence)
    steps = "; ".join(sentences)
    return thai.apply_numerals(f"ผังขั้นตอน {title}: {steps}", numerals)


def _sentence(graph: Graph, node: Node, text_of_node: Mapping[str, str]) -> str:
    """Return the text of a step, with the ways out of it; a single way needs no words."""
    edges = list(graph.ways_from(node.id))
    has_several_ways = len(edges) > 1
    if not has_several_ways:
        return node.text
    ways = ", ".join(_way(edge, text_of_node) for edge in edges)
    return f"{node.text} ({ways})"


def _way(edge: Edge, text_of_node: Mapping[str, str]) -> str:
    return f"{edge.label} ไปที่ {text_of_node[edge.target]}".strip()


def printed_graph(graph: Graph, numerals: thai.Numerals) -> Graph:
    """Return the graph with its texts as the document prints them."""
    nodes = tuple(_printed_node(node, numerals) for node in graph.nodes)
    edges = tuple(_printed_edge(edge, numerals) for edge in graph.edges)
    return Graph(nodes, edges)


def _printed_node(node: Node, numerals: thai.Numerals) -> Node:
    return Node(
        node.id,
        node.shape,
        printed_text(node.text, numerals),
        printed_text(node.owner, numerals),
        printed_text(node.time, numerals),
    )


def _printed_edge(edge: Edge, numerals: thai.Numerals) -> Edge:
    return Edge(edge.source, edge.target, printed_text(edge.label, numerals), edge.dotted)


def _drawing(page: ChartPage, description: str, numerals: thai.Numerals, number: int) -> Drawing:
    group_id = first_id(number)
    shapes = "".join(_shapes(page, numerals, count(group_id + 1)))
    name = f"Flow chart {number + 1}"
    run = inline_group(group_id, name, description, (page.width, page.height), shapes)
    return Drawing(run, tuple(_texts(page)))


def _texts(page: ChartPage) -> Iterator[str]:
    """Generate the texts of a page that the document must have; connectors hold letters of our own."""
    for box in page.boxes:
        if box.shape is not Shape.CONNECTOR:
            yield "".join(box.lines)


def _shapes(page: ChartPage, numerals: thai.Numerals, numbers: Iterator[int]) -> Iterator[str]:
    """Generate the XML of the shapes of a page; the arrows lie below all others."""
    for wire in page.wires:
        number = next(numbers)
        yield arrow(number, f"Arrow {number}", wire.points, dotted=wire.dotted)
    for box in page.boxes:
        size = page.note_size if box.shape is Shape.CONNECTOR else page.size
        yield _symbol(box, size, numerals, next(numbers))
    for note in page.notes:
        yield _note(note, page.note_size, numerals, next(numbers))


def _symbol(box: Box, size: float, numerals: thai.Numerals, number: int) -> str:
    inset = INSET
    if box.shape in {Shape.CONNECTOR, Shape.DECISION}:
        inset = 0.0  # Word's text rectangle of a circle and of a diamond lies well inside the shape
    preset = PRESETS[box.shape]
    paragraph = lines_paragraph(box.lines, size, numerals, "center")
    return symbol(number, f"{preset} {number}", preset, rectangle_of(box.frame), paragraph, inset)


def _note(note: Note, size: float, numerals: thai.Numerals, number: int) -> str:
    paragraph = lines_paragraph(note.lines, size, numerals, note.align)
    return text_box(number, f"Text {number}", rectangle_of(note.frame), paragraph)


def rectangle_of(frame: Frame) -> Rectangle:
    """Return a place of a layout as a place in a drawing."""
    return Rectangle(frame.x, frame.y, frame.width, frame.height)


def lines_paragraph(lines: tuple[str, ...], size: float, numerals: thai.Numerals, align: Align) -> str:
    """Return a paragraph whose lines end where they were measured to end.

    Args:
        lines: its lines.
        size: size of its text, in points.
        numerals: digits of the document.
        align: side on which its lines are flush.
    """
    write_runs = _run_writer(size, numerals)
    runs = write_runs(escape("\n".join(lines)))
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'
    )


@lru_cache(maxsize=64)
def _run_writer(size: float, numerals: thai.Numerals) -> RunWriter:
    return make_run_writer(RunStyle.of_size(size), numerals)
