"""The properties of a section as text: what an annex takes over from the paper, and where it differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_CHILD: Final = re.compile(r"<w:(?P<name>\w+)\b[^>]*?(?:/>|(?<!/)>.*?</w:(?P=name)>)", re.DOTALL)
_SECTION: Final = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>(?P<inner>.*?)</w:sectPr>)", re.DOTALL)
_REFERENCE: Final = re.compile(r'<w:(?P<sort>header|footer)Reference\b[^>]*?w:type="(?P<pages>\w+)"[^>]*/>')
_START: Final = re.compile(r'\s*w:start="[^"]*"')
_NOTHING_SAID: Final = "<w:pgNumType/>"
_SEVERAL_COLUMNS: Final = re.compile(r'w:num="(?!1")')
_SIZE: Final = re.compile(r'w:(?P<name>w|h)="(?P<value>[0-9.a-z]+)"')
_LANDSCAPE: Final = 'w:orient="landscape"'
_FIRST_PAGE_ONLY: Final = frozenset({"titlePg", "vAlign", "type"})
_NEXT_PAGE: Final = ("type", '<w:type w:val="nextPage"/>')
_REFERENCES: Final = ("headerReference", "footerReference")
_BEHIND_TYPE: Final = frozenset(
    {
        *("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign"),
        *("noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"),
    }
)

References = Mapping[tuple[str, str], str]
"""References to heads and feet: XML by ``header`` or ``footer``, and by the pages: default, first, even."""
Children = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SectionProperties:
    """The properties of a section.

    Attributes:
        children: local name and XML of each, in the order of the schema.
    """

    children: Children

    @classmethod
    def parse(cls, xml: str) -> SectionProperties:
        """Return the properties that a ``w:sectPr`` has."""
        match = _SECTION.search(xml)
        inner = (match["inner"] or "") if match else ""
        return cls(tuple((child["name"], child[0]) for child in _CHILD.finditer(inner)))

    @property
    def xml(self) -> str:
        """The ``w:sectPr``."""
        return f"<w:sectPr>{''.join(xml for _name, xml in self.children)}</w:sectPr>"

    def with_references(self, references: References) -> SectionProperties:
        """Return the properties with these references to heads and feet in place of its own."""
        other_children = [child for child in self.children if child[0] not in _REFERENCES]
        new_children = [(f"{sort}Reference", xml) for (sort, _pages), xml in references.items()]
        new_children.sort(key=lambda child: _REFERENCES.index(child[0]))
        return SectionProperties((*new_children, *other_children))


def references_in(xml: str) -> References:
    """Return the heads and feet that hold at the end of some XML: of each sort and page those named last."""
    references: dict[tuple[str, str], str] = {}
    for reference in _REFERENCE.finditer(xml):
        references[reference["sort"], reference["pages"]] = reference[0]
    return references


def of_annex(paper: SectionProperties) -> SectionProperties:
    """Return the properties of a section of an annex in the look of the paper: an upright page of one column.

    It begins a page and counts on, and its first page is as all others.
    """
    children: list[tuple[str, str]] = []
    for name, xml in paper.children:
        has_columns = name == "cols" and _SEVERAL_COLUMNS.search(xml) is not None
        if name in _FIRST_PAGE_ONLY or has_columns:
            continue
        children.append((name, _counting_on(_upright(xml))))
    kept_children = [child for child in children if child[1] != _NOTHING_SAID]
    return SectionProperties(tuple(_with_type(kept_children)))


def _with_type(children: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return properties with the one that begins a page, in its place."""
    all_children = list(children)
    before = [child for child in all_children if child[0] not in _BEHIND_TYPE]
    behind = [child for child in all_children if child[0] in _BEHIND_TYPE]
    return [*before, _NEXT_PAGE, *behind]


def _counting_on(xml: str) -> str:
    if not xml.startswith("<w:pgNumType"):
        return xml
    counting = _START.sub("", xml)
    return _NOTHING_SAID if counting.replace(" ", "") == _NOTHING_SAID else counting


def _upright(xml: str) -> str:
    """Return the size of a page as that of an upright one; any other property as it is."""
    if not xml.startswith("<w:pgSz") or _LANDSCAPE not in xml:
        return xml
    sizes = {size["name"]: size["value"] for size in _SIZE.finditer(xml)}
    return f'<w:pgSz w:w="{sizes.get("h", "11906")}" w:h="{sizes.get("w", "16838")}"/>'
