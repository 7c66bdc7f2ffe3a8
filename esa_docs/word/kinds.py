"""How each kind of document becomes a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from esa_docs.flow.building import build_graph
from esa_docs.flow.graph import Graph
from esa_docs.flow.layout import Area
from esa_docs.model.document import Document, Kind
from esa_docs.word.context import Context
from esa_docs.word.context.announcement import build_announcement_context
from esa_docs.word.context.manual import build_manual_context
from esa_docs.word.context.order import build_order_context


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of document on the Word side.

    Attributes:
        build_context: gives the template what it prints, from the document and the room on its pages.
        title: gives the title shown in the file's properties.
        author: gives who answers for the text, for the properties of a PDF.
        procedures: gives the procedures it draws as flow charts, each with its title.
    """

    build_context: Callable[[Document, Area], Context]
    title: Callable[[Document], str]
    author: Callable[[Document], str]
    procedures: Callable[[Document], Iterable[tuple[str, Graph]]] = lambda _document: ()


WORD_KINDS: dict[Kind, WordKind] = {
    "manual": WordKind(
        build_manual_context,
        lambda document: document.title,
        lambda document: document.content.author.full_name,
        lambda document: ((work.name, build_graph(work)) for work in document.content.works),
    ),
    "announcement": WordKind(
        build_announcement_context, lambda document: document.title, lambda document: document.office.name
    ),
    "order": WordKind(
        build_order_context, lambda document: document.title, lambda document: document.office.name
    ),
}
"""Every kind of document."""
