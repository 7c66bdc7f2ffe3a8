"""A graph split into pages: arrows between pages become pairs of connectors with the same letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from string import ascii_uppercase
from typing import Final

from esa_docs.flow.graph import Edge, Graph, Node, Shape

CONNECTOR_PREFIX: Final = "connector "
"""How the name of a connector begins; its letter follows."""


@dataclass(frozen=True, slots=True)
class Jump:
    """An arrow between a step and a connector at its right side.

    Attributes:
        node: id of the step.
        letter: letter of the connector.
        label: words at the arrow; empty for none.
        dotted: whether its line is dotted.
        leaves: whether the arrow leads from the step to the connector, else from the connector to the step.
    """

    node: str
    letter: str
    label: str = ""
    dotted: bool = False
    leaves: bool = True


@dataclass(frozen=True, slots=True)
class GraphPage:
    """The part of a graph that stands on one page.

    Attributes:
        nodes: steps below each other, with the connectors to the page before and the page after.
        edges: arrows between them.
        jumps: arrows to and from steps of other pages.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    jumps: tuple[Jump, ...] = ()


@dataclass(frozen=True, slots=True)
class _Split:
    """A graph and how it is shared out over pages.

    Attributes:
        graph: the graph.
        page_of: page of each step, by the id of the step; pages count from 0.
        onward_edges: the arrow from the last step of a page to the first step of the next page, by the first
            of the two pages. A page without such an arrow has no entry.
        letters: letter of each arrow between pages, by ``id`` of the arrow.
    """

    graph: Graph
    page_of: dict[str, int]
    onward_edges: dict[int, Edge]
    letters: dict[int, str]


def even_sizes(step_count: int, page_count: int) -> list[int]:
    """Return how many steps stand on each page when they are shared evenly, the fuller pages first."""
    size, remainder = divmod(step_count, page_count)
    return [size + 1] * remainder + [size] * (page_count - remainder)


def split_into_pages(graph: Graph, sizes: Sequence[int]) -> tuple[GraphPage, ...]:
    """Return the pages of a graph.

    Args:
        graph: the graph.
        sizes: number of steps on each page; together the number of all steps.

    Raises:
        ValueError: the sizes together are not the number of all steps.
    """
    page_of = _page_of_each_step(graph, sizes)
    onward_edges = _onward_edges(graph, page_of)
    letters = _letters(graph, page_of, onward_edges)
    split = _Split(graph, page_of, onward_edges, letters)
    return tuple(_graph_page(split, page) for page in range(len(sizes)))


def _page_of_each_step(graph: Graph, sizes: Sequence[int]) -> dict[str, int]:
    pages = []
    for page, size in enumerate(sizes):
        pages += [page] * size
    page_of = {}
    for node, page in zip(graph.nodes, pages, strict=True):
        page_of[node.id] = page
    return page_of


def _onward_edges(graph: Graph, page_of: dict[str, int]) -> dict[int, Edge]:
    onward_edges = {}
    for node, following in pairwise(graph.nodes):
        page = page_of[node.id]
        if page_of[following.id] == page:
            continue
        edge = _first_edge(graph, node, following)
        if edge is not None:
            onward_edges[page] = edge
    return onward_edges


def _first_edge(graph: Graph, source: Node, target: Node) -> Edge | None:
    """Return the first arrow from one step to another; None if there is none."""
    for edge in graph.ways_from(source.id):
        if edge.target == target.id:
            return edge
    return None


def _letters(graph: Graph, page_of: dict[str, int], onward_edges: dict[int, Edge]) -> dict[int, str]:
    """Return the letter of each arrow between pages, by ``id`` of the arrow.

    An arrow onward to the next page has a letter of its own. All other arrows to one step share a letter.
    """
    # Two arrows of a graph may be equal: only their ``id`` tells them apart.
    ids_of_onward_edges = {id(edge) for edge in onward_edges.values()}
    letters_of_targets: dict[str, str] = {}
    letters = {}
    unused_letters = map(_letter, count())
    for edge in graph.edges:
        if page_of[edge.source] == page_of[edge.target]:
            continue
        if id(edge) in ids_of_onward_edges:
            letters[id(edge)] = next(unused_letters)
            continue
        if edge.target not in letters_of_targets:
            letters_of_targets[edge.target] = next(unused_letters)
        letters[id(edge)] = letters_of_targets[edge.target]
    return letters


def _letter(number: int) -> str:
    """Return the letter of a connector: A to Z, then A1 to Z1 and so on; numbers count from 0."""
    rounds, place = divmod(number, len(ascii_uppercase))
    letter = ascii_uppercase[place]
    if rounds == 0:
        return letter
    return f"{letter}{rounds}"


def _graph_page(split: _Split, page: int) -> GraphPage:
    nodes = [node for node in split.graph.nodes if split.page_of[node.id] == page]
    edges = list(_edges_within(split, page))
    onward_edge = split.onward_edges.get(page)
    if onward_edge is not None:
        connector = _connector(split.letters[id(onward_edge)])
        nodes.append(connector)
        edges.append(Edge(onward_edge.source, connector.id, onward_edge.label, onward_edge.dotted))
    incoming_edge = split.onward_edges.get(page - 1)
    if incoming_edge is not None:
        connector = _connector(split.letters[id(incoming_edge)])
        nodes.insert(0, connector)
        edges.append(Edge(connector.id, incoming_edge.target, dotted=incoming_edge.dotted))
    return GraphPage(tuple(nodes), tuple(edges), tuple(_jumps(split, page)))


def _edges_within(split: _Split, page: int) -> Iterator[Edge]:
    """Generate the arrows that begin and end on a page."""
    for edge in split.graph.edges:
        if split.page_of[edge.source] == split.page_of[edge.target] == page:
            yield edge


def _connector(letter: str) -> Node:
    return Node(CONNECTOR_PREFIX + letter, Shape.CONNECTOR, letter)


def _jumps(split: _Split, page: int) -> Iterator[Jump]:
    """Generate the jumps of a page. All arrows that lead to one of its steps share one jump there."""
    incoming_letters: set[str] = set()
    for edge in _edges_aside(split):
        letter = split.letters[id(edge)]
        if split.page_of[edge.source] == page:
            yield Jump(edge.source, letter, edge.label, edge.dotted)
        if split.page_of[edge.target] == page and letter not in incoming_letters:
            incoming_letters.add(letter)
            yield Jump(edge.target, letter, dotted=edge.dotted, leaves=False)


def _edges_aside(split: _Split) -> Iterator[Edge]:
    """Generate the arrows between pages that do not lead onward from one page to the next."""
    ids_of_onward_edges = {id(edge) for edge in split.onward_edges.values()}
    for edge in split.graph.edges:
        if id(edge) in split.letters and id(edge) not in ids_of_onward_edges:
            yield edge
