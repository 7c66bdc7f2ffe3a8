"""Marks that the tags ``cellbg``, ``colspan`` and ``hm`` print, taken into the properties of cells.

A tag stands in the text of its cell, under its conditions and in its loops. The last printed one holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from esa_docs.ooxml.names import TCPR_ORDER

_MARK: Final = "w:cellMark"
MARK_START: Final = f"<{_MARK} "
FILL: Final = "fill"
SPAN: Final = "span"
TIMES: Final = "times"
_TOKEN: Final = re.compile(
    rf'<{_MARK} (?P<kind>\w+)="(?P<value>\w+)"/>'
    r"|<w:tc(?: [^<>]*)?>(?P<properties>\s*(?:<w:tcPr/>|<w:tcPr>.*?</w:tcPr>))?|(?P<end></w:tc>)",
    re.DOTALL,
)
_FILL: Final = re.compile(r"<w:shd\b[^<>]*/>")
_SPAN: Final = re.compile(r'<w:gridSpan\b(?:[^<>]*?w:val="(?P<value>\d+)")?[^<>]*/>')
_CHILD: Final = re.compile(r"<w:(?P<name>\w+)")
_END: Final = "</w:tcPr>"


@dataclass(slots=True)
class _Cell:
    """A cell that is open.

    Attributes:
        piece: number of the piece of text that holds its properties.
        properties: XML of its properties.
        marks: values of its marks, by their kinds.
    """

    piece: int
    properties: str
    marks: dict[str, str]


def mark_of(kind: str, value: str) -> str:
    """Return the mark of a property of a cell."""
    return f'{MARK_START}{kind}="{value}"/>'


def with_marked_cells(xml: str) -> str:
    """Return the XML of a part whose cells have the properties that their marks say, without marks."""
    if MARK_START not in xml:
        return xml
    pieces: list[str] = []
    cells: list[_Cell] = []
    place = 0
    for token in _TOKEN.finditer(xml):
        pieces.append(xml[place : token.start()])
        place = token.end()
        if token["kind"]:
            if cells:
                cells[-1].marks[token["kind"]] = token["value"]
            continue
        if token["end"]:
            cell = cells.pop()
            pieces[cell.piece] = _with_marks(cell)
            pieces.append(token[0])
            continue
        properties = token["properties"] or ""
        pieces.append(token[0].removesuffix(properties))
        pieces.append(properties)
        cells.append(_Cell(len(pieces) - 1, properties, {}))
    pieces.append(xml[place:])
    return "".join(pieces)


def _with_marks(cell: _Cell) -> str:
    """Return the properties of a cell with those of its marks."""
    if not cell.marks:
        return cell.properties
    properties = cell.properties.strip()
    if not properties.endswith(_END):
        properties = f"<w:tcPr>{_END}"
    if FILL in cell.marks:
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.marks[FILL]}"/>'
        properties = _with_property(_FILL.sub("", properties), "shd", fill)
    if SPAN in cell.marks or TIMES in cell.marks:
        old_span = _SPAN.search(properties)
        old_value = old_span["value"] if old_span else None
        columns = int(cell.marks.get(SPAN) or old_value or 1) * int(cell.marks.get(TIMES, 1))
        span = f'<w:gridSpan w:val="{columns}"/>'
        properties = _with_property(_SPAN.sub("", properties), "gridSpan", span)
    return properties


def _with_property(properties: str, name: str, xml: str) -> str:
    """Return properties with one more, in the place that the schema gives it."""
    later_names = TCPR_ORDER[TCPR_ORDER.index(name) + 1 :]
    for child in _CHILD.finditer(properties):
        if child["name"] in later_names:
            return properties[: child.start()] + xml + properties[child.start() :]
    return properties.removesuffix(_END) + xml + _END
