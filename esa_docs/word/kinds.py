"""How each kind of document becomes a Word file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from esa_docs.model.document import Document, Kind
from esa_docs.word.context import Context
from esa_docs.word.context.manual import build_manual_context


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of document on the Word side.

    Attributes:
        build_context: gives the template what it prints.
        title: gives the title shown in the file's properties.
    """

    build_context: Callable[[Document], Context]
    title: Callable[[Document], str]


WORD_KINDS: dict[Kind, WordKind] = {
    "manual": WordKind(build_manual_context, lambda document: document.content.title)
}
"""Every kind of document."""
