"""The styles of a Word file under ids and names of their own, on defaults that are written out.

The defaults of a file stand below the styles of its tables, and these below those of its paragraphs. In the
paper they stand in the styles of paragraphs: so a paragraph in a table has a style without what the style of
the table sets, and that stands in the style of the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.foreign import style_prefix
from esa_docs.ooxml.names import PPR_ORDER, RPR_ORDER, W, local, place_in_order, w
from esa_docs.word.annexes.word_files.default_properties import (
    Attributes,
    DefaultProperties,
    attributes_in,
    default_properties,
)
from esa_docs.word.annexes.word_files.removing import remove_all
from esa_docs.word.annexes.word_files.table_regions import WHOLE, attributes_by_region, regions_of

_PROPERTIES: Final = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
"""What a style says of the look, in the order of the schema."""
_LEVEL: Final = w("outlineLvl")
"""The level of a heading: it would come into the contents of the paper."""
_FLAGS: Final = '<w:x xmlns:w="{W}"><w:uiPriority w:val="99"/><w:semiHidden/></w:x>'.replace("{W}", W)
_NOTHING: Final[Attributes] = frozenset()

Element = Any
_Key = tuple[str, str, Attributes]
"""Type and id of a style in its file, and what styles of a table set and those of its paragraphs do not."""


class OwnSheet:
    """The styles that the text of a Word file uses, as they come into the paper."""

    def __init__(self, styles: Element | None, number: int) -> None:
        """Take the styles of a file.

        Args:
            styles: root of its styles, theme resolved; None where it has none.
            number: which annex of the paper it is, from 1.
        """
        self._prefix = style_prefix(number)
        self._title = f"Annex {number}"
        self._defaults: DefaultProperties = default_properties(styles)
        self._styles: dict[tuple[str, str], Element] = {}
        self._usual: dict[str, str] = {}
        self._ids: dict[_Key, str] = {}
        self._set_by_table: dict[str, Mapping[str, Attributes]] = {}
        self._elements: list[Element] = []
        all_styles = [] if styles is None else list(styles.iterchildren(w("style")))
        for style in all_styles:
            kind, style_id = style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
            self._styles[kind, style_id] = style
            if style.get(w("default")) in {"1", "true", "on"}:
                self._usual[kind] = style_id

    @property
    def elements(self) -> tuple[Element, ...]:
        """The styles so far, each as a ``w:style``."""
        return tuple(self._elements)

    def use(self, root: Element) -> None:
        """Name the styles of a part with text by their ids in the paper; its elements are changed."""
        for table in list(root.iter(w("tbl"))):
            self._name_style_of_table(table)
        for paragraph in list(root.iter(w("p"))):
            self._name_style_of_paragraph(paragraph)
        for element in list(root.iter(w("rStyle"))):
            self._name_style_of_text(element)
        remove_all(root.iter(_LEVEL))

    def id_of(self, kind: str, style_id: str, left_to_table: Attributes = _NOTHING) -> str:
        """Return the id of a style in the paper; the style comes in when it is asked for first.

        Args:
            kind: ``paragraph``, ``character``, ``table`` or ``numbering``.
            style_id: its id in the file; that of no style stands for the usual one.
            left_to_table: what the style of a table sets, and the styles of its paragraphs therefore do not.
        """
        if (kind, style_id) not in self._styles:
            style_id = self._usual.get(kind, "")
        key = (kind, style_id, left_to_table)
        if key not in self._ids:
            self._ids[key] = f"{self._prefix}{len(self._ids) + 1}"
            self._elements.append(self._new_style(key))
        return self._ids[key]

    def knows(self, kind: str, style_id: str) -> bool:
        """Return whether the file has a style."""
        return (kind, style_id) in self._styles

    def _name_style_of_text(self, element: Element) -> None:
        style_id = element.get(w("val"), "")
        if self.knows("character", style_id):
            element.set(w("val"), self.id_of("character", style_id))
        else:
            element.getparent().remove(element)

    def _name_style_of_table(self, table: Element) -> None:
        properties = table.find(w("tblPr"))
        if properties is None:
            properties = etree.Element(w("tblPr"))
            table.insert(0, properties)
        style_id = _value(properties, "tblStyle")
        if not self.knows("table", style_id):
            style_id = self._usual.get("table", "")
        left_to_table = attributes_in(self._chain(style_id))
        own_id = self.id_of("table", style_id, left_to_table)
        self._set_by_table[own_id] = attributes_by_region(self._chain(style_id))
        _set_first(properties, "tblStyle", own_id)

    def _name_style_of_paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        style_id = self.id_of("paragraph", _value(properties, "pStyle"), self._left_to_table(paragraph))
        _set_first(properties, "pStyle", style_id)

    def _left_to_table(self, paragraph: Element) -> Attributes:
        """Return what the style of the table sets in the cell of a paragraph; nothing outside of tables."""
        cell = next(paragraph.iterancestors(w("tc"), w("txbxContent")), None)
        if cell is None or cell.tag != w("tc"):
            return _NOTHING
        table = cell.getparent().getparent()
        by_region = self._set_by_table.get(_value(table.find(w("tblPr")), "tblStyle"), {})
        left_to_table = by_region.get(WHOLE, _NOTHING)
        for region in regions_of(cell):
            left_to_table |= by_region.get(region, _NOTHING)
        return left_to_table

    def _new_style(self, key: _Key) -> Element:
        """Return a style as it comes into the paper, after those on which it is based."""
        kind, style_id, _attributes = key
        source = self._styles.get((kind, style_id))
        base = self._base(key)
        style = etree.Element(w("style"), {w("type"): kind, w("customStyle"): "1"}, nsmap={"w": W})
        style.set(w("styleId"), self._ids[key])
        name = _value(source, "name") or "defaults"
        title = f"{self._title}: {name.replace(',', ' ')} ({self._ids[key].removeprefix(self._prefix)})"
        etree.SubElement(style, w("name"), {w("val"): title})
        if base:
            etree.SubElement(style, w("basedOn"), {w("val"): base})
        style.extend(list(etree.fromstring(_FLAGS)))
        self._fill(style, source, is_ground=kind in {"paragraph", "table"} and not base, key=key)
        return style

    def _base(self, key: _Key) -> str:
        """Return the id of the style on which a style is based; empty for one that stands on the defaults."""
        kind, style_id, left_to_table = key
        base_id = _value(self._styles.get((kind, style_id)), "basedOn")
        if not base_id or (kind, base_id) not in self._styles or base_id in self._bases_being_new_style(key):
            return ""
        return self.id_of(kind, base_id, left_to_table)

    def _bases_being_new_style(self, key: _Key) -> set[str]:
        """Return the styles that may not be the base of a style: those of a ring in which it stands."""
        kind, style_id, _attributes = key
        ring: set[str] = set()
        current = style_id
        while current and current not in ring:
            ring.add(current)
            current = _value(self._styles.get((kind, current)), "basedOn")
        return ring if current else {style_id}

    def _chain(self, style_id: str) -> list[Element]:
        """Return a style of tables and those on which it is based."""
        chain: dict[str, Element] = {}
        while style_id not in chain and ("table", style_id) in self._styles:
            chain[style_id] = self._styles["table", style_id]
            style_id = _value(chain[style_id], "basedOn")
        return list(chain.values())

    def _fill(self, style: Element, source: Element | None, *, is_ground: bool, key: _Key) -> None:
        """Put properties into a style: its own, over the defaults where it stands on these."""
        properties_by_name: dict[str, list[Element]] = {}
        for name in _PROPERTIES:
            properties_by_name[name] = deepcopy(_children(source, name))
        if is_ground:
            for ground in self._ground(key):
                name = local(ground.tag)
                _overlay(ground, properties_by_name[name])
                properties_by_name[name] = [ground]
        for name in _PROPERTIES:
            style.extend(properties_by_name[name])
        remove_all(style.iter(_LEVEL))

    def _ground(self, key: _Key) -> tuple[Element, Element]:
        """Return the defaults on which a style stands, but for what the styles of the other kind set."""
        kind, _style_id, left_to_table = key
        if kind == "table":
            return self._defaults.elements(self._defaults.attributes & left_to_table)
        return self._defaults.elements(self._defaults.attributes - left_to_table)


def _overlay(ground: Element, own_properties: list[Element]) -> None:
    """Put the properties of a style over defaults, in the order of the schema."""
    order = PPR_ORDER if ground.tag == w("pPr") else RPR_ORDER
    for properties in own_properties:
        for child in list(properties):
            existing = ground.find(child.tag)
            if existing is None:
                ground.insert(place_in_order(ground, local(child.tag), order), child)
            else:
                existing.attrib.update(child.attrib)


def _children(source: Element | None, name: str) -> list[Element]:
    return [] if source is None else list(source.iterchildren(w(name)))


def _value(holder: Element | None, name: str) -> str:
    """Return the value of a child of an element; empty where it has none."""
    child = None if holder is None else holder.find(w(name))
    return "" if child is None else child.get(w("val"), "")


def _set_first(properties: Element, name: str, value: str) -> None:
    """Set a child that the schema puts first."""
    child = properties.find(w(name))
    if child is None:
        child = etree.Element(w(name))
        properties.insert(0, child)
    child.set(w("val"), value)
