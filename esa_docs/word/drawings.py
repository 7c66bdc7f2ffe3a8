"""Drawings on their way into a document: a mark in the text that gives way to the drawing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.names import DRAWING_NAMESPACES

_IDS_OF_A_DRAWING: Final = 1000
_OPEN, _CLOSE = "\x02", "\x03"
"""Control characters, which content cannot hold. The letter between keeps digits from becoming Thai."""

_MARK: Final = re.compile(rf"{_OPEN}d([0-9]+){_CLOSE}")
_RUN, _TEXT, _TEXT_END, _RUN_END = "<w:r>", "<w:t", "</w:t>", "</w:r>"
_ROOT: Final = re.compile(r"<w:document\b[^>]*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready to stand in a document.

    Attributes:
        run: XML of the run that holds it.
        texts: what can be read in it.
        findings: what is told where it is printed.
        parts: what the document part refers to for it, such as a picture; in the file where it is printed.
    """

    run: str
    texts: tuple[str, ...]
    findings: tuple[Diagnostic, ...] = ()
    parts: tuple[LinkedPart, ...] = ()


def first_id(number: int) -> int:
    """Give the first of the ids of a drawing, which no other drawing of the document has."""
    return (number + 1) * _IDS_OF_A_DRAWING


def drawing_mark(number: int) -> str:
    """Give the text that stands in a template's context for a drawing."""
    return f"{_OPEN}d{number}{_CLOSE}"


def is_mark(text: str) -> bool:
    """Tell whether a text stands for a drawing."""
    return text.startswith(_OPEN)


def insert_drawings(xml: str, drawings: Sequence[Drawing]) -> str:
    """Put the drawings where their marks stand; text beside a mark keeps its run."""
    pieces, place = [], 0
    for mark in _MARK.finditer(xml) if drawings else ():
        if mark.start() < place:
            continue  # in a run that is done
        start = xml.rfind(_RUN, place, mark.start())
        text = xml.index(">", xml.rfind(_TEXT, start, mark.start())) + 1
        end = xml.index(_TEXT_END, mark.end())
        pieces += [xml[place:start], *_parted(xml[start:text], xml[text:end], drawings)]
        place = end + len(_TEXT_END + _RUN_END)
    return "".join([*pieces, xml[place:]])


def _parted(opening: str, text: str, drawings: Sequence[Drawing]) -> Iterator[str]:
    """Part the text of a run at its marks."""
    for number, piece in enumerate(_MARK.split(text)):
        yield drawings[int(piece)].run if number % 2 else _run(opening, piece)


def _run(opening: str, text: str) -> str:
    """Write what stood beside a mark; nothing where it stood alone."""
    return f"{opening}{text}{_TEXT_END}{_RUN_END}" if text else ""


def parts_needed(xml: str, drawings: Sequence[Drawing]) -> tuple[LinkedPart, ...]:
    """Give the parts that the drawings of a document part refer to, each once; those left out need none."""
    shown = [drawing for drawing in drawings if drawing.parts and drawing.run in xml]
    return tuple(dict.fromkeys(part for drawing in shown for part in drawing.parts))


def with_drawing_names(xml: str) -> str:
    """Declare at the root of a document part the namespaces that drawings use, unless they are."""
    root = _ROOT.search(xml)
    if root is None:
        return xml
    names = DRAWING_NAMESPACES.items()
    missing = [f' xmlns:{prefix}="{name}"' for prefix, name in names if f"xmlns:{prefix}=" not in root[0]]
    return xml[: root.end()] + "".join(missing) + xml[root.end() :]
