"""Where the symbols of a chart stand, by coordinates."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from flow_cases import AREA, SquareLetters, box, crosses, decision, overlap, pieces, thirty_steps, work
from hypothesis import given, settings
from hypothesis import strategies as st

from esa_docs.flow.building import build_graph
from esa_docs.flow.chart import ChartPage
from esa_docs.flow.graph import Graph, Shape
from esa_docs.flow.layout import MOST_STEPS, SIZES, lay_out
from esa_docs.flow.symbols import INSET
from esa_docs.kinds.manual.content import Work
from esa_docs.model.area import Area
from esa_docs.model.document import Document
from esa_docs.rules.flows import check_flow


def pages_of(one: Work, area: Area = AREA) -> tuple[ChartPage, ...]:
    assert check_flow(one) == ()
    return lay_out(build_graph(one), area, SquareLetters())


def assert_sound(page: ChartPage, area: Area = AREA) -> None:
    """Nothing overlaps, no arrow crosses a symbol or words, all lies in the drawing and it in its area."""
    assert page.height <= area.height + 0.01
    assert page.width <= area.width + 0.01
    assert SIZES[-1] <= page.size <= SIZES[0]
    assert page.note_size >= 12
    frames = [box.frame for box in page.boxes] + [note.frame for note in page.notes]
    for frame in frames:
        assert frame.x >= -0.01, frame
        assert frame.y >= -0.01, frame
        assert frame.right <= page.width + 0.01, frame
        assert frame.bottom <= page.height + 0.01, frame
    for one, other in combinations(frames, 2):
        assert not overlap(one, other), (one, other)
    square = {Shape.PROCESS, Shape.SUBPROCESS}
    rounded = {box.name: box.frame for box in page.boxes if box.shape not in square}
    for wire in page.wires:
        ends = [rounded.get(wire.source), rounded.get(wire.target)]  # whose outline lies inside their frame
        for piece in pieces(wire):
            crossed = [frame for frame in frames if crosses(piece, frame) and frame not in ends]
            assert crossed == [], wire


def test_a_procedure_of_two_steps_by_hand() -> None:
    """Size 16: lines of 20 pt, letters of 8; a rectangle has 3 pt above and below, arrows 24 pt at most."""
    (page,) = pages_of(work(["หนึ่ง", "สอง"], show_owner=False))

    start, one, two, end = page.boxes
    assert (one.frame.height, two.frame.height) == (26, 26)
    assert (one.frame.width, one.frame.x) == (270, 0)
    assert start.frame.height == pytest.approx((20 + 6) / 0.9)
    assert one.frame.y == pytest.approx(start.frame.bottom + 24)
    assert two.frame.y == pytest.approx(one.frame.bottom + 24)
    assert page.height == pytest.approx(end.frame.bottom)
    assert [wire.points for wire in page.wires][1] == ((135, one.frame.bottom), (135, two.frame.y))


def test_a_decision_sends_back_through_a_lane_at_the_right() -> None:
    (page,) = pages_of(work(["หนึ่ง", decision("พิจารณา", 1), "สาม"]))

    back = next(wire for wire in page.wires if (wire.source, wire.target) == ("2", "1"))
    diamond, above = box(page, "2").frame, box(page, "1").frame
    corner, out, up, tip = back.points
    assert corner == (diamond.right, diamond.middle[1])
    assert out[1] == corner[1]
    assert out[0] == up[0] > diamond.right
    assert tip == (above.right, above.middle[1])
    label = next(note for note in page.notes if note.lines == ("ไม่เห็นชอบ",))
    assert diamond.right < label.frame.x
    assert label.frame.bottom <= corner[1] + 0.01
    assert label.frame.right <= out[0]


def test_the_words_at_the_way_on_stand_beside_its_arrow() -> None:
    (page,) = pages_of(work(["หนึ่ง", decision("พิจารณา", 1), "สาม"]))

    label = next(note for note in page.notes if note.lines == ("เห็นชอบ",)).frame
    above, below = box(page, "2").frame, box(page, "3").frame
    assert above.bottom <= label.y
    assert label.bottom <= below.y
    assert label.x > above.middle[0]


def test_text_fits_the_text_rectangle_of_its_symbol() -> None:
    """The inner half of a diamond, three quarters of a predefined process, all of a rectangle (ECMA-376)."""
    rows: list[dict[str, Any] | str] = [
        {"step": "ประเมินตนเองและจัดทำรายงานการประเมินตนเองทุกกลุ่มทุกหน่วย", "shape": shape}
        for shape in ("process", "document", "subprocess")
    ]
    (page,) = pages_of(work([*rows, decision("คณะกรรมการบริหารพิจารณาเห็นชอบรายงาน", 1)]))

    share = {Shape.DECISION: 0.5, Shape.SUBPROCESS: 0.75}
    measured = SquareLetters()
    long = [one for one in page.boxes if len(one.lines) > 1]
    assert {one.shape for one in long} == {Shape.PROCESS, Shape.DOCUMENT, Shape.SUBPROCESS, Shape.DECISION}
    for one in long:
        room = one.frame.width * share.get(one.shape, 1.0) - 2 * INSET
        assert max(measured.width(line.rstrip(), page.size) for line in one.lines) <= room
        lines = measured.line_height(page.size) * len(one.lines)
        assert lines <= one.frame.height * (0.5 if one.shape is Shape.DECISION else 1)


def test_lines_joined_are_the_text() -> None:
    one = thirty_steps()
    texts = {node.id: node.text for node in build_graph(one).nodes}

    shown = {box.name: "".join(box.lines) for page in pages_of(one) for box in page.boxes}
    assert {name: text for name, text in shown.items() if not name.startswith("connector")} == texts


def test_owner_at_the_left_and_time_at_the_right_of_their_step() -> None:
    (page,) = pages_of(work([{"step": "หนึ่ง", "owner": "ผอ.", "time": "2 วัน"}, "สอง"]))

    step = box(page, "1").frame
    owner = next(note for note in page.notes if note.lines == ("ผอ.",)).frame
    time = next(note for note in page.notes if note.lines == ("2 วัน",)).frame
    assert owner.right < step.x < step.right < time.x
    assert owner.middle[1] == time.middle[1] == pytest.approx(step.middle[1])


def test_thirty_steps_go_on_on_further_pages_with_connectors() -> None:
    pages = pages_of(thirty_steps())

    assert [len(page.boxes) for page in pages] == [11 + 1 + 1, 11 + 2, 10 + 1 + 1]
    for page in pages:
        assert_sound(page)
    letters = [[box.lines for box in page.boxes if box.shape is Shape.CONNECTOR] for page in pages]
    assert letters == [[("A",), ("C",)], [("A",), ("B",)], [("B",), ("C",)]]
    joined = [(wire.source, wire.target, wire.dotted) for page in pages for wire in page.wires]
    assert ("29", "connector C", True) in joined
    assert ("connector C", "8", True) in joined
    assert ("10", "connector A", False) in joined
    assert ("connector A", "11", False) in joined


def test_ways_to_one_step_of_another_page_share_a_letter() -> None:
    edges = [
        *({"from": "28", "to": "29"}, {"from": "28", "to": "8", "label": "แก้ไข"}),
        *({"from": "29", "to": "30"}, {"from": "29", "to": "8", "label": "ปีถัดไป"}),
    ]
    pages = pages_of(work([f"ขั้นที่ {number}" for number in range(1, 31)], edges=edges))

    letters = [[box.lines for box in page.boxes if box.shape is Shape.CONNECTOR] for page in pages]
    assert letters == [[("A",), ("C",)], [("A",), ("B",)], [("B",), ("C",), ("C",)]]


def test_every_arrow_is_drawn_once() -> None:
    one = thirty_steps()
    graph = build_graph(one)

    drawn = [(wire.source, wire.target) for page in pages_of(one) for wire in page.wires]
    direct = [pair for pair in drawn if "connector" not in pair[0] + pair[1]]
    parted = [edge for edge in graph.edges if (edge.source, edge.target) not in direct]
    assert [(edge.source, edge.target) for edge in parted] == [("10", "11"), ("21", "22"), ("29", "8")]
    assert len(drawn) == len(graph.edges) + len(parted)


def test_ways_that_overlap_run_in_lanes_of_their_own() -> None:
    rows: list[dict[str, Any] | str] = ["หนึ่ง", "สอง", decision("พิจารณา", 2), decision("พิจารณาอีก", 1), "ห้า"]
    (page,) = pages_of(work(rows))

    lanes = {(wire.source, wire.target): wire.points[1][0] for wire in page.wires if len(wire.points) == 4}
    assert set(lanes) == {("3", "2"), ("4", "1")}
    assert lanes["3", "2"] < lanes["4", "1"]
    assert_sound(page)


def test_a_low_page_gets_smaller_text_before_it_is_parted() -> None:
    rows = ["หนึ่ง", "สอง", "สาม", "สี่"]
    (high,) = pages_of(work(rows))
    (low,) = pages_of(work(rows), Area(450, 230))
    parted = pages_of(work(rows), Area(450, 150))

    assert (high.size, len(parted)) == (16, 2)
    assert 12 <= low.size < 16
    for page in (low, *parted):
        assert page.height <= 230


def test_the_charts_of_the_shipped_works_stand_on_one_page_each(manual: Document[Any]) -> None:
    for one in manual.content.works:
        (page,) = pages_of(one)
        assert len(page.boxes) <= MOST_STEPS
        assert_sound(page)


steps = st.sampled_from(["ขั้น", "จัดทำข้อมูลและรายงานผล", "ประชุมชี้แจงและสร้างความตระหนักในการพัฒนา"])


@st.composite
def procedures(draw: st.DrawFn) -> Work:
    """Any sound procedure: rows of all shapes, decisions that send back, further arrows to anywhere."""
    count = draw(st.integers(2, 24))
    rows: list[dict[str, object] | str] = []
    for number in range(1, count + 1):
        row: dict[str, object] = {"step": f"{draw(steps)} {number}", "time": f"{number} วัน"}
        if number > 1 and draw(st.integers(0, 4)) == 0:
            row |= {"shape": "decision", "back_to": str(draw(st.integers(1, number - 1)))}
        else:
            row["shape"] = draw(st.sampled_from(["process", "document", "subprocess"]))
        rows.append(row)
    plain = [number for number, row in enumerate(rows, 1) if isinstance(row, dict) and "back_to" not in row]
    edges = []
    for number in draw(st.lists(st.sampled_from(plain or [1]), max_size=2, unique=True)) if plain else []:
        edges.append({"from": str(number), "to": str(number + 1) if number < count else "end"})
        other = draw(st.sampled_from([to for to in range(1, count + 1) if to != number]))
        edges.append({"from": str(number), "to": str(other), "label": "ย้อนกลับ"})
    return work(rows, edges=edges)


@settings(max_examples=60, deadline=None)
@given(procedures())
def test_any_procedure_is_drawn_without_overlaps(one: Work) -> None:
    for page in pages_of(one):
        assert_sound(page)


def test_an_empty_table_still_has_its_ends() -> None:
    graph: Graph = build_graph(work(["หนึ่ง"], from_table=False))
    (page,) = lay_out(graph, AREA, SquareLetters())

    assert [one.name for one in page.boxes] == ["start", "end"]
