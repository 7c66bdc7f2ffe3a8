"""Styles in which blocks are set: those of the template by their names, else styles of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_STYLE: Final = re.compile(r"<w:style\b(?P<attributes>[^>]*)>(?P<body>.*?)</w:style>", re.DOTALL)
_ID: Final = re.compile(r'w:styleId="([^"]*)"')
_NAME: Final = re.compile(r'<w:name w:val="([^"]*)"')
_INDENT: Final = re.compile(r"<w:ind [^>]*>")
_TO_THE_FIRST_LINE: Final = re.compile(r'w:(?:left|start|firstLine)="([0-9]+)"')
_SPACE_ABOVE: Final = re.compile(r'<w:spacing [^>]*?w:before="([0-9]+)"')
_BASE: Final = re.compile(r'<w:basedOn w:val="([^"]*)"')
_MOST_BASES: Final = 10
_END: Final = "</w:styles>"
_LINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_LINES: Final = "".join(
    f"<w:{side} {_LINE}" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BOLD: Final = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_CENTRED: Final = '<w:jc w:val="center"/>'
_NO_INDENT: Final = '<w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:firstLine="0"/>'


@dataclass(frozen=True, slots=True)
class _OwnStyle:
    """A style of our own.

    Attributes:
        kind: ``paragraph`` or ``table``.
        name: its name in Word, by which one of the template takes its place.
        properties: XML of its properties.
    """

    kind: str
    name: str
    properties: str

    @property
    def xml(self) -> str:
        """The style as it is added."""
        return (
            f'<w:style w:type="{self.kind}" w:customStyle="1" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{self.properties}</w:style>'
        )

    @property
    def id(self) -> str:
        """The id under which it is added: the template has no such name, and hardly such an id."""
        return f"Esa{self.name.replace(' ', '')}"


_OWN_STYLES: Final = {
    "grid": _OwnStyle("table", "Table Grid", f"<w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr>"),
    "cell": _OwnStyle("paragraph", "Table Text", f'<w:pPr>{_NO_INDENT}<w:jc w:val="left"/></w:pPr>'),
    "head": _OwnStyle("paragraph", "Table Heading", f"<w:pPr>{_NO_INDENT}{_CENTRED}</w:pPr>{_BOLD}"),
    "caption": _OwnStyle(
        "paragraph",
        "Table Title",
        '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/>'
        f'<w:ind w:left="0" w:firstLine="0"/></w:pPr>{_BOLD}',
    ),
}


@dataclass(frozen=True, slots=True)
class BlockStyles:
    """Ids of the styles in which blocks are set.

    Attributes:
        grid: table style of tables.
        cell: paragraph style of their cells.
        head: paragraph style of their heads.
        caption: paragraph style of captions.
        numbered: paragraph styles that number their paragraphs.
        part: the part of the styles with those that the template lacks; None where it lacks none.
        first_lines: where the first line of a paragraph begins, in twips, by paragraph styles that say it.
        spaces_above: space above a paragraph, in twips, by paragraph styles that say it, or whose base does.
    """

    grid: str
    cell: str
    head: str
    caption: str
    numbered: frozenset[str]
    part: bytes | None
    first_lines: Mapping[str, int]
    spaces_above: Mapping[str, int]


@lru_cache(maxsize=8)
def block_styles(part: bytes) -> BlockStyles:
    """Return the styles of blocks in a template.

    Args:
        part: its part of styles.
    """
    xml = part.decode()
    ids_by_name: dict[str, str] = {}
    numbered = set()
    for style in _STYLE.finditer(xml):
        style_id, name = _ID.search(style["attributes"]), _NAME.search(style["body"])
        if style_id and name:
            ids_by_name[name[1].lower()] = style_id[1]
        if style_id and "<w:numPr>" in style["body"]:
            numbered.add(style_id[1])
    added = ""
    ids = {}
    for role, style_of_ours in _OWN_STYLES.items():
        ids[role] = ids_by_name.get(style_of_ours.name.lower(), style_of_ours.id)
        if ids[role] == style_of_ours.id:
            added += style_of_ours.xml
    new_part = xml.replace(_END, added + _END).encode() if added else None
    return BlockStyles(
        **ids,
        numbered=frozenset(numbered),
        part=new_part,
        first_lines=MappingProxyType(_first_lines(xml)),
        spaces_above=MappingProxyType(_spaces_above(xml)),
    )


def _first_lines(xml: str) -> dict[str, int]:
    """Return where the first line of a paragraph begins, by the ids of the styles that say it themselves."""
    first_lines: dict[str, int] = {}
    for style in _STYLE.finditer(xml):
        style_id, indent = _ID.search(style["attributes"]), _INDENT.search(style["body"])
        if style_id and indent:
            first_lines[style_id[1]] = sum(map(int, _TO_THE_FIRST_LINE.findall(indent[0])))
    return first_lines


def _spaces_above(xml: str) -> dict[str, int]:
    """Return the space above a paragraph by the ids of the styles that say it, or whose base does."""
    spaces: dict[str, int] = {}
    bases: dict[str, str] = {}
    for style in _STYLE.finditer(xml):
        style_id, space = _ID.search(style["attributes"]), _SPACE_ABOVE.search(style["body"])
        base = _BASE.search(style["body"])
        if style_id and space:
            spaces[style_id[1]] = int(space[1])
        elif style_id and base:
            bases[style_id[1]] = base[1]
    inherited = {}
    for heir in bases:
        ancestor = heir
        # A chain of bases is short, and a file may lead it in a circle.
        for _step in range(_MOST_BASES):
            ancestor = bases.get(ancestor, ancestor)
        inherited[heir] = spaces.get(ancestor, 0)
    return {**inherited, **spaces}
