"""A graph split into pages: arrows between pages become pairs of connectors with the same letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Final

from esa_docs.flow.graph import Edge, Graph, Node, Shape

CONNECTOR_PREFIX: Final = "connector "
"""Begins the name of a connector, which ends with its letter."""


@dataclass(frozen=True, slots=True)
class Jump:
    """An arrow that goes on at, or comes from, the connector of a letter at a step's right side."""

    node: str
    letter: str
    label: str = ""
    dotted: bool = False
    leaves: bool = True


@dataclass(frozen=True, slots=True)
class GraphPage:
    """The part of a graph that stands on one page.

    Attributes:
        nodes: steps below each other, connectors to the pages before and after among them.
        edges: arrows between them.
        jumps: arrows to and from steps of other pages.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    jumps: tuple[Jump, ...] = ()


def split_into_pages(graph: Graph, sizes: Sequence[int]) -> tuple[GraphPage, ...]:
    """Split a graph into pages of so many steps each."""
    pages = _page_of_each(graph, sizes)
    letters = _letters(graph, pages)
    return tuple(_graph_page(graph, pages, page, letters) for page in range(len(sizes)))


def _letters(graph: Graph, pages: dict[str, int]) -> dict[int, str]:
    """Give arrows between pages their letters; those that lead aside to one step share one."""
    onward = {id(_onward(graph, pages, page)) for page in set(pages.values())}
    places: dict[object, str] = {}
    letters = {}
    for edge in graph.edges:
        if pages[edge.source] != pages[edge.target]:
            place = id(edge) if id(edge) in onward else edge.target
            letters[id(edge)] = places.setdefault(place, _letter(len(places)))
    return letters


def even_sizes(count: int, pages: int) -> list[int]:
    """Share steps evenly over pages, the fuller pages first."""
    return [count // pages + (page < count % pages) for page in range(pages)]


def _page_of_each(graph: Graph, sizes: Sequence[int]) -> dict[str, int]:
    pages = [page for page, size in enumerate(sizes) for _ in range(size)]
    return {node.id: page for node, page in zip(graph.nodes, pages, strict=True)}


def _letter(number: int) -> str:
    rounds, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(rounds) if rounds else "")


def _graph_page(graph: Graph, pages: dict[str, int], page: int, letters: dict[int, str]) -> GraphPage:
    nodes = [node for node in graph.nodes if pages[node.id] == page]
    inner = [edge for edge in graph.edges if pages[edge.source] == pages[edge.target] == page]
    onward = _onward(graph, pages, page)
    inward = _onward(graph, pages, page - 1) if page else None
    if onward:
        connector = _connector(letters[id(onward)])
        inner.append(Edge(onward.source, connector.id, onward.label, onward.dotted))
        nodes.append(connector)
    if inward:
        connector = _connector(letters[id(inward)])
        inner.append(Edge(connector.id, inward.target, dotted=inward.dotted))
        nodes.insert(0, connector)
    aside = {key: letter for key, letter in letters.items() if key not in {id(onward), id(inward)}}
    jumps = _jumps(graph, pages, page, aside)
    return GraphPage(tuple(nodes), tuple(inner), tuple(jumps))


def _onward(graph: Graph, pages: dict[str, int], page: int) -> Edge | None:
    """Find the arrow from the last step of a page to the first of the next."""
    last = [node.id for node in graph.nodes if pages[node.id] == page][-1]
    first = next((node.id for node in graph.nodes if pages[node.id] == page + 1), None)
    return next((edge for edge in graph.ways_from(last) if edge.target == first), None)


def _connector(letter: str) -> Node:
    return Node(CONNECTOR_PREFIX + letter, Shape.CONNECTOR, letter)


def _jumps(graph: Graph, pages: dict[str, int], page: int, letters: dict[int, str]) -> Iterator[Jump]:
    arrived: set[str] = set()
    for edge in graph.edges:
        letter = letters.get(id(edge))
        if letter and pages[edge.source] == page:
            yield Jump(edge.source, letter, edge.label, edge.dotted)
        if letter and pages[edge.target] == page and letter not in arrived:
            arrived.add(letter)
            yield Jump(edge.target, letter, dotted=edge.dotted, leaves=False)
