"""Drawings on their way into a document: a mark in the text that gives way to the drawing itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.ooxml.names import DRAWING_NAMESPACES

_OPEN, _CLOSE = "\x02", "\x03"
"""Control characters, which content cannot hold. The letter between keeps digits from becoming Thai."""

_MARKED_RUN: Final = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    rf'<w:t(?: xml:space="preserve")?>{_OPEN}d([0-9]+){_CLOSE}</w:t></w:r>'
)


_ROOT: Final = re.compile(r"<w:document\b[^>]*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready to stand in a document.

    Attributes:
        run: XML of the run that holds it.
        texts: what can be read in it.
    """

    run: str
    texts: tuple[str, ...]


def drawing_mark(number: int) -> str:
    """Give the text that stands in a template's context for a drawing."""
    return f"{_OPEN}d{number}{_CLOSE}"


def is_mark(text: str) -> bool:
    """Tell whether a text stands for a drawing."""
    return text.startswith(_OPEN)


def insert_drawings(xml: str, drawings: Sequence[Drawing]) -> str:
    """Put the drawings where their marks stand."""
    return _MARKED_RUN.sub(lambda match: drawings[int(match[1])].run, xml) if drawings else xml


def with_drawing_names(xml: str) -> str:
    """Declare at the root of a document part the namespaces that drawings use, unless they are."""
    root = _ROOT.search(xml)
    if root is None:
        return xml
    names = DRAWING_NAMESPACES.items()
    missing = [f' xmlns:{prefix}="{name}"' for prefix, name in names if f"xmlns:{prefix}=" not in root[0]]
    return xml[: root.end()] + "".join(missing) + xml[root.end() :]
