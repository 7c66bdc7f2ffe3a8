"""The flow chart in a table: its line is as long as the row, whatever the other cells hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from esa_docs.diagnostics import Location
from esa_docs.flow.graph import END, START, Edge, Graph, Node, Shape
from esa_docs.model.picture_file import PictureFile
from esa_docs.model.prose.blocks import Block
from esa_docs.word.blocks.figure_heights import FigureHeights, lines_below
from esa_docs.word.flow_cells import CellRoom, draw_cells

FAMILY = "TH SarabunPSK"
PICTURES = {"a.png": PictureFile(Path("a.png"), "PNG", 2000, 1000, 1, Location("x"), "picture.file")}
HEIGHTS = FigureHeights(PICTURES, "thai", FAMILY, 700)


def block(**values: object) -> Block:
    return Block.model_validate(values)


@pytest.mark.parametrize(
    ("picture", "points"),
    [
        # 5,670 twips are 283.5 points: half as high as wide, and 12 points of room
        ({"file": "a.png"}, 283.5 / 2 + 12),
        ({"file": "a.png", "width": "5"}, 5 / 2.54 * 72 / 2 + 12),
        # two side by side, then one alone
        ({"files": ["a.png", "a.png", "a.png"]}, 2 * (283.5 / 4 + 12)),
        ({"file": "none.png"}, 0),
    ],
)
def test_heights_of_pictures(picture: dict[str, object], points: float) -> None:
    assert HEIGHTS.of(["ก", block(picture=picture)], 5670) == pytest.approx(points, abs=0.5)


def test_a_chart_has_the_height_that_content_gives() -> None:
    chart = {"type": "bar", "columns": ["ก", "ข"], "rows": [["ค", "1"]], "height": "9"}
    assert HEIGHTS.of([block(chart=chart)], 5670) >= 9 / 2.54 * 72


def test_below_a_figure_stand_caption_and_source() -> None:
    picture = {"file": "a.png", "source": "สพป."}
    assert list(lines_below(block(picture=picture, caption="ก"))) == ["ภาพที่ 10 ก", "ที่มา: สพป."]


def graph_of_two() -> Graph:
    nodes = [Node(START, Shape.TERMINATOR, "เริ่มต้น"), Node("1", Shape.PROCESS, "ก")]
    nodes += [Node("2", Shape.PROCESS, "ข"), Node(END, Shape.TERMINATOR, "สิ้นสุด")]
    edges = [Edge(START, "1"), Edge("1", "2"), Edge("2", END)]
    return Graph(tuple(nodes), tuple(edges))


def test_the_ends_stand_free_of_the_borders_of_their_cells() -> None:
    first, last = draw_cells(graph_of_two(), ["1", "2"], CellRoom(100, (300, 0)), FAMILY, "thai", 0)
    for drawing, is_first in ((first, True), (last, False)):
        # an empty box of 4 points, 50,800 units, is the first or the last shape
        shapes = drawing.run.split("<wps:wsp>")[1:]
        box = shapes[0] if is_first else shapes[-1]
        assert 'cy="50800"' in box
        assert 'txBox="1"' in box
