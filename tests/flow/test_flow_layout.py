"""Where the symbols of a chart stand, by coordinates."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from flow_cases import AREA, SquareLetters, box, crosses, decision, note, overlap, pieces, thirty_steps, work
from hypothesis import given, settings
from hypothesis import strategies as st

from esa_docs.flow.building import build_graph
from esa_docs.flow.chart import ChartPage, Wire
from esa_docs.flow.graph import Graph, Shape
from esa_docs.flow.layout import MOST_STEPS, SIZES, lay_out
from esa_docs.flow.symbols import INSET
from esa_docs.kinds.manual.content import Work
from esa_docs.model.area import Area
from esa_docs.model.document import Document
from esa_docs.rules.flows import check_flow


def pages_of(work_to_draw: Work, area: Area = AREA) -> tuple[ChartPage, ...]:
    assert check_flow(work_to_draw) == ()
    return lay_out(build_graph(work_to_draw), area, SquareLetters())


def wires_of(pages: tuple[ChartPage, ...]) -> list[Wire]:
    wires: list[Wire] = []
    for page in pages:
        wires += page.wires
    return wires


def letters_of(pages: tuple[ChartPage, ...]) -> list[list[tuple[str, ...]]]:
    """Return the texts of the connectors of each page."""
    letters = []
    for page in pages:
        letters.append([box.lines for box in page.boxes if box.shape is Shape.CONNECTOR])
    return letters


def assert_sound(page: ChartPage, area: Area = AREA) -> None:
    """Check that nothing overlaps, no arrow crosses symbols or words, and all lies in the drawing."""
    assert page.height <= area.height + 0.01
    assert page.width <= area.width + 0.01
    assert SIZES[-1] <= page.size <= SIZES[0]
    assert page.note_size >= 12
    frames = [box.frame for box in page.boxes]
    frames += [note.frame for note in page.notes]
    for frame in frames:
        assert frame.x >= -0.01, frame
        assert frame.y >= -0.01, frame
        assert frame.right <= page.width + 0.01, frame
        assert frame.bottom <= page.height + 0.01, frame
    for first, second in combinations(frames, 2):
        assert not overlap(first, second), (first, second)
    # An arrow enters the frame of its own ends where their outline lies inside their frame.
    square_shapes = {Shape.PROCESS, Shape.SUBPROCESS}
    rounded_frames = {box.name: box.frame for box in page.boxes if box.shape not in square_shapes}
    for wire in page.wires:
        ends = [rounded_frames.get(wire.source), rounded_frames.get(wire.target)]
        for piece in pieces(wire):
            crossed_frames = [frame for frame in frames if crosses(piece, frame) and frame not in ends]
            assert crossed_frames == [], wire


def test_a_procedure_of_two_steps_by_hand() -> None:
    """Size 16: lines of 20 pt, letters of 8; a rectangle has 3 pt above and below, arrows 24 pt at most."""
    (page,) = pages_of(work(["หนึ่ง", "สอง"], show_owner=False))

    start, first, second, end = [box.frame for box in page.boxes]
    assert (first.height, second.height) == (26, 26)
    assert (first.width, first.x) == (270, 0)
    assert start.height == pytest.approx((20 + 6) / 0.9)
    assert first.y == pytest.approx(start.bottom + 24)
    assert second.y == pytest.approx(first.bottom + 24)
    assert page.height == pytest.approx(end.bottom)
    second_wire = page.wires[1]
    assert second_wire.points == ((135, first.bottom), (135, second.y))


def test_a_decision_sends_back_through_a_lane_at_the_right() -> None:
    (page,) = pages_of(work(["หนึ่ง", decision("พิจารณา", 1), "สาม"]))

    back = next(wire for wire in page.wires if (wire.source, wire.target) == ("2", "1"))
    diamond, above = box(page, "2").frame, box(page, "1").frame
    corner, out, up, tip = back.points
    assert corner == (diamond.right, diamond.middle_y)
    assert out[1] == corner[1]
    assert out[0] == up[0] > diamond.right
    assert tip == (above.right, above.middle_y)
    label = note(page, "ไม่เห็นชอบ").frame
    assert diamond.right < label.x
    assert label.bottom <= corner[1] + 0.01
    assert label.right <= out[0]


def test_the_words_at_the_way_on_stand_beside_its_arrow() -> None:
    (page,) = pages_of(work(["หนึ่ง", decision("พิจารณา", 1), "สาม"]))

    label = note(page, "เห็นชอบ").frame
    above, below = box(page, "2").frame, box(page, "3").frame
    assert above.bottom <= label.y
    assert label.bottom <= below.y
    assert label.x > above.middle_x


def test_text_fits_the_text_rectangle_of_its_symbol() -> None:
    """The inner half of a diamond, three quarters of a predefined process, all of a rectangle (ECMA-376)."""
    text = "ประเมินตนเองและจัดทำรายงานการประเมินตนเองทุกกลุ่มทุกหน่วย"
    rows = [{"step": text, "shape": shape} for shape in ("process", "document", "subprocess")]
    (page,) = pages_of(work([*rows, decision("คณะกรรมการบริหารพิจารณาเห็นชอบรายงาน", 1)]))

    width_shares = {Shape.DECISION: 0.5, Shape.SUBPROCESS: 0.75}
    height_shares = {Shape.DECISION: 0.5}
    measure = SquareLetters()
    boxes = [box for box in page.boxes if len(box.lines) > 1]
    assert {box.shape for box in boxes} == {Shape.PROCESS, Shape.DOCUMENT, Shape.SUBPROCESS, Shape.DECISION}
    for long_box in boxes:
        room = long_box.frame.width * width_shares.get(long_box.shape, 1.0) - 2 * INSET
        assert max(measure.width(line.rstrip(), page.size) for line in long_box.lines) <= room
        height_of_text = measure.line_height(page.size) * len(long_box.lines)
        assert height_of_text <= long_box.frame.height * height_shares.get(long_box.shape, 1)


def test_lines_joined_are_the_text() -> None:
    procedure = thirty_steps()
    texts = {node.id: node.text for node in build_graph(procedure).nodes}

    joined_lines = {}
    for page in pages_of(procedure):
        for box_of_page in page.boxes:
            if box_of_page.shape is not Shape.CONNECTOR:
                joined_lines[box_of_page.name] = "".join(box_of_page.lines)
    assert joined_lines == texts


def test_owner_at_the_left_and_time_at_the_right_of_their_step() -> None:
    (page,) = pages_of(work([{"step": "หนึ่ง", "owner": "ผอ.", "time": "2 วัน"}, "สอง"]))

    step = box(page, "1").frame
    owner = note(page, "ผอ.").frame
    time = note(page, "2 วัน").frame
    assert owner.right < step.x < step.right < time.x
    assert owner.middle_y == time.middle_y == pytest.approx(step.middle_y)


def test_thirty_steps_go_on_on_further_pages_with_connectors() -> None:
    pages = pages_of(thirty_steps())

    assert [len(page.boxes) for page in pages] == [11 + 1 + 1, 11 + 2, 10 + 1 + 1]
    for page in pages:
        assert_sound(page)
    assert letters_of(pages) == [[("A",), ("C",)], [("A",), ("B",)], [("B",), ("C",)]]
    wires = [(wire.source, wire.target, wire.dotted) for wire in wires_of(pages)]
    assert ("29", "connector C", True) in wires
    assert ("connector C", "8", True) in wires
    assert ("10", "connector A", False) in wires
    assert ("connector A", "11", False) in wires


def test_ways_to_one_step_of_another_page_share_a_letter() -> None:
    edges = [
        {"from": "28", "to": "29"},
        {"from": "28", "to": "8", "label": "แก้ไข"},
        {"from": "29", "to": "30"},
        {"from": "29", "to": "8", "label": "ปีถัดไป"},
    ]
    pages = pages_of(work([f"ขั้นที่ {number}" for number in range(1, 31)], edges=edges))

    assert letters_of(pages) == [[("A",), ("C",)], [("A",), ("B",)], [("B",), ("C",), ("C",)]]


def test_every_arrow_is_drawn_once() -> None:
    procedure = thirty_steps()
    arrows = [(edge.source, edge.target) for edge in build_graph(procedure).edges]

    wires = [(wire.source, wire.target) for wire in wires_of(pages_of(procedure))]
    arrows_in_two_wires = [arrow for arrow in arrows if arrow not in wires]
    assert arrows_in_two_wires == [("10", "11"), ("21", "22"), ("29", "8")]
    assert len(wires) == len(arrows) + len(arrows_in_two_wires)


def test_ways_that_overlap_run_in_lanes_of_their_own() -> None:
    rows: list[dict[str, Any] | str] = ["หนึ่ง", "สอง", decision("พิจารณา", 2), decision("พิจารณาอีก", 1), "ห้า"]
    (page,) = pages_of(work(rows))

    lanes = {}
    for wire in page.wires:
        if len(wire.points) == 4:
            x_of_lane, _y = wire.points[1]
            lanes[wire.source, wire.target] = x_of_lane
    assert set(lanes) == {("3", "2"), ("4", "1")}
    assert lanes["3", "2"] < lanes["4", "1"]
    assert_sound(page)


def test_a_low_page_gets_smaller_text_before_it_is_parted() -> None:
    rows = ["หนึ่ง", "สอง", "สาม", "สี่"]
    (high,) = pages_of(work(rows))
    (low,) = pages_of(work(rows), Area(450, 230))
    parts = pages_of(work(rows), Area(450, 150))

    assert (high.size, len(parts)) == (16, 2)
    assert 12 <= low.size < 16
    for page in (low, *parts):
        assert page.height <= 230


def test_the_charts_of_the_shipped_works_stand_on_one_page_each(manual: Document[Any]) -> None:
    for shipped_work in manual.content.works:
        (page,) = pages_of(shipped_work)
        assert len(page.boxes) <= MOST_STEPS
        assert_sound(page)


steps = st.sampled_from(["ขั้น", "จัดทำข้อมูลและรายงานผล", "ประชุมชี้แจงและสร้างความตระหนักในการพัฒนา"])


@st.composite
def procedures(draw: st.DrawFn) -> Work:
    """Return any sound procedure: rows of all shapes, decisions that send back, arrows to anywhere."""
    count = draw(st.integers(2, 24))
    rows: list[dict[str, object] | str] = []
    for number in range(1, count + 1):
        row: dict[str, object] = {"step": f"{draw(steps)} {number}", "time": f"{number} วัน"}
        if number > 1 and draw(st.integers(0, 4)) == 0:
            row |= {"shape": "decision", "back_to": str(draw(st.integers(1, number - 1)))}
        else:
            row["shape"] = draw(st.sampled_from(["process", "document", "subprocess"]))
        rows.append(row)
    # The first row never is a decision, so there is always a step to choose.
    steps_without_decision = [number for number, row in enumerate(rows, 1) if "back_to" not in row]
    sources = st.lists(st.sampled_from(steps_without_decision), max_size=2, unique=True)
    edges = []
    for number in draw(sources):
        following = str(number + 1) if number < count else "end"
        edges.append({"from": str(number), "to": following})
        targets = [target for target in range(1, count + 1) if target != number]
        target = draw(st.sampled_from(targets))
        edges.append({"from": str(number), "to": str(target), "label": "ย้อนกลับ"})
    return work(rows, edges=edges)


@settings(max_examples=60, deadline=None)
@given(procedures())
def test_any_procedure_is_drawn_without_overlaps(procedure: Work) -> None:
    for page in pages_of(procedure):
        assert_sound(page)


def test_an_empty_table_still_has_its_ends() -> None:
    graph: Graph = build_graph(work(["หนึ่ง"], from_table=False))
    (page,) = lay_out(graph, AREA, SquareLetters())

    assert [box.name for box in page.boxes] == ["start", "end"]
