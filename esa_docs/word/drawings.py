"""Drawings on their way into a document: a mark in the text that gives way to the drawing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.ooxml.linked_parts import LinkedPart
from esa_docs.ooxml.names import DRAWING_NAMESPACES

_IDS_OF_A_DRAWING: Final = 1000
FIRST_DRAWING_ID: Final = _IDS_OF_A_DRAWING
"""The lowest id of a drawing of our own; a template has those below it."""
_OPEN, _CLOSE = "\x02", "\x03"
"""Control characters, which content cannot hold. The letter between keeps digits from becoming Thai."""

DRAWING_MARK: Final = re.compile(rf"{_OPEN}d([0-9]+){_CLOSE}")
_RUN_START, _TEXT_STARTS, _TEXT_END, _RUN_END = "<w:r>", ("<w:t>", "<w:t "), "</w:t>", "</w:r>"
_ID: Final = re.compile(r' id="(?P<number>[0-9]{1,9})"')
"""An id of a drawing or a shape, or a connector's reference to one; ids of relationships are no numbers."""
_ROOT: Final = re.compile(r"<w:document\b[^>]*")


class MisplacedDrawingError(ValueError):
    """The mark of a drawing stands where no drawing can stand: in a header, a field or an attribute."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready to stand in a document.

    Attributes:
        run: XML of the run that holds it.
        texts: what can be read in it.
        diagnostics: reported where the drawing is printed.
        parts: what the document part refers to, such as a picture; they come into the file with the drawing.
    """

    run: str
    texts: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    parts: tuple[LinkedPart, ...] = ()


def first_id(number: int) -> int:
    """Return the first of the ids of a drawing, which no other drawing of the document has.

    Args:
        number: how many drawings the document has before this one.
    """
    return (number + 1) * _IDS_OF_A_DRAWING


def drawing_mark(number: int) -> str:
    """Return the text that stands in a template's context for a drawing."""
    return f"{_OPEN}d{number}{_CLOSE}"


def is_mark(text: str) -> bool:
    """Return whether a text stands for a drawing."""
    return text.startswith(_OPEN)


class _Printer:
    """Gives the runs of the drawings of a document; each print of a drawing has ids of its own."""

    def __init__(self, drawings: Sequence[Drawing]) -> None:
        self._drawings = drawings
        self._numbers_of_copies = count(len(drawings))
        self._printed: set[int] = set()

    def run(self, number: int) -> str:
        """Return the run of a drawing: as it is for its first print, with other ids for each further one."""
        run = self._drawings[number].run
        if number not in self._printed:
            self._printed.add(number)
            return run
        return _with_ids_from(run, first_id(number), first_id(next(self._numbers_of_copies)))


def _with_ids_from(run: str, old_first_id: int, new_first_id: int) -> str:
    """Return the run of a drawing with its ids, and references to them, in another range."""

    def moved_id(attribute: re.Match[str]) -> str:
        number = int(attribute["number"]) - old_first_id
        if 0 <= number < _IDS_OF_A_DRAWING:
            return f' id="{number + new_first_id}"'
        return attribute[0]

    return _ID.sub(moved_id, run)


def insert_drawings(xml: str, drawings: Sequence[Drawing]) -> str:
    """Return the XML of a part with drawings in place of their marks; text beside a mark keeps its run.

    A drawing may be printed many times: its parts come into the file once.

    Raises:
        MisplacedDrawingError: a mark stands in no text of a run.
    """
    if not drawings:
        return xml
    printer = _Printer(drawings)
    pieces: list[str] = []
    end = 0
    for mark in DRAWING_MARK.finditer(xml):
        if mark.start() < end:
            continue  # the mark stands in a run that is replaced already
        text_start = xml.rfind(">", end, mark.start()) + 1
        text_tag = xml.rfind("<", end, text_start)
        run_start = xml.rfind(_RUN_START, end, text_start)
        text_end = xml.find("<", text_start)
        if run_start < 0 or not _is_text(xml, text_tag, text_end, mark.end()):
            raise MisplacedDrawingError
        pieces.append(xml[end:run_start])
        pieces.extend(_pieces_of_run(xml[run_start:text_start], xml[text_start:text_end], printer))
        end = text_end + len(_TEXT_END + _RUN_END)
    pieces.append(xml[end:])
    return "".join(pieces)


def refuse_drawings(xml: str) -> None:
    """Refuse the marks of drawings in the XML of a part other than the document.

    The pictures and the namespaces of drawings are known to the document part alone.

    Raises:
        MisplacedDrawingError: it has a mark.
    """
    if _OPEN in xml and DRAWING_MARK.search(xml) is not None:
        raise MisplacedDrawingError


def _is_text(xml: str, tag: int, end: int, mark_end: int) -> bool:
    """Return whether the text between a tag and the next one is that of a run, and a mark ends in it."""
    is_inside = tag >= 0 and end >= mark_end
    return is_inside and xml.startswith(_TEXT_STARTS, tag) and xml.startswith(_TEXT_END + _RUN_END, end)


def _pieces_of_run(opening: str, text: str, printer: _Printer) -> Iterator[str]:
    """Generate the runs that take the place of one run: its drawings, and the text between their marks."""
    # The pattern has a group, so re.split returns in turn a text and the number of a drawing.
    for place, piece in enumerate(DRAWING_MARK.split(text)):
        is_number = place % 2 == 1
        if is_number:
            yield printer.run(int(piece))
        elif piece:
            yield f"{opening}{piece}{_TEXT_END}{_RUN_END}"


def parts_needed(xml: str, drawings: Sequence[Drawing]) -> tuple[LinkedPart, ...]:
    """Return the parts that the drawings in the XML of a document part refer to, each once.

    A drawing that the template leaves out needs none.
    """
    parts: dict[LinkedPart, None] = {}
    for drawing in drawings:
        if drawing.parts and drawing.run in xml:
            parts.update(dict.fromkeys(drawing.parts))
    return tuple(parts)


def declare_drawing_namespaces(xml: str) -> str:
    """Return the XML of a document part whose root declares all namespaces that drawings use.

    Any other part, such as a header, stays as it is.
    """
    root = _ROOT.search(xml)
    if root is None:
        return xml
    declarations = ""
    for prefix, namespace in DRAWING_NAMESPACES.items():
        if f"xmlns:{prefix}=" not in root[0]:
            declarations += f' xmlns:{prefix}="{namespace}"'
    return xml[: root.end()] + declarations + xml[root.end() :]
