"""From a work's table and flow to steps and arrows."""

from __future__ import annotations

from typing import Any

from flow_cases import decision, work

from esa_docs.flow.building import build_graph
from esa_docs.flow.graph import Edge, Graph, Shape
from esa_docs.model.document import Document

APPROVED, NOT_APPROVED = "เห็นชอบ", "ไม่เห็นชอบ"


def arrows(graph: Graph) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.target, edge.label) for edge in graph.edges]


def order(graph: Graph) -> list[str]:
    return [node.id for node in graph.nodes]


def notes_of_first_step(graph: Graph) -> tuple[str, str]:
    """Return owner and time of the step below the start."""
    step = graph.nodes[1]
    return step.owner, step.time


def test_rows_in_order_lead_from_start_to_end() -> None:
    graph = build_graph(work(["หนึ่ง", "สอง"]))

    assert [(node.id, node.shape, node.text) for node in graph.nodes] == [
        ("start", Shape.TERMINATOR, "เริ่มต้น"),
        ("1", Shape.PROCESS, "หนึ่ง"),
        ("2", Shape.PROCESS, "สอง"),
        ("end", Shape.TERMINATOR, "สิ้นสุด"),
    ]
    assert arrows(graph) == [("start", "1", ""), ("1", "2", ""), ("2", "end", "")]


def test_a_decision_leads_on_and_back() -> None:
    graph = build_graph(work(["หนึ่ง", decision("พิจารณา", 1), "สาม"]))

    assert arrows(graph)[2:4] == [("2", "3", APPROVED), ("2", "1", NOT_APPROVED)]


def test_the_shipped_works_hold_the_decisions_of_an_office(manual: Document[Any]) -> None:
    """The director's row sends back to the step just above it (shared reference on flow charts)."""
    graphs = [build_graph(work) for work in manual.content.works]

    assert [decisions(graph) for graph in graphs] == [["2"], ["2"], ["sign"], ["2"]]
    assert [targets_of_refusals(graph) for graph in graphs] == [["1"], ["1"], ["2"], ["1"]]
    assert [len(graph.nodes) for graph in graphs] == [9 + 2, 10 + 2, 8 + 1 + 2, 10 + 2]


def decisions(graph: Graph) -> list[str]:
    return [node.id for node in graph.nodes if node.shape is Shape.DECISION]


def targets_of_refusals(graph: Graph) -> list[str]:
    return [edge.target for edge in graph.edges if edge.label == NOT_APPROVED]


def test_a_new_step_stands_below_the_one_it_names() -> None:
    graph = build_graph(work(["หนึ่ง", "สอง"], nodes=[{"id": "sign", "text": "ลงนาม", "after": "๑"}]))

    assert order(graph) == ["start", "1", "sign", "2", "end"]
    assert arrows(graph) == [("start", "1", ""), ("1", "sign", ""), ("sign", "2", ""), ("2", "end", "")]


def test_new_steps_without_a_place_follow_each_other_after_the_last_row() -> None:
    nodes = [{"id": "a", "text": "ก"}, {"id": "b", "text": "ข"}]
    graph = build_graph(work(["หนึ่ง"], nodes=nodes))

    assert order(graph) == ["start", "1", "a", "b", "end"]


def test_a_node_of_a_row_redraws_it() -> None:
    nodes = [{"id": "1", "shape": "document", "text": "หนังสือ", "owner": "ผอ."}]
    graph = build_graph(work(["หนึ่ง"], nodes=nodes))

    node = graph.nodes[1]
    assert (node.id, node.shape, node.text, node.owner) == ("1", Shape.DOCUMENT, "หนังสือ", "ผอ.")


def test_arrows_given_for_a_step_take_the_place_of_the_usual_ones() -> None:
    graph = build_graph(work(["หนึ่ง", "สอง", "สาม"], edges=[{"from": "1", "to": "3", "dotted": "true"}]))

    assert list(graph.ways_from("1")) == [Edge("1", "3", "", dotted=True)]
    assert list(graph.ways_from("2")) == [Edge("2", "3")]


def test_a_flow_of_its_own_leaves_the_table_out() -> None:
    graph = build_graph(work(["หนึ่ง"], from_table=False, nodes=[{"id": "a", "text": "ก"}], end="จบ"))

    assert [node.text for node in graph.nodes] == ["เริ่มต้น", "ก", "จบ"]


def test_owner_and_time_can_be_left_out() -> None:
    rows = [{"step": "หนึ่ง", "time": "1 วัน", "owner": "ผอ."}]

    with_both = build_graph(work(rows))
    assert notes_of_first_step(with_both) == ("ผอ.", "1 วัน")
    without_notes = build_graph(work(rows, show_owner=False, show_time=False))
    assert notes_of_first_step(without_notes) == ("", "")
    with_time = build_graph(work(rows, show_owner=False))
    assert notes_of_first_step(with_time) == ("", "1 วัน")
    with_owner = build_graph(work(rows, show_time=False))
    assert notes_of_first_step(with_owner) == ("ผอ.", "")


def test_what_is_reached_follows_arrows_only_forward() -> None:
    graph = build_graph(work(["หนึ่ง", "สอง", "สาม"], edges=[{"from": "1", "to": "3"}]))

    assert graph.reached_from("start") == {"start", "1", "3", "end"}
    assert graph.leading_to("end") == {"start", "1", "2", "3", "end"}
